"""One sitting, without a screen. Time and randomness are passed in."""
