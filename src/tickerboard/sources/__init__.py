"""Sources: where pages come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.sources.base import Numbered
from tickerboard.sources.kinds import open_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.sources.base import Source

__all__ = ["open_or_sample", "open_source", "open_sources", "with_unique_name"]


def open_sources(arguments: Sequence[str], commands: Sequence[str]) -> list[Source]:
    """Open what a command line names: each SOURCE, then each command; one that is named twice is opened once."""
    named: list[Source] = [open_source(each) for each in arguments]
    if commands:
        from tickerboard.sources.command import ExecSource

        named += [ExecSource(command) for command in commands]
    sources: list[Source] = []
    for each in named:
        if each not in sources:
            sources.append(with_unique_name(each, sources))
    return sources


def with_unique_name(source: Source, others: Sequence[Source]) -> Source:
    """Return a source whose name is unique among others; where it is among them already, that one.

    Addresses, also those in commands, may differ only in what is never shown: such names are numbered.
    """
    if source in others:
        return others[others.index(source)]
    names = {each.name for each in others}
    while isinstance(source, Numbered) and source.name in names:
        source = source.next()
    return source


def open_or_sample(arguments: Sequence[str], commands: Sequence[str]) -> list[Source]:
    """Open what a command line names, or else the sample page."""
    if sources := open_sources(arguments, commands):
        return sources
    from tickerboard.sources.demo import SampleSource

    return [SampleSource()]
