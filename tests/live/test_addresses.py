"""The address of a document and its label are two things; the time of a snapshot says where it comes from."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from clocks import NOON
from fetches import documents_of, shots_of
from loopback import Loopback, Request, answer
from tickerboard.model import ObservedFrom
from tickerboard.sources import open_sources
from tickerboard.sources.base import document_address
from tickerboard.sources.command import ExecSource
from tickerboard.sources.files import FileSource
from tickerboard.sources.updates import read_once
from tickerboard.sources.url import UrlSource

if TYPE_CHECKING:
    from pathlib import Path

LINE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
HTML = b"""<!doctype html><html><head><title>Mills</title></head><body><article><h1>Mills report</h1>
<p>The mills said on Friday that their orders rose for a third month, and that they hire again.</p>
<p><a href="more?id=6">Others report a fall in their orders</a></p>
<p>Others did not say as much about the past months, as a report found on Thursday in the town.</p>
</article></body></html>"""


def test_d15_links_resolve_against_the_address_and_not_against_the_label() -> None:
    with Loopback(lambda _: answer(HTML, Content_Type="text/html")) as server:
        sources = open_sources([f"{server.url}/desk/news?id=4", f"{server.url}/desk/news?id=5"], [])
        shots = [shot for source in sources for shot in shots_of(read_once(source))]
    labels = [f"{server.url}/desk/news", f"{server.url}/desk/news (2)"]
    assert [shot.source for shot in shots] == labels
    assert [shot.url for shot in shots] == [f"{server.url}/desk/news?id={number}" for number in (4, 5)]
    articles = [shot.page.article for shot in shots]
    assert [article.url for article in articles if article] == [shot.url for shot in shots]
    assert {each.url for article in articles if article for each in article.related} == {f"{server.url}/desk/more?id=6"}


def test_d15_the_address_is_the_one_after_redirects() -> None:
    def reply(request: Request) -> bytes:
        return answer(status="302 Go", Location="/there/page") if request.path == "/" else answer(LINE.encode())

    with Loopback(reply) as server:
        (document,) = documents_of(UrlSource(f"{server.url}/").read())
        assert (document.label, document.url) == (f"{server.url}/", f"{server.url}/there/page")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://me:pw@h.example/p?id=5&token=x&b#part", "http://h.example/p?id=5&b"),
        ("https://h.example/p?API_KEY=x", "https://h.example/p"),
        ("https://h.example:8443/p?page=2", "https://h.example:8443/p?page=2"),
    ],
)
def test_d15_an_address_keeps_no_secret(address: str, shown: str) -> None:
    assert document_address(address) == shown


def test_d14_the_time_of_a_snapshot_says_where_it_comes_from(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(LINE, "utf-8")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    (file,) = shots_of(read_once(FileSource(path)))
    assert (file.observed, file.observed_from, file.url) == (NOON, ObservedFrom.MTIME, None)
    (printed,) = shots_of(read_once(ExecSource(f"cat {path}"), NOON))
    assert printed.observed_from is ObservedFrom.READ
    path.write_text(f"date 2021-02-13 {LINE}", "utf-8")
    (crawled,) = shots_of(read_once(FileSource(path)))
    assert (crawled.observed, crawled.observed_from) == (datetime(2021, 2, 13, tzinfo=UTC), ObservedFrom.CRAWL)


@pytest.mark.parametrize("prefix", ["date 2021-02", "date 2021-02-31"])
def test_d14_a_crawl_date_that_is_no_day_is_no_time(tmp_path: Path, prefix: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"{prefix} {LINE}", "utf-8")
    (shot,) = shots_of(read_once(FileSource(path)))
    assert shot.observed_from is ObservedFrom.MTIME
    assert [quote.symbol for quote in shot.page.quotes] == ["ABL"]


@pytest.mark.parametrize("date", ["Sat, 01 Dec 2040 12:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_b9_e6_a_server_clock_in_the_future_is_not_believed_and_reported(date: str) -> None:
    with Loopback(lambda _: answer(LINE.encode(), Date=date)) as server:
        (shot,) = shots_of(read_once(UrlSource(server.url), NOON))
    assert (shot.observed, shot.observed_from) == (NOON, ObservedFrom.READ)
    assert [each.code for each in shot.page.problems] == ["clock"]
    assert "in the future" in shot.page.problems[0].message


def test_b9_a_clock_that_is_a_second_ahead_is_not_worth_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(LINE, "utf-8")
    later = NOON + timedelta(seconds=1)
    os.utime(path, (later.timestamp(), later.timestamp()))
    (shot,) = shots_of(read_once(FileSource(path), NOON))
    assert (shot.observed, shot.page.problems) == (NOON, ())


@pytest.mark.parametrize("seconds", [253_402_300_799, 2**40, -(2**40)])
def test_e6_a_file_time_at_the_end_of_the_calendar_is_survived(tmp_path: Path, seconds: int) -> None:
    path = tmp_path / "page.txt"
    path.write_text(LINE, "utf-8")
    try:
        os.utime(path, (seconds, seconds))
    except OverflowError:
        pytest.skip("this file system has no such time")
    (shot,) = shots_of(read_once(FileSource(path), NOON))
    assert shot.observed is None or shot.observed <= NOON
