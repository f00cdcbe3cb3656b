"""What lies on the table: offers to judge, and tasks to arrange."""
