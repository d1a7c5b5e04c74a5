"""Markup of made-up pages, and what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from decimal import Decimal


Rows = list[tuple[str, str | None, str, str | None, str | None]]


def text(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)


def rows(markup: str) -> Rows:
    """Read a page's quotes as symbol, name, last, change and percent."""
    page = parse_html(f"<html><body>{markup}</body></html>")
    return [(q.symbol, q.name, str(q.last), text(q.change), text(q.percent)) for q in page.quotes]


def table(*lines: str, cell: str = "td") -> str:
    """Build a table; the first line is its header, cells are parted by bars."""
    head, *body = [line.split("|") for line in lines]
    heads = "".join(f"<th>{text}</th>" for text in head)
    trs = "".join("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in line) + "</tr>" for line in body)
    return f"<table><tr>{heads}</tr>{trs}</table>"
