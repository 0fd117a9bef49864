"""How would a user have written this piece of evidence down?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from upperhand.model.estimate import BOTH
from upperhand.model.evidence import (
    Claim,
    Comparison,
    Denial,
    Dwell,
    Evidence,
    Feedback,
    Heard,
    Informant,
    MenuChoice,
    Offer,
    Purchase,
    Ranking,
    Rating,
    Response,
    Revisit,
    Split,
    Statement,
)
from upperhand.model.package import Package


def said(**parts: Any) -> dict[str, Any]:
    """The parts that say something."""
    return {key: part for key, part in parts.items() if part is not None}


def tidy(value: float) -> int | float:
    """A number without a needless `.0`."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def package_data(package: Package) -> dict[str, Any]:
    """A package as it is written."""
    terms = {key: term if isinstance(term, str) else tidy(term) for key, term in package.terms.items()}
    return {**terms, **({"features": sorted(package.features)} if package.features else {})}


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    """A piece of evidence under the file's own keys; what equals the default is left out."""
    hearsay = isinstance(evidence.claim, Informant)
    return {
        "id": evidence.id,
        "kind": evidence.kind,
        **_claim(evidence.claim),
        **said(
            quote=evidence.quote or None,
            source=evidence.source,
            line=evidence.line,
            when=evidence.when,
            who=evidence.who,
            origin=None if evidence.origin == evidence.source else evidence.origin,
            confidence=tidy(evidence.confidence),
            visible_to=None if evidence.visible_to == BOTH else sorted(evidence.visible_to),
        ),
        **({} if hearsay or evidence.reliability == 1 else {"reliability": tidy(evidence.reliability)}),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    match claim:
        case Heard() | Split():
            return {}  # read anew from its file each time, and left out of the case file
        case Informant():
            inner = {"kind": kind_of(claim.claim), **_claim(claim.claim)}
            return {"name": claim.name, "reliability": tidy(claim.reliability), "claim": inner}
        case Statement():
            return {"want": claim.want, "polarity": claim.polarity}
        case Denial():
            return {"want": claim.want}
        case Comparison():
            return {"over": list(claim.over)}
        case Rating():
            return {"want": claim.want, "score": tidy(claim.score), "out_of": tidy(claim.out_of)}
        case Dwell():
            return {"seconds": _tidied(claim.seconds), **_some("complexity", claim.complexity)}
        case Revisit():
            return {"counts": dict(claim.counts), **_some("size", claim.size)}
        case Purchase():
            return {
                "category": claim.category,
                "count": claim.count,
                "exposure": tidy(claim.exposure),
                "serves": _tidied(claim.serves),
            }
    return _package_claim(claim)


def _package_claim(claim: Offer | MenuChoice | Ranking | Response | Feedback) -> dict[str, Any]:
    match claim:
        case Offer():
            cost = None if claim.cost_to_them is None else tidy(claim.cost_to_them)
            return said(package=package_data(claim.package), cost_to_them=cost)
        case MenuChoice():
            return {"shown": [package_data(p) for p in claim.shown], "chosen": claim.chosen + 1}
        case Ranking():
            order = [group[0] + 1 if len(group) == 1 else [i + 1 for i in group] for group in claim.order]
            return {"shown": [package_data(p) for p in claim.shown], "order": order}
        case Feedback():
            return {
                "package": package_data(claim.package),
                **said(than=None if claim.than is None else package_data(claim.than)),
                **({"better_on": list(claim.better_on)} if claim.better_on else {}),
                **({"worse_on": list(claim.worse_on)} if claim.worse_on else {}),
            }
        case Response():
            return {"package": package_data(claim.package), "answer": "accept" if claim.accepted else "reject"}


def kind_of(claim: Claim) -> str:
    """The word that stands for a claim under `kind`."""
    return "menu_choice" if isinstance(claim, MenuChoice) else type(claim).__name__.lower()


def _tidied(table: Mapping[str, float]) -> dict[str, int | float]:
    return {key: tidy(value) for key, value in table.items()}


def _some(key: str, table: Mapping[str, float]) -> dict[str, Any]:
    return {key: _tidied(table)} if table else {}
