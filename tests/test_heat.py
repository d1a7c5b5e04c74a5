"""The layout of the heat map: blocks that fill the area, none above another, each about as large as its weight."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards import app_on, listed, page, text_of, until
from clocks import NOON
from fetches import taken
from tickerboard.board.board import Board
from tickerboard.board.heat import HeatLayout, Weight, laid_out
from tickerboard.board.listings import Listings
from tickerboard.board.sectors import by_sector
from tickerboard.board.treemap import Rect, Size, squarified
from tickerboard.parser.documents import Document
from tickerboard.sources.base import Pages
from tickerboard.ui.heat.heat_map import HeatMap, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

WEIGHTS = st.lists(st.floats(-1, 1e12, allow_nan=False), min_size=1, max_size=60)
SIZES = [(200, 60), (120, 40), (80, 24), (40, 12)]


def cells(places: Iterable[Rect]) -> Counter[tuple[int, int]]:
    """How often each cell is covered."""
    return Counter(
        (x, y)
        for rect in places
        for y in range(rect.y, rect.y + rect.height)
        for x in range(rect.x, rect.x + rect.width)
    )


@given(WEIGHTS, st.integers(1, 120), st.integers(1, 40), st.integers(1, 12), st.integers(1, 3))
def test_rectangles_fill_the_area_and_do_not_overlap(
    weights: list[float], width: int, height: int, least_width: int, least_height: int
) -> None:
    area, least = Rect(3, 5, width, height), Size(least_width, least_height)
    if area.room_for(least) < len(weights):
        with pytest.raises(ValueError, match="too many"):
            squarified(weights, area, least)
        return
    places = squarified(weights, area, least)
    assert len(places) == len(weights)
    assert cells(places) == cells([area])
    assert all(rect.width >= least.width and rect.height >= least.height for rect in places)


@given(st.lists(st.floats(1, 20), min_size=1, max_size=20))
def test_areas_follow_the_weights(weights: list[float]) -> None:
    area = Rect(0, 0, 2_000, 1_000)
    for weight, rect in zip(weights, squarified(weights, area, Size(1, 1)), strict=True):
        assert rect.cells / area.cells == pytest.approx(weight / sum(weights), rel=0.05)


def test_equal_weights_make_about_square_rectangles() -> None:
    for rect in squarified([1] * 12, Rect(0, 0, 160, 60), Size(1, 1)):
        assert 1 <= rect.width / rect.height <= 4


def layout_of(width: int, height: int, weight: Weight = Weight.EQUAL) -> HeatLayout:
    return laid_out(by_sector(listed().rows), Rect(0, 0, width, height), weight)


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("weight", Weight)
def test_titles_and_blocks_fill_the_screen(width: int, height: int, weight: Weight) -> None:
    layout = layout_of(width, height, weight)
    places = [*(title.rect for title in layout.titles), *(block.rect for block in layout.blocks)]
    assert cells(places) == cells([Rect(0, 0, width, height)])
    assert layout.left_out == 0
    assert len(layout.blocks) == 30


def test_sectors_have_titles_where_there_is_room() -> None:
    assert len(layout_of(80, 22).titles) == len(by_sector(listed().rows))
    assert layout_of(40, 10).titles == ()


def test_of_too_many_quotes_those_that_moved_most_are_shown() -> None:
    layout = layout_of(24, 2)
    assert [block.row.quote.symbol for block in layout.blocks][:2] == ["DFML", "PIAA"]
    assert (len(layout.blocks), layout.left_out) == (6, 24)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_block_can_be_reached_with_the_arrows(width: int, height: int) -> None:
    layout = layout_of(width, height)
    reached, new = {0}, {0}
    while new:
        steps = ((1, 0), (-1, 0), (0, 1), (0, -1))
        new = {layout.neighbour(at, *step) for at in new for step in steps} - reached
        reached |= new
    assert len(reached) == len(layout.blocks)


def test_the_block_beside_is_the_next_one() -> None:
    layout = layout_of(120, 40)
    for at, block in enumerate(layout.blocks):
        right = layout.blocks[layout.neighbour(at, 1, 0)].rect
        assert right == block.rect or right.x >= block.rect.x + block.rect.width


def test_the_cursor_begins_in_the_upper_left_corner_and_ends_in_the_lower_right_one() -> None:
    layout = layout_of(80, 22)
    first, last = (layout.blocks[at].rect for at in (layout.first, layout.last))
    assert (first.x, first.y) == (0, 1)
    assert (last.x + last.width, last.y + last.height) == (80, 22)
    assert (HeatLayout((), ()).first, HeatLayout((), ()).last) == (0, 0)


VOLUMES = """<table><tr><th>Symbol</th><th>Last</th><th>Change</th><th>%</th><th>Volume</th></tr>
<tr><td>HBL</td><td>75.25</td><td>+0.18</td><td>+0.24%</td><td>1,200</td></tr>
<tr><td>MCB</td><td>150.00</td><td>+3.00</td><td>+2.04%</td><td>1,100</td></tr>
<tr><td>OGDC</td><td>139.75</td><td>-4.95</td><td>-3.42%</td><td>9,750,000</td></tr></table>"""


async def test_the_cursor_is_on_the_largest_block_at_first() -> None:
    board = Board.of([taken(Pages("page.html", (Document("page.html", VOLUMES.encode(), NOON),)))], Listings.load())
    app = app_on(board)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: "OGDC  139.75" in text_of(app).split("\n")[-1])
        await pilot.press("end", "home")
        assert "OGDC  139.75" in text_of(app).split("\n")[-1]


async def test_a_large_block_below_the_cursor_keeps_its_shade_beside_the_lines_of_text() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        await pilot.pause()

        def grounds() -> list[object]:
            strips = app.screen._compositor.render_strips(app.size)
            return [next(iter(strip.crop(4, 5))).style.bgcolor for strip in strips[2:9]]  # type: ignore[union-attr]

        at_cursor = grounds()
        await pilot.press("end")
        assert [here == there for here, there in zip(at_cursor, grounds(), strict=True)].count(False) == 3


def test_of_two_lines_one_divides_where_all_fits_on_the_other() -> None:
    row = next(row for row in listed().rows if row.quote.symbol == "HBL")
    assert texts_of(row, 11, 2) == ["HBL ▲+1.24%"]
    assert texts_of(row, 10, 2) == ["HBL", "▲ +1.24%"]
    assert texts_of(row, 11, 3) == ["HBL", "▲ +1.24%"]


async def test_a_map_without_quotes_says_why_and_offers_only_keys_that_help() -> None:
    app = app_on(listed())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "slash", *"oil")
        await until(pilot, lambda: "─ ⏎ keep the filter · esc all rows ─╯" in text_of(app))
        await pilot.press("space", *"xyz", "enter")
        await until(pilot, lambda: "no quote passes the filter: oil xyz" in text_of(app))
        assert "─ / filter · esc back ─╯" in text_of(app)
        await pilot.press("slash", "escape")
        await until(pilot, lambda: "⏎ details · / filter · w size · esc back" in text_of(app))
    app = app_on(Board.of([page("")]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: "no quote to show" in text_of(app) and "── esc back ─╯" in text_of(app))


async def test_the_title_of_a_sector_says_as_much_as_it_has_room_for() -> None:
    app = app_on(listed())
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        text = text_of(app)
        assert "Technology & Communication  ▲0 ▼6 ■0  mean -1.98%" in text
        assert "Commercial Banks  mean +1.02%" in text
        assert "Food & Personal Care Products  -0.09%" in text


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_that_no_quote_has_a_volume_is_said_without_covering_a_block(size: tuple[int, int]) -> None:
    app = app_on(listed())
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("m")
        await pilot.pause()
        before = text_of(app).split("\n")
        await pilot.press("w")
        await until(pilot, lambda: "no quote has a volume" in text_of(app))
        changed = [now for was, now in zip(before, text_of(app).split("\n"), strict=True) if was != now]
        assert [line[-2:] for line in changed] in (["─╯"], ["e─"]), "only the line of the frame"


async def test_what_is_between_two_blocks_is_one_gap_without_a_notch() -> None:
    app = app_on(listed())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: "Heat map · 30 quotes" in text_of(app))
        heat = app.screen.query_one(HeatMap)
        ground = heat.background_colors[1].rich_color
        strips = app.screen._compositor.render_strips(app.size)
        left, top, *_ = heat.content_region
        for x, y, width, height in (block.rect for block in heat.places.blocks):
            cells = [
                next(iter(strips[top + line].crop(left + x + width - 1, left + x + width)))
                for line in range(y, y + height)
            ]
            is_last = x + width == heat.content_size.width
            assert {(each.text, each.style.bgcolor == ground) for each in cells if each.style} == {(" ", not is_last)}
