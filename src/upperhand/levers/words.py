"""How are names and quotes put into a sentence?"""

from __future__ import annotations

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def quoted(text: str, width: int = 90) -> str:
    """The text in quotation marks, cut at a word with an ellipsis outside the marks where it is long."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return f"“{flat}”"
    return f"“{flat[:width].rsplit(' ', 1)[0]}” …"
