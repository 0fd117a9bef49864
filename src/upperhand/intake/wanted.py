"""Which wants does a file name, to be looked for in talks and documents?"""

from __future__ import annotations

import json
from pathlib import Path

from upperhand.errors import Problem, WorldError

LARGEST = 1_000_000
_FIX = 'Write {"dry walls": "stop the water before the next storm", "low price": ""}.'


def read_wants(path: Path) -> tuple[dict[str, str], list[Problem]]:
    """Name: description, from a JSON object, or a JSON list of names. Raises WorldError where the file cannot be
    read."""
    try:
        data = path.read_bytes()[: LARGEST + 1]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise WorldError(f"{path} cannot be read: {reason}.", "Check its name and its permissions.") from error
    if len(data) > LARGEST:
        return {}, [Problem(path.name, None, "The file is too large to be a list of wants.", _FIX)]
    try:
        raw = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        return {}, [Problem(path.name, line, "The file is not JSON.", _FIX)]
    if isinstance(raw, list) and all(isinstance(name, str) for name in raw):
        return dict.fromkeys(raw, ""), []
    if isinstance(raw, dict) and all(v is None or isinstance(v, str) for v in raw.values()):
        return {name: says or "" for name, says in raw.items()}, []
    return {}, [Problem(path.name, None, "The file holds neither names nor names with descriptions.", _FIX)]
