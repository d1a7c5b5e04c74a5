"""Every format gives back every quote as it was made."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.crawls import WAYS, Crawl, write_crawl, write_pages

pytest.importorskip("daft", reason="the extra 'backfill' is not installed")

from crawling import SMALL, do_tasks, rows, told, truth
from tickerboard import parse
from tickerboard.backfill.columns import Columns, find_columns, read_crawl_time
from tickerboard.backfill.sieve import may_have_news, may_have_quotes

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    *(f"pages.{name}{packed}" for name in ("jsonl", "warc", "wet") for packed in ("", ".gz", ".zst")),
    "pages.json.gz",
    "pages.parquet",
]


def test_made_up_pages_are_read_as_they_were_made() -> None:
    for page in Crawl(120, rows=8):
        for document in (page.text, page.html):
            read = parse(document)
            found = [
                (each.symbol, str(each.last), each.change and str(each.change), str(each.percent))
                for each in read.quotes
            ]
            assert found == list(page.quotes)
            assert not read.problems
            assert [each.grammar for each in read.readings] == ([page.grammar] if page.quotes else [])
    assert {page.grammar for page in SMALL} == {"", *WAYS}


@pytest.mark.parametrize("name", NAMES)
def test_a_format_gives_back_every_quote(tmp_path: Path, name: str) -> None:
    tally = do_tasks(tmp_path / "out", *write_crawl(tmp_path, SMALL, 2, name))
    found = rows(tmp_path / "out")
    assert told(found) == truth(SMALL)
    assert {each["url"]: each["observed"] for each in found} == {page.url: page.time for page in SMALL if page.quotes}
    assert all(each["crawled"] == each["observed"] and each["observed_from"] == "crawl" for each in found)
    assert {each["source"] for each in found} == {f"paper{at}.example.org" for at in range(3)}
    assert (tally.inputs, tally.pages, tally.quotes, tally.rejected) == (2, 60, len(found), {})
    assert tally.years == {"2019": len(found)}
    assert set(tally.grammars) == set(WAYS)


def test_a_folder_of_texts_has_the_day_of_the_crawl(tmp_path: Path) -> None:
    write_pages(tmp_path / "in", SMALL)
    do_tasks(tmp_path / "out", tmp_path / "in")
    found = rows(tmp_path / "out")
    assert told(found) == truth(SMALL)
    assert sorted({str(each["observed"].date()) for each in found}) == [f"2019-01-0{day}" for day in range(1, 5)]
    assert {each["source"] for each in found} == {str(tmp_path / "in")}
    assert {path.parent.name for path in (tmp_path / "out").glob("day=*/*")} == {
        f"day=2019-01-0{day}" for day in range(1, 5)
    }


def test_a_folder_of_html_has_the_times_of_its_files(tmp_path: Path) -> None:
    write_pages(tmp_path / "in" / "below", SMALL, ".html")
    do_tasks(tmp_path / "out", tmp_path / "in")
    found = rows(tmp_path / "out")
    assert told(found) == truth(SMALL)
    assert {(each["observed_from"], each["crawled"], each["url"]) for each in found} == {("mtime", None, None)}


def put(path: Path, *objects: Any) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in objects), "utf-8")
    return path


@pytest.mark.parametrize(
    "given",
    [
        {"text": "{}", "url": "https://a.example/x", "date": "2021-02-13T10:15:00Z", "dump": "CC-MAIN-2021-10"},
        {"content": "{}", "url": "https://a.example/x", "timestamp": "2021-02-13 10:15:00"},
        {"raw_content": "{}", "metadata": {"url": "https://a.example/x", "crawl_date": 1613211300}},
        {"Text": "{}", "WARC-Target-URI": "https://a.example/x", "warc-date": "20210213101500"},
        {"text": "{}", "metadata": {"warc_headers": {"warc-target-uri": "https://a.example/x"}}, "date": 1613211300000},
    ],
)
def test_well_known_columns_are_found(tmp_path: Path, given: dict[str, Any]) -> None:
    text = next(name for name, value in given.items() if value == "{}")
    do_tasks(tmp_path / "out", put(tmp_path / "a.jsonl", {**given, text: "HBL 114.90 +1.41 (+1.24%)\n"}))
    (row,) = rows(tmp_path / "out")
    assert (row["source"], row["url"]) == ("a.example", "https://a.example/x")
    assert row["observed"] == datetime(2021, 2, 13, 10, 15, tzinfo=UTC)


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.jsonl",
        {"a": {"page": "HBL 114.90 +1.41 (+1.24%)\n"}, "b": "https://a.example", "dump": "CC-MAIN-2021-10"},
    )
    do_tasks(tmp_path / "out", path, columns=Columns("a.page", "b", "dump"))
    (row,) = rows(tmp_path / "out")
    assert (row["source"], row["observed"]) == ("a.example", datetime(2021, 3, 8, tzinfo=UTC))


def test_secrets_of_addresses_are_left_out(tmp_path: Path) -> None:
    path = put(
        tmp_path / "a.jsonl", {"text": "HBL 114.90 +1.41 (+1.24%)\n", "url": "https://u:p@a.example/x?token=1&n=2"}
    )
    do_tasks(tmp_path / "out", path)
    (row,) = rows(tmp_path / "out")
    assert (row["url"], row["observed"]) == ("https://a.example/x?n=2", None)
    assert [each.name for each in (tmp_path / "out").glob("day=*")] == ["day=unknown"]


def test_times_without_a_meaning_are_refused() -> None:
    for cell in ("yesterday", 12, True, "2021-13-01", 1e300):
        with pytest.raises((ValueError, OverflowError)):
            read_crawl_time(cell)
    assert read_crawl_time("") is None
    assert find_columns(["dump", "id"], Columns()) is None


def test_the_cheap_test_drops_no_page_with_a_quote_or_an_article(pytestconfig: pytest.Config) -> None:
    cases = [path.read_bytes() for path in (pytestconfig.rootpath / "tests" / "parser" / "cases").glob("*.txt")]
    samples = (pytestconfig.rootpath / "tests" / "documents" / "samples").glob("*.html")
    made = [document.encode() for page in Crawl(150, rows=1) for document in (page.text, page.html)]
    for data in (*cases, *(path.read_bytes() for path in samples), *made):
        page = parse(data)
        assert may_have_quotes(data) or not (page.quotes or page.rates)
        assert may_have_news(data) or not (page.quotes or page.rates or page.article or page.stories)
    dropped = [page for page in SMALL if not may_have_quotes(page.text.encode())]
    assert dropped == [page for page in SMALL if not page.quotes]
