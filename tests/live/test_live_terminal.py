"""The board left running in a real terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from boards import put
from loopback import Loopback, answer
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "ABL {} Increased By ▲ 0.82 (0.71%)\n"
    "KEL 4.66 No Change ▼ 0.00 (0%)\n"
    "KSE100 74,531 Increased By 732.1 (0.99%)\n"
    "\nThe mills said on Friday that their orders rose for a third month.\n"
)


def page(last: str) -> str:
    return PAGE.format(last)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(page("115.90"), "utf-8")
    return path


def test_a_url_is_asked_on_its_timer() -> None:
    said = [page("116.01"), page("115.90")]
    with (
        Loopback(lambda _: answer(said.pop().encode())) as server,
        Terminal("--live", "--every", "5", server.url, size=(160, 30)) as terminal,
    ):
        terminal.until(lambda text: "115.90" in text)
        terminal.until(lambda text: "116.01" in text, 12)
    assert server.requests[1].at - server.requests[0].at >= 5


def test_a_url_that_cannot_be_read_is_one_line_and_status_2() -> None:
    with Loopback(lambda _: answer(status="404 No")) as server, Terminal(server.url, size=(160, 30)) as terminal:
        assert terminal.status() == 2
        terminal.read(0.2)
        assert "the server answered 404" in terminal.text


def test_a_refresh_writes_only_the_cells_that_changed(path: Path) -> None:
    with Terminal("--live", "--no-motion", str(path), size=(160, 40)) as terminal:
        terminal.until(lambda text: "115.90" in text)
        put(path, page("116.00"))
        terminal.until(lambda text: "Trend" in text)  # two snapshots are a trend: its column makes room once
        written = [written_by_refresh(terminal, path, last) for last in ("116.01", "116.02", "116.03")]
        # The first ones may have an end of the opening in them, if the machine is busy.
        assert not re.search("2 +KEL", written[-1])  # the tape has it too, on its own line
        assert not re.search("1 +ABL +116", written[-1])  # the symbol has not changed
        assert "The mills" not in written[-1]
        assert len(written[-1]) < 2_000


def written_by_refresh(terminal: Terminal, path: Path, last: str) -> str:
    """Change the price on the page and return what the board writes to show it, without the escape sequences."""
    terminal.until_silent()
    start = len(terminal.bytes)
    put(path, page(last))
    terminal.until(lambda text: re.search(f"1 +ABL +{last}", text) is not None)
    written = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.bytes[start:].decode("utf-8", "replace"))
    assert last in written
    return written


def test_the_demo_moves_and_is_marked() -> None:
    with Terminal("--demo", "--every", "1", size=(120, 30)) as terminal:
        terminal.until(lambda text: "SIMULATED  read" in text)
        serials = {terminal.until(lambda text: "AIRLINK" in text)[:4000]}
        terminal.read(3)
        serials.add(terminal.text[:4000])
        assert len(serials) == 2


def test_several_sources_are_one_board(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("FFL 10.04 Decreased By ▼ -0.01 (-0.1%)\n", "utf-8")
    with Terminal("--live", str(path), str(other), size=(120, 30)) as terminal:
        terminal.until(lambda text: "ABL" in text and "FFL" in text and "2 sources" in text)
        other.unlink()
        terminal.until(lambda text: "other.txt: no such file" in text)
        put(path, page("116.01"))
        text = terminal.until(lambda text: "116.01" in text)
        assert "FFL" in text
