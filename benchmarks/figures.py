"""Figures and what they are held against."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: `runs` of whatever is repeated, `seconds` of whatever is watched."""

    runs: int
    seconds: float


QUICK, FULL = Effort(3, 4.0), Effort(9, 20.0)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the board, in `unit`.

    `floor` is what a minimal program, or a peer, took in the same run, in the same unit. `budget` is the most that the
    ratio to the floor may be, or the figure itself where there is no floor; None: reported only.
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
        """The share of its budget that it takes: more than 1 is over."""
        if self.budget is None:
            return None
        held = self.value if self.ratio is None else self.ratio
        return held / self.budget if self.budget else float(held > 0) * 2

    @property
    def is_over(self) -> bool:
        """Whether it is over its budget."""
        return self.share is not None and self.share > 1


def in_turn(runs: int, *measures: Callable[[], float]) -> list[float]:
    """Measure each once a run, in turn, so that a busy machine is busy for all; return the medians."""
    taken = [[measure() for measure in measures] for _ in range(runs)]
    return [median(column) for column in zip(*taken, strict=True)]


def timed(do: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """Return a measure of how many seconds a call takes, on average of so many calls."""

    def seconds() -> float:
        start = time.perf_counter()
        for _ in range(times):
            do()
        return (time.perf_counter() - start) / times

    return seconds


HEAD = "| what | figure | floor or peer | ratio | budget | |\n|---|---:|---|---:|---:|---|"


def row(figure: Figure) -> str:
    """Return a figure as a row of a Markdown table."""
    floor = f"{figure.against} {_number(figure.floor)} {figure.unit}" if figure.floor else figure.against
    ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else ""
    budget = ""
    if figure.budget is not None:
        budget = f"{figure.budget:g} ×" if figure.floor else f"{figure.budget:g} {figure.unit}"
    held = "" if figure.share is None else "OVER" if figure.is_over else "ok"
    return f"| {figure.what} | {_number(figure.value)} {figure.unit} | {floor} | {ratio} | {budget} | {held} |"


def summary(figures: Sequence[Figure]) -> str:
    """Return what is over budget, worst first; where nothing is, what is nearest to it."""
    ranked = sorted((each for each in figures if each.share is not None), key=lambda each: -(each.share or 0))
    over = [each for each in ranked if each.is_over]
    title = f"over budget, {len(over)} of {len(ranked)}:" if over else f"within budget: all {len(ranked)}; the nearest:"
    return "\n".join(
        [title, *(f"  {each.what}: {(each.share or 0) * 100:.0f} % of its budget" for each in over or ranked[:3])]
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"
