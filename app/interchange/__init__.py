"""Open formats in and out: profile, answer tables, questionnaires as JSON, notices."""
