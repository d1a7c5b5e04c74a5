"""Text that is made to take long, or to come through where it should not."""

from __future__ import annotations

import time

import pytest

from tickerboard.parser import parse_page

FLOOR = 0.5
"""Seconds below which a ratio of times tells nothing."""
ONE_LINE = {name: name for name in ("9", " ", "<", "[", "▲", "(", ",", "9,", "-", "A ", "%)", "\x1b[", "Increased By ")}
MANY_LINES = {
    "near quotes": "ABL 75.25 Decreased By ▼ -0.18 (-0.24\n",
    "near tokens": "ABL\n75.25\nDecreased By\n",
    "near fields": "ABL\n75.25\n0.18\n(0.24\n",
    "glued": "Abl 75.25-0.18(-0.99%)\n",
    "rows of a portal": "ABL 75.25\n1.5M\n-0.24%\n",
    "bylines": "Reuters Published 16 Sep, 2022\n",
    "sections": "Markets\n",
    "teasers": "The mills said...\n",
    "comments": "Comments\n",
}


def seconds(text: str) -> float:
    spent = []
    for _ in range(3):
        started = time.perf_counter()
        parse_page(text)
        spent.append(time.perf_counter() - started)
    return min(spent)


@pytest.mark.parametrize("piece", ONE_LINE)
def test_twice_the_line_takes_no_more_than_three_times_as_long(piece: str) -> None:
    once = seconds(piece * (40_000 // len(piece)))
    assert seconds(piece * (80_000 // len(piece))) < max(3 * once, FLOOR)


@pytest.mark.parametrize("name", MANY_LINES)
def test_twice_the_lines_take_no_more_than_three_times_as_long(name: str) -> None:
    once = seconds(MANY_LINES[name] * 10_000)
    assert seconds(MANY_LINES[name] * 20_000) < max(3 * once, FLOOR)


FIGURES = ["NaN", "Infinity", "1e5", "1_000.5", "٣.١٤", "７５.２５", "75²", "1.234,5", "1'234.5", "+-1", "(5)", "05.25"]


@pytest.mark.parametrize("figure", FIGURES)
def test_what_is_no_figure_is_told_and_never_half_read(figure: str) -> None:
    page = parse_page(f"ABL {figure} Decreased By ▼ -0.18 (-0.24%)\nKEL 4.66 No Change ▼ 0.00 (0%)\n")
    assert [quote.symbol for quote in page.quotes] == ["KEL"]
    assert [(problem.line, problem.code) for problem in page.problems] == [(1, "not-a-quote")]


def test_a_figure_of_five_thousand_digits_is_none() -> None:
    page = parse_page(f"ABL {'9' * 5_000} Decreased By ▼ -0.18 (-0.24%)")
    assert not page.quotes
    assert next(problem.code for problem in page.problems) == "long-line"


@pytest.mark.parametrize("gap", ["\u00a0", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\t", "  "])
def test_odd_spaces_within_a_row_are_spaces(gap: str) -> None:
    page = parse_page(f"ABL{gap}75.25 Decreased By{gap}▼ -0.18 (-0.24%)")
    assert [(str(quote.last), str(quote.change)) for quote in page.quotes] == [("75.25", "-0.18")]


@pytest.mark.parametrize("minus", "-\u2010\u2011\u2012\u2013\u2212")
def test_the_dashes_of_typesetters_are_a_minus(minus: str) -> None:
    page = parse_page(f"ABL 75.25 Decreased By ▼ {minus}0.18 ({minus}0.24%)")
    assert [str(quote.change) for quote in page.quotes] == ["-0.18"]


def test_a_line_of_a_hundred_megabytes_is_cut_and_said() -> None:
    page = parse_page("9" * 100_000_000)
    assert [problem.code for problem in page.problems] == ["long-line"]
