"""Why can this text not be read, in plain words, and which part can be passed over?"""

from __future__ import annotations

import re

from ruamel.yaml.error import MarkedYAMLError

# what the scanner says -> (what is wrong, how to mend it)
SENTENCES: tuple[tuple[str, str, str], ...] = (
    ("found character '\\t'", "A tab stands where spaces belong.", "Replace the tab with spaces."),
    (
        "mapping values are not allowed",
        "A second ': ' on this line makes it unclear what belongs to what.",
        "Put the text in quotes, or start a new line.",
    ),
    ("while scanning a quoted scalar", "The quote that opens here is not closed.", "Add the closing quote."),
    ("while parsing a flow sequence", "A ',' or the closing ']' is missing.", "Check the brackets and commas."),
    ("while parsing a flow mapping", "A ',' or the closing '}' is missing.", "Check the braces and commas."),
    (
        "could not find expected ':'",
        "A key stands here without its ':'.",
        "Write 'key: value', with a space after the colon.",
    ),
    (
        "expected <block end>",
        "The indentation does not fit the lines above, or a ':' is missing.",
        "Let keys that belong together start in the same column.",
    ),
    ("sequence entries are not allowed", "A list item ('- ') cannot start here.", "Start it on a line of its own."),
    ("found duplicate anchor", "Two anchors have one name.", "Write the values out."),
    ("found undefined tag", "This tag is not read here.", "Remove the tag and write the plain value."),
    ("%yaml", "The '%YAML' line cannot be read.", "Remove it."),
    ("directive", "A line that starts with '%' cannot be read.", "Put the text in quotes, or remove it."),
    ("escape", "The backslash in this quoted text is not understood.", "Use single quotes, or write '\\\\'."),
    ("found character '@'", "A text cannot start with '@'.", "Put it in quotes."),
    ("found character '`'", "A text cannot start with a backquote.", "Put it in quotes."),
    ("found character '%'", "A text cannot start with '%'.", "Put it in quotes."),
    ("alias", "'*' starts a repetition, which needs a name.", "Put the text in quotes."),
    ("anchor", "'&' starts an anchor, which needs a name.", "Put the text in quotes."),
    ("tag", "'!' starts a tag, which is not read here.", "Put the text in quotes."),
    (
        "mapping keys are not allowed",
        "A '?' cannot stand here.",
        "Leave the key empty for what you do not know; put a text that starts with '?' in quotes.",
    ),
    (
        "but found '?'",
        "A '?' cannot stand here.",
        "Leave the key empty for what you do not know; put a text that starts with '?' in quotes.",
    ),
    ("document start", "Text follows after the end of the case.", "Check the indentation of this line."),
)
_SPREADING = ("while scanning a quoted scalar", "while parsing a flow")


class Refused(Exception):
    """The text cannot be read past the character offset ``at``. ``local``: the rest may still be read without it."""

    def __init__(self, at: int, what: str, fix: str, *, local: bool = True) -> None:
        super().__init__(what)
        self.at, self.what, self.fix, self.local = at, what, fix, local


def refusal_of(error: MarkedYAMLError, text: str) -> Refused:
    """The scanner's error in plain words. An opening that is never closed is reported where it opens."""
    said = " ".join(str(part) for part in (error.context, error.problem) if part).lower()
    at = error.problem_mark.index if error.problem_mark is not None else 0
    opened = error.context_mark.index if error.context_mark is not None else at
    if any(s in said for s in _SPREADING) and _block_start(text, opened) != _block_start(text, at):
        at = opened
    what, fix = next(
        ((what, fix) for sign, what, fix in SENTENCES if sign in said),
        ("The text cannot be read here.", "Check the signs on this line; a text with signs in it needs quotes."),
    )
    return Refused(min(at, max(len(text) - 1, 0)), what, fix)


def without_block(text: str, at: int) -> str | None:
    """The text with the block at the margin around offset ``at`` blanked out, every other character in its place.

    ``None`` where nothing would be left to read.
    """
    start = _block_start(text, at)
    following = _MARGIN.search(text, max(at, start) + 1)
    # the line of `at` itself may be the margin line we come from
    while following is not None and following.start() <= start:
        following = _MARGIN.search(text, following.end())
    end = following.start() if following is not None else len(text)
    blank = re.sub(r"[^\n]", "#", text[start:end])
    rest = text[:start] + blank + text[end:]
    return rest if any(line and not line.startswith(("#", " ")) for line in rest.splitlines()) else None


_MARGIN = re.compile(r"^[^\s#\]}\-][^\n]*", re.MULTILINE)


def _block_start(text: str, at: int) -> int:
    """The offset of the last line at the margin that starts at or before the line of ``at``."""
    line_end = text.find("\n", at)
    before = text[: line_end if line_end >= 0 else len(text)]
    starts = [m.start() for m in _MARGIN.finditer(before)]
    return starts[-1] if starts else 0
