"""A rule: an alert as it was written, its condition read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.alerts.language import Lasting, Within, is_of_articles, nodes_of, read_condition
from tickerboard.table.filter_error import FilterError

if TYPE_CHECKING:
    from tickerboard.table.expression import Groups, Node


@dataclass(frozen=True, slots=True)
class Rule:
    """An alert: its name, its condition as text and as a tree, and how it is delivered.

    `rearm` is how far a number has to go back, in its own unit, before the alert fires again for that symbol, and
    `cooldown` the seconds that must have passed. `node` includes the number of pages that the condition has to last.
    """

    name: str
    when: str
    node: Node
    rearm: Decimal = Decimal(0)
    cooldown: float = 0
    command: tuple[str, ...] = ()
    bell: bool = False
    notify: bool = False

    @classmethod
    def read(cls, name: str, when: str, groups: Groups, *, pages: int = 1, **settings: Any) -> Rule:
        """Read a rule. Raise FilterError for a condition that cannot be evaluated."""
        node = read_condition(when, groups)
        if is_of_articles(node) and (pages > 1 or any(isinstance(each, Lasting | Within) for each in nodes_of(node))):
            raise FilterError("for and within need a symbol; add mentioned")
        return cls(name, when, Lasting(node, pages) if pages > 1 else node, **settings)

    @property
    def fingerprint(self) -> str:
        """What its memory belongs to: a rule whose condition was changed remembers nothing."""
        pages = self.node.pages if isinstance(self.node, Lasting) else 1
        return f"{self.when} / {self.rearm} / {pages}"
