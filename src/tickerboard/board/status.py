"""What the status line says: plain words, made from the board and the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.text.times import age, clock_time, day_and_time

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.board.source_state import SourceState


def faults(board: Board, now: datetime, stale_after: float) -> list[str]:
    """Tell what went wrong: a board past its time, failures with the next try, rows left out, problems counted."""
    told = [_failure(part) for part in board.parts if part.failure]
    if len(told) > 1:
        told = [told[0], f"{len(told) - 1} more sources fail"]
    if is_stale(board, now, stale_after):
        told.insert(0, "STALE")
    if board.left_out:
        told.append(f"{board.left_out:,} rows left out")
    count = len(board.problems)
    return [*told, *([f"{count} problem{'s' if count > 1 else ''}"] if count else [])]


def is_stale(board: Board, now: datetime, stale_after: float) -> bool:
    """Tell a board whose figures are older than they should be (seconds)."""
    return board.observed is not None and (now - board.observed).total_seconds() > stale_after


def _failure(part: SourceState) -> str:
    again = f"; again at {clock_time(part.again)}" if part.again else ""
    return f"{part.failure}{again}"


def facts(board: Board, now: datetime, *, live: bool) -> list[str]:
    """Tell what the board is, the most wanted first: live or still, its sources, how old it is, what comes next."""
    notes = list(dict.fromkeys(part.note for part in board.parts if part.note))
    sources = _short(board.parts[0].source) if len(board.parts) == 1 else f"{len(board.parts)} sources"
    missing = ([] if board.rows else ["no quotes"]) + ([] if board.articles else ["no article"])
    came = [] if board.observed or not live else _came(board)
    return ["LIVE" if live else "STILL", *notes, sources, *missing, _seen(board, now), *came, *_next(board, live=live)]


def _short(source: str) -> str:
    """Name a file without its folders: there is little room, and each quote's details have the whole name."""
    return source if "://" in source else source.rstrip("/").rpartition("/")[2]


def _seen(board: Board, now: datetime) -> str:
    if board.observed is not None:
        return f"{age(board.observed, now)}, observed {day_and_time(board.observed, now)}"
    return "observed: not told"


def _came(board: Board) -> list[str]:
    times = [part.came for part in board.parts if part.came]
    return [f"came {clock_time(max(times))}"] if times else []


def _next(board: Board, *, live: bool) -> list[str]:
    times = [part.again for part in board.parts if part.again and not part.failure]
    return [f"next {clock_time(min(times))}"] if live and times else []
