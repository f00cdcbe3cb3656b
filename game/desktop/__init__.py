"""The window, its canvas, fonts, input and sound: the only room that knows pygame."""
