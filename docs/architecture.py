"""Draw `docs/architecture.svg`: the rooms of the package and which of them import which, read from the source."""

from __future__ import annotations

import ast
from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = "tickerboard"
FIRST = ("registry", "text", "model", "logs", "parser", "sources", "board", "table", "history", "export", "settings")
LAST = ("ui", "cli")
WIDE, HIGH, GAP, LEFT = 500, 42, 18, 20
SHOWN = 76
INK, PAPER, LINE, STRONG = "#22262c", "#fbfaf7", "#9aa3ad", "#1f5f99"


def rooms(package: Path) -> list[str]:
    """Return the rooms of the package, the lowest layer first."""
    found = {path.stem for path in package.iterdir() if path.suffix in {".py", ""} and not path.stem.startswith("_")}
    found -= {"py"}
    middle = sorted(found - {*FIRST, *LAST})
    return [room for room in (*FIRST, *middle, *LAST) if room in found]


def purpose(package: Path, room: str) -> str:
    """Return the first sentence of a room's docstring."""
    path = package / room / "__init__.py"
    path = path if path.exists() else package / f"{room}.py"
    told = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0]
    return " ".join(told.split()).split(". ")[0].rstrip(".")[:SHOWN]


def imports(package: Path) -> dict[str, dict[str, int]]:
    """Count, for each room, the modules of every other room that it imports, within functions too.

    Imports for type checkers only are left out: they are not there when the program runs.
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).with_suffix("").parts[0]
        for name in _imported(ast.parse(path.read_text("utf-8"))):
            other = name.split(".")[1] if name.startswith(f"{PACKAGE}.") else ""
            if other and other != room and not room.startswith("_"):
                counts[room][other] += 1
    return counts


def _imported(tree: ast.AST) -> list[str]:
    names: list[str] = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [f"{node.module}.{each.name}" for each in node.names]
        elif isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        else:
            names += _imported(node)
    return names


def picture(package: Path) -> str:
    """Return the picture as SVG: a box a room, the lowest layer at the bottom, and an arrow for each room imported.

    An arrow is the thicker the more modules it stands for, and has their number as its tooltip.
    """
    order, counts = rooms(package), imports(package)
    height = len(order) * (HIGH + GAP) + GAP
    bottom = {room: height - GAP - HIGH - at * (HIGH + GAP) for at, room in enumerate(order)}
    width = LEFT * 2 + WIDE + 26 * len(order)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="14">',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        '<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" '
        f'markerHeight="9" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="{LINE}"/></marker></defs>',
    ]
    for room in order:
        for other, count in sorted(counts[room].items()):
            if other in bottom:
                parts.append(_arrow(room, other, count, bottom))
    for room in order:
        y = bottom[room]
        parts.append(f'<rect x="{LEFT}" y="{y}" width="{WIDE}" height="{HIGH}" rx="6" fill="#fff" stroke="{STRONG}"/>')
        parts.append(
            f'<text x="{LEFT + 12}" y="{y + 18}" fill="{INK}" font-weight="bold">{escape(room)}</text>'
            f'<text x="{LEFT + 12}" y="{y + 34}" fill="{INK}" font-size="11">{escape(purpose(package, room))}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _arrow(room: str, other: str, count: int, bottom: dict[str, int]) -> str:
    """Return the arrow from a room to one it imports, bent the more the further the two are apart."""
    right = LEFT + WIDE
    start, end = bottom[room] + HIGH / 2, bottom[other] + HIGH / 2
    bend = right + 20 + 25 * abs(bottom[room] - bottom[other]) / (HIGH + GAP)
    colour = LINE if end > start else "#b3261e"  # an arrow that goes up breaks the order of the layers
    return (
        f'<path d="M{right} {start} C{bend} {start} {bend} {end} {right + 2} {end}" fill="none" stroke="{colour}" '
        f'stroke-width="{min(1 + count / 8, 4):.1f}" marker-end="url(#to)">'
        f"<title>{escape(room)} imports {count} of {escape(other)}</title></path>"
    )
