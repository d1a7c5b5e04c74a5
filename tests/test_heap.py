"""All threads of the board share the heaps that there are once it is painted."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

SCRIPT = """
import ctypes, threading
from tickerboard.ui.heap import share_heap
share_heap()
full = threading.Barrier(8)
def fill():
    held = [bytes(2_000) for _ in range(1_000)]
    full.wait()
threads = [threading.Thread(target=fill) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
ctypes.CDLL(None).malloc_stats()
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="the C library has one heap")
def test_eight_threads_share_a_heap() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stderr.count("Arena ") == 1
