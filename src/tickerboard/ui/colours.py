"""Colours that can be read and distinguished, and the nearest that terminals of 256 colours have."""

from __future__ import annotations

from functools import cache
from itertools import product, starmap
from math import dist, hypot, inf
from operator import itemgetter, mul

from textual.color import BLACK, WHITE, Color

READABLE = 4.5
"""The contrast ratio that WCAG 2.1 asks for normal text (level AA)."""


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
_HUE_COUNTS, _HUE_OF_SHADES = 8_000.0, 40_000.0
"""The square of the distance that a hue at a right angle adds to that of two colours, or to that of two shades."""
_LEAD = 0.25
"""By how much of the range of its parts the largest one leads, so that it must lead in the colour that is shown."""
_STEP = 1.18
"""By how much the contrast of a shade to the ground is at least above that of the weaker one."""
_QUIET = 25.0
"""How strong the hue of a shade is at least to be shown."""


@cache
def in_256_colours(colour: Color) -> Color:
    """Return the nearest of a terminal's 256 colours of about this hue; Rich's own choice may have another."""
    return min(_alike(colour), key=lambda other: _distance(colour, other, _HUE_COUNTS))


@cache
def shades_in_256_colours(ground: Color, shades: tuple[Color, ...]) -> tuple[Color, ...]:
    """Return what a terminal of 256 colours shows for the shades of one colour, the weakest first, all different.

    The nearest of so few colours would be the same for several shades.
    """
    steps = sorted((step, each.rgb) for each in _of_hue(shades[-1]) if (step := contrast(each, ground)) >= _STEP)
    ways: list[tuple[float, tuple[Color, ...]]] = [(0.0, ())] * len(steps)
    for at, shade in enumerate(shades):
        before, ways = ways, []
        for step, rgb in steps:
            weaker = [way for way, (other, _) in zip(before, steps, strict=True) if not at or other * _STEP <= step]
            cost, way = min(weaker, key=itemgetter(0), default=(inf, ()))
            ways.append((cost + _distance(shade, Color(*rgb), _HUE_OF_SHADES), (*way, Color(*rgb))))
    found = min(ways, key=itemgetter(0), default=(inf, ()))[1]
    return found if len(found) == len(shades) else tuple(map(in_256_colours, shades))


@cache
def light_in_256_colours(light: Color, colour: Color, text: Color) -> Color:
    """Return what a terminal of 256 colours shows for the light of a colour: of its hue, and a text can be read on it.

    The hue of a faint light is that of the ground.
    """
    found = _of_hue(colour)
    legible = [each for each in found if contrast(each, text) >= READABLE]
    return min(
        legible or found, key=lambda other: dist(light.rgb, other.rgb) ** 2 + _turn(colour, other) * _HUE_OF_SHADES
    )


def _of_hue(colour: Color) -> list[Color]:
    """Return the terminal's colours that can be a shade of a colour: for a quiet one the greys."""
    if hypot(*_hue(colour)) < _QUIET:
        return [each for each in (*_MIXED, *_GREYS) if len(set(each.rgb)) == 1]
    return _alike(colour)


def _alike(colour: Color) -> list[Color]:
    """Return the terminal's colours in which the same part leads."""
    leading = _leading(colour) if hypot(*_hue(colour)) >= _GREY else None
    return [each for each in (*_MIXED, *_GREYS) if leading in (None, _leading(each))]


def _leading(colour: Color) -> int | None:
    """Return the index of the part that makes the hue, such as green in a green with some blue; None without one."""
    least, middle, largest = sorted(colour.rgb)
    return colour.rgb.index(largest) if largest - middle > _LEAD * (largest - least) else None


def _distance(one: Color, other: Color, hue_counts: float) -> float:
    return dist(one.rgb, other.rgb) ** 2 + hue_counts * _turn(one, other)


def _turn(one: Color, other: Color) -> float:
    """Return by how much a hue is turned: 0 for the same one and for grey, 1 at a right angle."""
    hue, other_hue = _hue(one), _hue(other)
    if hypot(*hue) < _GREY:
        return 0.0
    lengths = hypot(*hue) * hypot(*other_hue)
    return 1 - (sum(map(mul, hue, other_hue)) / lengths if lengths else 0.0)


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
