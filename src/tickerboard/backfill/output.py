"""Where a task's pages go: the protocol that every kind of output follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.reading import Parsed
    from tickerboard.backfill.record import Rejection
    from tickerboard.backfill.tally import Tally


class Output(Protocol):
    """The output of one task: nothing of it counts before `commit`."""

    @property
    def beat_path(self) -> Path | None:
        """The file for the task's progress; None where nobody looks."""
        ...

    def wanted(self, data: bytes) -> bool:
        """Return whether a document may have anything for this output: the cheap test."""
        ...

    def add(self, of: Input, pages: Sequence[Parsed]) -> Iterable[Rejection]:
        """Take the pages of a batch; return those that this output cannot keep."""
        ...

    def reject(self, of: Input, rejection: Rejection) -> None:
        """Take a record that was rejected."""
        ...

    def restart(self) -> None:
        """Drop everything that was taken."""
        ...

    def commit(self, tally: Tally) -> None:
        """Make the output count, all at once."""
        ...

    def close(self) -> None:
        """Remove what was not committed."""
        ...
