"""Tables of text and of markup: what their columns are, and the quotes of their rows."""
