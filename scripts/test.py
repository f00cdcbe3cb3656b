"""Run all checks, or those named: `python3 scripts/test.py [format lint types layers levels tests]`.

The first run sets up the project's environment, with the tools. All checks run, so that one run shows all faults.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from checks import COMMANDS, run_all, summary, unknown
from environment import ROOT, TEST_LOCK, python_with
from tools import install_all


def main() -> None:
    """Run the checks that the command line names; exit with 1 if any failed, with 2 if there is no such check."""
    names = sys.argv[1:] or list(COMMANDS)
    fault = unknown(names)
    if fault:
        print(fault, file=sys.stderr)
        sys.exit(2)
    python = python_with(TEST_LOCK)
    if "tests" in names:
        install_all()

    # Some tools draw with letters that the code page of a Windows console does not have.
    surroundings = {**os.environ, "PYTHONIOENCODING": "utf-8"}

    def run(arguments: Sequence[str]) -> int:
        return subprocess.call([python, *arguments], cwd=str(ROOT), env=surroundings)

    passed = run_all(names, run)
    print("\n" + summary(passed))
    sys.exit(0 if all(passed.values()) else 1)


if __name__ == "__main__":
    main()
