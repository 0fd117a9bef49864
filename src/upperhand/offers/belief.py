"""How sure is it that a package is efficient, when what they want is only believed?

A package is efficient for one draw of their weights or not; its chance is the share of draws for which it is. The
packages looked at are those that are efficient for the mean of the belief or for single draws of it.
"""

from __future__ import annotations

import numpy as np

from upperhand.offers.frontier import Frontier
from upperhand.offers.solve import solved
from upperhand.offers.space import Floats, Ints
from upperhand.offers.stakes import Stakes
from upperhand.offers.table import Table

FRONTIERS = 200
"""So many draws are solved at most, each for its own frontier."""

WORK = 400_000
"""Fewer where frontiers have many points: so many points in all."""

HELD = 8_000_000
"""Every frontier keeps its own values of all choices; so many numbers in all."""

RULED = 40
"""Frontiers under rules take longer: so many draws are solved then."""

CANDIDATES = 2_000


def weights_matter(table: Table) -> bool:
    """Whether it makes a difference to the values which of their wants weighs more."""
    counted = int(np.count_nonzero(table.frame.counted))
    return bool(table.scale) and counted > 1 and any(served.any() for served in table.served)


def is_certain(table: Table, stakes: Stakes) -> bool:
    """Whether nothing about their values is drawn that could change which packages are efficient."""
    worth = table.frame.case.theirs.worth
    served = table.serving and any(one.any() for one in table.served)
    if weights_matter(table) or (served and worth is not None and not worth.is_certain):
        return False
    return all(table.drawn_added(j, stakes.read).shape[1] == 1 for j in range(len(table.added)))


def drawn_frontiers(table: Table, stakes: Stakes, points: int, most: int = FRONTIERS) -> list[Frontier]:
    """The frontiers of evenly spaced draws, ``most`` at most; ``points`` is how many that of the mean has."""
    if table.space.rules:
        most = min(most, RULED)
    choices = sum(len(column) for column in table.space.mine)
    most = max(1, min(most, HELD // max(choices, 1)))
    count = int(np.clip(WORK // max(points, 1), min(16, most), most))
    rows = np.unique(np.linspace(0, len(stakes.weights) - 1, count).astype(int))
    return [solved(space) for space in table.drawn_spaces(stakes.weights, stakes.read, rows)]


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
