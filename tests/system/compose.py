"""What docker-compose.yml says, with its ``${NAME:-default}`` filled in."""

import re
import shlex
from functools import partial
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
_VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?:(?P<kind>:[-?])(?P<rest>[^}]*))?\}")


def services(**variables: str) -> dict[str, dict[str, Any]]:
    """The services by name, as compose sees them with ``variables`` in its ``.env``."""
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    return dict(_filled_in(yaml.safe_load(text)["services"], variables))


def command(service: dict[str, Any]) -> list[str]:
    return shlex.split(service["command"])


def _filled_in(value: Any, variables: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled_in(item, variables) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled_in(item, variables) for item in value]
    if not isinstance(value, str):
        return value
    return _VARIABLE.sub(partial(_variable, variables), value).replace("$$", "$")


def _variable(variables: dict[str, str], match: re.Match[str]) -> str:
    found = variables.get(match["name"], "")
    if not found and match["kind"] == ":?":
        raise KeyError(match["rest"])
    return found or match["rest"] or ""
