"""Pages as JSON, CSV and a table: the shapes of schema 2, and what a spreadsheet makes of them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from terminal import Terminal
from tickerboard import schema
from tickerboard.board.row import Row
from tickerboard.export.csv import CSV, HEADER, defused
from tickerboard.export.formats import FORMATS
from tickerboard.export.json import JSON
from tickerboard.export.table import TABLE
from tickerboard.model import (
    Article,
    Kind,
    ObservedFrom,
    Page,
    Problem,
    Quote,
    Rate,
    Related,
    Snapshot,
)
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from pathlib import Path

D = Decimal
QUOTE = Quote("ABL", Kind.EQUITY, D("1114.90"), D("-0.18"), D("-0.16"), 1)
FULL = QUOTE._replace(
    symbol="HBL", name="Habib Bank", label="Habib", sector="Banks", currency="PKR", open=D("75.0"),
    high=D(76), low=D(74), previous=D("75.43"), volume=D(120_000),
)  # fmt: skip
NO_CHANGE, NO_PERCENT = QUOTE._replace(change=None), QUOTE._replace(percent=None)
RATE = Rate("USD", Kind.CURRENCY, D("277.50"), 7, currency="PKR")
ARTICLE = Article("Stocks gain", None, "2026-11-23", None, ("One.", "Two."), (Related("More", "https://e.org/x"),))
PAGE = Page(
    (QUOTE, FULL, NO_CHANGE, NO_PERCENT), ARTICLE, (Article("Another"),), (Problem(3, "cut", "cut", "KEL 4"),), (RATE,)
)
WHEN = datetime(2026, 11, 23, 10, 4, 5, 999, tzinfo=UTC)
SHOT = Snapshot("page.txt", WHEN, PAGE, ObservedFrom.MTIME)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_object_has_the_fields_of_its_shape_and_no_others() -> None:
    value = json.loads(JSON.only(SHOT))
    assert value["schema"] == 2
    assert (value["observed"], value["observed_from"]) == ("2026-11-23T10:04:05+00:00", "mtime")
    everything = [
        (schema.SNAPSHOT, [value]),
        (schema.QUOTE, value["quotes"]),
        (schema.RATE, value["rates"]),
        (schema.ARTICLE, [value["article"], *value["stories"]]),
        (schema.RELATED, value["article"]["related"]),
        (schema.PROBLEM, value["problems"]),
    ]
    for shape, objects in everything:
        known = {field.name: field.presence for field in shape.fields}
        for each in objects:
            assert set(each) <= set(known), shape.name
            for name, presence in known.items():
                if presence is not schema.Presence.OPTIONAL:
                    assert name in each, (shape.name, name)
                if presence is not schema.Presence.NULL:
                    assert each.get(name, 0) is not None, (shape.name, name)


def test_a_move_that_the_page_does_not_print_is_null_not_computed() -> None:
    quotes = json.loads(JSON.only(SHOT))["quotes"]
    assert (quotes[2]["change"], quotes[2]["percent"], quotes[2]["direction"]) == (None, -0.16, "down")
    assert (quotes[3]["change"], quotes[3]["percent"], quotes[3]["direction"]) == (-0.18, None, "down")


def test_d13_a_rate_is_no_quote_and_an_article_has_its_url() -> None:
    value = json.loads(JSON.only(SHOT))
    assert value["rates"] == [{"symbol": "USD", "kind": "currency", "last": 277.5, "line": 7, "currency": "PKR"}]
    assert value["article"]["url"] is None
    assert value["stories"][0]["url"] is None


def test_one_page_is_an_object_and_several_are_a_list() -> None:
    assert isinstance(json.loads(JSON.only(SHOT)), dict)
    assert [each["source"] for each in json.loads(JSON.pages([SHOT, SHOT]))] == ["page.txt", "page.txt"]
    assert len(FORMATS.all()["ndjson"].pages([SHOT, SHOT]).splitlines()) == 2


def test_d4_csv_has_every_column_of_the_contract_and_the_rates() -> None:
    text = CSV.pages([SHOT])
    assert text.splitlines()[0] == (
        "source,observed,symbol,name,kind,sector,last,change,percent,direction,previous,open,high,low,volume,line"
    )
    first, full, no_change, _, rate = rows(text)
    assert (first["source"], first["observed"], first["last"]) == ("page.txt", "2026-11-23T10:04:05+00:00", "1114.90")
    assert [full[name] for name in ("name", "sector", "open", "high", "low", "previous", "volume")] == [
        *("Habib Bank", "Banks", "75.0", "76", "74", "75.43", "120000"),
    ]
    assert (no_change["change"], no_change["percent"]) == ("", "-0.16")
    assert (rate["symbol"], rate["last"], rate["line"]) == ("USD", "277.50", "7")
    assert (rate["change"], rate["percent"], rate["direction"]) == ("", "", "")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_d16_a_cell_that_a_spreadsheet_would_run_is_defused(name: str) -> None:
    shot = Snapshot(name, None, Page((FULL._replace(name=name, symbol=name),)))
    (row,) = rows(CSV.pages([shot]))
    assert row["name"].startswith("'")
    assert row["symbol"].startswith("'")
    assert row["source"].startswith("'")
    assert (row["change"], row["percent"]) == ("-0.18", "-0.16")


def test_d16_numbers_and_plain_text_stay_as_they_are() -> None:
    assert (defused(D("-0.18")), defused("ABL"), defused(None), defused("A-B")) == (D("-0.18"), "ABL", None, "A-B")


def test_c10_the_boards_json_has_the_previous_close_where_the_page_has_it() -> None:
    assert JSON.rows is not None
    value = json.loads(JSON.rows([Row(FULL, "page.txt"), Row(QUOTE, "page.txt")], ()))
    assert (value[0]["previous"], value[0]["source"]) == (75.43, "page.txt")
    assert "previous" not in value[1]


@pytest.mark.parametrize(
    ("article", "line"),
    [
        (Article(), "article: (no text)"),
        (Article(url="https://e.org/a"), "article: https://e.org/a"),
        (Article(paragraphs=("x" * 200,)), f"article: {'x' * 90}"),
        (Article("Head"), "article: Head"),
    ],
)
def test_e4_an_article_without_text_has_a_line(article: Article, line: str) -> None:
    text = TABLE.pages([Snapshot("feed", None, Page(article=article, stories=(article,)))])
    assert text.splitlines() == ["feed  time unknown  0 up, 0 down, 0 unchanged", line, line]


def test_every_format_writes_pages_and_those_of_the_board_write_rows() -> None:
    for form in FORMATS:
        assert "ABL" in form.pages([SHOT])
        assert form.help
    assert [form.name for form in FORMATS if form.rows] == ["json", "csv"]


def test_the_seed_page(shared_pages: Path) -> None:
    page = parse_page((shared_pages / "seed.txt").read_text("utf-8"))
    value = page.to_dict()
    assert (len(value["quotes"]), len(value["article"]["paragraphs"]), len(value["article"]["related"])) == (34, 14, 1)
    assert value["article"]["headline"] is None
    assert len(rows(CSV.pages([Snapshot("seed.txt", None, page)]))) == 34


def test_the_header_of_csv_is_made_of_declared_fields() -> None:
    declared = {field.name for field in (*schema.SNAPSHOT.fields, *schema.QUOTE.fields)}
    assert set(HEADER) <= declared


def test_html_for_notebooks_is_escaped() -> None:
    page = Page((QUOTE._replace(symbol="<script>"),), Article("<b>", paragraphs=('"><img src=x>',)))
    html = page._repr_html_()
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert "<img" not in html
    assert "1114.90" in html
    assert Page()._repr_html_() == "<p>no quote and no article</p>"


PLUGIN = """
from tickerboard.export.format import ExportFormat

