"""What was read in a source, as evidence and proposals of new wants?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from upperhand.errors import Problem
from upperhand.model.document import Document
from upperhand.model.evidence import FAINT, Evidence, Heard, Split
from upperhand.model.talk import Talk
from upperhand.reader.hear import Finding, Listener
from upperhand.reader.spoken import Said, said_in_document, said_in_talk, speaker_named

Source = Talk | Document
MOST_PIECES = 3000
"""Sentences or turns read of one source: a long day of talk, or a report of 150 pages."""


@dataclass(frozen=True)
class Listened:
    """One source, read.

    ``evidence`` moves beliefs and ``findings`` run along it; ``unlisted`` are needs that fit no want; ``problems`` say
    what kept it from being read; ``splits`` are offers in numbers.
    """

    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    unlisted: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[Problem, ...] = ()
    splits: tuple[Evidence, ...] = ()


def listen(
    listener: Listener, source: Source, about: str, wants: Mapping[str, str], spared: Collection[str] = (), me: str = ""
) -> Listened:
    """Everything ``about`` showed of ``wants`` (name: description) in one source.

    ``spared`` are quotes that the user has weighed by hand: words in them are not read again. ``me`` is who speaks with
    them, for a talk of two in which nobody is called ``about``.
    """
    whole, problems = theirs(source, about, me)
    pieces = [p for p in whole if not any(_overlap(p.text, quote) for quote in spared)]
    if len(pieces) > MOST_PIECES:
        what = f"It holds {len(pieces):,} sentences of theirs; the first {MOST_PIECES:,} are read."
        problems = [*problems, Problem(source.source, pieces[MOST_PIECES].line, what, "Split the file.", "warning")]
    findings, proposals = listener.hear(pieces[:MOST_PIECES], wants)
    fresh = [{"quote": p.quote, "source": source.source, "line": p.line, "turn": p.turn} for p in proposals]
    evidence = tuple(_piece(n, f, source.source, about) for n, f in enumerate(findings, 1))
    splits = _splits(source, about, tuple(wants), me) if isinstance(source, Talk) else ()
    if pieces and wants and len(pieces) == len(whole) and not any(f.quoted for f in findings):
        what = f"Nothing that {about} says there shows any of the wants."
        problems = [
            *problems,
            Problem(source.source, None, what, "Check the names of the wants, or describe them.", "warning"),
        ]
    return Listened(evidence, tuple(findings), tuple(fresh), tuple(problems), splits)


def theirs(source: Source, about: str, me: str = "") -> tuple[list[Said], list[Problem]]:
    """The words of a source that are theirs, and why there are none."""
    if isinstance(source, Document):
        pieces = said_in_document(source, about, me)
        fix = "Check that the file holds text, and that it is not all quoted from somebody else."
        return pieces, [] if pieces else [
            Problem(source.source, None, f"No words there can be {about}'s.", fix, "warning")
        ]
    speaker = _speaker(source, about, me)
    if speaker is None:
        heard = ", ".join(repr(s) for s in source.speakers[:8]) or "nobody"
        what = f"Nobody there is called {about!r}; the speakers are {heard}."
        return [], [Problem(source.source, None, what, "Say which of them it is.", "warning")]
    pieces = said_in_talk(source, speaker)
    what = f"{about} says no word there."
    fix = "Check that the transcript is whole."
    return pieces, [] if pieces else [Problem(source.source, None, what, fix, "warning")]


def _speaker(talk: Talk, about: str, me: str) -> str | None:
    """Who in the talk is ``about``; of two speakers, the one who is not me."""
    speaker = speaker_named(talk.speakers, about)
    if speaker is None and me and len(talk.speakers) == 2:
        mine = speaker_named(talk.speakers, me)
        speaker = next((s for s in talk.speakers if s != mine), None) if mine is not None else None
    return speaker


def _splits(talk: Talk, about: str, wants: tuple[str, ...], me: str) -> tuple[Evidence, ...]:
    """Offers in numbers that they put forward, for the wants named like the things."""
    speaker = _speaker(talk, about, me)
    out = []
    for number, turn in enumerate(talk.turns):
        if turn.speaker != speaker or turn.offer is None:
            continue
        gets, gives = (
            {name.casefold().strip(): n for name, n in side.items()} for side in (turn.offer.gets, turn.offer.gives)
        )
        named = [w for w in wants if w.casefold() in gets or w.casefold() in gives]
        mine = {w: round(gets.get(w.casefold(), 0)) for w in named}
        stock = {w: mine[w] + round(gives.get(w.casefold(), 0)) for w in named}
        if len(named) > 1 and gives and min(mine.values()) >= 0:
            out.append(Evidence(f"{talk.source}#offer{number}", "split", Split(mine, stock), talk.source, talk.source,
                                turn.text, turn.line, who=about, path=talk.source))  # fmt: skip
    return tuple(out)


def _overlap(text: str, quote: str) -> bool:
    """Whether two wordings are one remark: the same, or one the larger part of the other."""
    one, other = (" ".join(words.casefold().split()) for words in (text, quote))
    shorter = min(one, other, key=len)
    return one == other or (2 * len(shorter) >= max(len(one), len(other)) and (one in other or other in one))


def _piece(number: int, found: Finding, source: str, about: str) -> Evidence:
    return Evidence(
        id=f"{source}#{number}",
        kind="heard" if found.quoted else FAINT,
        claim=Heard(found.want, found.strength, found.polarity),
        source=source,
        origin=source,
        quote=found.quote,
        line=found.line,
        who=about,
        when=found.said.when,
        confidence=1.0,
        path=source,
    )
