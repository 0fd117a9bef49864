"""How well do offers alone tell what they want, and does knowing it pay?

Run `python -m benchmarks.offers_belief` (`--quick`: every fourth scenario, one seed). Scenarios come from
../shared/data/scenarios beside the repository, or from --data. Standard errors are over scenarios, since the two sides,
seeds and strategies of one scenario are no independent cases; intervals of ratios are a bootstrap over scenarios.
"""

from __future__ import annotations

import argparse
import multiprocessing
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.offers_worlds import ROUNDS, STRATEGIES, Floats, Ints, World, offered, summed, target, tau_b, worlds
from upperhand.beliefs.bids import wants_from_offers

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "scenarios"
AFTER = (1, 2, 5, 10, 20, 100)
GAINS = ("own utility", "Nash product", "agreements")
Model = Callable[[World, Ints, Floats | None], tuple[list[Floats], Any]]
PUBLISHED = """published (benchmarks.md, 30 domains, s.e. .022)      1        5       10       20      100
  scalable Bayesian                            .47-.51  .49-.52  .49-.53  .47-.52  .14-.18
  frequency                                    .48-.52  .48-.53  .47-.52  .43-.49  .25-.30
  FSEGA / IAMhaggler Bayesian                  .48-.50  .51-.52  .53      .52-.53  .50-.54"""


def believed(world: World, offers: Ints, times: Floats | None) -> tuple[list[Floats], Any]:
    """The product's belief: parts of worth by issue, and the weights."""
    names, rows = list(world.options), list(world.options.values())
    said = [{n: rows[j][o[j]] for j, n in enumerate(names)} for o in offers]
    belief = wants_from_offers(
        world.options, said, None if times is None else list(times), None if times is None else 1
    )
    return [np.array([belief.parts[n][o] for o in row]) for n, row in zip(names, rows, strict=True)], belief.weights


def counting(world: World, offers: Ints, times: Floats | None) -> tuple[list[Floats], Any]:
    """Frequency counting: issues that stay the same weigh more, options offered often are worth more."""
    k = len(world.options)
    w = np.full(k, 1.0 / k) + 0.2 / k * (offers[1:] == offers[:-1]).sum(axis=0)
    counts = [np.bincount(offers[:, j], minlength=len(o)) for j, o in enumerate(world.options.values())]
    return [w[j] / w.sum() * c / c.max() for j, c in enumerate(counts)], None


def hypotheses(world: World, offers: Ints, times: Floats | None) -> tuple[list[Floats], Any]:
    """Bayes over triangular value shapes and weight levels, issue by issue, the other issues at their means; worth is
    expected to fall by .005 a round, with deviation .15."""
    shapes = [_triangles(len(o)) for o in world.options.values()]
    levels = np.linspace(0.1, 1.0, 10)
    v, w = [np.zeros(len(s)) for s in shapes], [np.zeros(10) for _ in shapes]
    for n, offer in enumerate(offers):
        means = [_soft(a) @ s for a, s in zip(v, shapes, strict=True)]
        weights = np.array([_soft(a) @ levels for a in w])
        part = weights * np.array([m[o] for m, o in zip(means, offer, strict=True)])
        for j, o in enumerate(offer):
            rest, total = part.sum() - part[j], weights.sum()
            expect = 1.0 - 0.005 * n
            v[j] = v[j] - ((rest + weights[j] * shapes[j][:, o]) / total - expect) ** 2 / (2 * 0.15**2)
            u = (rest + levels * means[j][o]) / (total - weights[j] + levels)
            w[j] = w[j] - (u - expect) ** 2 / (2 * 0.15**2)
    return [(_soft(b) @ levels) * (_soft(a) @ s) for a, b, s in zip(v, w, shapes, strict=True)], None


def _triangles(m: int) -> Floats:
    i = np.arange(m)
    return np.array([1 - np.abs(i - peak) / max(peak, m - 1 - peak, 1) for peak in range(m)])


def _soft(logs: Floats) -> Floats:
    chances = np.exp(logs - logs.max())
    return np.asarray(chances / chances.sum())


MODELS: dict[str, Model] = {"upperhand": believed, "frequency": counting, "Bayesian, scalable": hypotheses}


