"""Guarantees of SECURITY.md that no other test checks; and that its limits and its files are the real ones."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import tickerboard
from fetches import failures_in
from loopback import Loopback, Request, answer
from tickerboard import parser
from tickerboard.alerts import delivery
from tickerboard.board import board
from tickerboard.board import source_state as part
from tickerboard.export.csv import CSV
from tickerboard.logs import file as logfile
from tickerboard.parser import documents as snapshot
from tickerboard.parser import limits
from tickerboard.parser.html import taming
from tickerboard.sources import command, files, http, pace, stdin, streams
from tickerboard.sources.url import UrlSource
from tickerboard.ui import live_board
from tickerboard.ui.dialogs.exports import to_file
from tickerboard.ui.terminal import driver

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent
MIB = 1024 * 1024
CAPS = {
    "a page by HTTP, unpacked": f"{http.BODY_CAP // MIB} MiB",
    "an HTTP request in all; to connect": f"{http.TOTAL_SECONDS:g} s; {http.CONNECT_SECONDS:g} s",
    "redirects in a row": f"{http.REDIRECTS}",
    "a wait after failures, or one that a server asks for": f"{pace.LONGEST_WAIT / 60:g} min",
    "the output of a command; its time": f"{command.OUTPUT_CAP // MIB} MiB; {command.COMMAND_SECONDS} s",
    "the output of an alert's command; its time; how many run or wait": (
        f"{delivery.LIMITS.output // 1024} KiB; {delivery.LIMITS.seconds:g} s; {delivery.WAITING}"
    ),
    "a file": f"{files.BYTES_CAP // MIB} MiB",
    "standard input that is read to its end; a page of a followed pipe": (
        f"{stdin.READ_CAP // MIB} MiB; {streams.PAGE_CAP // MIB} MiB"
    ),
    "plain text that is parsed without a separate process": f"{limits.SHORT // 1024} KiB",
    "processor time to parse a document; more for each MiB of it": (
        f"{limits.PAGE_SECONDS} s; {limits.MEBIBYTE_SECONDS} s"
    ),
    "a line of a page; the rest is cut off and reported": f"{parser.LINE_CAP:,} characters",
    "nested tags; the rest of the page is cut off and reported": f"{taming.DEPTH_CAP}",
    "the text of a page that is kept to show where a quote was read": f"{snapshot.KEPT:,} characters",
    "rows of a source on the board; the rest is counted and reported": f"{part.ROWS_CAP:,}",
    "articles kept": f"{board.ARTICLES_CAP:,}",
    "redraws of the board": f"{1 / live_board.REST_SECONDS:g} a second",
    "output that waits for a terminal that does not read": f"{driver.BACKLOG_CAP // 1024} KiB",
    "the end of the board, before it is forced": f"{driver.GRACE_SECONDS:g} s",
    "the log": f"{logfile.OLDER + 1} files of {logfile.FILE_CAP / 1e6:g} MB",
}
RUNS = re.compile(
    r"(?:import|from) (?:subprocess|pty|webbrowser|multiprocessing|ctypes)\b.*|eval|exec|__import__"
    r"|os\.(?:system|popen|exec\w+|spawn\w+|posix_spawn\w*|fork\w*)|\w+\.(?:create_subprocess_\w+|subprocess_\w+)"
)
OUR_OWN = {"parser/workers.py", "sources/children.py", "sources/supervisor.py", "ui/dialogs/links.py", "ui/heap.py"}


def test_the_limits_are_the_real_ones() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", text, re.MULTILINE)[1:] == list(CAPS.items())


def test_every_test_that_is_named_exists() -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", (ROOT / "SECURITY.md").read_text("utf-8")))
    assert len(named) > 10
    assert all((ROOT / name).is_file() for name in named)


def test_only_a_typed_command_the_browser_and_our_own_parser_are_ever_run() -> None:
    package = Path(tickerboard.__file__).parent
    places = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Attribute | ast.Name)
        and RUNS.fullmatch(ast.unparse(node))
    }
    assert places == OUR_OWN


def test_a_password_in_an_address_goes_to_its_own_host_only() -> None:
    with Loopback(lambda _: answer(b"KEL 4.66 No Change 0.00 (0%)")) as other:
        away = other.url.replace("127.0.0.1", "localhost") + "/there"

        def reply(request: Request) -> bytes:
            return answer(status="302 Found", Location="/next" if request.path == "/" else away)

        with Loopback(reply) as server:
            UrlSource(server.url.replace("http://", "http://me:hunter2@") + "/").read()
    assert [("authorization" in each.headers) for each in server.requests] == [True, True]
    assert [each.headers.get("authorization") for each in other.requests] == [None]


def test_an_export_never_writes_over_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(3):
        to_file(CSV, (), ())
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_beyond_the_cap_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    with path.open("wb") as file:
        file.truncate(files.BYTES_CAP + 1)
    assert failures_in(files.FileSource(path).read()) == [f"{path}: larger than 100 MiB"]
