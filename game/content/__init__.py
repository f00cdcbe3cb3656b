"""From YAML files written by authors to values of the story, with every fault at its line and column."""
