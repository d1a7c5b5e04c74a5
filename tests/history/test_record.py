"""`tickerboard record`, run for real."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from boards import put
from commands import run
from loopback import Loopback, Request, answer
from recording import HEADER, prices, rows, strip
from tickerboard.text.when import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def page(folder: Path, name: str, text: str, time: str = "2026-01-05T09:30:00+00:00") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    seconds = datetime.fromisoformat(time).timestamp()
    os.utime(path, (seconds, seconds))
    return path


def test_recording_a_folder_twice_keeps_each_page_once(tmp_path: Path, path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    page(folder, "a.txt", strip(ABL="75.25", KEL="4.66"))
    page(folder, "b.txt", strip(ABL="75.30"), "2026-01-05T09:31:00+00:00")
    first, second = run("record", "--once", folder), run("record", folder, "--once")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == (
        f"2026-01-05T09:30:00+00:00  {folder}/a.txt  2 quotes\n2026-01-05T09:31:00+00:00  {folder}/b.txt  1 quote\n"
    )
    assert (second.returncode, second.stdout) == (0, "")
    assert second.stderr == "tickerboard: 2 snapshots were already in the history\n"
    assert prices(path) == ["75.25", "75.30"]
    assert run("record", folder / "a.txt", "--once").stderr == "tickerboard: 1 snapshot was already in the history\n"


def test_the_real_pages_recorded_twice_are_listed_in_order_and_exact(shared_pages: Path, path: Path) -> None:
    run("record", "--once", shared_pages)
    run("record", "--once", shared_pages)
    done = run("history", "KSE100", "--format", "csv")
    lines = [line.split(",") for line in done.stdout.splitlines()[1:]]
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)
    assert len({line[5] for line in lines}) == len(lines)
    for line in lines:
        beside = shared_pages / line[5].rpartition("/")[2].replace(".txt", ".quotes.json")
        if beside.exists():
            assert ["KSE100", *line[2:5]] in [each[:4] for each in json.loads(beside.read_text())]
    assert len(lines) > 9


def test_a_file_is_one_source_by_any_path_and_its_namesake_is_another(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, price in (("one", "75.25"), ("two", "99.00")):
        (tmp_path / folder).mkdir()
        page(tmp_path / folder, "page.txt", strip(ABL=price))
    monkeypatch.chdir(tmp_path / "one")
    run("record", "--once", "page.txt")
    run("record", "--once", "../two/page.txt")
    page(tmp_path / "one", "page.txt", strip(ABL="75.30"), "2026-01-05T09:31:00+00:00")
    run("record", "--once", tmp_path / "one" / "page.txt")
    done = run("history", "ABL", "--format", "csv")
    assert [(line.split(",")[2], line.split(",")[5]) for line in done.stdout.splitlines()[1:]] == [
        ("75.25", f"{tmp_path}/one/page.txt"),
        ("99.00", f"{tmp_path}/two/page.txt"),
        ("75.30", f"{tmp_path}/one/page.txt"),
    ]
    then = run("--at", "2026-01-05T09:30Z", "page.txt").stdout
    assert then.splitlines()[0].split()[0] == "page.txt"
    assert "75.25" in then
    assert "99.00" not in then


def test_a_page_that_cannot_be_read_costs_only_itself(tmp_path: Path, path: Path) -> None:
    good = page(tmp_path, "a.txt", strip(ABL="75.25"))
    done = run("record", "--once", tmp_path / "none.txt", good)
    assert (done.returncode, prices(path)) == (2, ["75.25"])
    assert done.stderr == f"tickerboard: {tmp_path}/none.txt: no such file or directory\n"


def test_a_page_without_quote_and_article_is_stored_and_reported(tmp_path: Path, path: Path) -> None:
    done = run("record", "--once", page(tmp_path, "a.txt", "\n"))
    assert (done.returncode, len(rows(path, "SELECT * FROM snapshots"))) == (1, 1)


@pytest.mark.parametrize(
    ("options", "time"),
    [
        ((), "2021-02-13T00:00:00+00:00"),
        (("--time-from", "CRAWL"), "2021-02-13T00:00:00+00:00"),
        (("--time-from", "mtime"), "2026-01-05T09:30:00+00:00"),
        (("--time-from", "NAME"), "2022-03-04T10:15:00+00:00"),
        (("--as-of", "2019-08-07T06:05:04Z"), "2019-08-07T06:05:04+00:00"),
    ],
)
def test_where_the_time_comes_from(tmp_path: Path, path: Path, options: tuple[str, ...], time: str) -> None:
    file = page(tmp_path, "psx-2022-03-04_10-15.txt", " date 2021-02-13 " + strip(ABL="75.25"))
    assert run("record", "--once", file, *options).stdout.split()[0] == time
    assert run("history", "--format", "csv").stdout == f"{HEADER}{time},ABL,75.25,0.00,0,{file}\n"


def test_a_page_without_the_time_that_was_asked_for_is_reported(tmp_path: Path, path: Path) -> None:
    for name in ("page.txt", "psx-0001-01-01.txt"):
        file = page(tmp_path, name, strip(ABL="75.25"))
        done = run("record", "--once", "--time-from", "NAME", file)
        assert (done.returncode, done.stderr) == (2, f"tickerboard: {file}: no date in its name; not stored\n")


def test_a_crawl_date_that_no_page_has_is_not_its_time(tmp_path: Path, path: Path) -> None:
    file = page(tmp_path, "page.txt", " date 0001-01-01 " + strip(ABL="75.25"))
    assert run("record", "--once", file).stdout.split()[0] == "2026-01-05T09:30:00+00:00"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "record needs a SOURCE; see tickerboard record --help"),
        (("",), "'': an empty SOURCE; use . for the current folder"),
        (
            ("--as-of", "soon", "x"),
            f"'soon' is not a time; use one of {FORMS}",
        ),
        (("--as-of", "", "x"), "argument --as-of: an empty TIME; see tickerboard record --help"),
        (("--as-of", "now", "--time-from", "NAME", "x"), "use --as-of or --time-from, not both"),
    ],
)
def test_wrong_usage_is_one_line(path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("record", *arguments)
    assert (done.returncode, done.stderr) == (2, f"tickerboard: {message}\n")


def test_a_history_that_cannot_be_written_is_one_line(tmp_path: Path, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (x)")
    for options in ((), ("--once",)):
        done = run("record", *options, page(tmp_path, "a.txt", strip(ABL="75.25")))
        assert done.returncode == 2
        assert done.stderr == f"tickerboard: {path}: not a tickerboard history; it is left untouched\n"


@pytest.fixture
def process(tmp_path: Path, path: Path) -> Iterator[subprocess.Popen[bytes]]:
    file = page(tmp_path, "page.txt", strip(ABL="75.25"))
    command = [sys.executable, "-m", "tickerboard", "record", str(file)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=restore_signals
    ) as process:
        yield process
        process.kill()


def restore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def test_a_line_each_time_the_page_changes(process: subprocess.Popen[bytes], tmp_path: Path, path: Path) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == f"2026-01-05T09:30:00+00:00  {tmp_path}/page.txt  1 quote\n".encode()
    put(tmp_path / "page.txt", strip(ABL="75.30"))
    assert process.stdout.readline().endswith(b"1 quote\n")
    assert prices(path) == ["75.25", "75.30"]


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signals_end_it(process: subprocess.Popen[bytes], number: signal.Signals, status: int) -> None:
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(number)
    assert process.wait(20) == status
    assert process.stderr is not None
    assert process.stderr.read() == b""


def test_a_pipe_is_recorded_to_its_end(path: Path) -> None:
    done = run("record", "-", stdin=strip(ABL="75.25").encode())
    assert (done.returncode, prices(path)) == (0, ["75.25"])
    done = run("record", "-", stdin=b"")
    assert (done.returncode, done.stderr) == (1, "tickerboard: standard input: no quote and no article found\n")


def test_an_address_that_answers_the_same_is_one_snapshot(path: Path) -> None:
    with Loopback(lambda _: answer(strip(ABL="75.25").encode(), Date="Mon, 05 Jan 2026 09:30:00 GMT")) as server:
        for _ in range(2):
            assert run("record", "--once", server.url + "/page?token=secret").returncode == 0
    assert rows(path, "SELECT time, observed_from, source FROM snapshots") == [
        ("2026-01-05T09:30:00+00:00", "http-date", server.url + "/page")
    ]


def test_a_failing_address_is_reported_once_and_recording_goes_on(path: Path) -> None:
    def reply(request: Request) -> bytes:
        return answer(status="503 Service Unavailable")

    with Loopback(reply) as server:
        done = run("record", "--once", server.url)
    assert done.returncode == 2
    assert "503" in done.stderr
