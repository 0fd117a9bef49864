"""How does an editor learn which keys a case file has?

`python -m upperhand.casefile.schema_text` writes the published JSON Schema anew from the models.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from upperhand.casefile.parts import Part, every_part
from upperhand.casefile.schema import CaseIn

SCHEMA_FILE = "case.schema.json"
_NOISE = ("default", "title")


def json_schema() -> str:
    """The JSON Schema of the case file, with a description for every key."""
    schema: dict[str, Any] = CaseIn.model_json_schema(by_alias=True)
    models = {part.__name__: part for part in every_part(Part)}
    for name, part in (("CaseIn", schema), *schema["$defs"].items()):
        _describe(part, models[name])
    tidy = {key: _without_noise(value) for key, value in schema.items()}
    tidy = {"$schema": GenerateJsonSchema.schema_dialect, **tidy, "title": "Upperhand case file"}
    return json.dumps(tidy, separators=(",", ":"), ensure_ascii=False) + "\n"


def _describe(schema: dict[str, Any], model: type[Part]) -> None:
    for name, info in model.model_fields.items():
        if info.description:
            schema["properties"][info.alias or name]["description"] = info.description


def _without_noise(schema: Any, *, names: bool = False) -> Any:
    """The schema without the defaults and titles that only repeat the code. ``names``: its keys are the user's."""
    if isinstance(schema, list):
        return [_without_noise(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if names or key not in _NOISE}
    return {
        key: _without_noise(value, names=not names and key in ("properties", "$defs")) for key, value in kept.items()
    }


if __name__ == "__main__":
    Path(__file__).with_name(SCHEMA_FILE).write_text(json_schema(), encoding="utf-8")
