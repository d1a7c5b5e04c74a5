"""Lists of words and of phrases, as a module declares them: in one text, so that a long list stays short to read."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """Return the words that white space parts."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases that bars or line ends part, in their order."""
    return tuple(filter(None, map(str.strip, re.split(r"[|\n]", text))))


def phrase_set(text: str) -> frozenset[str]:
    """Return the same as a set."""
    return frozenset(phrases(text))
