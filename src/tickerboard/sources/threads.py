"""Work in a thread that ends soon after nobody waits for it any more."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


async def off_thread(work: Callable[[threading.Event], T]) -> T:
    """Run `work` in another thread and return its result.

    It gets an event that is set when the caller is cancelled: a thread cannot be, and the program ends only when all
    of its threads have.
    """
    stop = threading.Event()
    try:
        return await asyncio.to_thread(work, stop)
    finally:
        stop.set()
