"""Moves without a sign whose markup differs from row to row: understood, or a problem, and never a rise by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = tuple[tuple[str, ...], ...]
Shows = tuple[str, str]

LARGE = (("Alpha AG", "102.00", "2.00", "2.00"), ("Beta AG", "49.00", "1.00", "2.00"))
"""A rise and a fall: 1.00 on 49.00 is 2.00% of a close of 50.00."""
SMALL = (("Gamma AG", "1,000.00", "0.50", "0.05"), ("Delta AG", "2,000.00", "1.00", "0.05"))
"""A rise and a fall whose figures add up either way."""
SIGNED = {"ALPHA AG": "2.00", "BETA AG": "-2.00", "GAMMA AG": "0.05", "DELTA AG": "-0.05"}


def table(rows: Rows, shows: Shows) -> str:
    cells = "<tr><td>{0}</td><td>{1}</td><td>{4}{2}</span></td><td>{4}{3}</span></td></tr>"
    body = "".join(cells.format(*row, shows[at % 2]) for at, row in enumerate(rows))
    return f"<table><tr><th>Name</th><th>Last</th><th>Change</th><th>Change %</th></tr>{body}</table>"


def items(rows: Rows, shows: Shows) -> str:
    item = "<li><b>{0}</b><i>{1}</i>{4}{2}</span>{4}{3}%</span></li>"
    return f"<ul>{''.join(item.format(*row, shows[at % 2]) for at, row in enumerate(rows))}</ul>"


CLASSES = ("<span class='xq1'>", "<span class='xq9'>")
PATHS = ("<span><svg><path d='M1 0'/></svg>", "<span><svg><path d='M0 2'/></svg>")
COLOURS = ("<span style='color:navy'>", "<span style='color:orange'>")


@pytest.mark.parametrize("shows", [CLASSES, PATHS, COLOURS])
@pytest.mark.parametrize("markup", [table, items])
def test_the_figures_of_larger_moves_show_what_an_unknown_look_means(
    markup: Callable[[Rows, Shows], str], shows: Shows
) -> None:
    page = parse_html(markup(LARGE + SMALL, shows))
    assert {quote.symbol: str(quote.percent) for quote in page.quotes} == SIGNED
    assert not page.problems


@pytest.mark.parametrize("shows", [CLASSES, PATHS, COLOURS])
@pytest.mark.parametrize("markup", [table, items])
def test_a_move_of_a_look_that_no_figures_show_is_a_problem(markup: Callable[[Rows, Shows], str], shows: Shows) -> None:
    page = parse_html(markup(LARGE[:1] + SMALL[::-1], shows))
    assert {quote.symbol: str(quote.percent) for quote in page.quotes} == {"ALPHA AG": "2.00", "GAMMA AG": "0.05"}
    assert [each.code for each in page.problems] == ["sign"]


@pytest.mark.parametrize(
    "shows",
    [
        ("<span style='color:green'>", "<span style='color:red'>"),
        ("<span class='text-success'>", "<span class='text-danger'>"),
    ],
)
def test_colours_of_a_table_without_percent_signs_show_its_moves(shows: Shows) -> None:
    page = parse_html(table(SMALL, shows))
    assert {quote.symbol: str(quote.percent) for quote in page.quotes} == {"GAMMA AG": "0.05", "DELTA AG": "-0.05"}


def test_rows_beside_known_rises_alone_may_be_falls() -> None:
    page = parse_html(table(SMALL, ("<span class='up'>", "<span>")))
    assert {quote.symbol: str(quote.percent) for quote in page.quotes} == {"GAMMA AG": "0.05"}
    assert [each.code for each in page.problems] == ["sign"]


@pytest.mark.parametrize("fall", ["<span class='xq9'>-", "<span class='down'>"])
def test_where_falls_alone_are_marked_all_others_are_rises(fall: str) -> None:
    page = parse_html(table(SMALL, ("<span class='xq1'>", fall)))
    assert {quote.symbol: str(quote.percent) for quote in page.quotes} == {"GAMMA AG": "0.05", "DELTA AG": "-0.05"}
    assert not page.problems


def test_rows_of_paragraphs_have_the_ways_of_their_classes() -> None:
    shows = ("<span class='up'>", "<span class='down'>")
    rows = items(LARGE + SMALL, shows).replace("<li>", "<p>").replace("</li>", "</p>").replace("ul>", "div>")
    page = parse_html(rows)
    assert {quote.symbol: str(quote.percent) for quote in page.quotes} == SIGNED
    assert not page.problems


def test_a_paragraph_with_text_of_its_own_is_no_row() -> None:
    line = "<p><b>{0}</b> closed at <i>{1}</i>, <i>{3}%</i> more than a year ago.</p>"
    page = parse_html("".join(line.format(*row) for row in LARGE))
    assert page.quotes == ()


def test_a_zero_shows_nothing_of_its_look() -> None:
    row = "<li><b>{0}</b><i>{1}</i>{3}{2}%</span></li>"
    rows = (("DAX", "2,483.69", "0.00"), ("FTSE 100", "1,729.05", "1.20"), ("CAC 40", "1,911.00", "0.93"))
    page = parse_html(f"<ul>{''.join(row.format(*each, CLASSES[at // 2]) for at, each in enumerate(rows))}</ul>")
    assert [quote.symbol for quote in page.quotes] == ["DAX"]
    assert {each.code for each in page.problems} == {"sign"}


def test_moves_read_as_text_are_no_rises_where_their_looks_differ() -> None:
    """A link within a link ends the first one, and what is left is read as text, which has no looks."""
    rises = [("Nikkei 225", "361.96", "1.50", "0.42"), ("Quay AG", "167.50", "7.50", "4.69")]
    falls = [("Alpha AG", "2,463.86", "1.23", "0.05"), ("Beta AG", "1,804.00", "0.54", "0.03")]
    looks = [(rises, "<span class='text-green-500'>"), (falls, "<span class='text-red-600'>")]
    row = (
        "<a href='#'><span><a href='/q'>{0}</a></span>\n<span>{1}</span>\n"
        "<span>{4}{2}</span></span>\n<span>{4}{3}%</span></span></a>\n"
    )
    body = "".join(
        row.format(*each, look) for rows, look in looks for each in (*rows, ("Gold", "1,170.00", "0.58", "0.05"))
    )
    page = parse_html(f"<main><h1>Market data</h1><div>{body}</div></main>")
    names = {name.upper() for name, *_ in falls}
    assert names.isdisjoint(quote.symbol for quote in page.quotes)
    assert {problem.code for problem in page.problems} == {"sign"}
