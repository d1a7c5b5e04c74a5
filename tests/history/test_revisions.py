"""Articles that changed between two snapshots, word by word."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recording import OPEN, arrival, keep
from tickerboard.history import History
from tickerboard.history.word_diff import MOST_CHANGES, Kind, passages, word_diff
from tickerboard.history.words import part_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tickerboard.model import Article

QUOTES = "ABL {} No Change ▼ 0.00 (0%)\n\n"
FLAT = "Cement shares fall\n\nThe market opened flat. ABL fell by 2 per cent in early trade.\n\nOthers waited.\n"
LATER = FLAT.replace("fell by 2", "rose by 3").replace("Others", "Many others")


def marked(before: Sequence[str], after: Sequence[str]) -> str:
    return " ".join(part_in_words(part) for part in word_diff(before, after))


def words(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in text.split()]


def test_changed_words_are_marked_and_the_rest_is_the_same() -> None:
    assert marked(["the index fell by 200 points"], ["the index rose by 300 points"]) == (
        "the index [-fell-] {+rose+} by [-200-] {+300+} points\n"
    )
    assert marked(["one", "two"], ["one", "new", "two"]) == "one\n {+new+} two\n"
    assert word_diff(["same"], ["same"]) == ((Kind.SAME, "same\n"),)
    assert word_diff([], []) == ()


WORDS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=6).map(" ".join), max_size=4)


@given(WORDS, WORDS)
def test_the_parts_make_both_texts(before: list[str], after: list[str]) -> None:
    parts = word_diff(before, after)
    assert words([part.text for part in parts if part.kind is not Kind.ADDED]) == words(before)
    assert words([part.text for part in parts if part.kind is not Kind.REMOVED]) == words(after)


def test_texts_that_have_little_in_common_are_replaced_as_a_whole() -> None:
    before, after = (" ".join(f"{name}{at} shared" for at in range(MOST_CHANGES)) for name in "xy")
    assert [part.kind for part in word_diff([before], [after])] == [Kind.REMOVED, Kind.ADDED, Kind.SAME]


def test_unchanged_words_far_from_a_change_give_way_to_an_ellipsis() -> None:
    text = " ".join(map(str, range(20)))
    parts = passages(word_diff([f"{text} old {text}"], [f"{text} new {text}"]), 2)
    assert [part.text for part in parts] == ["… 18 19", "old", "new", "0 1 …"]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "history.db"
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(path))
    keep(
        path,
        arrival(QUOTES.format("100.00") + FLAT),
        arrival(QUOTES.format("104.00") + FLAT, 10),
        arrival(QUOTES.format("105.00") + LATER, 30),
    )
    return path


def article(path: Path, minutes: float) -> Article:
    with History(path) as history:
        (update,) = history.as_of(OPEN + timedelta(minutes=minutes))
    found = update.snapshots[0].page.article
    assert found is not None
    return found


def test_an_article_is_held_against_its_text_on_the_snapshot_before(path: Path) -> None:
    with History(path) as history:
        revision = history.revision(article(path, 30))
        assert history.revision(article(path, 10)) is None
    assert revision is not None
    assert (revision.seen, revision.source) == (OPEN + timedelta(minutes=10), "page.txt")
    assert [part.text for part in revision.parts if part.kind is Kind.ADDED] == ["rose", "3", "Many others"]


def test_another_article_on_the_same_page_is_no_revision(path: Path) -> None:
    keep(
        path,
        arrival(QUOTES.format("106.00") + "\nA dull day\n\nNobody came to the floor, and ABL did not trade.\n", 40),
    )
    with History(path) as history:
        assert history.revision(article(path, 40)) is None


def run(form: str) -> str:
    command = [sys.executable, "-m", "tickerboard", "moved", "--from", "2026-01-05T09:00Z", "--format", form]
    done = subprocess.run(command, capture_output=True, text=True, timeout=50)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_command_prints_what_changed(path: Path) -> None:
    assert (
        "      changed since 2026-01-05T09:40:00+00:00: … The market opened flat. ABL [-fell-] {+rose+} by [-2-] {+3+} "
        "per cent in early trade. [-Others-] {+Many others+} waited.\n"
    ) in run("table")
    first, second = json.loads(run("ndjson"))["articles"]
    assert first["changed"] is None
    assert second["changed"]["since"] == "2026-01-05T09:40:00+00:00"
    assert {"kind": "added", "text": "Many others"} in second["changed"]["parts"]
