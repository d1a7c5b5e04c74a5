"""What the tests of Textual's behaviour have in common."""

from __future__ import annotations


def still(misbehaves: object, now: str, ours: str) -> None:
    """Check that Textual still misbehaves; `now` is what it does else, `ours` what is then not needed."""
    assert misbehaves, f"Textual {now} now: {ours} may not be needed"
