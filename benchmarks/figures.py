"""Figures and what they are held against."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: `runs` of whatever is repeated, `seconds` of whatever is watched."""

    runs: int
    seconds: float


QUICK, FULL = Effort(3, 4.0), Effort(9, 20.0)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the board, in `unit`.

    `floor` is what the least program, or a peer, took in the same run, in the same unit. `budget` is the most that the
    ratio to the floor may be, or the most that the figure itself may be where there is no floor; None: told, not held.
    """

    what: str
    value: float
    unit: str
    floor: float | None = None
    against: str = ""
    budget: float | None = None

    @property
    def ratio(self) -> float | None:
        """The figure in floors."""
        return self.value / self.floor if self.floor else None

    @property
    def share(self) -> float | None:
        """How much of its budget it takes: more than 1 is too much."""
        if self.budget is None:
            return None
        held = self.value if self.ratio is None else self.ratio
        return held / self.budget if self.budget else float(held > 0) * 2


def in_turn(runs: int, *measures: Callable[[], float]) -> list[float]:
    """Take each measure once a run, one after the other, so that a busy machine is busy for all; give the medians."""
    taken = [[measure() for measure in measures] for _ in range(runs)]
    return [median(column) for column in zip(*taken, strict=True)]


def table(figures: Iterable[Figure]) -> str:
    """Write figures as a Markdown table."""
    lines = ["| what | figure | floor or peer | ratio | budget | |", "|---|---:|---|---:|---:|---|"]
    lines += [_line(figure) for figure in figures]
    return "\n".join(lines)


def _line(figure: Figure) -> str:
    floor = f"{figure.against} {_number(figure.floor)} {figure.unit}" if figure.floor else figure.against
    ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else ""
    budget = ""
    if figure.budget is not None:
        budget = f"{figure.budget:g} ×" if figure.floor else f"{figure.budget:g} {figure.unit}"
    held = "" if figure.share is None else "ok" if figure.share <= 1 else "OVER"
    return f"| {figure.what} | {_number(figure.value)} {figure.unit} | {floor} | {ratio} | {budget} | {held} |"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"
