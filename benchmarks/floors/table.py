"""A minimal Textual application with Textual's own DataTable: `python -m benchmarks.floors.table [ROWS]`."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class TableApp(App[None]):
    """A table and nothing else."""

    def compose(self) -> ComposeResult:
        """The table alone."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill it with rows such as the board has."""
        table = self.query_one(DataTable)
        for name in ("#", "symbol", "last", "change", "percent", "previous"):
            table.add_column(name, width=10)
        for at in range(int(sys.argv[1]) if len(sys.argv) > 1 else 34):
            table.add_row(str(at), f"S{at:05}", f"{at + 9}.50", "▲ +1.25", "+0.91%", f"{at + 8}.25")


TableApp().run()
