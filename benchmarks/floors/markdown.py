"""Textual's Markdown widget with an article: `python -m benchmarks.floors.markdown FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown


class MarkdownApp(App[None]):
    """An article and nothing else."""

    def compose(self) -> ComposeResult:
        """The text in a box that scrolls."""
        with VerticalScroll():
            yield Markdown(Path(sys.argv[1]).read_text("utf-8"))


MarkdownApp().run()
