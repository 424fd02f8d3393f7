"""The state behind each page, in QtCore only."""
