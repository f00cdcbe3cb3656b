"""A class in the window of the game: what the projector shows, and a pupil's own game that belongs to a class.

Nothing here knows a network: screens look at a state of `game.classroom.client.states`, and tell a link what they want.
"""
