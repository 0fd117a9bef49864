"""What does each clause of a draft do: assert, ask, suppose, propose, wish; who speaks of whom; is it denied?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from upperhand.limits.frames import (
    ABBREVIATION,
    CONDITION,
    FRAME_YOU,
    HYPOTHETICAL,
    IF,
    JOIN,
    LEAD,
    NEGATION,
    OPINION,
    PRONOUNS,
    PROPOSAL_VERB,
    QUESTION_START,
    REPORTED_YOU,
    REQUEST,
    SALUTATION,
    SEGMENT,
    SENTENCE,
    SUBJECT_START,
    TAG,
    THANKS,
    VOCATIVE,
    WISH,
)
from upperhand.limits.lexicon import DETERMINERS, NOUNISH, PREPOSITIONS, VERB_FORMS
from upperhand.limits.verbs import finite
from upperhand.limits.words import normalise, tokens

Mood = Literal[
    "assertion", "question", "condition", "hypothetical", "request", "opinion", "wish", "proposal", "fragment"
]
Subject = Literal["i", "we", "you", "your", "my", "it", "there", "third", "none"]


LONGEST = 80  # words read as one sentence


@dataclass(frozen=True)
class Clause:
    """One clause: its words, what it does (``mood``), about whom (``subject``), and its finite verb.

    ``said_by_them`` marks what the counterpart is reported to have said; ``conditional`` a main clause that hangs on
    an if; ``tense`` is '' where there is no finite verb. ``sentence`` counts from 0.
    """

    words: tuple[str, ...]
    text: str
    mood: Mood
    subject: Subject
    head: tuple[str, ...]
    verb: str
    tense: str
    modal: str
    negated: bool
    said_by_them: bool
    conditional: bool
    sentence: int


@dataclass(frozen=True)
class Reading:
    """A text as clauses and as sentences of plain words (``asked`` says which sentences end as questions)."""

    clauses: tuple[Clause, ...]
    sentences: tuple[str, ...]
    asked: tuple[bool, ...]
    text: str


@lru_cache(maxsize=2048)
def read(text: str) -> Reading:
    """The clauses of a text. Never fails: what cannot be read comes back as fragments."""
    plain = normalise(text)
    guarded = ABBREVIATION.sub(lambda m: m[0][:-1], plain)
    clauses: list[Clause] = []
    sentences: list[str] = []
    asked: list[bool] = []
    for raw in _breaths(guarded):
        words = tokens(raw)
        if not words:
            continue
        question = raw.rstrip("\"' )").endswith("?")
        clauses.extend(_sentence(raw, question, len(sentences)))
        sentences.append(" ".join(words))
        asked.append(question)
    return Reading(tuple(clauses), tuple(sentences), tuple(asked), " ".join(tokens(plain)))


def _breaths(text: str) -> Iterator[str]:
    """The sentences of a text; one without end is taken in pieces, so that no text is slow to read."""
    for raw in SENTENCE.split(text):
        words = raw.split(" ")
        for i in range(0, len(words), LONGEST):
            yield " ".join(words[i : i + LONGEST])


def _sentence(raw: str, question: bool, index: int) -> list[Clause]:
    parts = [p for segment in SEGMENT.split(raw) for p in _split_joined(tokens(segment)) if p]
    merged = _merge(parts)
    if question and len(merged) > 1 and TAG.match(" ".join(merged[-1])):
        merged, question = merged[:-1], False
    whole = " ".join(tokens(raw))
    supposed = bool(HYPOTHETICAL.match(whole))
    proposal = bool(re.match(r"(?:how|what) about\b", whole))
    hangs = _hanging(merged)
    out: list[Clause] = []
    said = False
    for place, words in enumerate(merged):
        last = place == len(merged) - 1
        clause = _clause(words, question, last, index)
        framed = place > 0 and bool(FRAME_YOU.match(" ".join(merged[place - 1])))
        carried = said and words[0] in ("and", "that", "so", "because") and clause.subject not in ("i", "we", "my")
        said = clause.said_by_them or framed or carried
        mood = clause.mood
        if supposed and mood in ("assertion", "proposal", "question"):
            mood = "hypothetical"
        if proposal:
            mood = "proposal"
        out.append(_replace(clause, mood, said, place in hangs))
    return out


def _hanging(parts: list[tuple[str, ...]]) -> set[int]:
    """Which clauses hang on an if: the one after it where it opens the thought, else the one before."""
    hangs: set[int] = set()
    for i, words in enumerate(parts):
        if not CONDITION.match(" ".join(words)):
            continue
        opens = i == 0 or words[0] in ("so", "and", "but", "or")
        hangs |= {i, i + 1} if opens and i + 1 < len(parts) else {i - 1, i}
    return hangs


def _replace(clause: Clause, mood: Mood, said: bool, hangs: bool) -> Clause:
    return Clause(
        clause.words, clause.text, mood, clause.subject, clause.head, clause.verb, clause.tense, clause.modal,
        clause.negated, said, hangs, clause.sentence,
    )  # fmt: skip


def _split_joined(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Cut where a joining word stands between two stretches that each have a verb."""
    out: list[tuple[str, ...]] = []
    start = 0
    for i in range(1, len(words) - 1):
        left = words[start:i]
        if left and _joins(words, i, left) and finite(left)[0] >= 0 and finite(words[i + 1 :])[0] >= 0:
            out.append(left)
            start = i
    return [*out, words[start:]]


