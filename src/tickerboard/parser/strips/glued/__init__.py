"""Grammars of rows without spaces: what shows where a name ends and its price begins."""
