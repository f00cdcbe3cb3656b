"""What the game keeps on this computer: settings, saves, progress. Never a name, never anything about help."""
