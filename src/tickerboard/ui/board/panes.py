"""The layout of the panes: side by side, one above the other, one at a time, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tickerboard.ui.board.key_line import FILTERED, KeyLine
from tickerboard.ui.board.room import (
    HEAT,
    LEAST_SHARE,
    LOW,
    NO_SIDE,
    OTHER_LINES,
    SIDE_BY_SIDE,
    THREE_PANES,
    are_brief,
    frames_of,
    free_lines,
    has_one_pane,
    is_too_small,
    shared_width,
    table_width,
    third_pane,
)
from tickerboard.ui.board.rules import unset
from tickerboard.ui.board.status_line import StatusLine
from tickerboard.ui.frame import Divider, FramedPane
from tickerboard.ui.frame_parts import Frames
from tickerboard.ui.hints import hint, hint_pairs
from tickerboard.ui.painting import PaintedScreen
from tickerboard.ui.presence import has_parts
from tickerboard.ui.telling import TellingScreen

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size
    from textual.notifications import SeverityLevel
    from textual.widget import Widget

    from tickerboard.board.board import Board
    from tickerboard.ui.board.side import SidePane
    from tickerboard.ui.heat.pane import HeatPane
    from tickerboard.ui.table.pane import TablePane
    from tickerboard.ui.table.quote_table import QuoteTable

FRAME_SIDE = 1
"""The cells of a pane's width beside those of its body and the scrollbar."""


