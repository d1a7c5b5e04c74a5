"""Conditions that remember: for a snapshot they return the set of symbols for which they are true."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.alerts.fields import ArticleField
from tickerboard.alerts.language import Crosses, Event, Lasting, Within
from tickerboard.alerts.masks import comparison_of
from tickerboard.table.expression import And, Comparison, Membership, Not, Or

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tickerboard.alerts.masks import Frame, Index, Mask
    from tickerboard.table.expression import Node

SECOND = 1_000_000


class Look(NamedTuple):
    """What conditions see of a snapshot.

    `frame` has the rows that it is about and `symbols` the bits of all symbols; `time` is the snapshot's, in
    microseconds since 1970. `events` has the symbols of each event. `articles` has the new articles, and `naming` the
    symbols that each of them names, by its bit; None where the subjects are articles themselves.
    """

    frame: Frame
    symbols: Index
    time: int
    events: Mapping[str, Mask]
    articles: Frame
    naming: Mapping[Mask, Mask] | None


class Condition(ABC):
    """A condition. `parts` are those that it consists of."""

    parts: tuple[Condition, ...] = ()

    @abstractmethod
    def true(self, look: Look) -> Mask:
        """Return the symbols of the frame for which it is true. Call it once for each snapshot, in their order."""

    def memories(self) -> Iterable[Memory]:
        """Go through the parts that remember something, in an order that stays."""
        for part in self.parts:
            yield from part.memories()


class Memory(Condition):
    """A condition that depends on earlier snapshots."""

    def memories(self) -> Iterable[Memory]:
        """Go through the parts, then this one."""
        yield from super().memories()
        yield self

    @abstractmethod
    def dump(self, index: Index) -> list[Any]:
        """Return what it remembers, for JSON."""

    @abstractmethod
    def load(self, memory: list[Any], index: Index) -> None:
        """Remember what `dump` returned."""


class _Leaf(Condition):
    """A condition that a function answers."""

    def __init__(self, answer: Callable[[Look], Mask]) -> None:
        self._answer = answer

    def true(self, look: Look) -> Mask:
        return self._answer(look)


class _Not(Condition):
    def __init__(self, inner: Condition) -> None:
        self.parts = (inner,)

    def true(self, look: Look) -> Mask:
        return look.frame.present & ~self.parts[0].true(look)


class _All(Condition):
    def __init__(self, parts: tuple[Condition, ...]) -> None:
        self.parts = parts

    def true(self, look: Look) -> Mask:
        mask = look.frame.present
        for part in self.parts:  # also where nothing is left: each has to see every snapshot
            mask &= part.true(look)
        return mask


class _Any(Condition):
    def __init__(self, parts: tuple[Condition, ...]) -> None:
        self.parts = parts

    def true(self, look: Look) -> Mask:
        mask = 0
        for part in self.parts:
            mask |= part.true(look)
        return mask


class _Crosses(Memory):
    """Remembers which symbols were below the value and which above it."""

    def __init__(self, node: Crosses) -> None:
        self._node, self._below, self._above = node, 0, 0

    def true(self, look: Look) -> Mask:
        column, value = look.frame.numbers(self._node.operand), self._node.value
        below, up_to, known = column.below(value), column.up_to(value), column.known
        crossed = (self._below & known & ~below) | (self._above & up_to)
        self._below = (self._below & ~known) | below
        self._above = (self._above & ~known) | (known & ~up_to)
        return crossed

    def dump(self, index: Index) -> list[Any]:
        return [list(index.keys(self._below)), list(index.keys(self._above))]

    def load(self, memory: list[Any], index: Index) -> None:
        self._below, self._above = (index.mask(keys) for keys in memory)


class _Lasting(Memory):
    """Remembers the symbols of the last snapshots: those true on one of them in a row, on two, and so on."""

    def __init__(self, inner: Condition, pages: int) -> None:
        self.parts = (inner,)
        self._runs = [0] * pages

    def true(self, look: Look) -> Mask:
        present, now = look.frame.present, self.parts[0].true(look)
        longer = now
        for at, run in enumerate(self._runs):
            self._runs[at] = (run & ~present) | longer
            longer = now & run
        return self._runs[-1] & present

    def dump(self, index: Index) -> list[Any]:
        return [list(index.keys(run)) for run in self._runs]

    def load(self, memory: list[Any], index: Index) -> None:
        self._runs = [index.mask(keys) for keys in memory]


class _Within(Memory):
    """Remembers when the condition was true, and for which symbols."""

    def __init__(self, inner: Condition, seconds: int) -> None:
        self.parts = (inner,)
        self._span = seconds * SECOND
        self._times: deque[tuple[int, Mask]] = deque()

    def true(self, look: Look) -> Mask:
        if now := self.parts[0].true(look):
            self._times.append((look.time, now))
        while self._times and self._times[0][0] < look.time - self._span:
            self._times.popleft()
        mask = 0
        for _, each in self._times:
            mask |= each
        return mask & look.frame.present

    def dump(self, index: Index) -> list[Any]:
        return [[time, list(index.keys(mask))] for time, mask in self._times]

    def load(self, memory: list[Any], index: Index) -> None:
        self._times = deque((int(time), index.mask(keys)) for time, keys in memory)


def condition_of(node: Node) -> Condition:
    """Return the condition of a tree, which remembers nothing yet."""
    match node:
        case Comparison():
            return _Leaf(_compared(node))
        case Membership(members):
            return _Leaf(lambda look: look.symbols.group(members) & look.frame.present)
        case Event(name):
            return _Leaf(lambda look: look.events[name] & look.frame.present)
        case Crosses():
            return _Crosses(node)
        case Not(inner):
            return _Not(condition_of(inner))
        case And(parts):
            return _All(tuple(map(condition_of, parts)))
        case Or(parts):
            return _Any(tuple(map(condition_of, parts)))
        case Lasting(inner, pages):
            return _Lasting(condition_of(inner), pages)
        case Within(inner, seconds):
            return _Within(condition_of(inner), seconds)
    raise TypeError(type(node).__name__)


def _compared(node: Comparison) -> Callable[[Look], Mask]:
    compare = comparison_of(node)
    if not isinstance(node.operand.field, ArticleField):
        return lambda look: compare(look.frame)

    def named(look: Look) -> Mask:
        articles = compare(look.articles)
        if look.naming is None:
            return articles
        mask = 0
        for article, symbols in look.naming.items():
            mask |= symbols if article & articles else 0
        return mask & look.frame.present

    return named
