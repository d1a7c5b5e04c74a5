"""When the board looks for garbage: in short pauses, because keys wait for each."""

from __future__ import annotations

import gc

NEW, OLDER = 1_000, 1_000
"""By how many objects more were made than freed before the new ones are looked through; how often before the older are.

A look takes 1 to 2 ms. It takes longer the rarer it is: a refresh frees as many rows as it makes, so that all the rows
made since then are looked through. Rows are no garbage: they are freed at the next refresh, without a look.
"""


def begin_to_collect() -> None:
    """Collect garbage from now on, but not in what start-up made: it stays, and would block the keys for 90 ms."""
    gc.freeze()
    gc.set_threshold(NEW, OLDER, OLDER)
    gc.enable()
