"""Write the lock files anew: `python3 scripts/lock.py [--upgrade]`. It needs `uv` and `npm` on the path.

Those of the game come from pyproject.toml, and those of the tools for tests from the folder tests/tools. Without
--upgrade, what is pinned stays as it is as long as it fits. The pins hold for every system and Python that the game
runs on, and the files name no index: where packages come from is for each computer to say.
"""

import os
import shutil
import subprocess
import sys

from environment import OLDEST_PYTHON, PLAY_LOCK, ROOT, TEST_LOCK
from tools import LOCKS

OLDEST = ".".join(map(str, OLDEST_PYTHON))

OPTIONS = [
    "--universal",
    "--generate-hashes",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=python3 scripts/lock.py",
    # Hashes have to be those of the public index, whatever this computer is set to.
    "--no-config",
    "--default-index=https://pypi.org/simple",
]


def main() -> None:
    """Write all files; the one for testing keeps to the versions of the one for playing."""
    uv = _program("uv", "see https://docs.astral.sh/uv/ or: python3 -m pip install uv")
    npm = _program("npm", "it comes with Node.js, https://nodejs.org/")
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}
    for source, lock, extra in (
        ("pyproject.toml", PLAY_LOCK, []),
        ("pyproject.toml", TEST_LOCK, ["--group=dev", f"--constraints={PLAY_LOCK}"]),
        (str(LOCKS / "ralph.in"), str(LOCKS / "ralph.lock"), [f"--python-version={OLDEST}"]),
    ):
        command = [uv, "pip", "compile", source, "--quiet", *OPTIONS, *extra, *sys.argv[1:], "-o", lock]
        subprocess.run(command, cwd=ROOT, env=surroundings, check=True)
    # Its settings, such as that no address is written down, lie beside it.
    update = "update" if "--upgrade" in sys.argv else "install"
    subprocess.run([npm, update, "--package-lock-only"], cwd=ROOT / LOCKS, check=True)


def _program(name: str, where_from: str) -> str:
    found = shutil.which(name)
    return found or sys.exit(f"There is no '{name}' on the path; {where_from}")


if __name__ == "__main__":
    main()
