"""What do they want, how sure can we be, and which line moved it?

log p(w | E) = log p(w) + sum over e of omega_e log p(e | w) (theory.md 5.1, formula 17; design points 9 and 10).
Nothing but the case and the seed decides the result: the order of the evidence does not, and a piece deleted leaves
the belief of never having had it. docs/theory/belief.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs.cloud import Cloud, Term
from upperhand.beliefs.heard import Orders, omegas, scores
from upperhand.beliefs.likelihood import ordered
from upperhand.beliefs.prior import Prior, prior_of
from upperhand.beliefs.tempering import Group, canonical, claim_key, confidence, groups, observed, undivided
from upperhand.beliefs.weigh import LogLikelihood, Setting, Surplus, Unweighed, weigh
from upperhand.errors import Problem
from upperhand.model.belief import Belief, TraceStep
from upperhand.model.case import Case
from upperhand.model.evidence import Evidence, Heard, wants_named

Floats = NDArray[np.float64]
CENTRAL = (0.1, 0.9)
"""The quantiles that bound the central 80 %."""


Reading = LogLikelihood | Unweighed
_Key = tuple[str, float]


@dataclass(frozen=True)
class _Moved:
    """What one piece moved: its omega, its share of the step's shift (K,), and why it moved nothing."""

    piece: Evidence
    omega: float
    shift: Floats
    note: str | None = None


def infer(
    case: Case, seed: str, *, surplus: Surplus | None = None, particles: int = 10_000
) -> tuple[Belief, list[Problem]]:
    """The belief about their wants given the case's evidence, and what in that evidence could not be used.

    ``surplus`` tells how far a package lies above their no-deal value, per particle and in shares of R_B; without it
    answers to packages are not weighed. The same case and seed give the same belief to the last bit.
    """
    prior = prior_of(case.wants)
    if len(prior.wants) < 2:
        return _foregone(case, prior, particles), []
    cloud = Cloud(prior, seed, particles)
    setting = Setting(case, cloud.prior_mean, seed, surplus)
    pieces = case.evidence
    told: dict[_Key, Reading] = {}
    for piece in pieces:
        if _key(piece) not in told:
            told[_key(piece)] = weigh(setting, piece)
    notes = [_why_silent(piece, told[_key(piece)]) for piece in pieces]
    audible = [piece for piece, note in zip(pieces, notes, strict=True) if note is None]
    nothing = np.zeros(len(prior.wants))
    moved = [_Moved(p, 0.0, nothing, note) for p, note in zip(pieces, notes, strict=True) if note is not None]
    clock = _clock(case, audible)
    heard = [piece for piece in audible if isinstance(observed(piece.claim), Heard)]
    moved += _listen(cloud, heard, setting.place, clock)
    moved += _follow(cloud, groups([p for p in audible if not isinstance(observed(p.claim), Heard)], clock), told)
    trace = tuple(_traced(m, prior.wants) for m in sorted(moved, key=lambda m: canonical(m.piece)))
    return _belief(prior, cloud, trace), [p for piece in pieces for p in _problems(piece, told[_key(piece)])]


def _key(piece: Evidence) -> _Key:
    return claim_key(piece.claim), confidence(piece)


def _why_silent(piece: Evidence, reading: Reading) -> str | None:
    if isinstance(reading, Unweighed):
        return reading.note
    return "its source is given no reliability" if undivided(piece, None) <= 0.0 else None


def _problems(piece: Evidence, reading: Reading) -> list[Problem]:
    """A complaint where the user could mend what kept the piece from being weighed."""
    if not isinstance(reading, Unweighed) or reading.fix is None:
        return []
    what = f"Evidence {piece.id} moves nothing: {reading.note}."
    return [Problem(piece.path or piece.source, None, what, reading.fix, "warning")]


def _clock(case: Case, pieces: Sequence[Evidence]) -> date | None:
    """The day ages count from: ``as_of``, else the day of the latest piece that moves anything."""
    return case.as_of or max((piece.when for piece in pieces if piece.when is not None), default=None)


def _tempered(step: Group, told: Mapping[_Key, Reading]) -> Term:
    """sum of omega log p over the pieces of a step, those alike counted once with their number.

    So that n exact copies give to the last bit what one gives.
    """
    alike: dict[tuple[_Key, float], int] = {}
    for piece, omega in zip(step.pieces, step.alone, strict=True):
        kind = (_key(piece), omega)
        alike[kind] = alike.get(kind, 0) + 1
    parts: list[tuple[float, LogLikelihood]] = []
    for (key, omega), count in alike.items():
        reading = told[key]
        if not isinstance(reading, Unweighed):
            parts.append((omega * (count / len(step.pieces)), reading))
    return lambda w: np.asarray(sum((weight * reading(w) for weight, reading in parts), np.zeros(len(w))))


