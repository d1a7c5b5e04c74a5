"""Themes: every text that is painted can be read on its background, and every reader can tell a rise from a fall."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pytest
from rich.style import Style
from textual.color import Color

from boards import app_on, listed, page, text_of, until
from colours import LEAST, in_256_colours, painted
from tickerboard.board.board import Board
from tickerboard.ui.colours import contrast
from tickerboard.ui.looks import LOOKS, TERMINAL, Look
from tickerboard.ui.table.quote_table import QuoteTable
from tickerboard.ui.text_styles import STYLES, TextStyles

if TYPE_CHECKING:
    from tickerboard.ui.app import TickerboardApp

SCREENS = (
    "",
    "1 j",
    "2 slash t h e",
    "slash p e r c n t greater_than_sign 2",
    "slash k e l enter slash",
    "m",
    "enter",
    "question_mark",
    "c",
    "a",
    "O",
    "A",
    "x",
    "e",
    "ctrl+p",
    "slash",
    "a slash",
)
FEW_SCREENS = ("1 j", "m", "question_mark", "O")
SHADED = ("rank", "symbol", "last", "change", "percent", "heat", "bar")


async def poor_texts(theme: str, *, few: bool) -> dict[tuple[str, str, str], str]:
    """Each text with too little contrast by the keys of its screen and its colours; `few` is for 256 colours."""
    poor = {}
    count = 0
    app = app_on(listed(), theme=theme, columns=SHADED)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in FEW_SCREENS if few else SCREENS:
            await pilot.press(*keys.split())
            await pilot.pause()
            for text, *colours in painted(app):
                count += 1
                ink, ground = map(in_256_colours, colours) if few else colours
                if contrast(ink, ground) < LEAST:
                    poor[keys, ink.hex, ground.hex] = text
            await pilot.press("escape", "1")
    assert count > 200
    return poor


@pytest.mark.once
@pytest.mark.parametrize("theme", [look.name for look in LOOKS])
async def test_every_text_has_enough_contrast(theme: str) -> None:
    assert not await poor_texts(theme, few=False)


@pytest.mark.once
@pytest.mark.parametrize("theme", [look.name for look in LOOKS])
async def test_every_text_has_enough_contrast_in_256_colours(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    assert not await poor_texts(theme, few=True)


def ink_of(app: TickerboardApp, symbol: str) -> Color:
    """The colour of a symbol where it stands first, in the table."""
    return next(ink for text, ink, _ in painted(app) if symbol in text)


@pytest.mark.parametrize("theme", [look.name for look in LOOKS])
async def test_rows_that_are_lit_and_rows_that_are_not_fresh_can_be_read(theme: str) -> None:
    rows = "ABL {} Increased By ▲ 0.10 (2.19%)\nKEL {} Decreased By ▼ -0.10 (-1%)\nHBL 5.00 No Change ▼ 0.00 (0%)\n"
    board = Board.of([page(rows.format("4.66", "9.90"))]).updated(page(rows.format("4.67", "9.80")))
    app = app_on(board, theme=theme)
    async with app.run_test(size=(120, 30)) as pilot:
        table = app.screen.query_one(QuoteTable)
        fresh = ink_of(app, "KEL")
        table.flash(0)
        await until(pilot, lambda: any("4.67↑" in text for text, *_ in painted(app)))
        assert all(contrast(ink, ground) >= LEAST for _, ink, ground in painted(app))
        table.dim(frozenset(("ABL", "KEL", "HBL")))
        app.screen.set_focus(None)
        table.flash(math.inf)
        await until(pilot, lambda: ink_of(app, "KEL") != fresh)
        assert all(contrast(ink, ground) >= LEAST for _, ink, ground in painted(app))


async def test_the_details_show_both_figures_of_a_move_in_its_colour() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        down = Color.parse(app.theme_variables["quote-down"]).hex
        assert {"▼ -0.18", "▼ -0.24%"} <= {text for text, ink, _ in painted(app) if ink.hex == down}


async def test_the_list_of_themes_says_where_each_comes_from() -> None:
    app = app_on(themes={"mine": {"up": "#00ff00"}})
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert re.search(r" mine +your own .*\n(.*\n)*.* nord +from Textual ", text_of(app))


@pytest.mark.parametrize("look", [*LOOKS, TERMINAL], ids=lambda look: look.name)
def test_every_style_can_be_made_in_every_theme(look: Look) -> None:
    for colours, plain in ((look.colours, False), (look.plain_colours, True)):
        named = {each: colour.removeprefix("ansi_") for each, colour in colours.items()}
        styles = TextStyles(named, plain=plain)
        assert {name for name, words in STYLES.items() if words and not styles[name]} == set()


async def test_the_focused_frame_is_told_without_colours() -> None:
    app = app_on(theme="terminal")
    async with app.run_test(size=(120, 40)) as pilot:
        for keys, title in (("1", "Quotes 34"), ("2", "Article")):
            await pilot.press(keys)
            await pilot.pause()
            segments = app.screen._compositor.render_strips(app.size)[1]
            underlined = [segment.text for segment in segments if segment.style and segment.style.underline]
            assert underlined == [title]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


BLINDNESS = {
    "none": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""What is left of a colour, as matrices of linear RGB (Machado, Oliveira and Fernandes, 2009)."""
