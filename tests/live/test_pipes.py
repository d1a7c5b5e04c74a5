"""Pipes and commands as sources."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import aclosing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from children import default_signals
from clocks import FakeClock
from fetches import documents_of, failures_in
from tickerboard.sources import command, streams
from tickerboard.sources.command import ExecSource
from tickerboard.sources.pace import Pace
from tickerboard.sources.stdin import StdinSource

if TYPE_CHECKING:
    from collections.abc import Iterator

ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n".encode()
ABL_LATER = "ABL 115.90 Increased By ▲ 0.82 (0.71%)\n".encode()
KEL = "KEL 4.66 No Change ▼ 0.00 (0%)\n".encode()


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ours, theirs = os.pipe()
    yield ours, theirs
    for each in (ours, theirs):
        try:
            os.close(each)
        except OSError:
            continue


async def pages(pipe: tuple[int, int], *writes: bytes, pause: float = 0.6) -> list[bytes]:
    """Write with silences between, and give the pages that come."""

    async def write() -> None:
        for data in writes:
            os.write(pipe[1], data)
            await asyncio.sleep(pause)
        os.close(pipe[1])

    writer = asyncio.ensure_future(write())
    async with aclosing(StdinSource(pipe[0]).follow(Pace())) as fetches:
        got = [document.data async for fetch in fetches for document in documents_of(fetch)]
    await writer
    return got


async def test_a_pipe_that_ends(pipe: tuple[int, int]) -> None:
    assert await pages(pipe, ABL + KEL) == [ABL + KEL]


async def test_a_form_feed_ends_a_page(pipe: tuple[int, int]) -> None:
    assert await pages(pipe, ABL + b"\f" + ABL_LATER + b"\f") == [ABL, ABL_LATER]


async def test_a_text_that_grows_is_one_page(pipe: tuple[int, int]) -> None:
    assert await pages(pipe, ABL, KEL) == [ABL, ABL + KEL]


async def test_a_symbol_that_comes_again_begins_a_page(pipe: tuple[int, int]) -> None:
    assert await pages(pipe, ABL + KEL, ABL_LATER) == [ABL + KEL, ABL_LATER]


async def test_half_a_line_waits_for_its_other_half(pipe: tuple[int, int]) -> None:
    assert await pages(pipe, ABL + KEL[:9], KEL[9:]) == [ABL, ABL + KEL]


async def test_d9_a_last_line_without_its_end_is_not_glued_to_the_next_page(pipe: tuple[int, int]) -> None:
    assert await pages(pipe, (ABL + KEL).rstrip(), ABL_LATER.rstrip()) == [ABL + KEL, ABL_LATER]


@pytest.mark.parametrize("cut", range(5, len(KEL) - 1))
def test_d9_a_line_that_is_cut_anywhere_is_kept_for_its_other_half(cut: int) -> None:
    whole, rest = streams._whole_lines(ABL + KEL[:cut], silent=True)
    assert (whole, rest) in [(ABL, KEL[:cut]), (ABL + KEL[:cut] + b"\n", b"")]
    assert rest or KEL[:cut].endswith(b")")


def test_d9_form_feeds_part_pages_without_following_too(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(ABL + b"\f" + ABL_LATER + b"\f\f" + ABL_LATER + b"\f")
    descriptor = os.open(path, os.O_RDONLY)
    documents = documents_of(StdinSource(descriptor).read())
    os.close(descriptor)
    assert [(each.label, each.data) for each in documents] == [
        ("standard input", ABL),
        ("standard input (2)", ABL_LATER),
    ]


async def test_e8_a_page_that_repeats_is_given_once(pipe: tuple[int, int]) -> None:
    assert await pages(pipe, b"x\f" * 20_000, b"y\f" * 2) == [b"x", b"y"]


async def test_a_pipe_that_is_never_silent_is_heard(pipe: tuple[int, int]) -> None:
    got = await pages(pipe, *[KEL.replace(b"KEL", b"S%d" % at) for at in range(20)], pause=0.1)
    assert len(got) >= 2
    assert got[-1].count(b"\n") == 20


async def test_a_file_as_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(ABL)
    descriptor = os.open(path, os.O_RDONLY)
    async with aclosing(StdinSource(descriptor).follow(Pace())) as fetches:
        got = [document.data async for fetch in fetches for document in documents_of(fetch)]
    os.close(descriptor)
    assert got == [ABL]


async def test_a_command_runs_again_on_its_timer(tmp_path: Path) -> None:
    clock = FakeClock()
    source = ExecSource(f"echo x >> {tmp_path}/n; cat {tmp_path}/n")
    async with aclosing(source.follow(Pace(30, clock))) as fetches:
        assert [each.data for each in documents_of(await anext(fetches))] == [b"x\n"]
        coming = asyncio.ensure_future(anext(fetches))
        await clock.advance(30)
        assert [each.data for each in documents_of(await coming)] == [b"x\nx\n"]


def test_a_command_that_hangs_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "COMMAND_SECONDS", 0.3)
    started = time.monotonic()
    assert failures_in(ExecSource("sleep 60 & sleep 60").read()) == ["sleep 60 & sleep 60: still running after 0.3 s"]
    assert time.monotonic() - started < 5


def test_a_command_that_prints_for_ever_is_ended() -> None:
    assert failures_in(ExecSource("yes").read()) == ["yes: printed more than 5 MiB"]


def test_a_command_that_fails_says_so() -> None:
    assert failures_in(ExecSource("exit 3").read()) == ["exit 3: ended with status 3"]


def test_a_daemon_that_a_command_leaves_behind_keeps_no_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "COMMAND_SECONDS", 0.3)
    before = len(list(Path("/dev/fd").iterdir()))
    failures = failures_in(ExecSource("setsid sleep 3 & echo done").read())
    assert failures == ["setsid sleep 3 & echo done: still running after 0.3 s"]
    assert len(list(Path("/dev/fd").iterdir())) == before


def processes(mark: str) -> set[int]:
    """The processes whose command line has a mark in it."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if mark in path.read_bytes().decode("latin-1"):
                found.add(int(path.parent.name))
    return found


