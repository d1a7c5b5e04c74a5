"""What the help says of the screen in front, and which keys it and the line below the board offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boards import app_on, lines_of, listed, text_of, until
from tickerboard.settings.config import ViewSettings
from tickerboard.ui.dialogs.help import Help
from tickerboard.ui.history.keeper import HistoryPlan

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tickerboard.ui.app import TickerboardApp

OF_VIEWS = {"next view", "all rows", *(f"view {at}" for at in range(1, 9))}


async def offered(app: TickerboardApp, pilot: Pilot[None]) -> set[str]:
    """What the keys do that the help of the screen in front lists."""
    await pilot.press("question_mark")
    await until(pilot, lambda: "Keys and marks" in text_of(app))
    assert isinstance(app.screen, Help)
    return {what for _, what in app.screen.facts}


@pytest.mark.parametrize(
    ("keys", "about"),
    [
        ("1", "One row a symbol"),
        ("2", "The text beside the figures"),
        ("3", "Every row, or only the watchlist"),
        ("4", "What moved most"),
        ("5", "A block for each quote"),
        ("x", "Where the pages come from"),
        ("enter", "All that is known of a quote"),
    ],
)
async def test_help_begins_with_what_the_pane_or_dialog_is_for(keys: str, about: str) -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "Movers" in text_of(app) and "5 Heat map" in text_of(app))
        await pilot.press(keys)
        await offered(app, pilot)
        assert about in text_of(app)


async def test_help_lists_the_views_that_there_are() -> None:
    falls = {"falls": ViewSettings("percent < 0", "percent")}
    for views, shown in (({}, set[str]()), (falls, {"next view", "view 1", "all rows"})):
        app = app_on(listed(), views=views)
        async with app.run_test(size=(120, 70)) as pilot:
            assert await offered(app, pilot) & OF_VIEWS == shown


@pytest.mark.parametrize("has_history", [False, True])
async def test_keys_that_lead_back_in_time_are_offered_where_there_is_a_history(
    has_history: bool, tmp_path: Path
) -> None:
    app = app_on(listed())
    if has_history:
        app = type(app)(listed(), [], app._config, history=HistoryPlan(tmp_path / "history.db", records=False))
    async with app.run_test(size=(120, 70)) as pilot:
        await until(pilot, lambda: "q quit" in lines_of(app)[-1])
        assert ("[ back in time" in lines_of(app)[-1]) == has_history
        of_time = {"back to the snapshot before", "back to the row's last move"}
        assert await offered(app, pilot) & of_time == (of_time if has_history else set())
