"""Text for the line-API widgets: data goes to the screen as segments, never as markup."""

from __future__ import annotations

from functools import cache
from itertools import product, starmap
from math import dist, hypot
from operator import mul
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import BLACK, WHITE, Color
from textual.strip import Strip

from tickerboard.model import Direction
from tickerboard.ui.parts import FADED, FLASH_CLASSES, QUOTE_CLASSES, SHADE

if TYPE_CHECKING:
    from textual.widget import Widget

    from tickerboard.ui.text_styles import TextStyles
    from tickerboard.ui.themed import ThemedApp

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
    _, way, strength = shade.split()
    styles = styles_for(widget)
    colour = styles[QUOTE_CLASSES[Direction(way)]].color
    if styles.plain or colour is None:
        is_strong = int(strength) >= STRONG
        return Style(color=colour, reverse=is_strong and not widget.app.no_color, bold=is_strong)
    ground = widget.background_colors[1].blend(Color.from_rich_color(colour), 0.12 + 0.16 * int(strength))
    return on_ground(widget, ground)


def on_ground(widget: Widget, ground: Color) -> Style:
    """Return the style of a text on a background, in the colours that the terminal has."""
    if widget.app.console.color_system == "256":
        ground = in_256_colours(ground)
    return Style(color=readable_on(ground).rich_color, bgcolor=ground.rich_color)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(ground: Color) -> Color:
    """Return black or white, whichever has more contrast on a background: at least 4.58 on any."""
    return max(BLACK, WHITE, key=lambda text: contrast(text, ground))


_LEVELS = (0, 95, 135, 175, 215, 255)
"""The levels of red, green and blue from which terminals of 256 colours mix theirs."""
_MIXED = tuple(starmap(Color, product(_LEVELS, repeat=3)))
_GREYS = tuple(Color(level, level, level) for level in range(8, 239, 10))
"""The greys that those terminals have besides."""
_GREY = 12.0
"""How strong the hue of a colour is at least, in the unit of its parts, to count."""
_HUE_COUNTS = 8_000.0
"""The square of the distance that opposite hues add to that of two colours."""
_LEAD = 0.25
"""By how much of the range of its parts the largest one leads, so that it must lead in the colour that is shown."""


@cache
def in_256_colours(colour: Color) -> Color:
    """Return the nearest of a terminal's 256 colours of about this hue; Rich's own choice may have another."""
    leading = _leading(colour) if hypot(*_hue(colour)) >= _GREY else None
    alike = (each for each in (*_MIXED, *_GREYS) if leading in (None, _leading(each)))
    return min(alike, key=lambda other: _distance(colour, other))


def _leading(colour: Color) -> int | None:
    """Return the index of the part that makes the hue, such as green in a green with some blue; None without one."""
    least, middle, largest = sorted(colour.rgb)
    return colour.rgb.index(largest) if largest - middle > _LEAD * (largest - least) else None


def _distance(one: Color, other: Color) -> float:
    apart = dist(one.rgb, other.rgb) ** 2
    hue, other_hue = _hue(one), _hue(other)
    if hypot(*hue) < _GREY:
        return apart
    lengths = hypot(*hue) * hypot(*other_hue)
    alike = sum(map(mul, hue, other_hue)) / lengths if lengths else 0.0
    return apart + _HUE_COUNTS * (1 - alike)


def _hue(colour: Color) -> tuple[float, float, float]:
    """Return by how much each part of a colour differs from their mean: the direction is the hue."""
    mean = sum(colour.rgb) / 3
    red, green, blue = colour.rgb
    return red - mean, green - mean, blue - mean


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


def line(parts: list[tuple[str, Style]], width: int, ground: Style) -> Strip:
    """Return one line of styled parts, cut or padded to the width; neighbours of one style become one segment."""
    taken = sum(cell_len(text) for text, _ in parts)
    filled = [*parts, (" " * (width - taken), Style.null())]
    segments = Segment.simplify(Segment(text, ground + style) for text, style in filled if text)
    strip = Strip(segments, max(taken, width))
    return strip.crop(0, width) if taken > width else strip


def style_of(widget: Widget, names: str) -> Style:
    """Return the style of names parted by spaces: a flash lights only the background, blended with the widget's."""
    if names.startswith(SHADE):
        return shaded(widget, names)
    styles = styles_for(widget)
    made = [_lit(widget, *_LIGHT[name]) if name in _LIGHT else styles[name] for name in names.split()]
    return Style.combine([Style.null(), *made])


def _lit(widget: Widget, name: str, strength: float) -> Style:
    styles = styles_for(widget)
    colour = styles[name].color
    if styles.plain or colour is None:
        return Style(bold=True)
    return Style(bgcolor=widget.background_colors[1].blend(Color.from_rich_color(colour), strength).rich_color)
