"""The learner's record in SQLite: a log that is only appended to, and caches of it."""
