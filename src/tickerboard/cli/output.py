"""What a command answers: pages on standard output, one line on standard error where it failed, and its status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.model import Snapshot
    from tickerboard.sources.base import Source

DONE, NOTHING, UNREADABLE = 0, 1, 2


def fail(message: str) -> int:
    """Say in one line what went wrong and give the status for it."""
    from tickerboard.sources.base import shown

    print(f"tickerboard: {shown(message)}", file=sys.stderr)  # noqa: T201
    return UNREADABLE


def print_pages(sources: list[Source], form: str, keep: Callable[[Snapshot], Snapshot] | None = None) -> int:
    """Read every source and print what its pages say; one that fails does not hurt the others."""
    from tickerboard.export.formats import FORMATS
    from tickerboard.sources.updates import failures_of, has_something, read_once, snapshots_of

    speak_utf8()
    updates = [read_once(source) for source in sources]
    snapshots = [keep(shot) if keep else shot for shot in snapshots_of(updates)]
    nothing = not any(has_something(update) for update in updates)
    if snapshots and not (nothing and form == "table"):
        chosen = FORMATS.all()[form]
        sys.stdout.write(chosen.only(snapshots[0]) if len(snapshots) == 1 else chosen.pages(snapshots))
    if form in {"table", "csv"}:
        for shot in snapshots:
            for each in shot.page.problems:
                sys.stderr.write(f"{shot.source}:{each.line}: {each.message}: {each.text}\n")
    failures = [failure for update in updates for failure in failures_of(update)]
    for failure in failures:
        fail(str(failure))
    if failures:
        return UNREADABLE
    if nothing:
        fail(f"{', '.join(source.name for source in sources)}: no quote and no article found")
        return NOTHING
    return DONE


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale is, and never stumble over a character."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
