"""The kinds of sources that a SOURCE on the command line can be, each declared once and found by a registry.

Each kind loads its module only when it opens a source. Other packages add kinds by the entry point group
`tickerboard.sources`, for addresses with a scheme of their own, such as `kafka://`.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.registry import Registry
from tickerboard.sources.base import without_secrets
from tickerboard.text.clean import shown
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.sources.base import Source

STANDARD_INPUT = frozenset(("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"))
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]{1,30}):")


class SourceKind(NamedTuple):
    """One kind of source: how it recognises a SOURCE, how it opens it, and one line of help."""

    name: str
    help: str
    matches: Callable[[str], bool]
    open: Callable[[str], Source]


def _open_stdin(_: str) -> Source:
    from tickerboard.sources.stdin import StdinSource

    return StdinSource()


def _open_url(argument: str) -> Source:
    from tickerboard.sources.url import UrlSource

    return UrlSource(argument)


def _open_pipe(argument: str) -> Source:
    from tickerboard.sources.stdin import PipeSource

    return PipeSource(Path(argument))


def _open_folder(argument: str) -> Source:
    from tickerboard.sources.files import FolderSource

    return FolderSource(Path(argument))


def _open_file(argument: str) -> Source:
    from tickerboard.sources.files import FileSource

    return FileSource(Path(argument))


def _is_url(argument: str) -> bool:
    return argument.lower().startswith(("http:", "https:"))


def _is_pipe(argument: str) -> bool:
    return stat.S_ISFIFO(_mode(argument))


def _is_folder(argument: str) -> bool:
    return stat.S_ISDIR(_mode(argument))


def _mode(argument: str) -> int:
    """Return the type of what is at a path; 0 where nothing is, which reading it reports."""
    try:
        return Path(argument).stat().st_mode
    except (OSError, ValueError):
        return 0


KINDS = Registry(
    "tickerboard.sources",
    SourceKind,
    (
        SourceKind("stdin", "- or /dev/stdin: standard input", STANDARD_INPUT.__contains__, _open_stdin),
        SourceKind("url", "an http or https URL", _is_url, _open_url),
        SourceKind("pipe", "a named pipe or a process substitution", _is_pipe, _open_pipe),
        SourceKind("folder", "a folder of pages", _is_folder, _open_folder),
        SourceKind("file", "a file", lambda _: True, _open_file),
    ),
)


def open_source(argument: str) -> Source:
    """Return the source that a SOURCE names; nothing is read yet. An address with an unknown scheme always fails."""
    if not argument:
        return _refused("''", "an empty SOURCE; use . for the current folder")
    if (scheme := _foreign_scheme(argument)) is not None:
        for kind in (*(each for each in KINDS if each.name != "file"), *KINDS.plugins().values()):
            if kind.matches(argument):
                return kind.open(argument)
        reason = f"{scheme} is not supported; a SOURCE is a file, a folder, -, or an http or https URL"
        return _refused(shown(without_secrets(argument)), reason)
    return next(kind for kind in KINDS if kind.matches(argument)).open(argument)


def _refused(name: str, reason: str) -> Source:
    from tickerboard.sources.refused import RefusedSource

    return RefusedSource(name, reason)


def _foreign_scheme(argument: str) -> str | None:
    """Return the scheme of an address that is not http or https; a file may have a colon in its name."""
    found = _SCHEME.match(argument)
    if (
        found is None
        or _is_url(argument)
        or (not argument[found.end() :].startswith("//") and os.path.lexists(argument))
    ):
        return None
    return shown(found[1])
