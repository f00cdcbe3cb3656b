"""Telling offers apart, outside of any story."""
