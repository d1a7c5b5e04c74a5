"""Runs a coroutine from plain code, so that a signal cannot leave half of it behind."""

from __future__ import annotations

import asyncio
import signal
import threading
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

T = TypeVar("T")


def run_to_end(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run the coroutine that `work` makes as `asyncio.run` does, and return its result.

    A handler of SIGTERM or SIGHUP that raises would raise anywhere within the event loop, and could leave a task there
    that never ends. So such a signal cancels the work, and its handler runs when the loop is closed.
    """
    handlers, heard, running = _handlers(), list[int](), list[asyncio.Task[Any]]()

    def cancel(number: int, _: object) -> None:
        heard.append(number)
        for task in running:
            task.get_loop().call_soon_threadsafe(task.cancel)

    async def cancellable() -> T:
        task = asyncio.ensure_future(work())
        running.append(task)
        if heard:
            task.cancel()
        try:
            return await task
        finally:
            running.clear()

    for number in handlers:
        signal.signal(number, cancel)
    try:
        return asyncio.run(cancellable())
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in heard:
            handlers[number](number, None)


def _handlers() -> dict[int, Callable[[int, Any], object]]:
    """Return the handlers that may raise; none in another thread, where no handler ever runs."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    found = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    return {number: handler for number, handler in found.items() if callable(handler)}
