"""When to ask again. Pure; the only user of fsrs."""
