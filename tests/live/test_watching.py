"""A folder that is followed; what can go wrong with files is in tests/faults."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

from boards import put
from fetches import documents_of, failures_in, taken
from tickerboard.sources import files
from tickerboard.sources.files import FolderSource
from tickerboard.sources.pace import Pace

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from tickerboard.sources.base import Fetch


async def texts(fetches: AsyncGenerator[Fetch]) -> list[str] | str:
    """Give the next pages, or the failure."""
    fetch = await asyncio.wait_for(anext(fetches), 8)
    if failures := failures_in(fetch):
        return failures[0]
    return [document.data.decode() for document in documents_of(fetch)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("one\n")
    return path


async def test_a_folder_is_followed_as_a_whole(path: Path) -> None:
    async with aclosing(FolderSource(path.parent).follow(Pace())) as fetches:
        assert await texts(fetches) == ["one\n"]
        put(path.with_name("a.txt"), "a\n")
        assert await texts(fetches) == ["a\n", "one\n"]
        path.unlink()
        assert await texts(fetches) == ["a\n"]


def test_one_bad_page_in_a_folder_does_not_hide_the_others(path: Path) -> None:
    (path.parent / "bad.txt").write_bytes(b"\0\1")
    fetch = FolderSource(path.parent).read()
    update = taken(fetch)
    assert [shot.text for shot in update.snapshots] == ["one\n"]
    assert failures_in(update) == [f"{path.parent / 'bad.txt'}: not a page of text"]


def test_a_folder_has_a_cap_in_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "BYTES_CAP", 1024 * 1024)
    for name in ("q", "r", "s"):
        path.with_name(name).write_bytes(b"x" * 500_000)
    fetch = FolderSource(path.parent).read()
    assert [len(document.data) for document in documents_of(fetch)] == [4, 500_000, 500_000]
    assert failures_in(fetch) == [f"{path.parent}: larger than 1 MiB in all"]
