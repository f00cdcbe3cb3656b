"""Reading the portal's own YAML files, with the fast reader where there is one."""

from pathlib import Path

import yaml

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> object:
    return yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506 - both readers make plain values only
