"""When alerts fire, and that they do not fire once only, nor for ever."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.alerts import memory
from tickerboard.alerts.engine import Engine
from tickerboard.alerts.rule import Rule
from tickerboard.board.listings import Listings
from tickerboard.portfolio.holdings import Holdings
from tickerboard.portfolio.lots import parse_lots
from tickerboard.table.filter import compile_filter
from tickerboard.table.filter_error import FilterError
from trading_day import CENT, NEWS, OPEN, PAGE, Arrived, day, feed, line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

GROUPS = {"banks": frozenset({"SYMAA", "SYMAB"})}


def rule(when: str, name: str = "it", **settings: Any) -> Rule:
    return Rule.read(name, when, GROUPS, **settings)


def pages(*changes: float | None) -> list[Arrived]:
    """Pages of one symbol at 100 and a change in percent, a minute apart; None is a page without it."""
    return [
        Arrived(
            PAGE,
            line("OTHER", 5_000 + at * CENT, Decimal("5000.00"))
            + ("" if each is None else line("HBL", Decimal(f"{100 + each:.2f}"), Decimal("100.00"))),
            OPEN + timedelta(minutes=at),
        )
        for at, each in enumerate(changes)
    ]


def fired(rules: Rule | list[Rule], arrived: Iterable[Arrived]) -> list[int]:
    """The minutes in which it fired."""
    engine = Engine([rules] if isinstance(rules, Rule) else rules, Listings())
    times = [firing.time for each in arrived for firing in engine.update(each.update)]
    return [int((time - OPEN).total_seconds() // 60) for time in times]


def test_it_fires_when_it_becomes_true_and_at_first() -> None:
    assert fired(rule("percent < -3"), pages(-3.1, -4, -2.9, -3.1, -3.2, None, -3.1)) == [0, 3, 6]


@pytest.mark.parametrize(
    ("when", "rearm", "changes", "minutes"),
    [
        ("percent < -3", "0.5", (-3.1, -2.9, -3.1, -2.51, -3.1, -2.5, -3.1), [0, 6]),
        ("percent <= -3", "0.5", (-3, -2.9, -3, -2.5, -3), [0, 4]),
        ("not percent > -3", "0.5", (-3, -2.9, -3, -2.5, -3), [0, 4]),
        ("abs(percent) > 3", "1", (3.1, -3.1, 2.5, -3.1, 2, -3.1), [0, 5]),
        ("last crosses 100", "0.5", (-1, 0.1, -0.1, 0.2, 0.5, -0.1), [1, 5]),
        ("last = 100", "1", (0, 0.5, 0, 1, 0), [0, 4]),
        ("percent > 3 for 2 pages", "1", (4, 4, 2.5, 4, 4, 2, 4, 4), [1, 7]),
    ],
)
def test_the_number_has_to_go_back_by_the_band(
    when: str, rearm: str, changes: tuple[float, ...], minutes: list[int]
) -> None:
    assert fired(rule(when, rearm=Decimal(rearm)), pages(*changes)) == minutes


def test_a_cooldown_drops_what_comes_too_soon() -> None:
    changes = (-4, 0, -4, 0, -4, 0, -4, -4, -4)
    assert fired(rule("percent < -3", cooldown=240), pages(*changes)) == [0, 4]


def test_for_counts_the_pages_of_the_setting_too() -> None:
    assert fired(rule("percent < -3", pages=3), pages(-4, -4, 0, -4, -4, -4, -4)) == [5]


@pytest.mark.parametrize(("rearm", "minutes"), [("0", list(range(0, 1000, 2))), ("0.5", [0]), ("0.2", [0])])
def test_a_thousand_flickering_refreshes_fire_as_the_band_says(rearm: str, minutes: list[int]) -> None:
    flicker = pages(*(-3.1 if at % 2 == 0 else -2.9 for at in range(1000)))
    assert fired(rule("percent < -3", rearm=Decimal(rearm)), flicker) == minutes


def test_a_crossing_needs_both_sides_and_a_touch_counts_once() -> None:
    assert fired(rule("last crosses 100"), pages(1, 0, 1, -1, None, 1)) == [1, 3, 5]


def test_a_page_without_quotes_changes_nothing() -> None:
    first, second = pages(-4, -4)
    empty = Arrived(PAGE, "The server is busy.", OPEN + timedelta(seconds=30))
    assert fired(rule("percent < -3"), [first, empty, second]) == [0]
    assert fired(rule("vanished"), [first, empty, second]) == []


def test_the_pages_of_a_dated_series_are_one_page() -> None:
    days = [each._replace(label=f"psx-2026-01-0{at}.txt") for at, each in enumerate(pages(-4, -4, None), 1)]
    assert fired(rule("percent < -3"), days) == [0]
    assert fired(rule("vanished"), days) == [2]


def test_a_quote_older_than_the_one_known_says_nothing() -> None:
    now, late = pages(0, -9)
    stale = Arrived("other.txt", late.text, OPEN - timedelta(days=1))
    assert fired(rule("percent < -3"), [now, stale]) == []


def test_an_article_names_the_symbol_once_and_is_told_with_it() -> None:
    quotes = pages(1, 1.1)
    news = Arrived(NEWS, feed(["HBL and OTHER merge in 1"]), OPEN + timedelta(seconds=30))
    engine = Engine([rule("mentioned and percent > 0"), rule("headline ~ merge", "story")], Listings())
    firings = [firing for each in (news, *quotes, news) for firing in engine.update(each.update)]
    assert [(each.alert, each.symbol, each.headline, each.url) for each in firings] == [
        ("it", "HBL", "HBL and OTHER merge in 1", "https://news.example/1"),
        ("story", None, "HBL and OTHER merge in 1", "https://news.example/1"),
    ]
    assert firings[0].words == "HBL 101.00 +1.00%: HBL and OTHER merge in 1"


RULES = [
    rule("percent < -1.5", "falls", rearm=Decimal("0.3"), cooldown=600),
    rule("percent crosses 1 within 5 min", "crossing"),
    rule("percent > 1 for 3 pages", "lasting"),
    rule("new or vanished", "moving"),
    rule("mentioned and percent > 0", "named"),
]


def test_a_restart_neither_repeats_nor_misses(tmp_path: Path) -> None:
    through, path = Engine(RULES, Listings()), tmp_path / "state" / "alerts.json"
    expected = [firing for each in day() for firing in through.update(each.update)]
    firings = []
    for each in day():
        engine = Engine(RULES, Listings())
        memory.load(engine, path)
        firings += engine.update(each.update)
        memory.save(memory.remembered(engine), path)
    assert firings == expected
    assert path.stat().st_mode & 0o077 == 0


def test_a_changed_condition_begins_anew_and_damage_is_no_memory(tmp_path: Path) -> None:
    path, (first, second) = tmp_path / "alerts.json", pages(-4, -4.1)
    engine = Engine([rule("percent < -3")], Listings())
    engine.update(first.update)
    memory.save(memory.remembered(engine), path)
    for when, text, count in (
        ("percent < -3", None, 0),
        ("percent < -2", None, 1),
        ("percent < -3", "{", 1),
        ("percent < -3", '{"version": 1}', 1),
    ):
        if text is not None:
            path.write_text(text)
        again = Engine([rule(when)], Listings())
        memory.load(again, path)
        assert len(again.update(second.update)) == count


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("", "a condition is missing"),
        ("percnt < -3", "unknown field 'percnt'; did you mean percent?"),
        ("headlin ~ x", "unknown field 'headlin'; did you mean headline?"),
        ("mentiond", "did you mean mentioned?"),
        ("trend > 3", "trend is of the table only"),
        ("symbol crosses 3", "symbol is text; crosses is for numbers"),
        ("last crosses high", "last is a number; 'high' is not"),
        ("abs(symbol) = x", "symbol is text; abs() is for numbers"),
        ("last > 3 for 2", "write for 2 pages, or within 10 min"),
        ("last > 3 for 0 pages", "'0' is not a whole number from 1 to 1,000"),
        ("last > 3 within 10 moons", "unknown unit 'moons'; use s, min, h or d"),
        ("last > 3 within 40 d", "the longest time is 31 d"),
        ("headline ~ x for 2 pages", "for and within need a symbol; add mentioned"),
        ("symbol in frends", "unknown group 'frends'"),
        ("percent < -3 new", "unexpected token 'new'"),
    ],
)
def test_what_cannot_be_evaluated_is_refused(when: str, message: str) -> None:
    with pytest.raises(FilterError, match=re.escape(message)):
        rule(when)


COMPARISONS = st.sampled_from(
    ["percent > 1", "percent != 0.5", "abs(change) <= 1", "last >= 50", "volume > 0", "volume != 0", "symbol ~ a",
     "symbol = symab", "symbol in banks", "direction != up", "name ~ x", "rank < 5", "change = 0"]
)  # fmt: skip
CONDITIONS = st.recursive(
    COMPARISONS,
    lambda inner: st.one_of(
        inner.map(lambda each: f"not ({each})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda each: f"({each[0]}) {each[1]} ({each[2]})"),
    ),
    max_leaves=5,
)
BOARD = [each.update for each in day(pages=3)]


@given(CONDITIONS)
def test_a_condition_is_true_where_the_filter_is(when: str) -> None:
    engine = Engine([rule(when)], Listings())
    firings = engine.update(BOARD[0])
    test = compile_filter(when, GROUPS)
    assert [each.symbol for each in firings] == [row.quote.symbol for row in engine.pages.rows.values() if test(row)]


def test_a_condition_on_a_position_is_valued_at_each_snapshot() -> None:
    lots = parse_lots("symbol,quantity,price\nHBL,10,100\n").lots
    engine = Engine([rule("gain_percent < -10")], Listings(), Holdings(lots))
    assert [len(engine.update(each.update)) for each in pages(-9, -11, -12, -9, -10.5)] == [0, 1, 0, 0, 1]
