"""What the parts of a level are named by. They weigh nothing, so records and options can use them before any level."""

from typing import NewType

LevelId = NewType("LevelId", str)
PassageId = NewType("PassageId", str)
"""Names a passage or an ending: both are places a story can be at, and share one name space."""
ChoiceId = NewType("ChoiceId", str)
MessageId = NewType("MessageId", str)
MeterId = NewType("MeterId", str)
FlagId = NewType("FlagId", str)
CastId = NewType("CastId", str)
