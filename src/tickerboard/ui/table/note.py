"""What the quote table says that has no rows, in its middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.ui.parts import SEPARATOR, centred, key_parts, width_of
from tickerboard.ui.reader.layout import wrap

if TYPE_CHECKING:
    from tickerboard.ui.parts import Parts

GAP = 3
"""Cells between a key or a command and what it does."""
ROOM = 4
"""Lines that are left over where a list is shown."""


class Note(NamedTuple):
    """What is the matter, and what helps: keys and commands, each with what it does.

    `recent` has the commands that open again what was opened before.
    """

    what: str
    keys: tuple[tuple[str, str], ...] = ()
    commands: tuple[tuple[str, str], ...] = ()
    recent: tuple[str, ...] = ()


def placed(note: Note, width: int, height: int) -> dict[int, Parts]:
    """Return the lines of a note by where they stand in an area of cells, as parts with the names of their styles.

    The keys are on one line, as long as there are no commands, or no room for a list of both.
    """
    lines = _list(note, width) if note.commands else []
    if not lines or len(lines) + ROOM > height:
        lines = [*_wrapped(note.what, "table--note", width), *_keys(note, width)]
    elif len(recent := _recent(note, width)) + len(lines) + ROOM <= height:
        lines += recent
    top = max((height - len(lines)) // 2, 0)
    return {top + at: parts for at, parts in enumerate(lines)}


def _keys(note: Note, width: int) -> list[Parts]:
    """Return the keys on one line, or on more where it is too narrow."""
    keys = key_parts(note.keys, SEPARATOR)
    if width_of(keys) > width - 2:
        return _wrapped("".join(text for text, _ in keys), "quote--flat", width)
    return [[(" " * ((width - width_of(keys)) // 2), "line--plain"), *keys]]


def _recent(note: Note, width: int) -> list[Parts]:
    """Return a line for each command that opens what was opened before and is not too wide."""
    commands = [each for each in note.recent if len(each) + len("  ") <= width]
    heading: list[Parts] = [[], [(centred("opened before", width), "quote--flat")]]
    return [*heading, *([(centred(each, width), "line--key")] for each in commands)] if commands else []


def _wrapped(text: str, style: str, width: int) -> list[Parts]:
    places = wrap(text, max(width - 2, 1))
    return [[(centred(text[start:end].strip(), width), style)] for start, end in places]


def _list(note: Note, width: int) -> list[Parts]:
    """Return a line for each key and command below what is the matter; none where one is too wide."""
    pairs = (*note.keys, ("", ""), *note.commands)
    lead, rest = (max(map(len, texts)) for texts in zip(*pairs, strict=True))
    left = (width - lead - GAP - rest) // 2
    if left < 0:
        return []
    helps: list[Parts] = [
        [(f"{'':{left}}{key:>{lead}}{'':{GAP}}", "line--key"), (what, "quote--flat")] for key, what in pairs
    ]
    return [*_wrapped(note.what, "table--note", width), [], *helps]
