"""Which menu should this case put on the table, and what would each choice tell?

Packages are valued as everywhere. What their choice tells is worked out by the rule by which the belief will learn
from it: softmax of w.v, price included where the case says whom it serves.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from upperhand.model.offers import Menu, MenuItem
from upperhand.offers.belief import weights_matter
from upperhand.offers.information import answers_nats, choice_chances
from upperhand.offers.menus import Best, Lesson, MenuTerms, best_menu, lessons, letters, tells
from upperhand.offers.plan import REAL_CHANCE
from upperhand.offers.pool import Appeal, pool
from upperhand.offers.space import Floats, Ints, parts_of
from upperhand.offers.stakes import Valuer
from upperhand.offers.table import Table
from upperhand.value.frame import normalised
from upperhand.value.response import ACCEPTANCE_SCALE, CHOICE_SLOPE, log_softmax
from upperhand.value.service import service

TOLERANCES = (0.05, 0.1, 0.2)
"""Packages of a menu differ for me by at most such a share of what lies between my floor and my best package."""

NONE_EQUAL = "no menu: of packages worth the same to you none differs enough for them, so a choice tells nothing"
OPTIONS = "what they value lies nearer to it than to the others"
KNOWN = "their values are known, so a choice tells nothing new"


@dataclass(frozen=True)
class Wish:
    """What is asked of a menu: its size and, in the case's unit, by how much it may differ for me and its least value.

    ``None``: the first of 5, 10 and 20 % of what lies between my no-deal value and my best package at which there is a
    menu; as much as the package with the highest expected value, less the tolerance, or where there is no menu so high
    my no-deal value.
    """

    size: int = 3
    tolerance: float | None = None
    floor: float | None = None


def case_menu(valuer: Valuer, wish: Wish) -> Menu | str:
    """The menu of a case, or the reason why there is none.

    Its packages are named A, B, C, the likeliest choice first. They are fewer than asked for where not so many are
    worth the same to me and each best for some wants they may have.
    """
    table, stakes = valuer.table, valuer.stakes
    space = table.space
    floor = wish.floor if wish.floor is not None else stakes.no_deal[0]
    if floor is None:
        return "no menu: what you have without a deal is not given (mine.otherwise)"
    if wish.size < 2:
        return "no menu: it takes two packages or more"
    shares = normalised(stakes.weights, table.frame.counted) * table.scale
    appeal = Appeal(table.served, table.added, table.fixed, table.at_rest)
    picks, aim = _with_a_chance(valuer, pool(space, appeal, shares, floor, np.inf))
    if len(picks) < 2:
        return "no menu: fewer than two packages above your floor have a real chance of a yes"
    most = space.offsets[0] + sum(float(column.max()) for column in space.mine)
    widths = [share * (most - floor) for share in TOLERANCES] if wish.tolerance is None else [wish.tolerance]
    mine, good = space.values(picks)[0], appeal.values(picks, shares)
    if not weights_matter(table):
        good = table.drawn(picks, stakes.weights, stakes.read).T
    chosen_by, scale = _chosen_by(valuer, picks, good)
    if not weights_matter(table) and float(np.ptp(good, axis=0).max()) < 1e-9:
        found = next(
            (m for size in range(wish.size, 1, -1) for w in widths if (m := _known(valuer, picks, size, w))), None
        )
        return _menu_of_known(valuer, *found, scale) if found else NONE_EQUAL
    for size, high in product(range(wish.size, 1, -1), (True, False)):
        for width in widths:
            least = max(aim - width, floor) if high and aim is not None and wish.floor is None else floor
            best = best_menu(mine, chosen_by, MenuTerms(size, width, least, scale), good)
            if best is not None:
                items = _items(valuer, picks[list(best.places)], best, choice_chances(chosen_by, best.places, scale))
                return Menu(items, best.nats, _single(valuer, good), width)
    return NONE_EQUAL


def _known(valuer: Valuer, picks: Ints, size: int, width: float) -> tuple[Ints, float] | None:
    """Where nothing is to be learnt: the packages worth the same to me, within ``width``, that promise most; ``None``
    where there are not so many."""
    worths = valuer.worths(picks)
    promise = worths.expected if worths.expected is not None else worths.mine + worths.theirs
    order = np.argsort(worths.mine, kind="stable")
    mine = worths.mine[order]
    ends = np.searchsorted(mine, mine + width + 1e-9, side="right")
    levels = [order[i:end] for i, end in enumerate(ends) if end - i >= size]
    menus = [level[np.argsort(-promise[level], kind="stable")[:size]] for level in levels]
    best = max(menus, key=lambda menu: float(promise[menu].mean()), default=None)
    return None if best is None else (picks[best], width)


def _menu_of_known(valuer: Valuer, picks: Ints, width: float, scale: float) -> Menu:
    worths = valuer.worths(picks)
    shares = np.exp(log_softmax(worths.theirs / scale))
    order = np.argsort(-shares, kind="stable")
    rows = zip(letters(len(picks)), valuer.valued(picks[order]), shares[order].tolist(), strict=True)
    items = tuple(MenuItem(name, offer, share, f"If they take {name}: {KNOWN}.") for name, offer, share in rows)
    return Menu(items, 0.0, 0.0, width)


def _with_a_chance(valuer: Valuer, picks: Ints) -> tuple[Ints, float | None]:
    """The packages that may be taken, with at least the chance of a serious opening, and my value of the one with the
    highest expected value; all of them and ``None`` where chances are not known."""
    worths = valuer.worths(picks) if len(picks) else None
    if worths is None or worths.acceptance is None:
        return picks, None
    outside = valuer.stakes.no_deal[1]
    real = worths.acceptance >= REAL_CHANCE
    if outside is not None and bool((real & (worths.theirs >= outside)).sum() > 1):
        # What is worth less to them than no deal is nothing to choose from.
        real &= worths.theirs >= outside
    if worths.expected is None or not real.any():
        return picks[real], None
    return picks[real], float(worths.mine[real][worths.expected[real].argmax()])


def _single(valuer: Valuer, values: Floats) -> float:
    """What the most telling answer to one package would tell; 0 where their no-deal value is not known, for then an
    answer moves no belief."""
    outside = valuer.stakes.no_deal[1]
    if outside is None:
        return 0.0
    return float(answers_nats(values, outside, ACCEPTANCE_SCALE * max(valuer.stakes.scale, 1e-12)).max())


def _chosen_by(valuer: Valuer, picks: Ints, values: Floats) -> tuple[Floats, float]:
    """What they choose by, (P, n), and its scale: the service of their wants; where nothing serves any, the value."""
    served = _services(valuer.table, picks)
    if served.size and float(np.ptp(served, axis=0).max()) > 0 and served.shape[1] > 1:
        return np.asarray(valuer.stakes.weights @ served.T), 1.0 / CHOICE_SLOPE
    return values, ACCEPTANCE_SCALE * max(valuer.stakes.scale, 1e-12)


def _services(table: Table, picks: Ints) -> Floats:
    """v_k of the packages (n, columns) as the belief sees them, price included: (n, K)."""
    case, base = table.frame.case, table.space.base
    left = np.tile(1.0 - service(case, base), (len(picks), 1))
    for j, choices in enumerate(table.space.choices):
        for part, at in parts_of(choices, picks[:, j]):
            used, which = np.unique(at, return_inverse=True)
            left *= 1.0 - np.array([service(case, part[int(i)]) for i in used])[which.reshape(-1)]
    return np.asarray(1.0 - left)


def _items(valuer: Valuer, picks: Ints, best: Best, chances: Floats) -> tuple[MenuItem, ...]:
    wants = [want.name for want in valuer.table.frame.case.wants]
    before = valuer.stakes.weights.mean(axis=0)
    rows = zip(letters(len(picks)), valuer.valued(picks), lessons(valuer.stakes.weights, chances), strict=True)
    return tuple(
        MenuItem(
            name,
            offer,
            lesson.share,
            tells(name, lesson, wants, before)
            if wants
            else f"If they take {name}: {OPTIONS}; {lesson.share:.0%} likely.",
            _top(lesson, wants),
        )
        for name, offer, lesson in rows
    )


def _top(lesson: Lesson, wants: list[str]) -> str | None:
    return None if lesson.top is None else wants[lesson.top]
