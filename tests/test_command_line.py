"""The contract of the command line: input, order of options, filters, help, and every way to fail in one line."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from boards import put
from commands import PAGE, PROGRAM, assert_refused, run
from tickerboard.cli.commands import BOARD, COMMANDS
from tickerboard.cli.statuses import STATUSES

if TYPE_CHECKING:
    from pathlib import Path


def test_d1_parse_without_source_reads_a_pipe_and_a_file(page: Path) -> None:
    assert "ABL" in run("parse", "--format", "csv", stdin=PAGE.encode()).stdout
    with page.open("rb") as file:
        done = run("parse", "--format", "csv", stdin=file.fileno())
    assert "ABL" in done.stdout
    assert "AIRLINK" not in done.stdout


def test_d1_parse_without_source_on_a_terminal_or_the_null_device_is_wrong_usage() -> None:
    assert_refused(run("parse"), "usage", "SOURCE")
    ours, theirs = pty.openpty()
    try:
        assert_refused(run("parse", stdin=theirs), "usage", "SOURCE")
    finally:
        os.close(ours)
        os.close(theirs)


def test_d1_the_sample_is_printed_for_demo_only() -> None:
    assert "AIRLINK" in run("parse", "--demo").stdout
    assert "AIRLINK" in run().stdout
    assert "sample page" in run().stderr


def test_d1_an_empty_pipe_is_nothing_found_not_the_sample() -> None:
    done = run("parse", stdin=b"")
    assert (done.returncode, done.stdout) == (1, "")


def test_d7_options_and_sources_stand_in_any_order(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(PAGE, "utf-8")
    orders: list[list[str | Path]] = [
        ["parse", page, "--format", "csv", other],
        ["parse", "--format", "csv", page, "--where", "percent > 0", other],
        ["parse", page, other, "--format", "csv"],
    ]
    for order in orders:
        done = run(*order)
        assert (done.returncode, done.stderr) == (0, ""), done
        assert {row["source"] for row in csv.DictReader(done.stdout.splitlines())} == {str(page), str(other)}
    assert run(page, "--no-motion", other).stdout.count("ABL") == 2
    (tmp_path / "-odd.txt").write_text(PAGE, "utf-8")
    odd = subprocess.run([*PROGRAM, "parse", "--", "-odd.txt"], capture_output=True, cwd=tmp_path)
    assert (odd.returncode, odd.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["prase", "page.txt"], "did you mean parse?"),
        (["docter"], "did you mean doctor?"),
        (["parse", "--formt", "csv", "x"], "unknown option '--formt'; did you mean --format?"),
        (["parse", "--fromat=csv", "x"], "did you mean --format?"),
        (["--lve"], "did you mean --live?"),
        (["parse", "--format", "jsn", "x"], "did you mean json?"),
        (["config", "shwo"], "did you mean show?"),
        (["parse", "--every", "0", "x"], "invalid number of seconds '0'"),
    ],
)
def test_d12_a_misspelled_word_has_a_suggestion(arguments: list[str], words: str) -> None:
    assert_refused(run(*arguments), words)


def test_a_file_that_is_named_like_a_command_that_was_misspelled_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "prase").write_text(PAGE, "utf-8")
    assert subprocess.run([*PROGRAM, "prase"], capture_output=True, cwd=tmp_path).returncode == 0


def test_d3_rates_are_filtered_too(tmp_path: Path, page: Path) -> None:
    page.write_text(PAGE, "utf-8")
    program = (
        "import sys; from dataclasses import replace; from decimal import Decimal\n"
        "from tickerboard.model import Kind, Page, Rate, Snapshot; from tickerboard.cli.where import Where\n"
        "rates = (Rate('USD', Kind.CURRENCY, Decimal('277.5'), 1), Rate('EUR', Kind.CURRENCY, Decimal(300), 2))\n"
        "kept = Where.of(sys.argv[1]).keep(Snapshot('x', None, Page(rates=rates))).page.rates\n"
        "print(*[rate.symbol for rate in kept])\n"
    )
    passing = {
        "last > 290": "EUR",
        "symbol = usd": "USD",
        "percent > -100": "",
        "direction = unchanged": "",
        "usd": "USD",
    }
    for text, symbols in passing.items():
        done = subprocess.run([sys.executable, "-c", program, text], capture_output=True, text=True)
        assert done.stdout.strip() == symbols, (text, done.stderr)


def test_where_that_no_quote_passes_is_status_1(page: Path) -> None:
    done = run("parse", "--format", "json", "--where", "percent > 50", page)
    assert (done.returncode, json.loads(done.stdout)["quotes"]) == (1, [])
    assert done.stderr == "tickerboard: no quote passes --where 'percent > 50'\n"


def test_d2_follow_applies_where_and_refuses_a_bad_filter(page: Path) -> None:
    assert_refused(
        run("parse", "--follow", "--format", "ndjson", "--where", "percnt > 2", page), "did you mean percent?"
    )
    command = [*PROGRAM, "parse", "--follow", "--format", "ndjson", "--where", "percent > 2", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert [quote["symbol"] for quote in json.loads(process.stdout.readline())["quotes"]] == ["KEL"]
            put(page, PAGE.replace("114.90", "113.90"))
            put(page, PAGE.replace("4.66", "4.76"))
            assert [quote["last"] for quote in json.loads(process.stdout.readline())["quotes"]] == [4.76]
        finally:
            process.kill()


@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_d17_help_has_every_option_with_a_text_and_the_exit_statuses(command: str) -> None:
    found = next(each for each in (BOARD, *COMMANDS) if each.name == command)
    assert all(action.help for action in found.options()._actions)
    done = run(*command.split(), "--help", env={"COLUMNS": "100"})
    assert done.returncode == 0
    for status, meaning in STATUSES:
        assert re.search(rf"^ +{status} +{re.escape(meaning)}$", done.stdout, re.MULTILINE)
    assert run(*command.split(), "--version").stdout.startswith("tickerboard ")


def test_d17_the_boards_help_lists_every_command() -> None:
    text = run("--help").stdout
    assert all(f"tickerboard {each.name} " in text and each.help in text for each in COMMANDS)
