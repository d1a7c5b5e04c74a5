"""T: hostile text on every screen; what counts is what reached the terminal, and that the board is whole afterwards."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from boards import put
from hostile import ALL, HARMFUL, PAYLOADS, WORDS, harm, hostile
from terminal import ESCAPE, Terminal

if TYPE_CHECKING:
    from pathlib import Path

STORY = "<article class=story><h1 class=story__title>Looms</h1><div class='story__content'><p>They said so.</p>{}</div>"
# Each leaves the board as it was: details, problems and a place, articles, filter, reader with find, links and saving,
# heat map, columns, export, help, the palette with a search.
ROUND = (
    *("\r", ESCAPE, "!", "\r", ESCAPE, "!", "j", ESCAPE, "a", "\r", "1", "/", "mills", "\r", ESCAPE, "2", "\x1b[6~"),
    *(
        "/",
        "mills",
        "\r",
        "N",
        ESCAPE,
        "o",
        "j",
        ESCAPE,
        "W",
        "n",
        "1",
        "m",
        "G",
        ESCAPE,
        "c",
        "j",
        ESCAPE,
        "e",
        ESCAPE,
    ),
    *(
        "?",
        "j",
        ESCAPE,
        "\x10",
        "article",
        ESCAPE,
        ESCAPE,
        "3",
        " ",
        " ",
        "1",
        "z",
        "z",
        "w",
        "w",
        "v",
        "s",
        "S",
        "\x1b[1;1H",
    ),
)


COPIED = re.compile(rb"\x1b\]52;c;([^\x07\x1b]*)[\x07\x1b]")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A hostile page in a file whose name is hostile as well."""
    path = tmp_path / "\x1b]0;pwned\x07\x1b[2J\u202e\x9b31m[@click=app.quit][.txt"
    path.write_text(hostile(ALL), "utf-8")
    return path


def in_folder(folder: Path) -> str:
    """Run the board in a folder, where it may write."""
    return f"import os; os.chdir({str(folder)!r})\nfrom tickerboard.cli.main import main; sys.exit(main())"


def torment(page: Path, folder: Path, seconds: float) -> None:
    """Show a hostile board on every screen, type, resize and refresh for some time; then look at it."""
    html = folder / "page.html"
    links = "".join(f"<p><a href='http://a.example/{at}'>a link {at}</a></p>" for at in range(3))
    html.write_text(STORY.format(f"<p>They said {ALL} on Friday.</p>{links}"), "utf-8")
    sources = ("--live", "--no-motion", str(page), str(html))
    with Terminal(*sources, size=(120, 30), program=in_folder(folder)) as terminal:
        terminal.until(lambda text: "75.25" in text)
        end, turn = time.monotonic() + seconds, 0
        while turn == 0 or time.monotonic() < end:
            for key in ROUND:
                terminal.type(key)
                terminal.read(0.02)
            for size in ((40, 12), (10, 3), (200, 50), (120, 30)):
                terminal.resize(*size)
                terminal.read(0.1)
            turn += 1
            price = f"{75 + turn}.25"
            put(page, hostile(ALL, price))
            terminal.until(lambda text, price=price: price in text)  # type: ignore[misc]
        terminal.until(lambda text: "KSE100 74,531" in text.split("\n")[0] and "? help  q quit" in text.split("\n")[-1])
        terminal.type("1q")
        assert terminal.status() == 0
        terminal.assert_given_back()
        assert [each for each in (*HARMFUL, *WORDS) if each in terminal.bytes] == []


