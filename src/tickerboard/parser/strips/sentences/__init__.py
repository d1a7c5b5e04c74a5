"""The grammar of rows in words: the parts of a clause, what a row is of, and which rows are a list."""
