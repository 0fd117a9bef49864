"""One negotiation: who, about what, with which numbers. `None` always means: the user has not said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from upperhand.model.estimate import BOTH, Estimate, Side
from upperhand.model.evidence import Evidence
from upperhand.model.package import Package

Basis = Literal["standard", "precedent", "on_the_table", "gross_split"]
Trend = Literal["rising", "falling"]


@dataclass(frozen=True)
class Party:
    """Me or them. ``certainty`` is how settled their own wants are: a pseudo-count (unsure 4, open 20, settled 200)."""

    name: str
    role: str | None = None
    represents: str | None = None
    authority: str | None = None
    size: str | None = None
    certainty: float | None = None
    vulnerable: bool = False


@dataclass(frozen=True)
class Want:
    """Something they are after, in their words. ``weight`` is the user's first guess, any positive scale."""

    name: str
    says: str
    weight: Estimate
    certainty: float | None = None


@dataclass(frozen=True)
class Issue:
    """A thing to settle: either named ``options``, or a range ``low`` to ``high`` in steps of ``step``.

    ``serves``: want -> option -> degree in [0, 1]; ``serves_by_range``: want -> rising or falling with the number.
    ``better_for_me`` is ``None`` where the user did not say.
    """

    name: str
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    step: float | None = None
    is_price: bool = False
    better_for_me: Literal["higher", "lower"] | None = None
    serves: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    serves_by_range: Mapping[str, Trend] = field(default_factory=dict)

    @property
    def is_range(self) -> bool:
        """Whether the issue is settled by a number rather than by a named option."""
        return not self.options


@dataclass(frozen=True)
class Alternative:
    """What a party could do instead of agreeing. ``when`` in days; ``worth`` and ``switch_cost`` in the case's unit.

    Alternatives with the same ``same_event`` happen or fail together. ``serves``: want -> degree in [0, 1].
    """

    name: str
    worth: Estimate | None
    chance: Estimate
    when: Estimate
    switch_cost: Estimate
    same_event: str | None = None
    serves: Mapping[str, float] = field(default_factory=dict)
    visible_to: frozenset[Side] = BOTH


@dataclass(frozen=True)
class Position:
    """One side's numbers. ``issues``: issue -> option (as text) -> worth to that side.

    ``otherwise`` is the status quo; ``waiting`` is paid per day; ``patience`` is the discount rate r per day
    (``None``: not known; nothing is discounted, and shares of the surplus are equal).
    """

    cost: Estimate | None = None
    worth: Estimate | None = None
    issues: Mapping[str, Mapping[str, Estimate]] = field(default_factory=dict)
    alternatives: tuple[Alternative, ...] = ()
    otherwise: Estimate | None = None
    waiting: Estimate = Estimate(0.0, 0.0, 0.0)
    patience: Estimate | None = None


@dataclass(frozen=True)
class Feature:
    """Something I can bring. ``worth_to_them`` is ``None`` where only what it ``serves`` is known.

    ``showcase`` marks what is shown to open the mind and not meant to be bought; ``derivative`` names the affordable
    feature that follows from it. ``included``: already part of the reference terms.
    """

    name: str
    serves: Mapping[str, float] = field(default_factory=dict)
    cost: Estimate = Estimate(0.0, 0.0, 0.0)
    worth_to_them: Estimate | None = None
    benefit: str | None = None
    drawback: str | None = None
    proof: str | None = None
    true_on: date | None = None
    showcase: bool = False
    derivative: str | None = None
    included: bool = False


