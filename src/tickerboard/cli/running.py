"""Runs what goes on until it ends or a signal ends it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING, Any

from tickerboard.cli.statuses import BY_SIGNAL, DONE

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable


async def until_stopped(work: Iterable[Coroutine[Any, Any, None]]) -> int:
    """Run coroutines side by side; return DONE when all have ended, or the status of the signal that ended them.

    A signal that was ignored when the program started, as `nohup` does with SIGHUP, stays ignored. What a coroutine
    raises is raised.
    """
    loop = asyncio.get_running_loop()
    stopped: asyncio.Future[int] = loop.create_future()

    def stop(status: int) -> None:
        if not stopped.done():
            stopped.set_result(status)

    for number, status in BY_SIGNAL.items():
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, stop, status)
    tasks = [asyncio.create_task(each) for each in work]
    ended: asyncio.Future[Any] = asyncio.gather(*tasks)
    try:
        await asyncio.wait({stopped, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not stopped.done():
            ended.result()
        return stopped.result() if stopped.done() else DONE
    finally:
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError, BrokenPipeError):
            await ended
