"""Which packages are worth putting on the table, what would each tell, and how does one of theirs compare?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from upperhand.errors import Problem
from upperhand.model.result import Result

Terms = Mapping[str, str | float]


@dataclass(frozen=True)
class ValuedPackage(Result):
    """A package and what it comes to, in the case's unit.

    ``package`` maps issues to options, ``features`` are those included. ``theirs`` is the mean under the belief,
    ``low`` and ``high`` its central 80 % (equal to ``theirs`` where their values are known exactly). ``acceptance`` is
    the chance that they take it; ``efficient`` the chance that no other package is better for one side and no worse for
    the other; ``expected`` is acceptance x mine + (1 - acceptance) x my no-deal value. ``None``: the case does not say
    enough.
    """

    package: Terms
    features: tuple[str, ...]
    mine: float
    theirs: float
    low: float | None = None
    high: float | None = None
    acceptance: float | None = None
    efficient: float | None = None
    expected: float | None = None


@dataclass(frozen=True)
class MenuItem(Result):
    """One package of a menu. ``share`` is the chance that they would choose it; ``tells`` what choosing it would tell;
    ``top`` the want it would speak for most."""

    name: str
    offer: ValuedPackage
    share: float
    tells: str
    top: str | None = None


@dataclass(frozen=True)
class Menu(Result):
    """Packages worth the same to me. ``nats`` is what the choice is expected to tell of their wants; ``single`` the
    most that the answer to one package of the same pool would; ``tolerance`` by how much the packages may differ for
    me."""

    items: tuple[MenuItem, ...]
    nats: float
    single: float
    tolerance: float


@dataclass(frozen=True)
class Step(Result):
    """One step of the concession plan. ``say`` is a give/get sentence; ``kind`` is opening, aim (the highest expected
    value), step or floor (the last that is better than no deal)."""

    kind: Literal["opening", "aim", "step", "floor"]
    offer: ValuedPackage
    say: str


@dataclass(frozen=True)
class Trade(Result):
    """What to ask in return: a sentence, and the package it would lead to."""

    say: str
    offer: ValuedPackage


@dataclass(frozen=True)
class Scored(Result):
    """The offer on the table. ``filled`` are terms that were not named and stand as at the reference.

    ``above_no_deal`` is my value less my no-deal value. ``lost`` is what the best package that is as good for them
    would bring me beyond it. ``verdict`` says in a sentence what to do;
    ``ask`` what to ask in return, best first.
    """

    offer: ValuedPackage
    filled: tuple[str, ...]
    above_no_deal: float | None
    lost: float | None
    verdict: str
    ask: tuple[Trade, ...] = ()
    broken: tuple[str, ...] = ()


@dataclass(frozen=True)
class OffersInBrief(Result):
    """What the one page says of offers: the plan and the best packages; ``reason`` where there is none."""

    steps: tuple[Step, ...]
    best: tuple[ValuedPackage, ...]
    reason: str | None = None


@dataclass(frozen=True)
class OffersReport(Result):
    """What to put on the table.

    ``frontier`` runs from low to high ``mine``; ``best`` are the packages with the highest expected value, best first.
    ``exact`` is true, or ``{"gap": share}`` where the frontier was thinned: no efficient package lies further than that
    share of a side's range beyond a listed one. ``no_deal`` holds ``None`` where the case does not say
    enough; the special points likewise, or where no package leaves both sides better off (``reason``). ``their_values``
    says where their values come from: the case's numbers, or the belief.
    """

    title: str
    unit: str
    size: int
    frontier: tuple[ValuedPackage, ...]
    nash: ValuedPackage | None
    kalai_smorodinsky: ValuedPackage | None
    egalitarian: ValuedPackage | None
    welfare: ValuedPackage | None
    exact: bool | Mapping[str, float]
    no_deal: Mapping[str, float | None]
    best: tuple[ValuedPackage, ...]
    plan: tuple[str, ...]
    steps: tuple[Step, ...]
    menu: tuple[MenuItem, ...] = ()
    menu_tells: Menu | None = None
    scored: Scored | None = None
    their_values: Literal["exact", "belief"] = "belief"
    reason: str | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1
