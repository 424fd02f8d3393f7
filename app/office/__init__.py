"""LibreOffice in a child process: convert, count pages, make pictures."""
