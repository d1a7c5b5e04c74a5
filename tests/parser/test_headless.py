"""Tables without a header: the arithmetic shows the columns, or nothing is read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strips import Figures, plus, strips
from styles import STYLES, figures, plain
from tickerboard.parser import parse_page
from tickerboard.parser.kinds import known_kind

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[list[str]]
LAYOUTS: dict[str, Callable[[Rows], str]] = {
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "bars": lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in rows),
    "wide gaps": lambda rows: "\n".join("   ".join(row) for row in rows),
    "single spaces": lambda rows: "\n".join(" ".join(row) for row in rows),
    "a cell a line": lambda rows: "\n".join("\n".join(row) for row in rows),
}


@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    name=st.sampled_from(["point", "comma", "apostrophes"]),
    quotes=strips(3).map(plain),
)
def test_what_is_read_without_a_header_is_right(layout: str, name: str, quotes: list[Figures]) -> None:
    style = STYLES[name]
    rows = []
    for each in quotes:
        previous = str(Decimal(each.last) - Decimal(each.change))
        cells = [
            each.symbol,
            style(previous),
            style(each.last),
            plus(style(each.change)),
            plus(style(each.percent)) + "%",
        ]
        rows.append(cells)
    known = {each.symbol: (each.symbol, each.last, each.change, each.percent) for each in quotes}
    assert all(each == known[each[0]] for each in figures(parse_page(LAYOUTS[layout](rows))))


MOVES = [
    ("Alpha Steel", "AST", "100.00", "102.00", "+2.00", "+2.00"),
    ("Beta Cement Ltd", "BCL", "50.00", "49.00", "-1.00", "-2.00"),
    ("Gamma & Co", "G", "8.00", "8.40", "+0.40", "+5.00"),
]


@pytest.mark.parametrize("place", range(len(MOVES)))
@pytest.mark.parametrize("venue", ["", " ", " XETRA "])
def test_a_row_with_an_empty_or_a_wide_cell_is_read_beside_rows_without(place: int, venue: str) -> None:
    rows = [[*row, "NYSE"] for row in MOVES]
    rows[place][-1] = venue
    page = parse_page(
        "\n".join("\t".join((name, last, move, f"{percent}%", end)) for name, _, _, last, move, percent, end in rows)
    )
    assert [str(quote.last) for quote in page.quotes] == [row[3] for row in MOVES]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("percent", ["%", ""])
def test_the_only_reading_that_adds_up_is_taken(layout: str, percent: str) -> None:
    if layout in {"single spaces", "a cell a line"} and not percent:
        pytest.skip("nothing but a percent sign tells a row from other figures there")
    rows = [[symbol, *cells, share + percent] for _, symbol, *cells, share in MOVES]
    page = parse_page(LAYOUTS[layout](rows))
    assert figures(page) == [
        ("AST", "102.00", "2.00", "2.00"),
        ("BCL", "49.00", "-1.00", "-2.00"),
        ("G", "8.40", "0.40", "5.00"),
    ]


@pytest.mark.parametrize("layout", ["tabs", "bars", "wide gaps"])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_a_symbol_a_name_and_an_exchange_are_told_apart(layout: str, order: tuple[int, ...]) -> None:
    rows = []
    for name, symbol, _, *rest, share in MOVES:
        texts = [symbol, name, "NASDAQ"]
        rows.append([*(texts[at] for at in order), *rest, share + "%"])
    page = parse_page(LAYOUTS[layout](rows))
    assert [(each.symbol, each.name) for each in page.quotes] == [
        ("AST", "Alpha Steel"),
        ("BCL", "Beta Cement Ltd"),
        ("G", "Gamma & Co"),
    ]


def test_bids_and_asks_alone_are_reported_and_not_read() -> None:
    page = parse_page("AST 101.99 102.01 +2.00%\nBCL 48.99 49.01 -2.00%\n")
    assert not page.quotes
    assert [each.line for each in page.problems] == [1, 2]


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        ("EUR / USD 1.0920 +0.0020 (+0.18%)\nUSD / JPY 155.10 -0.10 (-0.06%)", ["EUR/USD", "USD/JPY"]),
        ("Bitcoin USD 62,000.00 +620.00 (+1.01%)\nXRP USD 0.50 -0.01 (-1.96%)", ["BITCOIN USD", "XRP USD"]),
        ("Reliance… 102.00 +2.00 +2.00%\nHDFC Ba... 49.00 -1.00 -2.00%", ["RELIANCE…", "HDFC BA..."]),
        ("Сбербанк 102,00 +2,00 +2,00%\nГазпром ао 49,00 -1,00 -2,00%", ["СБЕРБАНК", "ГАЗПРОМ АО"]),
        ("OMXS30 2 102,00 +2,00 +0,10%\nVolvo B 49,00 -1,00 -2,00%", ["OMXS30", "VOLVO B"]),
        ("AAPL Apple Inc NASDAQ 102.00 +2.00 +2.00%\nT AT&T Inc NYSE 49.00 -1.00 -2.00%", ["AAPL", "T"]),
        ("Apple Inc AAPL 102.00 +2.00 +2.00%\nAT&T Inc T 49.00 -1.00 -2.00%", ["AAPL", "T"]),
        ("Siemens AG 102.00 +2.00 +2.00%\nSAP SE 49.00 -1.00 -2.00%", ["SIEMENS AG", "SAP SE"]),
    ],
)
def test_names_of_many_kinds(page: str, labels: list[str]) -> None:
    assert [each.symbol for each in parse_page(page).quotes] == labels


def test_a_coin_with_its_currency_is_a_coin() -> None:
    assert known_kind("Bitcoin USD") == known_kind("Bitcoin BTC") == "crypto"
    assert known_kind("Alpha Steel USD") is None


@pytest.mark.parametrize(
    ("page", "symbols"),
    [
        ("00700 TENCENT\n401.2\n-4.6 (-1.13%)\n00005 HSBC HOLDINGS\n70.95\n+0.35 (+0.50%)", ["00700", "00005"]),
        ("- **Bitcoin** (BTC): $97,842.15 (+3.72%)\n- **Solana** (SOL): $238.10 (+2.11%)", ["BTC", "SOL"]),
        ("Pair; Rate; Change; Change %\nEUR/USD; 1.0543; -0.0055; -0.52%", ["EUR/USD"]),
        (
            "| SYMBOL | PRICE | CHANGE |  | VOLUME |\n|---|---|---|---|---|\n| HBL | 132.40 | 1.15 | (0.88%) | 16 |",
            ["HBL"],
        ),
        ("Index Value Net change % change Direction\nDAX 19,004.78 -55.53 -0.29% ▼", ["DAX"]),
        ("DAX: down 55.53 (0.29%) at 19,004.78\nDow: up 120.66 points at 43,268.94", ["DAX", "DOW"]),
        ("Ticker: AAPL 228.87 ▲ 1.55 (0.68%)  T 22.71 ▼ 0.09 (0.39%)", ["AAPL", "T"]),
        ("NPN Naspers R4,217.54 -0.90%\nSOL Sasol R91.42 +1.14%", ["NPN", "SOL"]),
    ],
)
def test_rows_as_many_sites_print_them(page: str, symbols: list[str]) -> None:
    found = parse_page(page)
    assert [each.symbol for each in found.quotes] == symbols
    assert found.problems == ()


@pytest.mark.parametrize(
    "page",
    [
        "Butter 250 g\n1,59 €\n-27%\nKaffee 500 g\n4,99 €\n-33%",
        "Elden Ring\n59.99\n-40%\nHades II\n29.99\n-10%",
        "11/18/2024 Acme Reiterated Outperform $300.00 +31.08%\n11/04/2024 Beta Reiterated Buy $260.00 +17.12%",
    ],
)
def test_goods_and_ratings_are_no_quotes(page: str) -> None:
    assert not parse_page(page).quotes


def test_what_stands_above_the_figures_of_every_row_is_not_their_name() -> None:
    rows = [
        ("Alpha", "7203", "102.00", "+2.00%"),
        ("Delta", "6758", "49.00", "-2.00%"),
        ("Gamma", "9984", "8.40", "+5.00%"),
    ]
    page = parse_page("\n".join(f"{name}\n{code}\nPrime\n{last}\n{share}" for name, code, last, share in rows))
    assert [(each.symbol, each.name) for each in page.quotes] == [
        ("7203", "Alpha"),
        ("6758", "Delta"),
        ("9984", "Gamma"),
    ]
