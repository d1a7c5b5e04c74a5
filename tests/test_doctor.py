"""The doctor: findings, exit status, and output that is safe to share."""

from __future__ import annotations

import os
import pwd
import re
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from loopback import Loopback, answer
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 4.66 No Change ▼ 0.00 (0%)\nKEL 4.66 No Change ▼ 0.\n"
PLANTED = "hunter2"
EXAMINE = "from tickerboard.cli.main import main; sys.exit(main(['doctor', *sys.argv[1:]]))"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a page in it."""
    home = tmp_path / "homes" / PLANTED
    home.mkdir(parents=True)
    (home / "page.txt").write_text(PAGE, "utf-8")
    return home


def examine(home: Path, *arguments: str, **more: str) -> tuple[int, list[str]]:
    """Run the doctor with this home; return the status and the lines."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "TICKERBOARD_", "LC_"))}
    done = subprocess.run(
        [sys.executable, "-m", "tickerboard", "doctor", *arguments],
        capture_output=True,
        env=kept | {"HOME": str(home), "LANG": "C.UTF-8"} | more,
    )
    assert done.stderr == b"", done.stderr
    lines = done.stdout.decode().splitlines()
    assert all(re.match(r"(ok  |warn|fail)  .+: .", line) for line in lines), lines
    return done.returncode, lines


def line_of(lines: list[str], what: str) -> str:
    """The line on something."""
    found = [line for line in lines if line[6:].startswith(what + ": ")]
    assert len(found) == 1, lines
    return found[0]


def test_the_status_is_0_if_nothing_fails(home: Path) -> None:
    status, lines = examine(home, str(home / "page.txt"), "--exec", f"cat {home}/page.txt")
    assert status == 0
    assert line_of(lines, "textual") == f"ok    textual: {version('textual')}"
    assert line_of(lines, "python").endswith(".".join(map(str, sys.version_info[:3])))
    assert line_of(lines, "config") == "ok    config: ~/.config/tickerboard/config.toml: not there; defaults apply"
    assert line_of(lines, "symbols").endswith("not there; the bundled ones apply")
    assert line_of(lines, "state").endswith("state.json: can be written")
    assert line_of(lines, "log") == "ok    log: none"
    assert line_of(lines, "watching files").startswith("ok    watching files: a change was reported after ")
    for source in ("~/page.txt", "--exec cat …"):
        found = line_of(lines, source)
        assert found.startswith("ok  ")
        assert re.search("1 page, 2 quotes, 0 articles, 1 problem, [0-9]+ s old, read in ", found)
    assert not (home / ".local").exists()
    assert not (home / ".config").exists()


@pytest.mark.parametrize(
    ("config", "what", "words"),
    [
        ("them = 'x'", "config", "unknown setting 'them'; did you mean theme?"),
        ("theme = ", "config", "Invalid value (at end of document)"),
        ("log = '/nowhere/at/all.log'", "log", "/nowhere/at/all.log: cannot be written"),
        ("log = '~/page.txt'", "log", "~/page.txt: already exists and is not a log"),
    ],
)
def test_a_bad_config_fails_in_one_line(home: Path, config: str, what: str, words: str) -> None:
    path = home / "config.toml"
    path.write_text(config, "utf-8")
    status, lines = examine(home, "--config", str(path))
    assert status == 2
    assert line_of(lines, what).startswith(f"fail  {what}: ")
    assert line_of(lines, what).endswith(words)
    assert len([line for line in lines if line.startswith("fail")]) == 1


def test_unusable_files_fail(home: Path) -> None:
    symbols = home / "symbols.csv"
    symbols.write_text("what,is,this\n1,2,3\n", "utf-8")
    state = home / "page.txt" / "state.json"
    status, lines = examine(
        home, "--config", str(home / "none.toml"), TICKERBOARD_SYMBOLS=str(symbols), TICKERBOARD_STATE=str(state)
    )
    assert status == 2
    assert line_of(lines, "config") == "fail  config: ~/none.toml: no such file"
    assert line_of(lines, "symbols") == "fail  symbols: ~/symbols.csv: not a file of symbol,name,sector"
    assert line_of(lines, "state") == "fail  state: ~/page.txt/state.json: cannot be written"


