"""The kiosk around the game: what its operator set up, who restarts it, and what is counted."""
