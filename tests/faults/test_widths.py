"""E14, E15: characters that nobody sees are dropped, and those of unsure width move no column."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pyte.screens
import pytest
from wcwidth import wcwidth

from terminal import Terminal
from tickerboard.text.clean import clean
from tickerboard.ui.terminal.pinning import pinned

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

IGNORABLE = [
    *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
]
"""Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 16.0."""
JOINERS = "\u200c\u200d"
NAMES = {
    "AAA": "Plain",
    "BBB": "Heart \u2764\ufe0f \U0001f44d\U0001f3fd thumb",
    "CCC": "Key 1\ufe0f\u20e3 2\ufe0f\u20e3",
    "DDD": "\u0928\u092e\u0938\u094d\u0924\u0947 \u0939\u093f\u0928\u094d\u0926\u0940",
    "EEE": "\u0ba4\u0bae\u0bbf\u0bb4\u0bcd \u0ba8\u0bbf\u0bb1\u0bc1\u0bb5\u0ba9\u0bae\u0bcd",
    "FFF": "\u1781\u17d2\u1798\u17c2\u179a",
    "GGG": "A\u3164B\u115f\u1160C\uffa0D",
    "HHH": "\u1112\u1161\u11ab\u1100\u1173\u11af",
    "III": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f5\U0001f1f0",
    "JJJ": "e\u0301" * 9 + "\u65e5\u672c",
}
POLICIES: dict[str, Callable[[str], int]] = {
    "as pyte": wcwidth,
    "a cell for each mark": lambda letter: 1 if unicodedata.category(letter) == "Mc" else wcwidth(letter),
    "a cell for each emoji": lambda letter: min(wcwidth(letter), 1) if letter > "\uffff" else wcwidth(letter),
}
"""How many cells terminals give a character: they disagree."""


def test_e14_no_ignorable_character_survives() -> None:
    ignorable = [chr(number) for low, high in IGNORABLE for number in range(low, high + 1)]
    assert [f"{ord(each):04X}" for each in ignorable if each not in JOINERS and clean(f"A{each}B") != "AB"] == []


@pytest.mark.parametrize("first", ["\U0001d173", "\ufff0", "\U000e0fff", "\u2065"])
def test_e14_unassigned_and_formatting_ones_go_too(first: str) -> None:
    assert clean(f"A{first}B") == "AB"


@pytest.mark.parametrize("word", ["\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0915\u094d\u200d\u0937"])
def test_e14_joiners_stay_where_a_script_spells_with_them(word: str) -> None:
    assert clean(word) == word


@pytest.mark.parametrize(
    "text", ["A\u200cBL", "\U0001f468\u200d\U0001f469", "\u200d\u0915", "\u0915\u200c 5", "9\u200d9"]
)
def test_e14_joiners_go_elsewhere(text: str) -> None:
    assert not set(clean(text)) & set(JOINERS)


def test_text_of_known_width_is_written_as_it_is() -> None:
    text = "\x1b[1;1HABL 75.25 ▲ +0.18 │ Zürich Αθήνα 日本語 \x1b[0m"
    assert pinned(text) == text


@pytest.mark.parametrize("policy", POLICIES)
def test_e15_columns_stay_where_they_are(policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyte.screens, "wcwidth", POLICIES[policy])
    path, config, symbols = (tmp_path / name for name in ("page.txt", "config.toml", "symbols.csv"))
    path.write_text("".join(f"{symbol} 75.25 No Change ▼ 0.00 (0%)\n" for symbol in NAMES), "utf-8")
    config.write_text('columns = ["symbol", "name", "last"]\nmotion = false\n', "utf-8")
    rows = "".join(f"{symbol},{name},\n" for symbol, name in NAMES.items())
    symbols.write_text("symbol,name,sector\n" + rows, "utf-8")
    environment = {"TICKERBOARD_SYMBOLS": str(symbols), "TICKERBOARD_CONFIG": str(config)}
    with Terminal(str(path), size=(140, 30), env=environment) as terminal:
        terminal.until(lambda text: text.count("75.25") > len(NAMES))
        terminal.until_silent()
        lines = [terminal.screen.buffer[y] for y in range(3, 3 + len(NAMES))]
        starts = {
            next(x for x in range(136) if "".join(line[x + at].data for at in range(5)) == "75.25") for line in lines
        }
        assert len(starts) == 1, terminal.text
