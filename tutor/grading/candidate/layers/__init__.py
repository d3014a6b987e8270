"""What fences a candidate in. Each layer returns "" when active, or why it is missing."""
