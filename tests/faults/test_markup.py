"""M: what looks like markup is shown as it stands, in every place, and means nothing."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from children import PATIENCE
from hostile import PAYLOADS, hostile
from loopback import Loopback, answer
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "page.txt"


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name.startswith("M")])
def test_it_is_shown_as_it_stands(name: str, path: Path) -> None:
    payload = PAYLOADS[name]
    path.write_text(hostile(payload), "utf-8")
    with Terminal("--no-motion", str(path), size=(90, 40)) as terminal:
        terminal.until(lambda text: f"The mills {payload}" in text)
        terminal.type("!")
        terminal.until(lambda text: "2 problems" in text and all(text.count(each) > 4 for each in payload.split()))
        terminal.type("qa")
        terminal.until(lambda text: "1 article " in text and f"● The mills {payload}" in text)
        terminal.type("q\x10report")
        terminal.until(lambda text: f"article: The mills {payload} report" in text)
        terminal.type("\x03q")
        assert terminal.status() == 0


def test_m3_a_click_on_markup_does_nothing(path: Path) -> None:
    path.write_text(hostile("[@click=app.quit]click me[/]"), "utf-8")
    with Terminal(str(path), size=(120, 30)) as terminal:
        text = terminal.until(lambda text: "click me" in text)
        row = next(at for at, line in enumerate(text.split("\n"), 1) if "click me" in line)
        column = text.split("\n")[row - 1].index("click me") + 2
        terminal.type(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        terminal.read(0.5)
        assert terminal.process.poll() is None


def test_m5_in_a_toast_and_on_the_status_line(tmp_path: Path) -> None:
    """A link's address is told while it is opened, and on the status line when it cannot be. There are no tooltips."""
    told = Event()

    def refuse(_: object) -> bytes:
        told.wait(PATIENCE)
        return answer(status="404 [/][b]not[/b] [$var]")

    with Loopback(refuse) as server:
        path = tmp_path / "page.html"
        link = f"<p><a href='{server.url}/[/][@click=app.quit]x[/]'>a link to follow</a></p>"
        story = f"<article class=story><h1 class=story__title>Looms</h1><div class='story__content'>{link}</div>"
        path.write_text(story, "utf-8")
        with Terminal("--no-motion", str(path), size=(200, 30)) as terminal:
            terminal.until(lambda text: "a link to follow" in text)
            terminal.type("2o")
            terminal.until(lambda text: "[/][@click=app.quit]x[/]" in text)
            terminal.type("b")
            terminal.until(lambda text: "opening" in text and "[@click=app.quit]x[/]" in text)
            told.set()
            terminal.until(lambda text: "404" in text.split("\n")[0])
            assert terminal.process.poll() is None


def test_m5_m6_in_a_filter_and_a_search(path: Path) -> None:
    path.write_text(hostile("[/bold] \\["), "utf-8")
    with Terminal("--no-motion", str(path), size=(200, 30)) as terminal:
        terminal.until(lambda text: "75.25" in text)
        terminal.type("/[/][b]x \\[\r")
        terminal.until(lambda text: "[/][b]x \\[" in text)
        terminal.type("\x1b")
        terminal.until(lambda text: "[/][b]x" not in text)
        terminal.type("2/[/bold] \\[\r")
        terminal.until(lambda text: "1/" in text)
        assert terminal.process.poll() is None
