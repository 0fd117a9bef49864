"""How does a checked piece of evidence become the noun, and what is it called?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from upperhand.casefile.check_evidence import chosen_index, ranked
from upperhand.casefile.names import Names, package_of
from upperhand.casefile.schema_evidence import (
    ComparisonClaim,
    DenialClaim,
    DwellClaim,
    FeedbackClaim,
    InformantClaim,
    MenuChoiceClaim,
    OfferClaim,
    PurchaseClaim,
    RankingClaim,
    RatingClaim,
    ResponseClaim,
    RevisitClaim,
    Seen,
    StatementClaim,
)
from upperhand.model.evidence import (
    Claim,
    Comparison,
    Denial,
    Dwell,
    Evidence,
    Feedback,
    Informant,
    MenuChoice,
    Observed,
    Offer,
    Purchase,
    Ranking,
    Rating,
    Response,
    Revisit,
    Statement,
)

CASE_FILE = "case.yaml"


@dataclass(frozen=True)
class Found:
    """A piece of evidence, and where it is written. A piece that names no source has the case file for one."""

    item: Seen
    path: str


def build_evidence(found: Iterable[Found], names: Names) -> tuple[Evidence, ...]:
    """The nouns, in order. A missing id comes from the content: the same words get the same id wherever they stand."""
    built: list[Evidence] = []
    taken: set[str] = set()
    for one in found:
        evidence = _evidence(one, names)
        stem = evidence.id or _content_id(evidence)
        name = next(n for i in range(len(taken) + 1) if (n := stem if i == 0 else f"{stem}-{i + 1}") not in taken)
        taken.add(name)
        built.append(replace(evidence, id=name))
    return tuple(built)


def _content_id(evidence: Evidence) -> str:
    """Eight hexadecimal digits of what was seen; where it is written does not count, for lines move."""
    content = asdict(replace(evidence, line=None, path=""))
    text = json.dumps(content, sort_keys=True, default=_plainly)
    return "e-" + hashlib.sha256(text.encode()).hexdigest()[:8]


def _plainly(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def _evidence(one: Found, names: Names) -> Evidence:
    item = one.item
    source = item.source or CASE_FILE
    kind = str(getattr(item, "kind"))  # noqa: B009 (every variant has one, the shared part has not)
    return Evidence(
        id=item.id or "",
        kind=kind,
        claim=_claim(item, names),
        source=source,
        origin=item.origin or source,
        quote=item.quote,
        line=item.line,
        when=item.when,
        who=item.who,
        confidence=item.confidence,
        reliability=1.0 if isinstance(item, InformantClaim) else item.reliability,  # an informant's is in the claim
        visible_to=item.visible_to,
        path=one.path,
    )


def _claim(claim: Any, names: Names) -> Claim:
    if isinstance(claim, InformantClaim):
        return Informant(claim.name, claim.reliability, _observed(claim.claim, names))
    return _observed(claim, names)


def _observed(claim: Any, names: Names) -> Observed:
    match claim:
        case StatementClaim():
            return Statement(claim.want, claim.polarity)
        case ComparisonClaim():
            return Comparison((claim.over[0], claim.over[1]))
        case DenialClaim():
            return Denial(claim.want)
        case RatingClaim():
            return Rating(claim.want, claim.score, claim.out_of)
        case DwellClaim():
            return Dwell(dict(claim.seconds), dict(claim.complexity))
        case RevisitClaim():
            return Revisit(dict(claim.counts), dict(claim.size))
        case PurchaseClaim():
            return Purchase(claim.category, claim.count, claim.exposure, dict(claim.serves))
    return _of_packages(claim, names)


def _of_packages(claim: Any, names: Names) -> Observed:
    match claim:
        case OfferClaim():
            return Offer(package_of(claim.package, names), claim.cost_to_them)
        case MenuChoiceClaim():
            shown = tuple(package_of(terms, names) for terms in claim.shown)
            return MenuChoice(shown, chosen_index(claim, names) or 0)
        case RankingClaim():
            shown = tuple(package_of(terms, names) for terms in claim.shown)
            return Ranking(shown, tuple(tuple(sorted(i - 1 for i in group)) for group in ranked(claim)))
        case ResponseClaim():
            return Response(package_of(claim.package, names), claim.answer == "accept")
        case FeedbackClaim():
            than = None if claim.than is None else package_of(claim.than, names)
            return Feedback(package_of(claim.package, names), tuple(claim.better_on), tuple(claim.worse_on), than)
    raise TypeError(f"not a claim: {claim!r}")
