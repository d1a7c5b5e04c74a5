"""What the tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared" / "pages"


@pytest.fixture
def shared_pages() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the folder of real pages is not beside this checkout")
    return SHARED
