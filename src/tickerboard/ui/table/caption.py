"""What the frame of the table says: how many rows, in which order, what hides the others, and where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.frame import Caption
from tickerboard.ui.table.cells import sort_mark

if TYPE_CHECKING:
    from tickerboard.table.view import View
    from tickerboard.ui.table.quote_table import QuoteTable


def caption_of(table: QuoteTable, view: View, own_filter: str, total: int, *, held: bool) -> Caption:
    """Return the caption of a table of so many rows in all; the filter that a named view has is not repeated."""
    shown = len(table.rows)
    facts = [f"Quotes {shown:,}/{total:,}" if shown != total else f"Quotes {total:,}"]
    facts += [f"{view.sort.column.name} {sort_mark(view.sort)}"]
    facts += [f"view {view.view}"] if view.view else []
    facts += [f"filter {view.filter}"] if view.filter != own_filter else []
    facts += ["order held"] if held else []
    return Caption(tuple(facts), (f"row {table.cursor + 1:,} of {shown:,}",) if shown else ())
