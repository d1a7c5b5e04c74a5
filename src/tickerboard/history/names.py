"""The names of sources in the history: a file or folder is known by its whole path, wherever it was named from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tickerboard.history import codec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.sources.updates import Snapshots


def whole(name: str) -> str:
    """Return the whole path of a file or folder; links are not followed, so that a link keeps its own history."""
    import os.path

    return os.path.abspath(name)  # noqa: PTH100  `Path.absolute` keeps `..`


def wanted(sources: Sequence[str]) -> str:
    """Return the names by which the history may know sources, as `json_each` reads them."""
    return codec.json_texts([*sources, *map(whole, sources)])


def as_named(update: Snapshots, sources: Sequence[str]) -> Snapshots:
    """Return an update of the history with the name that its source has here, and so with its pages."""
    name = next((name for name in sources if whole(name) == update.source), update.source)
    if name == update.source:
        return update
    shots = tuple(shot._replace(source=_label(shot.source, update.source, name)) for shot in update.snapshots)
    return update._replace(source=name, snapshots=shots)


def _label(label: str, path: str, name: str) -> str:
    """Return the label of a page of a file or folder that is named in another way."""
    if label == path:
        return name
    return str(Path(name) / label.removeprefix(f"{path}/")) if label.startswith(f"{path}/") else label
