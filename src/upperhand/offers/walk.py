"""Which packages lie on the frontier, found one by one by a solver, where the rules are too many to count along?

Each package found splits what is left into two boxes: packages better for me and worse for them, and the reverse. The
box that may hide most is asked next, so that the gap shrinks as fast as it can; where every box is proven empty the
frontier is whole.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

import numpy as np

from upperhand.errors import WorldError
from upperhand.offers.bounds import ranges
from upperhand.offers.frontier import Frontier
from upperhand.offers.growth import listed, no_picks
from upperhand.offers.solver import Answer, Program, best, program
from upperhand.offers.space import Floats, Ints, Space
from upperhand.offers.states import reduced

QUESTIONS = 60
"""So many questions are put to a solver for one frontier; then the gap is what the boxes left may hide."""

NASH_QUESTIONS = 200
"""So many for one Nash point."""

ASIDE = 1e-3
"""The weight of the other side where an end of the frontier is looked for."""

STEP = 1e-9
"""Better by less than this share of a range counts as equal."""

EVEN = 1e-9
"""A product of gains that is larger by less than this share counts as equal."""


@dataclass(frozen=True)
class Found:
    """A package, ``None`` where there is none; ``proven``: no other package is better, by more than a share of 1e-9."""

    picks: Ints | None
    proven: bool


@dataclass(frozen=True)
class _Box:
    """What may lie above ``low`` and up to ``high``, both (2,) in shares, and below the line ``weights`` x = ``bound``.

    ``left`` and ``right``: whether a listed package stands at its upper left and lower right corner.
    """

    low: Floats
    high: Floats
    weights: Floats = field(default_factory=lambda: np.array([0.5, 0.5]))
    bound: float = np.inf
    left: bool = False
    right: bool = False

    def reach(self, side: int) -> float:
        """The most that side can have in the box."""
        other = 1 - side
        if not np.isfinite(self.bound) or self.weights[side] <= 0:
            return float(self.high[side])
        by_line = (self.bound - self.weights[other] * self.low[other]) / self.weights[side]
        return float(min(self.high[side], by_line))

    def hides(self) -> float:
        """How far a package in it may lie beyond the listed one at one of its corners, as a share of a range."""
        beyond = [self.reach(side) - float(self.low[side]) for side in (0, 1)]
        known = [beyond[side] for side, there in ((0, self.left), (1, self.right)) if there]
        return max(min(known), 0.0) if known else max(*beyond, 0.0)

    def product(self, no_deal: Floats) -> float:
        """The largest product of gains in it, at most."""
        high = np.array([self.reach(0), self.reach(1)]) - no_deal
        if (high <= 0).any():
            return 0.0
        if not np.isfinite(self.bound):
            return float(high.prod())
        room = self.bound - float(self.weights @ no_deal)
        low = np.maximum(self.low - no_deal, 0.0)
        x = float(np.clip(room / (2 * self.weights[0]), low[0], high[0]))
        return float(max(min(x * (room - self.weights[0] * x) / self.weights[1], high.prod()), 0.0))

    def question(self) -> Floats:
        """The direction across the box; where an end is not known yet, nearly all the way to that end."""
        across = 1 / np.maximum(self.high - self.low, STEP)
        if not (self.left and self.right):
            across = across * ((1.0, ASIDE) if not self.right else (ASIDE, 1.0))
        return np.asarray(across / across.sum())

    def split(self, at: Floats, weights: Floats, found: Answer) -> Iterator[_Box]:
        """What is left around a package found in it; where it is not proven to be the best, a better one too."""
        bound = found.bound
        if not found.proven:
            yield _Box(at, self.high, weights, bound)
        yield _Box(np.array([self.low[0], at[1]]), np.array([at[0], self.high[1]]), weights, bound, self.left, True)
        yield _Box(np.array([at[0], self.low[1]]), np.array([self.high[0], at[1]]), weights, bound, True, self.right)


@dataclass
class _Walk:
    """What a walk has found. ``open`` holds boxes that may hide more, the one with the highest score first."""

    prog: Program
    score: Callable[[_Box], float]
    picks: list[Ints] = field(default_factory=list)
    open: list[tuple[float, int, _Box]] = field(default_factory=list)
    stuck: list[_Box] = field(default_factory=list)
    turn: Iterator[int] = field(default_factory=count)

    def put(self, box: _Box) -> None:
        heapq.heappush(self.open, (-self.score(box), next(self.turn), box))

    def ask(self) -> Answer:
        """Ask the first box for a package and put back what is left of it."""
        box = heapq.heappop(self.open)[2]
        weights = box.question()
        found = best(self.prog, weights, np.maximum(box.low + STEP, 0.0))
        if found.picks is None and found.proven:
            return found
        at = None if found.picks is None else self.prog.shares(found.picks)
        if found.picks is None or at is None or (at <= box.low).any():
            self.stuck.append(box)
            return found
        self.picks.append(found.picks)
        for part in box.split(at, weights, found):
            if (part.high - part.low > STEP).all():
                self.put(part)
        return found


def walk(space: Space, questions: int = QUESTIONS) -> Frontier:
    """The frontier of the packages that keep the rules, after so many questions at most; exact where its gap is 0."""
    steps = _start(space, _Box.hides)
    if steps is None:
        return listed(space, no_picks(space))
    while steps.open and questions > 0:
        steps.ask()
        questions -= 1
    gap = max((box.hides() for box in (*steps.stuck, *(entry[2] for entry in steps.open))), default=0.0)
    return listed(space, np.vstack([no_picks(space), *steps.picks]), gap)


def nash_by_solver(space: Space, no_deal: tuple[float, float], questions: int = NASH_QUESTIONS) -> Found:
    """The package with the largest product of gains over no deal that keeps the rules."""
    steps = _start(space, _Box.hides)
    if steps is None:
        return Found(None, True)
    prog = steps.prog
    at = (np.array(no_deal) - space.offsets - prog.least) / prog.spans
    low = np.maximum(at, 0.0) - 2 * STEP
    if (low >= 1).any():
        return Found(None, True)
    steps = _Walk(prog, lambda box: box.product(at))
    steps.put(_Box(low, np.full(2, 1 + STEP)))
    level, picks = 0.0, None
    while steps.open and questions > 0 and (picks is None or -steps.open[0][0] > level * (1 + EVEN)):
        found = steps.ask()
        questions -= 1
        gains = -np.ones(2) if found.picks is None else prog.shares(found.picks) - at
        if (gains >= -STEP).all() and (picks is None or float(gains.prod()) > level):
            level, picks = max(float(gains.prod()), 0.0), found.picks
    left = [box.product(at) for box in (*steps.stuck, *(entry[2] for entry in steps.open))]
    closed = all(product <= level * (1 + EVEN) for product in left) and (picks is not None or not left)
    return Found(picks, closed)


def welfare_by_solver(space: Space) -> Found:
    """The package with the largest sum of both values that keeps the rules."""
    parts = reduced(space)
    if parts is None:
        return Found(None, True)
    spans = ranges(space)
    found = best(program(space, parts, spans), spans / spans.sum(), np.zeros(2))
    return Found(found.picks, found.proven)


def any_by_solver(space: Space) -> Ints | None:
    """A package that keeps every rule, ``None`` where none does. WorldError where no solver can tell."""
    parts = reduced(space, by_value=False)
    if parts is None:
        return None
    found = best(program(space, parts, ranges(space)), np.full(2, 0.5), np.zeros(2))
    if found.picks is None and not found.proven:
        raise WorldError(
            "No solver could tell whether any package keeps all the rules.", "Use fewer rules, or shorter ones."
        )
    return found.picks


def _start(space: Space, score: Callable[[_Box], float]) -> _Walk | None:
    parts = reduced(space)
    if parts is None:
        return None
    steps = _Walk(program(space, parts, ranges(space)), score)
    steps.put(_Box(np.full(2, -2 * STEP), np.full(2, 1 + STEP)))
    return steps
