"""The command: rows by day, resumed where it was, refused in one line, ended by signals."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("daft", reason="the extra 'backfill' is not installed")

from benchmarks.crawls import Crawl, write_crawl, write_pages, write_warc
from children import default_signals
from crawling import COMMAND, SMALL, backfill, do_tasks, problems, rows, told, truth

WAIT = 60.0
LONG = Crawl(800, days=6, rows=10, words=60)


def begun(*arguments: object) -> subprocess.Popen[str]:
    """Begin the command, in a group of its own and without a terminal."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=default_signals,
    )


def count_in(path: Path) -> int:
    """How many files are in a folder, which may not be there yet, or no more."""
    try:
        return len(list(path.iterdir()))
    except FileNotFoundError:
        return 0


def wait_for(path: Path, count: int, process: subprocess.Popen[str]) -> None:
    """Wait until so many files are there, or the process has ended."""
    end = time.monotonic() + WAIT
    while count_in(path) < count and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_crawl_becomes_rows_by_day_and_is_read_once(tmp_path: Path) -> None:
    write_crawl(tmp_path, SMALL, 3, "pages.warc.gz")
    write_pages(tmp_path / "texts", [SMALL.page(1)])
    pattern, out = tmp_path / "*.warc.gz", tmp_path / "out"
    first = backfill(pattern, tmp_path / "texts", "--out", out, "--workers", 2)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("4 files · 61 pages · 50 parsed · 300 quotes\nquotes by year\n  2019 ")
    assert "quotes by grammar\n" in first.stdout
    assert told(rows(out)) == truth([*SMALL, SMALL.page(1)])
    assert problems(out) == []
    again = backfill(pattern, tmp_path / "texts", "--out", out)
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert told(rows(out)) == truth([*SMALL, SMALL.page(1)])


def test_a_changed_file_replaces_its_rows(tmp_path: Path) -> None:
    (path, other), out = write_crawl(tmp_path, SMALL, 2), tmp_path / "out"
    assert backfill(path, other, "--out", out).returncode == 0
    write_crawl(tmp_path, Crawl(20, days=2, rows=3), 2)
    os.utime(path, (1, 1))
    assert backfill(path, other, "--out", out).returncode == 0
    assert told(rows(out)) == truth(Crawl(20, days=2, rows=3))


def test_addresses_are_listed_and_read_by_the_engine(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.parquet", "c.warc.gz", "d.wet"):
        write_crawl(tmp_path, SMALL, 2, name)
    ran = backfill(f"file://{tmp_path}/*-00*", "--out", tmp_path / "out")
    assert ran.returncode == 0
    assert all(" files · " in line for line in ran.stderr.splitlines()), ran.stderr  # its progress, where it took long
    assert told(rows(tmp_path / "out")) == truth([*SMALL] * 4)


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path) -> None:
    write_crawl(tmp_path, SMALL, 2)
    ran = backfill("--dry-run", tmp_path, "--out", tmp_path / "out")
    assert ran.returncode == 0
    assert ran.stdout.startswith("2 files · 60 pages · 49 parsed · 294 quotes\n")
    assert not (tmp_path / "out").exists()


def test_what_is_damaged_is_said_and_the_rest_is_kept(tmp_path: Path) -> None:
    write_warc(tmp_path / "a.warc.gz", SMALL)
    with (tmp_path / "a.warc.gz").open("r+b") as file:
        file.truncate((tmp_path / "a.warc.gz").stat().st_size - 9)
    (tmp_path / "b.parquet").write_bytes(b"PAR1")
    ran = backfill(tmp_path, "--out", tmp_path / "out")
    assert ran.returncode == 2
    assert "rejected records\n  cut" in ran.stdout
    lines = ran.stderr.splitlines()
    assert len(lines) == 2
    assert any("a.warc.gz: record 61: the archive ends within the record at byte" in line for line in lines)
    assert f"tickerboard: {tmp_path / 'b.parquet'}: not a whole Parquet file" in lines
    assert told(rows(tmp_path / "out")) == truth(list(SMALL)[:-1])
    assert {each["code"] for each in problems(tmp_path / "out")} == {"cut", "unreadable"}


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "backfill needs an INPUT"),
        (("none.warc",), "none.warc: no such file or folder"),
        (("a.pdf",), "a.pdf: unknown format; known endings: .txt"),
        (("empty",), "empty: no file of a crawl"),
        (("x*.warc.gz",), "x*.warc.gz: no file of a crawl"),
        (("--engine", "spark", "empty"), "unknown engine 'spark' (use native, ray)"),
        (("--workers", "0", "empty"), "invalid number of workers '0'"),
        (("--address", "a:1", "empty"), "--address needs --engine ray"),
        (("good", "--out", "a.pdf/out"), "a.pdf/out: not a directory"),
    ],
)
def test_wrong_usage_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    write_pages(tmp_path / "good", [SMALL.page(1)])
    ran = backfill(*arguments)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert ran.stderr.startswith("tickerboard: ")
    assert why in ran.stderr


