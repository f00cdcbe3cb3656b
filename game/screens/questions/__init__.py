"""What is asked before and after a story, and days later."""
