"""What a SOURCE on the command line can be, and what sources do with pages that are no text."""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import threading
from contextlib import aclosing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from clocks import NOON, FakeClock
from fetches import documents_of, failures_in, shots_of
from loopback import Loopback, answer
from tickerboard.sources import open_source, open_sources
from tickerboard.sources.base import Failed
from tickerboard.sources.command import ExecSource
from tickerboard.sources.files import FileSource
from tickerboard.sources.kinds import KINDS
from tickerboard.sources.pace import Pace
from tickerboard.sources.stdin import PipeSource, StdinSource
from tickerboard.sources.updates import Snapshots, read_once, updates
from tickerboard.sources.url import UrlSource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tickerboard.sources.base import Source

PAGE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n\nThe mills said on Friday that their orders rose.\n".encode()


@pytest.mark.parametrize(
    "argument",
    ["ftp://x/y", "FTP://x/y", "file:///etc/passwd", "gopher://h", "s3://b/k", "mailto:a@b.example", "ws://h/"],
)
def test_d12_another_scheme_is_refused_by_name(argument: str) -> None:
    update = open_source(argument).read()
    assert isinstance(update, Failed)
    assert update.failure.reason.startswith(f"{argument.partition(':')[0]} is not supported; a SOURCE is ")


def test_d12_a_scheme_is_one_line_and_status_2() -> None:
    command = [sys.executable, "-m", "tickerboard", "parse", "ftp://me:pw@x/y?token=z"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("tickerboard: ftp://x/y: ftp is not supported")
    assert "pw" not in done.stderr


def test_d12_a_file_with_a_colon_in_its_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page:1.txt").write_bytes(PAGE)
    assert isinstance(open_source("page:1.txt"), FileSource)


def test_d12_a_source_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE)
    named = [str(path), str(path), "http://h.example/a?b=1", "http://h.example/a?b=1", "-", "/dev/stdin"]
    assert [source.name for source in open_sources(named, ["date", "date"])] == [
        str(path),
        "http://h.example/a",
        "standard input",
        "date",
    ]


def test_each_kind_says_what_it_is() -> None:
    assert [kind.name for kind in KINDS] == ["stdin", "url", "pipe", "folder", "file"]
    assert all(kind.help for kind in KINDS)
    assert isinstance(open_source("-"), StdinSource)
    assert isinstance(open_source("/dev/stdin"), StdinSource)
    assert isinstance(open_source("HTTPS://h.example/"), UrlSource)


def test_d12_a_folder_of_folders_says_what_it_found(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2025").mkdir()
    (tmp_path / "picture.png").write_bytes(b"x")
    assert failures_in(open_source(str(tmp_path)).read()) == [
        f"{tmp_path}: no pages in it, but 2 folders and 1 other file"
    ]


def test_d8_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(PAGE,))
    writer.start()
    source = open_source(str(path))
    assert isinstance(source, PipeSource)
    assert [(document.label, document.data) for document in documents_of(source.read())] == [(str(path), PAGE)]
    writer.join()


def test_d8_a_process_substitution_and_dev_stdin(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE)
    command = f"{sys.executable} -m tickerboard parse --format ndjson"
    for line in (f"{command} <(cat {page})", f"cat {page} | {command} /dev/stdin", f"{command} /dev/stdin < {page}"):
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        assert '"ABL"' in done.stdout


def test_d8_a_pipe_that_nobody_writes_to_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tickerboard.sources.stdin.WRITER_SECONDS", 0.2)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert failures_in(PipeSource(path).read()) == [f"{path}: no program writes to this pipe"]


def by_file(data: bytes, folder: Path) -> Source:
    (folder / "page").write_bytes(data)
    return FileSource(folder / "page")


def by_command(data: bytes, folder: Path) -> Source:
    (folder / "page").write_bytes(data)
    return ExecSource(f"cat {folder}/page")


def by_pipe(data: bytes, folder: Path) -> Source:
    ours, theirs = os.pipe()

    def write() -> None:
        with os.fdopen(theirs, "wb") as pipe:
            pipe.write(data)

    threading.Thread(target=write, daemon=True).start()
    return StdinSource(ours)


NO_TEXT = {
    "random": random.Random(1).randbytes(30_000),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "a document": b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n" * 50,
    "an archive": b"PK\x03\x04" + bytes(range(1, 256)) * 20,
}


@pytest.mark.parametrize("what", NO_TEXT)
@pytest.mark.parametrize("by", [by_file, by_command, by_pipe])
def test_b10_bytes_that_are_no_text_are_refused_whatever_the_source(
    what: str, by: Callable[[bytes, Path], Source], tmp_path: Path
) -> None:
    source = by(NO_TEXT[what], tmp_path)
    assert failures_in(read_once(source, NOON)) == [f"{source.name}: not a page of text"]


@pytest.mark.parametrize("what", NO_TEXT)
def test_b10_bytes_that_are_no_text_are_refused_from_a_url(what: str) -> None:
    with Loopback(lambda _: answer(NO_TEXT[what], Content_Type="text/plain")) as server:
        assert failures_in(read_once(UrlSource(server.url), NOON)) == [f"{server.url}: not a page of text"]


@pytest.mark.parametrize("by", [by_file, by_command, by_pipe])
def test_b10_a_stray_nul_is_dropped_and_reported(by: Callable[[bytes, Path], Source], tmp_path: Path) -> None:
    (shot,) = shots_of(read_once(by(PAGE.replace(b"mills", b"mi\0lls"), tmp_path)))
    assert [quote.symbol for quote in shot.page.quotes] == ["ABL"]
    assert shot.page.article is not None
    assert "The mills said" in shot.page.article.paragraphs[0]
    assert [(each.line, each.code) for each in shot.page.problems] == [(3, "nul")]


async def test_b6_a_retry_by_hand_does_not_lengthen_the_wait() -> None:
    clock = FakeClock()
    pace = Pace(60, clock)
    with Loopback(lambda _: answer(status="503 Busy")) as server:
        async with aclosing(UrlSource(server.url).follow(pace)) as fetches:
            first = await anext(fetches)
            assert isinstance(first, Failed)
            assert first.again is not None
            for _ in range(5):
                coming = asyncio.ensure_future(anext(fetches))
                await clock.advance(2)
                pace.ask()
                await clock.advance(0)
                retried = await asyncio.wait_for(coming, 10)
                assert isinstance(retried, Failed)
                assert retried.again is not None
                assert abs(retried.again - first.again) < timedelta(seconds=1)


async def test_d13_a_page_that_is_removed_from_a_folder_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(PAGE)
    async with aclosing(updates(open_source(str(tmp_path)), Pace())) as coming:
        first = await asyncio.wait_for(anext(coming), 20)
        assert isinstance(first, Snapshots)
        assert first.removed == ()
        (tmp_path / "a.txt").unlink()
        second = await asyncio.wait_for(anext(coming), 20)
        assert isinstance(second, Snapshots)
        assert second.removed == (str(tmp_path / "a.txt"),)
