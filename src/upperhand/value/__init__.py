"""What a package is worth, and how people respond to it."""
