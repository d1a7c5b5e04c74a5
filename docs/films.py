"""Frames of a terminal as one SVG: a picture, or a film in which each line is drawn once for as long as it stays."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.color import Color
    from rich.style import Style
    from textual.strip import Strip

    Stays = tuple[tuple[float, float], ...]
    Frame = tuple[float, Sequence[Strip]]

WIDTH, HEIGHT, BASE, EDGE = 8, 17, 13, 10
"""Of a cell: its width, its height and where its text stands; the edge around all cells. All in pixels."""
FONT = '"Fira Code","DejaVu Sans Mono",Menlo,Consolas,monospace'


_WORDS = re.compile(r"\S+(?: \S+)*")
"""Words with one space between; more spaces need no drawing."""


class _Classes:
    """The styles of texts, each under a short name."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, css: str) -> str:
        return self._names.setdefault(css, f"t{len(self._names)}")

    def __str__(self) -> str:
        return "".join(f".{name}{{{css}}}" for css, name in self._names.items())


def svg(frames: Sequence[Frame], size: tuple[int, int], background: str, foreground: str) -> str:
    """Return the frames as one picture, each shown for its seconds; a reader who wants no motion sees the first."""
    classes = _Classes()
    total = sum(seconds for seconds, _ in frames)
    body: list[str] = []
    films: dict[Stays, str] = {}
    for row in range(size[1]):
        for stays, strip in _stays(frames, row):
            drawn = "".join(_line(strip, classes, background, foreground))
            film = ""
            if stays != ((0, total),):
                name = films.setdefault(stays, f"f{len(films)}")
                film = f' class="f {name}{" o" if stays[0][0] == 0 else ""}"'
            body.append(f'<g transform="translate(0 {row * HEIGHT + BASE})"{film}>{drawn}</g>\n')
    width, height = size[0] * WIDTH + 2 * EDGE, size[1] * HEIGHT + 2 * EDGE
    style = f"text{{font:13.3px {FONT}}}{classes}{_films(films, total)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}">'
        f"<style>{style}</style>"
        f'<rect width="100%" height="100%" rx="8" fill="{background}"/>'
        f'<g transform="translate({EDGE} {EDGE})" shape-rendering="crispEdges">{"".join(body)}</g></svg>\n'
    )


def _stays(frames: Sequence[Frame], row: int) -> Iterator[tuple[Stays, Strip]]:
    """Go through all that a row shows, each with the seconds from and until which it stays, maybe more than once."""
    found: list[tuple[list[tuple[float, float]], Strip]] = []
    now = 0.0
    for seconds, strips in frames:
        start, now = now, round(now + seconds, 2)
        stays = next((stays for stays, strip in found if strip == strips[row]), None)
        if stays is None:
            found.append(([(start, now)], strips[row]))
        elif stays[-1][1] == start:
            stays[-1] = stays[-1][0], now
        else:
            stays.append((start, now))
    for stays, strip in found:
        yield tuple(stays), strip


def _films(films: dict[Stays, str], total: float) -> str:
    """Return the rules that show each line at its times, over and over."""
    rules = []
    for stays, name in films.items():
        steps = {0.0: "hidden"}
        for start, end in stays:
            steps |= {start: "visible", end: "hidden"}
        steps.pop(total, None)
        keys = "".join(f"{100 * at / total:.4g}%{{visibility:{how}}}" for at, how in steps.items())
        rules.append(f"@keyframes {name}{{{keys}}}.{name}{{animation:{name} {total:g}s step-end infinite}}")
    if rules:
        rules.append(".f{visibility:hidden}.o{visibility:visible}")
        rules.append("@media(prefers-reduced-motion:reduce){.f{animation:none}}")
    return "".join(rules)


def _line(strip: Strip, classes: _Classes, background: str, foreground: str) -> Iterator[str]:
    """Draw one line: what lies behind its texts, then the texts."""
    x = 0
    texts = []
    for segment in strip:
        width = cell_len(segment.text)
        ink, ground, css = _colours(segment.style, background, foreground)
        if ground != background:
            yield f'<rect x="{x * WIDTH}" y="-{BASE}" width="{width * WIDTH}" height="{HEIGHT}" fill="{ground}"/>'
        for found in _WORDS.finditer(segment.text):
            at = (x + cell_len(segment.text[: found.start()])) * WIDTH
            name = classes.name(f"fill:{ink}{css}")
            place = f'x="{at}" textLength="{cell_len(found[0]) * WIDTH}"'
            texts.append(f'<text class="{name}" {place}>{escape(found[0], quote=False)}</text>')
        x += width
    yield from texts


def _colours(style: Style | None, background: str, foreground: str) -> tuple[str, str, str]:
    """Return the colours of a text and of its background, and the rest of its style."""
    if style is None:
        return foreground, background, ""
    ink, ground = _hex(style.color, foreground), _hex(style.bgcolor, background)
    if style.reverse:
        ink, ground = ground, ink
    css = ";font-weight:bold" * bool(style.bold) + ";font-style:italic" * bool(style.italic)
    return ink, ground, css + ";text-decoration:underline" * bool(style.underline) + ";opacity:.6" * bool(style.dim)


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.triplet is None else colour.triplet.hex
