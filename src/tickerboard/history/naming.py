"""The articles that name a symbol around a move: where, and whether before, within or after it.

They are named together, nothing more: no article is said to be the reason of a move.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.mentions import Lexicon
from tickerboard.history import codec
from tickerboard.history.reading import first_seen
from tickerboard.history.revisions import Revision, revision_at
from tickerboard.text.charset import decode
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

    from tickerboard.history.reading import Seen
    from tickerboard.model import Article

_DAY = timedelta(days=1)
_LONGEST = 300
_KEY = 60
"""Characters of a sentence by which its line is found."""
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"(‘])")
_DOCUMENT = """
SELECT snapshot.charset, document.data FROM snapshot JOIN document ON document.id = snapshot.document
WHERE snapshot.id = ?"""


class When(StrEnum):
    """When an article came, seen from a move."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"


class Naming(NamedTuple):
    """An article that names a symbol, by the sentence that does.

    `time` (UTC) is when the article was published where the page says so with an offset, otherwise when it was first
    seen. `line` counts from 1 in the text of the page `source`, None where the sentence does not stand on one line.
    `revision` is how the article came from an earlier text, None where it did not.
    """

    when: When
    time: datetime
    article: Article
    sentence: str
    source: str
    line: int | None
    revision: Revision | None = None


def articles_naming(
    connection: sqlite3.Connection,
    names: Mapping[str, str | None],
    wanted: Collection[str],
    since: datetime,
    until: datetime,
) -> Mapping[str, tuple[Naming, ...]]:
    """Return the articles that name each wanted symbol, oldest first.

    They reach from one span before `since` to one after `until`; the span is that between both times (UTC), at least a
    day. `names` has the name of each known symbol.
    """
    span = max(until - since, _DAY)
    lexicon = Lexicon(names)
    found: dict[str, list[Naming]] = defaultdict(list)
    texts: dict[int, list[str]] = {}
    for seen in first_seen(connection, _earlier(since, span), _later(until, span)):
        time = _time(seen)
        if time < _earlier(since, span):
            continue
        named = [each for each in _sentences(lexicon, seen.article) if each[0] in wanted]
        if not named:
            continue
        if seen.snapshot not in texts:
            texts[seen.snapshot] = _lines(connection, seen.snapshot)
        when, changed = _when(time, since, until), revision_at(connection, seen.snapshot, seen.article)
        for symbol, sentence in named:
            line = _line(sentence, texts[seen.snapshot])
            found[symbol].append(Naming(when, time, seen.article, sentence, seen.source, line, changed))
    return {symbol: tuple(sorted(each, key=lambda naming: naming.time)) for symbol, each in found.items()}


def _earlier(time: datetime, span: timedelta) -> datetime:
    return time - span if time - datetime.min.replace(tzinfo=UTC) > span else datetime.min.replace(tzinfo=UTC)


def _later(time: datetime, span: timedelta) -> datetime:
    return time + span if datetime.max.replace(tzinfo=UTC) - time > span else datetime.max.replace(tzinfo=UTC)


def _time(seen: Seen) -> datetime:
    """Return when an article came: as published where that is exact, or where it was found days later."""
    try:
        published = datetime.fromisoformat(seen.article.published or "")
    except ValueError:
        return seen.time
    if published.tzinfo is not None:
        return published.astimezone(UTC)
    day = datetime.combine(published.date(), datetime.min.time(), UTC)
    return day if _days(published.date(), seen.time.date()) > 1 else seen.time


def _days(first: date, second: date) -> int:
    return (second - first).days


def _when(time: datetime, since: datetime, until: datetime) -> When:
    if time < since:
        return When.BEFORE
    return When.WITHIN if time <= until else When.AFTER


def _sentences(lexicon: Lexicon, article: Article) -> Iterator[tuple[str, str]]:
    """Yield each symbol that an article names, with the first sentence that names it; the headline is one."""
    known: set[str] = set()
    for text in (article.headline or "", *article.paragraphs):
        for mention in lexicon.find(text):
            if mention.symbol not in known:
                known.add(mention.symbol)
                yield mention.symbol, _sentence(text, mention.start)


def _sentence(text: str, at: int) -> str:
    """Return the sentence of a text that has a place in it."""
    start, end = 0, len(text)
    for stop in _SENTENCE.finditer(text):
        if stop.end() <= at:
            start = stop.end()
        else:
            end = stop.end()
            break
    return text[start:end].strip()[:_LONGEST]


def _lines(connection: sqlite3.Connection, snapshot: int) -> list[str]:
    charset, data = connection.execute(_DOCUMENT, (snapshot,)).fetchone()
    return clean(decode(codec.unpack(data), charset)).split("\n")


def _line(sentence: str, lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines, 1) if sentence[:_KEY] in line), None)