FITTING = {
    "colour-blind": ("protanopia", "deuteranopia"),
    "colour-blind-light": ("protanopia", "deuteranopia"),
    "tritanopia": ("tritanopia",),
    "tritanopia-light": ("tritanopia",),
}


def seen_with(blindness: str, colour: Color) -> tuple[float, float, float]:
    """A colour as someone sees it, in CIE Lab."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    left = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in BLINDNESS[blindness]]
    red, green, blue = (min(max(part, 0), 1) for part in left)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    f = [part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


@pytest.mark.parametrize("name", FITTING)
def test_a_rise_and_a_fall_look_different_to_the_colour_blind(name: str) -> None:
    look = next(look for look in LOOKS if look.name == name)
    for blindness in FITTING[name]:
        up, down = (seen_with(blindness, Color.parse(colour)) for colour in (look.up, look.down))
        assert math.dist(up, down) > 40, blindness


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_failed_looks_different_from_every_other_state(look: Look) -> None:
    states = ("warning", "chip-live", "chip-then", "quote-flat")
    for blindness in FITTING.get(look.name, ("none",)):
        failed, *others = (seen_with(blindness, Color.parse(look.colours[name])) for name in ("chip-failed", *states))
        apart = {name: math.dist(failed, other) for name, other in zip(states, others, strict=True)}
        assert min(apart.values()) > 30, (blindness, apart)


async def test_a_terminal_of_16_colours_gets_its_own_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    app = app_on(listed(), columns=SHADED)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in SCREENS:
            await pilot.press(*keys.split())
            await pilot.pause()
            colours = {
                colour
                for strip in app.screen._compositor.render_strips(app.size)
                for segment in strip
                if segment.style
                for colour in (segment.style.color if segment.text.strip() else None, segment.style.bgcolor)
                if colour is not None
            }
            assert {colour.name for colour in colours if colour.triplet is not None} == set(), keys
            await pilot.press("escape", "1")


def styles_of(app: TickerboardApp, y: int, left: int = 2, right: int = 60) -> list[Style]:
    """The styles on a line."""
    strip = app.screen._compositor.render_strips(app.size)[y].crop(left, right)
    return [segment.style for segment in strip if segment.style and segment.text.strip()]


@pytest.mark.parametrize("theme", ["tickerboard-dark", "terminal"])
async def test_a_stale_row_under_the_cursor_can_be_read(theme: str) -> None:
    app = app_on(listed(), theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        table = app.screen.query_one(QuoteTable)
        table.dim(frozenset(row.quote.symbol for row in table.rows))
        await pilot.pause()
        assert not any(style.dim for style in styles_of(app, 3))
        await pilot.press("j")
        await pilot.pause()
        assert not any(style.dim for style in styles_of(app, 4))


async def test_the_row_under_the_cursor_is_of_one_colour_where_the_colours_are_the_terminals() -> None:
    app = app_on(listed(), theme="terminal")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert len({(style.reverse, style.color) for style in styles_of(app, 3)}) == 1
        assert len({style.color for style in styles_of(app, 4)}) > 1


async def test_the_board_behind_a_dialog_is_dim_where_the_colours_are_the_terminals() -> None:
    app = app_on(listed(), theme="terminal")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: "no alerts" in text_of(app))
        assert styles_of(app, 3)
        assert all(style.dim and not style.reverse for style in styles_of(app, 3))
        assert len({style.color for style in styles_of(app, 4)}) == 1


async def test_every_cell_takes_a_new_theme() -> None:
    changed, fresh = app_on(), app_on(theme="tickerboard-light")
    async with changed.run_test() as pilot:
        await pilot.pause()
        changed.theme = "tickerboard-light"
        await pilot.pause()
        seen = list(painted(changed))
    async with fresh.run_test() as pilot:
        await pilot.pause()
        assert seen == list(painted(fresh))


@pytest.mark.parametrize("theme", ["tickerboard-dark", "tickerboard-light"])
async def test_the_marks_of_every_theme_can_be_seen_in_the_list(theme: str) -> None:
    app = app_on(theme=theme)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        marks = [(ink, ground) for text, ink, ground in painted(app) if text == "■"]
        assert len(marks) == len(set(app.available_themes) - {"textual-ansi"})
        assert all(contrast(ink, ground) >= 3 for ink, ground in marks)


async def test_a_list_has_the_ground_of_its_dialog() -> None:
    app = app_on()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        surface = Color.parse(app.theme_variables["surface"])
        assert {ground for text, _, ground in painted(app) if text.startswith("JSON")} == {surface}


async def test_a_translucent_colour_of_a_theme_is_seen_on_its_ground() -> None:
    app = app_on(theme="mine", themes={"mine": {"background": "#000000", "up": "#00ff0080"}})
    async with app.run_test(size=(120, 40)):
        assert app.text_styles["quote--up"].color == Style.parse("#008000").color
