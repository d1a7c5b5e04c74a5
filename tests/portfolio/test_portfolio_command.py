"""`tickerboard portfolio`: the whole way from files to what is printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import commands
from recording import arrival, keep

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

PAGE = "OGDC 139.75 Increased By ▲ 4.95 (3.67%)\nBOP 5.11 Increased By ▲ 0.04 (0.79%)\n"
LOTS = "symbol,quantity,price,date,currency,fee,note\nOGDC,100,120.50,2023-01-02,PKR,25,\nOGDC,-40,139,,PKR,10,\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TICKERBOARD_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(tmp_path / "history.db"))
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "lots.csv").write_text(LOTS)
    return tmp_path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return commands.run("portfolio", *arguments)


def test_the_formats_print_the_same_positions(home: Path) -> None:
    done = run(home / "page.txt", "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "symbol,quantity,cost,last,value,gain,gain_percent,day_gain,currency\n"
        "OGDC,60,6525.00,139.75,8385.00,1860.00,28.51,297.00,PKR\n"
    )
    (line,) = run("--format", "ndjson", home / "page.txt").stdout.splitlines()
    assert json.loads(line) == {
        "symbol": "OGDC", "quantity": 60, "cost": 6525, "last": 139.75, "value": 8385, "gain": 1860,
        "gain_percent": 28.51, "day_gain": 297, "currency": "PKR",
    }  # fmt: skip
    table = run(home / "page.txt").stdout.splitlines()
    assert table[1].split() == ["OGDC", "60", "6525.00", "139.75", "8385.00", "1860.00", "28.51", "297.00", "PKR"]
    assert table[2].split() == ["total", "6525.00", "8385.00", "1860.00", "28.51", "297.00", "PKR"]


def test_without_a_source_the_latest_quotes_of_the_history_count(home: Path) -> None:
    keep(home / "history.db", arrival(PAGE.replace("139.75", "150.00")), arrival(PAGE, 5))
    assert "OGDC,60,6525.00,139.75,8385.00" in run("--format", "csv").stdout


def test_a_wrong_line_and_a_missing_quote_are_reported_and_the_rest_is_printed(home: Path) -> None:
    (home / "lots.csv").write_text(LOTS + "BOP,ten,5\nNOPE,1,2\n")
    done = run(home / "page.txt", "--format", "csv")
    assert done.returncode == 2
    assert "OGDC,60," in done.stdout
    assert "NOPE,1,2,,,,,,\n" in done.stdout
    assert done.stderr.splitlines() == [
        "tickerboard: NOPE: no quote",
        f"{home / 'lots.csv'}:4: quantity 'ten' is not a plain number such as 1250.5: BOP,ten,5",
    ]


def test_no_lots_no_quote_and_no_file_have_a_line_and_a_status(home: Path) -> None:
    (home / "lots.csv").write_text("symbol,quantity,price\nNOPE,1,2\n")
    done = run(home / "page.txt")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "tickerboard: no lot has a quote")
    (home / "lots.csv").write_text("symbol,quantity,price\n")
    done = run(home / "page.txt")
    assert (done.returncode, done.stderr) == (1, "tickerboard: no lots\n")
    (home / "lots.csv").unlink()
    done = run(home / "page.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"tickerboard: {home / 'lots.csv'}: no such file; docs/portfolio.md has its format\n"


def test_the_currency_of_pages_that_name_none_is_a_setting(home: Path) -> None:
    (home / "lots.csv").write_text("symbol,quantity,price,currency\nOGDC,278.80,0.5,USD\n")
    (home / "config.toml").write_text('pages_in = "PKR"\n')
    done = run(home / "page.txt", "--format", "csv")
    assert "tickerboard: OGDC: no rate from PKR to USD on the pages" in done.stderr
    (home / "config.toml").write_text('pages_in = "rupees"\n')
    done = run(home / "page.txt")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pages_in: unknown currency 'rupees'; use a code such as USD" in done.stderr
