"""Who loses more without a deal, what drives it, and which terms that predicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from upperhand.model.result import Result

Control = Literal["no", "partly", "yes"]


@dataclass(frozen=True)
class Driver(Result):
    """One input group's Shapley share of the reading. ``name`` is one of: reference, own alternatives,
    their alternatives, delay, relationship, future."""

    name: str
    share: float
    controllable: Control


@dataclass(frozen=True)
class Layer(Result):
    """The reading as one point of view has it. ``value`` is ``None`` with a ``reason`` where it is unknown."""

    value: float | None
    median: float | None = None
    low: float | None = None
    high: float | None = None
    probability_positive: float | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Layers(Result):
    """Everything there is (``structural``), what I can see (``mine``), what they can see (``theirs``)."""

    structural: Layer
    mine: Layer
    theirs: Layer
    state: str | None = None


@dataclass(frozen=True)
class Stake(Result):
    """What each side loses without a deal, in the case's unit (points: own points). ``None``: unknown."""

    me: float | None
    them: float | None


@dataclass(frozen=True)
class ReferenceTerms(Result):
    """The terms that no deal was compared with. ``note`` says what had to be filled in."""

    basis: str
    terms: Mapping[str, str | float]
    features: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class WorthKnowing(Result):
    """An uncertain input and the share (0 to 1) of the reading's variance that it explains alone."""

    input: str
    share: float


@dataclass(frozen=True)
class Leverage(Result):
    """The dependence balance, from -1 (they hold it all) to +1 (I do). theory.md 2.3.

    ``value`` is at likely values; ``median``, ``low``, ``high`` (80 %) and ``probability_positive`` come from 40,000
    draws. ``ratio`` is how many times what I lose they lose; ``None`` with ``saturated`` where I lose nothing.
    ``value`` is ``None`` with a ``reason`` where there is no dependence or an input is missing.
    ``histogram`` counts the draws in 40 equal bins from -1 to +1.
    """

    value: float | None
    reason: str | None
    median: float | None
    low: float | None
    high: float | None
    probability_positive: float | None
    ratio: float | None
    saturated: bool
    stake: Stake
    layers: Layers | None
    drivers: tuple[Driver, ...]
    reference: ReferenceTerms | None
    worth_knowing: tuple[WorthKnowing, ...] = ()
    histogram: tuple[int, ...] = ()
    unit: str = "points"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Zone(Result):
    """Where both sides gain. Money: the price from my limit to theirs. ``surplus`` < 0: there is none,
    and so much joint value is missing (money: in the unit; else ``None``)."""

    exists: bool | None
    low: float | None = None
    high: float | None = None
    surplus: float | None = None


@dataclass(frozen=True)
class PredictedTerms(Result):
    """The weighted Nash solution (theory.md 2.4), with deal-me-out beside it.

    ``terms`` is ``None`` with a ``reason`` where there is no zone or an input is missing. ``low``/``high`` bound the
    price's central 80 % over the draws (money mode). ``my_value``/``their_value`` are at ``terms``;
    ``acceptance`` is the chance that they would take exactly these terms.
    """

    terms: Mapping[str, str | float] | None
    deal_me_out: Mapping[str, str | float] | None
    my_value: float | None
    their_value: float | None
    zone: Zone
    low: float | None = None
    high: float | None = None
    acceptance: float | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()
