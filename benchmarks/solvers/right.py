"""Do NegMAS and Upperhand find the same frontier and the same points, and where not, why?

Every difference is traced to its cause, by working out what NegMAS must find if the cause is true. A difference
without a cause makes the run fail.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from benchmarks.solvers import theirs
from benchmarks.solvers.arrays import DATA, Arrays, Floats, bilateral, generated, read
from benchmarks.solvers.theirs import Pair, Solved
from upperhand.offers.frontier import Frontier, frontier
from upperhand.offers.points import special_points

SAME = 1e-9
"""Values this close, as a share of the largest, are one value."""

MEANINGS = {
    "rounding": "NegMAS also lists packages that others beat but for a rounding error of about 1e-16",
    "worst package": "NegMAS counts gains from the worst package where that is better than no deal; told to count from"
    " no deal it finds the same package",
    "equal shares": "NegMAS's Kalai-Smorodinsky point is where the shares of the ideal gains differ least, the ideal"
    " being the best of all packages; ours is where the smaller share is largest, the ideal being the best that leaves"
    " the other no worse than no deal (Kalai and Smorodinsky 1975)",
    "no deal": "NegMAS's welfare point is the best of the packages that leave neither side worse off than no deal;"
    " ours is the best of all",
    "made-up issue": "NegMAS reads the <objective> as one more issue, with one value, worth 1 to both",
    "UNEXPLAINED": "no cause found",
}


@dataclass
class Tally:
    """What was compared from one source, how often both agreed, and each difference as a line."""

    scenarios: int = 0
    same: Counter[str] = field(default_factory=Counter)
    causes: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def differs(self, scenario: str, what: str, cause: str, detail: str) -> None:
        """Note one difference."""
        self.causes[what, cause] += 1
        self.lines.append(f"{scenario}: {what}: {cause}: {detail}")


def compare(arrays: Arrays, asked: theirs.Asked, tally: Tally) -> None:
    """Both solve one scenario; what differs goes to the tally."""
    tally.scenarios += 1
    ours, found = frontier(arrays.space), theirs.solved(asked)
    shift = _made_up(arrays, found)
    if max(shift) > 0:
        tally.differs(arrays.name, "values", "made-up issue", f"all packages {shift[0]:g} and {shift[1]:g} higher")
    else:
        tally.same["values"] += 1
    _compare_frontiers(arrays, ours, found, shift, tally)
    _compare_points(arrays, ours, found, shift, tally)


def _made_up(arrays: Arrays, found: Solved) -> Pair:
    """How much more every package is worth to both sides in NegMAS."""
    space = arrays.space
    best = [sum(float(t.max()) for t in tables) for tables in (space.mine, space.theirs)]
    more = [
        high - own if abs(high - own) > SAME * abs(own) else 0.0
        for own, (_, high) in zip(best, found.bounds, strict=True)
    ]
    return more[0], more[1]


def _compare_frontiers(arrays: Arrays, ours: Frontier, found: Solved, shift: Pair, tally: Tally) -> None:
    rational = _rational(ours, _moved(arrays.no_deal, shift, -1))
    mine = [(float(ours.mine[i]), float(ours.theirs[i])) for i in np.flatnonzero(rational)]
    listed = [_moved(pair, shift, -1) for pair in found.frontier]
    scale = max(1.0, *(abs(x) for pair in mine for x in pair)) if mine else 1.0
    missing = [pair for pair in mine if not _among(pair, listed, scale)]
    extra = [pair for pair in listed if not _among(pair, mine, scale)]
    beaten = [p for p in extra if any(q[0] >= p[0] - SAME * scale and q[1] >= p[1] - SAME * scale for q in mine)]
    doubled = len(listed) - len(extra) - (len(mine) - len(missing))
    if not missing and not extra and not doubled:
        tally.same["frontier"] += 1
        return
    cause = "rounding" if not missing and len(beaten) == len(extra) else "UNEXPLAINED"
    detail = f"{len(mine)} and {len(listed)} packages, {len(beaten)} of theirs beaten, {doubled} twice"
    tally.differs(arrays.name, "frontier", cause, f"{detail}, {len(missing)} missing")


def _compare_points(arrays: Arrays, ours: Frontier, found: Solved, shift: Pair, tally: Tally) -> None:
    no_deal = _moved(arrays.no_deal, shift, -1)
    points = special_points(ours.mine, ours.theirs, no_deal)
    for name in theirs.POINTS:
        place = getattr(points, name)
        usual, told = ([_moved(p, shift, -1) for p in how[name]] for how in (found.usual, found.told))
        if place is None:
            own: list[Pair] = []
            agree = not usual
        else:
            own = [(float(ours.mine[place]), float(ours.theirs[place]))]
            agree = _among(own[0], usual, _scale(ours))
        if agree:
            tally.same[name] += 1
            continue
        bounds = [(low - s, high - s) for (low, high), s in zip(found.bounds, shift, strict=True)]
        cause = _cause(name, ours, (no_deal, bounds), (own, usual, told))
        shown = ", ".join(f"({a:.4f}, {b:.4f})" for a, b in usual[:3]) or "none"
        tally.differs(
            arrays.name, name, cause, f"ours ({own[0][0]:.4f}, {own[0][1]:.4f}), theirs {shown}" if own else shown
        )


def _cause(
    name: str, ours: Frontier, given: tuple[Pair, list[Pair]], said: tuple[list[Pair], list[Pair], list[Pair]]
) -> str:
    """Why NegMAS names other packages: each cause is believed only if it leads to what NegMAS says."""
    no_deal, bounds = given
    own, usual, told = said
    scale = _scale(ours)
    if own and _among(own[0], told, scale):
        return "worst package"
    rational = _rational(ours, no_deal)
    if name == "welfare" and not (own and _rational(ours, no_deal)[_place(ours, own[0])]):
        best = _best((ours.mine + ours.theirs)[rational], ours, rational)
        return "no deal" if _alike(best, usual, scale) else "UNEXPLAINED"
    if name == "kalai_smorodinsky" and own:
        start = [max(d, low) for d, (low, _) in zip(no_deal, bounds, strict=True)]
        shares = [
            (values - s) / max(high - s, 1e-12)
            for values, s, (_, high) in zip((ours.mine, ours.theirs), start, bounds, strict=True)
        ]
        best = _best(-np.abs(shares[0] - shares[1])[rational], ours, rational)
        return "equal shares" if _alike(best, usual, scale) else "UNEXPLAINED"
    return "UNEXPLAINED"


def _best(scores: Floats, ours: Frontier, allowed: Floats) -> list[Pair]:
    places = np.flatnonzero(allowed)
    top = places[scores >= scores.max(initial=-np.inf) - SAME]
    return [(float(ours.mine[i]), float(ours.theirs[i])) for i in top]


def _alike(some: list[Pair], others: list[Pair], scale: float) -> bool:
    """Whether both are empty, or have a package in common."""
    return (not some and not others) or any(_among(pair, others, scale) for pair in some)


def _among(pair: Pair, listed: list[Pair], scale: float) -> bool:
    return any(abs(pair[0] - a) <= SAME * scale and abs(pair[1] - b) <= SAME * scale for a, b in listed)


def _place(ours: Frontier, pair: Pair) -> int:
    return int(np.abs(ours.mine - pair[0]).argmin())


def _scale(ours: Frontier) -> float:
    return float(max(1.0, np.abs(ours.mine).max(), np.abs(ours.theirs).max()))


def _rational(ours: Frontier, no_deal: Pair) -> Floats:
    return np.asarray((ours.mine >= no_deal[0] - 1e-12) & (ours.theirs >= no_deal[1] - 1e-12))


def _moved(pair: Pair, shift: Pair, times: int) -> Pair:
    return pair[0] + times * shift[0], pair[1] + times * shift[1]


def sources(count: int) -> Iterator[tuple[str, Tally]]:
    """Every source of scenarios, compared."""
    folders = bilateral()
    tally = Tally()
    for folder in folders:
        arrays = read(folder, "own")
        compare(arrays, theirs.built(arrays), tally)
    yield "bilateral.txt up to 20,000 outcomes, the same numbers for both, with GENIUS's meaning", tally
    tally = Tally()
    for folder in (f for f in folders if "genius" in f.parts):
        compare(read(folder, "negmas"), theirs.loaded(folder), tally)
    yield "its XML folders, loaded by NegMAS itself, against `--as negmas`", tally
    tally = Tally()
    for arrays in generated(count):
        compare(arrays, theirs.built(arrays), tally)
    yield "generated", tally


def negolog() -> tuple[int, int, list[str]]:
    """NegoLog's stored Nash points: folders, equal products, and what else there is to say of each."""
    folders = sorted(path.parent for path in (DATA / "negolog").glob("*/specs.json"))
    equal, lines = 0, []
    for folder in folders:
        stored = json.loads((folder / "specs.json").read_text(encoding="utf-8"))
        arrays = read(folder, "own")
        front = frontier(arrays.space)
        place = special_points(front.mine, front.theirs, arrays.no_deal).nash
        assert place is not None
        mine, other = float(front.mine[place]), float(front.theirs[place])
        product = stored.get("Nash Product", stored.get("Product Score"))
        if abs(mine * other - product) <= SAME:
            equal += 1
            if not _among((mine, other), [(stored["Nash_A"], stored["Nash_B"])], 1.0):
                lines.append(f"{folder.name}: the same product by ({mine:.4f}, {other:.4f}) and its mirror image")
        else:
            lines.append(f"{folder.name}: {mine * other:.6f}, stored {product:.6f}")
        welfare = float((front.mine + front.theirs).max())
        if abs(stored["Kalai_A"] + stored["Kalai_B"] - welfare) > SAME:
            lines.append(f"{folder.name}: the stored Kalai point is not the welfare point")
    return len(folders), equal, lines


def report(count: int) -> bool:
    """Print the tables; whether every difference has a cause."""
    explained = True
    for source, tally in sources(count):
        print(f"\n{source}: {tally.scenarios} scenarios")
        for what in ("values", "frontier", *theirs.POINTS):
            causes = {cause: n for (of, cause), n in tally.causes.items() if of == what}
            print(f"  {what:18} {tally.same[what]:>4} the same   {', '.join(f'{n} {c}' for c, n in causes.items())}")
        print("\n".join(f"    {line}" for line in tally.lines))
        explained &= not any(cause == "UNEXPLAINED" for _, cause in tally.causes)
    print("\nCauses")
    for cause, meaning in MEANINGS.items():
        print(f"  {cause}: {meaning}.")
    folders, equal, lines = negolog()
    print(f"\nNegoLog's stored Nash products: {equal} of {folders} equal. Its stored Kalai point is the welfare point.")
    print("\n".join(f"    {line}" for line in lines))
    return explained and equal == folders
