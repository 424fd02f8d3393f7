"""Answers into a copy of the buyer's file: the same kinds and names as the readers."""
