"""Running learner code in a fenced-in process that can only send back values."""
