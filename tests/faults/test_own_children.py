"""E2: a child of ours runs isolated: it imports nothing from the working folder and heeds no PYTHONPATH."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import tickerboard
from tickerboard.ui.dialogs.links import open_in_browser

TRAP = "from pathlib import Path\nPath({marker!r}).touch()\n"


@pytest.mark.parametrize("way", ["working folder", "PYTHONPATH"])
async def test_e2_opening_a_link_runs_no_code_of_the_working_folder(
    way: str, visited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, marker = tmp_path / "folder", tmp_path / "marker"
    folder.mkdir()
    for name in ("webbrowser", "shlex", "subprocess", "sitecustomize"):
        (folder / f"{name}.py").write_text(TRAP.format(marker=str(marker)), "utf-8")
    if way == "PYTHONPATH":
        monkeypatch.setenv("PYTHONPATH", str(folder))
    else:
        monkeypatch.chdir(folder)
    assert await open_in_browser("https://example.org/")
    assert visited.read_text("utf-8") == "https://example.org/\n"
    assert not marker.exists()


def test_e2_every_python_that_we_start_is_isolated() -> None:
    starts = [
        (path.name, [ast.unparse(each) for each in node.elts[:2]])
        for path in Path(tickerboard.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.List | ast.Tuple) and node.elts and ast.unparse(node.elts[0]) == "sys.executable"
    ]
    assert starts
    assert {second for _, (_, second) in starts} == {"'-I'"}