def ranks(world: World, seeds: int) -> dict[tuple[str, str, int], list[float]]:
    """Tau-b by model, strategy and number of offers; and whether 80 % intervals hold the weights ("cover")."""
    out: dict[tuple[str, str, int], list[float]] = {}
    known: dict[Any, Any] = {}
    for side, seed, strategy in [(a, b, c) for a in (0, 1) for b in range(seeds) for c in STRATEGIES]:
        worth, chance = (
            world.worth(side),
            np.random.default_rng([len(world.name), side, seed, STRATEGIES.index(strategy)]),
        )
        said = world.packages[offered(worth, strategy, chance)]
        sample = chance.choice(len(worth), min(400, len(worth)), replace=False)
        spans = np.array([np.ptp(p) for p in world.parts[side]])
        for k in AFTER:
            for name, model in MODELS.items():
                key = (name, said[:k].tobytes())
                if key not in known:
                    known[key] = model(world, said[:k], None)
                parts, weights = known[key]
                tau = tau_b(summed(parts, world.packages[sample]), worth[sample])
                out.setdefault((name, strategy, k), []).append(tau)
                if weights is not None and len(spans) > 1:
                    held = [s.low <= t <= s.high for s, t in zip(weights.values(), spans / spans.sum(), strict=True)]
                    out.setdefault(("cover", strategy, k), []).append(float(np.mean(held)))
    return out


def games(world: World, seeds: int) -> dict[str, Floats]:
    """Sums of own utility, Nash product and agreements by what the agent goes by, shape (3,)."""
    totals: dict[str, Floats] = {}
    known: dict[Any, Any] = {}
    for side, seed, strategy, rounds in [
        (a, b, c, d) for a in (0, 1) for b in range(seeds) for c in STRATEGIES for d in (5, 10)
    ]:
        key = [len(world.name), side, seed, STRATEGIES.index(strategy), rounds]
        said = offered(world.worth(side), strategy, np.random.default_rng(key), rounds)
        for e in (0.2, 1.0):
            for who in ("nothing", "frequency", "belief", "belief, no times", "truth"):
                got = _game(world, side, strategy, said, (e, who, np.random.default_rng([*key, 7]), known))
                totals[who] = totals.get(who, np.zeros(3)) + got
                by = f"{who} | {strategy}, {rounds} rounds"
                totals[by] = totals.get(by, np.zeros(3)) + got
    return totals


def _game(world: World, side: int, strategy: str, said: Ints, play: Any) -> Floats:
    e, who, chance, known = play
    mine, theirs, rounds = world.worth(1 - side), world.worth(side), len(said)
    for r in range(rounds):
        low = max(mine.max() * (1 - 0.6 * (r / rounds) ** (1 / e)), 0.4 * mine.max())
        if mine[said[r]] >= low - 1e-9:
            return np.array([mine[said[r]], mine[said[r]] * theirs[said[r]], 1.0])
        band = np.flatnonzero((mine >= low - 1e-9) & (mine <= low + 0.05 + 1e-9))
        if not len(band):
            band = np.flatnonzero(mine == mine[mine >= low - 1e-9].min())
        pick = chance.integers(len(band))
        if who == "truth":
            pick = np.argmax(theirs[band])
        elif who != "nothing" and len(band) > 1:
            pick = np.argmax(summed(_parts(world, side, said[: r + 1], (who, rounds, known)), world.packages[band]))
        x = band[pick]
        if strategy == "MiCRO":
            asked = theirs[said[min(r + 1, rounds - 1)]]
        else:
            asked = target(theirs, strategy, (r + 1) / rounds)
        if theirs[x] >= asked - 1e-9:
            return np.array([mine[x], mine[x] * theirs[x], 1.0])
    return np.zeros(3)


def _parts(world: World, side: int, said: Ints, how: Any) -> list[Floats]:
    who, rounds, known = how
    times = np.arange(len(said)) / rounds if who == "belief" else None
    key = (who, world.packages[said].tobytes(), rounds if times is not None else 0)
    if key not in known:
        known[key] = (counting if who == "frequency" else believed)(world, world.packages[said], times)[0]
    parts: list[Floats] = known[key]
    return parts


def counterparts(
    ordered: bool, known: bool, number: int = 150
) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
    """Top issue found and intervals holding the weights, by number of offers: Dirichlet(1) weights, 5 x 4 x 3 x 3
    options with values either falling in order or random, ten offers from all to 55 % of the best worth, each the
    package nearest to the line."""
    sizes = (5, 4, 3, 3)
    found: dict[int, list[float]] = {k: [] for k in (1, 3, 6)}
    held: dict[int, list[float]] = {k: [] for k in (1, 3, 6)}
    options = {f"issue {j}": tuple(f"option {i}" for i in range(m)) for j, m in enumerate(sizes)}
    packages = np.stack(np.unravel_index(np.arange(180), sizes), axis=1)
    for n in range(number):
        chance = np.random.default_rng(1000 + n)
        w, parts = chance.dirichlet(np.ones(4)), []
        for j, m in enumerate(sizes):
            v = np.arange(m)[:: chance.choice((-1, 1))].astype(float) if ordered else chance.random(m)
            parts.append(w[j] * (v - v.min()) / np.ptp(v))
        world = World("random", options, packages, (parts, parts))
        worth = world.worth(0)
        said = packages[[int(np.argmin(np.abs(worth - (1 - 0.05 * k)))) for k in range(10)]]
        for k in found:
            _, weights = believed(world, said[:k], np.arange(k) / 9 if known else None)
            shares = list(weights.values())
            found[k].append(float(np.argmax(shares) == np.argmax(w)))
            held[k].append(float(np.mean([s.low <= t <= s.high for s, t in zip(shares, w, strict=True)])))
    return found, held


