"""Text for the line-API widgets: data goes to the screen as segments, never as markup."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tickerboard.ui.colours import (
    READABLE,
    contrast,
    in_256_colours,
    light_in_256_colours,
    readable_on,
    shades_in_256_colours,
)
from tickerboard.ui.parts import FADED, FLASH_CLASSES, GRADE, GRADES, QUOTE_CLASSES, SHADE, STRENGTHS, way_and_strength

if TYPE_CHECKING:
    from textual.widget import Widget

    from tickerboard.ui.text_styles import TextStyles
    from tickerboard.ui.themed import ThemedApp

DIM_SHARES = (0.34, 0.28, 0.22, 0.16, 0.1, 0.05)
"""How much of the ground is mixed into a dim text, the dimmest first."""
FAINTEST = 0.6
"""How much of the ground is mixed into the weakest grade of a graph."""
STRONG = 3
"""The shade from which a text is reversed where the colours are the terminal's own."""


_LIGHT = {
    flash + faded: (QUOTE_CLASSES[way], strength)
    for way, flash in FLASH_CLASSES.items()
    for faded, strength in zip(FADED, (0.45, 0.30, 0.15), strict=True)
}
"""The style whose colour lights a background, and how strongly."""


def styles_for(widget: Widget) -> TextStyles:
    """Return the styles of texts by name, in the colours of the theme."""
    return cast("ThemedApp", widget.app).text_styles


def shaded(widget: Widget, shade: str) -> Style:
    """Return the style of a text on the background of a shade; its contrast is at least 4.5 where the theme has it."""
    way, strength = way_and_strength(shade)
    styles = styles_for(widget)
    colour = styles[way].color
    if styles.plain or colour is None:
        is_strong = strength >= STRONG
        return Style(color=colour, reverse=is_strong and not widget.app.no_color, bold=is_strong)
    grounds = _grounds(widget.background_colors[1], Color.from_rich_color(colour))
    if widget.app.console.color_system == "256":
        grounds = shades_in_256_colours(widget.background_colors[1], grounds)
    return on_ground(widget, grounds[strength - 1])


def graded(widget: Widget, grade: str) -> Style:
    """Return the style of a graph: the colour of a direction, the weaker the grade the nearer to the ground.

    Where the colours are the terminal's own, or few, all grades are that colour.
    """
    way, strength = way_and_strength(grade)
    style = styles_for(widget)[way]
    if styles_for(widget).plain or style.color is None or widget.app.console.color_system != "truecolor":
        return style
    share = FAINTEST * (1 - strength / (GRADES - 1))
    return Style(color=Color.from_rich_color(style.color).blend(widget.background_colors[1], share).rich_color)


def _grounds(ground: Color, colour: Color) -> tuple[Color, ...]:
    """Return the backgrounds of the moves in a colour, the weakest first."""
    return tuple(ground.blend(colour, 0.12 + 0.16 * strength) for strength in STRENGTHS)


def on_ground(widget: Widget, ground: Color) -> Style:
    """Return the style of a text on a background, in the colours that the terminal has."""
    if widget.app.console.color_system == "256":
        ground = in_256_colours(ground)
    return Style(color=readable_on(ground).rich_color, bgcolor=ground.rich_color)


def line(parts: list[tuple[str, Style]], width: int, ground: Style) -> Strip:
    """Return one line of styled parts, cut or padded to the width; neighbours of one style become one segment.

    A reversed line is of one colour: that of a part would be a background, and its text hard to read.
    """
    if ground.reverse:
        parts = [(text, style.without_color) for text, style in parts]
    taken = sum(cell_len(text) for text, _ in parts)
    filled = [*parts, (" " * (width - taken), Style.null())]
    segments = Segment.simplify(Segment(text, quiet(ground + style)) for text, style in filled if text)
    strip = Strip(segments, max(taken, width))
    return strip.crop(0, width) if taken > width else strip


@cache
def quiet(style: Style) -> Style:
    """Return a dim style as a colour of its own, as dim as it can still be read; others, and those without, as is."""
    if not style.dim or style.color is None or style.bgcolor is None:
        return style
    if style.color.triplet is None or style.bgcolor.triplet is None:
        return style
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    dims = (ink.blend(ground, share) for share in DIM_SHARES)
    dim = next((each for each in dims if contrast(each, ground) >= READABLE), ink)
    return style + Style(color=dim.rich_color, dim=False)


def style_of(widget: Widget, names: str) -> Style:
    """Return the style of names parted by spaces: a flash lights only the background, blended with the widget's."""
    if names.startswith(SHADE):
        return shaded(widget, names)
    if names.startswith(GRADE):
        return graded(widget, names)
    styles = styles_for(widget)
    made = [_lit(widget, *_LIGHT[name]) if name in _LIGHT else styles[name] for name in names.split()]
    return Style.combine([Style.null(), *made])


def _lit(widget: Widget, name: str, strength: float) -> Style:
    styles = styles_for(widget)
    colour = styles[name].color
    if styles.plain or colour is None:
        return Style(bold=True)
    of = Color.from_rich_color(colour)
    light = widget.background_colors[1].blend(of, strength)
    if widget.app.console.color_system == "256":
        light = light_in_256_colours(light, of, widget.colors[3])
    return Style(bgcolor=light.rich_color)
