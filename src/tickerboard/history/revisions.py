"""Articles that changed: the text before, from the snapshot of the same page before the changed one was first seen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history import codec
from tickerboard.history.word_diff import Part, word_diff

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime

    from tickerboard.model import Article

_FIRST_ON_PAGES = """
SELECT snapshot.id, min(snapshot.time)
FROM article
JOIN appearance ON appearance.article = article.id
JOIN snapshot ON snapshot.id = appearance.snapshot
WHERE article.hash = ?
GROUP BY snapshot.page ORDER BY min(snapshot.time)"""
_BEFORE = """
SELECT earlier.id FROM snapshot JOIN snapshot earlier ON earlier.page = snapshot.page
    AND (earlier.time, earlier.id) < (snapshot.time, snapshot.id)
WHERE snapshot.id = ? ORDER BY earlier.time DESC, earlier.id DESC LIMIT 1"""
_GONE = """
SELECT snapshot.time, page.label, appearance.rank, article.headline, article.byline, article.published,
    article.section, article.url, article.paragraphs, article.related
FROM snapshot
JOIN page ON page.id = snapshot.page
JOIN appearance ON appearance.snapshot = snapshot.id
JOIN article ON article.id = appearance.article
WHERE snapshot.id = :before AND article.id NOT IN (SELECT article FROM appearance WHERE snapshot = :after)
ORDER BY appearance.rank"""


class Revision(NamedTuple):
    """An article as it was, and as it is. `seen` (UTC) is the time of the last snapshot with the earlier text.

    `source` is the label of its page.
    """

    seen: datetime
    source: str
    before: Article
    after: Article

    @property
    def parts(self) -> tuple[Part, ...]:
        """What changed in the headline and the paragraphs, word by word."""
        return word_diff(_texts(self.before), _texts(self.after))


def revision(connection: sqlite3.Connection, article: Article) -> Revision | None:
    """Return how an article came from an earlier text; None where the history has none."""
    for snapshot, _ in connection.execute(_FIRST_ON_PAGES, (codec.article_columns(article)[0],)).fetchall():
        if (found := revision_at(connection, snapshot, article)) is not None:
            return found
    return None


def revision_at(connection: sqlite3.Connection, snapshot: int, article: Article) -> Revision | None:
    """Return how an article that a snapshot has came from the text on the same page before; None if it is a new one."""
    if (before := connection.execute(_BEFORE, (snapshot,)).fetchone()) is None:
        return None
    for time, label, rank, *columns in connection.execute(_GONE, {"before": before[0], "after": snapshot}):
        earlier = codec.article_of(*columns)
        if _is_same(earlier, article, rank):
            return Revision(codec.from_micros(time), label, earlier, article)
    return None


def _is_same(earlier: Article, article: Article, rank: int) -> bool:
    """Return whether two texts are of one article: by address or headline, else a page's own by half of its words."""
    if earlier.url and article.url:
        return earlier.url == article.url
    if earlier.headline and earlier.headline == article.headline:
        return True
    if rank:
        return False
    one, other = (Counter(_words(each)) for each in (earlier, article))
    return 2 * (one & other).total() >= max(one.total(), other.total())


def _words(article: Article) -> Iterator[str]:
    for text in _texts(article):
        yield from text.split()


def _texts(article: Article) -> list[str]:
    return [*([article.headline] if article.headline else []), *article.paragraphs]
