"""How are names and quotes put into a sentence?"""

from __future__ import annotations

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def the(name: str) -> str:
    """The name with an article, unless it brings its own."""
    own = ("the ", "a ", "an ", "my ", "our ", "your ", "their ", "his ", "her ")
    return name if name.lower().startswith(own) else f"the {name}"


def sentence(text: str) -> str:
    """The text as a sentence of its own: a capital letter first, a full stop last."""
    flat = " ".join(text.split())
    if not flat:
        return ""
    return flat[0].upper() + flat[1:] + ("" if flat[-1] in ".!?…" else ".")


def claims(benefit: str | None, drawback: str | None) -> str:
    """What a feature does for them and what they should know, as sentences; nothing where nothing is said."""
    parts = [sentence(benefit) if benefit else "", f"You should know: {drawback.rstrip('.')}." if drawback else ""]
    return "".join(f" {part}" for part in parts if part)


def quoted(text: str, width: int = 90) -> str:
    """The text in quotation marks, cut at a word with an ellipsis outside the marks where it is long."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return f"“{flat}”"
    return f"“{flat[:width].rsplit(' ', 1)[0]}” …"
