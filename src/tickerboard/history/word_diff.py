"""What changed between two texts, word by word.

The shortest list of changes, by the algorithm of Myers, up to a number of changes: texts that have little in common are
replaced as a whole, so that the time is linear in their length.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_CHANGES = 300
"""Words removed and added between two stretches beyond which they are replaced as a whole."""
BREAK = "\n"
"""Stands between two paragraphs, as a word of its own."""
ELLIPSIS = "…"


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Part(NamedTuple):
    """Words with single spaces between them, and what became of them. Paragraphs are separated by a line break."""

    kind: Kind
    text: str


def word_diff(before: Sequence[str], after: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of two texts, given as paragraphs, in their order; what was removed stands before the added."""
    tokens: list[tuple[Kind, str]] = []
    removed: list[str] = []
    added: list[str] = []
    for kind, paragraph in [*_changes(before, after), (Kind.SAME, None)]:
        if kind is Kind.SAME:
            tokens += _changes(list(_words(removed)), list(_words(added)))
            removed, added = [], []
            tokens += [(Kind.SAME, word) for word in _words([paragraph] if paragraph is not None else [])]
        else:
            (removed if kind is Kind.REMOVED else added).append(paragraph or "")
    return tuple(_joined(tokens))


def passages(parts: Sequence[Part], around: int) -> tuple[Part, ...]:
    """Return the parts with at most so many unchanged words beside each change; an ellipsis stands for the others."""
    return tuple(
        Part(part.kind, _shortened(part.text, around if at else 0, around if at + 1 < len(parts) else 0))
        if part.kind is Kind.SAME
        else part
        for at, part in enumerate(parts)
    )


def _shortened(text: str, first: int, last: int) -> str:
    words = list(_words(text.split(BREAK)))[:-1]
    if len(words) <= first + last + 1:
        return text
    return _text([*words[:first], ELLIPSIS, *words[len(words) - last :]])


def _words(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the words of paragraphs, a break after each."""
    for paragraph in paragraphs:
        yield from paragraph.split()
        yield BREAK


def _joined(tokens: Iterable[tuple[Kind, str]]) -> Iterator[Part]:
    for kind, run in groupby(tokens, key=lambda token: token[0]):
        yield Part(kind, _text(word for _, word in run))


def _text(words: Iterable[str]) -> str:
    return " ".join(words).replace(f" {BREAK}", BREAK).replace(f"{BREAK} ", BREAK)


def _changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[Kind, str]]:
    """Return every item of both with what became of it, in order."""
    start = _common(zip(before, after, strict=False))
    end = _common(zip(reversed(before[start:]), reversed(after[start:]), strict=False))
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    kept = _kept(old, new)
    changes = [(Kind.SAME, item) for item in before[:start]]
    x = y = 0
    for at, other in [*kept, (len(old), len(new))]:
        changes += [(Kind.REMOVED, item) for item in old[x:at]]
        changes += [(Kind.ADDED, item) for item in new[y:other]]
        changes += [(Kind.SAME, item) for item in old[at : at + 1]]
        x, y = at + 1, other + 1
    return changes + [(Kind.SAME, item) for item in before[len(before) - end :]]


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the items that stay, in old and new; none where too much changed."""
    farthest, trace = {1: 0}, []
    for changes in range(min(len(old) + len(new), MOST_CHANGES) + 1):
        trace.append(dict(farthest))
        for diagonal in range(-changes, changes + 1, 2):
            x = _step(farthest, diagonal, changes)
            while x < len(old) and 0 <= x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            farthest[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _walked_back(trace, len(old), len(new))
    return []


def _step(farthest: dict[int, int], diagonal: int, changes: int) -> int:
    """Return how far old is gone through after one more change: an item added, or one removed."""
    is_added = diagonal == -changes or (diagonal != changes and farthest[diagonal - 1] < farthest[diagonal + 1])
    return farthest[diagonal + 1] if is_added else farthest[diagonal - 1] + 1


def _walked_back(trace: Sequence[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    kept = []
    for changes in range(len(trace) - 1, -1, -1):
        farthest, diagonal = trace[changes], x - y
        start = _step(farthest, diagonal, changes)
        while x > start:
            x, y = x - 1, y - 1
            kept.append((x, y))
        is_added = diagonal == -changes or (diagonal != changes and farthest[diagonal - 1] < farthest[diagonal + 1])
        x, y = (x, y - 1) if is_added else (x - 1, y)
    return kept[::-1]
