"""Terminals of 256 colours: shades and lights of a move keep its hue, and can be told apart and read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual.color import Color

from boards import app_on, listed, page, text_of, until
from colours import LEAST, in_256_colours
from tickerboard.board.board import Board
from tickerboard.ui.colours import contrast, shades_in_256_colours
from tickerboard.ui.colours import in_256_colours as in_256
from tickerboard.ui.looks import LOOKS, Look

TWO = "ABL {}.00 No Change ▼ 0.00 (0%)\nKEL {}.00 No Change ▼ 0.00 (0%)\n"


@pytest.mark.parametrize(
    ("shade", "shown"),
    [
        ("#542a30", "#5F0000"),
        ("#B8352D", "#AF5F5F"),
        ("#363b43", "#3A3A3A"),
        ("#e2aaaa", "#D7AFAF"),
        ("#234639", "#005F00"),
        ("#264253", "#005F87"),
        ("#4E3C12", "#875F00"),
        ("#1B4645", "#005F5F"),
    ],
)
def test_a_shade_keeps_its_hue_in_256_colours(shade: str, shown: str) -> None:
    assert in_256(Color.parse(shade)).hex == shown


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_shades_of_a_move_can_be_distinguished_in_256_colours(look: Look) -> None:
    ground = Color.parse(look.ground.background)
    for colour in (look.up, look.down, look.ground.flat):
        wanted = tuple(ground.blend(Color.parse(colour), 0.12 + 0.16 * strength) for strength in range(1, 6))
        shades = shades_in_256_colours(ground, wanted)
        steps = [contrast(shade, ground) for shade in (ground, *shades)]
        assert all(one * 1.15 <= other for one, other in pairwise(steps))
        assert all(in_256(shade) == shade for shade in shades)


@pytest.mark.once
@pytest.mark.parametrize("keys", ["A", "ctrl+p"])
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
async def test_a_move_keeps_its_hue_behind_a_dialog_in_256_colours(
    look: Look, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    app = app_on(listed(), theme=look.name)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(keys)
        await pilot.pause()
        status = app.screen._compositor.render_strips(app.size)[0]
        for arrow, colour in (("▲", look.up), ("▼", look.down)):
            shown = next(each.style for each in status if arrow in each.text and each.style)
            assert shown.color is not None
            ink = in_256_colours(Color.from_rich_color(shown.color))
            assert max(ink.rgb) > min(ink.rgb)
            assert ink.rgb.index(max(ink.rgb)) == strongest(colour)


@pytest.mark.once
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
async def test_the_light_of_a_move_keeps_its_hue_and_its_text_is_legible_in_256_colours(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    monkeypatch.setattr("tickerboard.ui.board.lights.SECONDS", 1e6)
    app = app_on(Board.of([page(TWO.format(5, 5))]), theme=look.name)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app._take(page(TWO.format(6, 4)))
        await until(pilot, lambda: "6.00↑" in text_of(app))
        strips = app.screen._compositor.render_strips(app.size)
        for last, colour in (("6.00", look.up), ("4.00", look.down)):
            shown = ([each.style for each in strip if last in each.text and each.style] for strip in strips)
            lit = [styles[0] for styles in shown if styles]
            assert len(lit) == 2, "in the table and on the tape"
            for style in lit:
                assert style.color is not None
                assert style.bgcolor is not None
                ink, ground = (in_256_colours(Color.from_rich_color(each)) for each in (style.color, style.bgcolor))
                assert contrast(ink, ground) >= LEAST
                assert max(ground.rgb) > min(ground.rgb)
                assert ground.rgb[strongest(colour)] == max(ground.rgb)


def strongest(colour: str) -> int:
    """The index of the strongest of red, green and blue."""
    rgb = Color.parse(colour).rgb
    return rgb.index(max(rgb))
