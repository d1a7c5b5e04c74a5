"""What comes out when an alert fires."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.table.figures import grouped, percent

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal


class Firing(NamedTuple):
    """An alert that fired. `time` (UTC) is that of the snapshot that made it true, `source` the label of its page.

    `symbol`, its figures and its name are None for an alert about articles; `last` is in the page's currency or in
    points, `change` and `percent` are signed. `headline` and `url` are those of the new article that it is about.
    """

    alert: str
    time: datetime
    symbol: str | None
    last: Decimal | None
    percent: Decimal | None
    change: Decimal | None = None
    name: str | None = None
    source: str = ""
    headline: str | None = None
    url: str | None = None

    @property
    def words(self) -> str:
        """What fired, on one line: the figures, and the article where it is about one."""
        last = None if self.last is None else grouped(self.last)
        figures = " ".join(filter(None, (self.symbol, last, percent(self.percent))))
        return ": ".join(filter(None, (figures, self.headline)))

    def to_dict(self) -> dict[str, Any]:
        """Return what `alerts test` prints and a command reads; `time` is ISO 8601, UTC. Figures are Decimal."""
        return self._replace(time=self.time.isoformat(timespec="seconds"))._asdict()  # type: ignore[arg-type]
