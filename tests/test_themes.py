"""Themes: every text that is painted can be read on its background."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from boards import app_on, listed
from tickerboard.ui.paint import contrast
from tickerboard.ui.themes import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.geometry import Region

    from tickerboard.ui.app import TickerboardApp

LEAST = 4.5
"""The contrast ratio that WCAG 2.1 asks for normal text (level AA)."""
SCREENS = ("", "1 j", "2 slash t h e", "slash p e r c n t greater_than_sign 2", "m", "enter", "question_mark", "c", "a")


def fronts(app: TickerboardApp) -> list[Region]:
    """The parts of the screen that are in front: of a dialog not the board around it, which is shaded."""
    if not app.screen.is_modal:
        return [app.screen.region]
    return [each.region for each in app.screen.query("BoardDialog > Static, Lines, Facts, HeatMap")]


def painted(app: TickerboardApp) -> Iterator[tuple[str, Color, Color]]:
    """Every text in front that is not dimmed on purpose, with its colour and its background."""
    strips = app.screen._compositor.render_strips(app.size)
    for region in fronts(app):
        for strip in strips[region.y : region.bottom]:
            for segment in strip.crop(region.x, region.right):
                style = segment.style
                text = segment.text.strip()
                is_text = any(each.isalnum() or each in "▲▼■●○" for each in text)
                if not is_text or style is None or style.dim or style.color is None or style.bgcolor is None:
                    continue
                ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                yield (text, ground, ink) if style.reverse else (text, ink, ground)


@pytest.mark.parametrize("theme", NAMES)
async def test_every_text_has_enough_contrast(theme: str) -> None:
    poor = {}
    count = 0
    app = app_on(listed(), theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in SCREENS:
            await pilot.press(*keys.split())
            await pilot.pause()
            for text, ink, ground in painted(app):
                count += 1
                if contrast(ink, ground) < LEAST:
                    poor[keys, ink.hex, ground.hex] = text
            await pilot.press("escape", "1")
    assert not poor
    assert count > 500


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)