class PanedScreen(PaintedScreen, TellingScreen, inherit_bindings=False):
    """A screen with a table and a reader, which have the ids `table` and `reader`; its style sheet has the layouts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pane('table')", "quote table", id="pane.table"),
        Binding("2", "pane('reader')", "article reader", id="pane.reader"),
        Binding("3", "pane('tape')", "tape", id="pane.tape"),
        Binding("4", "pane('side')", "third pane", id="pane.third"),
        Binding("5", "pane('heat')", "board's heat map", id="pane.heat"),
        Binding("tab", "app.focus_next", "next pane", id="pane.next"),
        Binding("shift+tab", "app.focus_previous", "previous pane", id="pane.previous"),
        Binding("right_parenthesis,shift+right", "split(5)", "larger table, smaller reader", id="pane.larger"),
        Binding("left_parenthesis,shift+left", "split(-5)", "smaller table, larger reader", id="pane.smaller"),
        Binding("i", "side", "what the third pane shows", id="pane.side"),
        Binding("z", "zoom", "show the focused pane alone, or all", id="pane.zoom"),
    ]
    pane: TablePane
    unused: frozenset[str] = frozenset()
    """The ids of keys that have nothing to act on."""
    side: SidePane | None = None
    """The third pane, once it was shown."""
    side_shows = NO_SIDE
    """What it shows where it fits."""
    heat: HeatPane | None = None
    """The heat map, once it was shown; it takes what the rows leave free below, or the place of the third pane."""
    board: Board
    _reads = False
    """Whether the reader had the focus last."""
    split: int | None = None
    """The percentage of the panes that the table takes; None gives it the width of its columns, or half the height."""

    _third = ""
    """What the third pane shows, empty where there is none."""
    _are_brief = False
    """Whether the articles have room in a narrow reader."""

    class Split(Message):
        """The user moved the border between the panes."""

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the new size."""
        self.fit(event.size)
        self.call_next(self.show_side)
        self._focus_again()

    def _focus_again(self) -> None:
        """Give the focus back to the pane that had it last, where nothing has it and there is a board."""
        if not self.has_class("-small") and self.focused is None:
            self.call_after_refresh(self.action_pane, "reader" if self._reads else "table")

    def _reset_focus(self, widget: Widget, avoiding: list[Widget] | None = None) -> None:
        """Take the focus from a hidden widget, but not if it is shown again by the time it hears of that.

        Textual would move the focus to the previous pane.
        """
        if avoiding is None and widget in self.focus_chain:
            return
        super()._reset_focus(widget, avoiding)
        self._focus_again()

    def fit(self, room: Size) -> None:
        """Choose the layout for a size.

        A board without rows has one pane: the article, or without one the table, which says what to do. One without
        an article has no reader.
        """
        self.set_class(is_too_small(*room), "-small")
        self.set_class(self._is_single(room), "-single")
        self.set_class(room.width >= SIDE_BY_SIDE, "-wide")
        self.set_class(room.height < LOW, "-low")
        self._fit_extras(room)
        self.share_width()
        self.share_frames(room)

    def _is_single(self, room: Size) -> bool:
        return has_one_pane(*room) or not (self.board.rows and self.board.articles)

    def _fit_extras(self, room: Size) -> None:
        """Show the third pane where it fits. The heat map is below where lines are free, or else the third pane."""
        alone = self.has_class("-zoomed") or has_one_pane(*room) or self.board.is_empty
        rows = self.board.rows
        lines = free_lines(*room, rows, self.side_shows, is_alone=alone)
        self._third = third_pane(room.width, self.side_shows, self.board, is_alone=alone, free=lines)
        self._are_brief = are_brief(self.board.articles, room.height - OTHER_LINES - lines)
        self.set_class(self._third not in {"", HEAT}, "-third")
        self.set_class(bool(lines), "-heat-below")
        self.set_class(self._third == HEAT, "-heat-third")
        if self.heat is not None:
            self.heat.take_place(lines, is_chosen=self.side_shows == HEAT and room.width >= THREE_PANES)

    def extra_panes(self) -> tuple[SidePane | HeatPane, ...]:
        """Return the panes that are shown besides table and article, made where they are shown for the first time."""
        panes: list[SidePane | HeatPane] = []
        if self.has_class("-third"):
            from tickerboard.ui.board.side import SidePane

            self.side = self.side or SidePane()
            self.side.shows = self._third
            panes.append(self.side)
        if self.has_class("-heat-third") or self.has_class("-heat-below"):
            from tickerboard.ui.heat.pane import HeatPane

            if self.heat is None:
                self.heat = HeatPane()
                self._fit_extras(self.app.size)
            panes.append(self.heat)
        return tuple(panes)

    async def show_side(self) -> None:
        """Show the panes as the board is now, with the rows that the table shows."""
        room = self.app.size
        if self._is_single(room) != self.has_class("-single"):
            self.fit(room)
        self._fit_extras(room)
        self.share_width()
        if not has_parts(self):
            return
        for pane in self.extra_panes():
            if not pane.is_attached:
                pane.set_frames(self.pane.frames)
                await self.query_one("#panes").mount(pane)
                self.show_keys()
            pane.show(self.board, self.pane.table.passing(self.board.rows), self.pane.view.filter)

    async def action_side(self) -> None:
        """Show something else in the third pane, or leave it out."""
        from tickerboard.ui.board.side_contents import CONTENTS

        names = [*CONTENTS, HEAT, NO_SIDE]
        self.side_shows = names[(names.index(self.side_shows) + 1) % len(names)]
        self.fit(self.app.size)
        await self.show_side()
        if self.app.size.width < THREE_PANES:
            self.notify(f"third pane: {self.side_shows}, from {THREE_PANES} columns", markup=False)

    def share_frames(self, room: Size) -> None:
        """Draw the frames for a size."""
        alone = self._is_one_pane
        self.set_class(self._reads and alone, "-reading")
        frames = frames_of(*room, is_alone=alone)
        self.set_class(frames is Frames.SHARED, "-shared")
        for pane in self._panes:
            pane.set_frames(frames)
        self.on_framed_pane_captioned()

    @property
    def _panes(self) -> tuple[FramedPane, ...]:
        """The panes with frames."""
        raise NotImplementedError

    def on_framed_pane_captioned(self) -> None:
        """Repeat the captions of the panes on the line that they share."""
        if self.has_class("-shared") and self.is_mounted:
            above, below, *_ = self._panes
            divider = self.query_one(Divider)
            divider.show(above.caption, focused=above.is_focused)
            divider.show_below(below.caption, focused=below.is_focused)

    def share_width(self) -> None:
        """Share the room between table and reader, where both are shown."""
        width, styles = self._width, self.pane.styles
        both = not self._is_one_pane
        if both and width >= SIDE_BY_SIDE:
            styles.width = self._table_width
        else:
            unset(styles, "width")
        if both and width < SIDE_BY_SIDE and self.split is not None:
            styles.height = f"{self.split}%"
        else:
            unset(styles, "height")

    @property
    def _width(self) -> int:
        """The cells that table and reader share."""
        return shared_width(self.app.size.width, self._third)

    @property
    def _table_width(self) -> int:
        return table_width(self._width, self.pane.wanted, self.split, are_brief=self._are_brief)

    def on_quote_table_columns_chosen(self, message: QuoteTable.ColumnsChosen) -> None:
        """Name the columns that were added and for which the table, at its new width, has no room."""
        new, table = self.pane.styles.width, self.pane.table
        shown = table.sheet.columns(int(new.value) - FRAME_SIDE if new and new.is_cells else table.size.width)
        if hidden := [each.name for each in self.pane.shown_columns if each in message.added and each not in shown]:
            self.notify(f"no room for {', '.join(hidden)}; the table needs more width", markup=False)

    def action_split(self, by: int) -> None:
        """Move the border between the panes by a percentage of the room."""
        width, now = self._width, float(self.split or 50)
        if width >= SIDE_BY_SIDE:
            now = 100 * self._table_width / width
        self.split = min(max(5 * round((now + by) / 5), LEAST_SHARE), 100 - LEAST_SHARE)
        self.share_width()
        self.post_message(self.Split())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the pane that has the focus where there is room for one."""
        self._show_alone(event.widget.id)
        for pane in self._panes:
            pane.show_focus(within=pane in event.widget.ancestors)
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys of the focused pane, and in each frame the key that leads there."""
        if self.focused is not None and self.focused.id is not None:
            self.query_one(KeyLine).show(self.focused.id, FILTERED if self.pane.view.filter else (), self.unused)
        keys = {jump: key for key, jump in hint_pairs(self, *((pane.JUMP, pane.JUMP) for pane in self._panes))}
        for pane in self._panes:
            pane.set_key(keys.get(pane.JUMP, ""))

    def tell(self, message: str, severity: SeverityLevel) -> bool:
        """Show a message on the status line, with the key of the list of messages where it has to be cut."""
        line, whole = self.query_one(StatusLine), hint(self, ("board.messages", "all"))
        return not self.has_class("-small") and line.tell(message, severity, whole)

    def _show_alone(self, name: str | None) -> None:
        """Show a pane where there is room for one; elsewhere nothing changes, which saves a new layout."""
        if name in {"table", "reader"}:
            self._reads = name == "reader"
            self.set_class(self._reads and self._is_one_pane, "-reading")

    @property
    def _is_one_pane(self) -> bool:
        return self.has_class("-zoomed") or self.has_class("-single")

    def action_pane(self, name: str) -> None:
        """Focus a pane, and show it if it is hidden for want of room; say how to see one that is not on the board."""
        if why := self._missing(name):
            self.notify(why, markup=False)
            return
        self._show_alone(name)
        self.query_one(f"#{name}").focus()

    def _missing(self, name: str) -> str:
        """Return why a pane is not on the board, and which key helps; empty for one that is."""
        if name == "side" and not self.has_class("-third"):
            return f"no third pane here; {hint(self, ('pane.side', f'chooses it, from {THREE_PANES} columns'))}"
        if name == "heat" and not (self.has_class("-heat-below") or self.has_class("-heat-third")):
            return f"no room for the heat map here; {hint(self, ('board.heat', 'shows it alone'))}"
        return ""

    def action_zoom(self) -> None:
        """Show the focused pane alone, or all again."""
        self.toggle_class("-zoomed")
        self.fit(self.app.size)
