"""Where page text comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tickerboard.sources.base import Source


def open_source(argument: str) -> Source:
    """Tell what a SOURCE on the command line is; nothing is read yet."""
    if argument == "-":
        from tickerboard.sources.stdin import StdinSource

        return StdinSource()
    if argument.lower().startswith(("http://", "https://")):
        from tickerboard.sources.url import UrlSource

        return UrlSource(argument)
    from tickerboard.sources.files import FileSource, FolderSource

    path = Path(argument)
    return FolderSource(path) if _is_folder(path) else FileSource(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long: reading it will tell
        return False
