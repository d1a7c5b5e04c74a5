"""Measure, and print a table: `python -m benchmarks [--quick] [SUBJECT]...`; status 1 where a budget is not held."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib.metadata import version

from benchmarks.figures import FULL, QUICK, table
from benchmarks.subjects import APART, SUBJECTS


def main() -> int:
    """Measure the subjects that were asked for, one after the other."""
    parser = argparse.ArgumentParser("benchmarks", description="What the board costs, beside floors of the same run.")
    known = SUBJECTS | APART
    named = f"of {', '.join(SUBJECTS)}; all of these, or {', '.join(APART)}, which takes ten minutes"
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=named)
    parser.add_argument("--quick", action="store_true", help="few runs: minutes become one, figures rougher")
    options = parser.parse_args()
    if unknown := set(options.subjects) - set(known):
        parser.error(f"no subject {', '.join(sorted(unknown))}")
    effort = QUICK if options.quick else FULL
    figures = []
    for name in options.subjects or SUBJECTS:
        for figure in known[name](effort):
            sys.stderr.write(f"{figure.what}: {figure.value:.4g} {figure.unit}\n")
            figures.append(figure)
    sys.stdout.write(f"CPython {platform.python_version()}, Textual {version('textual')}, {os.cpu_count()} cores\n\n")
    sys.stdout.write(table(figures) + "\n\n")
    worst = sorted((each for each in figures if each.share is not None), key=lambda each: -(each.share or 0))[:3]
    sys.stdout.write("nearest to their budgets: " + "; ".join(each.what for each in worst) + "\n")
    return int(any(each.share is not None and each.share > 1 for each in figures))


if __name__ == "__main__":
    sys.exit(main())
