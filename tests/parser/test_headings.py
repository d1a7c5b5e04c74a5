"""Headings above a list of names, prices and moves: which of them say that the figures are something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tickerboard import Page, parse
from tickerboard.parser import parse_page

ROWS = (("Alpha Group", "102.50", "+1.20%"), ("Beta Mining", "49.40", "-0.40%"), ("Gamma Bank", "18.20", "+0.50%"))
PROVEN = ("Delta Foods", "101.20", "+1.20 (+1.20%)")
HEADINGS = [line.split(": ", 1) for line in (Path(__file__).parent / "headings.txt").read_text("utf-8").splitlines()]


def in_text(heading: str, rows: tuple[tuple[str, str, str], ...], row: str) -> str:
    return "\n".join([heading, "", *(row.format(*each) for each in rows)])


def cards(heading: str, rows: tuple[tuple[str, str, str], ...], between: str = "") -> str:
    items = "".join(
        f"<li><a href='/q'>{name}</a><span>{price}</span><span>{move}</span></li>{between}"
        for name, price, move in rows
    )
    return f"<h2>{heading}</h2><ul>{items}</ul>"


def in_markup(*lists: str) -> Page:
    return parse(f"<!doctype html><html><body>{''.join(lists)}</body></html>", content_type="text/html")


@pytest.mark.parametrize("row", ["{} {} {}", "{}\n{}\n{}"], ids=["line", "stacked"])
@pytest.mark.parametrize(("says", "heading"), HEADINGS)
def test_a_heading_shows_whether_the_rows_below_it_are_quotes(says: str, heading: str, row: str) -> None:
    page = parse_page(in_text(heading, ROWS, row))
    assert len(page.quotes) == (len(ROWS) if says == "quotes" else 0)
    assert len(page.problems) == (0 if says == "quotes" else len(ROWS))


@pytest.mark.parametrize(("says", "heading"), HEADINGS)
def test_a_heading_in_markup_shows_whether_the_cards_below_it_are_quotes(says: str, heading: str) -> None:
    page = in_markup(cards(heading, ROWS))
    assert len(page.quotes) == (len(ROWS) if says == "quotes" else 0)
    assert len(page.problems) == (0 if says == "quotes" else len(ROWS))


@pytest.mark.parametrize("heading", [heading for says, heading in HEADINGS if says == "doubt"])
def test_a_change_and_a_percent_that_agree_are_quotes_below_a_doubtful_heading(heading: str) -> None:
    for page in (parse_page(in_text(heading, (PROVEN,), "{} {} {}")), in_markup(cards(heading, (PROVEN,)))):
        assert [quote.label for quote in page.quotes] == ["Delta Foods"]


def test_a_heading_is_of_all_cards_below_it_whatever_stands_between_them() -> None:
    page = in_markup(cards("Insider buys", ROWS, "<li><button>Follow</button></li>"))
    assert page.quotes == ()
    assert len(page.problems) == len(ROWS)


def test_the_next_heading_begins_another_list() -> None:
    page = in_markup(cards("Insider buys", ROWS), cards("Top gainers", (PROVEN,)))
    assert [quote.label for quote in page.quotes] == ["Delta Foods"]


@pytest.mark.parametrize("name", ["Signals", "Exports Bank", "Momentum Metropolitan", "Calendar Holdings"])
def test_a_name_of_such_words_is_a_quote(name: str) -> None:
    page = parse_page(f"Top gainers\n\n{name}\n102.50\n+1.20%\nBeta Mining\n49.40\n-0.40%")
    assert [quote.label for quote in page.quotes] == [name, "Beta Mining"]


def test_a_menu_of_such_words_refuses_no_cards() -> None:
    menu = "<div><span>Signals</span><span>IPOs</span><span>Calendar</span></div>"
    assert len(in_markup(menu, cards("", ROWS).removeprefix("<h2></h2>")).quotes) == len(ROWS)


def test_a_header_below_a_heading_says_what_its_figures_are() -> None:
    rows = "\n".join("| {} | {} | {} |".format(*each) for each in ROWS)
    assert len(parse_page(f"Largest companies\n| Company | Price | Change % |\n{rows}").quotes) == len(ROWS)


def test_the_age_of_news_above_a_list_is_no_time_of_its_moves() -> None:
    news = "Alpha Group names a new chair of its board\n1h\n"
    assert len(parse_page(in_text(news, ROWS, "{} {} {}")).quotes) == len(ROWS)


@pytest.mark.parametrize("note", ["By country, in billions", "In euros", "Par pays", "Nach Land"])
def test_a_line_that_says_how_figures_are_counted_leaves_the_heading_above_it(note: str) -> None:
    assert parse_page(in_text(f"Exports\n{note}", ROWS, "{} {} {}")).quotes == ()
    assert len(parse_page(in_text(f"Top gainers\n{note}", ROWS, "{} {} {}")).quotes) == len(ROWS)
