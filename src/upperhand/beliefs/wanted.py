"""What do they want, as rows with the words behind each of them?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from upperhand.beliefs.posterior import infer
from upperhand.beliefs.trace import because
from upperhand.errors import Problem
from upperhand.model.belief import Belief
from upperhand.model.case import Case, Party, Want
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Denial, Evidence, Heard, Statement, wants_named
from upperhand.model.move import EvidenceRef
from upperhand.model.reports import WantsReport
from upperhand.reader.evidence import Listened
from upperhand.reader.hear import Finding

Rows = dict[str, dict[str, Any]]
PARTICLES = 5_000
"""Enough for chances to .01, at half the time: hundreds of talks may be read in a row."""


def rows(belief: Belief, lines: Mapping[str, list[dict[str, Any]]]) -> Rows:
    """Weight, 80 % range, chance of being first, and the evidence of every want."""
    return {
        name: {
            "weight": belief.mean[k],
            "low": belief.low[k],
            "high": belief.high[k],
            "top_probability": belief.top_probability[k],
            "evidence": lines.get(name, []),
        }
        for k, name in enumerate(belief.wants)
    }


def report_of_case(case: Case, belief: Belief, heard: Sequence[Listened], problems: Sequence[Problem]) -> WantsReport:
    """What all evidence of a case says."""
    found = {
        (e.source, e.quote, e.line, f.want): f for one in heard for e, f in zip(one.evidence, one.findings, strict=True)
    }
    lines = {
        want: [
            _of_case(case, want, ref, found.get((ref.source, ref.quote, ref.line, want)))
            for ref in because(belief, want, limit=50)
        ]
        for want in belief.wants
    }
    unlisted = tuple(proposal for one in heard for proposal in one.unlisted)
    return WantsReport(case.them.name, rows(belief, lines), belief.order, belief.order_probability, belief, unlisted,
                       problems=tuple(problems))  # fmt: skip


def report_of_sources(
    about: str, wants: Mapping[str, str], heard: Sequence[Listened], problems: Sequence[Problem], source: str | None
) -> WantsReport:
    """What talks or documents say, with no case around them: every want starts with the same weight."""
    even = Estimate(1.0, 1.0, 1.0)
    case = Case(
        title=f"What {about} wants",
        me=Party("me"),
        them=Party(about),
        wants=tuple(Want(name, says, even) for name, says in wants.items()),
        evidence=tuple(e for one in heard for e in (*one.evidence, *one.splits)),
    )
    belief, more = infer(case, case.title, particles=PARTICLES)
    lines: dict[str, list[dict[str, Any]]] = {name: [] for name in wants}
    for one in heard:
        for evidence, finding in zip(one.evidence, one.findings, strict=True):
            if finding.quoted:
                lines[finding.want].append(_quoted(evidence, finding))
    for found in lines.values():
        found.sort(key=lambda line: -abs(line["strength"]))
    unlisted = tuple(proposal for one in heard for proposal in one.unlisted)
    return WantsReport(about, rows(belief, lines), belief.order, belief.order_probability, belief, unlisted, source,
                       (*problems, *(p for one in heard for p in one.problems), *more))  # fmt: skip


def _quoted(evidence: Evidence, finding: Finding) -> dict[str, Any]:
    return {
        "quote": finding.quote,
        "source": evidence.source,
        "line": finding.line,
        "turn": finding.said.turn,
        "when": None if evidence.when is None else evidence.when.isoformat(),
        "polarity": finding.polarity,
        "stance": finding.stance,
        "strength": round(finding.strength, 3),
        "chance": round(finding.chance, 3),
    }


def _of_case(case: Case, want: str, ref: EvidenceRef, finding: Finding | None) -> dict[str, Any]:
    same = [e for e in case.evidence if (e.quote, e.source, e.line) == (ref.quote, ref.source, ref.line)]
    claims = [e.claim for e in same if want in wants_named(e.claim) or not wants_named(e.claim)]
    stated = [c.polarity for c in claims if isinstance(c, Statement | Heard)]
    lower = "does_not_need" if any(isinstance(c, Denial) for c in claims) else "unsure"
    polarity = stated[0] if stated else "needs" if (ref.shift or 0.0) > 0 else lower
    told = {**ref.to_dict(), "polarity": polarity}
    return told if finding is None else {**told, "turn": finding.said.turn, "stance": finding.stance}
