"""The settings: read, checked, shown and written."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from test_cli import run
from tickerboard.settings.config import Config, ConfigError, ViewSettings
from tickerboard.settings.reading import read_config
from tickerboard.settings.setting import settings_of
from tickerboard.settings.state import State, load_state, save_state
from tickerboard.settings.writing import as_toml, commented

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path, text: str) -> Config:
    path.write_text(text, "utf-8")
    return read_config(path, needed=True)[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_every_kind_of_setting(path: Path) -> None:
    config = read(
        path,
        'theme = "colour-blind"\nmotion = false\ntape_speed = 5\nevery = 2.5\ncolumns = ["symbol", "last"]\n'
        'sort = "percent desc, symbol"\n[groups]\nbanks = ["HBL"]\n'
        '[views.movers]\nfilter = "percent > 2 and symbol in banks"\nsort = "percent desc"\n'
        '[keys]\n"table.sort" = "x"\n[themes.mine]\nup = "#00ff00"\n',
    )
    assert (config.theme, config.motion, config.tape_speed, config.every) == ("colour-blind", False, 5, 2.5)
    assert config.columns == ("symbol", "last")
    assert config.views["movers"] == ViewSettings("percent > 2 and symbol in banks", "percent desc")
    assert (config.groups, config.keys) == ({"banks": ("HBL",)}, {"table.sort": "x"})
    assert config.themes == {"mine": {"up": "#00ff00"}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("them = 'x'", "unknown setting 'them'; did you mean theme?"),
        ("tape_speed = 'fast'", "tape_speed must be a whole number"),
        ("tape_speed = 99", "tape_speed must be from 1 to 30"),
        ("motion = 1", "motion must be true or false"),
        ("columns = ['smybol']", "unknown column 'smybol'; did you mean symbol?"),
        ("columns = []", "columns must be a list of names"),
        ("sort = 'percent down'", "invalid sort 'percent down'"),
        ("groups = 3", "groups must be a table"),
        ("[groups]\nbanks = 'HBL'", "groups.banks must be a list of symbols"),
        ("[views.a]\nfiltr = 'x'", "unknown setting 'filtr' in views.a; did you mean filter?"),
        ("[views.a]\nfilter = 'percnt > 2'", "views.a.filter: unknown field 'percnt'; did you mean percent?"),
        ("[keys]\nx = 3", "keys.x must be text in quotes"),
        ("theme = ", "Invalid value (at end of document)"),
        ("a = [" * 3000, ""),
    ],
)
def test_an_invalid_config_is_one_line(path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read(path, text)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme = 'dracola'", "unknown theme 'dracola'"),
        ('[keys]\n"table.srt" = "x"', "unknown action 'table.srt'; did you mean table.sort?"),
        ('[keys]\n"table.sort" = "j"', "'j' would mean both table.sort and table.down"),
        ("[themes.mine]\nup = 'greenish'", "themes.mine.up: 'greenish' is not a colour"),
        ("[themes.mine]\nuo = '#fff'", "themes.mine: unknown colour 'uo'"),
    ],
)
def test_an_invalid_theme_or_key_is_one_line(path: Path, text: str, message: str) -> None:
    from terminal import Terminal

    path.write_text(text, "utf-8")
    with Terminal("--config", str(path), size=(160, 20)) as terminal:
        assert terminal.status() == 2
        terminal.read(0.2)
        assert message in terminal.text.replace("\n", "")
        assert b"\x1b[?1049h" not in terminal.bytes


def test_the_commented_config_is_a_config_and_names_every_setting(path: Path) -> None:
    text = commented()
    assert tomllib.loads(text) == {}
    assert read(path, text) == Config()
    assert all(f"# {each.name} = " in text or f"# [{each.name}]" in text for each in settings_of(Config).values())
    plain = "\n".join(line[2:] for line in text.split("\n") if " = " in line or line.startswith("# ["))
    assert read(path, plain).theme == Config().theme


def test_show_has_the_origin_of_each_value(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("tape_speed = 5\n", "utf-8")
    monkeypatch.setenv("TICKERBOARD_CONFIG", str(path))
    shown = run("config", "show").stdout.decode()
    assert f"tape_speed = 5  # {path}\n" in shown
    assert 'theme = "tickerboard-dark"  # default\n' in shown
    assert run("config", "path").stdout.decode() == f"{path}\n"
    assert run("config", "init").returncode == 2
    assert path.read_text("utf-8") == "tape_speed = 5\n"


def test_the_state_is_kept_and_a_damaged_one_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.json"
    state = State(("KEL", "HBL"), "movers", ("symbol", "last"))
    save_state(path, state)
    assert load_state(path) == state
    for damage in ("", "[]", '{"watchlist": 3}', '{"view": 3}', "{"):
        path.write_text(damage)
        assert load_state(path) == State()


def test_what_show_prints_is_a_config_that_means_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        'log = "a \\"quoted\\" \\\\ name"\n[groups]\n"my banks" = ["HBL"]\n[keys]\n"table.sort" = "y"\n'
        '[views."two words"]\nfilter = \'sector = "cement"\'\n'
    )
    config = read(path, text)
    monkeypatch.setenv("TICKERBOARD_CONFIG", str(path))
    shown = run("config", "show").stdout.decode()
    assert read(path, shown) == config
    assert as_toml(config.views) == as_toml(read(path, shown).views)
