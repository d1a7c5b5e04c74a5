"""Counts in words."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """Return a number of things: `1 page`, `2,000 pages`. The plural of `thing` must end in s."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
