"""The text of an article, wrapped to a readable width and drawn line by line, with highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tickerboard.board.mentions import Lexicon
from tickerboard.board.reading_list import START, TextPosition
from tickerboard.board.rows import Rows
from tickerboard.ui.flat_lines import FlatLines
from tickerboard.ui.ground import Grounded
from tickerboard.ui.hints import hint
from tickerboard.ui.paint import line, styles_for
from tickerboard.ui.parts import QUOTE_CLASSES
from tickerboard.ui.reader.blocks import Block, BlockKind, set_blocks
from tickerboard.ui.reader.find import Find
from tickerboard.ui.reader.following import below
from tickerboard.ui.reader.layout import Layout
from tickerboard.ui.reader.mention_walk import MentionWalk
from tickerboard.ui.reader.spans import Span, painted, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.strip import Strip

    from tickerboard.model import Article
    from tickerboard.ui.reader.blocks import Link
    from tickerboard.ui.reader.following import Below
    from tickerboard.ui.reader.layout import Line

NO_ARTICLE = (Block(BlockKind.BYLINE, "no article"),)


class Reader(Grounded, ScrollView, can_focus=True, inherit_bindings=False):
    """One article at a time, at a readable width."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_by(1)", "down", id="reader.down"),
        Binding("up,k", "scroll_by(-1)", "up", id="reader.up"),
        Binding("pagedown", "page(1)", "page down", id="reader.page_down"),
        Binding("pageup", "page(-1)", "page up", id="reader.page_up"),
        Binding("home,g", "edge(0)", "start", id="reader.start"),
        Binding("end,G", "edge(1)", "end", id="reader.end"),
        Binding("n", "find_step(1)", "next match", id="find.next"),
        Binding("N", "find_step(-1)", "previous match", id="find.previous"),
        Binding("full_stop", "walk(1)", "next quote named in the text", id="mention.next"),
        Binding("comma", "walk(-1)", "previous quote named in the text", id="mention.previous"),
        Binding("enter", "choose", "go to the row of the quote chosen in the text", id="mention.choose"),
        Binding("escape", "clear", "clear the matches or the chosen quote", id="reader.clear"),
    ]

    class SymbolChosen(Message):
        """The user wants the row of a quote that the text names."""

        def __init__(self, symbol: str) -> None:
            super().__init__()
            self.symbol = symbol

    class ArticleChosen(Message):
        """The user wants one of the articles that stand below the current one."""

        def __init__(self, article: Article) -> None:
            super().__init__()
            self.article = article

    class Sought(Message):
        """The matches, the chosen quote or the size changed."""

    class Moved(Message):
        """The user scrolled."""

        def can_replace(self, message: Message) -> bool:
            """Return whether one of several is enough."""
            return isinstance(message, Reader.Moved)

    def __init__(self, *, measure: int) -> None:
        super().__init__(id="reader")
        self._styles_cache = FlatLines()
        self._measure = measure
        self.article: Article | None = None
        self.links: tuple[Link, ...] = ()
        self.find: Find | None = None
        self.spot = START
        self._lexicon = Lexicon({})
        self._rows = Rows()
        self._room = self.size
        self._following: Sequence[Article] = ()
        self._below: Below = []
        self._lay_out(NO_ARTICLE)

    def show(self, article: Article | None, spot: TextPosition, following: Sequence[Article] = ()) -> None:
        """Show an article from a position on. The current article stays where it is.

        Those that follow it stand below one that is short.
        """
        if (article, following) == (self.article, self._following):
            return
        self._following = following
        if article == self.article:
            self._fill_below()
            return
        self.article = article
        blocks, self.links = set_blocks(article) if article else (NO_ARTICLE, ())
        self._lay_out(blocks)
        if self.find:
            self.find = Find(self.find.words, blocks, spot)
        self.go_to(spot)

    def set_measure(self, measure: int) -> None:
        """Change the greatest width of a line."""
        if measure != self._measure:
            self._measure = measure
            self.on_resize()

    def light(self, lexicon: Lexicon, rows: Rows) -> None:
        """Highlight the quotes that the text names, in the colours of their directions."""
        before, self._rows = self._rows, rows
        if lexicon is not self._lexicon:
            self._lexicon = lexicon
            self._walk = MentionWalk(self._layout.blocks, lexicon)
            self.refresh()
        elif any(before.of(each).quote.direction is not rows.of(each).quote.direction for each in self._walk.symbols):
            self.refresh()

    @property
    def progress(self) -> int:
        """The percentage of the text that is above the lower edge."""
        seen = self.scroll_offset.y + self.size.height
        return min(100 * seen // max(len(self._layout.lines), 1), 100)

    def _lay_out(self, blocks: Sequence[Block]) -> None:
        """Wrap blocks to the width, centred."""
        self._room = self.size
        room = self.size.width - 3 if self.size else self._measure
        self._layout = Layout(blocks, min(room, self._measure))
        self._margin = max((self.size.width - self._layout.width) // 2, 1)
        self._walk = MentionWalk(blocks, self._lexicon)
        self.virtual_size = Size(self.size.width, len(self._layout.lines))
        self._fill_below()

    def _fill_below(self) -> None:
        """Find what stands on the lines that the article leaves free."""
        free = self.size.height - len(self._layout.lines) if self._following else 0
        heading = hint(self.screen, ("article.next", "next"), ("article.list", "all articles")) if free > 0 else ""
        self._below = below(self._following, self._layout.width, free, heading)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Ask for the article below the current one that is clicked."""
        at = event.y - len(self._layout.lines)
        if 0 <= at < len(self._below) and (article := self._below[at][1]) is not None:
            self.post_message(self.ArticleChosen(article))

    def on_resize(self) -> None:
        """Wrap again, and stay at the same part of the text."""
        chosen = self._walk.chosen
        self.post_message(self.Sought())
        self._lay_out(self._layout.blocks)
        self._walk.chosen = chosen
        self.go_to(self.spot)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the part of the text at the top, unless only the size changes."""
        super().watch_scroll_y(old_value, new_value)
        if self.size == self._room:
            self.spot = self._layout.spot_at(round(new_value))
            self.post_message(self.Moved())

    def go_to(self, spot: TextPosition) -> None:
        """Scroll a part of the text to the top."""
        with self.prevent(self.Moved):  # the user did not read so far
            self.scroll_to(y=self._layout.line_of(spot), animate=False)
        self.spot = spot

    def _reveal(self, spot: TextPosition) -> None:
        """Scroll a part of the text into view, a third of the height below the top."""
        at, height = self._layout.line_of(spot), self.size.height
        if not 0 <= at - self.scroll_offset.y < height:
            with self.prevent(self.Moved):  # to jump is not to read
                self.scroll_to(y=max(at - height // 3, 0), animate=False)
        self.refresh()
        self.post_message(self.Sought())

    def seek(self, words: str, near: TextPosition) -> None:
        """Find words and go to the first match after a position; empty words clear the matches."""
        self.find = Find(words, self._layout.blocks, near) if words else None
        self.action_find_step(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable keys without a meaning at the moment, so that they keep their other meanings."""
        match action:
            case "find_step":
                return self.find is not None
            case "choose":
                return self._walk.chosen is not None
            case "clear":
                return self.find is not None or self._walk.chosen is not None
        return True

    def action_find_step(self, by: int) -> None:
        """Go to the next or previous match."""
        if self.find:
            self.find.step(by)
        place = self.find.place if self.find else None
        self._reveal(TextPosition(place.block, place.start) if place else self.spot)

    def action_walk(self, by: int) -> None:
        """Choose the next or previous quote that the text names, from what is in view."""
        top = self.scroll_offset.y
        chosen = self._walk.chosen
        if chosen:
            line = self._layout.line_of(TextPosition(chosen.block, chosen.mention.start))
            if not top <= line < top + self.size.height:
                self._walk.chosen = None
        edge = top if by > 0 else top + self.size.height
        if stop := self._walk.step(by, self._layout.spot_at(edge)):
            self._reveal(TextPosition(stop.block, stop.mention.start))

    def action_choose(self) -> None:
        """Ask for the row of the chosen quote."""
        if self._walk.chosen:
            self.post_message(self.SymbolChosen(self._walk.chosen.mention.symbol))

    def action_clear(self) -> None:
        """Clear the matches, or else the chosen quote."""
        if self.find:
            self.find = None
        else:
            self._walk.chosen = None
        self._reveal(self.spot)

    def action_scroll_by(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)
        self.post_message(self.Moved())

    def action_page(self, by: int) -> None:
        """Scroll by a screenful, keeping a line of it."""
        self.action_scroll_by(by * max(self.size.height - 1, 1))

    def action_edge(self, end: int) -> None:
        """Go to the start or the end."""
        self.action_scroll_by(self.virtual_size.height * (1 if end else -1))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the article."""
        lines, at = self._layout.lines, y + self.scroll_offset.y
        margin = (" " * self._margin, Style.null())
        if at >= len(lines):
            texts = self._below[at - len(lines)][0] if at - len(lines) < len(self._below) else []
            return line([margin, *((text, self._style(name)) for text, name in texts)], self.size.width, self.ground)
        shown = lines[at]
        block = self._layout.blocks[shown.block]
        ground = self._style(block.part.value)
        lead = (self._layout.lead_of(shown), ground)
        text = painted(block.text, shown.start, shown.end, ground, self._lit(shown))
        return line([margin, lead, *text], self.size.width, self.ground)

    def _lit(self, shown: Line) -> Iterator[Span]:
        """Return the highlights of a line: the quotes that it names, and above them the matches."""
        for mention in within(self._walk.in_block(shown.block), shown.start, shown.end):
            direction = self._rows.of(mention.symbol).quote.direction
            style = self._style("reader--mention") + self._style(QUOTE_CLASSES[direction])
            if self._walk.chosen == (shown.block, mention):
                style += self._style("reader--chosen")
            yield Span(mention.start, mention.end, style)
        for place in within(self.find.in_block(shown.block), shown.start, shown.end) if self.find else ():
            here = self.find is not None and place == self.find.place
            yield Span(place.start, place.end, self._style("reader--found-here" if here else "reader--found"))

    def _style(self, name: str) -> Style:
        return styles_for(self)[name]
