"""The keyboard: keys are passed on one by one, so that each acts on the board as the previous key left it.

Textual passes a key on while the previous one still climbs from widget to widget: of `?j` typed in one go the `j`
reaches the table under the dialog, `q` right behind an Enter quits instead of closing the details, and Enter in the
palette runs what was listed before the letters in front of it. `tests/faults/test_canaries.py` shows when it no longer
does.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from functools import partial
from inspect import Signature
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, ScreenStackError
from textual.worker import WorkerError

from tickerboard.ui.painting import PaintedScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.message_pump import MessagePump
    from textual.screen import Screen

PATIENCE_SECONDS = 1.0
"""The most that a key waits for what the previous one has begun."""
CALM = 3
"""How often all that waits between the focus and the application is done before a key is: the key climbs, then what it
called for, then the choice that Enter in the palette passes to its list."""

INTERRUPT = "ctrl+c"
"""The key that waits for none but the one in hand: what was typed before it is dropped, as in a shell."""

Typed = events.Key | events.Paste


class TypedApp(App[None], inherit_bindings=False):
    """An application that takes keys however fast they are typed."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._typed: deque[Typed] = deque()
        self._held: PaintedScreen | None = None

    def hold_picture(self) -> None:
        """Paint nothing more until the key that has just come has acted: both would be painted one after the other."""
        with suppress(ScreenStackError):
            if self.focused is not None and isinstance(self.screen, PaintedScreen):
                self._held = self.screen
                self._held.hold()

    def _release_picture(self) -> None:
        """Paint; at once, unless more keys wait: on a slow machine these are painted together."""
        held, self._held = self._held, None
        if held is not None:
            held.release()
            if len(self._typed) == 1:
                held.end_rest()

    async def on_event(self, event: events.Event) -> None:
        """Put what is typed in line; all else goes its way."""
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if _interrupts(event):
            in_hand, *waiting = self._typed
            self._typed = deque([in_hand, *filter(_interrupts, waiting)])
        if len(self._typed) == 1:
            self.run_worker(self._hand_on(), group="keyboard")

    async def _hand_on(self) -> None:
        if self.focused is None:  # typed before the board was there
            with suppress(TimeoutError, ScreenStackError):
                await asyncio.wait_for(_laid_out(self.screen), PATIENCE_SECONDS)
        while self._typed:
            for step in (self._listed, self._handle):
                with suppress(TimeoutError, ScreenStackError):  # no screen is left for a key once the application ends
                    await asyncio.wait_for(step(self._typed[0]), PATIENCE_SECONDS)
            self._typed.popleft()

    async def _listed(self, event: Typed) -> None:
        """Wait until the palette has looked for what was typed into it: Enter means a line of that list."""
        if isinstance(event, events.Key) and event.key == "enter" and is_palette(self.screen):
            for search in [each for each in self.workers if each.node is self.screen]:
                with suppress(WorkerError):
                    await search.wait()

    async def _handle(self, event: Typed) -> None:
        """Hand a key on, and wait until it is done with: a dialog that it opened is there and has the focus."""
        screen = self.screen
        try:
            await _in_turn(self, partial(super().on_event, event))
            calm = await self._climbed(0)
        finally:
            self._release_picture()
        while calm < CALM:
            calm = await self._climbed(calm)
        if self.screen is not screen:
            await _laid_out(self.screen)

    async def _climbed(self, calm: int) -> int:
        """Wait until all that waits between the focus and the application is done; return how often it was in a row."""
        focus = self.focused or self.screen
        for node in focus.ancestors_with_self:
            await _in_turn(node)
        return calm + 1 if focus is (self.focused or self.screen) else 0


def is_palette(screen: Screen[Any]) -> bool:
    """Return whether a screen is Textual's command palette, which is not loaded before it is opened."""
    return screen.has_class("--textual-command-palette")


def _interrupts(event: Typed) -> bool:
    return isinstance(event, events.Key) and event.key == INTERRUPT


class _Plain:
    """A call whose arguments, none, Textual need not find out: that takes longer than the call, and a key makes 32."""

    __signature__ = Signature()

    def __init__(self, call: Callable[[], object]) -> None:
        self._call = call

    def __call__(self) -> object:
        return self._call()


async def _in_turn(node: MessagePump, action: Callable[[], Awaitable[None]] | None = None) -> None:
    """Do something once a widget has done all that waits for it; go on when that is done, and what it called for."""
    done = asyncio.Event()

    async def act() -> None:
        if action is not None:
            await action()
        node.call_next(_Plain(done.set))

    if node.call_later(_Plain(act)):
        await done.wait()


async def _laid_out(screen: Screen[Any]) -> None:
    """Wait until a screen knows how large its parts are: before that, nothing on it can scroll."""
    done = asyncio.Event()
    if screen.call_after_refresh(done.set):
        await done.wait()
