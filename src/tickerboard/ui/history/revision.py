"""What changed in an article since its earlier text, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tickerboard.history.word_diff import BREAK, Kind, passages
from tickerboard.history.words import part_in_words
from tickerboard.text.times import day_and_time
from tickerboard.ui.dialogs.base import CORNERS, SIDES, Box
from tickerboard.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.history.revisions import Revision
    from tickerboard.history.word_diff import Part

AROUND = 40
"""Unchanged words that are shown beside a change."""
STYLES = {Kind.SAME: "", Kind.REMOVED: "$quote-down", Kind.ADDED: "$quote-up"}


class RevisionDialog(Dialog):
    """An article with its changes marked; an ellipsis stands for what is the same."""

    def __init__(self, revision: Revision, now: datetime) -> None:
        """Take the revision, and the time (UTC) that the board shows."""
        super().__init__(f"Changed since {day_and_time(revision.seen, now)}", [])
        self._parts = passages(revision.parts, AROUND)

    def on_mount(self) -> None:
        """Make room for the title, however short the passages are."""
        super().on_mount()
        self.query_one(Box).styles.min_width = len(self._title) + CORNERS

    @property
    def text(self) -> Content:
        """The passages that changed, below the title where the frame has no room for it."""
        title = (self._title, "\n\n") if len(self._title) + CORNERS > self.room + SIDES else ()
        return Content.assemble(*title, *map(_styled, self._parts))


def _styled(part: Part) -> tuple[str, str]:
    ends = BREAK if part.text.endswith(BREAK) else " "
    return f"{part_in_words(part).rstrip(BREAK)}{ends}".replace(BREAK, "\n\n"), STYLES[part.kind]
