"""What holds for all tests: no display, no loudspeaker, and the same examples on every run."""

import os

from hypothesis import settings

pytest_plugins = ["tests.browser"]

# A test that opens a real window says so itself, in the environment of the process that it starts.
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

# A busy machine is no fault of the code, and a check that fails has to fail again when it is looked into.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
