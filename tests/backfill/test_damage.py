"""Damaged and cut files lose the broken record, say so, and never give a figure that no page has."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("daft", reason="the extra 'backfill' is not installed")

from benchmarks.crawls import packed, response, write_jsonl, write_parquet, write_warc
from crawling import SMALL, do_tasks, problems, rows, told, truth
from tickerboard.backfill.gathering import gather_problems
from tickerboard.backfill.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from crawling import Truth
    from tickerboard.backfill.tally import Tally

PAGES = list(SMALL)
ARCHIVES = ["a.warc", "a.warc.gz", "a.warc.zst", "a.wet.gz"]
HIT = 31
"""A page with quotes in the middle of the archive."""


def read(tmp_path: Path, path: Path) -> Tally:
    tally = do_tasks(tmp_path / "out", path)
    gather_problems(Workplace(tmp_path / "out"))
    return tally


def without(*numbers: int) -> Truth:
    return truth(page for page in PAGES if page.number not in numbers)


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize("share", [0.001, 0.5, 0.999])
def test_an_archive_that_is_cut_loses_its_last_record(tmp_path: Path, name: str, share: float) -> None:
    path = tmp_path / name
    offsets = write_warc(path, PAGES)
    size = path.stat().st_size
    last = offsets[-1]
    with path.open("r+b") as file:
        file.truncate(last + max(int((size - last - 5) * share), 1))
    tally = read(tmp_path, path)
    assert told(rows(tmp_path / "out")) == without(len(PAGES) - 1)
    assert tally.rejected == {"cut": 1}
    assert "a." in tally.reasons[0]


@pytest.mark.parametrize("name", ARCHIVES)
def test_damage_in_the_middle_loses_one_record(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    offsets = write_warc(path, PAGES)
    assert PAGES[HIT].quotes
    with path.open("r+b") as file:
        file.seek(offsets[HIT] + (4 if name == "a.warc" else 60))
        file.write(b"\xff\x00\xff\x00\xff")
    tally = read(tmp_path, path)
    assert told(rows(tmp_path / "out")) == without(HIT)
    assert sum(tally.rejected.values()) == 1
    assert tally.unread == 0


@pytest.mark.parametrize("change", [-400, 300, 90_000])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_record_whose_length_is_wrong_is_lost_alone(tmp_path: Path, name: str, change: int) -> None:
    records = [response(page) for page in PAGES]
    head, _, rest = records[HIT].partition(b"Content-Length: ")
    length, _, rest = rest.partition(b"\r\n")
    records[HIT] = head + b"Content-Length: %d\r\n" % (int(length) + change) + rest
    path = tmp_path / name
    path.write_bytes(b"".join(packed(record, name) for record in records))
    tally = read(tmp_path, path)
    assert told(rows(tmp_path / "out")) == without(HIT)
    assert sum(tally.rejected.values()) == 1


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", ["a.warc.gz", "a.jsonl.gz", "a.jsonl.zst"])
def test_no_flipped_bit_ever_becomes_a_figure(tmp_path: Path, name: str, seed: int) -> None:
    path, chance = tmp_path / name, random.Random(seed)
    (write_jsonl if "jsonl" in name else write_warc)(path, PAGES)
    data = bytearray(path.read_bytes())
    at = chance.randrange(20, len(data))
    data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    tally = read(tmp_path, path)
    found, true = told(rows(tmp_path / "out")), truth(PAGES)
    for each in found:
        true.remove(each)
    assert not true or tally.rejected


def test_a_cut_compressed_jsonl_keeps_the_lines_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    write_jsonl(path, PAGES)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    tally = read(tmp_path, path)
    found = told(rows(tmp_path / "out"))
    assert found == truth(PAGES[: tally.pages])
    assert tally.rejected == {"cut": 1}
    assert 10 < tally.pages < len(PAGES)


def test_lines_and_cells_that_are_no_pages_are_rejected(tmp_path: Path) -> None:
    good = '{"text": "HBL 114.90 +1.41 (+1.24%)\\n", "timestamp": "then"}'
    path = tmp_path / "a.jsonl"
    path.write_text(f'{good}\n{{"text": 4}}\n[1]\n{good[:-9]}\n\n{{"id": 1}}\n', "utf-8")
    tally = read(tmp_path, path)
    assert [each["last"] for each in rows(tmp_path / "out")] == ["114.90"]
    assert tally.rejected == {"time": 1, "columns": 2, "damaged": 2}
    found = {(each["record"], each["code"]) for each in problems(tmp_path / "out")}
    assert found == {(1, "time"), (2, "columns"), (3, "damaged"), (4, "damaged"), (6, "columns")}


@pytest.mark.parametrize("share", [0.3, 0.97])
def test_a_cut_parquet_is_unreadable(tmp_path: Path, share: float) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, PAGES)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    tally = read(tmp_path, path)
    assert (tally.unread, tally.rejected) == (1, {"unreadable": 1})
    assert tally.reasons == [f"{path}: not a whole Parquet file"]


def test_a_binary_page_and_one_that_is_gone_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 40)
    tally = read(tmp_path, tmp_path / "a.txt")
    assert tally.rejected == {"binary": 1}
