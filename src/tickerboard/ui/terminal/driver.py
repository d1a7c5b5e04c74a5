"""The terminal under the board: what Textual's own driver does not survive is handled here, and nowhere else.

Each piece names the behaviour of Textual that it is for; `tests/faults/test_canaries.py` shows when one can go.
"""

from __future__ import annotations

import atexit
import os
import selectors
import signal
import termios
import threading
import time
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from tickerboard.logs import log
from tickerboard.ui.terminal.alternate import ALTERNATE, ENTER
from tickerboard.ui.terminal.keyboard import Typed, TypedApp
from tickerboard.ui.terminal.pinning import pinned

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

_ENDING = "HUP INT QUIT TRAP ABRT USR1 USR2 ALRM TERM STKFLT XCPU VTALRM PROF IO PWR SYS".split()  # noqa: SIM905
ENDINGS = {number: 128 + number for name in _ENDING if (number := getattr(signal, f"SIG{name}", None))}
"""Signals that end the board, and the exit status for each: all that end a process and are no fault of its own."""
HUNG_UP = ENDINGS[signal.SIGHUP]
GRACE_SECONDS = 1.0
"""The most that an orderly end may take; after that the terminal is restored by force."""
DRAIN_SECONDS = 0.5
BACKLOG_CAP = 65_536
"""Bytes that may wait for a terminal that does not read; pictures beyond that are left out and drawn later."""
WIDEST, HIGHEST = 2_000, 1_000
"""The largest terminal that is drawn, in cells."""
RESTORED = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l"
    b"\x1b[<u\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
)
"""Every mode that the board turns on, turned off."""


