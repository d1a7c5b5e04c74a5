"""The contract of the command line: input, order of options, filters, statuses, and every way to fail in one line."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from boards import put
from terminal import Terminal
from tickerboard.cli.commands import BOARD, COMMANDS
from tickerboard.cli.statuses import STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 4.66 Increased By ▲ 0.10 (2.19%)\n"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link>https://e.org/1</link></item><item><title>Two</title></item></channel></rss>"""
PROGRAM = [sys.executable, "-m", "tickerboard"]


def run(
    *arguments: str | Path, stdin: bytes | int = subprocess.DEVNULL, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program; standard input is the null device, a text or a descriptor."""
    command = [*PROGRAM, *map(str, arguments)]
    everything = os.environ | (env or {})
    if isinstance(stdin, bytes):
        done = subprocess.run(command, capture_output=True, env=everything, input=stdin)
    else:
        done = subprocess.run(command, capture_output=True, env=everything, stdin=stdin)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `tb` is the program."""
    program = f'tb() {{ {shlex.join(PROGRAM)} "$@"; }}\n{line}'
    return subprocess.run(["bash", "-c", program], capture_output=True, text=True)


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Nothing is printed but one line that has these words; the status is 2."""
    assert (done.returncode, done.stdout) == (2, ""), done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("tickerboard: ")
    assert "internal error" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


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


def test_d10_output_is_utf_8_in_every_locale(page: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"}
    assert "▼" in run("parse", page, env=plain).stdout
    page.write_text(PAGE + "\nThe rupee’s fall – “a surprise” – went on for a third day in a row on Monday.\n", "utf-8")
    command = [*PROGRAM, "parse", "--follow", "--format", "ndjson", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | plain) as process:
        assert process.stdout is not None
        try:
            assert "rupee’s" in process.stdout.readline().decode("utf-8")
        finally:
            process.kill()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["parse PAGE", "parse --help", "--version", "config path", "doctor", "PAGE"])
def test_d11_a_full_disk_is_one_line(page: Path, command: str) -> None:
    done = shell(f"tb {command.replace('PAGE', str(page))} >/dev/full")
    assert (done.returncode, done.stderr) == (2, "tickerboard: standard output: no space left on device\n")


@pytest.mark.parametrize("command", ["parse PAGE", "parse --help", "config path", "PAGE"])
def test_d11_a_closed_output_is_one_line(page: Path, command: str) -> None:
    done = shell(f"tb {command.replace('PAGE', str(page))} >&-")
    assert (done.returncode, done.stderr) == (2, "tickerboard: standard output is closed\n")


def test_d11_a_broken_pipe_and_a_closed_standard_error_are_silent(page: Path) -> None:
    done = shell(f"tb parse --format ndjson {page} | true; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("0\n", "")
    done = shell(f"tb parse {page}.missing 2>&-; echo $?")
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_d13_json_is_a_list_for_several_pages_also_when_some_fail(page: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    done = run("parse", "--format", "json", page, missing)
    assert (done.returncode, [each["source"] for each in json.loads(done.stdout)]) == (2, [str(page)])
    assert json.loads(run("parse", "--format", "json", missing, tmp_path / "none.txt").stdout) == []
    assert run("parse", "--format", "json", missing).stdout == ""
    assert isinstance(json.loads(run("parse", "--format", "json", page).stdout), dict)
    (tmp_path / "folder").mkdir()
    assert json.loads(run("parse", "--format", "json", tmp_path / "folder").stdout) == []


def test_d13_a_page_that_is_removed_is_an_event(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    first, second = folder / "a.txt", folder / "b.txt"
    first.write_text(PAGE, "utf-8")
    second.write_text(PAGE, "utf-8")
    command = [*PROGRAM, "parse", "--follow", "--format", "ndjson", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert [json.loads(process.stdout.readline())["source"] for _ in "ab"] == [str(first), str(second)]
            second.unlink()
            gone = {"schema": 2, "event": "removed", "source": str(second)}
            assert json.loads(process.stdout.readline()) == gone
        finally:
            process.kill()


def test_d4_csv_of_a_feed_says_what_it_leaves_out(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED)
    done = run("parse", "--format", "csv", feed)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
    assert done.stderr == f"{feed}: no quotes; csv leaves out 2 articles, json has them\n"


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


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("command", [["parse"], ["parse", "--follow", "--format", "ndjson"], ["doctor", "-"]])
def test_a_signal_ends_every_command_with_its_status(command: list[str], number: int, status: int) -> None:
    """The page never ends; the program says that it reads by leaving the pipe empty."""
    code = (
        "import signal, sys; [signal.signal(each, signal.SIG_DFL) for each in (1, 15)]; "
        "signal.signal(2, signal.default_int_handler)\n"
        "from tickerboard.cli.main import main; sys.stderr.write('ready\\n'); sys.stderr.flush(); sys.exit(main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        process.stdin.write(b"ABL 114.90 Decreased By")
        process.stdin.flush()
        wait_until_read(process.stdin.fileno())
        process.send_signal(number)
        assert process.wait(30) == status
        assert process.stderr.read() == b""


def wait_until_read(descriptor: int) -> None:
    """Wait until the other side has read what a pipe holds."""
    import fcntl
    import struct
    import termios
    import time

    for _ in range(3_000):
        if struct.unpack("i", fcntl.ioctl(descriptor, termios.FIONREAD, b"\0\0\0\0"))[0] == 0:
            return
        time.sleep(0.01)
    raise AssertionError("nobody reads")


def test_a_signal_that_is_ignored_stays_so(page: Path) -> None:
    """As under nohup: the terminal goes, the command goes on."""
    code = (
        "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from tickerboard.cli.main import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "parse", "--follow", "--format", "ndjson", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline()
            process.send_signal(signal.SIGHUP)
            put(page, PAGE.replace("114.90", "113.90"))
            assert b"113.90" in process.stdout.readline()
        finally:
            process.kill()


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
