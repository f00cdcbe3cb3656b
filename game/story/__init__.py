"""The rules of a level: pure values and functions, without a clock, a file, a random source, or a screen."""
