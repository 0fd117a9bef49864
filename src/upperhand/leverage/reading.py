"""The leverage reading and the predicted terms of a case, with spread, layers, drivers and what would narrow them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from upperhand.leverage.balance import dependence
from upperhand.leverage.drivers import drivers
from upperhand.leverage.evaluate import FEW, Evaluator, Standing, Version
from upperhand.leverage.layers import NOTEWORTHY, relevant, seen_by, state
from upperhand.leverage.predict import alpha
from upperhand.leverage.unknown import unknowns
from upperhand.model.belief import Belief
from upperhand.model.case import Case
from upperhand.model.estimate import Side
from upperhand.model.package import Package
from upperhand.model.reading import Layer, Layers, Leverage, PredictedTerms, Stake, WorthKnowing, Zone
from upperhand.value.frame import POINTS
from upperhand.value.worth import service_ratio

Floats = NDArray[np.float64]

BINS = 40
WORTH_KNOWING = 0.03
"""Inputs that explain less than this share of the variance are not worth asking about."""


@dataclass(frozen=True)
class Views:
    """What is believed of their wants from the evidence each side can see. ``mine``/``theirs`` ``None``: as ``all``."""

    all: Belief
    mine: Belief | None = None
    theirs: Belief | None = None


def read(case: Case, views: Views, seed: str) -> tuple[Leverage, PredictedTerms, Evaluator | None]:
    """The reading at the reference terms, the predicted terms, and the evaluator for what-ifs.

    Where inputs are missing or neither side depends on the deal, ``value`` is ``None`` with the reason and the
    evaluator is ``None`` (missing inputs) or still of use (no dependence).
    """
    missing = unknowns(case)
    if missing:
        reason = "unknown, because " + "; ".join(missing)
        return _unknown(case, reason), PredictedTerms(None, None, None, None, Zone(None), reason=reason), None
    evaluator = Evaluator(case, views.all, seed)
    version = evaluator.version()
    standing = evaluator.as_it_is
    drawn = evaluator.drawn_leverage(version)
    return _leverage(evaluator, version, standing, drawn, views), _terms(evaluator, version, standing), evaluator


def _unknown(case: Case, reason: str, reference: Evaluator | None = None) -> Leverage:
    return Leverage(
        value=None,
        reason=reason,
        median=None,
        low=None,
        high=None,
        probability_positive=None,
        ratio=None,
        saturated=False,
        stake=Stake(None, None),
        layers=None,
        drivers=(),
        reference=reference.terms if reference else None,
        unit=case.unit,
    )


def _leverage(evaluator: Evaluator, version: Version, standing: Standing, drawn: Floats, views: Views) -> Leverage:
    case = evaluator.case
    if np.isnan(standing.leverage):
        reason = (
            "no dependence, no leverage: at the reference terms neither side loses anything without a deal; "
            "improve the terms or change the reference"
        )
        return replace(_unknown(case, reason, evaluator), stake=Stake(0.0, 0.0))
    lost_me = float(dependence(standing.v_me, standing.d_me))
    lost_them = float(dependence(standing.v_them, standing.d_them))
    spread = _spread(drawn)
    shares = lost_me / evaluator.ranges[0], lost_them / evaluator.ranges[1]
    defined = drawn[~np.isnan(drawn)]
    histogram = np.histogram(defined, bins=BINS, range=(-1.0, 1.0))[0]
    return Leverage(
        value=standing.leverage,
        reason=None,
        median=spread[0],
        low=spread[1],
        high=spread[2],
        probability_positive=spread[3],
        ratio=shares[1] / shares[0] if shares[0] > 0 else None,
        saturated=shares[0] <= 0,
        stake=Stake(lost_me, lost_them),
        layers=_layers(evaluator, standing, drawn, views),
        drivers=drivers(evaluator, version),
        reference=evaluator.terms,
        worth_knowing=_worth_knowing(evaluator, drawn),
        histogram=tuple(int(c) for c in histogram),
        unit=case.unit,
        notes=_notes(evaluator, standing, drawn),
    )


def _spread(drawn: Floats) -> tuple[float | None, float | None, float | None, float | None]:
    """Median, 10th and 90th percentile, chance of being positive, over the draws in which there is dependence."""
    defined = drawn[~np.isnan(drawn)]
    if not len(defined):
        return None, None, None, None
    low, median, high = (float(q) for q in np.quantile(defined, [0.1, 0.5, 0.9]))
    return median, low, high, float(np.mean(defined > 0))


def _layers(evaluator: Evaluator, standing: Standing, drawn: Floats, views: Views) -> Layers:
    structural = Layer(standing.leverage, *_spread(drawn))
    mine, mine_aware = _layer(evaluator, "me", views.mine or views.all, standing.leverage)
    theirs, theirs_aware = _layer(evaluator, "them", views.theirs or views.all, standing.leverage)
    known = mine.value is not None and theirs.value is not None
    return Layers(structural, mine, theirs, state(standing.leverage, mine_aware, theirs_aware) if known else None)


def _layer(evaluator: Evaluator, side: Side, belief: Belief, structural: float) -> tuple[Layer, float]:
    """One side's view, and the chance it gives to noteworthy leverage in the structural direction."""
    seen, hidden = seen_by(evaluator.case, side)
    if not hidden and seen == relevant(evaluator.case) and belief is evaluator.belief:
        return _layer_of(evaluator, evaluator.version(), structural)
    who = "you" if side == "me" else "they"
    if hidden:
        reason = f"unknown, because {who} cannot see {', '.join(hidden)} and no prior range is given for it"
        return Layer(None, reason=reason), 0.0
    missing = unknowns(seen)
    if missing:
        return Layer(None, reason="unknown, because " + "; ".join(missing)), 0.0
    # The reference is common ground: what a side does not see must not move the terms it is compared at.
    view = Evaluator(seen, belief, evaluator.seed, like=evaluator)
    return _layer_of(view, view.version(package=evaluator.frame.reference), structural)


