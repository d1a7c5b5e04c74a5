"""The articles on the board: the current one in the reader, the next, the previous, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tickerboard.board.reading_list import ReadingList
from tickerboard.ui.board.key_line import without_use
from tickerboard.ui.board.panes import PanedScreen
from tickerboard.ui.reader.pane import ReaderPane
from tickerboard.ui.reader.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.board.board import Board
    from tickerboard.model import Article


USED_CAP = 50
"""How many chosen actions are remembered."""


class ReadingScreen(PanedScreen):
    """A screen whose reader shows the articles of a board, and which knows what was read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "article(1)", "next article", id="article.next"),
        Binding("p", "article(-1)", "previous article", id="article.previous"),
        Binding("a", "articles", "list of articles", id="article.list"),
        Binding("u", "unread", "next unread article", id="article.unread"),
    ]

    class Remember(Message):
        """What the board remembers has changed."""

    def __init__(self, board: Board, read: Iterable[str]) -> None:
        """Take a board, and the marks of the articles that were read in earlier sessions."""
        super().__init__()
        self.board = board
        self._reads = board.is_article_only
        self.used: tuple[str, ...] = ()
        """The ids of actions that were chosen in the command palette, newest last."""
        self._reading = ReadingList(read)

    def show_article(self) -> None:
        """Show the current article, as it stands on this board. The first one has the focus where there is no row."""
        is_first = self._reading.standing.article is None
        self._reading.take(self.board.articles)
        reader = self.query_one(ReaderPane)
        reader.show(self._reading.standing, self.board)
        self.look_for_unused()
        if is_first and self.board.is_article_only and self.focused in (None, self.pane.table):
            self.action_pane("reader")

    @property
    def idle(self) -> frozenset[str]:
        """The ids of keys that have nothing to act on."""
        return without_use(self.board, self.query_one(ReaderPane).links)

    def look_for_unused(self) -> None:
        """Leave out the keys that have nothing to act on."""
        if (idle := self.idle) != self.unused:
            self.unused = idle
            self.show_keys()

    def read(self, article: Article) -> None:
        """Put the current article away and open another."""
        self._put_away()
        self._reading.open(article)
        self.show_article()

    def _put_away(self) -> None:
        """Remember how far the current article was read. One that is hidden for want of room was not."""
        reader = self.query_one(Reader)
        if reader.is_on_screen:
            self._reading.leave(reader.spot)
            self.post_message(self.Remember())

    def action_article(self, by: int) -> None:
        """Go to another article."""
        self._put_away()
        self._reading.step(by)
        self.show_article()

    def action_articles(self) -> None:
        """List the articles; Enter opens one."""
        if not self.board.articles:
            self.notify("no article", markup=False)
            return
        self.offer_articles(self.board.articles)

    def offer_articles(self, articles: tuple[Article, ...]) -> None:
        """List some articles; Enter opens one."""
        from tickerboard.ui.dialogs.articles import offer_articles

        offer_articles(self, articles, self._reading, self._open_article)

    def on_reader_article_chosen(self, message: Reader.ArticleChosen) -> None:
        """Open an article that stands below the current one."""
        self._open_article(message.article)

    def _open_article(self, article: Article) -> None:
        self.read(article)
        self.action_pane("reader")

    def action_unread(self) -> None:
        """Go to the next unread article."""
        self._put_away()
        if not self._reading.next_unread():
            self.notify("no other unread article", markup=False)
        self.show_article()

    def on_reader_pane_finished(self, message: ReaderPane.Finished) -> None:
        """Mark the current article as read."""
        self._reading.finish()
        self.post_message(self.Remember())
        self.show_article()

    def note_used(self, action: str) -> None:
        """Remember that an action was chosen in the command palette, by its id."""
        self.used = (*(each for each in self.used if each != action), action)[-USED_CAP:]
        self.post_message(self.Remember())
