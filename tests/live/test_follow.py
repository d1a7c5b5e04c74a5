"""`parse --follow`, run for real."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from boards import put
from children import default_signals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
ABL_UP = "ABL 115.90 Increased By ▲ 0.82 (0.71%)\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(ABL)
    return path


@pytest.fixture
def process(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tickerboard", "parse", "--follow", "--format", "ndjson", str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, preexec_fn=default_signals) as process:
        yield process
        process.kill()


def line(process: subprocess.Popen[bytes]) -> Any:
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def test_a_line_each_time_the_page_changes(process: subprocess.Popen[bytes], path: Path) -> None:
    assert line(process)["quotes"][0]["last"] == 114.9
    put(path, ABL)
    put(path, ABL_UP)
    assert line(process)["quotes"][0]["last"] == 115.9


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_it_stops_cleanly(process: subprocess.Popen[bytes], number: signal.Signals, status: int) -> None:
    line(process)
    process.send_signal(number)
    assert process.wait(60) == status
    assert process.stderr is not None
    assert process.stderr.read() == b""


def test_a_closed_pipe_ends_it(process: subprocess.Popen[bytes], path: Path) -> None:
    line(process)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    put(path, ABL_UP)
    assert process.wait(60) == 0
    assert process.stderr.read() == b""


def test_another_format_is_refused(path: Path) -> None:
    command = [sys.executable, "-m", "tickerboard", "parse", "--follow", "--format", "csv", str(path)]
    done = subprocess.run(command, capture_output=True, timeout=20)
    assert (done.returncode, done.stderr) == (2, b"tickerboard: --follow needs --format ndjson\n")
