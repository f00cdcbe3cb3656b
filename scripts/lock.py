"""Write the lock files anew from pyproject.toml: `python3 scripts/lock.py [--upgrade]`. It needs `uv` on the path.

Without --upgrade, what is pinned stays as it is as long as it fits. The pins hold for every system and Python that the
game runs on, and the files name no index: where packages come from is for each computer to say.
"""

import os
import shutil
import subprocess
import sys

from environment import PLAY_LOCK, ROOT, TEST_LOCK

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
    """Write both files; the one for testing keeps to the versions of the one for playing."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("There is no 'uv' on the path; see https://docs.astral.sh/uv/ or: python3 -m pip install uv")
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}
    for lock, extra in ((PLAY_LOCK, []), (TEST_LOCK, ["--group=dev", f"--constraints={PLAY_LOCK}"])):
        command = [uv, "pip", "compile", "pyproject.toml", "--quiet", *OPTIONS, *extra, *sys.argv[1:], "-o", lock]
        subprocess.run(command, cwd=ROOT, env=surroundings, check=True)


if __name__ == "__main__":
    main()
