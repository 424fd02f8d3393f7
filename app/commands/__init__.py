"""The command line, one module for each command: the same services as the window."""
