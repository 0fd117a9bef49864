"""What was said in a conversation, by whom, when, and on which line of the file?"""

from __future__ import annotations

from pathlib import Path

from upperhand.errors import CallError, Problem
from upperhand.intake.conversations import json_talks, looks_like_json
from upperhand.intake.cues import cue_turns, looks_like_cues
from upperhand.intake.findings import Findings
from upperhand.intake.source import MOST_TEXT, kept, load, name_of, text_of
from upperhand.intake.spoken import deal_talks, is_deal_lines, spoken_turns
from upperhand.model.talk import Talk, Turn

CONVOKIT = "utterances.jsonl"


def read_talk(path: Path | str, index: int | None = None) -> tuple[Talk, tuple[Problem, ...]]:
    """One conversation of a transcript: the ``index``-th (from 0), else the first, with a warning where there are more.

    A ConvoKit folder stands for its utterances. Nothing readable: a talk without turns and an error. Raises WorldError
    where the file cannot be opened, CallError where there is no such ``index``.
    """
    talks, problems = read_talks(path)
    return _one(talks, problems, index, name_of(path))


def read_talks(path: Path | str) -> tuple[tuple[Talk, ...], tuple[Problem, ...]]:
    """Every conversation of a transcript, in the file's order; none (and an error) where nothing is readable.

    Raises WorldError where the file cannot be opened.
    """
    place = _file(Path(path))
    findings = Findings(place.name)
    data = load(place, findings)
    if data is None:
        return (), findings.all()
    return _talks(data, place.name, findings)


def talk_from_text(text: str | bytes, name: str, index: int | None = None) -> tuple[Talk, tuple[Problem, ...]]:
    """One conversation of a transcript's text, as `read_talk`; ``name`` is what it is called in complaints."""
    talks, problems = talks_from_text(text, name)
    return _one(talks, problems, index, name)


def talks_from_text(text: str | bytes, name: str) -> tuple[tuple[Talk, ...], tuple[Problem, ...]]:
    """Every conversation of a transcript's text, as `read_talks`."""
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return _talks(data, name, Findings(name))


def _file(path: Path) -> Path:
    try:
        inner = path / CONVOKIT
        return inner if path.is_dir() and inner.is_file() else path
    except (OSError, ValueError):
        return path


def _one(
    talks: tuple[Talk, ...], problems: tuple[Problem, ...], index: int | None, name: str
) -> tuple[Talk, tuple[Problem, ...]]:
    if index is not None and (index < 0 or index >= len(talks)) and (talks or index != 0):
        held = f"Conversations 0 to {len(talks) - 1} are there." if talks else "No conversation could be read."
        raise CallError(f"{name} has no conversation {index}.", held)
    if not talks:
        return Talk((), (), name), problems
    if index is None and len(talks) > 1:
        what = f"The file holds {len(talks)} conversations; the first is read."
        problems = (*problems, Problem(name, talks[0].turns[0].line, what, "Choose one by its index.", "warning"))
    return talks[index or 0], problems


def _talks(data: bytes, name: str, findings: Findings) -> tuple[tuple[Talk, ...], tuple[Problem, ...]]:
    text = text_of(data, findings)
    if text is None:
        return (), findings.all()
    found = [turns for turns in _turns(text, findings) if turns]
    if not found and not any(problem.severity == "error" for problem in findings.found):
        findings.fail(None, "No turn of a conversation was found.", "Write 'Name: ' before what each person said.")
    elif found and not any(turn.text for turns in found for turn in turns):
        fix = "Check that it was exported with its words."
        findings.warn(found[0][0].line, "Nobody says anything in this file.", fix)
    return tuple(_talk(_kept(turns, findings), name) for turns in found), findings.all()


def _kept(turns: list[Turn], findings: Findings) -> list[Turn]:
    """The turns up to the largest size of a talk's text."""
    size = 0
    for number, turn in enumerate(turns):
        size += len(turn.text)
        if size > MOST_TEXT and number:
            what = f"The talk has over {MOST_TEXT:,} characters; its turns from {number} on are left out."
            findings.warn(turn.line, what, "Split the file.")
            return turns[:number]
    return turns


def _turns(text: str, findings: Findings) -> list[list[Turn]]:
    """The turns of every conversation, by the format that the content shows."""
    if looks_like_json(text):
        return json_talks(text, findings)
    text = kept(text, findings)
    if looks_like_cues(text):
        return [cue_turns(text, findings)]
    if is_deal_lines(text):
        return deal_talks(text, findings)
    return [spoken_turns(text, findings)]


def _talk(turns: list[Turn], name: str) -> Talk:
    return Talk(tuple(dict.fromkeys(turn.speaker for turn in turns)), tuple(turns), name)
