"""Turns sessions into views: what each page shows, and what it must not show."""
