"""Canaries: each shows that Textual still does what a piece of our driver, guard or keyboard is there for.

When one fails, Textual has mended itself, and its message tells which piece can go.
"""

from __future__ import annotations

import re
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import OptionList, Static
from textual.worker import WorkerFailed

from boards import until
from canaries import still
from children import catches, cpu_of, state_of, wait_for
from terminal import Terminal

if TYPE_CHECKING:
    from textual.app import ComposeResult

PLAIN = """
import signal
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

class Linked(Widget):
    DEFAULT_CSS = "Linked { height: 1; }"

    def render_line(self, y):
        return Strip([Segment("a link", Style(link="http://evil.example/"))])

class Plain(App):
    BINDINGS = [("q", "quit", "")]

    def compose(self):
        yield Static("plain board")
        yield Static(Content("\\x1b]0;pwned\\x07 \\u202e1.00 \\x9b31m"))
        yield Linked()
        yield Static(Content.styled("red", "red"))

    def on_resize(self, event):
        self.query_one(Static).update(f"plain board {event.size.width}x{event.size.height}")

MORE
Plain().run()
"""
FAULTY = """
def broken(self):
    password = "hunter2-in-a-variable"
    raise ValueError
Plain.on_mount = broken
"""
BUSY = """
def on_mount(self):
    turns = iter(range(10_000))
    self.set_interval(0.01, lambda: self.query_one(Static).update("plain board" + f" {next(turns)}" * 2_000))
Plain.on_mount = on_mount
"""
IGNORING = "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
TO_A_FILE = "import os; os.dup2(os.open(os.devnull, os.O_WRONLY), 2)"


def plain(more: str = "", **options: Any) -> Terminal:
    """Run an application of Textual's own, without anything of ours."""
    return Terminal(program=PLAIN.replace("MORE", more), **options)


def opened(terminal: Terminal) -> Terminal:
    terminal.until(lambda text: "plain board" in text)
    return terminal


def ends(terminal: Terminal) -> bool:
    """Return whether the application ends."""
    end = time.monotonic() + 20
    while terminal.process.poll() is None and time.monotonic() < end:
        terminal.read(0.1)
    return terminal.process.poll() is not None


def at_rest(terminal: Terminal) -> bool:
    """Return whether the application had no processor time for a second: it waits for something."""
    before = cpu_of(terminal.process.pid)
    time.sleep(1)
    return cpu_of(terminal.process.pid) == before


@pytest.mark.parametrize("name", ["TERM", "HUP", "QUIT"])
def test_signals_leave_the_terminal_as_the_board_had_it(name: str) -> None:
    with opened(plain()) as terminal:
        terminal.send(signal.Signals[f"SIG{name}"])
        assert terminal.status() == -signal.Signals[f"SIG{name}"]
        broken = 1049 in terminal.modes_on and terminal.attributes != terminal.attributes_before
        still(broken, f"gives the terminal back on SIG{name}", "BoardDriver._catch_signals")


def test_reports_in_pixels_stay_on_and_what_a_widget_shows_is_obeyed() -> None:
    with opened(plain()) as terminal:
        terminal.type("\x1b[?2048;2$y")  # a terminal that knows this gets its mouse reports in pixels
        terminal.until(lambda _: 1016 in terminal.modes_on)
        terminal.type("q")
        assert terminal.status() == 0
        still(1016 in terminal.modes_on, "turns mode 1016 off", "the last line of BoardDriver.stop_application_mode")
        for harm in (b"\x1b]0;pwned", b"\xe2\x80\xae", b"\xc2\x9b", b"\x1b]8;"):
            still(harm in terminal.bytes, f"keeps {harm!r} from the terminal", "that part of guard.TextOnly")


def test_a_stopped_board_comes_back_blank_and_one_that_is_called_back_is_deaf() -> None:
    with opened(plain()) as terminal:
        terminal.until(lambda text: "a link" in text)
        terminal.read(0.5)
        terminal.send(signal.SIGTSTP)
        wait_for(lambda: state_of(terminal.process.pid) == "T")
        terminal.read(0.3)
        terminal.screen.reset()
        terminal.send(signal.SIGCONT)
        terminal.read(1)
        still("a link" not in terminal.text, "redraws after fg", "the redraw in BoardDriver._come_back")
    # On a busy machine the key gets through now and then.
    still(
        any(_deaf_after_cont() for _ in range(10)), "reads keys after SIGCONT alone", "BoardDriver._sigcont_application"
    )


def _deaf_after_cont() -> bool:
    with opened(plain()) as terminal:
        terminal.read(0.5)
        terminal.send(signal.SIGCONT)
        terminal.until(lambda _: terminal.bytes.count(b"\x1b[?1049h") == 2)  # it has taken the terminal once more
        terminal.type("q")
        terminal.read(1)
        return terminal.process.poll() is None


