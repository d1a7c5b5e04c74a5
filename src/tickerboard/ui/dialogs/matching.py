"""How well a line of a list matches what was typed, in time linear in the length of both."""

from __future__ import annotations

QUERY_CAP, LINE_CAP = 100, 300
"""How many characters of a query and of a line are looked at, whatever a page put there."""


def shortened(line: str) -> str:
    """Return a line of a list, cut to a sane length."""
    return line if len(line) <= LINE_CAP else line[: LINE_CAP - 1] + "…"


def score(query: str, line: str) -> float:
    """Return how well a line matches, from 0 (not at all) to 2, without regard to case.

    Each word of the query must stand in the line, and words that stand early score more; else the letters of the query
    must stand in the line in their order.
    """
    line = line[:LINE_CAP].lower()
    wanted = query[:QUERY_CAP].lower()
    places = [line.find(word) for word in wanted.split()]
    if not places:
        return 0
    if min(places) >= 0:
        return 1 + 1 / (1 + sum(places))
    return _in_order(wanted, line)


def has_words(query: str, line: str) -> bool:
    """Return whether each word of a query stands in a line, without regard to case."""
    line = line[:LINE_CAP].lower()
    return all(word in line for word in query[:QUERY_CAP].lower().split())


def _in_order(letters: str, line: str) -> float:
    """Return a score up to 1 for letters that stand in a line in this order: the closer together, the higher."""
    first = at = -1
    for letter in "".join(letters.split()):
        at = line.find(letter, at + 1)
        if at < 0:
            return 0
        first = at if first < 0 else first
    return len(letters) / (len(letters) + at - first + 1)
