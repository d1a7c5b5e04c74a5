"""What the frame of the table says: how many rows, in which order, what hides the others, and where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.table.column import MASK
from tickerboard.table.figures import percent
from tickerboard.ui.frame import Caption
from tickerboard.ui.table.cells import sort_mark

if TYPE_CHECKING:
    from tickerboard.board.board import Board
    from tickerboard.portfolio.positions import Total
    from tickerboard.table.view import View
    from tickerboard.ui.table.quote_table import QuoteTable


def caption_of(table: QuoteTable, board: Board | None, view: View, own_filter: str, *, held: bool) -> Caption:
    """Return the caption of the table; the filter that a named view has is not repeated.

    The foot has the totals of the user's lots.
    """
    shown, total = len(table.rows), len(board.rows) if board else 0
    facts = [f"Quotes {shown:,}/{total:,}" if shown != total else f"Quotes {total:,}"]
    facts += [f"{view.sort.column.name} {sort_mark(view.sort)}"]
    facts += [f"view {view.view}"] if view.view else []
    facts += [f"filter {view.filter}"] if view.filter != own_filter else []
    facts += ["order held"] if held else []
    place = (f"row {table.cursor + 1:,} of {shown:,}",) if shown else ()
    return Caption(
        tuple(facts), (*place, *(_worth(each, masked=table.sheet.masked) for each in (board.totals if board else ())))
    )


def _worth(total: Total, *, masked: bool) -> str:
    """Return what a total says: the gain, its percent, and how many positions have no value."""
    gain = MASK if masked else f"{total.gain:+,.2f}"
    return " ".join(
        filter(
            None,
            (
                f"gain {gain}",
                total.currency,
                f"({percent(total.gain_percent)})" if total.gain_percent is not None else "",
                f"without {total.without}" if total.without else "",
            ),
        )
    )
