"""The recipes of docs/alerts.md, run as they stand there, with stand-ins for the programs of others."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from children import PATIENCE
from loopback import Loopback, Request, answer
from tickerboard.alerts.delivery import Deliveries
from tickerboard.alerts.firing import Firing
from tickerboard.alerts.rule import Rule
from trading_day import OPEN

DOCS = Path(__file__).parents[2] / "docs" / "alerts.md"
RECIPES = DOCS.read_text("utf-8").partition("## Recipes")[2]
FIRING = Firing("mail", OPEN, "HBL", None, None, headline='a "quoted" $(touch x) dividend')
PAGE = "HBL 96.00 Decreased By ▼ -4.00 (-4.00%)\n".encode()
WRITE = "printf '%s\\n' \"$@\" > {0}/said; cat > {0}/got\n"
SITE = "https://example.org/market"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins that write down their arguments and their input; and the command itself."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("notify-send", "mail"):
        (folder / name).write_text("#!/bin/sh\n" + WRITE.format(tmp_path))
    (folder / "tickerboard").write_text(f'#!/bin/sh\nexec {sys.executable} -m tickerboard "$@"\n')
    for each in folder.iterdir():
        each.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(tmp_path / "history.db"))
    monkeypatch.setenv("TICKERBOARD_STATE", str(tmp_path / "state.json"))
    (tmp_path / "config.toml").write_text('[alerts.falls]\nwhen = "percent < -3"\n')
    monkeypatch.setenv("TICKERBOARD_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path


def command_of(name: str) -> tuple[str, ...]:
    table = re.search(rf"(?:    .*\n)*    \[alerts\.{name}\]\n(?:    .*\n)*", RECIPES)
    assert table
    return tuple(tomllib.loads(re.sub(r"(?m)^    ", "", table[0]))["alerts"][name]["command"])


@pytest.mark.parametrize(("name", "first"), [("desktop", "tickerboard"), ("mail", "-s")])
def test_the_command_of_a_recipe_gets_the_alert(name: str, first: str, programs: Path) -> None:
    failed: list[str] = []
    deliveries = Deliveries(failed.append)
    deliveries.put(Rule.read(name, "percent < -3", {}, command=command_of(name)), FIRING)
    assert deliveries.close(PATIENCE)
    said = (programs / "said").read_text().splitlines()
    assert (failed, said[0]) == ([], first)
    sent = said[1] if name == "desktop" else (programs / "got").read_text()
    assert json.loads(sent)["headline"] == FIRING.headline


def serve(_: Request) -> bytes:
    return answer(PAGE, Content_Type="text/plain; charset=utf-8")


def test_cron_and_then_the_status_line(programs: Path) -> None:
    cron = next(each for each in RECIPES.splitlines() if "--once" in each).split(maxsplit=5)[5]
    with Loopback(serve) as server:
        line = cron.replace(SITE, f"{server.url}/market")
        done = [subprocess.run(["sh", "-c", line], capture_output=True, text=True, timeout=PATIENCE) for _ in range(2)]
    assert [each.returncode for each in done] == [0, 0]
    assert [each.stderr.count("alert falls: HBL 96.00 -4.00%") for each in done] == [1, 0]
    status = re.search(r"#\((.*)\)", RECIPES)
    assert status
    shown = subprocess.run(["sh", "-c", status[1]], capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert shown.stdout == "falls,HBL,-4.0\n"


def test_the_service_records_until_it_is_stopped(programs: Path) -> None:
    start = re.search(r"ExecStart=(.*)", RECIPES)
    assert start
    with Loopback(serve) as server:
        command = shlex.split(start[1].replace(SITE, f"{server.url}/market"))
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as service:
            assert service.stderr is not None
            end = time.monotonic() + PATIENCE
            while "alert falls: HBL" not in service.stderr.readline():
                assert time.monotonic() < end
            service.terminate()
            assert service.wait(PATIENCE) == 143
