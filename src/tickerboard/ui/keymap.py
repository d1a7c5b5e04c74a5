"""Every binding of the board by its id, and keys of the user's own."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from textual.binding import Binding

from tickerboard.ui.board.panes import PanedScreen
from tickerboard.ui.board.reading import ReadingScreen
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.dialogs.choices import Choice, ColumnChoice
from tickerboard.ui.dialogs.dialog import Dialog
from tickerboard.ui.dialogs.heat_map import HeatMap, HeatScreen
from tickerboard.ui.dialogs.links import LinkList
from tickerboard.ui.dialogs.sources import SourcesScreen
from tickerboard.ui.reader.pane import ReaderPane
from tickerboard.ui.reader.reader import Reader
from tickerboard.ui.table.filter_prompt import FilterPrompt
from tickerboard.ui.table.pane import TablePane
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.tape import Tape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import App

PLACES = (
    PanedScreen,
    ReadingScreen,
    BoardScreen,
    TablePane,
    QuoteTable,
    Reader,
    ReaderPane,
    LinkList,
    Tape,
    FilterPrompt,
    Dialog,
    Choice,
    ColumnChoice,
    SourcesScreen,
    HeatScreen,
    HeatMap,
)
"""All that has keys, besides the application."""
_TOGETHER = ("app", "board", "pane", "article", "view", "tape", "table", "reader", "find", "mention")
"""The parts of ids whose keys may be wanted at once on the board."""


def bindings(app: type[App[None]]) -> Iterator[Binding]:
    """Go through every binding that has an id."""
    for place in (app, *PLACES):
        for binding in place.BINDINGS:
            if isinstance(binding, Binding) and binding.id:
                yield binding


def check_keys(app: type[App[None]], keys: Mapping[str, str]) -> None:
    """Check the user's keys. Raises ValueError: an unknown id with the nearest known one, or two actions on a key."""
    known = {binding.id or "": binding.key for binding in bindings(app)}
    for name in keys:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            raise ValueError(f"keys: no action {name!r}" + (f"; did you mean {near[0]}?" if near else ""))
    now = known | dict(keys)
    for name, new in keys.items():
        for key in (each.strip() for each in new.split(",")):
            for other, taken in now.items():
                if other != name and key in taken.split(",") and _meet(name, other):
                    raise ValueError(f"keys: {key!r} would mean both {name} and {other}")


def _meet(one: str, other: str) -> bool:
    """Tell two actions that can be wanted in the same place: of one part, or of a pane and the whole board."""
    first, second = one.partition(".")[0], other.partition(".")[0]
    if first == second:
        return True
    return (
        first in _TOGETHER
        and second in _TOGETHER
        and not ({first, second} & {"reader", "find", "mention"} and {first, second} & {"table", "article"})
    )
