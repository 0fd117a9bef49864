"""May this be said, stored or planned? Every rule's verdict on a draft, and a truthful sentence to say instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from upperhand.limits.clauses import read
from upperhand.limits.coercion import coerces
from upperhand.limits.disbelief import calls_liar
from upperhand.limits.flattery import flatters
from upperhand.limits.future import Wording, future_wording
from upperhand.limits.grounding import background, ledger
from upperhand.limits.instead import candidates
from upperhand.limits.private import pries, private_matters
from upperhand.limits.promises import false_promise
from upperhand.limits.roles import hides_role
from upperhand.limits.strawman import strawman
from upperhand.limits.timing import rushes
from upperhand.limits.truth import fabricated, palters, untrue
from upperhand.limits.verdict import Matter, Verdict
from upperhand.model.case import Case
from upperhand.model.move import Refused

Origin = Literal["draft", "move", "case"]

__all__ = ["Wording", "future_wording", "is_blocked", "judge", "judge_case", "pressure_allowed"]


def judge(text: str, case: Case, *, origin: Origin = "draft", answers: str | None = None) -> tuple[Refused, ...]:
    """Every limit that a text oversteps, with a truthful alternative for each; empty where it may be said.

    ``answers`` is the question of theirs that the text replies to (``None``: none): then a palter blocks. ``action``
    of a verdict is ``block`` (do not say it), ``rewrite`` (say the alternative) or ``warn`` (your choice).
    """
    matter = _matter(text, case, answers, origin == "move")
    return tuple(Refused(text, origin, v.rule, v.action, v.why, _instead(v, matter)) for v in _verdicts(matter, text))


def is_blocked(verdicts: Iterable[Refused]) -> bool:
    """Whether any verdict forbids saying the text as it stands."""
    return any(v.action in ("block", "rewrite") for v in verdicts)


def pressure_allowed(case: Case) -> bool:
    """Whether urgency and the cost of losing a relationship may be used at all: not with a vulnerable counterpart."""
    return not case.them.vulnerable


def judge_case(case: Case) -> tuple[Refused, ...]:
    """What the case itself must not hold (G12, in all it would plan on) and what it owes (G10, whom I act for)."""
    out: list[Refused] = []
    for place, text in _planned_on(case):
        found = private_matters(text)
        if found:
            why = (
                f"{place} records {found[0]} of a person (“{found[1]}”): it is neither stored nor planned on. "
                f"Delete it."
            )
            out.append(Refused(text, "case", "G12", "block", why, "What matters most to you in this?"))
    if case.me.represents:
        line = disclosure(case)
        why = f"I act for {case.me.represents}; the other side is owed that at first contact."
        out.append(Refused(line, "case", "G10", "warn", why, line))
    return tuple(out)


def disclosure(case: Case) -> str:
    """The line that says for whom I act; '' where I act for myself."""
    return f"I act on behalf of {case.me.represents}." if case.me.represents else ""


def _planned_on(case: Case) -> Iterable[tuple[str, str]]:
    for want in case.wants:
        yield f"the want {want.name}", f"{want.name}. {want.says}"
    for feature in case.features:
        yield (
            f"the feature {feature.name}",
            ". ".join(t for t in (feature.name, feature.benefit, feature.drawback) if t),
        )
    for fact in case.facts:
        yield "a fact", fact.text
    for act in case.acts:
        yield "an act", f"{act.do}. {act.referent or ''}"
    for possibility in case.possibilities:
        yield f"the possibility {possibility.want}", possibility.says
    for piece in case.evidence:
        yield f"the evidence {piece.id}", piece.quote


def _matter(text: str, case: Case, answers: str | None, vouched: bool = False) -> Matter:
    return Matter(read(text), case, ledger(case, vouched), background(case), answers)


def _verdicts(matter: Matter, raw: str) -> tuple[Verdict, ...]:
    pressed, taken = fabricated(matter)
    false = untrue(matter, taken)
    claims = any(c.mood in ("assertion", "proposal", "opinion", "fragment") and c.verb for c in matter.reading.clauses)
    rest = (
        *palters(matter, claims), *strawman(matter), *false_promise(matter), *coerces(matter), *hides_role(matter),
        *flatters(matter), *rushes(matter, pressed), *pries(raw),
        *calls_liar(matter),
    )  # fmt: skip
    return _most_specific((*pressed, *false, *rest))


def _most_specific(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """One verdict a rule; a verdict of G2 falls away where a narrower rule holds the same words."""
    narrow = [v for v in verdicts if v.rule in ("G4", "G5", "G6", "G8", "G9", "G10", "G12", "G17")]
    out: list[Verdict] = []
    for v in verdicts:
        covered = v.rule == "G2" and any(n.about and (n.about in v.about or v.about in n.about) for n in narrow)
        if not covered and not any(o.rule == v.rule for o in out):
            out.append(v)
    return tuple(out)


def _instead(verdict: Verdict, matter: Matter) -> str:
    """The first truthful alternative that oversteps nothing itself."""
    for text in candidates(verdict, matter.case):
        if not _verdicts(replace(matter, reading=read(text)), text):
            return text
    return "What matters most to you in this?"
