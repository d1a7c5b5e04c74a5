"""Small files of the user's: settings, symbols, state. Read at once or not at all."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SIZE_CAP = 5_000_000
"""Bytes of a file that is read; a larger one is refused."""


def read_regular(path: Path) -> str:
    """Read a regular file of UTF-8 text. Raise OSError or ValueError (UnicodeDecodeError for other text).

    A pipe or a device in its place is refused instead of waited for: the caller may be the screen's thread. The null
    device stands for an empty file.
    """
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(status.st_mode) and os.path.realpath(path) != os.devnull:
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        if status.st_size > SIZE_CAP:
            raise OSError(errno.EFBIG, f"larger than {SIZE_CAP // 1_000_000} MB", str(path))
        return file.read(SIZE_CAP).decode()
