"""An example of a package that extends tickerboard by entry points."""
