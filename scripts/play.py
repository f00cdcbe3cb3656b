"""Start the game, or another of its commands: `python3 scripts/play.py [LEVEL | OPTIONS | COMMAND …]`.

The first start sets up its environment.
"""

import sys

from environment import PLAY_LOCK, ROOT, become, python_with


def main() -> None:
    """Become the game, run by the project's own environment."""
    become([python_with(PLAY_LOCK), str(ROOT / "main.py"), *sys.argv[1:]])


if __name__ == "__main__":
    main()
