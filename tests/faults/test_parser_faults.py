"""P: figures that are none, signs that contradict each other, damage, and text that is made to take long."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING

import pytest

from doubling import assert_linear
from tickerboard.model import Page
from tickerboard.parser import LINE_CAP, parse_page
from tickerboard.parser.audit import check_figures

if TYPE_CHECKING:
    from decimal import Decimal

    from tickerboard.model import Quote

ONE_LINE = {name: name for name in ("9", " ", "<", "[", "▲", "(", ",", "9,", "-", "A ", "%)", "\x1b[", "Increased By ")}
MANY_LINES = {
    "near quotes": "ABL 75.25 Decreased By ▼ -0.18 (-0.24\n",
    "near tokens": "ABL\n75.25\nDecreased By\n",
    "near fields": "ABL\n75.25\n0.18\n(0.24\n",
    "glued": "Abl 75.25-0.18(-0.99%)\n",
    "rows of a portal": "ABL 75.25\n1.5M\n-0.24%\n",
    "bylines": "Reuters Published 16 Sep, 2022\n",
    "sections": "Markets\n",
    "kickers": "  • The mills said.\n",
    "teasers": "The mills said...\n",
    "comments": "Comments\n",
}
KEL = "KEL 4.66 No Change ▼ 0.00 (0%)"


def told(page: Page) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in page.problems]


FIGURES = {
    "P1": ["NaN", "-NaN", "sNaN", "Infinity", "-Infinity", "inf"],
    "P2": ["1e999999", "1e5", "1E+5", "9" * 5_000],
    "P3": ["1.234,5", "1 234,5", "1'234.5", "1.234.5", "12,34.5", "1,2345.6", "05.25"],
    "P4": ["٣.١٤", "７５.２５", "75²", "７5.25", "7５.25", "½", "Ⅳ"],
    "P5": ["1_000", "1_000.5", "+-1", "--1", "(5)", "0x1F", "5.", ".5"],
}


@pytest.mark.parametrize(
    "figure", [pytest.param(each, id=f"{at} {each[:9]}") for at in FIGURES for each in FIGURES[at]]
)
@pytest.mark.parametrize(
    "line",
    [
        "ABL {} Decreased By ▼ -0.18 (-0.24%)",
        "ABL 75.25 Decreased By ▼ {} (-0.24%)",
        "ABL 75.25 Decreased By ▼ -0.18 ({}%)",
        "HBL {} +1.41 (+1.24%)",
    ],
)
def test_p1_to_p5_what_is_no_figure_is_told_and_never_half_read(line: str, figure: str) -> None:
    """The rule of P3: commas part thousands in threes, a point parts decimals; another way of writing is no figure."""
    page = parse_page(f"{line.format(figure)}\n{KEL}\n")
    assert [quote.symbol for quote in page.quotes] == ["KEL"]
    assert {number for number, _ in told(page)} <= {1}
    assert told(page) or line.startswith("HBL")


def test_p2_five_thousand_digits_are_no_figure() -> None:
    text = f"ABL {'9' * 5_000} Decreased By ▼ -0.18 (-0.24%)"
    page = parse_page(text)
    assert not page.quotes
    assert told(page)[0] == (1, "long-line")
    assert_linear(parse_page, lambda size: text.replace("9" * 5_000, "9" * size))


@pytest.mark.parametrize("figure", ["1,234.5", "12,345,678", "1,234", "1234.5"])
def test_p3_commas_between_thousands_are_read(figure: str) -> None:
    page = parse_page(f"ABL {figure} No Change ▼ 0.00 (0%)")
    assert [str(quote.last) for quote in page.quotes] == [figure.replace(",", "")]


@pytest.mark.parametrize("minus", "-\u2010\u2011\u2012\u2013\u2212")
def test_p6_the_dashes_of_typesetters_are_a_minus(minus: str) -> None:
    page = parse_page(f"ABL 75.25 Decreased By ▼ {minus}0.18 ({minus}0.24%)")
    assert [str(quote.change) for quote in page.quotes] == ["-0.18"]


@pytest.mark.parametrize("arrow", "△↑⬆▽↓⬇")
def test_p6_arrows_that_look_alike_are_arrows(arrow: str) -> None:
    up = arrow in "△↑⬆"
    move = "Increased By {} 0.18 (0.24%)" if up else "Decreased By {} -0.18 (-0.24%)"
    page = parse_page(f"ABL {'75.43' if up else '75.25'} {move.format(arrow)}")
    assert [quote.direction.value for quote in page.quotes] == ["up" if up else "down"]


SAYS = {1: ("Increased By", "▲", ""), -1: ("Decreased By", "▼", "-")}


@pytest.mark.parametrize("ways", [(1, -1, 1), (1, 1, -1), (1, -1, -1), (-1, 1, -1), (-1, 1, 1)])
def test_p7_arrow_against_sign_against_word_is_told_and_never_guessed(ways: tuple[int, int, int]) -> None:
    word, arrow, sign = (SAYS[way][at] for at, way in enumerate(ways))
    page = parse_page(f"ABL 75.25 {word} {arrow} {sign}0.18 ({sign}0.24%)\n{KEL}\n")
    assert [quote.symbol for quote in page.quotes] == ["KEL"]
    assert told(page) == [(1, "direction")]


@pytest.mark.once
@pytest.mark.parametrize("piece", ONE_LINE)
def test_p8_twice_the_line_takes_no_more_than_three_times_as_long(piece: str) -> None:
    assert_linear(parse_page, lambda size: piece * (2 * size // len(piece)))


@pytest.mark.once
@pytest.mark.parametrize("name", MANY_LINES)
def test_p8_twice_the_lines_take_no_more_than_three_times_as_long(name: str) -> None:
    assert_linear(parse_page, lambda size: MANY_LINES[name] * (size // 4))


def test_p10_a_line_of_a_hundred_megabytes_is_cut_and_said() -> None:
    page = parse_page("9" * 100_000_000)
    assert told(page) == [(1, "long-line")]
    assert page.article is None or len(page.article.paragraphs[0]) <= LINE_CAP


@pytest.mark.parametrize(
    "text", ["", "\ufeff", "\0", "\0" * 9_999, "\n" * 9_999, " ", "\ufeff\n\ufeff", "\x1b", "\r\r\r"]
)
def test_p11_nothing_is_nothing(text: str) -> None:
    assert parse_page(text) == Page()


def test_p11_a_mark_and_nuls_within_a_row_go_without_a_trace() -> None:
    page = parse_page(f"\ufeff\0{KEL[:9]}\0{KEL[9:]}\n")
    assert [quote.symbol for quote in page.quotes] == ["KEL"]
    assert not page.problems


def test_p11_random_characters_are_survived() -> None:
    dice = random.Random(11)
    for _ in range(200):
        parse_page(dice.randbytes(400).decode("latin-1"))
        parse_page("".join(chr(dice.randrange(0x110000)) for _ in range(200)))


GOOD = """ABL 75.25 Decreased By ▼ -0.18 (-0.24%)
KEL 4.66 No Change ▼ 0.00 (0%)
OGDC 139.75 Increased By ▲ 4.95 (3.67%)
KSE100 74,531 Increased By 732.1 (0.99%)

