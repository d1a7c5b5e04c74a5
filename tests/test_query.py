"""Filters: what passes, and what is wrong with one that cannot be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards import page
from tickerboard.board.board import Board
from tickerboard.board.listings import Listings
from tickerboard.table.columns import COLUMNS
from tickerboard.table.filter import FilterError, compile_filter

STRIP = (
    "DGKC 90.35 Decreased By ▼ -0.13 (-0.14%)\n"
    "FCCL 22.98 Increased By ▲ 0.08 (0.35%)\n"
    "HBL 114.90 Increased By ▲ 1.41 (1.24%)\n"
    "KEL 4.66 No Change ▼ 0.00 (0%)\n"
    "ZZZ 10.00 Increased By ▲ 0.90 (9.89%)\n"
    "KSE100 74,531 Increased By 732.1 (0.99%)\n"
)
ROWS = Board.of([page(STRIP)], Listings.load()).rows
GROUPS = {"watchlist": frozenset({"KEL", "HBL"})}


def passing(text: str) -> list[str]:
    test = compile_filter(text, GROUPS)
    return [row.quote.symbol for row in ROWS if test(row)]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("", "DGKC FCCL HBL KEL ZZZ KSE100"),
        ("kel", "KEL"),
        ("habib", "HBL"),
        ("electric", "KEL"),
        ("cement", "DGKC FCCL"),
        ("percent > 1 and last < 50", "ZZZ"),
        ('sector = "cement"', "DGKC FCCL"),
        ("sector=CEMENT or symbol=kel", "DGKC FCCL KEL"),
        ("symbol in watchlist", "HBL KEL"),
        ("not symbol in watchlist and kind = equity", "DGKC FCCL ZZZ"),
        ("last > 74,000", "KSE100"),
        ("last >= 74.531k", "KSE100"),
        ("name ~ bank", "HBL"),
        ("percent != 0 and (direction = down or percent > 5%)", "DGKC ZZZ"),
        ("percent <= 0", "DGKC KEL"),
        ("abs(change) < 0.2 and kind = equity", "DGKC FCCL KEL"),
        ("ABS( percent ) = 0.14", "DGKC"),
        ("volume > 0", ""),
        ("volume != 0", "DGKC FCCL HBL KEL ZZZ KSE100"),
        ("sector != cement", "HBL KEL ZZZ KSE100"),
        ('"kel"', "KEL"),
        ("'per'", ""),
        ("symbol ~ 'K'", "DGKC KEL KSE100"),
        ("NOT (KIND = INDEX) AND Last < 5", "KEL"),
    ],
)
def test_what_passes(text: str, symbols: str) -> None:
    assert passing(text) == symbols.split()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("percent >", "a value is missing at the end"),
        ("per", 'incomplete expression; did you mean percent? To find text, write "per"'),
        ("percent", "a comparison such as = or < is missing at the end"),
        ("percent 2", "'2' is not a comparison"),
        ("not", "a field is missing at the end"),
        ("percnt > 2", "unknown field 'percnt'; did you mean percent?"),
        ("percent > much", "percent is a number; 'much' is not"),
        ("percent ~ 2", "percent is a number; ~ is for text"),
        ("symbol < KEL", "symbol is text; use = != or ~"),
        ("symbol in friends", "unknown group 'friends'; known groups: watchlist"),
        ("last in watchlist", "only symbol can be in a group"),
        ("(percent > 2", "a ) is missing"),
        ("percent > 2 last < 3", "unexpected token 'last'"),
        ("percent > 2 and", "a field is missing at the end"),
        ("= 2", "unknown field '='"),
        ("percent is > 2", "'is' is not a comparison"),
        ('name = "half', "unexpected character '\"'"),
        ("(" * 100 + "last=1", "nested too deeply"),
        ("last > 1e5", "'1e5' is not"),
        ("last > NaN", "'NaN' is not"),
    ],
)
def test_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(FilterError, match=re.escape(message)):
        compile_filter(text, GROUPS)


WORDS = st.sampled_from(
    [*COLUMNS.names(), "and", "or", "not", "in", "(", ")", "=", "<", "~", "!=", "2", "'x'", '"', "watchlist"]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join)))
def test_no_text_does_more_than_pass_rows_or_say_what_is_wrong(text: str) -> None:
    try:
        test = compile_filter(text, GROUPS)
    except FilterError:
        return
    assert all(test(row) in {True, False} for row in ROWS)


def test_c2_every_beginning_of_an_expression_is_incomplete_and_never_plain_text() -> None:
    whole = "percent > 2"
    for length in range(1, len(whole)):
        with pytest.raises(FilterError):
            compile_filter(whole[:length], GROUPS)
