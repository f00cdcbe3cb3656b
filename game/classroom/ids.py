"""What is named in a class session. None of it says who somebody is."""

from typing import NewType

SessionId = NewType("SessionId", str)
SeatId = NewType("SeatId", str)
"""A device that joined a session: drawn at random, good for this session alone."""
