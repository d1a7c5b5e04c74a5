"""The progress of a backfill as a bar on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

if TYPE_CHECKING:
    from tickerboard.backfill.backfill import Progress as Backfilled


class Bar:
    """A bar of the bytes that are read, with files, pages, quotes and the rate beside it."""

    def __init__(self) -> None:
        columns = (BarColumn(), TaskProgressColumn(), _Counts(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._bar.start()
        self._task = self._bar.add_task("", total=None)

    def show(self, progress: Backfilled) -> None:
        """Show how far it is."""
        words = (
            f"{progress.inputs:,}/{progress.all_inputs:,} files  {progress.pages:,} pages  {progress.quotes:,} quotes"
        )
        words += f"  {progress.rate:,.0f}/s"
        self._bar.update(self._task, description=words, completed=progress.size, total=progress.all_size or None)

    def note(self, text: str) -> None:
        """Show what is done now, without a measure of it."""
        self._bar.update(self._task, description=text, total=None)

    def close(self) -> None:
        """Remove the bar."""
        self._bar.stop()


class _Counts(TextColumn):
    """The counts, never read as markup."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: object) -> Text:
        """Return them as text."""
        return Text(getattr(task, "description", ""))
