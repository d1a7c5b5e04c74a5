"""The grammars of strips, one module each, all with one interface: the lines of a page to a `StripReading`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tickerboard.parser.strips import words
from tickerboard.parser.strips.reading import StripReading

Grammar = Callable[[Sequence[str]], StripReading]
"""Reads a page's clean lines as one grammar, and reports what nearly fits it."""

WORDS: Grammar = words.read
"""`ABL 75.25 Decreased By ▼ -0.18 (-0.24%)`: the one that says most, tried first and alone if it finds a quote."""


def others() -> tuple[Grammar, ...]:
    """Give the other sites' grammars, loaded only for a page that needs them.

    Where more than one finds quotes, the one whose quotes add up is right.
    """
    from tickerboard.parser.strips import fields, glued, portal, signed

    return signed.read, fields.read, portal.read, glued.read
