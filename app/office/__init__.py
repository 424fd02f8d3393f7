"""LibreOffice in a child process: convert files and picture their pages. Nothing here works without it."""
