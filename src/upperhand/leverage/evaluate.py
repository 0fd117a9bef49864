"""What does one version of the case come to? The case as it is, or with one thing changed.

Everything that compares (drivers, what-ifs, moves) evaluates the whole case anew instead of adding up partials,
because levers are finite and cross the kink at no dependence (theory.md 2.5).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from upperhand.leverage.balance import balance, dependence
from upperhand.leverage.nodeal import no_deal
from upperhand.leverage.predict import Prediction, predict, stake_ranges
from upperhand.model.belief import Belief
from upperhand.model.case import Case
from upperhand.model.estimate import Estimate
from upperhand.model.package import Package
from upperhand.value.draws import DRAWS, sample
from upperhand.value.frame import Frame, make_frame, normalised
from upperhand.value.reference import resolve
from upperhand.value.response import acceptance
from upperhand.value.service import service_of_alternative
from upperhand.value.worth import Number, Read, likely, my_value, their_value

Floats = NDArray[np.float64]

FEW = 10_000

Shift = Callable[[Floats], Floats]
"""A change of weights: (..., K) -> (..., K'), rows summing to 1."""


def unchanged(weights: Floats) -> Floats:
    """No shift at all."""
    return weights


@dataclass(frozen=True)
class Version:
    """One version of the case: its frame, the package at which no deal is compared, and a shift of their weights."""

    frame: Frame
    package: Package
    shift: Shift = unchanged


@dataclass(frozen=True)
class Standing:
    """A version evaluated. ``leverage`` is NaN without dependence. Values are at ``package``, in the case's unit;
    ``prediction`` holds the predicted terms; ``acceptance`` is the chance they take those; ``expected`` is
    acceptance x my value + (1 - acceptance) x my no-deal value."""

    leverage: float
    v_me: float
    v_them: float
    d_me: float
    d_them: float
    prediction: Prediction
    acceptance: float
    expected: float


class Evaluator:
    """Evaluates versions of one case on the same draws. The case must have no unknowns (`unknown.unknowns`)."""

    def __init__(self, case: Case, belief: Belief, seed: str, *, like: Evaluator | None = None) -> None:
        """``like`` is an evaluator on the same seed, whose draws are shared."""
        self.seed = seed
        self.belief = belief
        self.mean: Floats = np.array(belief.mean, dtype=float)
        prior: Floats = np.array(belief.prior_mean, dtype=float)
        package, self.terms = resolve(case, prior)
        self.frame = make_frame(case, prior, package)
        self.ranges = stake_ranges(self.frame, self.mean)
        # Each particle meets several draws of the other inputs, which are independent of it.
        self.weights: Floats = np.resize(belief.particles, (DRAWS, len(belief.wants)))
        self._drawn: dict[Estimate, Floats] = like._drawn if like is not None else {}
        self._used: dict[str, Floats] = {}

    @property
    def case(self) -> Case:
        """The case as it is."""
        return self.frame.case

    @cached_property
    def as_it_is(self) -> Standing:
        """The case as it is, evaluated once."""
        return self.standing(self.version())

    def version(self, *, case: Case | None = None, package: Package | None = None, shift: Shift = unchanged) -> Version:
        """The case with something changed. A changed case keeps the reference, the scale of worth and the ranges;
        wants added to it count."""
        frame = self.frame
        if case is not None:
            more = len(case.wants) - len(frame.case.wants)
            prior = np.concatenate([frame.prior, np.zeros(more)])
            counted = np.concatenate([frame.counted, np.ones(more, dtype=bool)])
            frame = replace(frame, case=case, prior=prior, counted=counted)
        return Version(frame, package or self.frame.reference, shift)

    def know(self, drawn: Mapping[Estimate, Floats]) -> None:
        """Take these draws (any number of them, repeated as needed) for estimates that do not stand alone."""
        self._drawn.update({estimate: np.resize(draws, DRAWS) for estimate, draws in drawn.items()})

    def draw(self, estimate: Estimate) -> Number:
        """The draws of an estimate, shape (n,), or its value where it is certain. Draws are kept."""
        if estimate.is_certain:
            return estimate.likely
        if estimate not in self._drawn:
            self._drawn[estimate] = sample(estimate, self.seed)
        self._used[estimate.name] = self._drawn[estimate]
        return self._drawn[estimate]

    def draw_few(self, estimate: Estimate) -> Number:
        """The first 10,000 draws: enough for a mean of chances, which moves compare on the same draws."""
        drawn = self.draw(estimate)
        return drawn[:FEW] if isinstance(drawn, np.ndarray) else drawn

    @property
    def uncertain(self) -> Mapping[str, Floats]:
        """The draws of every uncertain input read so far, by its name."""
        return self._used

    def values(self, version: Version, read: Read, weights: Floats) -> tuple[Number, Number, Number, Number]:
        """V_me, V_them at the version's package, and d_me, d_them. ``weights`` (K,) or (n, K), before the shift."""
        frame = version.frame
        shifted = version.shift(weights)
        shifts = self._moved_alternatives(version, read, weights, shifted)
        return (
            my_value(frame, version.package, read),
            their_value(frame, version.package, shifted, read),
            no_deal(frame.case, "me", read),
            no_deal(frame.case, "them", read, shifts=shifts),
        )

    def _moved_alternatives(self, version: Version, read: Read, before: Floats, after: Floats) -> dict[str, Number]:
        """Their alternatives are valued with the same weights (theory.md 2.5): a shift of weights moves them too."""
        frame = version.frame
        worth = frame.case.theirs.worth
        if version.shift is unchanged or worth is None or frame.norm <= 0:
            return {}
        start = before if before.shape[-1] == after.shape[-1] else _widened(before, after.shape[-1])
        change = normalised(after, frame.counted) - normalised(start, frame.counted)
        return {
            a.name: read(worth) / frame.norm * (change @ service_of_alternative(frame.case, a))
            for a in frame.case.theirs.alternatives
            if a.serves
        }

    def leverage(self, values: tuple[Number, Number, Number, Number]) -> Floats:
        """The balance of four values, in the case's stake ranges; NaN without dependence."""
        v_me, v_them, d_me, d_them = values
        return balance(dependence(v_me, d_me) / self.ranges[0], dependence(v_them, d_them) / self.ranges[1])

    def standing(self, version: Version) -> Standing:
        """The version at likely values, with its predicted terms and the chance that they are taken."""
        values = self.values(version, likely, self.mean)
        v_me, v_them, d_me, d_them = (float(v) for v in values)
        shifted = version.shift(self.mean)
        prediction = predict(version.frame, version.package, shifted, (d_me, d_them))
        chance = self.chance(version, prediction.package or version.package)
        mine = prediction.my_value if prediction.my_value is not None else d_me
        return Standing(
            float(self.leverage(values)),
            v_me,
            v_them,
            d_me,
            d_them,
            prediction,
            chance,
            chance * mine + (1.0 - chance) * d_me if prediction.my_value is not None else d_me,
        )

    def chance(self, version: Version, package: Package) -> float:
        """P(package): mean over the draws of sigma((V_them - d_them) / (.1 R_them)) (design point 7)."""
        there = replace(version, package=package)
        _, v_them, _, d_them = self.values(there, self.draw_few, self.weights[:FEW])
        return float(np.mean(acceptance(np.asarray(v_them - d_them, dtype=float), self.ranges[1])))

    def drawn_leverage(self, version: Version) -> Floats:
        """Leverage of every draw, shape (n,); NaN where there is no dependence."""
        reading = self.leverage(self.values(version, self.draw, self.weights))
        return np.broadcast_to(reading, len(self.weights)) if reading.ndim == 0 else reading


def _widened(weights: Floats, width: int) -> Floats:
    room = [*weights.shape[:-1], width - weights.shape[-1]]
    return np.concatenate([weights, np.zeros(room)], axis=-1)
