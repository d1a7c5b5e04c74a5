"""One heap for all threads, where the C library would give each its own."""

from __future__ import annotations

_MOST_HEAPS = -8
"""glibc's M_ARENA_MAX."""


def share_heap() -> None:
    """Let threads that begin from now on share the heap of the first.

    Work goes to whichever thread is idle, so each of four heaps would grow to what the largest page takes, and keep it:
    ten of a hundred MiB with ten thousand rows. Only glibc has several heaps.
    """
    import ctypes  # 1.5 ms, once the board is painted

    if (option := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        option(_MOST_HEAPS, 1)
