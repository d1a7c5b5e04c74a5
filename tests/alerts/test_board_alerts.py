"""Alerts on the board: the line, the marks, the bell and the notification, in a real terminal."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from children import wait_for
from recording import rows
from terminal import Terminal
from tickerboard.ui.alerts.notification import notification
from trading_day import line

if TYPE_CHECKING:
    from pathlib import Path

ALERT = '[alerts.falls]\nwhen = "percent < -3"\nbell = true\nnotify = true\n'


def page(folder: Path, percent: str) -> Path:
    path, draft = folder / "page.txt", folder / "page.new"
    last = Decimal("100.00") + Decimal(percent)
    draft.write_text(line("HBL", last, Decimal("100.00")) + line("KEL", Decimal("4.66"), Decimal("4.66")), "utf-8")
    draft.replace(path)
    return path


def firings(path: Path) -> list[tuple[object, ...]]:
    with suppress(sqlite3.OperationalError):  # until the board has made its tables
        return rows(path, "SELECT alert, symbol, last FROM firing")
    return []


def env(folder: Path, config: str) -> dict[str, str]:
    (folder / "config.toml").write_text(config)
    return {
        "TICKERBOARD_CONFIG": str(folder / "config.toml"),
        "TICKERBOARD_STATE": str(folder / "state.json"),
        "TICKERBOARD_HISTORY": str(folder / "history.db"),
        "TERM_PROGRAM": "",
    }


def test_an_alert_is_a_line_a_mark_a_bell_and_a_notification(tmp_path: Path) -> None:
    command = f'command = ["sh", "-c", "cat >> {tmp_path}/fired"]\n'
    path, settings = page(tmp_path, "-1.00"), env(tmp_path, ALERT + command)
    with Terminal("--live", "--no-motion", str(path), env=settings) as terminal:
        terminal.until(lambda text: "LIVE" in text and "-1.00" in text)
        page(tmp_path, "-4.00")
        text = terminal.until(lambda text: "alert falls: HBL 96.00 -4.00%" in text and text.count("HBL◆") == 2)
        assert "KEL◆" not in text
        wait_for(lambda: (tmp_path / "fired").exists() and (tmp_path / "fired").read_text().endswith("\n"))
        assert json.loads((tmp_path / "fired").read_text())["last"] == 96.0
        assert b"\x07" in terminal.bytes
        assert b"\x1b]777;notify;tickerboard;alert falls: HBL 96.00 -4.00%\x1b\\" in terminal.bytes
        wait_for(lambda: firings(tmp_path / "history.db") == [("falls", "HBL", "96.00")])
        terminal.type("q")
        assert terminal.status() == 0
    with Terminal("--no-motion", str(path), env=settings) as terminal:  # still true: nothing new
        text = terminal.until(lambda text: "STATIC" in text and "-4.00" in text)
        assert "◆" not in text
        terminal.type("q")
        assert terminal.status() == 0


SLOW_TO_SHOW = """
import time
from tickerboard.alerts.watch import Watch
from tickerboard.cli.main import main

def take(self, update, taken=Watch.take):
    firings = taken(self, update)
    time.sleep(1)
    return firings

Watch.take = take
sys.exit(main())
"""


def test_a_command_that_fails_before_its_alert_is_shown_is_reported_after_it(tmp_path: Path) -> None:
    path, settings = page(tmp_path, "-4.00"), env(tmp_path, ALERT + 'command = ["no-such-program"]\n')
    with Terminal("--no-motion", str(path), env=settings, program=SLOW_TO_SHOW) as terminal:
        terminal.until(lambda text: "HBL◆" in text and "alert falls: its command failed" in text)


def test_a_command_that_fails_is_reported_and_the_sample_runs_none(tmp_path: Path) -> None:
    path, settings = page(tmp_path, "-4.00"), env(tmp_path, ALERT + 'command = ["no-such-program"]\n')
    with Terminal("--no-motion", str(path), env=settings) as terminal:
        terminal.until(lambda text: "alert falls: its command failed: ended with status 127: no-such-program" in text)
        terminal.type("q")
        assert terminal.status() == 0
    with Terminal("--no-motion", env=env(tmp_path, ALERT + f'command = ["touch", "{tmp_path}/ran"]\n')) as terminal:
        terminal.until(lambda text: "SAMPLE" in text and "alert falls: " in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert not (tmp_path / "ran").exists()
    assert rows(tmp_path / "history.db", "SELECT count(*) FROM firing") == [(1,)]


@pytest.mark.parametrize(
    ("environment", "sequence"),
    [
        ({"TERM": "xterm-kitty"}, "\x1b]99;;tickerboard: up\x1b\\"),
        ({"TERM_PROGRAM": "WezTerm"}, "\x1b]9;tickerboard: up\x1b\\"),
        ({"TERM": "foot"}, "\x1b]777;notify;tickerboard;up\x1b\\"),
        ({"TERM": "foot", "TMUX": "x"}, "\x1bPtmux;\x1b\x1b]777;notify;tickerboard;up\x1b\x1b\\\x1b\\"),
    ],
)
def test_each_terminal_is_notified_in_its_way(environment: dict[str, str], sequence: str) -> None:
    assert notification("up", environment) == sequence


def test_a_page_cannot_end_the_notification() -> None:
    sent = notification("up\x1b\\\x07\x9c\n" + "x" * 1000, {})
    assert len(sent) < 300
    assert not set("\x07\x9c\n") & set(sent)
    assert sent.count("\x1b") == 2


def test_a_lists_makes_edits_snoozes_and_removes_alerts(tmp_path: Path) -> None:
    path, settings = page(tmp_path, "-1.00"), env(tmp_path, '[alerts.fixed]\nwhen = "percent > 9"\n')
    with Terminal("--live", "--no-motion", str(path), env=settings) as terminal:
        terminal.until(lambda text: "LIVE" in text and "-1.00" in text)
        terminal.type("A")
        terminal.until(lambda text: "Alerts" in text and "fixed: percent > 9" in text and "has not fired" in text)
        terminal.type("n")
        terminal.until(lambda text: "symbol = HBL and abs(percent) > 3" in text)
        terminal.type(" and percnt > 2\r")
        terminal.until(lambda text: "did you mean percent?" in text)
        terminal.type("\x7f" * len(" and percnt > 2") + "\r")
        terminal.until(lambda text: "HBL: symbol = HBL and abs(percent) > 3" in text)
        page(tmp_path, "-4.00")
        terminal.type("q")
        terminal.until(lambda text: "alert HBL: HBL 96.00 -4.00%" in text)
        terminal.type("A")
        terminal.until(lambda text: "HBL 96.00 -4.00%" in text)
        made = tmp_path / "alerts.toml"
        wait_for(lambda: '[alerts.HBL]\nwhen = "symbol = HBL and abs(percent) > 3"' in made.read_text())
        terminal.type("z")
        terminal.until(lambda text: "snoozed" in text)
        terminal.type("d")
        terminal.until(lambda text: "HBL: symbol" not in text)
        wait_for(lambda: "[alerts.HBL]" not in made.read_text())
        terminal.type("d")
        terminal.until(lambda text: "fixed is in config.toml; edit it there" in text)
        terminal.type("q")
        terminal.until(lambda text: "fixed: percent" not in text)
        terminal.type("q")
        assert terminal.status() == 0
