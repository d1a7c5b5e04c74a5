"""A backfill from its inputs to its end: what is done already, what is left, and how far it is."""

from __future__ import annotations

import json
import queue
import signal
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.backfill.errors import BackfillError
from tickerboard.backfill.plan import identities, is_done, tasks_of
from tickerboard.backfill.tally import Tally
from tickerboard.backfill.task import COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tickerboard.backfill.columns import Columns
    from tickerboard.backfill.engine import Engine
    from tickerboard.backfill.inputs import Input
    from tickerboard.backfill.task import Task
    from tickerboard.backfill.workplace import Workplace

POLL_SECONDS = 0.5


class Progress(NamedTuple):
    """How far a backfill is; sizes are in bytes.

    What an earlier run did counts in `inputs` and `size` only: `before` is its size. `seconds` is how long this run
    takes so far.
    """

    inputs: int
    all_inputs: int
    size: int
    all_size: int
    pages: int
    quotes: int
    seconds: float
    before: int = 0

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that are left if the rest goes as fast; None where nothing tells."""
        share = (self.size - self.before) / (self.all_size - self.before) if self.all_size > self.before else 0.0
        return self.seconds / share - self.seconds if share > 0 else None


@dataclass(frozen=True, slots=True)
class Backfill:
    """What to read and where it goes: `output` is one of `OUTPUTS`."""

    inputs: Sequence[Input]
    columns: Columns
    output: str
    place: Workplace
    engine: Engine

    def run(self, show: Callable[[Progress], object]) -> Tally:
        """Do what is left and return what was counted, in earlier runs too. Raise BackfillError.

        The place must be owned. What is complete stays complete where this is interrupted.
        """
        total, left = self._left()
        tasks = tasks_of(left, self.columns, self.output, str(self.place.folder))
        if tasks:
            watch = _Watch(self.place, tasks, total, sum(max(each.size, 0) for each in self.inputs), len(self.inputs))
            for text in _in_thread(self.engine, tasks, lambda: show(watch.progress())):
                total.add(Tally.of(json.loads(text)))
            show(watch.progress())
        return total

    def _left(self) -> tuple[Tally, list[Input]]:
        """Return what complete tasks counted, and the inputs that none of them has."""
        wanted = identities(self.inputs, self.columns)
        total, done = Tally(), set[str]()
        for name, manifest in self.place.manifests().items():
            if not is_done(manifest, wanted):
                self.place.forget(name)
            elif manifest.inputs & set(wanted.values()):
                total.add(manifest.tally)
                done |= manifest.inputs
        self.place.sweep()
        return total, [each for each in self.inputs if wanted[each.path] not in done]


class _Watch:
    """Adds up the progress of tasks."""

    def __init__(self, place: Workplace, tasks: Sequence[Task], before: Tally, size: int, inputs: int) -> None:
        self._beats = [place.beat(task.name) for task in tasks]
        self._before = (before.inputs, before.size)
        self._all = (inputs, size)
        self._begin = time.monotonic()

    def progress(self) -> Progress:
        """Return how far it is."""
        sums = dict.fromkeys(COUNTED, 0)
        for path in self._beats:
            try:
                beat = json.loads(path.read_text("utf-8"))
            except FileNotFoundError:  # not begun
                continue
            for name in COUNTED:
                sums[name] += beat[name]
        inputs, size = (mine + sums[name] for mine, name in zip(self._before, ("inputs", "size"), strict=True))
        seconds = time.monotonic() - self._begin
        return Progress(
            inputs, self._all[0], size, self._all[1], sums["pages"], sums["quotes"], seconds, self._before[1]
        )


def _in_thread(engine: Engine, tasks: Sequence[Task], tick: Callable[[], object]) -> Iterator[str]:
    """Yield what the engine yields, and tick meanwhile. The engine runs in a thread, so that no signal waits for it."""
    results: queue.Queue[str | BaseException | None] = queue.Queue()

    def pump() -> None:
        try:
            for each in engine.run([task.to_json() for task in tasks]):
                results.put(each)
            results.put(None)
        except BaseException as error:  # noqa: BLE001  it is raised where somebody waits for it
            results.put(error)

    interrupted = signal.getsignal(signal.SIGINT)
    threading.Thread(target=pump, name="engine", daemon=True).start()
    count = 0
    while True:
        signal.signal(signal.SIGINT, interrupted)  # the engine takes Ctrl+C for itself whenever a query begins
        try:
            each = results.get(timeout=POLL_SECONDS)
        except queue.Empty:
            tick()
            continue
        if isinstance(each, BaseException):
            raise each
        if each is None:
            break
        count += 1
        yield each
    if count < len(tasks):
        raise BackfillError("the engine was interrupted")
