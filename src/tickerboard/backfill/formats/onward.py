"""Streams as FastWARC reads them: from where they stand, counted from zero, and only onward."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from tickerboard.backfill.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Counted:
    """A stream that counts what is read of it and cannot be sought in."""

    def __init__(self) -> None:
        self._read = 0

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._read

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refuse: it only goes onward."""
        raise io.UnsupportedOperation("seek")

    def close(self) -> None:
        """Leave the bytes below to their owner."""


class Onward(_Counted):
    """A stream from where it stands."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; none at the end."""
        data = self._stream.read(size)
        self._read += len(data)
        return data


class Inflated(_Counted):
    """The decompressed bytes of a file; `fault` is what ended them early."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        super().__init__()
        self._parts, self._rest = parts, b""
        self.fault: DamagedError | None = None

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; none at the end."""
        while not self._rest:
            try:
                self._rest = next(self._parts)
            except StopIteration:
                return b""
            except DamagedError as error:
                self.fault = error
                return b""
        size = len(self._rest) if size < 0 else size
        data, self._rest = self._rest[:size], self._rest[size:]
        self._read += len(data)
        return data
