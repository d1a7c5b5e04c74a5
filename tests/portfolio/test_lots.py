"""lots.csv: what is a lot, and what is reported."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tickerboard.portfolio.lots import Lot, LotsError, parse_lots, read_lots

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "symbol,quantity,price,date,currency,fee,note\n"


def test_a_lot_has_all_that_its_line_says() -> None:
    text = HEADER + 'ogdc,100,120.50,2023-01-02,pkr,25,"bought, first"\nOGDC,-40.5,139\n'
    assert parse_lots(text).lots == (
        Lot("OGDC", Decimal(100), Decimal("120.50"), date(2023, 1, 2), "PKR", Decimal(25), "bought, first", 2),
        Lot("OGDC", Decimal("-40.5"), Decimal(139), line=3),
    )


def test_columns_stand_in_any_order_and_comments_and_a_byte_order_mark_are_ignored() -> None:
    text = "\ufeffPrice, Symbol ,quantity\n# mine\n\n5.11,BOP,3\n"
    assert parse_lots(text).lots == (Lot("BOP", Decimal(3), Decimal("5.11"), line=4),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",1,2", "no symbol"),
        ("ABL", "no quantity"),
        ("ABL,1", "no price"),
        ("ABL,0,2", "the quantity is zero"),
        ('ABL,"1,000",2', "quantity '1,000' is not a plain number such as 1250.5"),
        ("ABL,1e3,2", "quantity '1e3' is not a plain number such as 1250.5"),
        ("ABL,1,NaN", "price 'NaN' is not a plain number such as 1250.5"),
        ("ABL,1,-2", "the price is negative; a sale has a negative quantity"),
        ("ABL,1,2,2026-02-30", "date '2026-02-30' is not a date such as 2026-11-23"),
        ("ABL,1,2,02/03/2026", "date '02/03/2026' is not a date such as 2026-11-23"),
        ("ABL,1,2,,dollars", "unknown currency 'dollars'; use a code such as USD"),
        ("ABL,1,2,,USD,-1", "the fee is negative"),
        ("ABL,1,2,,USD,1,note,more", "8 cells under 7 columns"),
        ('ABL,1,"2', "unexpected end of data"),
    ],
)
def test_a_wrong_line_is_reported_and_loses_nothing_else(line: str, reason: str) -> None:
    lots = parse_lots(f"{HEADER}BOP,3,5.11\n{line}\nHBL,1,114.90\n")
    assert [lot.symbol for lot in lots.lots] == ["BOP", "HBL"]
    assert lots.invalid == ((3, reason, line),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no lots; the first line is symbol,quantity,price,date,currency,fee,note"),
        ("symbol,price\nABL,1\n", "no column quantity in the first line; it is symbol,quantity,price,"),
        ("symbol,quantity,price,tax\n", "unknown column 'tax'; known columns: symbol, quantity,"),
        ("symbol,quantity,price,price\n", "a column stands twice in the first line"),
    ],
)
def test_a_file_of_something_else_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "lots.csv"
    path.write_text(text)
    with pytest.raises(LotsError) as error:
        read_lots(path)
    assert str(error.value).startswith(f"{path}: {reason}")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lots.csv"
    path.write_bytes(b"\xff\xfe\x00symbol")
    with pytest.raises(LotsError, match="not UTF-8 text"):
        read_lots(path)
    with pytest.raises(LotsError, match="is a directory"):
        read_lots(tmp_path)
