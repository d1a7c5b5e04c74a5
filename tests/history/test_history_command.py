"""`tickerboard history`: series, queries and Parquet, run for real."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from commands import run
from recording import HEADER, arrival, keep, strip

if TYPE_CHECKING:
    from pathlib import Path

TIME = "2026-01-05T09:30:00+00:00"


def test_history_in_every_format(path: Path) -> None:
    keep(path, arrival("KSE100 74,531 Increased By 732.1 (0.99%)\nABL 75.20 Decreased By ▼ -0.10 (-0.13%)\n"))
    keep(path, arrival(strip(ABL="75.30"), 1, label="=SUM(A1).txt"))
    assert run("history", "--format", "csv").stdout == (
        HEADER + "2026-01-05T09:30:00+00:00,KSE100,74531,732.1,0.99,page.txt\n"
        "2026-01-05T09:30:00+00:00,ABL,75.20,-0.10,-0.13,page.txt\n"
        "2026-01-05T09:31:00+00:00,ABL,75.30,0.00,0,'=SUM(A1).txt\n"
    )
    assert run("history", "--format", "ndjson", "KSE100").stdout == (
        '{"time": "2026-01-05T09:30:00+00:00", "symbol": "KSE100", "last": 74531, "change": 732.1, "percent": 0.99, '
        '"source": "page.txt"}\n'
    )
    assert run("history", "abl").stdout.splitlines() == [
        "time                       symbol   last  change  percent  source",
        "2026-01-05T09:30:00+00:00  ABL     75.20   -0.10    -0.13  page.txt",
        "2026-01-05T09:31:00+00:00  ABL     75.30    0.00        0  =SUM(A1).txt",
    ]


def test_history_of_several_symbols_since_and_until(path: Path) -> None:
    keep(path, *(arrival(strip(ABL=f"{day}.00", KEL="4.66", X="1.00"), day * 1_440) for day in range(4)))
    done = run("history", "--since", "2026-01-06T14:30", "ABL", "--until", "2026-01-07", "KEL", "--format", "csv")
    assert [line.split(",")[:3] for line in done.stdout.splitlines()[1:]] == [
        ["2026-01-06T09:30:00+00:00", "ABL", "1.00"],
        ["2026-01-06T09:30:00+00:00", "KEL", "4.66"],
        ["2026-01-07T09:30:00+00:00", "ABL", "2.00"],
        ["2026-01-07T09:30:00+00:00", "KEL", "4.66"],
    ]


@pytest.mark.parametrize("arguments", [(), ("--sql", "SELECT * FROM quotes")])
def test_a_pager_that_waits_keeps_no_writer_waiting(path: Path, arguments: tuple[str, ...]) -> None:
    many = {f"S{number:04}": "1.00" for number in range(900)}
    keep(path, *(arrival(strip(ABL=f"{at}.00", **many), at) for at in range(9)))
    command = [sys.executable, "-m", "tickerboard", "history", "--format", "csv", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        keep(path, arrival(strip(ABL="9.00"), 9))
        lines = process.stdout.read().count(b"\n")
    assert process.returncode == 0
    assert lines - 9 * 901 in {0, 1}  # the new one is in it or not


def test_nothing_found_is_status_1(path: Path) -> None:
    assert (done := run("history", "ABL")).returncode == 1
    assert done.stderr == f"tickerboard: {path}: no history yet; 'tickerboard record SOURCE' starts one\n"
    assert not path.exists()
    keep(path, arrival(strip(ABL="75.25")))
    assert (done := run("history", "NONE", "--format", "csv")).returncode == 1
    assert (done.stdout, done.stderr) == (HEADER, f"tickerboard: {path}: no quote of NONE\n")
    assert (done := run("history", "--since", "2026-02-01")).returncode == 1
    assert (done.stdout, done.stderr) == ("", f"tickerboard: {path}: no quotes in that time\n")


def test_an_unknown_symbol_beside_a_known_one_is_reported(path: Path) -> None:
    keep(path, arrival(strip(ABL="75.25")))
    done = run("history", "NONE", "abl", "--format", "csv")
    assert (done.returncode, done.stdout.splitlines()[1:]) == (0, [f"{TIME},ABL,75.25,0.00,0,page.txt"])
    assert done.stderr == f"tickerboard: {path}: no quote of NONE\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--since", "2026-01-06", "--until", "2026-01-05"), "--since must be before --until"),
        (("--since", ""), "argument --since: an empty TIME; see tickerboard history --help"),
        (("--until", " "), "argument --until: an empty TIME; see tickerboard history --help"),
    ],
)
def test_times_that_make_no_sense_are_one_line(path: Path, arguments: tuple[str, ...], message: str) -> None:
    keep(path, arrival(strip(ABL="75.25")))
    done = run("history", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"tickerboard: {message}\n")


def test_a_damaged_history_is_one_line_and_left_where_it_is(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1_000)
    done = run("history", "ABL")
    assert (done.returncode, done.stderr) == (2, f"tickerboard: {path}: damaged: not a database\n")
    assert path.read_bytes() == b"no database" * 1_000


def test_a_query_reads_the_views(path: Path) -> None:
    keep(path, *(arrival(strip(ABL=price), at) for at, price in enumerate(("9.00", "10.00"))))
    query = "SELECT symbol, max(last) AS high, last_text FROM quotes GROUP BY symbol"
    assert run("history", "--sql", query, "--format", "csv").stdout == "symbol,high,last_text\nABL,10.0,10.00\n"


@pytest.mark.parametrize(
    ("query", "form", "printed"),
    [
        ("SELECT 1 AS last, 2 AS last, 9e999", "ndjson", '{"last": 1, "last_2": 2, "9e999": null}\n'),
        ("SELECT 1 AS 'a\x1b[31m'", "table", "a\n1\n"),
        ("SELECT 1 AS '=a'", "csv", "'=a\n1\n"),
    ],
)
def test_a_query_may_name_its_columns_in_any_way(path: Path, query: str, form: str, printed: str) -> None:
    keep(path, arrival(strip(ABL="75.25")))
    done = run("history", "--sql", query, "--format", form)
    assert (done.returncode, done.stdout, done.stderr) == (0, printed, "")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("DELETE FROM quote", "only a query that reads is allowed"),
        ("ATTACH '/tmp/x' AS x", "only a query that reads is allowed"),
        ("PRAGMA journal_mode = wal", "only a query that reads is allowed"),
        ("SELECT load_extension('x')", "not authorized"),
        ("SELEC 1", 'near "SELEC": syntax error'),
        ("SELECT 1; SELECT 2", "You can only execute one statement at a time."),
        ("SELECT nope FROM quotes", "no such column: nope"),
        ("", "not a query"),
        ("SELECT randomblob(2000000000)", "string or blob too big"),
    ],
)
def test_a_query_that_does_more_than_read_is_one_line(path: Path, query: str, message: str) -> None:
    keep(path, arrival(strip(ABL="75.25")))
    before = path.read_bytes()
    done = run("history", "--sql", query)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"tickerboard: --sql: {message}\n")
    assert path.read_bytes() == before


def test_parquet_has_the_columns_of_the_csv(path: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    keep(path, *(arrival(strip(ABL=price), at) for at, price in enumerate(("9.00", "10.00"))))
    assert run("history", "--parquet", tmp_path / "out.parquet").returncode == 0
    table = parquet.read_table(tmp_path / "out.parquet").to_pydict()
    assert list(table) == HEADER.strip().split(",")
    assert (table["last"], table["time"][0]) == (["9.00", "10.00"], datetime(2026, 1, 5, 9, 30, tzinfo=UTC))
