"""The sources of the board: how each is, how old its quotes are, why it fails, when it is read next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from tickerboard.board.status import State, state_of
from tickerboard.text.times import age, clock_time, day_and_time
from tickerboard.ui.dialogs.lists import ListDialog
from tickerboard.ui.parts import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.board.board import Board
    from tickerboard.board.source_state import SourceState
    from tickerboard.board.status import Moment
    from tickerboard.ui.dialogs.base import Keys

STYLES = {
    State.LIVE: "$chip-live",
    State.STALE: "$warning",
    State.FAILED: "$chip-failed",
    State.NO_QUOTES: "$chip-failed",
}


class SourcesScreen(ListDialog[None]):
    """Every source of the board, kept up to date while it is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,x", "dismiss", "back", id="sources.back"),
        Binding("down,j", "cursor('cursor_down')", "down", id="sources.down"),
        Binding("up,k", "cursor('cursor_up')", "up", id="sources.up"),
        Binding("pagedown", "cursor('page_down')", "page down", id="sources.page_down"),
        Binding("pageup", "cursor('page_up')", "page up", id="sources.page_up"),
        Binding("home,g", "cursor('first')", "first source", id="sources.first"),
        Binding("end,G", "cursor('last')", "last source", id="sources.last"),
        Binding("r", "retry", "read the source now", id="sources.retry"),
        Binding("d,delete", "remove", "remove the source", id="sources.remove"),
    ]

    class RefreshWanted(Message):
        """The user wants a source to be read now."""

        def __init__(self, source: str) -> None:
            super().__init__()
            self.source = source

    class RemovalWanted(Message):
        """The user wants a source to be taken off the board."""

        def __init__(self, source: str) -> None:
            super().__init__()
            self.source = source

    ABOUT: ClassVar[str] = "Where the pages come from: how each source is, and when it is read next."
    KEYS: ClassVar[Keys] = (
        ("sources.retry", "retry"),
        ("sources.remove", "remove"),
        ("sources.back", "back"),
    )

    def __init__(self, look: Callable[[], tuple[Board, Moment]]) -> None:
        """Take what returns the latest board and the moment to show it at."""
        super().__init__()
        self._look = look
        self._shown: list[tuple[str, Content]] = []

    def on_mount(self) -> None:
        """Fill the list and keep it true."""
        self.entitle("Sources")
        self._look_again()
        self.set_interval(1, self._look_again)

    def _look_again(self) -> None:
        """Show the sources as they are now, where that is something else than before."""
        board, moment = self._look()
        shown = [(source.source, described(source, moment)) for source in board.sources]
        if shown != self._shown:
            was = self.source
            self._shown = shown
            self._list(was)

    def fill(self) -> None:
        """List the sources."""
        self._list(self.source)

    def _list(self, was: str | None) -> None:
        """List the sources with the cursor on one of them, or else on the first one."""
        listing, shown = self.listing, self._shown
        listing.clear_options()
        listing.add_options(self.option(text) for _, text in shown)
        labels = [label for label, _ in shown]
        listing.highlighted = labels.index(was) if was in labels else (0 if labels else None)

    @property
    def source(self) -> str | None:
        """The label of the source under the cursor."""
        at = self.listing.highlighted
        return self._shown[at][0] if at is not None and at < len(self._shown) else None

    def action_retry(self) -> None:
        """Ask for the source to be read now."""
        if self.source is not None:
            self.post_message(self.RefreshWanted(self.source))

    def action_remove(self) -> None:
        """Ask for the source to be removed. The last one stays: a board without sources shows nothing."""
        if self.source is None:
            return
        if len(self._shown) == 1:
            self.notify("the only source cannot be removed", severity="warning", markup=False)
        else:
            self.post_message(self.RemovalWanted(self.source))


def described(source: SourceState, moment: Moment) -> Content:
    """Return a source's state and label, its troubles, and its times, each on a line."""
    state = state_of(source, moment)
    style = f"bold $background on {STYLES.get(state, '$quote-flat')}"
    lines = [
        Content.assemble((f" {state} ", style), f" {source.source}"),
        *(
            Content.styled(f"  {_trouble(source.source, each.label, each.reason)}", "$chip-failed")
            for each in source.troubles
        ),
        Content.styled(f"  {SEPARATOR.join(_facts(source, moment))}", "$quote-flat"),
    ]
    return Content("\n").join(lines)


def _trouble(source: str, label: str, reason: str) -> str:
    return reason if label == source else f"{label}: {reason}"


def _facts(source: SourceState, moment: Moment) -> list[str]:
    """Return how much a source has, how old that is, when it was last read, and when it is read next."""
    came = f"read {day_and_time(source.came, moment.now)}" if source.came else "not read yet"
    count = len(source.quoted.current())
    old = len(source.quoted.quotes) - count
    observed = source.had or source.observed
    return [
        f"{count:,} quote{'s' * (count != 1)}" + (f" and {old:,} old" if old else ""),
        *(
            [f"{'last quotes ' * bool(source.lost)}{age(observed, moment.now)}"]
            if observed
            else ["time unknown"]
            if source.came
            else []
        ),
        came,
        *([f"next {'try' if source.failed else 'read'} {clock_time(source.again)}"] if source.again else []),
        *([source.note] if source.note else []),
    ]
