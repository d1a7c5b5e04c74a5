"""Labels beside a price and a move: which of them name an instrument, and which a figure, a time or a position."""

from __future__ import annotations

from pathlib import Path

import pytest

from tickerboard import Page, parse
from tickerboard.parser import parse_page

LABELS = [line.split(": ", 1) for line in (Path(__file__).parent / "labels.txt").read_text("utf-8").splitlines()]
BESIDE = (("Beta Mining", "49.40", "-0.40%"), ("Gamma Bank", "18.20", "+0.50%"))
ROWS = (("Acme", "195.20", "+1.20%"), ("Bolt", "49.40", "-0.40%"))
LINE, CARD = "{} {} {}", "{}\n{}\n{}"


def listed(row: str, *rows: tuple[str, ...]) -> Page:
    return parse_page("\n".join(["Markets today", "", *(row.format(*each) for each in rows)]))


def cards(*rows: tuple[str, ...]) -> Page:
    items = "".join("<li>" + "".join(f"<span>{text}</span>" for text in row) + "</li>" for row in rows)
    return parse(f"<!doctype html><html><body><h2>Markets</h2><ul>{items}</ul></body></html>", content_type="text/html")


def labels(page: Page) -> list[str]:
    return [quote.label or quote.symbol for quote in page.quotes]


@pytest.mark.parametrize("row", [LINE, CARD], ids=["line", "stacked"])
@pytest.mark.parametrize(("is_name", "label"), LABELS)
def test_a_label_names_an_instrument_or_its_row_is_a_problem(is_name: str, label: str, row: str) -> None:
    page = listed(row, (label, "195.20", "+1.20%"), *BESIDE)
    assert labels(page) == [label, "Beta Mining", "Gamma Bank"][is_name == "no" :]
    assert len(page.problems) == (is_name == "no")


@pytest.mark.parametrize(("is_name", "label"), LABELS)
def test_a_label_of_a_card_names_an_instrument_or_the_card_is_a_problem(is_name: str, label: str) -> None:
    page = cards((label, "195.20", "+1.20%"), *BESIDE)
    assert labels(page) == [label, "Beta Mining", "Gamma Bank"][is_name == "no" :]


@pytest.mark.parametrize("row", [LINE, CARD], ids=["line", "stacked"])
@pytest.mark.parametrize(
    "names",
    [("Long Acme", "Short Bolt"), ("Acme Long", "Bolt Short"), ("10 Acme", "25 Bolt"), ("Acme 2025", "Acme 2026")],
)
def test_labels_that_show_together_that_they_are_no_names_are_problems(names: tuple[str, str], row: str) -> None:
    page = listed(row, (names[0], "195.20", "+1.20%"), (names[1], "49.40", "-0.40%"))
    assert page.quotes == ()
    assert len(page.problems) == len(names)


@pytest.mark.parametrize("row", ["Long\n{}\n{}\n{}", "{}\nLong\n{}\n{}", "{}\n{}\n{}\nBuy zone"])
def test_a_word_of_a_plan_to_trade_in_each_card_refuses_it(row: str) -> None:
    assert listed(row, ("Acme", "195.20", "+1.20%"), ("Bolt", "49.40", "-0.40%")).quotes == ()


@pytest.mark.parametrize("text", ["Acme 100 @ 102.50 +1.20%", "Acme x10 102.50 +1.20%", "10 shares Acme 102.50 +1.20%"])
def test_a_holding_beside_quotes_is_a_problem(text: str) -> None:
    page = parse_page("\n".join(["Markets today", "", text, *(LINE.format(*each) for each in BESIDE)]))
    assert labels(page) == ["Beta Mining", "Gamma Bank"]
    assert [each.line for each in page.problems] == [3]


@pytest.mark.parametrize("word", ["Intrinsic value", "IV", "TVL", "Floor price"])
def test_one_word_between_each_name_and_its_figures_is_no_name(word: str) -> None:
    rows = [("Acme", word, "195.20", "+1.20%"), ("Bolt", word, "49.40", "-0.40%")]
    page = listed("{}\n{}\n{}\n{}", *rows)
    assert page.quotes == ()
    assert len(page.problems) == len(rows)


@pytest.mark.parametrize(
    "price", ["$1,204.50/month", "$1,204.50 per night", "1.204,50 € pro Monat", "€804,20 par mois"]
)
def test_a_price_for_a_time_is_no_quote(price: str) -> None:
    page = listed(LINE, ("Alpha Flat", price, "+1.20%"), *BESIDE)
    assert labels(page) == ["Beta Mining", "Gamma Bank"]


@pytest.mark.parametrize("price", ["19.50M", "$12.40B", "1,2 Mrd."])
def test_an_amount_in_millions_beside_a_percent_is_no_price(price: str) -> None:
    page = listed(LINE, ("BTC", price, "+1.20%"), *BESIDE)
    assert labels(page) == ["Beta Mining", "Gamma Bank"]


@pytest.mark.parametrize("between", [" | ", "\t"])
@pytest.mark.parametrize("header", ["Airline|Passengers|Change", "Ort|Miete|Veränderung", "Collection|Floor|24h"])
def test_an_unknown_figure_before_a_move_leaves_no_quote(header: str, between: str) -> None:
    lines = [header.replace("|", between), *(between.join(row) for row in ROWS)]
    page = parse_page("\n".join(lines))
    assert page.quotes == ()
    assert page.problems


