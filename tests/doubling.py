"""Doubling tests: twice the input takes at most two and a half times the processor time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (10_000, 20_000)
RATIO = 2.5
FLOOR = 0.05
"""Seconds of processor time for the larger input below which a ratio is noise; a quadratic reader takes more."""
ATTEMPTS = 12


def assert_linear(read: Callable[[str], object], make: Callable[[int], str]) -> None:
    """Read an input of two sizes in turn until the best times of each are in proportion.

    Noise only ever adds time, so the best times of a linear reader converge on a ratio of 2, on any machine and under
    any load; those of a quadratic one on 4, however often they are taken.
    """
    texts = [make(size) for size in SIZES]
    best = [float("inf")] * len(texts)
    for _ in range(ATTEMPTS):
        best = [min(known, _seconds(read, text)) for known, text in zip(best, texts, strict=True)]
        small, large = best
        if large <= max(RATIO * small, FLOOR):
            return
    raise AssertionError(f"{small:.3f} s, then {large:.3f} s for twice the input")


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started
