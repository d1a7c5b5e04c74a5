"""A crawl in the history: each page once, equal strips of a day once, no article lost, and the board of any day."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import time
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("daft", reason="the extra 'backfill' is not installed")

from benchmarks.crawls import Crawl, write_crawl, write_pages
from crawling import COMMAND, backfill
from recording import is_whole
from recording import rows as query
from tickerboard.board.board import Board
from tickerboard.history import History
from tickerboard.history.reparse import reparse
from tickerboard.history.store import Store

if TYPE_CHECKING:
    from pathlib import Path

YEARS = Crawl(240, days=900, rows=8, words=40)
STRIP = "HBL 114.90 Decreased By ▼ -0.18 (-0.16%)\nUBL 80.00 No Change ▼ 0.00 (0%)\n"


def put(path: Path, *objects: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(each) + "\n" for each in objects), "utf-8")


def page(text: str, time: str, url: str = "https://a.example/1") -> dict[str, Any]:
    return {"text": text, "url": url, "timestamp": time}


def into(history: Path, *inputs: Path) -> subprocess.CompletedProcess[str]:
    ran = backfill(*inputs, TICKERBOARD_HISTORY=str(history))
    assert ran.returncode == 0, ran.stderr
    assert not history.with_name(f"{history.name}.backfill").exists()
    assert is_whole(history)
    return ran


def test_equal_strips_of_one_source_and_day_are_one_snapshot(tmp_path: Path) -> None:
    story = "\nThe mills said on Friday that their orders {} for a third month.\n"
    put(
        tmp_path / "a.jsonl",
        page(STRIP + story.format("rose"), "2021-02-13T12:00:00Z"),
        page(STRIP + story.format("fell"), "2021-02-13T10:00:00Z", "https://a.example/2"),
        page(STRIP + story.format("fell"), "2021-02-14T10:00:00Z", "https://a.example/2"),
        page(STRIP.replace("114.90", "115.00"), "2021-02-13T11:00:00Z"),
    )
    put(
        tmp_path / "b.jsonl",
        page(STRIP, "2021-02-13T09:00:00Z"),
        page(STRIP, "2021-02-13T10:00:00Z", "https://b.example"),
    )
    history = tmp_path / "h.db"
    ran = into(history, tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert ran.stderr == (
        "tickerboard: 4 new snapshots; 2 pages had a strip of their day that is stored; stored before: 0\n"
    )
    with History(history) as opened:
        points = [(each.time.isoformat(), str(each.last), each.source) for each in opened.points("HBL")]
        articles = [(each.time.isoformat(), each.article.paragraphs[0].split()[8]) for each in opened.articles()]
    assert points == [
        ("2021-02-13T09:00:00+00:00", "114.90", "a.example"),
        ("2021-02-13T10:00:00+00:00", "114.90", "b.example"),
        ("2021-02-13T11:00:00+00:00", "115.00", "a.example"),
        ("2021-02-14T10:00:00+00:00", "114.90", "a.example"),
    ]
    assert sorted(articles) == [("2021-02-13T09:00:00+00:00", "fell"), ("2021-02-13T09:00:00+00:00", "rose")]
    with Store(history) as store:
        assert [each.changes for each in reparse(store, apply=False) if each.changes] == []


def test_the_same_crawl_again_adds_nothing(tmp_path: Path) -> None:
    write_crawl(tmp_path, Crawl(40, days=3, rows=5), 2, "a.warc.gz")
    write_pages(tmp_path / "texts", Crawl(20, days=3, rows=5))
    history = tmp_path / "h.db"
    into(history, tmp_path)
    everything = "SELECT * FROM snapshot JOIN quote ON quote.snapshot = snapshot.id ORDER BY 1, 2, 3, 4"
    before = query(history, everything), query(history, "SELECT * FROM appearance ORDER BY 1, 2")
    into(history, tmp_path)
    assert before == (query(history, everything), query(history, "SELECT * FROM appearance ORDER BY 1, 2"))


def test_a_page_without_a_time_is_rejected(tmp_path: Path) -> None:
    put(tmp_path / "a.jsonl", {"text": STRIP}, page(STRIP, "2021-02-13"))
    ran = into(tmp_path / "h.db", tmp_path / "a.jsonl")
    assert f"tickerboard: {tmp_path / 'a.jsonl'}: record 1: no time; not stored in the history\n" in ran.stderr
    assert query(tmp_path / "h.db", "SELECT count(*) FROM snapshot") == [(1,)]


@pytest.mark.once
def test_killed_while_it_stores_and_begun_again_it_has_all(tmp_path: Path) -> None:
    write_crawl(tmp_path, Crawl(300, days=40, rows=8, words=30), 2)
    into(tmp_path / "whole.db", *tmp_path.glob("*.jsonl"))
    history = tmp_path / "h.db"
    env = {**os.environ, "TICKERBOARD_HISTORY": str(history)}
    command = [*COMMAND, *map(str, tmp_path.glob("*.jsonl"))]
    for count in (1, 60, 150):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
        while process.poll() is None and (not history.exists() or _count(history) < count):
            time.sleep(0.005)
        process.kill()
        process.communicate(timeout=60)
    into(history, *tmp_path.glob("*.jsonl"))
    points = "SELECT time, symbol, last_text, change_text, percent_text, source FROM quotes ORDER BY 1, 2, 3"
    assert query(history, points) == query(tmp_path / "whole.db", points)


def _count(history: Path) -> int:
    try:
        return int(str(query(history, "SELECT count(*) FROM snapshot")[0][0]))
    except sqlite3.Error:
        return 0


def test_the_board_of_any_day_and_the_series_over_years(tmp_path: Path) -> None:
    write_crawl(tmp_path, YEARS, 2, "a.wet.gz")
    history = tmp_path / "h.db"
    into(history, tmp_path)
    true: dict[str, list[tuple[datetime, Decimal]]] = defaultdict(list)
    for strip, each in {page.quotes: page for page in reversed(list(YEARS))}.items():  # a repeated one stands once
        for quote in strip:
            true[quote.symbol].append((each.time, Decimal(quote.last)))
    with History(history) as opened:
        for symbol, series in true.items():
            assert [(point.time, point.last) for point in opened.points(symbol)] == sorted(series)
        strips = list({page.quotes: page for page in reversed(list(YEARS)) if page.quotes}.values())[::-1]
        for each in (strips[0], strips[70], strips[-1]):
            board = Board.of(opened.as_of(each.time))
            shown = {row.quote.symbol: str(row.quote.last) for row in board.rows}
            assert {quote.symbol: quote.last for quote in each.quotes}.items() <= shown.items()
        assert opened.step(strips[70].time, 1) is not None
        since, until = datetime(2019, 6, 1, tzinfo=UTC), datetime(2020, 6, 1, tzinfo=UTC)
        assert opened.moved(since, until).moves
        assert opened.sparklines(since, until, 12)
