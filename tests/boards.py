"""Boards for the tests: the sample's, and one of any text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tickerboard.board import Board
from tickerboard.config import Config
from tickerboard.sources.base import Document, Fetch
from tickerboard.sources.sample import SampleSource
from tickerboard.ui.app import TickerboardApp
from tickerboard.update import Update

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.sources.base import Source

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def sample() -> Board:
    """The board of the sample page."""
    return Board.of([Update.of(SampleSource().read())])


def page(text: str, source: str = "page.txt", at: datetime = NOON) -> Update:
    """What a source gives when its page is this text."""
    return Update.of(Fetch(source, (Document(source, text.encode(), at),)), at)


def app_on(board: Board | None = None, sources: Sequence[Source] = (), **settings: Any) -> TickerboardApp:
    """The application on a board, its motion frozen."""
    return TickerboardApp(board or sample(), sources, Config(motion=False, **settings))


def text_of(app: TickerboardApp) -> str:
    """What the screen shows, as lines of text."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in strip)[:width] for strip in strips[:height])
