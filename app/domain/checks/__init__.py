"""The checks before submission: pure functions from a bid to its findings, one module for each."""
