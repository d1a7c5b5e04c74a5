"""The figures of a line of text: tokens, the number style of a page, currencies."""
