"""The reading list: the current article, the articles that were read, and the position in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.text.digests import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.model import Article

WORDS_PER_MINUTE = 220


class TextPosition(NamedTuple):
    """A position in a text that does not depend on its width: the number of blocks and characters before it."""

    block: int = 0
    offset: int = 0


START = TextPosition()


class ReadingPosition(NamedTuple):
    """The current article, its place among all (from 1), the number of unread ones, and where to continue."""

    article: Article | None = None
    place: int = 0
    total: int = 0
    unread: int = 0
    is_read: bool = False
    spot: TextPosition = START


class ReadingList:
    """The articles of a board and what was read of them. Equal articles are one."""

    def __init__(self, marks: Iterable[str] = ()) -> None:
        """Take the marks of the articles that were read in earlier runs."""
        self._marks = dict.fromkeys(marks)
        self._articles: tuple[Article, ...] = ()
        self._article: Article | None = None
        self._read: set[Article] = set()
        self._spots: dict[Article, TextPosition] = {}
        self._unread = 0

    @property
    def standing(self) -> ReadingPosition:
        """The current article and its position."""
        article = self._article
        if article is None:
            return ReadingPosition()
        place = self._articles.index(article) + 1 if article in self._articles else 0
        spot = self._spots.get(article, START)
        return ReadingPosition(article, place, len(self._articles), self._unread, self.has_read(article), spot)

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of all articles that were read, the newest last."""
        return tuple(self._marks)

    def take(self, articles: tuple[Article, ...]) -> None:
        """Take the board's articles. The current article stays."""
        if articles is not self._articles:
            self._articles = articles
            self._count()
        if self._article is None and articles:
            self._article = articles[0]

    def visit(self, articles: tuple[Article, ...]) -> None:
        """Take the articles of another time. The current one stays if it is among them, else the first takes over."""
        self.take(articles)
        if self._article not in articles:
            self._article = articles[0] if articles else None

    def has_read(self, article: Article) -> bool:
        """Return whether an article was read, in this run or in an earlier one."""
        if article in self._read:
            return True
        if not self._marks or _mark_of(article) not in self._marks:
            return False
        self._read.add(article)
        return True

    def open(self, article: Article) -> None:
        """Make an article the current one."""
        self._article = article

    def step(self, by: int) -> None:
        """Go to the next article, or to the previous one; after the last comes the first."""
        if self._articles:
            self._article = self._articles[(self._at + by) % len(self._articles)]

    def next_unread(self) -> bool:
        """Go to the next unread article; return False where there is none but this."""
        at = self._at
        for article in (*self._articles[at + 1 :], *self._articles[:at]):
            if not self.has_read(article):
                self._article = article
                return True
        return False

    def leave(self, spot: TextPosition) -> None:
        """Leave the current article, which was read down to a position."""
        if self._article is not None:
            self._spots[self._article] = spot
            self.finish()

    def finish(self) -> None:
        """Mark the current article as read."""
        if self._article is not None and not self.has_read(self._article):
            self._read.add(self._article)
            self._marks[_mark_of(self._article)] = None
            self._count()

    @property
    def _at(self) -> int:
        return self._articles.index(self._article) if self._article in self._articles else 0

    def _count(self) -> None:
        self._unread = sum(not self.has_read(article) for article in self._articles)


def _mark_of(article: Article) -> str:
    """Return a short hash that identifies an article: of its address, or of its headline, date and first words."""
    first = article.paragraphs[0][:200] if article.paragraphs else ""
    text = article.url or "\n".join((article.headline or "", article.published or "", first))
    return blake2b(text.encode("utf-8", errors="replace"), digest_size=8).hexdigest()


def minutes(article: Article) -> int:
    """Return the minutes it takes to read an article, at least one."""
    words = sum(len(text.split()) for text in (article.headline or "", *article.paragraphs))
    return max(-(-words // WORDS_PER_MINUTE), 1)
