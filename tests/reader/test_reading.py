"""Read and unread, the spot kept for each article, and clippings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tickerboard.board.reading_list import ReadingList, ReadingPosition, TextPosition, minutes
from tickerboard.export.clipping import clip, text_of
from tickerboard.model import Article, Related

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = (Article(name, paragraphs=("Some words.",)) for name in "ABC")


def test_the_first_article_is_in_hand_and_stays_when_new_ones_come() -> None:
    reading = ReadingList()
    assert reading.standing == ReadingPosition()
    reading.take((B, C))
    assert reading.standing == ReadingPosition(B, 1, 2, 2)
    reading.take((A, B, C))
    assert reading.standing == ReadingPosition(B, 2, 3, 3)


def test_what_is_put_away_is_read_and_keeps_its_spot() -> None:
    reading = ReadingList()
    reading.take((A, B, C))
    reading.leave(TextPosition(3, 14))
    reading.step(1)
    assert reading.standing == ReadingPosition(B, 2, 3, 2)
    reading.step(-1)
    assert reading.standing == ReadingPosition(A, 1, 3, 2, is_read=True, spot=TextPosition(3, 14))
    reading.step(-1)
    assert reading.standing.article == C


def test_next_unread_goes_round_and_tells_when_there_is_none() -> None:
    reading = ReadingList()
    reading.take((A, B, C))
    reading.open(B)
    reading.finish()
    reading.open(C)
    assert reading.next_unread()
    assert reading.standing.article == A
    reading.finish()
    assert reading.next_unread()
    assert reading.standing.article == C
    reading.finish()
    assert not reading.next_unread()
    assert (reading.standing.article, reading.standing.unread) == (C, 0)


@pytest.mark.parametrize(("words", "told"), [(0, 1), (220, 1), (221, 2), (100_000, 455)])
def test_reading_time(words: int, told: int) -> None:
    assert minutes(Article(paragraphs=("word " * words,))) == told


def test_a_clipping_has_all_of_the_article() -> None:
    related = (Related("Mills reopen", "https://example.org/2", 1), Related("At the end", None, 2))
    article = Article(
        "Loud close", "Desk", "2026-01-05", "Markets", ("First.", "Second."), related, "https://example.org/1"
    )
    assert text_of(article) == (
        "Loud close\nMarkets · Desk · 2026-01-05\n\nFirst.\n\n→ Mills reopen https://example.org/2\n\nSecond.\n\n"
        "→ At the end\n\nhttps://example.org/1\n"
    )


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("Rupee’s day: up 0.5%!"), "rupees-day-up-0-5.txt"),
        (Article("../../etc/passwd\x00 [/]"), "etc-passwd.txt"),
        (Article(paragraphs=("No headline here.",)), "no-headline-here.txt"),
        (Article("…"), "article.txt"),
        (Article("word " * 100), "-".join(["word"] * 12) + ".txt"),
        (Article("x" * 300), "x" * 60 + ".txt"),
        (Article("بازار"), "بازار.txt"),
    ],
)
def test_a_clipping_is_named_by_the_headline(tmp_path: Path, article: Article, name: str) -> None:
    assert clip(article, tmp_path).name == name


def test_a_clipping_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine", "utf-8")
    assert clip(A, tmp_path).name == "a-2.txt"
    assert clip(B, tmp_path).name == "b.txt"
    assert clip(A, tmp_path).name == "a-3.txt"
    assert (tmp_path / "a.txt").read_text("utf-8") == "mine"
