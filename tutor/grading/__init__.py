"""From the learner's source text to a report that can be trusted."""
