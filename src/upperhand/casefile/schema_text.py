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
from upperhand.casefile.schema_evidence import Seen

SCHEMA_FILE = "case.schema.json"
_NOISE = ("default", "title", "examples", "discriminator")


def json_schema() -> str:
    """The JSON Schema of the case file, with a description for every key."""
    schema: dict[str, Any] = CaseIn.model_json_schema(by_alias=True)
    models = {part.__name__: part for part in every_part(Part)}
    for name, part in (("CaseIn", schema), *schema["$defs"].items()):
        _complete(part, models[name])
    tidy = {**_without_noise(schema), "title": "Upperhand case file"}
    return (
        json.dumps({"$schema": GenerateJsonSchema.schema_dialect, **tidy}, separators=(",", ":"), ensure_ascii=False)
        + "\n"
    )


def _complete(schema: dict[str, Any], model: type[Part]) -> None:
    """Describe every key; evidence names its kind; whatever may be missing may also have nothing behind it."""
    if issubclass(model, Seen):
        schema["required"] = sorted({"kind", *schema.get("required", ())})
    for name, info in model.model_fields.items():
        key = info.alias or name
        written = schema["properties"][key]
        if key not in schema.get("required", ()):
            written = {"anyOf": [*written.pop("anyOf", [written]), {"type": "null"}]}
        schema["properties"][key] = {**written, **({"description": info.description} if info.description else {})}


def _without_noise(schema: Any, *, names: bool = False) -> Any:
    """The schema without the defaults and titles that only repeat the code. ``names``: its keys are the user's.

    Named parts may be empty (`low price:`); variants are told apart by their own keys, so `anyOf` is enough.
    """
    if isinstance(schema, list):
        return [_without_noise(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if not names and key in _NOISE:
            continue
        part = _without_noise(value, names=not names and key in ("properties", "$defs"))
        if not names and key == "additionalProperties" and isinstance(part, dict) and "$ref" in part:
            part = {"anyOf": [part, {"type": "null"}]}
        kept["anyOf" if key == "oneOf" and not names else key] = part
    return kept


if __name__ == "__main__":
    Path(__file__).with_name(SCHEMA_FILE).write_text(json_schema(), encoding="utf-8")
