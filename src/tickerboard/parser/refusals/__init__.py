"""What turns quotes into problems when all grammars have read a page, and reports the rows that none read."""
