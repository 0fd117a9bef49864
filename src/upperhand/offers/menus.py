"""Which packages, worth the same to me, should they choose from, and what would each choice tell?

A menu of N packages whose values to me differ by no more than a tolerance, all at or above my floor, chosen so that
the choice is expected to tell most of their wants (theory.md C23 and 4.1; docs/theory/menus.md). Only packages that
are good for some wants they may have are considered: a menu is an offer, not a quiz.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from upperhand.offers.information import choice_chances, menus_nats

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SEARCHED = 256
"""So many particles judge a menu while menus are compared; the one chosen is measured with all of them."""

WINDOWS = 32
"""At so many levels of my value a menu is looked for."""

CANDIDATES = 40
"""At most so many packages are considered at one level."""

NEAR = (0.05, 0.1, 0.2, 0.4)
"""A package is good for some wants if it falls short of the best at its level by at most this share of the range of
their values. A wider share mostly tells hardly more and offers worse packages (docs/theory/menus.md)."""

MOST_OF_IT = 0.9
"""Of these shares the smallest is taken whose menu tells at least so much of what the best of all tells."""

APART = 0.1
"""Two packages are alike to them if their values differ by less than this many scales on average. Nor do two stand side
by side of which one is better whatever they want."""

LISTED = 10_000
"""At the level chosen, up to so many menus are all compared."""

BLOCK = 2_000_000
TOLD = 0.005
"""A choice that moves no weight by this much is said to tell little."""


@dataclass(frozen=True)
class MenuTerms:
    """What a menu has to keep to. All but ``size`` in the unit of the values.

    The values of its ``size`` packages to me differ by at most ``tolerance`` and lie between ``floor`` and
    ``ceiling``. ``scale`` > 0 is the slope of their choice (``information.choice_chances``), ``outside`` their no-deal
    value where they may also take none (``None``: they choose one).
    """

    size: int
    tolerance: float
    floor: float
    scale: float
    ceiling: float = math.inf
    outside: float | None = None


@dataclass(frozen=True)
class Best:
    """A menu: ``places`` in the pool, the likeliest choice first, with the ``shares`` (N,) of each.

    ``nats`` is what the choice is expected to tell, ``refusal`` the chance that none is taken (0 where that is no
    option). ``low`` and ``high`` are its least and largest value to me. ``exact``: no menu of the packages considered
    at this level tells more (measured on the particles of the search).
    """

    places: tuple[int, ...]
    shares: tuple[float, ...]
    nats: float
    low: float
    high: float
    refusal: float = 0.0
    exact: bool = False


def best_menu(mine: Floats, theirs: Floats, terms: MenuTerms, good: Floats | None = None) -> Best | None:
    """The menu from a pool that is expected to tell most; ``None`` where no ``size`` packages fit the terms and differ
    for them.

    ``mine`` (n,) is what every package of the pool is worth to me, ``theirs`` (P, n) to them under each of P particles
    of equal weight: what they choose by. ``good`` (Q, n) is what it is worth to them where that is something else, by
    which a package is good for some wants. Levels of my value are searched one by one, greedily and by exchange; then
    all menus of the best level are compared where they can be listed. Of two levels that tell as much the one worth
    more to me is taken. Same input, same menu.
    """
    fits = np.flatnonzero(np.isfinite(mine) & (mine >= terms.floor - 1e-9) & (mine <= terms.ceiling + 1e-9))
    if terms.size < 2 or len(fits) < terms.size or not len(theirs):
        return None
    fits = fits[np.argsort(mine[fits], kind="stable")]
    sample = theirs[_spread(len(theirs), SEARCHED)][:, fits]
    judged = sample if good is None else good[_spread(len(good), SEARCHED)][:, fits]
    windows = _windows(mine[fits], terms)
    search = _Search(sample, judged, windows, terms)
    tried = [search.best(near) for near in NEAR]
    most = max(one.nats for one in tried)
    found = next((one for one in tried if one.nats >= MOST_OF_IT * most - 1e-12), None) if most >= 0 else None
    if found is None or found.menu is None:
        return None
    listed = found.level.listed()
    return _measured(
        mine, theirs, fits[found.start + (found.menu if listed is None else listed)], terms, listed is not None
    )


class _Found(NamedTuple):
    """The best menu found at some level, which starts at ``start``; ``menu`` is ``None`` and ``nats`` -1 for none."""

    menu: Ints | None
    nats: float
    start: int
    level: _Level


class _Search:
    """Menus at the levels ``windows`` of packages (P, n), sorted by my value; what was found at a level is kept."""

    def __init__(self, theirs: Floats, good: Floats, windows: list[tuple[int, int]], terms: MenuTerms) -> None:
        self._theirs, self._good, self._windows, self._terms = theirs, good, windows, terms
        self._known: dict[tuple[int, int], _Found] = {}

    def best(self, near: float) -> _Found:
        """The level whose menu tells most; of two that tell the same the one worth more to me."""
        best = _Found(None, -1.0, 0, _Level(self._theirs[:, :0], np.zeros(0, dtype=np.int64), self._terms))
        for start, stop in reversed(self._windows):
            kept = _good(self._good[:, start:stop], near)
            # the packages that are good by a wider share are those of the narrower one and more
            key = start, len(kept)
            if key not in self._known:
                level = _Level(self._theirs[:, start:stop], kept, self._terms)
                self._known[key] = _Found(*level.improved(), start, level)
            if self._known[key].nats > best.nats + 1e-12:
                best = self._known[key]
        return best


def _measured(mine: Floats, theirs: Floats, menu: Ints, terms: MenuTerms, exact: bool) -> Best:
    chances = choice_chances(theirs, menu, terms.scale, terms.outside)
    shares = chances.mean(axis=0)
    told = float(menus_nats(theirs[:, menu] / terms.scale, np.arange(len(menu))[np.newaxis], _odds(terms))[0])
    order = np.lexsort((menu, -np.round(shares[: len(menu)], 9)))
    its = mine[menu]
    refusal = float(shares[-1]) if terms.outside is not None else 0.0
    return Best(
        tuple(int(i) for i in menu[order]),
        tuple(float(s) for s in shares[order]),
        told,
        float(its.min()),
        float(its.max()),
        refusal,
        exact,
    )


def _odds(terms: MenuTerms) -> float | None:
    return None if terms.outside is None else terms.outside / terms.scale


def _spread(n: int, most: int) -> Ints:
    """``most`` of n places, evenly spaced; all where there are no more."""
    return np.arange(n) if n <= most else np.linspace(0, n - 1, most).astype(np.int64)


def _windows(mine: Floats, terms: MenuTerms) -> list[tuple[int, int]]:
    """Stretches of the sorted values ``mine`` no wider than the tolerance, each the longest from its start."""
    stops = np.searchsorted(mine, mine + max(terms.tolerance, 0.0) + 1e-9, side="right")
    # a stretch that ends where the one before it ends lies within it
    starts = np.flatnonzero(np.diff(stops, prepend=0) > 0)
    starts = starts[stops[starts] - starts >= terms.size]
    return [(int(i), int(stops[i])) for i in starts[_spread(len(starts), WINDOWS)]]


class _Level:
    """The packages ``kept`` of one level of my value, what they choose by, ``theirs`` (P, n), and their menus."""

    def __init__(self, theirs: Floats, kept: Ints, terms: MenuTerms) -> None:
        self._size, self._outside, self._kept = terms.size, _odds(terms), kept
        values = theirs[:, self._kept] / terms.scale
        self._odds = values
        n = values.shape[1]
        self._alike = np.zeros((n, n), dtype=bool)
        uncertain = bool((np.ptp(values, axis=0) > 0).any()) if len(values) else False
        for i in range(n):
            more = values - values[:, [i]]
            self._alike[i] = np.abs(more).mean(axis=0) < APART
            if uncertain:
                self._alike[i] |= (more.min(axis=0) >= 0) | (more.max(axis=0) <= 0)

    def improved(self) -> tuple[Ints | None, float]:
        """A menu that no exchange of one package betters, and what it tells; ``None`` where too few differ."""
        n = self._odds.shape[1]
        pairs = np.array(list(combinations(range(n), 2)), dtype=np.int64).reshape(-1, 2)
        told = self._nats(pairs)
        if n < self._size:
            return None, -1.0
        menu, best = pairs[int(told.argmax())], float(told.max())
        while best >= 0 and len(menu) < self._size:
            menu, best = self._with_one_more(menu)
        if best < 0:
            return None, -1.0
        for _ in range(4 * self._size):
            rivals = [self._with_one_more(np.delete(menu, j)) for j in range(self._size)]
            rival, its = max(rivals, key=lambda pair: pair[1])
            if its <= best + 1e-12:
                break
            menu, best = rival, its
        return self._kept[np.sort(menu)], best

    def listed(self) -> Ints | None:
        """The best of all menus; ``None`` where they are too many to list."""
        n = self._odds.shape[1]
        if math.comb(n, self._size) > LISTED:
            return None
        menus = np.array(list(combinations(range(n), self._size)), dtype=np.int64)
        found: Ints = self._kept[menus[int(self._nats(menus).argmax())]]
        return found

    def _with_one_more(self, menu: Ints) -> tuple[Ints, float]:
        n = self._odds.shape[1]
        menus = np.column_stack([np.repeat(menu[np.newaxis], n, axis=0), np.arange(n)])
        told = self._nats(menus)
        return menus[int(told.argmax())], float(told.max())

    def _nats(self, menus: Ints) -> Floats:
        """What each menu (M, N) tells; -1 for one with packages that are alike to them."""
        told = np.full(len(menus), -1.0)
        apart = np.ones(len(menus), dtype=bool)
        for a, b in combinations(range(menus.shape[1]), 2):
            apart &= ~self._alike[menus[:, a], menus[:, b]]
        rows = np.flatnonzero(apart)
        step = max(BLOCK // (len(self._odds) * (menus.shape[1] + 1)), 1)
        for start in range(0, len(rows), step):
            block = rows[start : start + step]
            told[block] = menus_nats(self._odds, menus[block], self._outside)
        return told


def _good(theirs: Floats, near: float) -> Ints:
    """The packages of a level (P, n) that come near the best for some particle, in order of place."""
    spread = float(np.ptp(theirs, axis=1).mean())
    short = (theirs.max(axis=1, keepdims=True) - theirs).min(axis=0)
    order = np.argsort(short, kind="stable")
    return np.sort(order[: min(int((short <= near * spread + 1e-12).sum()), CANDIDATES)])


@dataclass(frozen=True)
class Lesson:
    """What one choice would tell: the chance ``share`` of it, the mean weights ``after`` it (K,), and the want ``top``
    whose weight it raises most (``None``: by too little to name one)."""

    share: float
    after: Floats
    top: int | None


def lessons(weights: Floats, chances: Floats) -> tuple[Lesson, ...]:
    """What each of m replies would tell, given its chance (P, m) under each of the particles ``weights`` (P, K).

    The mean after a reply is that of the particles weighted by its chance (Bayes' rule).
    """
    before = weights.mean(axis=0)
    return tuple(_lesson(weights, chances[:, i], before) for i in range(chances.shape[1]))


def _lesson(weights: Floats, chance: Floats, before: Floats) -> Lesson:
    share = float(chance.mean())
    after = before if share <= 0 else np.asarray(chance @ weights / chance.sum())
    rise = after - before
    top = int(rise.argmax()) if len(rise) and float(rise.max()) >= TOLD else None
    return Lesson(share, after, top)


def tells(name: str, lesson: Lesson, wants: Sequence[str], before: Floats) -> str:
    """What a choice would tell, in a sentence.

    ``If they take B: more weight on dry walls, .46 to .61; 38% likely.``
    ``before`` (K,) are the mean weights of the ``wants`` as they stand.
    """
    likely = f"{_percent(lesson.share)} likely"
    if lesson.top is None:
        return f"If they take {name}: that tells little; {likely}."
    k = lesson.top
    return f"If they take {name}: more weight on {wants[k]}, {_two(before[k])} to {_two(lesson.after[k])}; {likely}."


def _two(weight: float) -> str:
    return f"{weight:.2f}".removeprefix("0")


def _percent(chance: float) -> str:
    if 0 < chance < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 < chance < 1 else f"{round(chance * 100)}%"


def letters(count: int) -> Iterator[str]:
    """Names of the packages of a menu: A, B, ... Z, then A2, B2, ..."""
    for i in range(count):
        turn = i // 26 + 1
        yield chr(ord("A") + i % 26) + ("" if turn == 1 else str(turn))