def test_words_that_differ_below_each_move_refuse_the_cards() -> None:
    rows = [("Acme", "195.20", "+1.20%", "Buy zone"), ("Bolt", "49.40", "-0.40%", "Overvalued")]
    assert cards(*rows).quotes == ()
    assert listed("{}\n{}\n{}\n{}", *rows).quotes == ()
    sectors = [("Acme", "195.20", "+1.20%", "Energy"), ("Bolt", "49.40", "-0.40%", "Technology")]
    assert labels(listed("{}\n{}\n{}\n{}", *sectors)) == ["Acme", "Bolt"]


@pytest.mark.parametrize("row", [LINE, CARD], ids=["line", "stacked"])
@pytest.mark.parametrize("figures", [("12.03", "13.03", "02.04"), ("4.5", "4.2", "3.9")])
def test_days_and_ratings_with_a_percent_are_no_prices(figures: tuple[str, ...], row: str) -> None:
    rows = [*zip(("Acme", "Bolt", "Corex"), figures, ("+1.20%", "+0.40%", "-0.40%"), strict=True)]
    page = listed(row, *rows)
    assert page.quotes == cards(*rows).quotes == ()
    assert len(page.problems) == len(figures)


@pytest.mark.parametrize("figures", [("12.03", "9.05", "2.04"), ("12.03", "13.43", "14.03"), ("4.5", "44.2", "3.9")])
def test_prices_some_of_which_look_like_days_or_ratings_are_quotes(figures: tuple[str, ...]) -> None:
    rows = [*zip(("Acme", "Bolt", "Corex"), figures, ("+1.20%", "+0.40%", "-0.40%"), strict=True)]
    assert len(listed(LINE, *rows).quotes) == len(figures)


def test_a_count_behind_a_symbol_is_no_part_of_its_name() -> None:
    page = parse_page("ALPH 588 133.43 +1.20 +0.91%\nBETA 12 45.10 -0.20 -0.44%\nGAMM 1200 12.10 +0.10 +0.83%")
    assert labels(page) == ["ALPH", "BETA", "GAMM"]
    assert labels(parse_page("ALPH 30 4,133.43 +37.20 +0.91%")) == ["ALPH 30"]


@pytest.mark.parametrize("name", ["Alpha Retirement 2045", "Alpha Bond 2029", "Alpha Futures 2030"])
def test_a_fund_a_bond_or_a_contract_may_end_in_a_year(name: str) -> None:
    assert labels(listed(CARD, (name, "195.20", "+1.20%"), *BESIDE)) == [name, "Beta Mining", "Gamma Bank"]


def test_ranks_one_after_the_other_are_no_part_of_names() -> None:
    assert labels(parse_page("Stocks\n1 Acme 195.20 +1%\n2 Bolt 95.20 +2%")) == ["Acme", "Bolt"]


@pytest.mark.parametrize("text", ["TecDAX 303,345.67 +0.5%", "AEX 25845.10 +0.5%", "CAC 407,345.67 +0.5%"])
def test_a_price_that_may_hold_the_number_of_an_index_is_a_problem(text: str) -> None:
    page = parse_page(text)
    assert page.quotes == ()
    assert len(page.problems) == 1


@pytest.mark.parametrize("text", ["TecDAX 3,345.67 +0.5%", "AEX 845.10 +0.5%", "Dow 30,345.10 +0.5%"])
def test_a_price_of_an_index_is_read(text: str) -> None:
    assert len(parse_page(text).quotes) == 1


@pytest.mark.parametrize("text", ["Hang Seng 1,050 points +3.2%", "Hang Seng 1,050 points (+3.2%)", "TV: -20%, $399"])
def test_a_lone_move_in_points_or_a_lone_sale_is_a_problem(text: str) -> None:
    assert parse_page(text).quotes == ()


def test_a_level_in_points_is_read() -> None:
    assert labels(parse_page("Hang Seng 18,050 points +3.2%")) == ["Hang Seng"]


HEADERS = [
    "Stock|Premarket|Change",
    "Aktie|Vorbörse|+/-",
    "Bank|Assets|Change",
    "Country|GDP|Change",
    "Bank|Savings rate|Change",
]


@pytest.mark.parametrize("between", ["|", "\t", " ", "\n"])
@pytest.mark.parametrize("header", HEADERS)
def test_a_header_of_another_session_or_figure_leaves_no_quote(header: str, between: str) -> None:
    lines = [header.replace("|", between), *(between.join(row) for row in ROWS)]
    assert parse_page("\n".join(lines)).quotes == ()


@pytest.mark.parametrize("header", HEADERS)
def test_such_a_header_in_markup_leaves_no_quote(header: str) -> None:
    head = "".join(f"<th>{cell}</th>" for cell in header.split("|"))
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    page = parse(f"<!doctype html><table><tr>{head}</tr>{body}</table>", content_type="text/html")
    assert page.quotes == ()


def test_a_header_of_the_price_beside_such_a_figure_is_read() -> None:
    rows = "\n".join(f"{name} | 12.50 | {price} | {move}" for name, price, move in ROWS)
    assert len(parse_page(f"Bank | Assets | Price | Change\n{rows}").quotes) == len(ROWS)


def test_a_name_that_lacks_the_number_of_an_index_is_whole_beside_a_move_that_proves_its_price() -> None:
    page = parse_page("Markets\nTA 3,505.42 +40.54 +1.17%\nBeta Mining 49.40 -0.20 -0.40%")
    assert labels(page) == ["TA", "Beta Mining"]
