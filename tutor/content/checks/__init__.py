"""The parts of `tutor.content.check`, one kind of question each."""
