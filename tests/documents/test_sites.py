"""Pages in the structure of well-known sites, their figures made up: each gives its quotes, and no others.

`sites/NAME.html` is a page, `NAME.json` its quotes: symbol, name, last, change, percent, and further fields.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from tickerboard.model import Quote

SITES = Path(__file__).parent / "sites"
NAMES = sorted(path.stem for path in SITES.glob("*.html"))


def shown(value: object) -> str | None:
    return None if value is None else str(value)


def row(quote: Quote, further: dict[str, str]) -> list[Any]:
    """Return a quote as the JSON files have it, with those further fields that are asked for."""
    fields = [quote.symbol, quote.name, *map(shown, quote.figures)]
    return [*fields, {key: shown(getattr(quote, key)) for key in further}] if further else fields


@pytest.mark.parametrize("name", NAMES)
def test_a_site(name: str) -> None:
    page = parse_html((SITES / f"{name}.html").read_text())
    expected = json.loads((SITES / f"{name}.json").read_text())
    further = {line[0]: line[5] for line in expected if len(line) > 5}
    assert sorted(row(quote, further.get(quote.symbol, {})) for quote in page.quotes) == sorted(expected)
