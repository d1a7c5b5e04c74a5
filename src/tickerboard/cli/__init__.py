"""The command line: one module a command, their output and exit codes."""
