"""A box of facts in front of the board, such as a quote's details."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tickerboard.table.figures import ARROWS
from tickerboard.ui.dialogs.base import SIDES, BoardDialog, Box
from tickerboard.ui.dialogs.wrapping import beside
from tickerboard.ui.frame import InnerBar
from tickerboard.ui.parts import QUOTE_STYLES

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tickerboard.ui.dialogs.base import Keys


MOVES = {f"{arrow} ": QUOTE_STYLES[way] for way, arrow in ARROWS.items()}
"""The colour of a value that begins with an arrow."""


HERE = "▶"
"""What the name of a fact begins with that stands out: the line of a page that is meant."""


class Facts(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The lines of a dialog. The keys are those of the dialog, so that each has an id and can be remapped."""

    def on_mount(self) -> None:
        """Draw the scrollbar as lists do."""
        self.vertical_scrollbar.renderer = InnerBar  # type: ignore[misc]  # Textual documents this


class Dialog(BoardDialog[None]):
    """A box of facts, each a name and a value, which may be untrusted text."""

    DEFAULT_CSS = """
    Dialog Box { width: auto; max-width: 95%; }
    Dialog Facts { width: auto; max-width: 100%; height: auto; max-height: 80vh; scrollbar-size-vertical: 1; }
    Dialog Static { width: auto; max-width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "back", id="dialog.back"),
        Binding("down,j", "scroll('down')", "down", id="dialog.down"),
        Binding("up,k", "scroll('up')", "up", id="dialog.up"),
        Binding("pagedown", "scroll('page_down')", "page down", id="dialog.page_down"),
        Binding("pageup", "scroll('page_up')", "page up", id="dialog.page_up"),
        Binding("home,g", "scroll('home')", "start", id="dialog.start"),
        Binding("end,G", "scroll('end')", "end", id="dialog.end"),
    ]

    KEYS: ClassVar[Keys] = (("dialog.down", "scroll"), ("dialog.back", "back"))

    @property
    def keys(self) -> Keys:
        """The keys to show now: lines that all have room do not scroll."""
        scrolls = self.query_one(Facts).show_vertical_scrollbar
        return self.KEYS if scrolls else tuple(each for each in self.KEYS if each[0] != "dialog.down")

    def __init__(self, title: str, facts: list[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self.facts = title, facts

    def compose(self) -> ComposeResult:
        """Yield the facts in two columns."""
        with Box(), Facts():
            yield Static(self.text)

    def on_mount(self) -> None:
        """Show the title and the keys."""
        self.entitle(self._title)
        self.watch(self.query_one(Facts), "show_vertical_scrollbar", self.show_keys, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the facts for the new width."""
        self.query_one(Facts).query_one(Static).update(self.text)

    @property
    def room(self) -> int:
        """The cells of a line."""
        return self.app.size.width * 95 // 100 - SIDES - 1  # its width may be rounded

    @property
    def text(self) -> Content:
        """The facts, the names in a quiet colour and moves in theirs; what has no room is wrapped beside its name."""
        width = max((len(name) for name, _ in self.facts), default=0)
        lines: list[Content] = []
        for name, value in self.facts:
            is_here = name.startswith(HERE)
            lead = Content.styled(f"{name:<{width}}  ", "bold $primary" if is_here else "$quote-flat")
            style = "bold" if is_here else MOVES.get(value[:2], "")
            lines += beside(lead, Content.styled(value, style), self.room)
        return Content("\n").join(lines)

    def action_scroll(self, where: str) -> None:
        """Scroll the box, at once: of keys that come faster than pictures each one counts."""
        facts = self.query_one(Facts)
        here, page, end = facts.scroll_offset.y, facts.size.height, facts.max_scroll_y
        to = {"down": here + 1, "up": here - 1, "page_down": here + page, "page_up": here - page, "home": 0, "end": end}
        facts.scroll_to(y=to[where], animate=False, immediate=True)
