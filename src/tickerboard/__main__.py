"""`python -m tickerboard`."""

import sys

from tickerboard.cli import main

sys.exit(main())
