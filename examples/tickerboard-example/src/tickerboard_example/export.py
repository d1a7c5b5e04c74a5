"""The export format `markdown`: a Markdown table of the quotes, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.export.format import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Quote, Snapshot


def pages(snapshots: Sequence[Snapshot]) -> str:
    """Return one table with the quotes of every page; the page's own digits, nothing where a figure is not printed."""
    lines = ["| symbol | last | change | percent |", "| --- | ---: | ---: | ---: |"]
    lines += [_line(quote) for snapshot in snapshots for quote in snapshot.page.quotes]
    return "\n".join(lines) + "\n"


def _line(quote: Quote) -> str:
    figures = ("" if figure is None else f"{figure:f}" for figure in quote.figures)
    return "| " + " | ".join((quote.symbol, *figures)) + " |"


MARKDOWN = ExportFormat("markdown", "a Markdown table of the quotes", ".md", pages)
