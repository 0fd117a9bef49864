"""How does a JSON text look that keeps every digit?"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from upperhand.errors import CallError
from upperhand.formats.complaints import shown_name


def json_bytes(value: Any) -> bytes:
    """Plain data as JSON; decimals are written with all their digits. Raises CallError for half a character."""
    try:
        return (_told(value, "") + "\n").encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"'{shown_name(str(error.object)[error.start : error.start + 40])}' holds half a character."
        raise CallError(what, "Rename it.") from error


def _told(value: Any, margin: str) -> str:
    inner = margin + " "
    if isinstance(value, dict) and value:
        rows = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {_told(part, inner)}" for key, part in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _told(part, inner) for part in value) + f"\n{margin}]"
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
