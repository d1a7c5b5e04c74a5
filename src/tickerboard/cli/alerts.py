"""`tickerboard alerts`: the alerts of the config, a check of them, and when they would have fired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tickerboard.cli.arguments import OneOf, Parser, add_config, add_time
from tickerboard.cli.output import fail, write
from tickerboard.cli.statuses import DONE, NOTHING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tickerboard.alerts.firing import Firing
    from tickerboard.alerts.rule import Rule

ACTIONS = {
    "list": "each alert with its condition",
    "check": "whether every alert can be evaluated",
    "test": "when each would have fired over the history",
}
FORMATS = ("table", "csv", "ndjson")
HEADER = ("alert", "time", "symbol", "last", "percent")


def options() -> Parser:
    """Return the options."""
    parser = Parser("tickerboard alerts", "List the alerts, check them, or print when they would have fired.")
    help_ = ", ".join(f"{name} ({what})" for name, what in ACTIONS.items())
    parser.add_argument(
        "what", nargs="?", type=OneOf("action", list(ACTIONS)), metavar="|".join(ACTIONS), default="list", help=help_
    )
    add_time(parser, "--since", "test from this time on, such as yesterday or 2026-11-23")
    add_time(parser, "--until", "test up to and including this day, minute or second")
    parser.add_argument(
        "--format", type=OneOf("format", FORMATS), metavar="|".join(FORMATS), default="table", help="how to print it"
    )
    add_config(parser)
    return parser


def run(given: argparse.Namespace) -> int:
    """Do it and return the exit status. Raise ConfigError for alerts that the board would refuse."""
    from tickerboard.settings.config import config_path

    path = given.config or config_path()
    rules = _rules(path, needed=given.config is not None)
    if not rules:
        return fail(f"{path}: no alerts", NOTHING)
    match given.what:
        case "check":
            write(f"{path}: {len(rules)} alert{'s' * (len(rules) != 1)}, all valid\n")
            return DONE
        case "test":
            return _test(rules, path, given)
    return _list(rules, given.format)


def _rules(path: Path, *, needed: bool) -> tuple[Rule, ...]:
    from tickerboard.settings.alerts import rules_of
    from tickerboard.settings.reading import read_config
    from tickerboard.settings.state import load_state, state_path
    from tickerboard.table.view import groups_of

    config, _ = read_config(path, needed=needed)
    return rules_of(config, groups_of(config, load_state(state_path()).watchlist))


def _list(rules: Iterable[Rule], form: str) -> int:
    from tickerboard.cli.rows import print_rows

    rows = [(rule.name, rule.when, rule.rearm, rule.cooldown, " ".join(rule.command) or None) for rule in rules]
    print_rows(("alert", "when", "rearm", "cooldown", "command"), rows, form)
    return DONE


def _test(rules: tuple[Rule, ...], path: Path, given: argparse.Namespace) -> int:
    from tickerboard.cli.rows import print_rows
    from tickerboard.history import NoHistoryError

    try:
        if print_rows(HEADER, map(_row, _firings(rules, path, given)), given.format):
            return DONE
    except NoHistoryError as error:
        return fail(str(error), NOTHING)
    return fail("no alert would have fired", NOTHING)


def _firings(rules: tuple[Rule, ...], path: Path, given: argparse.Namespace) -> Iterator[Firing]:
    from datetime import UTC, datetime

    from tickerboard.alerts.engine import Engine
    from tickerboard.board.listings import Listings, extra_path
    from tickerboard.cli.holdings import valued_by
    from tickerboard.history import History
    from tickerboard.settings.places import history_path
    from tickerboard.text.when import read_time

    now = datetime.now(UTC)
    since = read_time(given.since, now).start if given.since else None
    until = read_time(given.until, now).end if given.until else None
    engine = Engine(rules, Listings.load(extra_path(path)), valued_by(path))
    with History(history_path()) as history:
        for update in history.updates(since, until):
            yield from engine.update(update)


def _row(firing: Firing) -> tuple[Any, ...]:
    fields = firing.to_dict()
    return tuple(fields[name] for name in HEADER)
