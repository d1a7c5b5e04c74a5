"""The links of an article: a list to choose from, and the browser."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import urlsplit

from textual.binding import Binding, BindingType
from textual.content import Content

from tickerboard.ui.dialogs.choices import LISTED
from tickerboard.ui.dialogs.lists import ListDialog
from tickerboard.ui.dialogs.matching import shortened
from tickerboard.ui.dialogs.wrapping import beside

if TYPE_CHECKING:
    from textual import events
    from textual.widgets import OptionList

    from tickerboard.ui.dialogs.base import Keys
    from tickerboard.ui.reader.blocks import Link

_OPEN = """
import sys, webbrowser
browser = webbrowser.get()
name = getattr(browser, "name", "").rpartition("/")[2]
in_terminal = name in {"www-browser", "w3m", "lynx", "links", "elinks"}
sys.exit(in_terminal or not browser.open(sys.argv[1]))
"""
"""A browser of its own process: what it prints cannot reach the screen, and one that needs the terminal is refused."""


class Where(Enum):
    """Where to open a link."""

    BROWSER = auto()
    BOARD = auto()


class Choice(NamedTuple):
    """A link, and where to open it."""

    link: Link
    where: Where


def is_web(url: str) -> bool:
    """Return whether an address may be opened: http or https, with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and url.isprintable() and " " not in url
    except ValueError:  # such as `http://[`
        return False


async def open_in_browser(url: str) -> bool:
    """Open an address in the user's browser; return whether one with its own window was found."""
    command = [sys.executable, "-I", "-c", _OPEN, url]  # isolated: imports nothing from the working folder
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)
    while process.poll() is None:  # a browser may stay, and outlive the board
        await asyncio.sleep(0.1)
    return process.returncode == 0


class LinkList(ListDialog[Choice | None]):
    """The links by number, each with its address. A typed number opens its link as soon as no longer number fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,o", "dismiss", "back", id="links.back"),
        Binding("down,j", "cursor('cursor_down')", "down", id="links.down"),
        Binding("up,k", "cursor('cursor_up')", "up", id="links.up"),
        Binding("pagedown", "cursor('page_down')", "page down", id="links.page_down"),
        Binding("pageup", "cursor('page_up')", "page up", id="links.page_up"),
        Binding("home,g", "cursor('first')", "first link", id="links.first"),
        Binding("end,G", "cursor('last')", "last link", id="links.last"),
        Binding("enter", "choose", "open in the browser", id="links.browser"),
        Binding("b", "choose_for_board", "open in the board", id="links.board"),
    ]

    ABOUT: ClassVar[str] = "The links of the article, numbered as in its text."
    KEYS: ClassVar[Keys] = (
        ("links.browser", "browser"),
        ("links.board", "board"),
        ("links.back", "back"),
    )

    def __init__(self, links: tuple[Link, ...]) -> None:
        super().__init__()
        self._links = links[:LISTED]
        self._typed = ""

    def on_mount(self) -> None:
        """List the links."""
        self.fill()
        self.entitle("Links")

    def fill(self) -> None:
        """List the links."""
        at = self.listing.highlighted or 0
        numbers = max(len(str(link.number)) for link in self._links)
        self.listing.set_options(self._entry(link, numbers) for link in self._links)
        self.listing.highlighted = at

    def _entry(self, link: Link, numbers: int) -> Content:
        """Return a link: its number, in so many cells, its text, and below that its address where that differs."""
        lines = beside(Content(f"{link.number:>{numbers}}  "), Content(shortened(link.text)), self.room)
        if link.text != link.url:
            lines += beside(Content(" " * (numbers + 2)), Content(shortened(link.url)), self.room)
        return Content("\n").join(lines)

    def on_key(self, event: events.Key) -> None:
        """Go by a typed number."""
        if event.character is None or event.character not in "0123456789":
            self._typed = ""
            return
        event.stop()
        for typed in (self._typed + event.character, event.character):
            fitting = [at for at, link in enumerate(self._links) if str(link.number).startswith(typed)]
            if fitting:
                self._typed = typed
                self.listing.highlighted = fitting[0]
                if len(fitting) == 1:
                    self.action_choose()
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was clicked."""
        self.dismiss(Choice(self._links[event.option_index], Where.BROWSER))

    def action_choose(self) -> None:
        """Open the link in the browser."""
        self.dismiss(Choice(self._links[self.listing.highlighted or 0], Where.BROWSER))

    def action_choose_for_board(self) -> None:
        """Open the link in the board."""
        self.dismiss(Choice(self._links[self.listing.highlighted or 0], Where.BOARD))