def test_pages_without_a_quote_are_status_1(tmp_path: Path) -> None:
    write_pages(tmp_path / "in", [SMALL.page(0)])
    ran = backfill(tmp_path / "in", "--out", tmp_path / "out")
    assert (ran.returncode, ran.stderr) == (1, "tickerboard: no quote found\n")


def test_without_the_extra_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "daft.py").write_text("raise ImportError('no daft')\n", "utf-8")
    ran = backfill(tmp_path, PYTHONPATH=str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "tickerboard: backfill needs Daft: install tickerboard with its extra 'backfill'\n"


def test_no_module_of_the_working_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pages(tmp_path / "in", [SMALL.page(1)])
    (tmp_path / "selectolax.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", "utf-8")
    (tmp_path / "pickle.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    command = [str(sys.executable), "-P", "-m", "tickerboard", "backfill", "in", "--out", "out"]
    subprocess.run(command, capture_output=True, timeout=WAIT, check=True)
    assert not (tmp_path / "ran").exists()


@pytest.mark.once
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_and_the_next_run_goes_on(tmp_path: Path, number: signal.Signals, status: int) -> None:
    write_crawl(tmp_path, SMALL, 1, "small.jsonl")
    write_crawl(tmp_path, LONG, 1, "long.warc.gz")
    process = begun(tmp_path, "--out", tmp_path / "out", "--workers", 2)
    wait_for(tmp_path / "out" / "_backfill" / "done", 2, process)
    if number is signal.SIGINT:  # a terminal sends it to the whole group
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    out, err = process.communicate(timeout=WAIT)
    assert (process.returncode, out) == (status, ""), err
    assert all(" of 2 files · " in line for line in err.splitlines()), err  # its progress, where it took that long
    assert backfill(tmp_path, "--out", tmp_path / "out").returncode == 0
    assert told(rows(tmp_path / "out")) == truth([*SMALL, *LONG])


@pytest.mark.once
def test_ctrl_c_is_for_the_process_that_began_the_run(tmp_path: Path) -> None:
    write_crawl(tmp_path, SMALL, 1, "small.jsonl")
    write_crawl(tmp_path, LONG, 1, "long.warc.gz")
    process = begun(tmp_path, "--out", tmp_path / "out", "--workers", 1)
    wait_for(tmp_path / "out" / "_backfill" / "done", 1, process)
    workers = [each for each in children_of(process.pid) if b"udf_worker" in Path(f"/proc/{each}/cmdline").read_bytes()]
    assert workers
    for each in workers:
        os.kill(each, signal.SIGINT)
    _, err = process.communicate(timeout=WAIT)
    assert process.returncode == 0, err


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has begun."""
    files = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(each) for file in files for each in file.read_text("ascii").split()]


def test_two_backfills_do_not_share_a_folder(tmp_path: Path) -> None:
    write_crawl(tmp_path, LONG, 1, "long.warc.gz")
    process = begun(tmp_path, "--out", tmp_path / "out")
    wait_for(tmp_path / "out" / "_backfill" / "beat", 1, process)
    ran = backfill(tmp_path, "--out", tmp_path / "out")
    process.kill()
    process.communicate(timeout=WAIT)
    assert (ran.returncode, ran.stderr) == (2, f"tickerboard: {tmp_path / 'out'}: another backfill writes to it\n")


def kill_and_resume(tmp_path: Path, kills: int, seed: int) -> None:
    """Kill it at random moments; what the last run leaves is what an undisturbed one does."""
    write_crawl(tmp_path / "in", Crawl(600, days=5, rows=8, words=60), 6)
    write_pages(tmp_path / "in" / "texts", Crawl(40, days=3, rows=4))
    do_tasks(tmp_path / "whole", tmp_path / "in")
    out, chance = tmp_path / "out", random.Random(seed)
    for _ in range(kills):
        process = begun(tmp_path / "in", "--out", out, "--workers", 2)
        if chance.random() < 0.8:
            wait_for(out / "_backfill" / "beat", 1, process)
        time.sleep(chance.uniform(0.0, 0.6))
        process.kill()
        process.communicate(timeout=WAIT)
    assert backfill(tmp_path / "in", "--out", out).returncode == 0
    assert rows(out) == rows(tmp_path / "whole")
    assert sorted(map(str, problems(out))) == []


@pytest.mark.once
def test_killed_and_resumed_it_has_the_same_rows(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    kill_and_resume(tmp_path, 2, 1)


@pytest.mark.slow
def test_killed_at_ten_random_moments_it_has_the_same_rows(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    kill_and_resume(tmp_path, 10, random.randrange(1_000))
