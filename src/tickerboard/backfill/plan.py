"""From inputs to tasks: one file one task, small pages together, and nothing that is done already."""

from __future__ import annotations

import uuid
from itertools import groupby
from typing import TYPE_CHECKING

from tickerboard.backfill.formats import format_of
from tickerboard.backfill.task import Task, identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tickerboard.backfill.columns import Columns
    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.workplace import Manifest

TOGETHER = 256
"""Files of a page each that share a task."""


def is_done(manifest: Manifest, wanted: Mapping[str, str]) -> bool:
    """Return whether a complete task still holds: `wanted` has the identities of the inputs by path.

    A task none of whose inputs is wanted holds, for it belongs to another run.
    """
    from json import loads

    paths = {loads(each)[0]: each for each in manifest.inputs}
    return all(wanted.get(path, each) == each for path, each in paths.items())


def tasks_of(inputs: Sequence[Input], columns: Columns, output: str, folder: str) -> list[Task]:
    """Return the tasks for inputs, the largest first, so that the last ones end together."""
    tasks = [Task(uuid.uuid4().hex, group, columns, output, folder) for group in _groups(inputs)]
    return sorted(tasks, key=lambda task: -sum(each.size for each in task.inputs))


def _groups(inputs: Sequence[Input]) -> Iterator[tuple[Input, ...]]:
    for small, group in groupby(inputs, key=_is_small):
        together = list(group)
        step = TOGETHER if small else 1
        for at in range(0, len(together), step):
            yield tuple(together[at : at + step])


def _is_small(of: Input) -> bool:
    form = format_of(of.path)
    return form is not None and form.small


def identities(inputs: Sequence[Input], columns: Columns) -> dict[str, str]:
    """Return the identity of each input by its path."""
    return {each.path: identity(each, columns) for each in inputs}
