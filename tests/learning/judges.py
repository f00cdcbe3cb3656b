"""Those who say whether a statement is one: Ralph, whose store it is sent to, and the validation of Learning Locker.

Both live in environments of their own (`scripts/tools.py`); what is run there is handed over as a text.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.kits import node_modules, ralph_python

KEY: Final = "teacher:secret"
_PATIENCE_S: Final = 60

# Its file backend keeps only the first write unless it is told to append.
_SERVE: Final = """
import json, os, socket, sys
from pathlib import Path
folder = Path(sys.argv[1])
import bcrypt
name, secret = sys.argv[2].split(":")
user = {"username": name, "hash": bcrypt.hashpw(secret.encode(), bcrypt.gensalt(4)).decode(), "scopes": ["all"],
        "agent": {"mbox": "mailto:lrs@example.org"}}
(folder / "auth.json").write_text(json.dumps([user]))
os.environ |= {"RALPH_APP_DIR": str(folder), "RALPH_AUTH_FILE": str(folder / "auth.json"),
               "RALPH_RUNSERVER_BACKEND": "fs", "RALPH_SENTRY_DSN": "",
               "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "store")}
from ralph.backends.data.base import BaseOperationType
from ralph.backends.data.fs import FSDataBackend
FSDataBackend.default_operation_type = BaseOperationType.APPEND
import uvicorn
from ralph.api import app
line = socket.create_server(("127.0.0.1", 0))
print(line.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False)).run([line])
"""
_JUDGE: Final = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
for line in sys.stdin:
    try:
        BaseXapiStatement.model_validate_json(line)
    except ValueError as error:
        print(json.dumps([json.loads(line)["verb"]["id"], str(error)]))
"""
_JUDGE_BY_NODE: Final = """
const validate = require(process.argv[1] + "/@learninglocker/xapi-validation/dist/index.js").default;
const lines = require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean);
for (const line of lines) {
  const statement = JSON.parse(line);
  const faults = validate(statement);
  if (faults.length) console.log(JSON.stringify([statement.verb.id, JSON.stringify(faults)]));
}
"""


def faults_for_ralph(statements: Sequence[str]) -> list[tuple[str, str]]:
    """Return the verbs of statements that are none, and why."""
    return _judged([ralph_python(), "-c", _JUDGE], statements)


def faults_for_learning_locker(statements: Sequence[str]) -> list[tuple[str, str]]:
    return _judged(["node", "-e", _JUDGE_BY_NODE, str(node_modules())], statements)


def _judged(command: Sequence[str], statements: Sequence[str]) -> list[tuple[str, str]]:
    told = subprocess.run(
        command, input="\n".join(statements), capture_output=True, text=True, check=True, timeout=_PATIENCE_S
    )
    return [(verb, why) for verb, why in map(json.loads, told.stdout.splitlines())]


@contextmanager
def ralph_store(folder: Path, python: str | None = None) -> Iterator[str]:
    """Serve a store on this computer that keeps what it gets in a folder; give its address. Its key is `KEY`."""
    (folder / "store").mkdir()
    program = [python or ralph_python(), "-c", _SERVE, str(folder), KEY]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=sys.stderr, text=True) as process:
        try:
            assert process.stdout is not None
            port = process.stdout.readline().strip()
            assert port, "Ralph did not start"
            yield f"http://127.0.0.1:{port}/xAPI"
        finally:
            process.kill()


def ids_in(folder: Path) -> list[str]:
    """Return the ids of all statements that a store keeps in a folder, in its order."""
    kept = (folder / "store").rglob("*.jsonl")
    return [json.loads(line)["id"] for file in kept for line in file.read_text("utf-8").splitlines()]
