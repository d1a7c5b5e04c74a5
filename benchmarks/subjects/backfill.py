"""A crawl of 200,000 pages into Parquet, beside the bare parser over the same pages and cores."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.crawls import Crawl, write_crawl
from benchmarks.figures import QUICK, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.figures import Effort

PAGES, FILES, ROUNDS = 200_000, 16, 4
CORES = len(os.sched_getaffinity(0))
_MEBIBYTE = 1024 * 1024


def measure(effort: Effort) -> Iterator[Figure]:
    """Read a quarter of the files by each in turn, so that a busy machine is busy for both."""
    pages = PAGES // 20 if effort is QUICK else PAGES
    crawl = Crawl(pages, days=365, rows=8, words=60)
    with tempfile.TemporaryDirectory() as name:
        paths = write_crawl(Path(name), crawl, FILES)
        taken = [0.0] * 4
        for at in range(ROUNDS):
            part, out = paths[at::ROUNDS], Path(name) / "out"
            found = (*_bare(part), *_full(out, part))
            taken = [before + now for before, now in zip(taken, found, strict=True)]
        bare, bare_cpu, full, full_cpu = taken
        rate = pages / full
        yield Figure(f"backfill: {pages:,} pages into Parquet", full, "s", bare, f"bare parser on {CORES} cores", 1.2)
        yield Figure("backfill: the same, processor time", full_cpu, "s", bare_cpu, "bare parser", 1.2)
        yield Figure("backfill: pages a second", rate, "pages/s")
        wrong = int(_said(out) != _true(crawl))
        yield Figure("backfill: quotes that are not as they were made", wrong, "", budget=0)
        yield from _memory(Path(name), paths)


def _full(out: Path, paths: Sequence[Path]) -> tuple[float, float]:
    """Return the seconds and the processor seconds of a backfill, from its start to its end."""
    before, start = _cpu(), time.perf_counter()
    subprocess.run(_command(out, paths), check=True, capture_output=True)
    return time.perf_counter() - start, _cpu() - before


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _bare(paths: Sequence[Path]) -> tuple[float, float]:
    """Return the same of the bare parser in a process a core, from when it has the texts in memory."""
    command = [sys.executable, "-m", "benchmarks.floors.parser"]
    floors: list[Any] = [
        subprocess.Popen([*command, *map(str, paths[at::CORES])], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for at in range(CORES)
    ]
    for each in floors:
        each.stdout.readline()
    start = time.perf_counter()
    for each in floors:
        each.stdin.write(b"\n")
        each.stdin.close()
    taken = sum(float(each.stdout.read()) for each in floors)
    seconds = time.perf_counter() - start
    for each in floors:
        each.wait()
    return seconds, taken


def _command(out: Path, paths: Sequence[Path]) -> list[str]:
    return [sys.executable, "-m", "tickerboard", "backfill", *map(str, paths), "--out", str(out)]


def _said(out: Path) -> tuple[int, int]:
    """Return how many rows there are, and a sum of what they say that does not depend on their order."""
    import pyarrow.parquet as pq

    count = total = 0
    for path in out.glob("day=*/*.parquet"):
        table = pq.ParquetFile(path).read(columns=["symbol", "last", "change", "percent", "url"])
        for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
            count, total = count + 1, total + hash(row)
    return count, total


def _true(crawl: Crawl) -> tuple[int, int]:
    rows = [hash((*quote, page.url)) for page in crawl for quote in page.quotes]
    return len(rows), sum(rows)


def _memory(folder: Path, paths: Sequence[Path]) -> Iterator[Figure]:
    """Return the most memory of all processes, for a tenth of a file and for ten times as much in one file."""
    lines = paths[0].read_bytes().splitlines(keepends=True)
    for share, what in ((10, "a tenth"), (1, "a file")):
        path = folder / f"memory-{share}.jsonl"
        path.write_bytes(b"".join(lines[: len(lines) // share]))
        peak = _peak(_command(folder / f"memory-{share}", [path]))
        yield Figure(f"backfill: memory for {what} of {len(lines):,} pages", peak / _MEBIBYTE, "MiB")


def _peak(command: list[str]) -> float:
    """Return the most bytes that a command and its children have together; what they share counts once."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(_pss(each) for each in _tree(process.pid)))
        time.sleep(0.05)
    return peak


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [each for task in tasks for each in (task / "children").read_text().split()]
    except OSError:  # it has ended
        return
    for child in children:
        yield from _tree(int(child))


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
