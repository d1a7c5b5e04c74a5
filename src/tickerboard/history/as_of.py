"""The board as of a time, as the updates that it can be made from."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.history import codec
from tickerboard.history.names import as_named
from tickerboard.history.queries import chosen, json_list, rows_at_once
from tickerboard.history.rows import QUOTE_COLUMNS, quote_of, split
from tickerboard.model import ObservedFrom, Page, Snapshot
from tickerboard.sources.updates import Snapshots

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from tickerboard.model import Article, Quote, Rate

_LATEST = """
SELECT source.name, snapshot.id, page.label, page.url, snapshot.time, snapshot.observed_from, snapshot.confirmed,
    snapshot.problems
FROM page
JOIN source ON source.id = page.source
JOIN snapshot ON snapshot.id = (
    SELECT id FROM snapshot WHERE page = page.id AND time <= :time ORDER BY time DESC, id DESC LIMIT 1)
WHERE :all OR source.name IN (SELECT value FROM json_each(:sources))
ORDER BY source.id, page.id"""
_BY_ID = """
SELECT source.name, snapshot.id, page.label, page.url, snapshot.time, snapshot.observed_from, snapshot.confirmed,
    snapshot.problems
FROM snapshot JOIN page ON page.id = snapshot.page JOIN source ON source.id = page.source
WHERE snapshot.id IN (SELECT value FROM json_each(?))"""
_ROWS = f"""
SELECT json_group_array(json_array(series.id, quote.snapshot, quote.rank, {QUOTE_COLUMNS}))
FROM series
JOIN source ON source.id = series.source
CROSS JOIN quote ON quote.series = series.id
    AND quote.time = (SELECT max(time) FROM quote WHERE series = series.id AND time <= :time)
JOIN description ON description.id = quote.description
WHERE :all OR source.name IN (SELECT value FROM json_each(:sources))"""  # noqa: S608  the columns are a constant of ours
_OF_SNAPSHOT = f"""
SELECT {QUOTE_COLUMNS}
FROM snapshot
JOIN page ON page.id = snapshot.page
JOIN series ON series.source = page.source
CROSS JOIN quote ON quote.series = series.id AND quote.time = snapshot.time AND quote.snapshot = snapshot.id
JOIN description ON description.id = quote.description
WHERE snapshot.id = ?
ORDER BY quote.rank"""  # noqa: S608
_ARTICLES = """
SELECT appearance.snapshot, appearance.rank, article.headline, article.byline, article.published, article.section,
    article.url, article.paragraphs, article.related
FROM json_each(?) wanted
JOIN appearance ON appearance.snapshot = wanted.value
JOIN article ON article.id = appearance.article
ORDER BY appearance.snapshot, appearance.rank"""


class _Head(NamedTuple):
    """A snapshot without its rows."""

    source: str
    number: int
    label: str
    url: str
    time: int
    observed_from: str | None
    confirmed: int
    problems: str | None


def as_of(connection: sqlite3.Connection, time: datetime, sources: Sequence[str] | None) -> tuple[Snapshots, ...]:
    """Return, for each source, the update that shows its pages as they were at a time (UTC).

    A row that a page did not have any more comes in an update of its own before that, so that a board marks it old. A
    page that was confirmed later has the time of the confirmation, and none is later than `time`.
    """
    at = codec.to_micros(time)
    asked = {"time": at, **chosen(sources)}
    current = [_Head(*row) for row in connection.execute(_LATEST, asked)]
    rows = _rows(connection, asked)
    articles = _articles(connection, [head.number for head in current])
    known = {head.number for head in current}
    gone = json_list([each for each in rows if each not in known])
    past = [_Head(*row) for row in connection.execute(_BY_ID, (gone,))]
    updates = _updates(past, rows, {}, at)
    updates = (*updates, *_updates(current, rows, articles, at))
    return tuple(as_named(update, sources or ()) for update in updates)


def snapshot_as_update(connection: sqlite3.Connection, number: int, sources: Sequence[str] | None) -> Snapshots | None:
    """Return one snapshot, of some sources or of any, as the update that it was; None where it is gone by now."""
    heads = [_Head(*row) for row in connection.execute(_BY_ID, (json_list([number]),))]
    rows = {number: [quote_of(row) for row in connection.execute(_OF_SNAPSHOT, (number,))]}
    if not heads:
        return None
    (update,) = _updates(heads, rows, _articles(connection, [number]), heads[0].time)
    return as_named(update, sources or ())


def _rows(connection: sqlite3.Connection, asked: Mapping[str, Any]) -> Mapping[int, list[Quote | Rate]]:
    """Return the latest row of every series, by snapshot, in the order of the page."""
    found = sorted(rows_at_once(connection, _ROWS, asked), key=itemgetter(1, 2))
    latest = {row[0]: row[1] for row in found}  # of two at one time the later stands
    rows: dict[int, list[Quote | Rate]] = defaultdict(list)
    for series, snapshot, _, *columns in found:
        if latest[series] == snapshot:
            rows[snapshot].append(quote_of(columns))
    return rows


def _articles(connection: sqlite3.Connection, snapshots: Sequence[int]) -> Mapping[int, list[tuple[int, Article]]]:
    articles: dict[int, list[tuple[int, Article]]] = defaultdict(list)
    for snapshot, rank, *columns in connection.execute(_ARTICLES, (json_list(snapshots),)):
        articles[snapshot].append((rank, codec.article_of(*columns)))
    return articles


def _updates(
    heads: Iterable[_Head],
    rows: Mapping[int, list[Quote | Rate]],
    articles: Mapping[int, list[tuple[int, Article]]],
    at: int,
) -> tuple[Snapshots, ...]:
    """Return one update for each source."""
    shots: dict[str, list[tuple[int, Snapshot]]] = defaultdict(list)
    for head in heads:
        observed = max(min(head.confirmed, at), head.time)
        shots[head.source].append((observed, _snapshot(head, observed, rows.get(head.number, []), articles)))
    return tuple(
        Snapshots(source, tuple(shot for _, shot in each), codec.from_micros(max(seen for seen, _ in each)))
        for source, each in shots.items()
    )


def _snapshot(
    head: _Head, observed: int, rows: Iterable[Quote | Rate], articles: Mapping[int, list[tuple[int, Article]]]
) -> Snapshot:
    quotes, rates = split(rows)
    standing = articles.get(head.number, [])
    page = Page(
        quotes,
        next((article for rank, article in standing if rank == 0), None),
        tuple(article for rank, article in standing if rank != 0),
        codec.problems_of(head.problems),
        rates,
    )
    return Snapshot(head.label, codec.from_micros(observed), page, _observed_from(head.observed_from), head.url or None)


def _observed_from(column: str | None) -> ObservedFrom | None:
    """Return where a time comes from; None where the user said it."""
    return ObservedFrom(column) if column in set(ObservedFrom) else None