def _follow(cloud: Cloud, steps: list[Group], told: Mapping[_Key, Reading]) -> list[_Moved]:
    """Take in the steps one by one; what each of their pieces moved."""
    moved: list[_Moved] = []
    for step in steps:
        before = cloud.mean()
        cloud.take(step.name, _tempered(step, told))
        shift = cloud.mean() - before
        total = sum(step.omegas) or 1.0
        moved += [_Moved(p, omega, shift * (omega / total)) for p, omega in zip(step.pieces, step.omegas, strict=True)]
    return moved


def _listen(cloud: Cloud, heard: list[Evidence], place: Mapping[str, int], clock: date | None) -> list[_Moved]:
    """Take in all that was heard as one step, because an order is read from all words together.

    A piece's share of the shift is in proportion to what leaving it out would undo.
    """
    if not heard:
        return []
    pieces = sorted(heard, key=canonical)
    each = omegas(pieces, clock)
    total = scores(pieces, each, place)
    before, known = cloud.mean(), Orders(cloud.w, cloud.chances)
    cloud.take("heard", lambda particles: ordered(particles, total), swaps=len(place) if len(place) > 2 else 0)
    shift = cloud.mean() - before
    after = known.mean(total)
    undone = np.array([after - known.mean(total - scores([p], [o], place)) for p, o in zip(pieces, each, strict=True)])
    sums = undone.sum(axis=0)
    fair = np.divide(shift, sums, out=np.zeros_like(shift), where=np.abs(sums) > 1e-9)
    # where the parts cancel, sharing in proportion would blow them up: then each keeps what leaving it out undoes
    fair = np.where((fair > 0) & (fair < 2), fair, 1.0)
    return [_Moved(p, o, u * fair) for p, o, u in zip(pieces, each, undone, strict=True)]


def _traced(moved: _Moved, wants: tuple[str, ...]) -> TraceStep:
    piece = moved.piece
    return TraceStep(
        evidence_id=piece.id,
        kind=piece.kind,
        quote=piece.quote,
        source=piece.source,
        line=piece.line,
        when=piece.when.isoformat() if piece.when is not None else None,
        weight=moved.omega,
        shift={want: float(by) for want, by in zip(wants, moved.shift, strict=True)},
        note=moved.note,
        about=wants_named(piece.claim),
    )


def _belief(prior: Prior, cloud: Cloud, trace: tuple[TraceStep, ...]) -> Belief:
    """The summary of the weighted particles, with an equal-weight sample of them."""
    chances = cloud.chances
    mean = cloud.mean() if cloud.has_evidence else cloud.prior_mean
    low, high = (_quantile(cloud.w, chances, q) for q in CENTRAL)
    first = cloud.w.argmax(axis=1)
    top = np.array([chances[first == k].sum() for k in range(len(prior.wants))])
    order = [int(k) for k in np.argsort(-mean, kind="stable")]
    descends = (np.diff(cloud.w[:, order], axis=1) <= 0.0).all(axis=1)
    return Belief(
        wants=prior.wants,
        mean=_tuple(mean),
        low=_tuple(low),
        high=_tuple(high),
        top_probability=_tuple(top),
        prior_mean=_tuple(cloud.prior_mean),
        trace=trace,
        particles=cloud.equal_weight(),
        order=tuple(prior.wants[k] for k in order),
        order_probability=min(float(chances[descends].sum()), 1.0),
    )


def _quantile(w: Floats, chances: Floats, q: float) -> Floats:
    """The weighted q-quantile of every column, shape (K,)."""
    found = np.empty(w.shape[1])
    for k in range(w.shape[1]):
        rows = np.argsort(w[:, k], kind="stable")
        at = np.searchsorted(np.cumsum(chances[rows]), q)
        found[k] = w[rows[min(int(at), len(rows) - 1)], k]
    return found


def _tuple(values: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


def _foregone(case: Case, prior: Prior, particles: int) -> Belief:
    """With one want there is nothing to share out, with none nothing to believe."""
    wants = prior.wants
    ones = tuple(1.0 for _ in wants)
    note = "there is only one want, so nothing can shift" if wants else "the case names no wants"
    nothing = np.zeros(len(wants))
    trace = tuple(_traced(_Moved(piece, 0.0, nothing, note), wants) for piece in sorted(case.evidence, key=canonical))
    sure = 1.0 if wants else None
    return Belief(wants, ones, ones, ones, ones, ones, trace, np.ones((particles, len(wants))), wants, sure)
