"""The alerts of a config as rules."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.table.filter_error import FilterError

if TYPE_CHECKING:
    from tickerboard.alerts.rule import Rule
    from tickerboard.settings.config import AlertSettings, Config
    from tickerboard.table.expression import Groups


def rules_of(config: Config, groups: Groups) -> tuple[Rule, ...]:
    """Return the rules of a config. Raise FilterError, which names the alert."""
    rules = []
    for name, alert in config.alerts.items():
        try:
            rules.append(rule_of(name, alert, groups))
        except FilterError as error:
            raise FilterError(f"alerts.{name}.when: {error}") from error
    return tuple(rules)


def rule_of(name: str, alert: AlertSettings, groups: Groups) -> Rule:
    """Return the rule of one alert. Raise FilterError for a condition that cannot be evaluated."""
    from tickerboard.alerts.rule import Rule  # most users have no alerts

    return Rule.read(
        name,
        alert.when,
        groups,
        pages=alert.for_,
        rearm=Decimal(str(alert.rearm)),
        cooldown=alert.cooldown,
        command=alert.command,
        bell=alert.bell,
        notify=alert.notify,
    )
