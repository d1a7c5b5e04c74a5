"""What a live board says when its sources go wrong, in a real terminal with a real server."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from loopback import Loopback, answer
from terminal import Terminal
from tickerboard.parser.limits import Stopped
from tickerboard.sources.files import FolderSource

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "ABL 115.90 Increased By ▲ 0.82 (0.71%)\n"
    "KEL 4.66 No Change ▼ 0.00 (0%)\n"
    "KSE100 74,531 Increased By 732.1 (0.99%)\n"
    "\nThe mills said on Friday that their orders rose for a third month.\n"
)
DENIED = "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>No permission.</body></html>"
HTML = "text/html; charset=utf-8"
FEED = (
    "<rss version='2.0'><channel><title>News</title><item><title>Orders rise</title>"
    f"<author>{'a' * 300_000}</author><description>A third month.</description></item></channel></rss>"
)
RSS = "application/rss+xml"


def quits(terminal: Terminal) -> None:
    terminal.type("q")
    assert terminal.status() == 0


@pytest.mark.parametrize(
    ("body", "type_"),
    [("", "text/plain"), (DENIED, HTML), (FEED, RSS)],
    ids=["empty", "access denied", "a feed with an author of 300 kB"],
)
def test_b1_e1_a_page_that_loses_its_quotes_says_so_and_quits_at_once(body: str, type_: str) -> None:
    says = {"body": PAGE, "type": "text/plain; charset=utf-8"}
    with (
        Loopback(lambda _: answer(says["body"].encode(), Content_Type=says["type"])) as server,
        Terminal("--live", "--no-motion", f"{server.url}/news", size=(120, 30)) as terminal,
    ):
        terminal.until(lambda text: "115.90" in text and "LIVE" in text)
        says.update(body=body, type=type_)
        time.sleep(1)  # the least time between two requests
        terminal.type("r")
        text = terminal.until(lambda text: "NO QUOTES since" in text)
        status = text.splitlines()[0]
        assert "last quotes" in status
        assert "! 1" in status or "1 problem" in status
        assert "LIVE" not in status
        assert "▲1 ▼0 ■1†" in status
        assert "ABL†" in text
        terminal.type("!")
        terminal.until(lambda text: "no quotes since" in text)
        terminal.type("\x1b")
        terminal.until(lambda text: "no quotes since" not in text)
        quits(terminal)


def test_e19_nobody_waits_for_the_look_at_a_folder_of_many_pages(tmp_path: Path) -> None:
    for at in range(3):
        (tmp_path / f"{at}.txt").write_text(PAGE, "utf-8")
    stop, source = threading.Event(), FolderSource(tmp_path)
    assert source.fingerprint(stop) == source.fingerprint()
    stop.set()
    with pytest.raises(Stopped):
        source.fingerprint(stop)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.mark.parametrize("size", [(120, 30), (40, 12)])
def test_b5_a_server_that_is_down_at_the_start_is_waited_for(size: tuple[int, int]) -> None:
    port = free_port()
    with Terminal("--live", f"http://127.0.0.1:{port}/news", size=size) as terminal:
        text = terminal.until(lambda text: f" 127.0.0.1:{port}/news: cannot" in text and "FAILED" in text)
        assert "no quotes on this page" not in text
        quits(terminal)


def test_a_live_board_waits_for_a_file_to_be_filled(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.touch()
    with Terminal("--live", "--no-motion", str(path), size=(120, 30)) as terminal:
        terminal.until(lambda text: " LIVE " in text and "no quotes on this page" in text)
        terminal.type("LrrL")
        terminal.until(lambda text: " LIVE " in text and "no quotes on this page" in text)
        path.write_text("HBL 75.25 Increased By ▲ 0.18 (0.24%)\n", "utf-8")
        terminal.until(lambda text: "Quotes 1" in text and "75.25" in text)
        quits(terminal)


def test_b7_a_link_that_cannot_be_reached_is_retried_and_removed_on_the_sources_screen(tmp_path: Path) -> None:
    port = free_port()
    path = tmp_path / "feed.xml"
    path.write_text(
        '<rss version="2.0"><channel><title>News</title><item><title>Orders rise</title>'
        f"<link>http://127.0.0.1:{port}/next</link><description>A third month.</description></item></channel></rss>",
        "utf-8",
    )
    with Terminal("--live", "--no-motion", str(path), size=(80, 24)) as terminal:
        terminal.until(lambda text: "Orders rise" in text)
        terminal.type("2o")
        terminal.until(lambda text: "/next" in text)
        terminal.type("b")
        terminal.until(lambda text: "FAILED" in text)
        terminal.type("x")
        text = terminal.until(lambda text: "not read yet" in text)
        assert f"FAILED  http://127.0.0.1:{port}/next" in text
        assert "feed.xml" in text
        assert "next try" in text
        with Loopback(lambda _: answer(b"<p>Nothing"), port=port) as server:
            terminal.type("jr")
            terminal.until(lambda _: len(server.requests) == 1)
            terminal.until(lambda text: "FAILED" not in text)
        terminal.type("d")
        terminal.until(lambda text: "/next" not in text)
        terminal.type("\x1b")
        terminal.until(lambda text: "Sources" not in text)
        quits(terminal)
