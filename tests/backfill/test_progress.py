"""How far it is: a bar on a terminal, plain lines elsewhere, and what is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("daft", reason="the extra 'backfill' is not installed")

from benchmarks.crawls import Crawl, write_crawl
from terminal import Terminal
from tickerboard.backfill.backfill import Progress
from tickerboard.cli.backfill_summary import in_words

if TYPE_CHECKING:
    from pathlib import Path


def test_a_terminal_shows_a_bar_and_then_the_summary(tmp_path: Path) -> None:
    write_crawl(tmp_path, Crawl(900, days=3, rows=10, words=60), 2)
    with Terminal("backfill", str(tmp_path), "--out", str(tmp_path / "out"), size=(120, 24)) as terminal:
        shown = terminal.until(lambda text: "/2 files" in text and "pages" in text and "quotes" in text)
        assert re.search(r"━.*%.*[0-9,]+ pages  [0-9,]+ quotes  [0-9,]+/s", shown)
        text = terminal.until(lambda text: "quotes by grammar" in text)
        assert "2 files · 900 pages" in text
        assert terminal.status() == 0


def test_what_is_left_follows_from_the_bytes_of_this_run() -> None:
    progress = Progress(5, 20, 600, 1_000, 3_000, 40_000, 30.0, 400)
    assert (progress.rate, progress.left) == (100.0, 60.0)
    assert in_words(progress) == "5 of 20 files · 3,000 pages · 40,000 quotes · 100 pages a second · 0:01:00 left"
    assert Progress(0, 1, 0, 10, 0, 0, 0.0).left is None
