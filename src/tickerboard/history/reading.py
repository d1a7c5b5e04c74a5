"""The articles of a time, and when each was first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history import codec
from tickerboard.history.queries import bounds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime

    from tickerboard.model import Article

_SEEN = """
SELECT min(snapshot.time), snapshot.id, page.label, article.headline, article.byline, article.published,
    article.section, article.url, article.paragraphs, article.related
FROM article
JOIN appearance ON appearance.article = article.id
JOIN snapshot ON snapshot.id = appearance.snapshot
JOIN page ON page.id = snapshot.page
WHERE article.id IN (
    SELECT appearance.article FROM snapshot JOIN appearance ON appearance.snapshot = snapshot.id
    WHERE snapshot.time >= :since AND snapshot.time < :until)
GROUP BY article.id
HAVING min(snapshot.time) >= :since
ORDER BY min(snapshot.time), article.id"""


class Seen(NamedTuple):
    """An article, when it was first seen (UTC), on which page, and the number of that snapshot."""

    time: datetime
    snapshot: int
    source: str
    article: Article


def first_seen(connection: sqlite3.Connection, since: datetime | None, until: datetime | None) -> Iterator[Seen]:
    """Yield the articles that were first seen in a time, from `since` until before `until` (UTC), oldest first."""
    start, end = bounds(since, until)
    for time, snapshot, label, *columns in connection.execute(_SEEN, {"since": start, "until": end}):
        yield Seen(codec.from_micros(time), snapshot, label, codec.article_of(*columns))
