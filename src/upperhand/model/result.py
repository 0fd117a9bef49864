"""How does any result become plain data, or a cell in a notebook?"""

from __future__ import annotations

import dataclasses
import html
import math
from collections.abc import Mapping
from datetime import date
from typing import Any


class Result:
    """What every result can do: become plain data, and show itself in a notebook."""

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data fit for JSON: no NaN, no infinity; fields hidden from ``repr`` are left out."""
        plain = _plain(self)
        assert isinstance(plain, dict)
        return plain

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left;vertical-align:top'>{html.escape(str(key))}</th>"
            f"<td style='text-align:left'>{html.escape(_short(value))}</td></tr>"
            for key, value in self.to_dict().items()
        )
        return f"<table>{rows}</table>"


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value) if f.repr}
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, frozenset | set):
        return sorted(_plain(v) for v in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value


def _short(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list):
        return "; ".join(_short(v) for v in value)
    if isinstance(value, dict):
        return ", ".join(f"{k}: {_short(v)}" for k, v in value.items() if v is not None)
    return "" if value is None else str(value)
