"""What the frame of the table says, and what the table says that has no rows."""

from __future__ import annotations

import os
from shlex import quote
from typing import TYPE_CHECKING, Any

from tickerboard.board.status import waiting_for
from tickerboard.table.column import MASK
from tickerboard.table.figures import percent
from tickerboard.text.counts import counted
from tickerboard.ui.frame_parts import Caption, Choices
from tickerboard.ui.hints import hint_pairs
from tickerboard.ui.table.cells import sort_mark
from tickerboard.ui.table.note import Note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.screen import Screen

    from tickerboard.board.board import Board
    from tickerboard.portfolio.positions import Total
    from tickerboard.settings.config import ViewSettings
    from tickerboard.table.view import View
    from tickerboard.ui.table.quote_table import QuoteTable

COMMANDS = (
    ("tickerboard doctor SOURCE", "check a source, and what is read from it"),
    ("tickerboard --demo", "the sample page on a random walk"),
)
"""Commands that help where there is nothing to show."""
ALL = "all rows"
"""The name of the view that hides nothing."""
RECENT = 3
"""How many sources that were opened before are shown there."""


def caption_of(
    table: QuoteTable, board: Board | None, view: View, views: Mapping[str, ViewSettings], *, held: bool
) -> Caption:
    """Return the caption of the table, what hides rows first; the filter that a named view has is not repeated.

    The foot has the totals of the user's lots. Where room is short, the filter and how many rows it leaves are left.
    """
    shown, total = len(table.rows), len(board.rows) if board else 0
    count = f"{shown:,}/{total:,}" if shown != total else f"{total:,}"
    facts: list[str | Choices] = [f"Quotes {count}"]
    short = [count]
    if views:
        at = [*views].index(view.view) + 1 if view.view in views else 0
        facts.append(Choices((ALL, *views), at, f"view {view.view}" if at else ""))
        short.append(view.view)
    if view.filter != (views[view.view].filter if view.view in views else ""):
        facts.append(f"filter {view.filter}")
        short.append(view.filter)
    facts += [f"{view.sort.column.name} {sort_mark(view.sort)}"]
    facts += ["order held"] if held else []
    of = f" of {shown:,}" if shown == total else ""  # else the title has it, and its room is for the filter
    place = (f"row {table.cursor + 1:,}{of}",) if shown else ()
    worth = (_worth(each, masked=table.sheet.masked) for each in (board.totals if board else ()))
    return Caption(tuple(facts), (*worth, *place), short=tuple(short) if any(short[1:]) else ())


def _worth(total: Total, *, masked: bool) -> str:
    """Return what a total says: the gain, its percent, and how many positions have no value, or that none has one."""
    if total.without and not (total.cost or total.value):
        return f"{counted(total.without, 'position')} without a value"
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


def nothing_passes(screen: Screen[Any], filter_: str) -> Note:
    """Return what the table says where a filter hides all rows, with the keys that help."""
    keys = (("table.clear", "all rows"), ("filter.clear", "all rows"), ("table.filter", "another filter"))
    return Note(f"no row passes the filter: {filter_}", tuple(hint_pairs(screen, *keys)))


def nothing_came(screen: Screen[Any], board: Board, opened: Sequence[str]) -> Note:
    """Return what the table says where a board has no rows, with the keys that help.

    Where it has no article either, commands help too, and the sources that were opened before, newest last.
    """
    keys = (("board.problems", "problems"), ("board.sources", "sources"), ("app.refresh", "refresh"))
    commands = COMMANDS if board.is_empty else ()
    recent = tuple(map(_command, reversed(opened[-RECENT:]))) if board.is_empty else ()
    what = waiting_for(board) or "no quotes on this page"
    return Note(what, tuple(hint_pairs(screen, *keys)), commands, recent)


def _command(source: str) -> str:
    """Return the command that opens a source, as a shell takes it: a tilde must not be quoted."""
    home, rest = f"{os.path.expanduser('~')}/", source  # noqa: PTH111  Path.home raises where there is none
    short = "~/" if rest.startswith(home) else ""
    return f"tickerboard {short}{quote(rest.removeprefix(home))}"
