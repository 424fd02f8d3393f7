"""The window: what is seen, and what it remembers while it is seen."""
