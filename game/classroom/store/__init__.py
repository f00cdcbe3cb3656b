"""What is kept of sessions: one SQLite file on the teacher's computer."""
