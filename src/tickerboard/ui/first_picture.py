"""The first picture of a board: the lines of its table, before Textual is loaded, which takes longer than the page.

The figures stand where the board paints them, in the same colours, so that nothing moves when it does. What needs
Textual (frames, article, tape) comes with it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from rich.color import ColorSystem
from rich.style import Style

from tickerboard.table.view import View, groups_of
from tickerboard.ui.board.room import (
    LOW,
    OTHER_LINES,
    SIDE_BY_SIDE,
    are_brief,
    frames_of,
    free_lines,
    has_one_pane,
    is_too_small,
    shared_width,
    split_of,
    table_width,
    third_pane,
)
from tickerboard.ui.frame_parts import Frames
from tickerboard.ui.looks import LOOKS, TERMINAL
from tickerboard.ui.parts import SHADE, way_and_strength, width_of
from tickerboard.ui.table.filled import is_recorded
from tickerboard.ui.table.sheet import HEAD
from tickerboard.ui.terminal.pinning import pinned
from tickerboard.ui.text_styles import TextStyles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.board.board import Board
    from tickerboard.settings.config import Config
    from tickerboard.settings.state import State
    from tickerboard.ui.parts import Parts
    from tickerboard.ui.table.sheet import Sheet, Wanted

_SYSTEMS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}
_TERMS = {"256color": "256", "kitty": "256"}


class Place(NamedTuple):
    """Where the lines of the table are, in cells and lines from the window's left upper corner."""

    x: int
    y: int
    width: int
    height: int


class Paint:
    """The colours of a theme on this terminal. Raise LookupError for a theme that is not ours."""

    def __init__(self, theme: str) -> None:
        look = {look.name: look for look in (*LOOKS, TERMINAL)}[theme]
        self._system = _SYSTEMS[_system()]
        is_plain = self._system is ColorSystem.STANDARD or look is TERMINAL
        colours = look.plain_colours if is_plain else look.colours
        named = {name: colour.removeprefix("ansi_") for name, colour in colours.items()}
        self._no_color = bool(os.environ.get("NO_COLOR"))
        self._styles = TextStyles(named, plain=is_plain or self._no_color)

    def line(self, parts: Iterable[tuple[str, str]], styles: Iterable[str] = ()) -> str:
        """Return texts in the styles of their classes, on the styles of the whole line."""
        ground = Style.combine(self._style(each) for each in ("table--ground", *styles))
        looks = [(text, self._style(name)) for text, name in parts]
        if ground.reverse:
            looks = [(text, look.without_color) for text, look in looks]
        return "".join((ground + look).render(text, color_system=self._system) for text, look in looks)

    def _style(self, name: str) -> Style:
        """Return a style by its name, empty for the style of the ground."""
        if name.startswith(SHADE):  # backgrounds are blended with Textual's colours: the board brings them
            name, _ = way_and_strength(name)
        style = self._styles[name] if name else Style.null()
        return style.without_color if self._no_color else style


def _system() -> str:
    """Return the colours of the terminal, as Rich finds them."""
    wanted = os.environ.get("TEXTUAL_COLOR_SYSTEM") or "auto"
    if wanted != "auto":
        return wanted
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return "truecolor"
    return _TERMS.get(os.environ.get("TERM", "").strip().lower().rpartition("-")[2], "standard")


def first_picture(
    board: Board, config: Config, state: State, sheet: Sheet, size: tuple[int, int], *, live: bool
) -> str:
    """Return what a terminal of a size shows first of a board, live or not, with the view of the last session.

    It is nothing for a board without rows, for a theme that is not ours, and for themes and keys of the user's own,
    which only Textual can check. The sheet keeps what was measured and made, for the table.
    """
    if is_too_small(*size) or not board.rows or config.themes or config.keys:
        return ""
    try:
        paint = Paint(config.theme)
    except LookupError:
        return ""
    view = View.restored(config, state)
    sheet.is_focused = True
    sheet.filled.awaits_recorded = is_recorded(board, config, live=live)
    sheet.watchlist = frozenset(state.watchlist)
    rows = view.apply(board.rows, view.test(groups_of(config, state.watchlist)))
    sheet.measure(view.columns, board.rows, view.sort.apply(board.rows)[: size[1]])
    place = _place(size, board, config.side, sheet.wanted(view.columns), split_of(state.split))
    pictures = [sheet.picture(row, place.width, at_cursor=not at) for at, row in enumerate(rows[: place.height - 1])]
    table = [(sheet.headings(place.width, view.sort), (HEAD,)), *pictures]
    lines = [paint.line([(" " * size[0], "")])] * size[1]
    for y, (parts, styles) in enumerate(table, place.y):
        left, right = (paint.line([(" " * width, "")]) for width in (place.x, size[0] - place.x - place.width))
        lines[y] = left + paint.line(_filled(parts, place.width), styles) + right
    return "".join(f"\x1b[{y};1H{pinned(line)}" for y, line in enumerate(lines, 1))


def _filled(parts: Iterable[tuple[str, str]], width: int) -> Parts:
    """Return parts that fill a width of cells."""
    given = list(parts)
    return [*given, (" " * (width - width_of(given)), "")]


def _place(size: tuple[int, int], board: Board, side: str, wanted: Wanted, split: int | None) -> Place:
    """Return where the table is in a window, without its frame."""
    is_alone = has_one_pane(*size)
    has_reader = not is_alone and bool(board.articles)
    frames = frames_of(*size, is_alone=not has_reader)
    width, lines = size[0], size[1] - OTHER_LINES + (size[1] < LOW)
    if not is_alone and width >= SIDE_BY_SIDE:
        free = free_lines(*size, board.rows, side, is_alone=is_alone)
        third = third_pane(width, side, board, is_alone=is_alone, free=free)
        width, lines = shared_width(width, third), lines - free
        if has_reader:
            brief = are_brief(board.articles, size[1] - OTHER_LINES - free)
            width = table_width(width, wanted, split, are_brief=brief)
    elif has_reader:
        lines = (lines - 1) // 2 if split is None else lines * split // 100
    above, below = frames is not Frames.SHARED, frames is Frames.BOXED
    return Place(1, 1 + above, width - 2, lines - above - below)
