"""When the board looks for garbage: in short pauses, because keys wait for each."""

from __future__ import annotations

import gc

NEW, OLDER, OLDEST = 1_000, 2, 5_000
"""By how many objects more were made than freed before the new ones are looked through; how often before those that
stayed are looked through again; and how often before all are, which takes 20 ms and comes less than once an hour.

The other looks take 1 ms, and longer the rarer they are: once in a thousand times the second one took 60 ms.
"""


def begin_to_collect() -> None:
    """Collect garbage from now on, but not in what start-up made: it stays, and would block the keys for 90 ms."""
    gc.freeze()
    gc.set_threshold(NEW, OLDER, OLDEST)
    gc.enable()