def pages(snapshots):
    return "".join(f"{quote.symbol};{quote.last}\\n" for shot in snapshots for quote in shot.page.quotes)

def rows(rows, columns):
    raise ZeroDivisionError

SEMICOLONS = ExportFormat("semicolons", "symbol;last", "txt", pages, rows=rows)
"""


def installed(folder: Path, value: str) -> None:
    """Put a package with an entry point into a folder, as an installer would."""
    (folder / "plugged.py").write_text(PLUGIN)
    info = folder / "plugged-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plugged\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[tickerboard.exports]\nsemicolons = {value}\n")


def test_another_package_can_add_a_format(tmp_path: Path) -> None:
    installed(tmp_path, "plugged:SEMICOLONS")
    command = [sys.executable, "-m", "tickerboard", "parse", "--demo", "--format"]
    env = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run([*command, "semicolons"], capture_output=True, text=True, env=env)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "AIRLINK;75.25")
    done = subprocess.run([*command, "semicolon"], capture_output=True, text=True, env=env)
    assert done.returncode == 2


def test_a_package_whose_format_cannot_be_loaded_is_one_line(tmp_path: Path) -> None:
    installed(tmp_path, "plugged:NOTHING")
    command = [sys.executable, "-m", "tickerboard", "parse", "--demo", "--format"]
    env = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run([*command, "semicolons"], capture_output=True, text=True, env=env)
    assert done.returncode == 2
    assert done.stderr.startswith("tickerboard: plugin 'semicolons' of tickerboard.exports: cannot be loaded")
    assert subprocess.run([*command, "csv"], capture_output=True, env=env).returncode == 0


@pytest.mark.parametrize(
    ("value", "keys", "seen", "leave"),
    [("plugged:SEMICOLONS", "ejj\r", "ZeroDivisionError", "\x03"), ("plugged:NOTHING", "e", "loaded", "\x03\x03")],
)
def test_a_broken_format_does_not_end_the_board(tmp_path: Path, value: str, keys: str, seen: str, leave: str) -> None:
    installed(tmp_path, value)
    with Terminal("--no-motion", size=(200, 50), env={"PYTHONPATH": str(tmp_path)}) as terminal:
        terminal.until(lambda text: "AIRLINK" in text)
        terminal.type(keys)
        terminal.until(lambda text: seen in text)
        terminal.type(leave)
        assert terminal.status() == 0
