"""The log: what is in it, what never is, and what becomes of it when it cannot be written. Real processes and files."""

from __future__ import annotations

import os
import re
import resource
import signal
import stat
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest

from boards import put
from children import default_signals, wait_for
from loopback import Loopback, answer
from terminal import BLOCKED, Terminal

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 4.66 No Change ▼ 0.00 (0%)\nKEL 4.66 No Change ▼ 0.\n"
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ([a-z]+)(?: [a-z]+=(?:[\w.:+-]+|\"(?:[^\"\\]|\\.)*\"))*")
PLANTED = "hunter2"
BROKEN = """
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.cli.main import main

def broken(self):
    raise ValueError("hunter2")

BoardScreen.on_screen_resume = lambda self: self.set_timer(0.1, lambda: broken(self))
sys.exit(main())
"""
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from tickerboard.cli.main import main
sys.exit(main())
"""


def run(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "tickerboard", *arguments], capture_output=True, **more)


def lines_of(log: Path) -> list[str]:
    return log.read_text("utf-8").splitlines()


def line_of(log: Path, event: str) -> str:
    """The last line of an event."""
    found = [line for line in lines_of(log) if line.split(" ")[1] == event]
    assert found, log.read_text("utf-8")
    return found[-1]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "board.log"


def test_a_command_is_logged_from_its_start_to_its_end(page: Path, log: Path) -> None:
    assert run("parse", "--log", str(log), str(page), str(page.with_name("missing.txt"))).returncode == 2
    lines = lines_of(log)
    assert [line.split(" ")[1] for line in lines] == ["start", "fetch", "failure", "end"]
    assert all(LINE.fullmatch(line) for line in lines), lines
    assert f" textual={version('textual')} " in lines[0]
    assert f'command="tickerboard parse --format table --log {log} {page} ' in lines[0]
    assert re.search(r'page\.txt" took=\d\.\d{3} ', lines[1])
    assert f" bytes={len(PAGE.encode())} pages=1 quotes=2 articles=0 problems=1" in lines[1]
    assert lines[2].endswith('why="no such file or directory"')
    assert lines[3].endswith(" end status=2")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_no_secret_and_nothing_of_the_page_gets_into_it(tmp_path: Path, log: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(
        f'log = "{log}"\n[groups]\n{PLANTED} = ["ABL"]\n[views.{PLANTED}]\nfilter = "symbol in {PLANTED}"\n'
    )
    env = os.environ | {"API_TOKEN": PLANTED, "TICKERBOARD_CONFIG": str(config)}
    cookie = answer(PAGE.encode(), Set_Cookie=PLANTED, ETag=PLANTED)
    commands = [f"TOKEN={PLANTED} sh -c true", f"sh -c 'exit 3' {PLANTED}", f"{PLANTED}|cat", f"/{PLANTED}/bin/sh"]
    with Loopback(lambda _: cookie) as server:
        address = server.url.replace("http://", "")
        urls = [
            f"http://{PLANTED}:{PLANTED}@{address}/page?token={PLANTED}#{PLANTED}",
            f"HTTP://{PLANTED}@127.0.0.1:9/page;x?{PLANTED}",
            f"http://user:{PLANTED}/x@{address}/",
            f"ftp://user:{PLANTED}@{address}/?{PLANTED}",
        ]
        sources = [*urls, *(f"--exec={command}" for command in commands)]
        run(*sources, env=env)
        run("parse", "--log", str(log), *sources, env=env)
    text = log.read_text("utf-8")
    assert text.count(" start ") == text.count(" end ") == 2
    assert f'fetch source="http://{address}/page"' in text
    assert 'failure source="--exec sh …"' in text
    for word in (PLANTED, "ABL", "KEL", "Decreased", "API_TOKEN"):
        assert word not in text


def test_what_comes_from_outside_makes_no_line_of_its_own(tmp_path: Path, log: Path) -> None:
    forged = tmp_path / 'a\x1b]0;title\x07\n2026-01-01T00:00:00.000Z end status="0" \u202e.txt'
    forged.write_text(PAGE, "utf-8")
    hostile = f"symbol ~ '{forged.name}'"
    run("parse", "--log", str(log), "--where", hostile, str(forged), str(forged) + "x")
    lines = lines_of(log)
    assert [line.split(" ")[1] for line in lines] == ["start", "fetch", "failure", "end"]
    assert all(LINE.fullmatch(line) and line.isprintable() for line in lines), lines


def test_a_failure_tells_when_it_is_tried_again_and_a_signal_is_told(log: Path) -> None:
    broken = answer(status="503 Busy")
    with Loopback(lambda _: broken) as server:
        command = [sys.executable, "-m", "tickerboard", "parse", "--follow", "--format", "ndjson", "--log", str(log)]
        arguments = [*command, server.url + "/page"]
        with subprocess.Popen(arguments, stderr=subprocess.DEVNULL, preexec_fn=default_signals) as process:
            wait_for(lambda: log.exists() and " failure " in log.read_text("utf-8"))
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 143
    assert re.search(r' why="the server answered 503" again=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$', line_of(log, "failure"))
    assert line_of(log, "end").endswith(" end status=143 signal=15")


def test_a_board_tells_of_live_mode_of_its_config_and_of_its_end(tmp_path: Path, page: Path, log: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'log = "{log}"\n', "utf-8")
    with Terminal("--no-motion", "--config", str(config), str(page), size=(160, 30)) as terminal:
        terminal.until(lambda text: "ABL" in text)
        terminal.type("L")
        terminal.until(lambda text: "LIVE" in text)
        assert line_of(log, "live").endswith(" on=true")
        put(page, PAGE.replace("114.90", "115.90"))
        terminal.until(lambda text: "115.90" in text)
        assert " took=" in line_of(log, "fetch")
        terminal.type("L")
        terminal.until(lambda text: "PAUSED" in text)
        assert line_of(log, "live").endswith(" on=false")
        put(config, f'log = "{log}"\ntape_speed = 5\n')
        terminal.until(lambda text: "settings reloaded" in text)
        assert "refused" not in line_of(log, "config")
        put(config, f'theme = "{PLANTED}"\n')
        terminal.until(lambda text: "unchanged" in text)
        assert line_of(log, "config").endswith(" refused=true")
        terminal.send(signal.SIGHUP)
        assert terminal.status() == 129
    assert line_of(log, "end").endswith(" end status=129 signal=1")
    assert all(LINE.fullmatch(line) for line in lines_of(log))
    assert PLANTED not in log.read_text("utf-8")


def test_a_board_that_is_ended_by_force_says_so_too(page: Path, log: Path) -> None:
    with Terminal("--no-motion", "--log", str(log), str(page), program=BLOCKED) as terminal:
        terminal.until(lambda text: "ABL" in text)
        terminal.type("o")
        terminal.until_written(b"blocked")
        terminal.send(signal.SIGTERM)
        assert terminal.status() == 143
    assert line_of(log, "end").endswith(" end status=143 signal=15")


def test_a_fault_of_the_program_is_told_without_its_values(page: Path, log: Path) -> None:
    with Terminal("--no-motion", "--log", str(log), str(page), program=BROKEN) as terminal:
        assert terminal.status() == 2
    assert re.search(r' fault what="internal error: ValueError \(<string>:\d+\)"$', line_of(log, "fault"))
    assert line_of(log, "end").endswith(" end status=2")
    assert PLANTED not in log.read_text("utf-8")


def test_it_rotates_and_keeps_three_files_of_a_megabyte(page: Path, log: Path) -> None:
    filler = "2026-01-01T00:00:00.000Z fetch\n"
    for number in range(4):
        log.write_text(f"2026-01-01T00:00:00.000Z {number}\n" + filler * (999_900 // len(filler)))
        assert run("parse", "--log", str(log), str(page)).returncode == 0
    files = sorted(log.parent.glob("board.log*"))
    assert [file.name for file in files] == ["board.log", "board.log.1", "board.log.2"]
    assert all(file.stat().st_size <= 1_000_000 for file in files)
    assert [lines_of(file)[0][-1] for file in files[1:]] == ["3", "2"]
    assert lines_of(log)[-1].endswith(" end status=0")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere/board.log", "no such file or directory"),
        (".", "not a regular file"),
        ("fifo", "not a regular file"),
        ("page.txt", "already exists and is not a log"),
        ("x" * 300, "file name too long"),
    ],
)
def test_a_log_that_cannot_be_opened_is_one_line(tmp_path: Path, page: Path, name: str, reason: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    for command in ([], ["parse"]):
        done = run(*command, "--log", name, str(page), cwd=tmp_path, timeout=20)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"tickerboard: {name}: {reason}\n"
    assert page.read_text("utf-8") == PAGE


def test_a_log_whose_name_is_none(tmp_path: Path, page: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('log = "a\\u0000b"\n')
    done = run("--config", str(config), str(page))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_a_full_disk_takes_nothing_from_a_command_and_is_told_at_the_end(page: Path, log: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400))

    done = run("parse", "--log", str(log), str(page), preexec_fn=full)
    assert (done.returncode, done.stdout) == (0, run("parse", str(page)).stdout)
    assert (
        done.stderr.decode().splitlines()[-1] == f"tickerboard: {log}: file too large; lines are missing from the log"
    )
    assert b"Traceback" not in done.stderr


def test_a_full_disk_does_not_hurt_the_board(page: Path, log: Path) -> None:
    arguments = ["--live", "--no-motion", "--log", str(log), str(page)]
    with Terminal(*arguments, program=FULL, size=(160, 30)) as terminal:
        terminal.until(lambda text: "ABL" in text)
        for price in ("115.90", "116.90", "117.90"):
            put(page, PAGE.replace("114.90", price))
            terminal.until(lambda text, price=price: price in text)  # type: ignore[misc]
        assert log.stat().st_size <= 1000
        terminal.type("q")
        assert terminal.status() == 0
        terminal.assert_given_back()
        assert b"lines are missing from the log" in terminal.bytes
        assert b"Traceback" not in terminal.bytes


def test_without_a_log_nothing_of_it_is_loaded(page: Path) -> None:
    code = (
        "import sys; from tickerboard.cli.main import main; main(['parse', *sys.argv[1:]]); "
        "sys.exit(not {'logging', 'tickerboard.logs.file', 'tickerboard.text.redaction'}.isdisjoint(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(page)], capture_output=True).returncode == 0
    assert not list(page.parent.glob("*.log*"))


def test_e16_a_log_that_others_can_read_or_write_becomes_its_owners_alone(log: Path, page: Path) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("2026-01-01T00:00:00.000Z old\n")
    log.chmod(0o666)
    assert run("parse", "--log", str(log), str(page)).returncode == 0
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert lines_of(log)[-1].endswith(" end status=0")
