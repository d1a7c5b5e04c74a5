"""Every export format. Other packages add to them by the entry-point group `tickerboard.exports`."""

from __future__ import annotations

from tickerboard.export.csv import CSV
from tickerboard.export.format import ExportFormat
from tickerboard.export.json import JSON
from tickerboard.export.ndjson import NDJSON
from tickerboard.export.table import TABLE
from tickerboard.registry import Registry

FORMATS = Registry("tickerboard.exports", ExportFormat, (TABLE, JSON, NDJSON, CSV))


def find(name: str) -> ExportFormat:
    """Return the format of a name; plugins are loaded only for one that is not ours. Raise KeyError, PluginError."""
    return FORMATS.get(name) or FORMATS.all()[name]
