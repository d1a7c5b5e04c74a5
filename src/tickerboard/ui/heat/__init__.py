"""The heat map: its blocks, and the screen that is full of them."""
