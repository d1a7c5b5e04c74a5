"""Grammars of whole lines: one row, or several with something, or nothing, between them."""
