"""The alternate screen of the terminal, on which the board is. The first picture enters it before Textual is loaded."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
_HIDE_CURSOR, _SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"


class AlternateScreen:
    """Whether a picture stands there already. Many terminals clear the screen whenever it is entered."""

    has_picture = False

    @contextmanager
    def showing(self, picture: str) -> Iterator[None]:
        """Show a picture until the board that opens within the block paints; where none opens, restore the terminal.

        Nothing is shown for an empty picture, nor by a program in the background.
        """
        self.has_picture = bool(picture) and _is_in_foreground()
        if not self.has_picture:
            yield
            return
        os.write(1, f"{ENTER}{_HIDE_CURSOR}{picture}\x1b[H".encode())
        before = signal.getsignal(signal.SIGTSTP)
        if before is not signal.SIG_IGN:
            signal.signal(signal.SIGTSTP, self._suspend)
        try:
            yield
        except BaseException:
            self.leave()
            raise
        finally:
            signal.signal(signal.SIGTSTP, before)

    def _suspend(self, *_: object) -> None:
        """Give the terminal to the shell, as Ctrl+Z wants; the board that opens after `fg` enters the screen again."""
        self.leave()
        os.kill(os.getpid(), signal.SIGSTOP)

    def leave(self) -> None:
        """Take the picture away, if it is still there."""
        if self.has_picture:
            self.has_picture = False
            os.write(1, f"\x1b[0m{LEAVE}{_SHOW_CURSOR}".encode())

    def enter(self) -> str:
        """Return what enters the screen and keeps the picture on it. From now on the driver restores the terminal."""
        had, self.has_picture = self.has_picture, False
        return "" if had else ENTER


ALTERNATE = AlternateScreen()
"""The one that there is."""


def _is_in_foreground() -> bool:
    try:
        return os.tcgetpgrp(1) == os.getpgrp()
    except OSError:  # a terminal that does not control this program
        return True
