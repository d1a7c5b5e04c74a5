"""What each grammar reads on the cases of other sites: `site-*.txt` and the truth beside each."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = ("right", "wrong", "missed", "invented")


def rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """Return a row a grammar: its name, pages, rows, and how many of these are right, wrong, missed and invented.

    A page counts for the grammar that read most of its quotes.
    """
    counts: dict[str, Counter[str]] = {}
    for path in sorted(folder.glob("site-*.txt")):
        grammar, found = _measured(path)
        counts.setdefault(grammar, Counter()).update(found, pages=1)
    for name, found in counts.items():
        kinds = [found[kind] for kind in KINDS]
        yield (name, *map(str, (found["pages"], sum(kinds[:3]), *kinds)))


def _measured(path: Path) -> tuple[str, Counter[str]]:
    page = parse_page(path.read_text("utf-8"))
    told = json.loads(path.with_suffix(".json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    truth = {each["symbol"]: (each["last"], each["change"], each["percent"]) for each in told["quotes"]}
    found: Counter[str] = Counter()
    for each in page.quotes:
        known = truth.pop(each.symbol, None)
        found["invented" if known is None else "right" if known == each.figures else "wrong"] += 1
    found["missed"] = len(truth)
    return f"`{page.readings[0].grammar}`" if page.readings else "none: prose, goods, votes, teams", found
