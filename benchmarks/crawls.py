"""Made-up crawls of any size: pages of every grammar whose quotes are known, in every format that `backfill` reads."""

from __future__ import annotations

import gzip
import io
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.pages import WORDS, symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

CENT = Decimal("0.01")
FIRST_DAY = datetime(2019, 1, 1, tzinfo=UTC)
SYMBOLS = 60


class Made(NamedTuple):
    """A quote as a page prints it: its digits, signed."""

    symbol: str
    last: str
    change: str | None
    percent: str | None


class MadePage(NamedTuple):
    """A page and the truth about it. `grammar` is empty for one without quotes."""

    number: int
    text: str
    url: str
    time: datetime
    grammar: str
    quotes: tuple[Made, ...]

    @property
    def html(self) -> str:
        """The page as HTML, a paragraph a line."""
        body = "".join(f"<p>{line}</p>\n" for line in self.text.split("\n") if line.strip())
        return f"<!doctype html><html><head><title>Markets</title></head><body>\n{body}</body></html>\n"


def _plus(text: str) -> str:
    return text if text.startswith("-") else f"+{text}"


def _worded(each: Made) -> str:
    fall = str(each.change).startswith("-")
    word = "Decreased By ▼" if fall else "Increased By ▲"
    return f"{each.symbol} {each.last} {word} {each.change} ({each.percent}%)"


def _lines(line: Callable[[Made], str]) -> Callable[[Sequence[Made]], str]:
    return lambda quotes: "".join(f"{line(each)}\n" for each in quotes)


def _table(quotes: Sequence[Made]) -> str:
    rows = "".join(
        f"{each.symbol} ${each.last} {_plus(str(each.change))} {_plus(str(each.percent))}%\n" for each in quotes
    )
    return f"Symbol Price Change %Chg\n{rows}"


WAYS: dict[str, Callable[[Sequence[Made]], str]] = {
    "words": _lines(_worded),
    "line": _lines(lambda each: f"{each.symbol} {each.last} {_plus(str(each.change))} ({_plus(str(each.percent))}%)"),
    "table": _table,
    "portal": _lines(lambda each: f"{each.symbol} {each.last}\n1.50M\n{each.percent}%\n{each.change}"),
    "items": _lines(
        lambda each: f"{each.symbol}\n{each.last}\n{_plus(str(each.change))}\n({_plus(str(each.percent))}%)"
    ),
    "glued": lambda quotes: (
        "".join(f"{each.symbol}{each.last}{_plus(str(each.change))}({_plus(str(each.percent))}%)" for each in quotes)
        + "\n"
    ),
    "sentences": _lines(
        lambda each: (
            f"{each.symbol}: Closed at N{each.last} kobo, {'down' if str(each.percent).startswith('-') else 'up'} "
            f"{str(each.percent).lstrip('-')} percent."
        )
    ),
}
"""How each grammar's pages print their quotes."""


