"""From a question to its suggestions."""
