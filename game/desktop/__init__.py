"""The window, its canvas, fonts, input and sound: the only room that knows pygame."""

import os

# Whoever imports pygame gets a line of advertisement on standard output, which is ours to write on.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