LEAVING = {
    "in the background": "sleep {0} & echo x",
    "in a session of its own": "setsid sleep {0} & echo x",
    "twice removed": "(setsid sh -c 'setsid sleep {0} & sleep {0}' &) ; echo x",
    "without its pipes": "setsid sleep {0} >/dev/null 2>&1 </dev/null & echo x",
}


@pytest.mark.parametrize("how", LEAVING)
def test_e13_nothing_of_a_command_outlives_it(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "COMMAND_SECONDS", 1)
    mark = f"{60_000 + os.getpid() % 1_000}.{list(LEAVING).index(how)}"
    ExecSource(LEAVING[how].format(mark)).read()
    end = time.monotonic() + 20
    while left := processes(mark):
        assert time.monotonic() < end, left
        time.sleep(0.1)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_e13_nothing_of_a_command_outlives_us(number: signal.Signals) -> None:
    mark = f"{61_000 + os.getpid() % 1_000}.{int(number)}"
    code = "import sys; from tickerboard.cli.main import main; sys.exit(main())"
    run = [sys.executable, "-c", code, "parse", "--exec", f"setsid sleep {mark} & sleep {mark}"]
    with subprocess.Popen(run, stdout=subprocess.DEVNULL, preexec_fn=default_signals) as program:
        end = time.monotonic() + 30
        while len(processes(mark) - {program.pid}) < 4:  # the supervisor, the shell and both of its children
            assert time.monotonic() < end
            time.sleep(0.05)
        program.send_signal(number)
        program.wait()
        while left := processes(mark):
            assert time.monotonic() < end, left
            time.sleep(0.1)


def test_d12_a_command_that_fails_shows_the_last_line_of_its_errors() -> None:
    failing = "echo first >&2; echo 'no such host: \033[31mx https://me:pw@h.example/p?token=z' >&2; exit 3"
    (failure,) = failures_in(ExecSource(failing).read())
    assert failure.endswith(": ended with status 3: no such host: x https://h.example/p")


def test_d12_a_command_may_write_any_number_of_errors() -> None:
    (failure,) = failures_in(
        ExecSource("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo >&2; echo last >&2; exit 4").read()
    )
    assert failure.endswith(": ended with status 4: last")


def test_d12_a_command_that_succeeds_keeps_its_errors_to_itself() -> None:
    (document,) = documents_of(ExecSource("echo warning >&2; echo page").read())
    assert document.data == b"page\n"
