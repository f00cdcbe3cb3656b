"""What a game on another computer knows of a class: `states` are values that screens show; the rest asks for them.

Nothing here is asked by a screen and waits: a link lives on a thread of its own, and a screen reads its last state.
"""
