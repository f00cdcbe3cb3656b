"""How each widget looks: its least height at a width, its natural width, and its painter."""
