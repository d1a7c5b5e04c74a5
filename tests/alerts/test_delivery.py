"""Commands of alerts: what they get, and that none of them holds anything up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from children import PATIENCE, wait_for
from following import Following
from recording import rows
from tickerboard.alerts import delivery
from tickerboard.alerts.delivery import Deliveries
from tickerboard.alerts.firing import Firing
from tickerboard.alerts.rule import Rule
from tickerboard.sources.children import Limits
from trading_day import OPEN, line

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRING = Firing("falls", OPEN, "HBL", Decimal("110.20"), Decimal("-3.05"), Decimal("-3.47"), source="page.txt")


def rule(*command: str, name: str = "falls") -> Rule:
    return Rule.read(name, "percent < -3", {}, command=command)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def deliveries(said: list[str]) -> Iterator[Deliveries]:
    opened = Deliveries(said.append)
    yield opened
    opened.close(0)


def test_a_command_gets_the_firing_as_json_and_no_shell(deliveries: Deliveries, tmp_path: Path) -> None:
    got = tmp_path / "got; echo $HOME"
    deliveries.put(rule("tee", str(got)), FIRING)
    assert deliveries.close(PATIENCE)
    assert json.loads(got.read_text()) == {
        "alert": "falls",
        "time": "2026-01-05T09:30:00+00:00",
        "symbol": "HBL",
        "last": 110.20,
        "percent": -3.05,
        "change": -3.47,
        "name": None,
        "source": "page.txt",
        "headline": None,
        "url": None,
    }
    assert '"last": 110.20' in got.read_text()


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (("no-such-program",), "ended with status 127: no-such-program: no such file or directory"),
        (("sh", "-c", "echo no route >&2; exit 3"), "ended with status 3: no route"),
        (("yes",), "printed more than 64 KiB"),
        (("sleep", "60"), "still running after 0.5 s"),
        (("a\0b",), "cannot be run"),
    ],
)
def test_a_command_that_fails_says_so_once(
    command: tuple[str, ...], why: str, deliveries: Deliveries, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if command[0] == "sleep":
        monkeypatch.setattr(delivery, "LIMITS", Limits(0.5, 1024))
    for _ in range(2):
        deliveries.put(rule(*command), FIRING)
    assert deliveries.close(PATIENCE)
    assert said == [f"alert falls: its command failed: {why}"]


def test_commands_that_hang_are_no_burden_and_end_with_us(deliveries: Deliveries, said: list[str]) -> None:
    mark = f"62{os.getpid()}"
    for _ in range(delivery.WAITING + 50):
        deliveries.put(rule("sleep", mark), FIRING)
    assert said == [f"alert falls: its command failed: more than {delivery.WAITING} commands wait; one was dropped"]
    wait_for(lambda: len(running(mark)) >= delivery.AT_ONCE)
    assert not deliveries.close(0)
    wait_for(lambda: not running(mark))


def running(mark: str) -> list[str]:
    commands = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            commands.append(path.read_bytes().decode("latin-1"))
        except OSError:
            continue
    return [each for each in commands if each.startswith("sleep") and mark in each]


def page(path: Path, last: str) -> None:
    draft = path.with_suffix(".new")
    draft.write_text(line("HBL", Decimal(last), Decimal("100.00")), "utf-8")
    draft.replace(path)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(f'[alerts.falls]\nwhen = "percent < -3"\ncommand = ["sh", "-c", "cat >> {tmp_path}/fired"]\n')
    monkeypatch.setenv("TICKERBOARD_CONFIG", str(path))
    monkeypatch.setenv("TICKERBOARD_STATE", str(tmp_path / "state" / "state.json"))
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(tmp_path / "history.db"))
    return path


def fired(folder: Path) -> list[float]:
    path = folder / "fired"
    return [json.loads(each)["last"] for each in path.read_text().splitlines()] if path.exists() else []


def record_once(*options: str) -> str:
    command = [sys.executable, "-m", "tickerboard", "record", "--once", *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stderr


def test_record_once_runs_alerts_and_remembers_them(config: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    said = []
    for last in ("96.00", "95.00", "99.00", "96.50"):
        page(path, last)
        said.append(record_once(str(path)))
    assert said == [
        "tickerboard: alert falls: HBL 96.00 -4.00%\n",
        "",
        "",
        "tickerboard: alert falls: HBL 96.50 -3.50%\n",
    ]
    assert fired(tmp_path) == [96.0, 96.5]
    assert rows(tmp_path / "history.db", "SELECT last FROM firing ORDER BY time") == [("96.00",), ("96.50",)]


def test_pages_of_the_past_fire_nothing(config: Path, tmp_path: Path) -> None:
    page(tmp_path / "page.txt", "96.00")
    assert record_once("--as-of", "2026-01-05", str(tmp_path / "page.txt")) == ""
    assert fired(tmp_path) == []


def test_parse_follow_runs_alerts(config: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    page(path, "99.00")
    with Following(path) as following:
        assert following.page() == [("HBL", 99.0)]
        page(path, "96.00")
        assert following.complaint() == "tickerboard: alert falls: HBL 96.00 -4.00%"
        wait_for(lambda: fired(tmp_path) == [96.0])


def test_two_programs_on_one_source_run_a_command_once(config: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    page(path, "99.00")
    with Following(path) as first, Following(path) as second:
        assert first.page() == second.page() == [("HBL", 99.0)]
        page(path, "96.00")
        for each in (first, second):
            assert each.complaint() == "tickerboard: alert falls: HBL 96.00 -4.00%"
        wait_for(lambda: bool(fired(tmp_path)))
    assert fired(tmp_path) == [96.0]


def test_a_config_with_an_alert_that_cannot_be_evaluated_is_refused(config: Path, tmp_path: Path) -> None:
    config.write_text('[alerts.falls]\nwhen = "percnt < -3"\n')
    page(tmp_path / "page.txt", "96.00")
    command = [sys.executable, "-m", "tickerboard", "record", "--once", str(tmp_path / "page.txt")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)
    assert (done.returncode, done.stderr) == (
        2,
        f"tickerboard: {config}: alerts.falls.when: unknown field 'percnt'; did you mean percent?\n",
    )
