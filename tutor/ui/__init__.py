"""The screens; nothing else knows Textual."""
