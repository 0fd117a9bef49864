"""How good is the offer on the table, and what should I ask in return?

It is scored at once against my no-deal value, against the frontier, and against what could be asked: each term changed
in my favour, weighed by what it does to the chance of a yes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from upperhand.model.offers import Scored, Trade, ValuedPackage
from upperhand.model.package import Package
from upperhand.offers.frontier import Frontier
from upperhand.offers.sentences import amount, changes, give_and_get, wished
from upperhand.offers.space import Floats, Ints, Joint
from upperhand.offers.stakes import Valuer, Worths

ASKS = 3
SINGLES = 100
"""So many changes of one term are looked at, and all pairs of them."""

NEAR = 1.0
"""Within so many hundredths of my range the offer counts as being as good as can be had."""


@dataclass(frozen=True)
class Field:
    """What the offer is held against: packages (n, columns) with what they come to, and the frontier."""

    picks: Ints
    worths: Worths
    front: Frontier


def score(valuer: Valuer, field: Field, offer: Package, filled: Sequence[str] = ()) -> Scored:
    """The offer scored. ``filled`` names the terms that were not said and stand as at the reference."""
    valued = valuer.package(offer)
    floor = valuer.stakes.no_deal[0]
    above = None if floor is None else valued.mine - floor
    rules = valuer.table.frame.case.rules
    broken = tuple(dict.fromkeys(rule.text for rule in rules if not rule.allows(offer)))
    as_good = field.front.theirs >= valued.theirs - 1e-9 * max(abs(valued.theirs), 1e-300)
    lost = max(0.0, float(field.front.mine[as_good].max()) - valued.mine) if as_good.any() else 0.0
    ask = _asks(valuer, field, offer, valued)
    verdict = _verdict(valuer, field, (above, lost), broken, bool(ask))
    return Scored(valued, tuple(filled), above, lost, verdict, ask, broken)


def row_of(valuer: Valuer, offer: Package) -> Ints | None:
    """The choices that make the offer, the nearest step for a number; ``None`` where a column holds none that fits."""
    row = []
    for choices in valuer.table.space.choices:
        parts = choices.parts if isinstance(choices, Joint) else (choices,)
        places = [_place(part, offer) for part in parts]
        if any(place is None for place in places):
            return None
        shape = tuple(len(part) for part in parts)
        row.append(int(np.ravel_multi_index([place or 0 for place in places], shape)))
    return np.array(row, dtype=np.int64)


def _place(choices: Sequence[Package], offer: Package) -> int | None:
    """The choice of one issue, or with or without one feature, that agrees best with the offer."""
    decided = frozenset[str]().union(*(choice.features for choice in choices))
    fits = [_distance(choice, offer, decided) for choice in choices]
    best = int(np.argmin(fits))
    return best if np.isfinite(fits[best]) else None


def _distance(choice: Package, offer: Package, decided: frozenset[str]) -> float:
    """0 where a choice agrees with the offer in its terms, the difference for numbers, infinite where it does not."""
    if choice.features != offer.features & decided:
        return np.inf
    total = 0.0
    for name, term in choice.terms.items():
        asked = offer.terms.get(name)
        if isinstance(term, str) or isinstance(asked, str) or asked is None:
            total += 0.0 if str(asked) == str(term) else np.inf
        else:
            total += abs(float(term) - float(asked))
    return total


def _asks(valuer: Valuer, field: Field, offer: Package, valued: ValuedPackage) -> tuple[Trade, ...]:
    """Packages better for me that change at most two terms of the offer, the highest expected value first."""
    start = row_of(valuer, offer)
    if start is None:
        return ()
    space = valuer.table.space
    near = _changed(valuer, start)
    near = near[space.keeps_rules(near)]
    if not len(near):
        return ()
    worths = valuer.worths(near)
    better = worths.mine > valued.mine + 1e-9 * max(abs(valued.mine), 1e-300)
    if worths.expected is not None and valued.expected is not None:
        gain = worths.expected - valued.expected
    else:
        gain = (worths.mine - valued.mine) + np.minimum(worths.theirs - valued.theirs, 0.0)
    order = [i for i in np.argsort(-gain, kind="stable") if better[i] and gain[i] > 0]
    chosen = _different(near, start, order)
    packages = valuer.valued(near[chosen]) if chosen else ()
    return tuple(
        Trade(_sentence(valuer, offer, space.package(near[i]), one, valued), one)
        for i, one in zip(chosen, packages, strict=True)
    )


def _changed(valuer: Valuer, start: Ints) -> Ints:
    """Packages that differ from one in one or two columns; of columns with many choices evenly spaced ones."""
    tables = valuer.table.space.mine
    each = max(2, SINGLES // max(len(tables), 1))
    singles = []
    for j, table in enumerate(tables):
        other = np.flatnonzero(np.arange(len(table)) != start[j])
        spread = np.unique(np.linspace(0, len(other) - 1, min(each, len(other))).round().astype(int))
        singles += [(j, int(i)) for i in other[spread]]
    rows = [_with(start, {j: i}) for j, i in singles]
    if len(singles) <= SINGLES:
        rows += [_with(start, {j: i, k: m}) for j, i in singles for k, m in singles if j < k]
    return np.array(rows, dtype=np.int64).reshape(-1, len(start))


def _with(start: Ints, put: dict[int, int]) -> Ints:
    row = start.copy()
    for j, i in put.items():
        row[j] = i
    return row


def _different(near: Ints, start: Ints, order: Sequence[int]) -> list[int]:
    """The best of each kind: one ask for each set of columns that it changes."""
    kinds: dict[tuple[int, ...], int] = {}
    for i in order:
        kinds.setdefault(tuple(np.flatnonzero(near[i] != start).tolist()), int(i))
        if len(kinds) == ASKS:
            break
    return list(kinds.values())


def _sentence(valuer: Valuer, offer: Package, asked: Package, one: ValuedPackage, valued: ValuedPackage) -> str:
    found = changes(valuer.table, offer, asked)
    gains = [change for change in found if change.mine > 0]
    costs = [change for change in found if change.mine <= 0]
    unit = valuer.table.frame.case.unit
    worth = f"{amount(one.mine - valued.mine)} {unit} more to you"
    theirs = one.theirs - valued.theirs
    there = f"about {amount(abs(theirs))} {'more' if theirs >= 0 else 'less'} to them"
    if costs:
        return f"{give_and_get(valuer.table, offer, asked)} ({worth}, {there})"
    return f"I can say yes to this if you {wished(valuer.table.frame.case, gains)}. ({worth}, {there})"


def _verdict(
    valuer: Valuer, field: Field, against: tuple[float | None, float], broken: Sequence[str], can_ask: bool
) -> str:
    above, lost = against
    unit = valuer.table.frame.case.unit
    if broken:
        return f"it breaks a rule of yours ({'; '.join(broken)}): it cannot be taken as it is"
    ask = ": ask for something in return before you answer" if can_ask else ""
    if above is None:
        return "what you have without a deal is not given (mine.otherwise), so whether to take it cannot be said"
    if above < 0:
        return f"it leaves you {amount(-above)} {unit} below your no-deal value: do not take it as it is{ask}"
    span = _span(field.worths.mine)
    if lost <= NEAR / 100 * span:
        close = "no package that is as good for them would bring you noticeably more"
        return f"it is {amount(above)} {unit} above your no-deal value, and {close}" + (ask or ": take it")
    more = f"{amount(lost)} {unit} lie on the table: another package is as good for them and that much better for you"
    return f"it is {amount(above)} {unit} above your no-deal value, but {more}{ask}"


def _span(values: Floats) -> float:
    return float(np.ptp(values)) if len(values) else 0.0
