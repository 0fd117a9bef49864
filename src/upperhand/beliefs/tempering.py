"""How much does a piece of evidence count, beside its age and the others that say the same?

omega = reliability * decay / n (design point 9), the exponent of the likelihood. ``n`` counts the pieces of one origin
that make the same claim, whatever their wording, their confidence or who passed them on: told twice is not heard twice.
The reliability of an informant already stands in the mixture (likelihood.py), so it does not count again here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from upperhand.beliefs import constants
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
    Observed,
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


@dataclass(frozen=True)
class Group:
    """Pieces of one origin making the same claim, taken in as one step.

    ``name`` tells groups apart and keys their random streams. ``alone`` runs along ``pieces``: the omega each would
    have if no other said the same.
    """

    name: str
    pieces: tuple[Evidence, ...]
    alone: tuple[float, ...]

    @property
    def omegas(self) -> tuple[float, ...]:
        """The tempering exponent of each piece: its own divided by the number that say the same."""
        return tuple(omega / len(self.pieces) for omega in self.alone)


def observed(claim: Claim) -> Observed:
    """What is claimed, without who passed it on; a statement of no need is the same as a denial."""
    inner = claim.claim if isinstance(claim, Informant) else claim
    if isinstance(inner, Statement) and inner.polarity == "does_not_need":
        return Denial(inner.want)
    return inner


def confidence(evidence: Evidence) -> float:
    """c in [0, 1]: how far the piece is to be believed, times the reliability of an informant."""
    trust = evidence.claim.reliability if isinstance(evidence.claim, Informant) else 1.0
    return _unit(evidence.confidence) * _unit(trust)


def undivided(evidence: Evidence, as_of: date | None) -> float:
    """omega of a piece that stands alone, in [0, 1]: reliability * decay.

    Decay is 2^(-age / 365 days) for words, offers and answers, and .4 * 2^(-age / 180 days) for behaviour (looks,
    visits, purchases). Without a date there is no decay; what lies ahead of ``as_of`` counts as of today.
    """
    reliability = 1.0 if isinstance(evidence.claim, Informant) else _unit(evidence.reliability)
    behaviour = isinstance(observed(evidence.claim), Dwell | Revisit | Purchase)
    half_life = constants.HALF_LIFE_BEHAVIOUR if behaviour else constants.HALF_LIFE_WORDS
    age = max((as_of - evidence.when).days, 0) if as_of is not None and evidence.when is not None else 0
    factor = constants.BEHAVIOUR_FACTOR if behaviour else 1.0
    return float(reliability * factor * 2.0 ** (-age / half_life))


def groups(pieces: Iterable[Evidence], as_of: date | None) -> list[Group]:
    """The pieces in canonical order (date, origin, claim), those of one origin and claim together."""
    together: dict[tuple[str, str], list[Evidence]] = {}
    for piece in sorted(pieces, key=canonical):
        together.setdefault((piece.origin, claim_key(piece.claim)), []).append(piece)
    return [
        Group(f"{origin} {claim}", tuple(its), tuple(undivided(p, as_of) for p in its))
        for (origin, claim), its in together.items()
    ]


def canonical(piece: Evidence) -> tuple[str | float, ...]:
    """Where a piece stands in the one order in which evidence is taken in; undated pieces come first."""
    when = piece.when.isoformat() if piece.when is not None else ""
    return (when, piece.origin, claim_key(piece.claim), piece.id, piece.source, piece.line or 0, piece.quote,
            confidence(piece), piece.reliability)  # fmt: skip


def claim_key(claim: Claim) -> str:
    """The content of a claim as text, the same for two pieces that claim the same."""
    inner = observed(claim)
    match inner:
        case Statement():
            parts: tuple[object, ...] = (inner.want, inner.polarity)
        case Heard() | Split():
            parts = _of_talk(inner)
        case Comparison():
            parts = inner.over
        case Denial():
            parts = (inner.want,)
        case Rating():
            parts = (inner.want, _text(inner.score), _text(inner.out_of))
        case Dwell():
            parts = (_pairs(inner.seconds), _pairs(inner.complexity))
        case Revisit():
            parts = (_pairs(inner.counts), _pairs(inner.size))
        case Purchase():
            parts = (inner.category, inner.count, _text(inner.exposure), _pairs(inner.serves))
        case Offer() | MenuChoice() | Ranking() | Response() | Feedback():
            parts = _of_packages(inner)
    return f"{type(inner).__name__} {parts!r}"


def _of_talk(claim: Heard | Split) -> tuple[object, ...]:
    if isinstance(claim, Heard):
        return claim.want, _text(claim.strength)
    return _pairs(claim.gets), _pairs(claim.stock)


def _of_packages(claim: Offer | MenuChoice | Ranking | Response | Feedback) -> tuple[object, ...]:
    match claim:
        case Offer():
            return _package(claim.package), _text(claim.cost_to_them)
        case MenuChoice():
            return tuple(_package(p) for p in claim.shown), claim.chosen
        case Ranking():
            return tuple(_package(p) for p in claim.shown), claim.order
        case Response():
            return _package(claim.package), claim.accepted
        case Feedback():
            than = () if claim.than is None else _package(claim.than)
            return _package(claim.package), tuple(sorted(claim.better_on)), tuple(sorted(claim.worse_on)), than


def _unit(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _text(value: str | float | None) -> str:
    return "" if value is None else value if isinstance(value, str) else f"{float(value):.12g}"


def _pairs(values: Mapping[str, float]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, _text(value)) for name, value in values.items()))


def _package(package: Package) -> tuple[object, ...]:
    return tuple(sorted((name, _text(level)) for name, level in package.terms.items())), tuple(sorted(package.features))
