"""What the header of a table says: which field each of its words names, and whose figures are no quotes."""
