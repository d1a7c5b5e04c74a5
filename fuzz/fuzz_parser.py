"""Feed damaged pages to the parser; the first that breaks a promise is printed and kept.

`python fuzz/fuzz_parser.py --rounds 100000 [--seed 1]`, or with atheris where it is installed:
`python fuzz/fuzz_parser.py --atheris`. The damaged pages are those of `tests/parser/cases`.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import traceback
from pathlib import Path

from guided import FOUND, guide

from tickerboard.parser import parse_page
from tickerboard.text.clean import clean

CORPUS = Path(__file__).parent.parent / "tests" / "parser" / "cases"
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
PARTS = re.compile(rf"/| (?=(?:{_MONTHS})[A-Z]{{0,6}}\.?(?:[ '’-]{{0,2}}(?:20)?[0-9]{{2}})?\Z)")
"""Between the parts of a symbol that a page may print apart: a pair, and the month of a future below its name."""
LINK, LINKED = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*\)"), r"\1"
"""A link of Markdown, of which its text is read."""
TOKENS = [
    *("▲", "▼", "▲ 0.00", "-", "−", "(", "%)", " (0%)", "Increased By", "Decreased By", "No Change", "\n", "\n\n"),
    *("9" * 400, "1e999", "NaN", "1_0", ",", ".", "0.00", "1,234", "٣", "７", "\u00a0", "\u2028", "\x1b[31m", "\r"),
    *("Comments", "200 characters", "Markets", "Published July 8, 2024", "date 2021-02-13 ", "====", "•", "►", "..."),
]


def damage(text: str, others: list[str], chance: random.Random) -> str:
    """Damage a page in one to eight places."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 1, 3, 40, 400)))
        other = chance.choice(others)
        cut = chance.randint(0, len(other))
        piece = (
            "",
            chance.choice(TOKENS),
            chr(chance.randrange(0x3000)),
            text[start:end] * 2,
            other[cut : cut + chance.choice((5, 40, 200))],
        )
        text = text[:start] + chance.choice(piece) + text[end:]
    return text


def broken(text: str) -> list[str]:
    """Parse a page and return which of its promises the parser broke."""
    page = parse_page(text)
    plain = clean(text)
    squeezed = " ".join(f"{plain} {LINK.sub(LINKED, plain)}".split()).upper().casefold()
    count = plain.count("\n") + 1
    symbols = [quote.symbol for quote in page.quotes]
    articles = (*([page.article] if page.article else []), *page.stories)
    texts = [text for article in articles for text in (article.headline or "", *article.paragraphs)]
    texts += [each.text for each in (*page.problems, *page.quotes)]
    promises = {
        "a symbol stands once": len(set(symbols)) == len(symbols),
        "no symbol is invented": all(part.casefold() in squeezed for symbol in symbols for part in PARTS.split(symbol)),
        "a quote's line is there": all(1 <= quote.line <= count for quote in page.quotes),
        "a problem's line is there": all(0 <= problem.line <= count for problem in page.problems),
        "figures are finite": all(
            each is None or each.is_finite()
            for quote in page.quotes
            for each in (quote.last, quote.change, quote.percent)
        ),
        "no control comes through": not any(CONTROLS.search(each) for each in texts),
    }
    return [promise for promise, kept in promises.items() if not kept]


def fuzz(rounds: int, seed: int) -> bool:
    """Run the rounds; return whether every promise was kept."""
    seeds = [path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    chance = random.Random(seed)  # noqa: S311
    for at in range(rounds):
        text = damage(chance.choice(seeds), seeds, chance)
        try:
            faults = broken(text)
        except Exception as error:  # noqa: BLE001  whatever it is, it is the find
            faults = traceback.format_exception(error)
        if faults:
            FOUND.mkdir(exist_ok=True)
            path = FOUND / f"page-{at}.txt"
            path.write_text(text, "utf-8", errors="surrogateescape")
            print(*faults, f"kept as {path}", sep="\n")
            return False
    print(f"{rounds} rounds survived, seed {seed}")
    return True


def keeps_its_promises(data: bytes) -> None:
    """Parse what atheris made. Raises AssertionError where a promise is broken."""
    if faults := broken(data.decode("utf-8", "surrogateescape")):
        raise AssertionError(faults)


def main() -> int:
    """Read the command line and fuzz; status 1 where something was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--atheris", action="store_true", help="further arguments are libFuzzer's")
    chosen, further = options.parse_known_args()
    if chosen.atheris:
        guide(keeps_its_promises, CORPUS, *further)
    return 0 if fuzz(chosen.rounds, chosen.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
