"""Write the generated parts of the docs from the code's own declarations.

    python docs/build.py            write them
    python docs/build.py --check    write nothing; exit with status 1 where one is out of date

A page holds a generated part between `<!-- generated: NAME -->` and `<!-- end -->`. To add one, write a function that
returns Markdown, decorate it with `@part("NAME")`, and put the two comments where it belongs.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import architecture
import measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).parent.parent
PARSER = ROOT / "src" / "tickerboard" / "parser"
PAGES = (ROOT / "README.md", ROOT / "SECURITY.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"(?<=<!-- generated: )(?P<name>[a-z-]+) -->\n.*?(?=<!-- end -->)", re.DOTALL)
PARTS: dict[str, Callable[[], str]] = {}


def part(name: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Declare what writes the generated part of this name."""

    def declare(write: Callable[[], str]) -> Callable[[], str]:
        PARTS[name] = write
        return write

    return declare


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table; a `|` within a cell is escaped."""
    lines = [list(head), ["---"] * len(list(head)), *(list(row) for row in rows)]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


@part("settings")
def settings() -> str:
    """Return every setting with its default and its range."""
    from tickerboard.settings.config import Config
    from tickerboard.settings.setting import is_table, settings_of
    from tickerboard.settings.writing import as_toml

    rows = []
    for each in settings_of(Config).values():
        default = f"[{each.name}]" if is_table(each) else as_toml(each.default)
        rows.append((f"`{each.name}`", f"`{default}`", each.kind.words, each.help))
    return table(("setting", "default", "must be", "what"), rows)


def _settings_within(holder: type, what: str) -> str:
    from tickerboard.settings.setting import settings_of
    from tickerboard.settings.writing import as_toml

    rows = [
        (f"`{each.name}`", f"`{as_toml(each.default)}`", each.kind.words, each.help)
        for each in settings_of(holder).values()
    ]
    return table((f"setting of {what}", "default", "must be", "what"), rows)


@part("view-settings")
def view_settings() -> str:
    """Return the settings of a view."""
    from tickerboard.settings.config import ViewSettings

    return _settings_within(ViewSettings, "a view")


@part("alert-settings")
def alert_settings() -> str:
    """Return the settings of an alert."""
    from tickerboard.settings.config import AlertSettings

    return _settings_within(AlertSettings, "an alert")


@part("article-fields")
def article_fields() -> str:
    """Return the fields of articles that alerts know."""
    from tickerboard.alerts.fields import ARTICLE_FIELDS

    return table(("name", "holds"), ((f"`{each.name}`", f"the {each.help}") for each in ARTICLE_FIELDS))


@part("events")
def events() -> str:
    """Return the words of alerts for what changes from one snapshot to the next."""
    from tickerboard.alerts.language import EVENTS

    return table(("word", "true when"), ((f"`{name}`", what) for name, what in EVENTS.items()))


@part("keys")
def keys() -> str:
    """Return every action with its id and its keys."""
    from tickerboard.ui.app import TickerboardApp
    from tickerboard.ui.keymap import bindings

    return table(
        ("id", "keys", "what"),
        (
            (f"`{each.id}`", " ".join(f"`{key.strip()}`" for key in each.key.split(",")), each.description)
            for each in bindings(TickerboardApp)
        ),
    )


@part("themes")
def themes() -> str:
    """Return every theme of our own."""
    from tickerboard.ui.themes import HELP

    return table(("theme", "what"), ((f"`{name}`", what) for name, what in HELP.items()))


@part("columns")
def columns() -> str:
    """Return every column of our own, which is also a field of filters."""
    from tickerboard.table.columns import COLUMNS

    return table(
        ("name", "holds", "shows"),
        ((f"`{each.name}`", "text" if each.is_text else "number", each.help) for each in COLUMNS),
    )


@part("schema")
def schema_() -> str:
    """Return a table for each object of the output."""
    from tickerboard import schema

    parts = []
    for shape in schema.SHAPES:
        rows = [(f"`{each.name}`", each.type, each.presence.value, each.help) for each in shape.fields]
        head = f"## {shape.name.capitalize()}\n\n{shape.help}\n\n"
        parts.append(head + table(("field", "type", "null", "what"), rows))
    return "\n".join(parts)


@part("csv-header")
def csv_header() -> str:
    """Return the header of CSV."""
    from tickerboard.export.csv import HEADER

    return f"\n    {','.join(HEADER)}\n\n"


@part("formats")
def formats() -> str:
    """Return every export format."""
    from tickerboard.export.formats import FORMATS

    rows = [(f"`{each.name}`", each.help, "yes" if each.rows else "no") for each in FORMATS]
    return table(("format", "what", "in the board's export (`e`)"), rows)


@part("statuses")
def statuses() -> str:
    """Return the exit statuses."""
    from tickerboard.cli.statuses import STATUSES

    return table(("status", "meaning"), STATUSES)


@part("commands")
def commands() -> str:
    """Return every command."""
    from tickerboard.cli.commands import BOARD, COMMANDS

    return table(
        ("command", "does"), ((f"`tickerboard {each.name}".rstrip() + "`", each.help) for each in (BOARD, *COMMANDS))
    )


@part("grammars")
def grammars() -> str:
    """Return every grammar of other sites with its examples, their lines parted by a slash, tabs as `⇥`."""
    from tickerboard.parser.strips.grammars import all_grammars

    rows = []
    for each in all_grammars():
        examples = ", ".join("`" + example.replace("\t", " ⇥ ").replace("\n", " / ") + "`" for example in each.examples)
        rows.append((f"`{each.name}`", examples, each.prevents))
    return table(("grammar", "examples", "false match it prevents"), rows)


@part("measured")
def measured_() -> str:
    """Return what each grammar reads on the made-up pages of other sites among the cases."""
    return table(("grammar", "pages", "rows", *measured.KINDS), measured.rows(ROOT / "tests" / "parser" / "cases"))


@part("parser-rooms")
def parser_rooms() -> str:
    """Return the rooms of the parser, each with what it is for."""
    rows = ((f"`{room.relative_to(PARSER)}/`", said(room / "__init__.py")) for room in rooms() if room != PARSER)
    return table(("room", "what it is for"), rows)


@part("parser-modules")
def parser_modules() -> str:
    """Return every module of the parser, room by room, with what it says of itself."""
    found = []
    for room in rooms():
        name = room.relative_to(PARSER.parent).as_posix()
        modules = sorted(each for each in room.glob("*.py") if each.name != "__init__.py")
        lines = [f"- `{each.name}`: {said(each)}" for each in modules]
        found.append("\n".join([f"\n## `{name}/`\n\n{said(room / '__init__.py')}\n", *lines]))
    return "\n".join(found) + "\n\n"


def rooms() -> list[Path]:
    """Return the folders of the parser, itself first."""
    return [PARSER, *sorted(path.parent for path in PARSER.rglob("__init__.py") if path.parent != PARSER)]


def said(module: Path) -> str:
    """Return the first paragraph of a module's docstring, on one line."""
    text = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    return " ".join(text.partition("\n\n")[0].split())


@part("problem-codes")
def problem_codes() -> str:
    """Return every code of a problem."""
    from tickerboard.parser.problems import CODES

    return table(("code", "meaning"), ((f"`{each.name}`", each.help) for each in CODES))


def written(text: str) -> str:
    """Return a page's text with its generated parts written again. Raises KeyError for an unknown part."""
    return _BLOCK.sub(lambda found: f"{found['name']} -->\n{PARTS[found['name']]()}", text)


def outputs() -> dict[Path, str]:
    """Return every generated file, and every page with generated parts, as they should be."""
    pages = {page: page.read_text("utf-8") for page in PAGES if page.exists()}
    return {page: written(text) for page, text in pages.items()} | {
        ROOT / "docs" / "architecture.svg": architecture.picture(ROOT / "src" / "tickerboard")
    }


def main(arguments: list[str]) -> int:
    """Write, or with `--check` only compare; return the exit status."""
    checking = arguments == ["--check"]
    stale = {path: text for path, text in outputs().items() if not path.exists() or path.read_text("utf-8") != text}
    for path, text in stale.items():
        if not checking:
            path.write_text(text, "utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}: {'out of date' if checking else 'written'}\n")
    return 1 if checking and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
