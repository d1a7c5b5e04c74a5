"""The history: every snapshot that was recorded, in one SQLite file, and the questions it answers."""

from tickerboard.history.errors import DamagedError, HistoryError, NoHistoryError, RefusedError
from tickerboard.history.history import History

__all__ = ["DamagedError", "History", "HistoryError", "NoHistoryError", "RefusedError"]
