"""Which packages are worth most to me, counting the chance of a yes?

Expected value = acceptance x my value + (1 - acceptance) x my no-deal value. Acceptance is a mean over draws and does
not add up over issues, so the packages that are efficient for some draw of their wants are the start, and a local
search that changes one column at a time goes on from the best of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from upperhand.offers.space import Floats, Ints, Space
from upperhand.offers.stakes import Valuer, Worths

STARTS = 5
ROUNDS = 20
NEIGHBOURS = 400
"""So many neighbours of a package are looked at in one round; of columns with many choices, the nearest in value to
me."""


def improved(valuer: Valuer, picks: Ints, worths: Worths) -> tuple[Ints, Worths]:
    """The candidates (n, columns) and what local search from the best of them adds; unchanged where nothing is known of
    acceptance."""
    if worths.expected is None:
        return picks, worths
    best = [picks[i] for i in np.argsort(-worths.expected)[:STARTS]]
    found = [_climbed(valuer, start) for start in best]
    rows = np.vstack([picks, *[row[np.newaxis, :] for row in found]])
    rows = rows[np.sort(np.unique(rows, axis=0, return_index=True)[1])]
    return rows, valuer.worths(rows)


def _climbed(valuer: Valuer, start: Ints) -> Ints:
    at, value = start, _expected(valuer, start[np.newaxis, :])[0]
    for _ in range(ROUNDS):
        near = _neighbours(valuer.table.space, at)
        if not len(near):
            return at
        scores = _expected(valuer, near)
        top = int(scores.argmax())
        if scores[top] <= value + 1e-12 * max(abs(value), 1.0):
            return at
        at, value = near[top], scores[top]
    return at


def _expected(valuer: Valuer, picks: Ints) -> Floats:
    expected = valuer.expected(picks)
    return expected if expected is not None else np.full(len(picks), -np.inf)


def _neighbours(space: Space, at: Ints) -> Ints:
    """Packages that differ from ``at`` (columns,) in one column and keep the rules."""
    each = max(2, NEIGHBOURS // max(len(at), 1))
    rows = []
    for j, table in enumerate(space.mine):
        other = np.flatnonzero(np.arange(len(table)) != at[j])
        if len(other) > each:
            other = other[np.argsort(np.abs(table[other] - table[at[j]]), kind="stable")[:each]]
        changed = np.tile(at, (len(other), 1))
        changed[:, j] = other
        rows.append(changed)
    near = np.vstack(rows) if rows else np.zeros((0, len(at)), dtype=np.int64)
    return near[space.keeps_rules(near)]


def ranked(worths: Worths, allowed: NDArray[np.bool_]) -> Ints:
    """Numbers of the packages allowed, by expected value; where that is not known by how much both gain together."""
    score = worths.expected if worths.expected is not None else worths.mine + worths.theirs
    order = np.argsort(-score, kind="stable")
    return np.asarray(order[allowed[order]])


def distinct(picks: Ints, order: Ints, space: Space, most: int) -> list[int]:
    """The first ``most`` of ``order`` that are not the same but for a small step of one issue.

    Neighbouring steps of a price are one idea, not several: of packages that differ in a single column with more than
    ten choices the best stands for all.
    """
    wide = np.array([len(column) > 10 for column in space.mine])
    kept: list[int] = []
    for i in order.tolist():
        differs = [picks[i] != picks[k] for k in kept]
        if all((d & ~wide).any() or int(d.sum()) > 1 for d in differs):
            kept.append(i)
        if len(kept) == most:
            break
    return kept
