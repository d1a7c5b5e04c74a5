"""The reader: an article wrapped by cells to a readable width, drawn line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, chop_cells
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView

from tickerboard.ui.paint import line

if TYPE_CHECKING:
    from textual.strip import Strip

    from tickerboard.model import Article


def wrap(text: str, width: int) -> list[str]:
    """Wrap words to a width of cells; a word wider than that is cut."""
    lines: list[str] = []
    current: list[str] = []
    used = 0
    for word in text.split():
        for piece in chop_cells(word, width) if cell_len(word) > width else [word]:
            cells = cell_len(piece)
            if current and used + 1 + cells > width:
                lines.append(" ".join(current))
                current, used = [], 0
            used += cells + (1 if current else 0)
            current.append(piece)
    return [*lines, " ".join(current)] if current else lines


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the reader and the class that styles it."""

    text: str
    style: str = "reader--body"


def _when(published: str) -> str:
    """Write an ISO date-time as people do: a space for the T, no seconds."""
    day, _, clock = published.partition("T")
    return f"{day} {clock[:5]}{clock[8:]}".strip()


def lay_out(article: Article, width: int, place: str | None = None) -> list[Line]:
    """Lay an article out: head, paragraphs with a blank line between, related stories where they stood."""
    lines = [Line(text, "reader--headline") for text in wrap(article.headline or "", width)]
    published = _when(article.published) if article.published else None
    facts = [fact for fact in (article.section, article.byline, published, place) if fact]
    lines += [Line(text, "reader--byline") for text in wrap(" · ".join(facts), width)]
    if lines:
        lines.append(Line(""))
    for at in range(len(article.paragraphs) + 1):
        for related in article.related:
            if related.after == at:
                lines += _related(related.text, width)
        if at < len(article.paragraphs):
            lines += [Line(text) for text in wrap(article.paragraphs[at], width)]
            lines.append(Line(""))
    return lines[:-1] if lines else lines


def _related(text: str, width: int) -> list[Line]:
    """Set another story's headline apart: an arrow, and its lines hanging behind it."""
    marks = ["→ ", *["  "] * len(text)]
    hung = [mark + piece for mark, piece in zip(marks, wrap(text, max(width - 2, 1)), strict=False)]
    return [*(Line(each, "reader--related") for each in hung), Line("")]


class Reader(ScrollView, can_focus=True, inherit_bindings=False):
    """One article at a time, at a readable width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--headline",
        "reader--byline",
        "reader--body",
        "reader--related",
    }
    DEFAULT_CSS = """
    Reader .reader--headline { text-style: bold; color: $accent; }
    Reader .reader--byline { color: $quote-flat; }
    Reader .reader--related { color: $primary; text-style: italic; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_by(1)", "down", id="reader.down"),
        Binding("up,k", "scroll_by(-1)", "up", id="reader.up"),
        Binding("pagedown", "page(1)", "page down", id="reader.page_down"),
        Binding("pageup", "page(-1)", "page up", id="reader.page_up"),
        Binding("home,g", "edge(0)", "start", id="reader.start"),
        Binding("end,G", "edge(1)", "end", id="reader.end"),
    ]

    def __init__(self, *, measure: int) -> None:
        super().__init__(id="reader")
        self._measure = measure
        self.article: Article | None = None
        self._place: str | None = None
        self._lines: list[Line] = []

    def show(self, article: Article | None, place: str | None) -> None:
        """Show an article from its start, or the one that is shown where it is; `place` is its place in the list."""
        if (article, place) == (self.article, self._place):
            return
        if article != self.article:
            self.scroll_to(y=0, animate=False)
        self.article, self._place = article, place
        self._lay_out()

    def set_measure(self, measure: int) -> None:
        """Take another width for the lines."""
        if measure != self._measure:
            self._measure = measure
            self._lay_out()

    def _lay_out(self) -> None:
        width = max(min(self.size.width - 3, self._measure), 1)
        if self.article:
            self._lines = lay_out(self.article, width, self._place)
        else:
            self._lines = [Line("no article on this page", "reader--byline")]
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew, and stay at the same part of the text."""
        share = self.scroll_offset.y / max(len(self._lines), 1)
        self._lay_out()
        self.scroll_to(y=round(share * len(self._lines)), animate=False)

    def action_scroll_by(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a screenful, keeping a line of it."""
        self.action_scroll_by(by * max(self.size.height - 1, 1))

    def action_edge(self, end: int) -> None:
        """Go to the start or the end."""
        self.scroll_to(y=end * self.virtual_size.height, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the article."""
        at = y + self.scroll_offset.y
        shown = self._lines[at] if at < len(self._lines) else Line("")
        style = self.get_component_rich_style(shown.style, partial=True)
        return line([(" ", style.null()), (shown.text, style)], self.size.width, self.rich_style)
