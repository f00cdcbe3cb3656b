"""The command line: one file a group of commands."""

from game.cli.command_line import main

__all__ = ["main"]