def _layer_of(view: Evaluator, version: Version, structural: float) -> tuple[Layer, float]:
    value = view.leverage(view.values(version, lambda e: e.likely, view.mean))
    drawn = view.drawn_leverage(version)
    if np.isnan(value):
        return Layer(None, *_spread(drawn), reason="no dependence, no leverage"), 0.0
    defined = drawn[~np.isnan(drawn)]
    aware = float(np.mean(defined * np.sign(structural) > NOTEWORTHY)) if len(defined) else 0.0
    return Layer(float(value), *_spread(drawn)), aware


def _worth_knowing(evaluator: Evaluator, drawn: Floats) -> tuple[WorthKnowing, ...]:
    """First-order variance shares, largest first: Var(E[reading | input in its j-th 20th]) / Var(reading).

    The noise floor of 20 bin means is subtracted, so that an input without influence comes out near 0.
    """
    total = float(np.nanvar(drawn))
    if total <= 1e-12:
        return ()
    inputs = dict(sorted(evaluator.uncertain.items()))
    wanted = np.asarray(service_ratio(evaluator.frame, evaluator.frame.reference, evaluator.weights))
    if wanted.ndim and float(np.ptp(wanted)) > 1e-9:
        inputs["wants"] = wanted
    shares = [WorthKnowing(name, _explained(x, drawn, total)) for name, x in inputs.items()]
    return tuple(sorted((s for s in shares if s.share >= WORTH_KNOWING), key=lambda s: -s.share))


def _explained(x: Floats, drawn: Floats, total: float, bins: int = 20) -> float:
    x, drawn = x[:FEW], drawn[:FEW]
    keep = ~np.isnan(drawn)
    order = np.argsort(x[keep], kind="stable")
    parts = np.array_split(drawn[keep][order], bins)
    means = np.array([p.mean() for p in parts if len(p)])
    noise = (total - float(means.var())) * (bins - 1) / max(int(keep.sum()), 1)
    return max(0.0, min(1.0, (float(means.var()) - noise) / total))


def _notes(evaluator: Evaluator, standing: Standing, drawn: Floats) -> tuple[str, ...]:
    notes = []
    if standing.v_them < standing.d_them:
        notes.append("at the reference terms they would walk: improve the terms or change the reference")
    if standing.v_me < standing.d_me:
        notes.append("at the reference terms you are better off without a deal: change the reference or walk")
    surplus = standing.prediction.surplus
    if surplus is not None and surplus > 0 and abs(standing.leverage) < 1e-6:
        notes.append(
            "the reference terms happen to be the middle of the zone; there both sides always lose the same, so check "
            "that they come from a standard and not from splitting the difference"
        )
    if standing.prediction.exists is False:
        notes.append(f"{standing.prediction.reason}; the reading holds only at the reference terms")
    undefined = float(np.isnan(drawn).mean())
    if undefined >= 0.05:
        notes.append(f"in {undefined:.0%} of the draws neither side depends on the deal")
    cohesion = (
        abs(standing.v_me - standing.d_me) / evaluator.ranges[0]
        + abs(standing.v_them - standing.d_them) / evaluator.ranges[1]
    ) / 2
    if abs(standing.leverage) < 0.15 and cohesion > 0.5 and standing.prediction.exists:
        notes.append("you depend on each other about equally and much is at stake: build value rather than press")
    notes += _about_worth(evaluator)
    if evaluator.terms.note:
        notes.append(evaluator.terms.note)
    return tuple(notes)


