"""E1, E7, E8: while a page takes for ever the board answers, and what the page costs is its own source only."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = "<html><body><p>ABL 114.90 Decreased By ▼ -0.18 (-0.16%)</p></body></html>".encode()
BETTER = GOOD.replace(b"114.90", b"115.90")
ENDLESS = b"<html>" + b"<p>x" * 1_200_000
AUTHOR = b"<rss><channel><item><title>Looms</title><author>" + b"a" * 300_000 + b"</author></item></channel></rss>"
SOON = 5.0
"""Seconds on any machine, however busy; an idle one takes a fifth of a second."""


def put(path: Path, data: bytes) -> None:
    """Replace a page whole."""
    path.with_name(".new").write_bytes(data)
    path.with_name(".new").replace(path)


def workers(parent: int) -> list[int]:
    """The processes that parse for a board."""
    tasks = Path(f"/proc/{parent}/task").glob("*/children")
    children = [Path(f"/proc/{child}/cmdline") for path in tasks for child in path.read_text().split()]
    return [int(path.parent.name) for path in children if path.exists() and b"parser.worker" in path.read_bytes()]


def busy_worker(terminal: Terminal) -> int:
    """Wait until a worker has used half a second, so that it is at the hostile page."""
    end = time.monotonic() + 50
    while time.monotonic() < end:
        terminal.read(0.1)
        for worker in workers(terminal.process.pid):
            fields = Path(f"/proc/{worker}/stat").read_text().rpartition(") ")[2].split()
            if int(fields[11]) / os.sysconf("SC_CLK_TCK") > 1:
                return worker
    raise AssertionError("no worker parses it")


@pytest.fixture
def board(tmp_path: Path) -> Iterator[tuple[Terminal, Path]]:
    """A board that shows a good page of HTML, followed, and the page."""
    page = tmp_path / "page.html"
    page.write_bytes(GOOD)
    with Terminal("--live", "--no-motion", str(page), size=(120, 30)) as terminal:
        terminal.until(lambda text: "114.90" in text)
        yield terminal, page


@pytest.mark.parametrize("how", ["q", "TERM", "INT", "HUP"])
def test_e7_e8_it_ends_at_once_whatever_is_being_parsed(how: str, board: tuple[Terminal, Path]) -> None:
    terminal, page = board
    put(page, ENDLESS)
    worker = busy_worker(terminal)
    started = time.monotonic()
    if how == "q":
        terminal.type("q")
    else:
        terminal.send(signal.Signals[f"SIG{how}"])
    assert terminal.status() == {"q": 0, "TERM": 143, "INT": 130, "HUP": 129}[how]
    assert time.monotonic() - started < SOON
    terminal.assert_given_back()
    while Path(f"/proc/{worker}").exists():
        assert time.monotonic() - started < 30
        time.sleep(0.05)


def test_e7_keys_answer_and_the_last_good_board_stays(board: tuple[Terminal, Path]) -> None:
    terminal, page = board
    put(page, ENDLESS)
    busy_worker(terminal)
    terminal.type("?")
    terminal.until(lambda text: "change the theme" in text)
    terminal.type("?")
    terminal.until(lambda text: "114.90" in text and "change the theme" not in text)


def test_e7_a_page_whose_parser_is_ended_is_a_failure_and_the_next_one_is_shown(board: tuple[Terminal, Path]) -> None:
    terminal, page = board
    put(page, ENDLESS)
    os.kill(busy_worker(terminal), signal.SIGKILL)
    text = terminal.until(lambda text: "its parser ended with SIGKILL" in text)
    assert "114.90" in text
    assert "FAILED" in text
    put(page, BETTER)
    terminal.until(lambda text: "115.90" in text and "SIGKILL" not in text)


def test_e1_an_author_of_300_kb_freezes_nothing(board: tuple[Terminal, Path]) -> None:
    terminal, page = board
    put(page, AUTHOR)
    terminal.until(lambda text: "NO QUOTES" in text)
    started = time.monotonic()
    terminal.type("q")
    assert terminal.status() == 0
    assert time.monotonic() - started < SOON
