"""Feed damaged documents to the readers; the first that raises is printed and kept.

`python fuzz/fuzz_documents.py --rounds 100000 [--reader html] [--seed 1]`, or with atheris where it is installed:
`python fuzz/fuzz_documents.py --atheris`. The damaged documents are those of `fuzz/corpus-documents`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from guided import FOUND, guide

from tickerboard.parser.documents import Document, read_document
from tickerboard.parser.feed import parse_feed
from tickerboard.parser.html import parse_html
from tickerboard.parser.tables.market import parse_market

CORPUS = Path(__file__).parent / "corpus-documents"
SLOW = 1.0
READERS = {
    "html": lambda data: parse_html(data.decode("utf-8", "surrogateescape"), "https://news.example/"),
    "feed": parse_feed,
    "market": lambda data: parse_market(data.decode("utf-8", "surrogateescape")),
    "any": lambda data: read_document(Document("x", data, None, None, "https://news.example/x", "utf-8", "text/html")),
}
TOKENS = [
    *(b"<", b">", b"</", b"/>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&", b";", b"&#x1b;", b"&#0;", b"&lt;", b'"'),
    *(b"<div>", b"</div>", b"<p>", b"</p>", b"<table>", b"<td>", b"<tr>", b"<b c=1>", b"</b>", b"<a href=", b"</a>"),
    *(b"<script>", b"<template>", b"<svg>", b"<math>", b"<select>", b"<frameset>", b"<base href='http://['>"),
    *(b"<item>", b"</item>", b"<entry>", b"<title>", b"<link>", b"<pubDate>", b"<content type='xhtml'>", b"<?xml "),
    *(b"\0", b"\x1b[", b"\xff", b"\xe2\x96\xb2", b"\xc2\xa0", b"\xed\xa0\x80", b"-", b".", b",", b"9" * 400, b"1e999"),
    *(
        b" id=listingsTable",
        b" class=js-ticker",
        b"title=''",
        b"data-order=NaN",
        b"http://",
        b"+9999",
        b"encoding='utf-7'",
    ),
]


def damage(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Damage a document in one to eight places."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(made))
        end = min(len(made), start + chance.choice((0, 1, 3, 40, 400)))
        other = chance.choice(others)
        cut = chance.randint(0, len(other))
        put = chance.choice(
            (b"", chance.choice(TOKENS), bytes([chance.randrange(256)]), made[start:end] * 2, other[cut : cut + 200])
        )
        made[start:end] = put
    return bytes(made)


def fuzz(reader: str, rounds: int, seed: int) -> bool:
    """Run the rounds; return whether all were survived in good time."""
    seeds = [path.read_bytes() for path in sorted(CORPUS.iterdir())]
    chance = random.Random(seed)  # noqa: S311
    for at in range(rounds):
        data = damage(chance.choice(seeds), seeds, chance)
        start = time.perf_counter()
        try:
            READERS[reader](data)
        except Exception:  # noqa: BLE001  whatever it is, it is the find
            traceback.print_exc()
            return _keep(reader, at, data)
        if time.perf_counter() - start > SLOW:
            print(f"slower than {SLOW} s")
            return _keep(reader, at, data)
    print(f"{reader}: {rounds} rounds survived, seed {seed}")
    return True


def _keep(reader: str, at: int, data: bytes) -> bool:
    FOUND.mkdir(exist_ok=True)
    path = FOUND / f"{reader}-{at}"
    path.write_bytes(data)
    print(f"kept as {path}")
    return False


def main() -> int:
    """Read the command line and fuzz; status 1 where something was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=10_000)
    options.add_argument("--reader", choices=READERS, default="any")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--atheris", action="store_true", help="further arguments are libFuzzer's")
    chosen, further = options.parse_known_args()
    if chosen.atheris:
        guide(READERS[chosen.reader], CORPUS, *further)
    return 0 if fuzz(chosen.reader, chosen.rounds, chosen.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
