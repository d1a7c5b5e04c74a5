"""Where page text comes from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def open_sources(arguments: Sequence[str], commands: Sequence[str]) -> list[Source]:
    """Open what a command line names: each SOURCE, then each command to be run."""
    named: list[Source] = [open_source(each) for each in arguments]
    if commands:
        from tickerboard.sources.command import ExecSource

        named += [ExecSource(command) for command in commands]
    sources: list[Source] = []
    for each in named:
        sources.append(with_unique_name(each, sources))
    return sources


def with_unique_name(source: Source, others: Sequence[Source]) -> Source:
    """Give a source with a name of its own among others; where it is among them already, that one.

    Addresses, also those in commands, may differ only in what is never shown: such names are numbered.
    """
    if source in others:
        return others[others.index(source)]
    names = {each.name for each in others}
    if source.name in names:
        from tickerboard.sources.command import ExecSource
        from tickerboard.sources.url import UrlSource

        while isinstance(source, UrlSource | ExecSource) and source.name in names:
            source = replace(source, number=source.number + 1)
    return source


def open_or_sample(arguments: Sequence[str], commands: Sequence[str]) -> list[Source]:
    """Open what a command line names, or else the sample page."""
    if sources := open_sources(arguments, commands):
        return sources
    from tickerboard.sources.demo import SampleSource

    return [SampleSource()]
