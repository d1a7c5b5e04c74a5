"""Store so many snapshots under a name, waiting for other writers."""

from __future__ import annotations

import sys
from pathlib import Path

from recording import arrival, keep, strip
from tickerboard.history.errors import LockedError

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    page = arrival(strip(ABL=f"{number}.{ord(name)}", KEL="1.00"), number, label=name)
    while True:
        try:
            keep(path, page)
            break
        except LockedError:
            continue
