"""What is the best package along one direction, above floors, by a general solver, and is that proven?

HiGHS (through scipy) answers first. It has been seen to return nothing where packages exist, and to stop short of its
own bound; so every answer is checked, tried again another way where it does not hold, and passed on to OR-Tools CP-SAT
where that is installed. What neither proves is called unproven.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from upperhand.offers.space import Floats, Ints, Space
from upperhand.offers.states import Reduced

SCALE = 100.0
"""Each side's range as HiGHS sees it in floors."""

AIM = 10_000.0
"""The range of what is maximised: HiGHS stops 1e-6 short of its bound at worst, which is then 1e-10 of a range."""

MARGIN = 1e-7
"""HiGHS is asked for so much less than a floor, beyond its tolerance of 1e-6; what misses the floor is ruled out."""

CLOSE = 1e-9
"""A bound that lies no further above a value than this share of a range proves the value."""

ROUNDING = 1e-12
"""Shares closer than this are equal."""

NODES = 50_000
"""So many nodes HiGHS may look at in one try."""

EFFORT = 20.0
"""CP-SAT's deterministic time for one question."""

BARRED = 8
"""So many packages that miss a floor by the solver's tolerance are ruled out one by one."""

INFEASIBLE = 2
"""What scipy says where no package is left."""

WHOLE = 100_000_000_000
"""CP-SAT counts in whole numbers: each side's range is cut into so many parts."""


@dataclass(frozen=True)
class Answer:
    """The package found, shape (columns,), and what no package along the direction can be above. ``None``: none was
    found; proven where ``bound`` is minus infinity."""

    picks: Ints | None
    value: float
    bound: float

    @property
    def proven(self) -> bool:
        """Whether no package is better, or none is there."""
        return self.bound == -np.inf or self.bound - self.value <= CLOSE


@dataclass(frozen=True)
class Program:
    """The packages that keep the rules, as a program in zeros and ones: one variable for each choice that may stand.

    ``first`` holds the number of each column's first variable, ``values`` (variables, 2) what a choice adds to each
    side above the least of its column, as a share of the side's range: a package's shares are in [0, 1].
    """

    space: Space
    parts: Reduced
    first: Ints
    values: Floats
    least: Floats
    spans: Floats

    @property
    def size(self) -> int:
        """How many variables there are."""
        return len(self.values)

    def shares(self, picks: Ints) -> Floats:
        """Both values of a package (columns,) as shares of the ranges, shape (2,)."""
        mine, theirs = self.space.values(picks[None, :])
        own = np.array([mine[0], theirs[0]]) - self.space.offsets
        return np.asarray((own - self.least) / self.spans)


def program(space: Space, parts: Reduced, spans: Floats) -> Program:
    """The program of a space; ``spans`` (2,) are the ranges of both sides."""
    sizes = [len(own) for own in parts.options]
    values, least = [], np.zeros(2)
    for j, own in enumerate(parts.options):
        pairs = np.column_stack([space.mine[j][own], space.theirs[j][own]])
        values.append((pairs - pairs.min(axis=0)) / spans)
        least += pairs.min(axis=0)
    first = np.append(0, np.cumsum(sizes))
    return Program(space, parts, first, np.concatenate(values), least, spans)


def best(prog: Program, weights: Floats, floors: Floats) -> Answer:
    """The largest weighted sum of shares among packages whose shares are at least ``floors`` (2,); weights sum to 1."""
    found = Answer(None, -np.inf, np.inf)
    for picks, bound in _tries(prog, weights, floors):
        value = float(prog.shares(picks) @ weights) if picks is not None else -np.inf
        if picks is not None and not _stands(prog, picks, floors):
            picks, value = None, -np.inf
        if bound < value - CLOSE:
            # A bound below a package that exists is no bound.
            bound = np.inf
        if value > found.value:
            found = Answer(picks, value, found.bound)
        found = Answer(found.picks, found.value, max(min(found.bound, bound), found.value))
        if found.proven:
            break
    return found


def _stands(prog: Program, picks: Ints, floors: Floats) -> bool:
    kept = bool(prog.space.keeps_rules(picks[None, :])[0])
    return kept and bool((prog.shares(picks) >= floors - ROUNDING).all())