Mills report a better spring

Reuters Published 16 Sep, 2022 11:06am

The mills said on Friday that their orders rose.
"""
QUOTES = parse_page(GOOD).quotes


def figures(quote: Quote) -> tuple[str, Decimal, Decimal | None, Decimal | None]:
    return quote.symbol, *quote.figures


def test_p12_every_prefix_of_a_good_page_gives_its_first_quotes_and_no_other() -> None:
    for end in range(len(GOOD)):
        page = parse_page(GOOD[:end])
        assert page.quotes == QUOTES[: len(page.quotes)], GOOD[:end]
        assert len(page.quotes) >= GOOD[:end].count("%)\n"), GOOD[:end]


def test_p13_every_flipped_bit_touches_its_own_row_only_and_no_wrong_row_goes_unmarked() -> None:
    data = bytearray(GOOD.encode())
    for at, bit in product(range(len(data)), range(8)):
        line = data[:at].count(b"\n") + 1
        data[at] ^= 1 << bit
        page = parse_page(data.decode("utf-8", "replace"))
        data[at] ^= 1 << bit
        strange = [quote for quote in page.quotes if figures(quote) not in map(figures, QUOTES)]
        doubted = {number for number, _ in told(page)}
        assert all(quote.line in doubted or check_figures(*quote.figures) is None for quote in strange)
        # A line break that is flipped joins two rows; a symbol that becomes another's stands in its place.
        taken = {quote.symbol for quote in strange}
        rest = [each for each in QUOTES if each.line not in {line, line + 1} and each.symbol not in taken]
        assert {figures(quote) for quote in page.quotes} >= {figures(quote) for quote in rest}


@pytest.mark.parametrize("gap", ["\u00a0", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\t", "  "])
def test_p14_odd_spaces_within_a_row_are_spaces(gap: str) -> None:
    page = parse_page(f"ABL{gap}75.25 Decreased By{gap}▼ -0.18 (-0.24%)")
    assert [(str(quote.last), str(quote.change)) for quote in page.quotes] == [("75.25", "-0.18")]
