"""How a header of text parts its columns, and how the lines below are split into the same cells."""
