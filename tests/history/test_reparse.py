"""`tickerboard reparse`: pages that an older parser read wrongly are put right, and only with --apply."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from recording import OPEN, arrival, is_whole, keep, prices, rows, strip
from tickerboard.history.reparse import reparse
from tickerboard.history.store import Arrival, Store
from tickerboard.model import ObservedFrom, Page
from tickerboard.parser.limits import ParsingError

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.model import Snapshot
    from tickerboard.parser.documents import Document


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "history.db"
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(path))
    return path


def read_wrongly(found: Arrival, page: Page) -> Arrival:
    """A page as an older parser might have read it."""
    return found._replace(snapshot=found.snapshot._replace(page=page))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tickerboard", "reparse", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=50)


@pytest.fixture
def wrong(path: Path) -> Path:
    """ABL was read with another price, KEL not at all, XYZ made up, and the headline as a paragraph."""
    story = "\nShares close higher today\n\nThe market rose on Monday. It fell on Tuesday.\n"
    right = arrival(strip(ABL="75.25", KEL="4.66") + story)
    first, _ = right.snapshot.page.quotes
    quotes = (first._replace(last=first.last * 10), first._replace(symbol="XYZ"))
    keep(path, read_wrongly(right, Page(quotes)), arrival(strip(OGDC="139.75"), label="other.txt"))
    return path


LINES = [
    "2026-01-05T09:30:00+00:00  page.txt  ABL last: 752.50 -> 75.25",
    "2026-01-05T09:30:00+00:00  page.txt  XYZ: 75.25 -> nothing",
    "2026-01-05T09:30:00+00:00  page.txt  KEL: nothing -> 4.66",
    "2026-01-05T09:30:00+00:00  page.txt  article: nothing -> Shares close higher today",
]


def test_a_dry_run_prints_what_changes_and_stores_nothing(wrong: Path) -> None:
    before = rows(wrong, "SELECT * FROM quote")
    done = run()
    assert (done.returncode, done.stdout.splitlines()) == (0, LINES)
    assert done.stderr == (
        "tickerboard: 1 of 2 snapshots read differently; nothing was stored; use --apply to store them\n"
    )
    assert rows(wrong, "SELECT * FROM quote") == before


def test_apply_stores_what_changes_and_then_nothing_does(wrong: Path) -> None:
    done = run("--apply")
    assert (done.returncode, done.stdout.splitlines()) == (0, LINES)
    assert {each: prices(wrong, each) for each in ("ABL", "KEL", "XYZ", "OGDC")} == {
        "ABL": ["75.25"],
        "KEL": ["4.66"],
        "XYZ": [],
        "OGDC": ["139.75"],
    }
    again = run()
    assert (again.stdout, again.stderr) == ("", "tickerboard: 2 snapshots read the same\n")
    assert is_whole(wrong)


def test_a_crawl_date_that_is_read_today_becomes_the_time_but_not_over_the_users_own(path: Path) -> None:
    found = arrival(" date 2021-02-13 " + strip(ABL="75.25"))
    by_file = found.snapshot._replace(observed=OPEN, observed_from=ObservedFrom.MTIME)
    other = found.document._replace(data=found.document.data + b"\n")
    keep(
        path,
        found._replace(snapshot=by_file),
        found._replace(snapshot=by_file, document=other, time_from="as-of", source="other"),
    )
    with Store(path) as store:
        changes = [each.changes for each in reparse(store, apply=True)]
    assert [[change.what for change in each] for each in changes] == [["time"], []]
    assert [row[0] for row in rows(path, "SELECT time FROM snapshots ORDER BY snapshot")] == [
        "2021-02-13T00:00:00+00:00",
        "2026-01-05T09:30:00+00:00",
    ]
    assert rows(path, "SELECT count(*) FROM quotes WHERE time LIKE '2021%'") == [(1,)]


def test_a_page_that_cannot_be_parsed_keeps_what_is_stored(wrong: Path) -> None:
    def read(document: Document) -> Snapshot:
        raise ParsingError("parsing it takes more than 10 s")

    with Store(wrong) as store:
        failures = [each.failure for each in reparse(store, apply=True, read=read)]
    assert failures == ["parsing it takes more than 10 s"] * 2
    assert prices(wrong, "ABL") == ["752.50"]


def test_no_history_is_status_1(path: Path) -> None:
    assert (done := run()).returncode == 1
    assert done.stderr == f"tickerboard: {path}: no history yet; 'tickerboard record SOURCE' starts one\n"
    assert not path.exists()
