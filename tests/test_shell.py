"""Completions and the man page: made from the commands, and understood by the shells themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tickerboard.cli.shell import FILES
from tickerboard.cli.shell.bash import bash
from tickerboard.cli.shell.fish import fish
from tickerboard.cli.shell.manual import manual
from tickerboard.cli.shell.words import everything
from tickerboard.cli.shell.zsh import zsh

ROOT = Path(__file__).parent.parent


def completed(words: list[str], folder: Path) -> list[str]:
    """What bash offers for the last of these words."""
    script = folder / "completion.bash"
    script.write_text(bash(), "utf-8")
    reply = 'printf "%s\\n" "${COMPREPLY[@]}"'
    program = f'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _tickerboard; {reply}'
    done = subprocess.run(
        ["bash", "-c", program, "bash", str(script), *words], capture_output=True, text=True, cwd=folder
    )
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["tickerboard", "pa"], ["parse", "page one.txt"]),
        (["tickerboard", "parse", "--fo"], ["--format", "--follow"]),
        (["tickerboard", "parse", "--format", ""], ["table", "json", "ndjson", "csv"]),
        (["tickerboard", "parse", "--format", "=", "nd"], ["ndjson"]),
        (["tickerboard", "parse", "--config", "page"], ["page one.txt"]),
        (["tickerboard", "parse", "--where", ""], []),
        (["tickerboard", "parse", "page"], ["page one.txt"]),
        (["tickerboard", "config", "i"], ["init"]),
        (["tickerboard", "--li"], ["--live"]),
        (["tickerboard", "page one.txt", "--no"], ["--no-motion"]),
    ],
)
def test_d17_bash_completes(tmp_path: Path, words: list[str], found: list[str]) -> None:
    (tmp_path / "page one.txt").touch()
    assert completed(words, tmp_path) == found


@pytest.mark.parametrize("script", [bash, zsh, fish, manual])
def test_d17_every_option_of_every_command_is_there(script: object) -> None:
    text = script().replace("\\-", "-")  # type: ignore[operator]
    for command, words in everything():
        assert command.name in text
        for word in words:
            for option in word.options:
                assert option in text or f"-l {option[2:]}" in text or f"-s {option[1:]}" in text


@pytest.mark.parametrize(("shell", "script"), [("bash", bash), ("zsh", zsh), ("fish", fish)])
def test_d17_the_shell_reads_its_script(tmp_path: Path, shell: str, script: object) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    path = tmp_path / "script"
    path.write_text(script(), "utf-8")  # type: ignore[operator]
    done = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_d17_fish_completes(tmp_path: Path) -> None:
    if not shutil.which("fish"):
        pytest.skip("fish is not installed")
    path = tmp_path / "tickerboard.fish"
    path.write_text(fish(), "utf-8")
    program = f"source {path}; complete -C 'tickerboard parse --format '"
    done = subprocess.run(["fish", "--no-config", "-c", program], capture_output=True, text=True)
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} == {"table", "json", "ndjson", "csv"}


def test_d17_the_man_page_is_without_warnings(tmp_path: Path) -> None:
    if not shutil.which("groff"):
        pytest.skip("groff is not installed")
    path = tmp_path / "tickerboard.1"
    path.write_text(manual(), "utf-8")
    done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "ended by SIGTERM" in done.stdout


def test_d17_the_files_go_into_the_wheel() -> None:
    assert "[tool.hatch.build.targets.wheel.hooks.custom]" in (ROOT / "pyproject.toml").read_text("utf-8")
    assert (ROOT / "hatch_build.py").is_file()
    assert {place.split("/")[1] for place in FILES} == {"man", "bash-completion", "zsh", "fish"}


def test_d17_the_files_are_made_without_any_installed_library() -> None:
    """The wheel is built where only the build's own requirements are installed."""
    code = "from tickerboard.cli.shell import FILES; print(sum(len(text()) for text in FILES.values()))"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 10_000
