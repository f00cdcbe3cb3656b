"""What an author reads about a level: its measures as a table, its story as a map."""
