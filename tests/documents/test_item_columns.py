"""Items whose figures show only together which of them is last, change and percent."""

from __future__ import annotations

import pytest

from tickerboard.parser.html import parse_html

_WHOLE = (("Alpha Steel AG", "102.00", "2.00", "2.00%", "100.00"), ("Beta Foods AG", "48.00", "2.00", "4.00%", "50.00"))
_READ = [("ALPHA STEEL AG", "102.00", "2.00", "2.00"), ("BETA FOODS AG", "48.00", "-2.00", "-4.00")]


def quotes(markup: str) -> list[tuple[str, ...]]:
    page = parse_html(f"<html><body><h2>Shares</h2>{markup}</body></html>")
    return [(each.symbol, *map(str, (each.last, each.change, each.percent))) for each in page.quotes]


def items(shape: str, rows: tuple[tuple[str, ...], ...] = _WHOLE) -> str:
    return "<ul>" + "".join(f"<li>{shape}</li>".format(*row) for row in rows) + "</ul>"


@pytest.mark.parametrize(
    "shape",
    [
        "<b>{0}</b><i>{2}</i><i>{3}</i><i>{1}</i>",
        "<b>{0}</b><i>{4}</i><i>{1}</i><i>{2}</i><i>{3}</i>",
        "<b>{0}</b><i>{1}</i><i>{4}</i><i>{2}</i><i>{3}</i>",
        "<b>{0}</b><i>{1}</i><i>{3}</i><i>{4}</i><i>{2}</i>",
    ],
    ids=["change first", "previous first", "previous second", "change last"],
)
def test_columns_of_figures_show_what_they_are(shape: str) -> None:
    assert quotes(items(shape)) == _READ


def test_the_previous_close_shows_the_way_of_a_move_that_is_too_small() -> None:
    rows = (
        ("Alpha Steel AG", "100.10", "0.10", "0.10%", "100.00"),
        ("Beta Foods AG", "48.00", "2.00", "4.00%", "50.00"),
    )
    page = parse_html(items("<b>{0}</b><i>{4}</i><i>{1}</i><i>{2}</i><i>{3}</i>", rows))
    assert [(str(each.change), str(each.previous)) for each in page.quotes] == [("0.10", "100.00"), ("-2.00", "50.00")]


def test_figures_of_a_list_that_do_not_add_up_are_no_quotes_though_one_does() -> None:
    rows = (
        ("Alpha AG", "23", "76.5", "76.4%"),
        ("Beta AG", "11", "55.5", "75.2%"),
        ("Gamma AG", "24", "57.5", "87.4%"),
    )
    assert quotes(items("<b>{0}</b><i>{1}</i><i>{2}</i><i>{3}</i>", rows)) == []


def test_brackets_around_some_percentages_are_a_minus() -> None:
    rows = (("Alpha AG", "102.00", "2.00%"), ("Beta AG", "48.00", "(4.00%)"))
    read = [("ALPHA AG", "102.00", "None", "2.00"), ("BETA AG", "48.00", "None", "-4.00")]
    assert quotes(items("<b>{0}</b><i>{1}</i><i>{2}</i>", rows)) == read
    assert quotes(items("<b>{0}</b><i>{1}</i><i>({2})</i>", (rows[0], ("Beta AG", "48.00", "4.00%")))) == []


def test_a_volume_behind_the_percentage_is_passed_over() -> None:
    rows = (("Alpha AG", "102,00", "2,00%", "1,20M"), ("Beta AG", "48,00", "4,00%", "3.812.000"))
    shape = "<b>{0}</b><i>{1}</i><i class=up>{2}</i><i>{3}</i>"
    read = [("ALPHA AG", "102.00", "None", "2.00"), ("BETA AG", "48.00", "None", "4.00")]
    assert quotes(items(shape, rows)) == read


def test_a_change_with_a_decimal_comma_is_no_volume() -> None:
    rows = (("Alpha AG", "102,00", "2,00%", "2,00"), ("Beta AG", "52,00", "4,00%", "2,00"))
    assert [each[2] for each in quotes(items("<b>{0}</b><i>{1}</i><i class=up>{2}</i><i>{3}</i>", rows))] == [
        "2.00",
        "2.00",
    ]


def test_spaces_group_the_digits_within_brackets() -> None:
    rows = (("Alpha AG", "17 838,72", "(1 150,76)", "(6,06%)"), ("Beta AG", "20 400,00", "(400,00)", "(1,92%)"))
    read = [("ALPHA AG", "17838.72", "-1150.76", "-6.06"), ("BETA AG", "20400.00", "-400.00", "-1.92")]
    assert quotes(items("<b>{0}</b><i>{1}</i><i>{2}</i><i>{3}</i>", rows)) == read