def _joins(words: tuple[str, ...], i: int, left: tuple[str, ...]) -> bool:
    word, after = words[i], words[i + 1]
    opens = after in SUBJECT_START
    if not (word in JOIN and (opens or after in IF or word == "because")) and not (
        word in IF and (opens or word in ("if", "unless"))
    ):
        return False
    if word in ("before", "after", "until", "till", "once") and after not in PRONOUNS:
        return False
    if word == "as" and len(left) > 1 and left[-2] == "as":
        return False
    return left[-1] not in ("is", "are", "was", "were", "be", "what", "how", "to")


def _merge(parts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Segments without a verb of their own belong to the clause before them (or, at the start, after)."""
    out: list[tuple[str, ...]] = []
    carry: tuple[str, ...] = ()
    for words in parts:
        text = " ".join(words)
        lead = LEAD.match(text + " ")
        if lead and lead.end() > len(text):
            continue
        verbless = finite(words)[0] < 0 and not CONDITION.match(text)
        if verbless and not out and not carry and ((SALUTATION.match(text) and len(words) < 6) or VOCATIVE.match(text)):
            continue
        if THANKS.match(text) and not out and not carry:
            out.append(words)
        elif verbless and not out:
            carry += words
        elif verbless or (carry and not out and len(carry) > 6):
            if verbless:
                out[-1] += words
            else:
                out.append(carry + words)
                carry = ()
        else:
            out.append(carry + words)
            carry = ()
    if carry:
        out.append(carry)
    return out or parts[:1]


def _clause(words: tuple[str, ...], question: bool, last: bool, sentence: int) -> Clause:
    text = " ".join(words)
    body = LEAD.sub("", text + " ").strip() or text
    stripped = tuple(body.split())
    at, verb, tense, modal = finite(stripped)
    subject, head = _subject(stripped, at)
    said = bool(REPORTED_YOU.match(body) or REPORTED_YOU.match(text)) or bool(
        re.search(r"\b(?:you|your \w+) (?:said|told me|told us|mentioned|wrote)\b", body)
    )
    mood = _mood(text, body, question, last, at)
    negated = bool(NEGATION & set(stripped))
    return Clause(stripped, body, mood, subject, head, verb, tense, modal, negated, said, False, sentence)


def _mood(text: str, body: str, question: bool, last: bool, at: int) -> Mood:
    for mood, pattern in (("condition", CONDITION), ("hypothetical", HYPOTHETICAL)):
        if pattern.match(text) or pattern.match(body):
            return "condition" if mood == "condition" else "hypothetical"
    if question and (QUESTION_START.match(body) or (last and not _declared(body))):
        return "question"
    if THANKS.match(text):
        return "wish"
    if OPINION.match(body):
        return "opinion"
    if WISH.match(body):
        return "wish"
    if REQUEST.match(body):
        return "request"
    if _imperative(body.split()):
        return "request"
    if at < 0 or (
        body.startswith(("with ", "without "))
        and VERB_FORMS.get(body.split()[at], ("", ""))[1] == "past"
        and at > len(body.split()) - 3
    ):
        return "fragment"
    if PROPOSAL_VERB.match(body):
        return "proposal"
    return "assertion"


def _imperative(words: list[str]) -> bool:
    """A bare verb in front, with something of theirs or a thing after it: an order or a request."""
    if len(words) < 2 or VERB_FORMS.get(words[0], ("", ""))[1] != "base":
        return False
    return (
        words[1] in DETERMINERS
        or words[1] in ("me", "us", "it", "him", "her", "them", "up", "out", "on", "over")
        or words[0] not in NOUNISH
    )


def _declared(body: str) -> bool:
    return (
        bool(re.match(r"(?:i|we|the|my|our|this|that|there|it|they|another|he|she)\b", body)) and len(body.split()) > 6
    )


def _subject(words: tuple[str, ...], at: int) -> tuple[Subject, tuple[str, ...]]:
    """Who the clause is about: the words before its verb."""
    before = words[:at] if at > 0 else ()
    while before and before[0] in IF | JOIN | {"just", "only", "even", "then", "also"}:
        before = before[1:]
    while before and (before[0] in PREPOSITIONS or before[0] in IF) and len(before) > 2:
        # A phrase of place or time stands in front: the subject begins at the next pronoun or article.
        after = next((i for i in range(2, len(before)) if before[i] in SUBJECT_START), 0)
        if not after:
            break
        before = before[after:]
    if not before:
        return "none", ()
    first = before[0]
    for names, kind in (
        (("i", "me", "myself"), "i"), (("we", "us"), "we"), (("you",), "you"), (("your", "yours"), "your"),
        (("my", "our", "mine", "ours"), "my"), (("it", "this", "that", "these", "those"), "it"),
        (("there", "here"), "there"),
    ):  # fmt: skip
        if first in names and (kind != "it" or len(before) == 1):
            return kind, before  # type: ignore[return-value]
    return "third", before
