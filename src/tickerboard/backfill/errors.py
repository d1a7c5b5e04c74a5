"""What a backfill cannot do, in plain words."""

from __future__ import annotations

from tickerboard.errors import TickerboardError


class BackfillError(TickerboardError):
    """A backfill that cannot run or go on. The message is one plain line."""


class DamagedError(Exception):
    """Input bytes that are cut or damaged. `code` is one of `rejections.REJECTIONS`, the message one plain line."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class UnreliableError(DamagedError):
    """A checksum that does not match: nothing that was read under it may be kept."""

    def __init__(self, message: str) -> None:
        super().__init__("damaged", message)
