"""Fuzzing led by coverage, with atheris (`pip install atheris`): it keeps each input that reaches new code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FOUND = Path(__file__).parent / "found"
LONGEST = 8_192
"""Bytes of an input: real pages are shorter, or are damaged in the same places."""


def guide(one: Callable[[bytes], object], seeds: Path, *options: str) -> None:
    """Pass inputs to `one` until it raises, the seeds first; `options` are libFuzzer's, such as `-runs=100000`.

    What reaches new code is kept in `found/corpus`, which the next run begins with; what raises is kept in `found`.
    """
    import atheris

    corpus = FOUND / "corpus" / Path(sys.argv[0]).stem
    corpus.mkdir(parents=True, exist_ok=True)
    atheris.instrument_all()
    limits = (f"-max_len={LONGEST}", "-timeout=5", f"-artifact_prefix={FOUND}/")
    atheris.Setup([sys.argv[0], *limits, *options, str(corpus), str(seeds)], one)
    atheris.Fuzz()
