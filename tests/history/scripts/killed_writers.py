"""Kill a writer so many times; whatever it had acknowledged by then must be in the history."""

from __future__ import annotations

import itertools
import os
import signal
import sys
from pathlib import Path

from recording import arrival, keep, prices, strip
from tickerboard.history import History, database
from tickerboard.history.store import Store


def write(path: Path, first: int, pipe: int) -> None:
    """Store snapshots for ever and acknowledge each."""
    with Store(path) as store:
        for number in itertools.count(first):
            page = strip(ABL=f"{number}.00", **{f"S{each:02}": f"{number}.50" for each in range(60)})
            for _ in store.add([arrival(page, number)]):
                os.write(pipe, b"%d\n" % number)


path, kills, mode = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
database.journal_mode = lambda *_: mode
keep(path, arrival(strip(ABL="0.00")))
acknowledged = {"0.00"}
reader = History(path)
for kill in range(kills):
    read, acknowledge = os.pipe()
    if (child := os.fork()) == 0:
        write(path, 1 + kill * 10_000, acknowledge)
    os.close(acknowledge)
    wanted, heard = kill % 7 + 1, b""
    while heard.count(b"\n") < wanted:
        heard += os.read(read, 65_536)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(read, 65_536):
        heard += more
    os.close(read)
    acknowledged |= {f"{line.decode()}.00" for line in heard.split()}
    assert acknowledged <= {f"{each.last:f}" for each in reader.points("ABL")}, kill
    with History(path) as other:
        assert acknowledged <= {f"{each.last:f}" for each in other.points("ABL")}, kill
assert acknowledged <= set(prices(path))
print(f"{kills} kills")  # noqa: T201
