"""The bare parser: reads texts of JSONL, waits for a line, parses them, and prints its processor time in seconds."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tickerboard import parse


def main() -> None:
    """Print a line when the texts are read, and parse them when one comes."""
    texts = [json.loads(line)["text"] for name in sys.argv[1:] for line in Path(name).read_bytes().splitlines()]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    start = time.process_time()
    for text in texts:
        parse(text)
    sys.stdout.write(f"{time.process_time() - start}\n")


if __name__ == "__main__":
    main()
