"""Measure, and print a table: `python -m benchmarks [--quick] [SUBJECT]...`; status 1 where one is over budget."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib.metadata import version

from benchmarks.figures import FULL, HEAD, QUICK, row, summary
from benchmarks.subjects import APART, SUBJECTS


def main() -> int:
    """Measure the named subjects one after the other, and print each figure as soon as it is known."""
    parser = argparse.ArgumentParser(
        "benchmarks", description="Performance of the board beside floors measured in the same run."
    )
    known = SUBJECTS | APART
    named = f"of {', '.join(SUBJECTS)}; all of these, or {', '.join(APART)}, which takes ten minutes"
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=named)
    parser.add_argument("--quick", action="store_true", help="few runs: minutes become one, figures rougher")
    options = parser.parse_args()
    if unknown := set(options.subjects) - set(known):
        parser.error(f"unknown subject {', '.join(sorted(unknown))}")
    effort = QUICK if options.quick else FULL
    names = options.subjects or list(SUBJECTS)
    sys.stdout.write(f"CPython {platform.python_version()}, Textual {version('textual')}, {os.cpu_count()} cores\n\n")
    sys.stdout.write(HEAD + "\n")
    figures = []
    for at, name in enumerate(names, 1):
        _progress(f"measuring {name} ({at} of {len(names)}) …")
        for figure in known[name](effort):
            _progress("")
            sys.stdout.write(row(figure) + "\n")
            sys.stdout.flush()
            _progress(f"measuring {name} ({at} of {len(names)}) …")
            figures.append(figure)
    _progress("")
    sys.stdout.write("\n" + summary(figures) + "\n")
    return int(any(each.is_over for each in figures))


def _progress(text: str) -> None:
    """Show what is measured on one line of the terminal, where standard error is one."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
