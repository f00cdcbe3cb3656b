"""A class session: the server on the teacher's computer, its pages, and what is known of who answered what."""