@dataclass(frozen=True, slots=True)
class Crawl:
    """So many pages over so many days. One in `empty` has no quote, one in `again` repeats the strip before it."""

    pages: int
    days: int = 30
    rows: int = 12
    words: int = 150
    empty: int = 5
    again: int = 11
    seed: int = 7

    def __iter__(self) -> Iterator[MadePage]:
        """Go through the pages, in the order of time."""
        for number in range(self.pages):
            yield self.page(number)

    def page(self, number: int) -> MadePage:
        """Return a page by its number, always the same."""
        strip = number - 1 if number and number % self.again == 0 and (number - 1) % self.empty else number
        time = FIRST_DAY + timedelta(days=self._day(strip), seconds=number % 86_400)
        prose = self._prose(random.Random(self.seed * 1_000_003 + number))  # noqa: S311  no secret is made of it
        url = f"https://paper{strip % 3}.example.org/news/{number}"
        if strip % self.empty == 0:
            return MadePage(number, prose, url, time, "", ())
        grammar = list(WAYS)[strip % len(WAYS)]
        quotes = self._quotes(random.Random(self.seed * 7_919 + strip), grammar)  # noqa: S311
        return MadePage(number, f"{WAYS[grammar](quotes)}\n{prose}", url, time, grammar, quotes)

    def _day(self, number: int) -> int:
        return number * self.days // self.pages

    def _quotes(self, chance: random.Random, grammar: str) -> tuple[Made, ...]:
        names = chance.sample(range(SYMBOLS), self.rows)
        return tuple(_quote(chance, symbol(at), grammar) for at in names)

    def _prose(self, chance: random.Random) -> str:
        count = max(self.words // 30, 1)
        return "".join(" ".join(chance.choices(WORDS, k=30)).capitalize() + ".\n" for _ in range(count))


def _quote(chance: random.Random, name: str, grammar: str) -> Made:
    """Make a quote whose figures add up and whose move is too large to be read in two ways."""
    previous = Decimal(chance.randrange(2_000, 90_000)) / 100
    change = (previous * chance.randrange(150, 900) / 10_000 * chance.choice((-1, 1))).quantize(CENT)
    percent = (change / previous * 100).quantize(CENT)
    return Made(name, f"{previous + change}", None if grammar == "sentences" else f"{change}", f"{percent}")


def write_pages(folder: Path, pages: Iterable[MadePage], ending: str = ".txt") -> None:
    """Write a file a page; the date of the crawl stands before the first line of a text."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        text = page.html if ending == ".html" else f" date {page.time:%Y-%m-%d} {page.text}"
        (folder / f"{page.number:07}{ending}").write_text(text, "utf-8")


def row(page: MadePage) -> dict[str, Any]:
    """Return a page as a row of a crawl set."""
    return {"text": page.text, "url": page.url, "timestamp": page.time.isoformat(), "dump": "CC-MAIN-2019-04"}


def packed(data: bytes, name: str) -> bytes:
    """Compress bytes as the ending of a file's name says."""
    if name.endswith(".gz"):
        return gzip.compress(data, 6)
    if name.endswith(".zst"):
        import zstandard

        return zstandard.ZstdCompressor(write_checksum=True).compress(data)
    return data


def write_jsonl(path: Path, pages: Iterable[MadePage]) -> None:
    """Write JSONL, compressed as the name says."""
    lines = (json.dumps(row(page), ensure_ascii=False) + "\n" for page in pages)
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as file:
            file.writelines(lines)
    else:
        path.write_bytes(packed("".join(lines).encode(), path.name))


def write_parquet(path: Path, pages: Iterable[MadePage]) -> None:
    """Write Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist([row(page) for page in pages]), path, row_group_size=200)


def write_warc(path: Path, pages: Iterable[MadePage]) -> list[int]:
    """Write a WARC of responses in HTML, or a WET of text, each record compressed by itself; return their offsets."""
    wet, offsets = ".wet" in path.name, []
    with path.open("wb") as file:
        file.write(
            packed(_record("warcinfo", "", FIRST_DAY, b"software: made up\r\n", "application/warc-fields"), path.name)
        )
        for page in pages:
            offsets.append(file.tell())
            file.write(packed(_conversion(page) if wet else response(page), path.name))
    return offsets


def response(page: MadePage) -> bytes:
    """Return a page as the record of a response."""
    body = page.html.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    return _record("response", page.url, page.time, head.encode() + body, "application/http; msgtype=response")


def _conversion(page: MadePage) -> bytes:
    return _record("conversion", page.url, page.time, page.text.encode(), "text/plain")


def _record(kind: str, url: str, time: datetime, data: bytes, content_type: str) -> bytes:
    number = random.Random(f"{kind}{url}").getrandbits(48)  # noqa: S311
    out = io.StringIO()
    out.write(f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012x}>\r\n")
    out.write(f"WARC-Date: {time:%Y-%m-%dT%H:%M:%SZ}\r\nContent-Type: {content_type}\r\n")
    if url:
        out.write(f"WARC-Target-URI: {url}\r\n")
    out.write(f"Content-Length: {len(data)}\r\n\r\n")
    return out.getvalue().encode() + data + b"\r\n\r\n"


def write_crawl(folder: Path, crawl: Crawl, files: int, name: str = "pages.jsonl") -> list[Path]:
    """Write a crawl as so many files of one format, each a run of pages; return their paths."""
    stem, _, ending = name.partition(".")
    write = {"jsonl": write_jsonl, "json": write_jsonl, "parquet": write_parquet}.get(ending.split(".")[0], write_warc)
    paths, size = [], -(-crawl.pages // files)
    for at in range(files):
        part = [crawl.page(number) for number in range(at * size, min((at + 1) * size, crawl.pages))]
        paths.append(folder / f"{stem}-{at:03}.{ending}")
        write(paths[-1], part)
    return paths
