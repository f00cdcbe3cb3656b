"""The game from a checkout: `python main.py <command>`, the same as the installed command `before-you-go`."""

from game.cli import main

if __name__ == "__main__":
    main()
