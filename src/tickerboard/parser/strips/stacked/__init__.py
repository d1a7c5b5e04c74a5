"""The grammar of a name above its figures, each on a line of its own or several on one."""
