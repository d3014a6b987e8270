"""The terminal tutor for language models. Importing the package does nothing."""

__version__ = "0.1.0"
