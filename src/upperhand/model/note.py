"""What does one tagged line of a note say, before it is checked against the case?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class RawNote:
    """One piece of evidence as it stands in a note: the fields of `evidence`, unchecked.

    ``file`` is the note's name inside ``evidence/``, ``line`` the 1-based line of its tag. ``fields`` holds plain data:
    texts, lists and mappings, every scalar still as the text the user wrote.
    """

    file: str
    line: int
    fields: Mapping[str, Any] = field(default_factory=dict)
