"""Every binding of the board by its id, and the check of the user's own keys."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from tickerboard.ui.board.panes import PanedScreen
from tickerboard.ui.board.quotes import QuotesScreen
from tickerboard.ui.board.reading import ReadingScreen
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.board.side import SideLines
from tickerboard.ui.board.tape_keys import TapeScreen
from tickerboard.ui.board.travel import TravelScreen
from tickerboard.ui.dialogs.alerts import AlertsScreen
from tickerboard.ui.dialogs.base import BoardDialog
from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.dialogs.column_choice import ColumnChoice
from tickerboard.ui.dialogs.details import Details
from tickerboard.ui.dialogs.dialog import Dialog
from tickerboard.ui.dialogs.links import LinkList
from tickerboard.ui.dialogs.lists import Prompt
from tickerboard.ui.dialogs.sources import SourcesScreen
from tickerboard.ui.heat.heat_map import HeatMap
from tickerboard.ui.heat.heat_screen import HeatScreen
from tickerboard.ui.history.moved import MovedScreen
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
    TravelScreen,
    QuotesScreen,
    TapeScreen,
    BoardScreen,
    TablePane,
    QuoteTable,
    Reader,
    ReaderPane,
    SideLines,
    LinkList,
    Prompt,
    Tape,
    FilterPrompt,
    BoardDialog,
    Dialog,
    Details,
    Choice,
    ColumnChoice,
    SourcesScreen,
    AlertsScreen,
    MovedScreen,
    HeatScreen,
    HeatMap,
)
"""Every class with bindings, besides the application."""
_BOARD = ("app", "board", "pane", "article", "view", "tape", "time")
"""The parts of ids whose keys work anywhere on the board."""
_PANES = (
    ("table",),
    ("reader", "find", "mention"),
    ("side",),
    ("heat",),
    ("tape.next", "tape.previous", "tape.choose", "tape.filter"),
)
"""The ids, or the parts of ids, whose keys work on the board while one pane has the focus."""
_DIALOG_HEAT = tuple(binding.id for binding in HeatScreen.BINDINGS if isinstance(binding, Binding))
"""Actions of the heat map that work only where it fills the screen."""
_SHADOWED = ({"article", "reader"}, {"article", "find"}, {"article", "mention"})
"""The keys of the reader come before those of the articles: `n` is the next match, or else the next article."""
_EVERYWHERE = ("app.interrupt", "app.palette", "app.help")
"""Actions whose keys work in dialogs too."""
_NAMED = tuple(key.value for key in Keys if key.value.isalnum() and key is not Keys.Return)
"""The keys that are not characters, without modifiers, in Textual's names."""
_MODIFIERS = ("alt", "ctrl", "shift")
_SAME_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""Keys that terminals send as other keys."""


def bindings(app: type[App[None]]) -> Iterator[Binding]:
    """Go through every binding that has an id; one id may stand in several places."""
    seen: set[str] = set()
    for place in (app, *PLACES):
        for binding in place.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id and binding.id not in seen:
                seen.add(binding.id)
                yield binding


def check_keys(app: type[App[None]], keys: Mapping[str, str]) -> None:
    """Check the user's keys.

    Raises ValueError for an unknown id, a key that no terminal sends, or two actions on one key in one place.
    """
    known = {binding.id or "": _split(binding.key) for binding in bindings(app)}
    for name, new in keys.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            raise ValueError(f"keys: unknown action {name!r}" + (f"; did you mean {near[0]}?" if near else ""))
        for key in _split(new):
            if why := _invalid(key):
                raise ValueError(f"keys: {name}: {why}")
    now = known | {name: _split(new) for name, new in keys.items()}
    for name in keys:
        for key in now[name]:
            for other, taken in now.items():
                if other != name and key in taken and _meet(name, other):
                    raise ValueError(f"keys: {key!r} would mean both {name} and {other}")


def _split(keys: str) -> list[str]:
    """Return the keys of a list in Textual's long form, such as `question_mark` for `?`."""
    return [_long(key.strip()) for key in keys.split(",")]


def _long(key: str) -> str:
    modifiers, _, base = key.rpartition("+")
    if len(base) != 1 or base.isalnum():
        return key
    named = unicodedata.name(base, base).lower().replace("-", "_").replace(" ", "_")
    named = KEY_NAME_REPLACEMENTS.get(named, named)
    return f"{modifiers}+{named}" if modifiers else named


def _invalid(key: str) -> str | None:
    """Return why no terminal sends a key, or None for one that can be pressed."""
    if not key:
        return "a key is missing"
    if key in _SAME_AS:
        return f"terminals send {key!r} as {_SAME_AS[key]!r}"
    *modifiers, base = key.split("+")
    character = key_to_character(base)
    is_character = character is not None and character.isprintable() and (len(base) == 1 or not character.isalnum())
    if not (is_character or base in _NAMED):
        near = difflib.get_close_matches(base.lower(), _NAMED, 1)
        return f"unknown key {key!r}" + (f"; did you mean {near[0]}?" if near else "")
    if not set(modifiers) <= set(_MODIFIERS):
        return f"unknown key {key!r}; known modifiers: {', '.join(_MODIFIERS)}"
    if modifiers != sorted(set(modifiers)):
        return f"unknown key {key!r}; write {'+'.join([*sorted(set(modifiers)), base])}"
    if modifiers == ["shift"] and is_character and base != "space":
        return f"terminals send {key!r} as {base.upper()!r}" if base.isalpha() else f"terminals do not send {key!r}"
    return None


def _meet(one: str, other: str) -> bool:
    """Return whether two actions can be wanted in one place: of one part, or of a pane and the whole board."""
    if one in _EVERYWHERE or other in _EVERYWHERE:
        return True
    first, second = one.partition(".")[0], other.partition(".")[0]
    if first == second:
        return True
    if one in _DIALOG_HEAT or other in _DIALOG_HEAT or {first, second} in _SHADOWED:
        return False
    one_pane, other_pane = _pane_of(one), _pane_of(other)
    on_board = (one_pane or first in _BOARD) and (other_pane or second in _BOARD)
    return bool(on_board) and (one_pane is other_pane or None in {one_pane, other_pane})


def _pane_of(action: str) -> tuple[str, ...] | None:
    """Return the pane in which an action works; None for one that works in all panes, or in a dialog."""
    part = action.partition(".")[0]
    return next((pane for pane in _PANES if part in pane or action in pane), None)
