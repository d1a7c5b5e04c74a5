"""What the engine remembers, in a file: a restart neither fires everything again nor misses what came meanwhile."""

from __future__ import annotations

import contextlib
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.alerts.engine import EPOCH, micros_of, time_of
from tickerboard.board.row import Row
from tickerboard.model import Kind, Quote
from tickerboard.text.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tickerboard.alerts.engine import Engine
    from tickerboard.alerts.pages import Pages

VERSION = 1


def load(engine: Engine, path: Path) -> None:
    """Let an engine remember what `save` wrote. A missing or damaged file is no memory: nothing in it is worth more."""
    with contextlib.suppress(OSError, ValueError):
        given = json.loads(read_regular(path))
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError, ArithmeticError):
            recall(engine, given)


def recall(engine: Engine, given: Mapping[str, Any]) -> None:
    """Let an engine remember what `remembered` returned."""
    if given["version"] != VERSION:
        return
    _load_pages(engine.pages, given["pages"])
    for watched in engine.watched:
        if watched.rule.name in given["rules"]:
            watched.load(given["rules"][watched.rule.name])


def remembered(engine: Engine) -> dict[str, Any]:
    """Return what an engine remembers, for JSON."""
    return {
        "version": VERSION,
        "pages": _dump_pages(engine.pages),
        "rules": {watched.rule.name: watched.dump() for watched in engine.watched},
    }


def save(given: Mapping[str, Any], path: Path) -> None:
    """Write what `remembered` returned, all or nothing, for its owner only. Raise OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    try:
        draft.touch(0o600)
        draft.write_text(json.dumps(given, ensure_ascii=False), "utf-8", "replace")
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _dump_pages(pages: Pages) -> dict[str, Any]:
    return {
        "rows": [_dump_row(row) for row in pages.rows.values()],
        "standing": {page: sorted(symbols) for page, symbols in pages.standing.items()},
        "known": list(pages.known),
        "documents": pages.documents,
    }


def _load_pages(pages: Pages, given: Mapping[str, Any]) -> None:
    for each in given["rows"]:
        row = _load_row(each)
        pages.rows[row.quote.symbol] = row._replace(listing=pages.listings.find(row.quote.symbol))
    pages.standing.update({page: frozenset(symbols) for page, symbols in given["standing"].items()})
    pages.known.update(dict.fromkeys(given["known"]))
    pages.documents.update(given["documents"])


def _dump_row(row: Row) -> list[Any]:
    quote = row.quote
    figures = [None if each is None else str(each) for each in quote.figures]
    words = [quote.symbol, quote.kind.value, quote.name, quote.sector]
    return [*words, *figures, row.source, row.rank, row.old, micros_of(row.seen or EPOCH)]


def _load_row(given: list[Any]) -> Row:
    symbol, kind, name, sector, *figures, source, rank, old, seen = given
    last, change, percent = (None if each is None else Decimal(each) for each in figures)
    time = time_of(seen)
    quote = Quote(symbol, Kind(kind), last or Decimal(0), change, percent, 0, name, sector=sector)
    return Row(quote, source, rank, seen=time, old=old, observed=time)
