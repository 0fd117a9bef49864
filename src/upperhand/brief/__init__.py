"""Moves, readings and beliefs on one page."""
