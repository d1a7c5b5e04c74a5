"""What is written to the terminal for a change: no cell that has not changed."""

from __future__ import annotations

from terminal import Terminal


def test_what_has_not_changed_is_not_written() -> None:
    with Terminal("--no-motion", size=(120, 24)) as terminal:
        terminal.until(lambda text: "row 1 of 34" in text)
        terminal.read(0.5)
        before = len(terminal.bytes)
        terminal.type("j")
        terminal.until(lambda text: "row 2 of 34" in text)
        terminal.read(0.2)
        written = terminal.bytes[before:].decode()
        assert "2 of 34" in written
        assert "─" * 9 not in written
