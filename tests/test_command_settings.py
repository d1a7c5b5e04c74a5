"""Settings of the command line: what config, doctor and the board refuse, and how."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from commands import assert_refused, run
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


def test_d5_a_bad_config_or_symbols_file_with_where_is_one_line(page: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.write_text("them = 3\n")
    where = ["parse", "--where", "percent > 0", str(page)]
    assert_refused(run(*where, env={"TICKERBOARD_CONFIG": str(bad)}), str(bad), "did you mean theme?")
    symbols = tmp_path / "symbols.csv"
    symbols.write_text("what,is,this\n1,2,3\n")
    assert_refused(run(*where, env={"TICKERBOARD_SYMBOLS": str(symbols)}), str(symbols), "symbol,name,sector")
    assert_refused(run(*where, "--config", bad), str(bad))
    assert_refused(run("parse", "--config", bad, page), str(bad))


def test_d17_parse_has_a_config_of_its_own(page: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[groups]\nbanks = ["ABL"]\n')
    done = run("parse", "--format", "csv", "--where", "symbol in banks", "--config", config, page)
    assert [row["symbol"] for row in csv.DictReader(done.stdout.splitlines())] == ["ABL"]


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("theme = 'dracola'", "unknown theme 'dracola'"),
        ('[keys]\n"table.srt" = "x"', "did you mean table.sort?"),
        ('[keys]\n"table.sort" = "j"', "table.down"),
        ("[themes.mine]\nup = 'greenish'", "greenish"),
        ("[themes.mine]\nbase = 'nowhere'", "nowhere"),
        ("[themes.mine]\nuo = '#fff'", "uo"),
        ("tape_speed = 99", "tape_speed"),
    ],
)
def test_d6_config_show_doctor_and_the_board_refuse_the_same(tmp_path: Path, config: str, words: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(config, "utf-8")
    assert_refused(run("config", "show", "--config", path), words)
    doctor = run("doctor", "--config", path)
    assert doctor.returncode == 2
    assert [line for line in doctor.stdout.splitlines() if line.startswith("fail  config: ") and words in line]
    with Terminal("--config", str(path), size=(200, 20)) as terminal:
        assert terminal.status() == 2
        terminal.read(0.2)
        assert words in terminal.text.replace("\n", "")


def test_e17_a_pipe_in_place_of_the_config_is_refused(tmp_path: Path, page: Path) -> None:
    pipe = tmp_path / "config.toml"
    os.mkfifo(pipe)
    assert_refused(run("--config", pipe, page), "not a regular file")
    assert_refused(run("config", "show", "--config", pipe), "not a regular file")
    assert run("--config", os.devnull, page).returncode == 0


def test_e18_an_account_that_does_not_exist_has_one_clear_line(page: Path) -> None:
    """A container's user: no entry in the system's list of accounts, and no HOME."""
    code = (
        "import pwd, sys\n"
        "def unknown(uid): raise KeyError(uid)\n"
        "pwd.getpwuid = unknown\n"
        "from tickerboard.cli.main import main; sys.exit(main())"
    )
    kept = {key: value for key, value in os.environ.items() if key != "HOME" and not key.startswith("XDG_")}

    def homeless(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=kept)

    for command in (["config", "show"], ["parse", "--where", "x", str(page)], [str(page)]):
        assert_refused(homeless(*command), "this account has no home folder; set HOME or TICKERBOARD_CONFIG")
    done = homeless("doctor")
    assert (done.returncode, done.stderr) == (2, "")
    assert "fail  config: this account has no home folder; set HOME or TICKERBOARD_CONFIG\n" in done.stdout
    assert "fail  state: this account has no home folder; set HOME or TICKERBOARD_STATE\n" in done.stdout
    assert homeless("parse", str(page)).returncode == 0


def test_e18_a_bad_colour_system_is_one_line() -> None:
    with Terminal("--no-motion", size=(160, 20), env={"TEXTUAL_COLOR_SYSTEM": "x"}) as terminal:
        assert terminal.status() == 2
        terminal.read(0.2)
        assert "tickerboard: TEXTUAL_COLOR_SYSTEM: unknown value 'x'; use auto, " in terminal.text
        assert b"\x1b[?1049h" not in terminal.bytes


def test_d6_doctor_refuses_the_colour_system_that_the_board_refuses() -> None:
    done = run("doctor", env={"TEXTUAL_COLOR_SYSTEM": "x"})
    assert done.returncode == 2
    assert "fail  colours: TEXTUAL_COLOR_SYSTEM: unknown value 'x'" in done.stdout


def test_config_init_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    assert run("config", "init", "--config", path).stdout == f"{path}\n"
    assert_refused(run("config", "init", "--config", path), f"{path}: already exists")
    assert_refused(run("config", "init", "--config", path / "x"), f"{path / 'x'}: ")
