"""What the history keeps: each page once, with its own digits, at its own time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from recording import OPEN, arrival, keep, prices, rows, strip, texts
from tickerboard.history.database import journal_mode
from tickerboard.history.history import History
from tickerboard.history.recorder import Recorder, arrivals_of
from tickerboard.history.store import Store
from tickerboard.parser.documents import Document, read_document
from tickerboard.parser.limits import ParsingError
from tickerboard.sources import updates
from tickerboard.sources.base import Pages

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.model import Snapshot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history" / "history.db"


def test_the_same_page_twice_is_kept_once(path: Path) -> None:
    page = arrival(strip(ABL="75.25"))
    assert texts(keep(path, page, page)) == [("page.txt", True), ("page.txt", False)]
    assert texts(keep(path, page)) == [("page.txt", False)]
    assert prices(path) == ["75.25"]


def test_the_same_page_under_another_path_is_kept_once(path: Path) -> None:
    keep(path, arrival(strip(ABL="75.25"), label="pages/a.txt"))
    assert texts(keep(path, arrival(strip(ABL="75.25"), label="/home/pages/a.txt"))) == [("/home/pages/a.txt", False)]


def test_a_page_that_does_not_change_is_one_snapshot_confirmed_later(path: Path) -> None:
    page = strip(ABL="75.25")
    keep(path, arrival(page, 0), arrival(page, 1), arrival(page, 2))
    assert rows(path, "SELECT time, confirmed FROM snapshots") == [
        ("2026-01-05T09:30:00+00:00", "2026-01-05T09:32:00+00:00")
    ]


def test_a_page_that_changes_back_is_a_snapshot_again_with_the_document_kept_once(path: Path) -> None:
    keep(path, *(arrival(strip(ABL=price), at) for at, price in enumerate(("75.25", "75.30", "75.25"))))
    assert prices(path) == ["75.25", "75.30", "75.25"]
    assert rows(path, "SELECT count(*) FROM document") == [(2,)]


def test_pages_that_come_out_of_order_stand_in_the_order_of_their_times(path: Path) -> None:
    keep(path, arrival(strip(ABL="3.00"), 3), arrival(strip(ABL="1.00"), 1), arrival(strip(ABL="2.00"), 2))
    assert prices(path) == ["1.00", "2.00", "3.00"]


def test_two_addresses_with_the_same_bytes_at_the_same_second_are_two_snapshots(path: Path) -> None:
    page = strip(ABL="75.25")
    keep(path, *(arrival(page, label=url, url=url) for url in ("https://a.example/", "https://b.example/")))
    assert prices(path) == ["75.25", "75.25"]


def test_an_unchanged_answer_confirms_the_latest_pages_of_its_source(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00"), 0), arrival(strip(ABL="2.00"), 5), arrival(strip(KEL="4.00"), 5, "other"))
    with Store(path) as store:
        store.confirm("page.txt", OPEN + timedelta(minutes=9))
    minutes = [str(row[0])[14:16] for row in rows(path, "SELECT confirmed FROM snapshots ORDER BY snapshot")]
    assert minutes == ["30", "39", "35"]


def test_figures_keep_the_digits_of_the_page(path: Path) -> None:
    keep(path, arrival("KSE100 74,531 Increased By 732.1 (0.99%)\nABL 75.20 Decreased By ▼ -0.10 (-0.13%)\n"))
    with History(path) as history:
        figures = [(each.symbol, str(each.last), str(each.change), str(each.percent)) for each in history.points()]
    assert figures == [("KSE100", "74531", "732.1", "0.99"), ("ABL", "75.20", "-0.10", "-0.13")]


def test_the_date_of_an_article_is_never_the_time_of_a_quote(path: Path) -> None:
    story = "\nShares close higher\nReuters Published 16 Sep, 2004 11:06am\nText. More.\n"
    keep(path, arrival(strip(ABL="75.25") + story))
    with History(path) as history:
        assert [each.time for each in history.points("ABL")] == [OPEN]


def test_a_crawl_date_is_the_time_of_its_quotes(path: Path) -> None:
    keep(path, arrival(" date 2021-02-13 " + strip(ABL="75.25")))
    with History(path) as history:
        assert [each.time for each in history.points("ABL")] == [datetime(2021, 2, 13, tzinfo=UTC)]


def test_an_article_is_kept_once_wherever_it_stands(path: Path) -> None:
    story = "\nShares close higher today\n\nThe market rose on Monday. It fell on Tuesday.\n"
    keep(path, *(arrival(strip(ABL=price) + story, at) for at, price in enumerate(("1.00", "2.00"))))
    assert rows(path, "SELECT count(*) FROM article") == [(1,)]
    assert rows(path, "SELECT count(*) FROM appearance") == [(2,)]


def test_text_with_lone_surrogates_is_stored(path: Path) -> None:
    assert keep(path, arrival(strip(ABL="75.25"), label="odd\udcff.txt"))[0].new


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "1e99999999"])
def test_figures_no_page_can_have_are_left_out(path: Path, figure: str) -> None:
    page = arrival(strip(ABL="75.25", KEL="4.66"))
    first, *others = page.snapshot.page.quotes
    quotes = (first._replace(last=Decimal(figure)), *others)
    keep(path, page._replace(snapshot=page.snapshot._replace(page=page.snapshot.page._replace(quotes=quotes))))
    assert (prices(path), prices(path, "KEL")) == ([], ["4.66"])


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "delete"),
        ((3, 44, 5), "delete"),
        ((3, 44, 6), "wal"),
        ((3, 45, 0), "delete"),
        ((3, 50, 6), "delete"),
        ((3, 50, 7), "wal"),
        ((3, 51, 0), "delete"),
        ((3, 51, 2), "delete"),
        ((3, 51, 3), "wal"),
        ((4, 0, 0), "wal"),
    ],
)
def test_the_write_ahead_log_is_used_only_where_it_is_safe(version: tuple[int, ...], mode: str) -> None:
    assert journal_mode(version) == mode


def test_a_page_that_cannot_be_parsed_does_not_take_the_place_of_another(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(document: Document, stop: object = None) -> Snapshot:
        if document.label == "slow.html":
            raise ParsingError("parsing it takes too long")
        return read_document(document)

    monkeypatch.setattr(updates, "read_isolated", read)
    documents = tuple(Document(label, strip(ABL=last).encode(), OPEN) for label, last in PAGES.items())
    work = arrivals_of(updates.parsed(Pages("folder", documents), OPEN))
    assert isinstance(work, list)
    keep(path, *work)
    assert rows(path, "SELECT source, last_text FROM quotes ORDER BY source") == [("a.txt", "1.00"), ("c.txt", "3.00")]


PAGES = {"a.txt": "1.00", "slow.html": "2.00", "c.txt": "3.00"}


def test_a_recorder_with_a_delay_writes_at_once_when_it_is_closed(path: Path) -> None:
    writer = Recorder(path, delay=3_600)
    for at in range(3):
        assert writer.put_work([arrival(strip(ABL=f"{at}.00"), at)])
    assert writer.close(30)
    assert prices(path) == ["0.00", "1.00", "2.00"]
