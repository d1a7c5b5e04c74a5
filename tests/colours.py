"""The colours of what is painted on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.geometry import Region

    from tickerboard.ui.app import TickerboardApp

EIGHT_BIT = ColorSystem.EIGHT_BIT
LEAST = 4.5
"""The contrast ratio that WCAG 2.1 asks for normal text (level AA)."""


def fronts(app: TickerboardApp) -> list[Region]:
    """The parts of the screen that are in front: of a dialog not the board around it, which is shaded."""
    if not app.screen.is_modal:
        return [app.screen.region]
    return [each.region for each in app.screen.query("Box, HeatMap, #--container, Palette > Vertical")]


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


def in_256_colours(colour: Color) -> Color:
    """The colour that Rich writes to a terminal of 256 colours instead."""
    return Color.from_rich_color(RichColor.from_triplet(colour.rich_color.get_truecolor()).downgrade(EIGHT_BIT))
