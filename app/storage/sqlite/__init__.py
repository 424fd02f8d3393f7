"""What only SQLite and SQLCipher speak."""
