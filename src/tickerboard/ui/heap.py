"""One heap for all threads, where the C library would give each its own."""

from __future__ import annotations

_MOST_HEAPS = -8
"""glibc's M_ARENA_MAX."""
_LEAST_APART = -3
"""M_MMAP_THRESHOLD."""
_LONG_TEXT = 128 * 1024


def share_heap() -> None:
    """Let threads that begin from now on share the heap of the first.

    Work goes to whichever thread is idle, so each of four heaps would grow to what the largest page takes, and keep it:
    ten of a hundred MiB with ten thousand rows. A page's text stays out of the heap and goes back to the system; glibc
    would begin to put it there after the first one. Other C libraries have one heap.
    """
    import ctypes  # 1.5 ms, once the board is painted

    if (option := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        option(_MOST_HEAPS, 1)
        option(_LEAST_APART, _LONG_TEXT)
