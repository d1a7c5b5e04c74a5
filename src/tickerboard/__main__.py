"""`python -m tickerboard`."""

import sys

from tickerboard.cli.main import main

sys.exit(main())
