"""The parts of Textual that we override or call and that are not promised: they are there, and Textual calls ours."""

from __future__ import annotations

import inspect
import signal
from typing import TYPE_CHECKING

import pytest
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from children import state_of, wait_for
from terminal import Terminal
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.terminal.driver import BoardDriver
from tickerboard.ui.terminal.guard import GuardedApp
from tickerboard.ui.terminal.keyboard import TypedApp

if TYPE_CHECKING:
    from collections.abc import Callable

OVERRIDDEN: list[tuple[type, type, str]] = [
    *((LinuxDriver, BoardDriver, name) for name in ("write", "close", "run_input_thread", "_get_terminal_size")),
    (LinuxDriver, BoardDriver, "process_message"),
    *((LinuxDriver, BoardDriver, name) for name in ("start_application_mode", "stop_application_mode")),
    *((LinuxDriver, BoardDriver, name) for name in ("_sigtstp_application", "_sigcont_application")),
    *((App, GuardedApp, name) for name in ("get_line_filters", "pop_screen", "_handle_exception")),
    *((App, GuardedApp, name) for name in ("_fatal_error", "_print_error_renderables")),
    (App, TypedApp, "on_event"),
]
CALLED: list[tuple[type, str, list[str]]] = [
    (XTermParser, "feed", ["data"]),
    (XTermParser, "tick", []),
    (LinuxDriver, "suspend_application_mode", []),
    (LinuxDriver, "resume_application_mode", []),
    (LinuxDriver, "process_message", ["message"]),
    (App, "_close_messages_no_wait", []),
]
WATCHED = """
from tickerboard.ui.terminal import driver, guard, keyboard
called = set()

def watch(owner, name):
    real = getattr(owner, name)
    def watched(self, *given, **named):
        called.add(name)
        return real(self, *given, **named)
    setattr(owner, name, watched)

for owner, names in ((driver.BoardDriver, DRIVER), (guard.GuardedApp, GUARD), (keyboard.TypedApp, ["on_event"])):
    for name in names:
        watch(owner, name)

from tickerboard.ui.board.screen import BoardScreen
def action_heat(self):
    raise ValueError
BoardScreen.action_heat = action_heat
from tickerboard.cli.main import main
status = main()
print("called:", *sorted(called))
sys.exit(status)
"""


def parameters(function: Callable[..., object]) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


@pytest.mark.parametrize(("base", "ours", "name"), OVERRIDDEN, ids=lambda each: getattr(each, "__name__", each))
def test_what_we_override_is_there_and_takes_the_same(base: type, ours: type, name: str) -> None:
    theirs = getattr(base, name)
    assert name in vars(ours), f"{ours.__name__}.{name} is not overridden"
    assert len(parameters(theirs)) == len(parameters(getattr(ours, name))), f"Textual's {name} takes something else now"
    assert issubclass(TickerboardApp if issubclass(ours, App) else BoardDriver, ours)


@pytest.mark.parametrize(("owner", "name", "takes"), CALLED, ids=lambda each: getattr(each, "__name__", str(each)))
def test_what_we_call_is_there_and_takes_the_same(owner: type, name: str, takes: list[str]) -> None:
    assert parameters(getattr(owner, name)) == takes, f"Textual's {name} takes something else now"


def test_what_we_override_is_what_textual_calls() -> None:
    names = {ours: [name for _, owner, name in OVERRIDDEN if owner is ours] for _, ours, _ in OVERRIDDEN}
    program = WATCHED.replace("DRIVER", repr(names[BoardDriver])).replace("GUARD", repr(names[GuardedApp]))
    with Terminal("--no-motion", program=program) as terminal:
        terminal.until(lambda text: "AIRLINK" in text)
        terminal.send(signal.SIGTSTP)
        wait_for(lambda: state_of(terminal.process.pid) == "T")
        terminal.send(signal.SIGCONT)
        terminal.until(lambda _: terminal.bytes.count(b"\x1b[?1049h") == 2)
        terminal.type("?qm")
        assert terminal.status() == 2
        terminal.read(0.2)
        called = terminal.bytes.decode().rpartition("called: ")[2].split()
    assert set(called) == {name for *_, name in OVERRIDDEN}