def test_t14_m5_on_every_screen_typed_at_resized_and_refreshed(page: Path, tmp_path: Path) -> None:
    torment(page, tmp_path, 0)


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_t14_for_a_minute(page: Path, tmp_path: Path) -> None:
    torment(page, tmp_path, 60)


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name.startswith("T")])
def test_each_in_the_problems_the_articles_and_the_reader(name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(hostile(PAYLOADS[name]), "utf-8")
    with Terminal("--no-motion", str(path), size=(120, 30)) as terminal:
        terminal.until(lambda text: "75.25" in text)
        terminal.type("!")
        terminal.until(lambda text: "HBL 1,2,3" in text)
        terminal.type("q")
        text = terminal.until(lambda text: "HBL 1,2,3" not in text or "no article" not in text)
        if "· no article ·" not in text:
            terminal.type("a")
            terminal.until(lambda text: "1 article " in text)
            terminal.type("\x03")
            terminal.until(lambda text: "1 article " not in text)
        assert harm(terminal.bytes) == []


def test_t8_a_link_whose_address_has_an_escape_is_listed_without_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    address = "http://a.example/&#27;]0;pwned&#7;&#27;\\x"
    path.write_text(STORY.format(f"<p><a href='{address}'>a link to follow</a></p>"), "utf-8")
    with Terminal("--no-motion", str(path), size=(120, 30)) as terminal:
        terminal.until(lambda text: "a link to follow" in text)
        terminal.type("2o")
        terminal.until(lambda text: "a.example" in text or "no link in this article" in text)
        assert harm(terminal.bytes) == []


def test_t11_marks_and_wide_characters_leave_the_columns_where_they_are(tmp_path: Path) -> None:
    symbols = tmp_path / "symbols.csv"
    names = {"ABL": "Plain", "KEL": "e" + "\u0301" * 500 + "日本", "HBL": "日本語" * 9}
    listed = "".join(f"{symbol},{name},Sector\n" for symbol, name in names.items())
    symbols.write_text("symbol,name,sector\n" + listed, "utf-8")
    path, config = tmp_path / "page.txt", tmp_path / "config.toml"
    path.write_text("".join(f"{symbol} 75.25 No Change ▼ 0.00 (0%)\n" for symbol in names), "utf-8")
    config.write_text('columns = ["symbol", "name", "last"]\n', "utf-8")
    environment = {"TICKERBOARD_SYMBOLS": str(symbols), "TICKERBOARD_CONFIG": str(config)}
    with Terminal("--no-motion", str(path), size=(120, 30), env=environment) as terminal:
        terminal.until(lambda text: text.count("75.25") > len(names))
        lines = [terminal.screen.buffer[y] for y in range(3, 3 + len(names))]
        starts = [
            next(x for x in range(120) if "".join(line[x + at].data for at in range(5)) == "75.25") for line in lines
        ]
        assert starts == starts[:1] * len(names)


def test_t12_what_is_copied_is_clean(page: Path) -> None:
    """The clipboard gets the rows, as JSON with their source, whose name is hostile; nothing else is ever copied."""
    with Terminal("--no-motion", str(page), size=(120, 30)) as terminal:
        terminal.until(lambda text: "75.25" in text)
        terminal.type("e")
        terminal.until(lambda text: "JSON, to the clipboard" in text)
        terminal.type("jjjj\r")
        terminal.until(lambda _: COPIED.search(terminal.bytes) is not None)
        copied = base64.b64decode(COPIED.findall(terminal.bytes)[0])
        assert json.loads(copied)[0]["symbol"] == "ABL"
        assert harm(copied) == []
        assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", copied)


@pytest.mark.parametrize("form", ["table", "json", "ndjson", "csv"])
def test_t12_t13_what_is_printed_is_clean(page: Path, form: str) -> None:
    command = [sys.executable, "-m", "tickerboard", "parse", "--format", form, str(page), str(page) + ".gone"]
    done = subprocess.run(command, capture_output=True, timeout=120)
    assert done.returncode == 2
    assert b"\x1b" not in done.stdout + done.stderr
    assert harm(done.stdout + done.stderr) == []


def test_t12_an_article_is_saved_clean_under_a_clean_name(page: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    with Terminal("--no-motion", str(page), size=(120, 30), program=in_folder(saved)) as terminal:
        terminal.until(lambda text: "75.25" in text)
        terminal.type("2W")
        terminal.until(lambda text: "saved as" in text)
        assert harm(terminal.bytes) == []
    (written,) = saved.iterdir()
    assert re.fullmatch(r"[\w-]+\.txt", written.name)
    assert harm(written.read_bytes()) == []
