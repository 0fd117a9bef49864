"""Who says what, and when, in WebVTT and SRT subtitles?"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from upperhand.intake.findings import Findings, shown
from upperhand.intake.labels import bare_name, head_of, speakers_among
from upperhand.intake.seconds import clock_seconds
from upperhand.intake.source import normal
from upperhand.intake.spoken import UNKNOWN, Piece
from upperhand.model.talk import Turn

_TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?"
_TIMING = re.compile(rf"\s*({_TIME})\s*-+>\s*({_TIME})(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,60})?(?:\s+([^>]{0,200}))?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z0-9:.][^<>]{0,200}>|</?>")
_LEFTOVER = re.compile(r"[\d:.,\-> \t]+|[0-9a-fA-F-]{8,40}/[\d-]*")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")


@dataclass
class _Cue:
    """One subtitle: its times and its lines, each with its number and whether a blank line came before."""

    line: int
    start: float | None
    end: float | None
    lines: list[tuple[str, int, bool]] = field(default_factory=list)


def looks_like_cues(text: str) -> bool:
    """Whether the text is WebVTT or SRT: it says so, or has a line with the times of a cue."""
    if text.lstrip("\ufeff \t\n").startswith("WEBVTT"):
        return True
    return "-->" in text and any(_TIMING.fullmatch(line) for line in text.split("\n") if "-->" in line)


def cue_turns(text: str, findings: Findings) -> list[Turn]:
    """The turns: cues of one speaker in a row are joined by a blank, and keep the first start and the last end."""
    said = [piece for cue in _cues(text, findings) for piece in _voices(cue)]
    lines = [words for _, words, _, _ in said]
    heads = [head_of(words) if voice is None else None for voice, words, _, _ in said]
    heads = [head if head is not None and head.kind in ("plain", "timed") else None for head in heads]
    chosen = speakers_among(lines, heads)
    pieces: list[Piece] = []
    for index, (voice, words, line, cue) in enumerate(said):
        head = heads[index] if index in chosen else None
        name = voice if voice is not None else head.name if head is not None else None
        _add(pieces, name, words[head.at :].strip() if head is not None else words, (line, cue))
    if pieces and all(piece.speaker == UNKNOWN for piece in pieces):
        fix = "Put 'Name: ' before the words in the file."
        findings.warn(pieces[0].line, f"No cue names its speaker; all are called '{UNKNOWN}'.", fix)
    return [piece.turn(" ") for piece in pieces]


def _add(pieces: list[Piece], name: str | None, words: str, place: tuple[int, _Cue]) -> None:
    """Put words to the turn they belong to: a cue without a name goes on with the speaker before it."""
    line, cue = place
    last = pieces[-1] if pieces else None
    same_cue = last is not None and last.line is not None and last.line >= cue.line
    if name is None and (last is None or (last.speaker == UNKNOWN and not same_cue)):
        name = UNKNOWN
    goes_on = last is not None and (name is None or (name == last.speaker and (name != UNKNOWN or same_cue)))
    if last is None or not goes_on:
        last = Piece(name or UNKNOWN, cue.start, cue.end, line)
        pieces.append(last)
    if words:
        last.texts.append((words, line))
    if cue.end is not None:
        last.end = cue.end


def _cues(text: str, findings: Findings) -> list[_Cue]:
    cues: list[_Cue] = []
    skipping, blank = text.startswith("WEBVTT"), True
    for number, line in enumerate(text.split("\n"), 1):
        timing = _TIMING.fullmatch(line) if "-->" in line else None
        if timing is not None:
            _take_id_away(cues, directly=not blank)
            cues.append(_Cue(number, clock_seconds(timing[1]), clock_seconds(timing[2])))
            skipping = False
        elif not line.strip():
            skipping = False
        elif "-->" in line:
            what = f"The times of a cue cannot be read: '{shown(line)}'."
            findings.warn(number, what, "Write 00:01:02.000 --> 00:01:04.000.")
            _take_id_away(cues, directly=not blank)
            cues.append(_Cue(number, None, None))
            skipping = False
        elif blank and _BLOCK.fullmatch(line):
            skipping = True
        elif not skipping and cues:
            cues[-1].lines.append((line, number, blank))
        blank = not line.strip()
    if cues and cues[-1].lines and cues[-1].lines[-1][2] and _LEFTOVER.fullmatch(cues[-1].lines[-1][0].strip()):
        number = cues[-1].lines.pop()[1]
        findings.warn(number, "The file breaks off within a cue.", "Export it again if words are missing.")
    return cues


def _take_id_away(cues: list[_Cue], *, directly: bool) -> None:
    """The line right before the times, after a blank one or a mere number, is the cue's name and nobody's words."""
    if directly and cues and cues[-1].lines:
        words, _, after_blank = cues[-1].lines[-1]
        if after_blank or (words.strip().isdigit() and len(cues[-1].lines) > 1):
            cues[-1].lines.pop()


def _voices(cue: _Cue) -> list[tuple[str | None, str, int, _Cue]]:
    """What is said in a cue: (voice as tagged, or None; words; line; cue), in order."""
    said: list[tuple[str | None, str, int, _Cue]] = []
    voice: str | None = None
    for line, number, _ in cue.lines:
        tags = list(_VOICE.finditer(line))
        ends = [*(tag.start() for tag in tags), len(line)]
        if before := _bare(line[: ends[0]]):
            said.append((voice, before, number, cue))
        for tag, end in zip(tags, ends[1:], strict=True):
            voice = bare_name(html.unescape(tag[1] or "")) or UNKNOWN
            # a voice that says nothing is a turn too
            said.append((voice, _bare(line[tag.end() : end]), number, cue))
    return said


def _bare(words: str) -> str:
    if "<" not in words and "&" not in words:
        return " ".join(words.split())
    return " ".join(normal(html.unescape(_TAG.sub("", words))).split())
