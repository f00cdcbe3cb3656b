"""Start the game: `python3 scripts/play.py [arguments for the game]`. The first start sets up its environment."""

import sys

from environment import PLAY_LOCK, ROOT, become, python_with


def main() -> None:
    """Become the game, run by the project's own environment."""
    become([python_with(PLAY_LOCK), str(ROOT / "main.py"), "play", *sys.argv[1:]])


if __name__ == "__main__":
    main()
