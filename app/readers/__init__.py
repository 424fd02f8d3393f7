"""A buyer's file into a questionnaire: one module for each kind of file, and the signals they share."""
