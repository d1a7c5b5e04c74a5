"""Tables of markup as rows of cells: `table` elements, grids, and tables built of other elements."""
