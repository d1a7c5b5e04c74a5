"""The article reader on screen."""
