"""What is true of tenders: frozen dataclasses and pure functions, standard library only."""
