"""Learning records: what was chosen and learned, as xAPI statements that say nothing about who it was."""
