"""An output that writes nothing, for `--dry-run`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.backfill.sieve import may_have_quotes
from tickerboard.backfill.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.reading import Parsed
    from tickerboard.backfill.record import Rejection
    from tickerboard.backfill.tally import Tally
    from tickerboard.backfill.task import Task


class Counting:
    """Takes pages and keeps none."""

    def __init__(self, task: Task) -> None:
        self._path = Workplace(task.folder).beat(task.name)

    @property
    def beat_path(self) -> Path | None:
        """The file for the task's progress."""
        return self._path

    def wanted(self, data: bytes) -> bool:
        """Return whether a document may have quotes."""
        return may_have_quotes(data)

    def add(self, of: Input, pages: Sequence[Parsed]) -> Iterable[Rejection]:
        """Take pages."""
        return ()

    def reject(self, of: Input, rejection: Rejection) -> None:
        """Take a rejected record."""

    def restart(self) -> None:
        """Drop nothing."""

    def commit(self, tally: Tally) -> None:
        """Write nothing."""

    def close(self) -> None:
        """Remove nothing."""
