"""Files and folders that change while they are followed."""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

from boards import put
from tickerboard.sources.files import FileSource, FolderSource
from tickerboard.sources.pace import Pace

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from tickerboard.sources.base import Fetch


async def texts(fetches: AsyncGenerator[Fetch]) -> list[str] | str:
    """Give the next pages, or the failure."""
    fetch = await asyncio.wait_for(anext(fetches), 8)
    return fetch.failure or [document.data.decode() for document in fetch.documents or ()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("one\n")
    return path


async def test_renames_and_rewrites_are_all_seen(path: Path) -> None:
    async with aclosing(FileSource(path).follow(Pace())) as fetches:
        assert await texts(fetches) == ["one\n"]
        for text in ("two\n", "three\n", "four\n"):
            put(path, text)
            assert await texts(fetches) == [text]
        path.write_text("five\n")
        assert await texts(fetches) == ["five\n"]


async def test_the_same_size_and_an_older_time_are_seen(path: Path) -> None:
    async with aclosing(FileSource(path).follow(Pace())) as fetches:
        await texts(fetches)
        path.write_text("two\n")
        os.utime(path, (1_000_000_000, 1_000_000_000))
        assert await texts(fetches) == ["two\n"]
        put(path, "six\n")
        os.utime(path, (900_000_000, 900_000_000))
        assert await texts(fetches) == ["six\n"]


async def test_a_file_that_goes_and_comes_back(path: Path) -> None:
    async with aclosing(FileSource(path).follow(Pace())) as fetches:
        await texts(fetches)
        path.unlink()
        assert await texts(fetches) == f"{path}: no such file or directory"
        path.write_text("back\n")
        assert await texts(fetches) == ["back\n"]


async def test_what_is_written_in_halves_is_read_whole(path: Path) -> None:
    async with aclosing(FileSource(path).follow(Pace())) as fetches:
        await texts(fetches)
        coming = asyncio.ensure_future(texts(fetches))
        with path.open("w") as file:
            for piece in ("first half, ", "second half, ", "end\n"):
                file.write(piece)
                file.flush()
                await asyncio.sleep(0.15)
        assert await coming == ["first half, second half, end\n"]


async def test_many_writes_end_on_the_last(path: Path) -> None:
    async with aclosing(FileSource(path).follow(Pace())) as fetches:
        await texts(fetches)
        for at in range(3_000):
            path.write_text(f"{at}\n")
        assert await texts(fetches) == ["2999\n"]


async def test_a_folder_is_followed_as_a_whole(path: Path) -> None:
    async with aclosing(FolderSource(path.parent).follow(Pace())) as fetches:
        assert await texts(fetches) == ["one\n"]
        put(path.with_name("a.txt"), "a\n")
        assert await texts(fetches) == ["a\n", "one\n"]
        path.unlink()
        assert await texts(fetches) == ["a\n"]


async def test_a_folder_that_is_removed_and_made_again(path: Path) -> None:
    async with aclosing(FileSource(path).follow(Pace())) as fetches:
        await texts(fetches)
        shutil.rmtree(path.parent)
        assert "no such file" in await texts(fetches)
        path.parent.mkdir()
        path.write_text("again\n")
        assert await texts(fetches) == ["again\n"]
        put(path, "and again\n")
        assert await texts(fetches) == ["and again\n"]


async def test_a_hostile_name_beside_it_ends_no_watch(path: Path) -> None:
    async with aclosing(FileSource(path).follow(Pace())) as fetches:
        await texts(fetches)
        (path.parent / os.fsdecode(b"\xff\xfe.txt")).write_text("x")
        await asyncio.sleep(0.3)
        put(path, "two\n")
        assert await texts(fetches) == ["two\n"]


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, why in (("fifo", "not a regular file"), ("loop", "too many levels"), ("a\0b", "not a file name")):
        failure = FileSource(tmp_path / name).read().failure
        assert failure is not None
        assert why in failure
    assert FileSource(tmp_path.__class__("/dev/zero")).read().failure == "/dev/zero: not a regular file"


def test_one_bad_page_in_a_folder_does_not_hide_the_others(path: Path) -> None:
    (path.parent / "bad.txt").write_bytes(b"\0\1")
    fetch = FolderSource(path.parent).read()
    assert [document.data for document in fetch.documents or ()] == [b"one\n"]
    assert fetch.failure == f"{path.parent / 'bad.txt'}: not a page of text"
