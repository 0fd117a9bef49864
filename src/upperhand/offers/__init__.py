"""Packages: which ones leave nothing on the table."""
