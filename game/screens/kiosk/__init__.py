"""The kiosk: one visitor after another, each with a game of their own, and nothing left of anybody."""