@dataclass(frozen=True)
class Possibility:
    """A want they have not thought of, and which options (issue -> option -> degree) would serve it."""

    want: str
    says: str
    serves: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Bond:
    """What the relationship is worth to one side, and the chance that no agreement now damages it."""

    worth: Estimate = Estimate(0.0, 0.0, 0.0)
    lost_if_refused: Estimate = Estimate(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Relationship:
    """``continues`` is the chance that there is a relationship after today at all."""

    continues: Estimate = Estimate(1.0, 1.0, 1.0)
    me: Bond = Bond()
    them: Bond = Bond()


@dataclass(frozen=True)
class Future:
    """Business that agreement would bring (``if_agreed``) or refusal would cost (``lost_if_refused``).

    ``margin`` per period to the side it is ``for``; ``every`` in days; ``discount`` per period;
    ``credible`` the chance it comes true. ``counted`` is false for a mere allusion: shown as a what-if only.
    """

    name: str
    side: Side
    arises: Literal["if_agreed", "lost_if_refused"]
    margin: Estimate
    every: float
    times: int
    discount: Estimate
    credible: Estimate
    counted: bool = True
    visible_to: frozenset[Side] = BOTH


@dataclass(frozen=True)
class Act:
    """A sincere act: what to do, of which kind, about what, at which cost. ``attested``: the user means it."""

    do: str
    kind: str
    referent: str | None = None
    cost: Estimate = Estimate(0.0, 0.0, 0.0)
    attested: bool = False


@dataclass(frozen=True)
class Fact:
    """An entry of the ledger that claims are checked against."""

    text: str
    true: bool
    date: date | None = None
    source: str | None = None
    would_change_their_mind: bool = False


@dataclass(frozen=True)
class Draft:
    """A sentence the user thinks of saying. ``answers`` is the question of theirs it replies to, if any."""

    text: str
    answers: str | None = None
    line: int | None = None


@dataclass(frozen=True)
class Reference:
    """The terms that no deal is compared with, and on which ground they stand."""

    basis: Basis
    package: Package


@dataclass(frozen=True)
class Condition:
    """One thing that a package does or does not do.

    With ``issue``: it settles the issue at one of the named ``options``, or at a number from ``low`` to ``high``, both
    ends included (``None``: no such end). With ``feature``: it includes the feature. ``negated`` turns it round.
    """

    issue: str | None = None
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    feature: str | None = None
    negated: bool = False

    def holds(self, package: Package) -> bool:
        """Whether it is so of a package. Of an issue that the package leaves open neither it nor its opposite is."""
        if self.issue is None:
            return (self.feature in package.features) != self.negated
        term = package.terms.get(self.issue)
        return term is not None and self._covers(term) != self.negated

    def _covers(self, term: str | float) -> bool:
        if isinstance(term, str):
            return term in self.options
        # A step such as 0.1 does not add up to the number that was written.
        room = 1e-9 * max(abs(term), 1.0)
        return (self.low is None or term >= self.low - room) and (self.high is None or term <= self.high + room)


@dataclass(frozen=True)
class Rule:
    """No package may meet more than ``at_most`` of the ``conditions``. ``text`` is the sentence the user wrote; one
    sentence may make several rules."""

    conditions: tuple[Condition, ...]
    at_most: int
    text: str

    def allows(self, package: Package) -> bool:
        """Whether a package keeps the rule; what it leaves open breaks none."""
        return sum(condition.holds(package) for condition in self.conditions) <= self.at_most


@dataclass(frozen=True)
class Case:
    """One negotiation. ``unit`` is a currency or ``points``. ``as_of`` is the clock for ages and decay."""

    title: str
    me: Party
    them: Party
    unit: str = "points"
    as_of: date | None = None
    reference: Reference | None = None
    wants: tuple[Want, ...] = ()
    issues: tuple[Issue, ...] = ()
    mine: Position = Position()
    theirs: Position = Position()
    features: tuple[Feature, ...] = ()
    rules: tuple[Rule, ...] = ()
    possibilities: tuple[Possibility, ...] = ()
    relationship: Relationship = Relationship()
    future: tuple[Future, ...] = ()
    acts: tuple[Act, ...] = ()
    facts: tuple[Fact, ...] = ()
    drafts: tuple[Draft, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def issue(self, name: str) -> Issue:
        """The issue of that name; KeyError if there is none."""
        for issue in self.issues:
            if issue.name == name:
                return issue
        raise KeyError(name)

    def feature(self, name: str) -> Feature:
        """The feature of that name; KeyError if there is none."""
        for feature in self.features:
            if feature.name == name:
                return feature
        raise KeyError(name)
