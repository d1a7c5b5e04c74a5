"""Python's collector of cycles, paused while a page is read or an update taken in.

A page becomes some hundred thousand objects, none of them in a cycle, and the collector would go through them again and
again: a third of the time that a long table takes. What else runs meanwhile has its cycles collected afterwards.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector, if it is not paused already."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
