"""`tickerboard parse --follow` as a process of its own, and the pages that it prints."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any, Self

from children import default_signals

if TYPE_CHECKING:
    from pathlib import Path


class Following:
    """Follows a source; what it prints is gathered while the test does other things."""

    def __init__(self, *sources: Path | str) -> None:
        command = [sys.executable, "-m", "tickerboard", "parse", "--follow", "--format", "ndjson", *map(str, sources)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdout=pipe, stderr=pipe, preexec_fn=default_signals)
        self._printed: queue.Queue[Any] = queue.Queue()
        self._said: queue.Queue[str] = queue.Queue()
        self._readers = [threading.Thread(target=each, daemon=True) for each in (self._read_pages, self._read_errors)]

    def _read_pages(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._printed.put(json.loads(line))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._said.put(line.decode().rstrip("\n"))

    def __enter__(self) -> Self:
        for each in self._readers:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def page(self, seconds: float = 60) -> list[tuple[str, Any]]:
        """Wait for the next page; give the symbol and the last price of its quotes."""
        return [(quote["symbol"], quote["last"]) for quote in self._printed.get(timeout=seconds)["quotes"]]

    def until(self, wanted: list[tuple[str, Any]], seconds: float = 60) -> list[list[tuple[str, Any]]]:
        """Wait for a page; give those that came before it."""
        before = []
        while (page := self.page(seconds)) != wanted:
            before.append(page)
        return before

    def complaint(self, seconds: float = 60) -> str:
        """Wait for the next line on standard error."""
        return self._said.get(timeout=seconds)

    def is_silent(self, seconds: float) -> bool:
        """Tell whether nothing more is printed, nor said."""
        try:
            self._printed.get(timeout=seconds)
        except queue.Empty:
            return self._said.empty()
        return False
