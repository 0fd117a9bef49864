"""How do I come down, from the opening to the floor, giving nothing for nothing?

The opening is the most I can ask with a real chance of a yes; the aim is the package with the highest expected value;
the floor is the last package that is better than no deal. From the aim down steps become smaller, which shows that
little is left (theory.md 3.3: ambitious first offers anchor; grade A).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from upperhand.model.offers import Step
from upperhand.offers.points import SAME
from upperhand.offers.sentences import give_and_get, opening_sentence
from upperhand.offers.space import Floats, Ints
from upperhand.offers.stakes import Valuer, Worths

Kind = Literal["opening", "aim", "step", "floor"]

REAL_CHANCE = 0.2
"""An opening below this chance of a yes is not taken seriously (a rule of thumb, grade D)."""

SHARES = (0.45, 0.75, 1.0)
"""How much of the way from the aim to the floor each step has come: gaps of .45, .30 and .25."""


@dataclass(frozen=True)
class Plan:
    """The steps from the opening to the floor, and notes on what it rests on."""

    steps: tuple[Step, ...]
    notes: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The give/get sentences, in order."""
        return tuple(step.say for step in self.steps)


def concession_plan(valuer: Valuer, picks: Ints, worths: Worths) -> Plan:
    """A plan through the candidates (n, columns), or an empty one with a note where no package is above my floor."""
    floor = valuer.stakes.no_deal[0]
    if floor is None:
        return Plan((), ("no plan: what you have without a deal is not given (mine.otherwise)",))
    wanted = worths.theirs if worths.acceptance is None else _wanted(worths.acceptance, worths.theirs)
    above = np.flatnonzero(worths.mine >= floor - SAME * abs(floor))
    if not len(above):
        return Plan((), ("no plan: every package is worth less to you than no deal",))
    opening, notes = _opening(worths, above)
    return Plan(_steps(valuer, picks, _chain(worths, above, opening, wanted)), notes)


def _wanted(chance: Floats, theirs: Floats) -> Floats:
    """How much they want it: by the chance of a yes to a thousandth, which is less than draws can tell; of equal ones
    by what it is worth to them."""
    span = float(np.ptp(theirs)) or 1.0
    return np.asarray(np.round(chance, 3) + 1e-4 * (theirs - theirs.min()) / span)


def _opening(worths: Worths, above: Ints) -> tuple[int, tuple[str, ...]]:
    """The most I can ask: of the packages with a real chance the best for me; else the one that is likeliest taken."""
    if worths.acceptance is None:
        note = "their no-deal value is not given, so the opening is the best package for you, whatever its chance"
        return int(above[worths.mine[above].argmax()]), (note,)
    real = above[worths.acceptance[above] >= REAL_CHANCE]
    if len(real):
        return int(real[worths.mine[real].argmax()]), ()
    note = f"no package above your no-deal value has a chance of {REAL_CHANCE:.0%} or more: the likeliest one opens"
    return int(above[worths.acceptance[above].argmax()]), (note,)


def _chain(worths: Worths, above: Ints, opening: int, wanted: Floats) -> list[tuple[Kind, int]]:
    """The opening, the aim, and steps to the floor: each the likeliest package worth at least so much to me, each
    likelier than the one before."""
    last = int(above[np.lexsort((worths.mine[above], wanted[above]))[-1]])
    chain: list[tuple[Kind, int]] = [("opening", opening)]
    if worths.expected is not None:
        _go_on(chain, "aim", int(above[worths.expected[above].argmax()]), (worths.mine, wanted))
    start, end = float(worths.mine[chain[-1][1]]), float(worths.mine[last])
    for share in SHARES:
        level = start - share * (start - end)
        enough = above[worths.mine[above] >= level - 1e-9 * max(abs(start), abs(end), 1e-300)]
        pick = int(enough[np.lexsort((worths.mine[enough], wanted[enough]))[-1]])
        _go_on(chain, "floor" if pick == last else "step", pick, (worths.mine, wanted))
    return chain


def _go_on(chain: list[tuple[Kind, int]], kind: Kind, pick: int, falling_rising: tuple[Floats, Floats]) -> None:
    """Add a step if it is worth less to me and likelier than the last."""
    mine, wanted = falling_rising
    before = chain[-1][1]
    if wanted[pick] > wanted[before] and mine[pick] < mine[before]:
        chain.append((kind, pick))


def _steps(valuer: Valuer, picks: Ints, chain: list[tuple[Kind, int]]) -> tuple[Step, ...]:
    table = valuer.table
    rows = picks[[pick for _, pick in chain]]
    packages = valuer.valued(rows)
    whole = [table.space.package(row) for row in rows]
    steps = [Step("opening", packages[0], opening_sentence(table, whole[0]))]
    for i, (kind, _) in enumerate(chain[1:], 1):
        steps.append(Step(kind, packages[i], give_and_get(table, whole[i - 1], whole[i])))
    return tuple(steps)
