"""Which figures of a table are a quote's, as the words of its header say: `header_words.txt` lists them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Page

HEADERS = [
    line.partition(": ")[::2]
    for line in (Path(__file__).parent / "header_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
ROWS = (
    ("Acme", "195.20", "+12.40", "+6.78%", "+50.40", "+34.81%"),
    ("Alpha Steel", "45.10", "-3.20", "-6.63%", "+5.10", "+12.75%"),
    ("Beta Oil", "12.30", "+1.10", "+9.82%", "-2.10", "-14.58%"),
)
LABELS = ["Acme", "Alpha Steel", "Beta Oil"]


def bars(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def gaps(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("".join(f"{cell:<24}" for cell in cells).rstrip() for cells in rows)


def boxes(rows: Sequence[Sequence[str]], row: str, cell: str) -> str:
    lines = "".join(f"<{row}>{''.join(f'<{cell}>{each}</{cell}>' for each in cells)}</{row}>" for cells in rows)
    return f"<!doctype html><body><main><{'table' if row == 'tr' else 'div'}>{lines}</main></body>"


SHAPES = {
    "bars": lambda rows: parse_page(bars(rows)),
    "tabs": lambda rows: parse_page("\n".join(map("\t".join, rows))),
    "gaps": lambda rows: parse_page(gaps(rows)),
    "spaces": lambda rows: parse_page("\n".join(map(" ".join, rows))),
    "lines": lambda rows: parse_page("\n".join(map("\n".join, rows))),
    "table": lambda rows: parse_html(boxes(rows, "tr", "td")),
    "boxes": lambda rows: parse_html(boxes(rows, "div", "span")),
}


def page_of(shape: str, header: str) -> Page:
    names = header.split("|")
    rows = [(*each[:2], each[3]) if len(names) == 3 else each[: len(names)] for each in ROWS]
    return SHAPES[shape]([names, *rows])


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("read", "header"), HEADERS, ids=lambda each: each)
def test_a_header_says_what_is_read(read: str, header: str, shape: str) -> None:
    page = page_of(shape, header)
    quotes, rates = [each.label for each in page.quotes], [each.label for each in page.rates]
    assert quotes == (LABELS if read in ("quotes", "day") else [])
    if read == "rates":
        assert rates == LABELS or len(page.problems) == len(LABELS)
    elif read == "nothing":
        assert (rates, len(page.problems)) == ([], len(LABELS))
    else:
        assert [str(quote.percent) for quote in page.quotes] == ["6.78", "-6.63", "9.82"]
