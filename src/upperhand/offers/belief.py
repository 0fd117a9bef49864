"""How sure is it that a package is efficient, when what they want is only believed?

A package is efficient for one draw of their weights or not; its chance is the share of draws for which it is. The
packages looked at are those that are efficient for the mean of the belief or for single draws of it.
"""

from __future__ import annotations

import numpy as np

from upperhand.offers.frontier import Frontier
from upperhand.offers.solve import solved
from upperhand.offers.space import Floats, Ints
from upperhand.offers.table import Table

FRONTIERS = 200
"""So many draws are solved at most, each for its own frontier."""

WORK = 400_000
"""Fewer where frontiers have many points: so many points in all."""

RULED = 40
"""Frontiers under rules take longer: so many draws are solved then."""

CANDIDATES = 2_000


def is_certain(table: Table) -> bool:
    """Whether the weights of their wants make no difference to the values."""
    return not table.scale or not any(served.any() for served in table.served)


def drawn_frontiers(table: Table, weights: Floats, points: int, most: int = FRONTIERS) -> list[Frontier]:
    """The frontiers of evenly spaced draws (D, K), ``most`` at most; ``points`` is how many that of the mean has."""
    if table.space.rules:
        most = min(most, RULED)
    count = int(np.clip(WORK // max(points, 1), min(16, most), most))
    rows = np.unique(np.linspace(0, len(weights) - 1, count).astype(int))
    return [solved(table.at(weights[row])) for row in rows]


def candidates(front: Frontier, drawn: list[Frontier]) -> Ints:
    """The packages on any of the frontiers, those of the mean first, 2,000 at most: rows of choices, each once."""
    rows = np.vstack([_spread(front), *(_spread(one, CANDIDATES // 20) for one in drawn)])
    first = np.sort(np.unique(rows, axis=0, return_index=True)[1])
    return np.asarray(rows[first[: 2 * CANDIDATES]])


def _spread(front: Frontier, most: int = CANDIDATES) -> Ints:
    """Evenly spaced points of a frontier, its ends among them."""
    rows = np.unique(np.linspace(0, len(front.mine) - 1, min(most, len(front.mine))).round().astype(int))
    return np.asarray(front.picks[rows])


def chance_efficient(picks: Ints, drawn: list[Frontier]) -> Floats:
    """The share of the frontiers beyond which a package (n, columns) does not fall short, (n,)."""
    hits = np.zeros(len(picks))
    for front in drawn:
        mine, theirs = front.space.values(picks)
        tie = 1e-9 * float(max(np.ptp(front.mine), np.ptp(front.theirs), 1e-300))
        # Points run up in mine and down in theirs: the first with no less for me is the best there for them.
        at = np.searchsorted(front.mine, mine - tie)
        there = np.append(front.theirs, -np.inf)[at]
        after = np.append(front.theirs, -np.inf)[np.searchsorted(front.mine, mine + tie, side="right")]
        hits += (theirs >= there - tie) & (theirs > after)
    return hits / max(len(drawn), 1)
