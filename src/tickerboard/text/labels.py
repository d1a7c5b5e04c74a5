"""Labels of sources, as they fit on a line."""

from __future__ import annotations


def short_label(source: str) -> str:
    """Return a file without its folders, and an address without its scheme."""
    _, scheme, rest = source.partition("://")
    return rest if scheme else source.rstrip("/").rpartition("/")[2] or source
