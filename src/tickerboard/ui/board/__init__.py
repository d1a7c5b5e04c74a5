"""The board screen and its layout."""