def _about_worth(evaluator: Evaluator) -> list[str]:
    """Where their worth as it counts here is not the number the user wrote, and numbers that look like prices."""
    case, frame, notes = evaluator.case, evaluator.frame, []
    if case.unit == POINTS:
        if any(w is not None for p in (case.mine, case.theirs) for w in (p.worth, p.cost)):
            notes.append("in points a deal is worth the points of its options: worth and cost are not counted")
        return notes
    worth, ratio = case.theirs.worth, float(service_ratio(frame, frame.reference, evaluator.mean))
    if worth is not None and abs(ratio - 1.0) >= 0.02:
        care = "more" if ratio > 1 else "less"
        notes.append(
            f"your {worth.likely:,.0f} for them counts as {worth.likely * ratio:,.0f} here: they seem to care "
            f"{care} than you first guessed for what these terms serve"
        )
    if worth is None and frame.norm > 0:
        notes.append("what they want does not move these numbers: say what meeting it is worth to them (theirs.worth)")
    for key, position in (("mine", case.mine), ("theirs", case.theirs)):
        for alternative in position.alternatives:
            whole, other = position.worth, alternative.worth
            if (
                whole is not None
                and other is not None
                and position.cost is None
                and other.likely >= 0.75 * whole.likely
            ):
                notes.append(
                    f"is {other.likely:,.0f} what {alternative.name!r} would gain, after paying for it? "
                    f"It looks like a price ({key}.alternatives)"
                )
    return notes


def _terms(evaluator: Evaluator, version: Version, standing: Standing) -> PredictedTerms:
    prediction = standing.prediction
    price = evaluator.frame.price if evaluator.frame.money else None
    limits = sorted(prediction.limits) if prediction.limits else (None, None)
    zone = Zone(prediction.exists, limits[0], limits[1], prediction.surplus)
    if prediction.package is None:
        return PredictedTerms(None, None, None, None, zone, reason=prediction.reason)
    low, high, missing = _price_range(evaluator, version) if price else (None, None, 0.0)
    notes = [f"in {missing:.0%} of the draws there is no price that suits both"] if missing >= 0.05 else []
    notes += _outside_range(evaluator, prediction.package, price)
    if prediction.gap:
        notes.append(f"the packages were thinned; the best may be up to {prediction.gap:.1%} of a side's range better")
    return PredictedTerms(
        terms=dict(prediction.package.terms),
        deal_me_out=dict(prediction.deal_me_out.terms) if prediction.deal_me_out else None,
        my_value=prediction.my_value,
        their_value=prediction.their_value,
        zone=zone,
        low=low,
        high=high,
        acceptance=standing.acceptance,
        notes=tuple(notes),
    )


def _price_range(evaluator: Evaluator, version: Version) -> tuple[float | None, float | None, float]:
    """The predicted price's central 80 % over the draws with a zone, and the share of draws without one."""
    values = evaluator.values(version, evaluator.draw, evaluator.weights)
    v_me, v_them, d_me, d_them = (np.broadcast_to(np.asarray(v, dtype=float), len(evaluator.weights)) for v in values)
    surplus = v_me + v_them - d_me - d_them
    frame = evaluator.frame
    now = float(version.package.terms[frame.price or ""])
    sign = 1.0 if frame.paid == "me" else -1.0
    price = now + sign * (d_me + alpha(frame.case) * surplus - v_me)
    ok = surplus >= 0
    if not ok.any():
        return None, None, 1.0
    low, high = (float(q) for q in np.quantile(price[ok], [0.1, 0.9]))
    return low, high, float(1.0 - ok.mean())


def _outside_range(evaluator: Evaluator, package: Package, price: str | None) -> list[str]:
    if price is None:
        return []
    issue, value = evaluator.case.issue(price), float(package.terms[price])
    if issue.low is None or issue.high is None or issue.low <= value <= issue.high:
        return []
    return [f"the predicted {price} lies outside the range you gave ({issue.low:,.0f} to {issue.high:,.0f})"]
