"""`moved`: what moved between two times, with the articles that name it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tickerboard.cli.output import fail, write
from tickerboard.cli.rows import print_rows
from tickerboard.cli.statuses import DONE, NOTHING
from tickerboard.history import History, NoHistoryError
from tickerboard.history.words import naming_in_words, revision_in_words, size_in_words
from tickerboard.settings.places import history_path
from tickerboard.settings.state import load_state, state_path
from tickerboard.text.when import TimeError, read_time

if TYPE_CHECKING:
    import argparse

    from tickerboard.history.moved import Move, Moved
    from tickerboard.history.naming import Naming
    from tickerboard.history.revisions import Revision

HEADER = (
    "symbol", "kind", "from_time", "from", "to_time", "to", "percent", "net", "size", "observations", "source",
    "articles",
)  # fmt: skip
LAST_LOOK = "last look"
"""What `--from` calls the time at which a board was last left."""
SHOWN = 30
"""Moves that the table shows."""


def run(options: argparse.Namespace) -> int:
    """Run `moved` and return the exit status."""
    try:
        with History(history_path()) as history:
            since, until = _times(history, options)
            moved = history.moved(since, until)
    except NoHistoryError as error:
        return fail(str(error), NOTHING)
    if not moved.moves:
        return fail(f"nothing moved from {_stamp(since)} to {_stamp(until)}", NOTHING)
    match options.format:
        case "csv":
            print_rows(HEADER, ((*_cells(each), len(each.named_in)) for each in moved.moves), "csv")
        case "ndjson":
            rows = ((*_cells(each), [_object(naming) for naming in each.named_in]) for each in moved.moves)
            print_rows(HEADER, rows, "ndjson")
        case _:
            write(_table(moved))
    return DONE


def _times(history: History, options: argparse.Namespace) -> tuple[datetime, datetime]:
    """Return the two times: by default the latest snapshot, and a day before the second."""
    now = datetime.now(UTC)
    given = getattr(options, "from")
    until = read_time(options.to, now).end - timedelta(microseconds=1) if options.to else history.latest()
    if until is None:
        raise NoHistoryError(f"{history.path}: no snapshots yet")
    return _since(given, now) if given else until - timedelta(days=1), until


def _since(text: str, now: datetime) -> datetime:
    """Return the time that `--from` names. Raise TimeError."""
    if text != LAST_LOOK:
        return read_time(text, now).start
    if (looked := load_state(state_path()).last_look) is None:
        raise TimeError("no board was left before; name a time")
    return looked


def _stamp(time: datetime) -> str:
    return time.isoformat(timespec="seconds")


def _cells(move: Move) -> tuple[Any, ...]:
    ends = (_stamp(move.start), move.first, _stamp(move.end), move.last)
    return (move.symbol, move.kind.value, *ends, move.percent, move.net, move.size, move.observations, move.source)


def _object(naming: Naming) -> dict[str, Any]:
    return {
        "when": naming.when.value,
        "time": _stamp(naming.time),
        "headline": naming.article.headline,
        "url": naming.article.url,
        "sentence": naming.sentence,
        "source": naming.source,
        "line": naming.line,
        "changed": None if naming.revision is None else _changed(naming.revision),
    }


def _changed(revision: Revision) -> dict[str, Any]:
    parts = [{"kind": part.kind.value, "text": part.text} for part in revision.parts]
    return {"since": _stamp(revision.seen), "parts": parts}


def _table(moved: Moved) -> str:
    """Write the moves, each with the articles that name it."""
    index = f", net of {moved.index} {moved.index_percent:+f}%" if moved.index else ", no index to compare with"
    lines = [f"moved from {_stamp(moved.since)} to {_stamp(moved.until)}{index}"]
    for move in moved.moves[:SHOWN]:
        net = "" if move.net is None else f"net {move.net:+f}%"
        prices = f"{move.first:f} -> {move.last:f}"
        lines.append(
            f"{move.symbol:<12}{prices:>22}{f'{move.percent:+f}%':>10}{net:>14}  {size_in_words(move, moved.since)}"
        )
        lines += [f"    {line}" for naming in move.named_in for line in _article(naming)]
    if more := len(moved.moves) - SHOWN:
        lines += [f"{more} more; --format csv lists them all"] if more > 0 else []
    return "\n".join(lines) + "\n"


def _article(naming: Naming) -> list[str]:
    if (revision := naming.revision) is None:
        return [naming_in_words(naming)]
    return [naming_in_words(naming), f"  {revision_in_words(revision, _stamp(revision.seen))}"]