def test_a_terminal_that_does_not_read_holds_the_board() -> None:
    with opened(plain(BUSY, size=(200, 60))) as terminal:
        wait_for(lambda: at_rest(terminal))  # nothing is read meanwhile
        terminal.type("q")
        time.sleep(1)
        still(terminal.process.poll() is None, "does not wait for the terminal", "BoardDriver.write with its backlog")


def test_sizes_of_the_environment_win() -> None:
    with opened(plain(env={"COLUMNS": "50", "LINES": "10"}, size=(100, 30))) as terminal:
        terminal.until(lambda text: re.search(r"board \d+x\d+", text) is not None)
        still("50x10" in terminal.text, "asks the terminal for its size", "BoardDriver._get_terminal_size")


def test_bytes_that_are_no_text_end_the_board() -> None:
    with opened(plain()) as terminal:
        terminal.type(b"\xff")
        still(ends(terminal), "survives them", "BoardDriver.run_input_thread")


def test_a_closed_terminal_leaves_it_spinning() -> None:
    with opened(plain(IGNORING)) as terminal:
        before = cpu_of(terminal.process.pid)
        terminal.close()
        wait_for(lambda: terminal.process.poll() is not None or cpu_of(terminal.process.pid) > before + 0.3)
        still(terminal.process.poll() is None, "ends with its terminal", "the hang-up in BoardDriver.run_input_thread")


def test_it_draws_on_standard_error() -> None:
    with plain(TO_A_FILE) as terminal:
        wait_for(lambda: catches(terminal.process.pid, signal.SIGWINCH))  # the driver has started
        terminal.read(0.5)
        still(b"\x1b[?1049h" not in terminal.bytes, "draws on standard output", "BoardDriver.fileno_out")


def test_a_fault_prints_what_variables_had_and_ends_with_status_0() -> None:
    with plain(FAULTY) as terminal:
        still(terminal.status() == 0, "ends with another status after a fault", "the status in run.run_board")
        still(b"hunter2" in terminal.bytes, "keeps variables to itself", "GuardedApp._fatal_error")


def test_no_color_still_has_greys_and_an_empty_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(plain(env={"NO_COLOR": "1", "COLORTERM": "truecolor"})) as terminal:
        still(b"[38;2;" in terminal.bytes or b";38;2;" in terminal.bytes, "writes no colour", "ansi_color in app.py")
    monkeypatch.setenv("NO_COLOR", "")
    still(App[None]().no_color, "takes an empty NO_COLOR for none", "the line about it in cli.py")


class Dialog(ModalScreen[None]):
    """A dialog of a plain application."""

    def compose(self) -> ComposeResult:
        yield Static("dialog")


class Below(Screen[None]):
    """A screen of a plain application: Enter opens the dialog, x is counted."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", ""), Binding("x", "count", "")]
    counted = 0

    def compose(self) -> ComposeResult:
        yield Vertical(Vertical(OptionList("a choice")))

    def on_option_list_option_selected(self) -> None:
        self.app.push_screen(Dialog())

    def action_count(self) -> None:
        self.counted += 1


def type_at_once(app: App[None], keys: str) -> None:
    for key in keys:
        app.post_message(events.Key("enter" if key == "\r" else key, key))


async def test_keys_overtake_what_the_one_before_has_begun() -> None:
    app, below = App[None](), Below()
    async with app.run_test() as pilot:
        await app.push_screen(below)
        await pilot.pause()
        type_at_once(app, "\rx")
        await until(pilot, lambda: isinstance(app.screen, Dialog))
        await pilot.pause()
        still(below.counted, "hands keys on in turn", "ui/keyboard.py")


async def test_the_palette_dismisses_what_is_below_it() -> None:
    # Now and then the search that still runs ends the application before.
    still(any([await _below_is_dismissed() for _ in range(5)]), "dismisses its palette once", "GuardedApp.pop_screen")


async def _below_is_dismissed() -> bool:
    app, below = App[None](), Below()
    is_gone = False
    with suppress(WorkerFailed):
        async with app.run_test() as pilot:
            await app.push_screen(below)
            await pilot.press("ctrl+p", *"theme")
            await until(pilot, lambda: app.screen.query_one(CommandList).option_count > 0)
            await pilot.pause(0.3)
            type_at_once(app, "\r\r")
            for _ in range(100):
                await pilot.pause(0.05)
                if is_gone := below not in app.screen_stack:
                    break
    return is_gone


async def test_a_palette_that_was_left_fails_late() -> None:
    app = App[None]()
    with suppress(WorkerFailed):
        async with app.run_test() as pilot:
            app.action_command_palette()
            await until(pilot, lambda: isinstance(app.screen, CommandPalette) and app.screen.query(CommandList))
            await pilot.pause()
            palette = app.screen
            assert isinstance(palette, CommandPalette)
            await app.pop_screen()
            palette._gather_commands("x")
            await until(pilot, lambda: app._exception is not None)
    still("CommandList" in str(app._exception), "lets a left palette be", "GuardedApp._is_late")