def _mean(values: list[float]) -> str:
    return f"{np.mean(values):.3f} ({np.std(values) / np.sqrt(max(len(values) - 1, 1)):.3f})"


def print_ranks(results: list[dict[tuple[str, str, int], list[float]]]) -> None:
    """Mean over scenarios of the scenario's mean, with standard errors."""
    print(f"\nKendall tau-b after so many of {ROUNDS} offers, times unknown; mean (s.e.) over {len(results)} scenarios")
    print(f"{'':32}" + "".join(f"{k:>15}" for k in AFTER))
    for name in (*MODELS, "cover"):
        for strategy in (*STRATEGIES, "all"):
            if name not in ("upperhand", "cover") and strategy not in ("all", "e = 4"):
                continue
            row = []
            for k in AFTER:
                of = STRATEGIES if strategy == "all" else (strategy,)
                row.append(
                    _mean(
                        [float(np.mean([np.mean(r[name, s, k]) for s in of])) for r in results if (name, of[0], k) in r]
                    )
                )
            title = "80 % intervals hold weights" if name == "cover" else name
            print(f"{title[:18]:19}{strategy:13}" + "".join(f"{x:>15}" for x in row))
    print(PUBLISHED)


def print_games(results: list[dict[str, Floats]]) -> None:
    """Shares of the truth's gains, with a bootstrap over scenarios."""
    print("\nShare of the gain that the truth would bring, 90 % bootstrap interval over scenarios")
    chance = np.random.default_rng(0)
    picks = [chance.integers(len(results), size=len(results)) for _ in range(1000)]

    def sums(who: str) -> Floats:
        return np.array([r[who] for r in results])

    for who in ("frequency", "belief, no times", "belief"):
        b, c = sums(who) - sums("nothing"), sums("truth") - sums("nothing")
        gains = [(b[p].sum(axis=0), c[p].sum(axis=0)) for p in picks]
        ratios = np.array([x / np.where(y == 0, np.nan, y) for x, y in gains])
        low, high = np.nanquantile(ratios, (0.05, 0.95), axis=0)
        all_of = b.sum(axis=0) / c.sum(axis=0)
        print(
            f"{who:20}"
            + "   ".join(
                f"{g} {x:.2f} ({lo:.2f} to {hi:.2f})" for g, x, lo, hi in zip(GAINS, all_of, low, high, strict=True)
            )
        )
    for part in sorted({k.split(" | ")[1] for k in results[0] if " | " in k}):
        a, b, c = (sums(f"{who} | {part}").sum(axis=0) for who in ("nothing", "belief", "truth"))
        print(
            f"  {part:24}"
            + "   ".join(
                f"{x:5.2f} of +{100 * y:.0f} %"
                for x, y in zip((b - a) / np.where(c == a, np.nan, c - a), c / a - 1, strict=True)
            )
        )


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seeds", type=int, default=3)
    chosen = parser.parse_args()
    all_of = worlds(chosen.data)[:: 4 if chosen.quick else 1]
    seeds = 1 if chosen.quick else chosen.seeds
    ways = [(ordered, known) for ordered in (True, False) for known in (False, True)]
    with multiprocessing.Pool(chosen.processes) as pool:
        by_size = sorted(all_of, key=lambda w: -len(w.packages))
        played = pool.map_async(partial(games, seeds=seeds), by_size, chunksize=1)
        random = pool.starmap_async(partial(counterparts, number=40 if chosen.quick else 150), ways, chunksize=1)
        ranked = pool.map_async(partial(ranks, seeds=seeds), by_size, chunksize=1)
        print_games(played.get())
        for (ordered, known), (found, held) in zip(ways, random.get(), strict=True):
            how = f"values {'in order' if ordered else 'random'}, times {'known' if known else 'unknown'}"
            print(f"\nrandom counterparts, {how}")
            for k in found:
                print(f"  {k:3} offers: top issue {_mean(found[k])}, 80 % intervals hold {np.mean(held[k]):.2f}")
        print_ranks(ranked.get())


if __name__ == "__main__":
    main()