def _tries(prog: Program, weights: Floats, floors: Floats) -> Iterator[tuple[Ints | None, float]]:
    """(package or None, bound) of one attempt after the other. Two that find nothing prove that nothing is there."""
    nothing, barred = 0, list[Ints]()
    for presolve in (True, False):
        picks, bound = _highs(prog, weights, floors, barred, presolve=presolve)
        while picks is not None and not _stands(prog, picks, floors) and len(barred) < BARRED:
            # A floor was missed by less than the solver's tolerance: the package is not wanted, and is ruled out.
            barred.append(picks)
            picks, bound = _highs(prog, weights, floors, barred, presolve=presolve)
        if bound == -np.inf:
            nothing += 1
            bound = -np.inf if nothing == 2 else np.inf
        yield picks, bound
    if has_cpsat():
        yield cpsat(prog, weights, floors)


def _highs(
    prog: Program, weights: Floats, floors: Floats, barred: Sequence[Ints], *, presolve: bool
) -> tuple[Ints | None, float]:
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]

    one = np.zeros((len(prog.first) - 1, prog.size))
    for j, (first, last) in enumerate(pairwise(prog.first)):
        one[j, first:last] = 1.0
    rows = [*np.concatenate(prog.parts.counts).T.astype(float), *(_taken(prog, picks) for picks in barred)]
    limits = [*prog.parts.limits.astype(float), *(float(len(one) - 1) for _ in barred)]
    constraints = [LinearConstraint(one, 1.0, 1.0)]
    if rows:
        constraints.append(LinearConstraint(np.array(rows), -np.inf, np.array(limits)))
    bounded = floors > 0
    if bounded.any():
        least = (floors[bounded] - MARGIN) * SCALE
        constraints.append(LinearConstraint(prog.values.T[bounded] * SCALE, least, np.inf))
    solved = milp(
        -(prog.values @ weights) * AIM, integrality=np.ones(prog.size), bounds=Bounds(0, 1), constraints=constraints,
        options={"presolve": presolve, "mip_rel_gap": 0.0, "node_limit": NODES},
    )  # fmt: skip
    if solved.status == INFEASIBLE:
        return None, -np.inf
    bound = solved.mip_dual_bound
    picks = None if solved.x is None else _picks(prog, np.asarray(solved.x))
    return picks, np.inf if bound is None or not np.isfinite(bound) else -float(bound) / AIM


def _taken(prog: Program, picks: Ints) -> Floats:
    """Ones for the variables that a package sets, shape (variables,)."""
    row = np.zeros(prog.size)
    for j, options in enumerate(prog.parts.options):
        row[prog.first[j] + int(np.flatnonzero(options == picks[j])[0])] = 1.0
    return row


def _picks(prog: Program, chosen: Floats) -> Ints:
    picks = np.empty(len(prog.first) - 1, dtype=np.int64)
    for j, (first, last) in enumerate(pairwise(prog.first)):
        picks[j] = prog.parts.options[j][int(chosen[first:last].argmax())]
    return picks


def has_cpsat() -> bool:
    """Whether OR-Tools is installed."""
    return importlib.util.find_spec("ortools") is not None


def cpsat(prog: Program, weights: Floats, floors: Floats) -> tuple[Ints | None, float]:
    """The same question put to OR-Tools CP-SAT: a package or None, and a bound.

    It counts in whole numbers; the rounding of the values is added to the bound and taken off the floors.
    """
    cp_model: Any = importlib.import_module("ortools.sat.python.cp_model")
    model = cp_model.CpModel()
    takes = [model.NewBoolVar("") for _ in range(prog.size)]
    for first, last in pairwise(prog.first):
        model.AddExactlyOne(takes[first:last])
    for counts, limit in zip(np.concatenate(prog.parts.counts).T, prog.parts.limits, strict=True):
        model.Add(sum(int(c) * take for c, take in zip(counts, takes, strict=True) if c) <= int(limit))
    columns = len(prog.first) - 1
    for side in (0, 1):
        whole = np.rint(prog.values[:, side] * WHOLE).astype(np.int64)
        if floors[side] > 0:
            least = int(np.floor(floors[side] * WHOLE)) - columns
            model.Add(sum(int(c) * take for c, take in zip(whole, takes, strict=True)) >= least)
    gains = np.rint(prog.values @ weights * WHOLE).astype(np.int64)
    model.Maximize(sum(int(c) * take for c, take in zip(gains, takes, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.random_seed = 1, 0
    solver.parameters.max_deterministic_time = EFFORT
    status = solver.Solve(model)
    if status == cp_model.INFEASIBLE:
        return None, -np.inf
    bound = (solver.BestObjectiveBound() + columns) / WHOLE
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, bound
    return _picks(prog, np.array([solver.Value(take) for take in takes], dtype=float)), bound
