"""The kinds of output, by the names that a task has for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.backfill.counting import Counting
from tickerboard.backfill.parts import Parts
from tickerboard.backfill.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.backfill.output import Output
    from tickerboard.backfill.task import Task

COUNT, FOLDER, HISTORY = "count", "folder", "history"
OUTPUTS: dict[str, Callable[[Task], Output]] = {COUNT: Counting, FOLDER: Parts, HISTORY: Stage}
"""`count` writes nothing, `folder` Parquet by day, `history` what is stored in the history once all tasks are done."""
