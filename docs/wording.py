"""Refuse wording that docs/words.txt lists, in the docs and in the code's docstrings, comments and messages.

python docs/wording.py            check; status 1 with a line for each place
python docs/wording.py --count    how many places each file has, most first
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
WORDS = ROOT / "docs" / "words.txt"
CHECKED = ("*.md", "docs/*.md", "docs/*.py", "src/**/*.py", "benchmarks/**/*.py", "fuzz/*.py", ".github/**/*.yml")


class Place(NamedTuple):
    """A line with refused wording, and what to write instead."""

    path: str
    line: int
    wording: str
    better: str


def rules() -> list[tuple[re.Pattern[str], str]]:
    """Return the patterns of docs/words.txt with what to write instead."""
    lines = [line for line in WORDS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(re.compile(pattern), better) for pattern, _, better in (line.partition("\t") for line in lines)]


def places() -> Iterator[Place]:
    """Return every place with refused wording."""
    known = rules()
    for path in sorted({path for each in CHECKED for path in ROOT.glob(each)}):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for pattern, better in known:
                if found := pattern.search(line):
                    yield Place(path.relative_to(ROOT).as_posix(), number, found[0], better)


def main() -> int:
    """Print the places; return 1 where there are any."""
    found = list(places())
    if "--count" in sys.argv[1:]:
        lines = [f"{count:4} {path}" for path, count in Counter(place.path for place in found).most_common()]
    else:
        lines = [f"{place.path}:{place.line}: {place.wording!r}: write {place.better!r}" for place in found]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
