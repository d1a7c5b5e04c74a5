"""Writes the shell completions and the man page into the wheel, from the commands of this very source."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Runs while a wheel is built; it needs nothing installed but the build's own requirements."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files and name their places below the installation's prefix."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        from tickerboard.cli.shell import FILES

        self._folder = Path(tempfile.mkdtemp())
        for place, text in FILES.items():
            path = self._folder / Path(place).name
            path.write_text(text(), "utf-8")
            build_data["shared_data"][str(path)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the files again."""
        shutil.rmtree(self._folder, ignore_errors=True)
