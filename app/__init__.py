"""Everything a supplier would still need if there were no window."""
