"""Which conversations does a JSON or JSON Lines text hold?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from upperhand.intake import corpora, recognised
from upperhand.intake.findings import Findings, shown
from upperhand.intake.jsontext import NOTHING, Places, parsed, parsed_line
from upperhand.intake.spoken import spoken_turns
from upperhand.intake.turnlists import LISTS, is_turns, turns_of
from upperhand.model.talk import Turn

_HOLDERS = (
    "conversations", "dialogues", "dialogs", "talks", "data", "results", "result", "response", "output", "items",
    "calls",
)  # fmt: skip
_DEEPEST = 5
_LOOKED_AT = 40
MOST_ENTRIES = 200_000


def looks_like_json(text: str) -> bool:
    """Whether a text starts as JSON does, or holds a value a line."""
    start = text.lstrip()[:400].replace(" ", "").replace("\n", "").replace("\t", "")
    return start.startswith(("{", '["', "[{", "[[", "[]")) or _is_lines(text)


def json_talks(text: str, findings: Findings) -> list[list[Turn]]:
    """The turns of every conversation in a JSON or JSON Lines text, in its order."""
    places = Places(text)
    if _is_lines(text):
        talks = _from_lines(text, places, findings)
    else:
        data = parsed(text, findings)
        if data is NOTHING:
            return []
        talks = list(_talks_in(data, places, findings))
    if not talks and not findings.found:
        findings.fail(1, "The JSON holds no list of turns.", f"Put them under one of {', '.join(LISTS)}.")
    elif not any(talks) and not any(p.severity == "error" for p in findings.found):
        findings.fail(None, "The JSON holds no turn with a text.", "Give each turn a 'speaker' and a 'text'.")
    return [turns for turns in talks if turns]


def _is_lines(text: str) -> bool:
    """Whether most lines are an object or a list of their own."""
    lines = [line for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip()]
    whole = sum(line.lstrip().startswith(("{", "[")) and isinstance(parsed_line(line), dict | list) for line in lines)
    alone = bool(lines) and isinstance(parsed_line(lines[0]), dict | list)
    return len(lines) >= 2 and (whole * 2 >= len(lines) or alone)


def _from_lines(text: str, places: Places, findings: Findings) -> list[list[Turn]]:
    values: list[Any] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(values) >= MOST_ENTRIES:
            what = f"The file has more than {MOST_ENTRIES:,} values; those from here on are left out."
            findings.warn(number, what, "Split the file.")
            break
        value = parsed_line(line)
        if value is NOTHING:
            what = f"The line is no whole JSON value: '{shown(line)}'."
            findings.warn(number, what, "Export it again; the other lines were read.")
        else:
            values.append(value)
    return list(_talks_in(values, places, findings))


def _talks_in(data: Any, places: Places, findings: Findings, deep: int = 0) -> Iterator[list[Turn]]:
    if deep > _DEEPEST:
        return
    if isinstance(data, dict):
        yield from _talks_in_object(data, places, findings, deep)
    elif isinstance(data, list):
        yield from _talks_in_list(data, places, findings, deep)


def _talks_in_object(data: dict[str, Any], places: Places, findings: Findings, deep: int) -> Iterator[list[Turn]]:
    known = _known(data, places)
    if known is not None:
        yield known
        return
    for key in LISTS:
        value = data.get(key)
        if isinstance(value, str) and len(value.split("\n")) > 1:
            turns = spoken_turns(value, Findings(""))
            if turns:
                # the lines within a JSON text are not lines of the file
                yield [Turn(t.speaker, t.text, t.start, t.end, None, t.offer) for t in turns]
                return
        if isinstance(value, list | dict):
            found = list(_talks_in(value, places, findings, deep + 1))
            if found:
                yield from found
                return
    for key in (*_HOLDERS, *(k for k in data if k not in _HOLDERS and deep == 0)):
        found = list(_talks_in(data.get(key), places, findings, deep + 1))
        if found:
            yield from found
            return


def _known(data: dict[str, Any], places: Places) -> list[Turn] | None:
    for matches, read in (
        (corpora.is_casino, corpora.casino), (corpora.is_craigslist, corpora.craigslist),
        (recognised.is_deepgram, recognised.deepgram), (recognised.is_assembly, recognised.assembly),
        (recognised.is_whisper, recognised.whisper),
    ):  # fmt: skip
        if matches(data):
            return read(data, places)
    return None


def _talks_in_list(data: list[Any], places: Places, findings: Findings, deep: int) -> Iterator[list[Turn]]:
    if len(data) > MOST_ENTRIES:
        what = f"A list has {len(data):,} entries; those after the first {MOST_ENTRIES:,} are left out."
        findings.warn(None, what, "Split the file.")
        data = data[:MOST_ENTRIES]
    if data and all(isinstance(item, str) for item in data):
        turns = spoken_turns("\n".join(line.replace("\n", " ") for line in data), Findings(""))
        if turns:
            yield [Turn(t.speaker, t.text, t.start, t.end, None, t.offer) for t in turns]
        return
    inner = [list(_talks_in(item, places, findings, deep + 1)) for item in data if _holds_talks(item)]
    if any(inner):
        yield from (turns for found in inner for turns in found)
    elif is_turns(data):
        lost = sum(not is_turns([item]) for item in data)
        if lost and not findings.found:
            what = f"{lost} of {len(data)} entries have no text and are left out."
            findings.warn(None, what, "Give each turn a 'text'.")
        if corpora.is_convokit(data):
            yield from corpora.convokit(data, places)
        else:
            yield turns_of(data, places)


def _holds_talks(item: Any) -> bool:
    """Whether an entry of a list is a conversation of its own rather than a turn."""
    if isinstance(item, list):
        return True
    if not isinstance(item, dict):
        return False
    if corpora.is_casino(item) or corpora.is_craigslist(item) or recognised.is_deepgram(item):
        return True
    return any(is_turns(item.get(key)) for key in (*LISTS, *_HOLDERS)) and not isinstance(item.get("text"), str)
