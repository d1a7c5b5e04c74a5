"""Store five snapshots; print the price of each that is acknowledged, and `failed` for each that is not."""

from __future__ import annotations

import sys
from pathlib import Path

from recording import arrival, strip
from tickerboard.history import HistoryError
from tickerboard.history.store import Store

store = Store(Path(sys.argv[1]))
for number in range(1, 6):
    page = strip(ABL=f"{number}.00", **{f"S{each:03}": f"{number}.00" for each in range(200)})
    try:
        for _ in store.add([arrival(page, number)]):
            print(f"{number}.00")  # noqa: T201
    except HistoryError:
        print("failed")  # noqa: T201
