"""Commands of alerts: run in a thread of their own, a few at a time, each with limits on its time and output."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.export.json import dumps
from tickerboard.sources.children import ChildError, Limits, output_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.alerts.firing import Firing
    from tickerboard.alerts.rule import Rule

LIMITS = Limits(seconds=10, output=64 * 1024)
AT_ONCE = 4
"""Commands that run side by side."""
WAITING = 100
"""Commands that run or wait; what fires while so many wait is reported and dropped."""
CLOSE_SECONDS = 1.0


class _Task(NamedTuple):
    alert: str
    command: tuple[str, ...]
    given: bytes


class Deliveries:
    """Runs the commands of alerts that fired. The thread starts with the first.

    `report` gets one plain line for a command that fails, in that thread; the same line is reported once until that
    alert's command works again.
    """

    def __init__(self, report: Callable[[str], object]) -> None:
        self._report = report
        self._room = threading.BoundedSemaphore(WAITING)
        self._idle = threading.Condition()
        self._busy = 0
        self._said: dict[str, str] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._turns: asyncio.Semaphore | None = None

    def put(self, rule: Rule, firing: Firing) -> None:
        """Run a rule's command, where it has one, with the firing as JSON on its standard input; never waits."""
        if not rule.command:
            return
        if not self._room.acquire(blocking=False):
            self._say(rule.name, f"more than {WAITING} commands wait; one was dropped")
            return
        with self._idle:
            self._busy += 1
        task = _Task(rule.name, rule.command, dumps(firing.to_dict()).encode("utf-8", "replace") + b"\n")
        asyncio.run_coroutine_threadsafe(self._deliver(task), self._started())

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Wait so many seconds for what runs, then end it. Return whether every command had ended."""
        with self._idle:
            done = self._idle.wait_for(lambda: not self._busy, seconds)
        loop, self._loop = self._loop, None
        if loop is not None and self._thread is not None:
            ending = asyncio.run_coroutine_threadsafe(_cancel_all(), loop)
            ending.add_done_callback(lambda _: loop.call_soon_threadsafe(loop.stop))
            self._thread.join(CLOSE_SECONDS + LIMITS.seconds)
        return done

    def _started(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=self._run, args=(self._loop,), name="alerts", daemon=True)
            self._thread.start()
        return self._loop

    @staticmethod
    def _run(loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.close()

    async def _deliver(self, task: _Task) -> None:
        self._turns = self._turns or asyncio.Semaphore(AT_ONCE)
        try:
            async with self._turns:
                await output_of(task.command, task.given, LIMITS)
            self._said.pop(task.alert, None)
        except ChildError as error:
            self._say(task.alert, str(error))
        finally:
            self._room.release()
            with self._idle:
                self._busy -= 1
                self._idle.notify_all()

    def _say(self, alert: str, why: str) -> None:
        if self._said.get(alert) != why:
            self._said[alert] = why
            self._report(f"alert {alert}: its command failed: {why}")


async def _cancel_all() -> None:
    """Cancel what runs, and wait until its processes have ended."""
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
