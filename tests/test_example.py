"""The example package, installed as a stranger would, adds a column, a grammar, a source and an export format."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "examples" / "tickerboard-example"
PAGE = "ABL » 75.25 » -0.18 » -0.24%\nHBL » 114.90 » +1.41 » +1.24%\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in a folder of its own, which a process puts on its path."""
    folder = tmp_path_factory.mktemp("example")
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder), str(EXAMPLE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode and "hatchling" in done.stderr:
        pytest.skip("the package index that builds need cannot be reached")
    assert done.returncode == 0, done.stderr
    return folder


def run(installed: Path, *arguments: str, page: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tickerboard", *arguments],
        input=page,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
        timeout=60,
    )


def test_a_grammar_a_format_a_source_and_a_column_are_found(installed: Path) -> None:
    done = run(installed, "parse", "--format", "csv", "-", page=PAGE)  # no other grammar reads the page
    assert [line.split(",")[2] for line in done.stdout.splitlines()] == ["symbol", "ABL", "HBL"]
    done = run(installed, "parse", "--format", "markdown", "-", page=PAGE)
    assert "| HBL | 114.90 | 1.41 | 1.24 |" in done.stdout.splitlines()
    done = run(installed, "parse", "--format", "markdown", "madeup://1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ALFA" in done.stdout
    done = run(installed, "parse", "--where", "gap > 1", "-", page=PAGE)  # no opening price, so no row has a gap
    assert done.returncode == 1
    assert "unknown" not in done.stderr
    assert "ABL" not in done.stdout


def test_without_the_example_its_names_are_unknown() -> None:
    command = [sys.executable, "-m", "tickerboard", "parse", "--where", "gap > 1", "-"]
    done = subprocess.run(command, input=PAGE, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert "gap" in done.stderr
