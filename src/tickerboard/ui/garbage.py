"""When the board looks for garbage: in short pauses, because keys wait for each."""

from __future__ import annotations

import gc

NEW, OLDER = 5_000, 1_000
"""Objects made before the new ones are looked through, and how often that is before the older ones are.

A look through five thousand takes 2 ms; one through 50,000, as many as a refresh of ten thousand rows makes, would take
20. Rows are no garbage: they are freed at the next refresh, without a look.
"""


def begin_to_collect() -> None:
    """Collect garbage from now on, but not in what start-up made: it stays, and would block the keys for 90 ms."""
    gc.freeze()
    gc.set_threshold(NEW, OLDER, OLDER)
    gc.enable()