class BoardDriver(LinuxDriver):
    """The terminal of the board: it is always restored, whatever ends the board.

    Output never blocks: Textual writes from a thread whose queue of 30 blocks the event loop, and the end, as soon as
    the terminal does not read.
    """

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        # Textual draws on standard error, which a user may well send to a file; the board is standard output.
        self.fileno_out = 1
        self._way_out = -1
        self._backlog = bytearray()
        self._left_out = self._stopping = self._on_screen = self._called_back = self._timed = False
        self._focus: events.AppFocus | events.AppBlur | None = None
        self._status: int | None = None
        self._own_thread = threading.get_ident()
        self._attributes = _attributes(self.fileno)
        self._handlers: dict[int, Any] = {}
        if self._size is None:
            self._size = self._get_terminal_size()
        self._catch_signals()

    # -- the end: Textual leaves raw mode, mouse and alternate screen on when a signal ends the process

    def _catch_signals(self) -> None:
        """Catch what would end the process; a signal that was ignored from the start (nohup) stays ignored.

        By `signal.signal`, for handlers of the event loop do not run while it is blocked.
        """
        for number in ENDINGS:
            before = signal.getsignal(number)
            if before is not signal.SIG_IGN or number == signal.SIGALRM:
                self._handlers[number] = before
                signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, _: object) -> None:
        if number == signal.SIGALRM and self._timed:
            self._force()
        self.end(ENDINGS[number])

    def _limit_the_end(self) -> None:
        """Start the timer that ends the process by force; once, so that further signals do not put it off."""
        if not self._timed:
            self._timed = True
            signal.setitimer(signal.ITIMER_REAL, GRACE_SECONDS)
            # The last threads have ended by then, and what remains is to free memory, in which no handler runs.
            atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)

    def end(self, status: int) -> None:
        """End the board in order, by force where that takes too long; from any thread."""
        if self._status is None:
            self._status = status
        self._limit_the_end()
        self._loop.call_soon_threadsafe(self._app.exit, None, status)

    def _force(self) -> NoReturn:
        """Restore the terminal at once and end the process."""
        self._restore()
        status = self._status if self._status is not None else self._app.return_code or 0
        log.end(status)
        os._exit(status)

    def _restore(self) -> None:
        with suppress(OSError, termios.error):
            if self._attributes is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._attributes)
            termios.tcflush(self.fileno, termios.TCOFLUSH)  # what nobody reads would be in the way
        with suppress(OSError):
            os.write(self._way_out, RESTORED)

    def close(self) -> None:
        """Write what is left, for half a second at most; a process that lingers after that is ended by the timer."""
        if self._way_out >= 0:
            self._drain()
            os.close(self._way_out)
            self._way_out = -1
        super().close()
        if self._app.return_code is not None:
            for number, before in self._handlers.items():
                if number != signal.SIGALRM:
                    signal.signal(number, signal.SIG_DFL if before is None else before)
            # A thread in a hung look-up of a name would keep the process for minutes.
            self._limit_the_end()

    def _drain(self) -> None:
        end = time.monotonic() + DRAIN_SECONDS
        with selectors.SelectSelector() as selector:
            selector.register(self._way_out, selectors.EVENT_WRITE)
            while self._backlog and (left := end - time.monotonic()) > 0:
                selector.select(left)
                self._push()
        self._loop.remove_writer(self._way_out)
        if self._backlog:
            self._backlog.clear()
            self._restore()

    # -- output

    def write(self, data: str) -> None:
        """Write, or keep it until the terminal reads; a picture is left out while too much waits already."""
        if threading.get_ident() != self._own_thread:
            self._loop.call_soon_threadsafe(self.write, data)
        elif self._way_out >= 0:
            if len(self._backlog) > BACKLOG_CAP and not self._stopping:
                self._left_out = True
                return
            text = ALTERNATE.enter() if data == ENTER else pinned(data)
            self._backlog += text.encode("utf-8", "replace")
            self._push()

    def _push(self) -> None:
        try:
            while self._backlog:
                del self._backlog[: os.write(self._way_out, self._backlog)]
        except BlockingIOError:
            self._loop.add_writer(self._way_out, self._push)
            return
        except OSError:  # the terminal is gone; whoever reads it ends the board
            self._backlog.clear()
        self._loop.remove_writer(self._way_out)
        if self._left_out and not self._stopping:
            self._left_out = False
            self._redraw()

    def _redraw(self) -> None:
        self._app.call_later(self._app.refresh, layout=True)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Ask the terminal: Textual lets COLUMNS and LINES of the environment freeze the size."""
        try:
            width, height = os.get_terminal_size(self.fileno_out)
        except OSError:
            width, height = 0, 0
        return min(width or 80, WIDEST), min(height or 24, HIGHEST)

    def start_application_mode(self) -> None:
        """Set the terminal up."""
        self._way_out = _way_out(self.fileno_out)
        self._stopping, self._on_screen = False, True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Restore the terminal."""
        self._stopping, self._on_screen = True, False
        super().stop_application_mode()
        self.write("\x1b[?1016l")  # Textual turns reports in pixels on and never off

    # -- suspended and resumed: Textual's screen is blank after `fg`, and its keyboard dead after SIGCONT alone

    def _sigtstp_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._go_away)

    def _sigcont_application(self, *_: object) -> None:
        if not self._called_back:  # however often it is called, it comes back once
            self._called_back = True
            self._loop.call_soon_threadsafe(self._come_back)

    def _go_away(self) -> None:
        if self._on_screen:
            self.suspend_application_mode()
        ALTERNATE.leave()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _come_back(self) -> None:
        """Set the terminal up again, whatever the shell did to it meanwhile; in the background, wait."""
        self._called_back = False
        if self._app.return_code is not None:
            return
        with suppress(OSError):
            if os.tcgetpgrp(self.fileno) != os.getpgrp():
                os.kill(os.getpid(), signal.SIGSTOP)
                return
        if self._on_screen:
            self.suspend_application_mode()
        self.resume_application_mode()
        self._redraw()

    # -- input: Textual's thread ends the app on bytes that are not UTF-8, and spins when the terminal is gone

    def run_input_thread(self) -> None:
        """Read keys until the end; a terminal that is gone ends the board."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = b""
                if selector.select(0.1):
                    try:
                        data = os.read(self.fileno, 4096)
                    except OSError:
                        data = b""
                    if not data:
                        self.end(HUNG_UP)
                        return
                parser = self._type(parser, decode(data))

    def process_message(self, message: Message) -> None:
        """Pass on what was typed or reported: focus once, whatever the number of reports, and no size but the real one.

        Textual restyles the whole application for each report of focus, and believes any size that somebody types.
        """
        if isinstance(message, events.AppFocus | events.AppBlur):
            waiting, self._focus = self._focus, message
            if waiting is None:
                self._loop.call_soon_threadsafe(self._app.call_later, self._report_focus)
            return
        if isinstance(message, events.Resize):
            size = Size(*self._get_terminal_size())
            message = events.Resize(size, size, pixel_size=message.pixel_size)
        if isinstance(message, Typed) and isinstance(self._app, TypedApp):
            self._loop.call_soon_threadsafe(self._app.hold_picture)
        super().process_message(message)

    def _report_focus(self) -> None:
        """Report the focus that the terminal has by now, where the application does not know it."""
        message, self._focus = self._focus, None
        if message is not None and isinstance(message, events.AppFocus) is not self._app.app_focus:
            super().process_message(message)

    def _type(self, parser: XTermParser, text: str) -> XTermParser:
        """Pass keys to the app; a sequence that Textual's parser fails on is dropped, with the parser."""
        try:
            for event in (*(parser.feed(text) if text else ()), *parser.tick()):
                self.process_message(event)
        except Exception:  # noqa: BLE001  whatever was typed, the keyboard lives
            return XTermParser()
        return parser


def _attributes(descriptor: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(descriptor)
    except termios.error:
        return None


def _way_out(descriptor: int) -> int:
    """Open the terminal again, so that writing to it does not block and no shared descriptor is changed."""
    flags = os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY
    for find in (os.ttyname, lambda _: "/dev/tty"):
        with suppress(OSError):
            return os.open(find(descriptor), flags)
    return os.dup(descriptor)