@pytest.mark.skipif(os.getuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_fails(home: Path) -> None:
    home.chmod(0o500)
    status, lines = examine(home)
    home.chmod(0o700)
    assert status == 2
    assert line_of(lines, "state") == "fail  state: ~/.local/state/tickerboard/state.json: cannot be written"


def test_sources_that_fail_and_one_that_has_nothing(home: Path) -> None:
    (home / "empty.txt").write_text("", "utf-8")
    busy = answer(status="503 Busy")
    with Loopback(lambda _: busy) as server:
        missing, empty = str(home / "missing.txt"), str(home / "empty.txt")
        status, lines = examine(home, missing, server.url + "/page", empty, "--exec", "exit 3")
    assert status == 2
    assert line_of(lines, "~/missing.txt") == "fail  ~/missing.txt: no such file or directory"
    assert f"fail  {server.url}/page: the server answered 503" in lines
    assert line_of(lines, "~/empty.txt").startswith("warn  ~/empty.txt: 1 page, 0 quotes, 0 articles, ")
    assert line_of(lines, "--exec exit …") == "fail  --exec exit …: ended with status 3"
    assert examine(home, empty)[0] == 0


def test_watching_that_does_not_work_is_a_warning(home: Path) -> None:
    program = f"import sys; sys.modules['watchfiles'] = None; {EXAMINE}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=os.environ | {"HOME": str(home)})
    assert done.returncode == 0
    line = "warn  watching files: does not work here (ModuleNotFoundError); files are polled every second instead\n"
    assert line in done.stdout.decode()


def test_a_capable_terminal(home: Path) -> None:
    around = {"TMUX": PLANTED, "SSH_TTY": PLANTED, "STY": ""}
    with Terminal(
        program=EXAMINE,
        size=(110, 60),
        env={"HOME": str(home), "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", **around},
    ) as terminal:
        assert terminal.status() == 0
        terminal.read(0.3)
        text = terminal.text
    for line in (
        "ok    standard input: a terminal",
        "ok    standard output: a terminal of 110 by 60",
        "ok    TERM: xterm-256color",
        "ok    colours: 16 million (COLORTERM is truecolor)",
        "ok    characters: UTF-8",
        "ok    terminal multiplexer: tmux, ssh",
    ):
        assert line in text
    assert b"\x1b" not in terminal.bytes


def test_a_limited_terminal(home: Path) -> None:
    less = {"TERM": "dumb", "NO_COLOR": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with Terminal(program=EXAMINE, size=(110, 60), opened_at=(19, 4), env={"HOME": str(home), **less}) as terminal:
        assert terminal.status() == 0
        terminal.read(0.3)
        text = terminal.text
    assert "warn  standard output: a terminal of 19 by 4; the board needs 20 by 5" in text
    assert "warn  TERM: dumb; pages are printed as text, without a board" in text
    assert "ok    colours: none, because NO_COLOR is set" in text
    assert "warn  characters: the locale is " in text


def test_the_output_is_safe_to_share(home: Path) -> None:
    """Whatever is secret, or tells whose machine it is, is planted everywhere and found nowhere."""
    config = home / "config.toml"
    config.write_text(
        f'theme = "{PLANTED}"\n[groups]\n{PLANTED} = ["ABL"]\n[views.{PLANTED}]\nfilter = "symbol in {PLANTED}"\n'
        f'[keys]\n"table.sort" = "y"\n[themes.{PLANTED}]\nup = "#ffffff"\n'
    )
    forged = home / "a\x1b]0;title\x07\nok    config: all is well \u202e.txt"
    forged.write_text(PAGE, "utf-8")
    account, host = pwd.getpwuid(os.getuid()).pw_name, os.uname().nodename
    with Loopback(lambda _: answer(PAGE.encode(), Set_Cookie=PLANTED)) as server:
        address = server.url.replace("http://", "")
        status, lines = examine(
            home,
            *("--config", str(config), str(forged), f"/nowhere/{account}/x", f"http://{host}:9/", f"{home}er/x"),
            f"http://user:{PLANTED}@{address}/page?token={PLANTED}#{PLANTED}",
            f"http://user:{PLANTED}/x@{address}/",
            f"9ftp://user:{PLANTED}@{address}/?{PLANTED}",
            *("--exec", f"TOKEN={PLANTED} true", "--exec", f"sh -c 'exit 3' {PLANTED}"),
            TERM="xterm\x1b]0;title\x07\nfail",
            **dict.fromkeys(("API_TOKEN", "TMUX", "SSH_CONNECTION", "NO_COLOR", "LOGNAME"), PLANTED),
        )
    text = "\n".join(lines)
    assert status == 2
    assert line_of(lines, "config") == "ok    config: ~/config.toml: sets groups, keys, theme, themes, views"
    assert f"ok    http://{address}/page: 1 page, 2 quotes" in text
    assert "fail  --exec sh …: ended with status 3" in lines
    assert "fail  /nowhere/<user>/x: no such file or directory" in lines
    assert "http://<host>:9/" in text
    assert f"fail  {home}er/x: no such file or directory" in lines
    assert all(line.isprintable() for line in lines)
    leaving_one_out = text.replace(f"{home.parent}/{PLANTED}er/x", "")  # another folder that begins like the home
    for word in (PLANTED, str(home), "ABL", "KEL", "Decreased", "API_TOKEN"):
        assert word not in leaving_one_out, word
    assert not re.search(rf"\b{re.escape(host)}\b", text)


def test_textual_is_not_loaded(home: Path) -> None:
    code = (
        "import sys; from tickerboard.cli.main import main; main(['doctor', sys.argv[1]]); "
        "sys.exit(any(name.split('.')[0] in {'textual', 'rich'} for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(home / "page.txt")], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
