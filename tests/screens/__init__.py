"""Screens played headless, through intents."""
