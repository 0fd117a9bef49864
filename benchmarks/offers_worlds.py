"""Which scenarios, and which ways of offering, is the belief from offers measured on?

Reads GENIUS XML with GENIUS's meaning (evaluations divided by the issue's maximum where any exceeds 1, weights
normalised) and NegoLog JSON. Shares no code with the package.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
ROUNDS = 100
STRATEGIES = ("e = .2", "e = 1", "e = 4", "MiCRO", "wide, e = .2")
EXPONENT = {"e = .2": 0.2, "e = 1": 1.0, "e = 4": 4.0, "wide, e = .2": 0.2}


@dataclass(frozen=True)
class World:
    """One scenario: options by issue, all packages (N, issues), and the parts of worth of both sides."""

    name: str
    options: dict[str, tuple[str, ...]]
    packages: Ints
    parts: tuple[list[Floats], list[Floats]]

    def worth(self, side: int) -> Floats:
        """Worth of every package to one side, shape (N,)."""
        return summed(self.parts[side], self.packages)


def summed(parts: list[Floats], packages: Ints) -> Floats:
    """Sum over issues of the part of each package's option."""
    return np.asarray(sum(p[packages[:, j]] for j, p in enumerate(parts)))


def worlds(root: Path, least: int = 20, most: int = 20_000) -> list[World]:
    """The scenarios of bilateral.txt with so many outcomes."""
    found = []
    for line in (root / "bilateral.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, outcomes = line.split("\t")
            if least <= int(outcomes) <= most:
                found.append(_negolog(root, name) if name.startswith("negolog") else _genius(root, name))
    return found


def _world(name: str, options: dict[str, tuple[str, ...]], parts: list[list[Floats]]) -> World:
    shape = [len(o) for o in options.values()]
    packages = np.stack(np.unravel_index(np.arange(int(np.prod(shape))), shape), axis=1)
    return World(name, options, packages, (parts[0], parts[1]))


def _negolog(root: Path, name: str) -> World:
    told = [json.loads((root / name / f"profile{side}.json").read_text(encoding="utf-8")) for side in "AB"]
    options = {issue: tuple(row) for issue, row in told[0]["issues"].items()}
    parts = []
    for profile in told:
        total = sum(profile["issueWeights"].values())
        parts.append(
            [
                np.array([profile["issues"][i][o] for o in row]) * profile["issueWeights"][i] / total
                for i, row in options.items()
            ]
        )
    return _world(name, options, parts)


def _genius(root: Path, name: str) -> World:
    options: dict[str, tuple[str, ...]] = {}
    profiles = []
    for path in sorted((root / name).glob("*.xml")):
        tree = ElementTree.parse(path).getroot()
        weights = {w.get("index"): float(w.get("value", "0")) for w in tree.iter("weight")}
        issues = {str(i.get("name")): (i.get("index"), _evaluations(i)) for i in tree.iter("issue")}
        if weights:
            profiles.append((weights, issues))
        else:
            options = {issue: tuple(row) for issue, (_, row) in issues.items()}
    parts = []
    for weights, issues in profiles:
        total, mine = sum(weights.values()), []
        for issue, row in options.items():
            index, evaluations = issues[issue]
            values = np.array([evaluations[o] for o in row])
            mine.append(values / (values.max() if values.max() > 1 else 1.0) * weights[index] / total)
        parts.append(mine)
    return _world(name, options, parts)


def _evaluations(issue: ElementTree.Element) -> dict[str, float]:
    items = issue.findall("item")
    if items:
        return {str(i.get("value")): float(i.get("evaluation") or 0.0) for i in items}
    ends, line = issue.find("range"), issue.find("evaluator")
    if ends is None:
        raise ValueError(f"issue {issue.get('name')} has neither items nor a range")
    a, b = (0.0, 0.0) if line is None else (float(line.get(f"parameter{i}", "0")) for i in (0, 1))
    return {str(v): a + b * v for v in range(int(ends.get("lowerbound", "0")), int(ends.get("upperbound", "0")) + 1)}


def target(worth: Floats, strategy: str, t: float) -> float:
    """What a time-based strategy asks for at share ``t`` of the time."""
    return float(worth.max() * (1 - 0.6 * t ** (1 / EXPONENT[strategy])))


def offered(worth: Floats, strategy: str, chance: Generator, rounds: int = ROUNDS) -> Ints:
    """The packages that one side offers, as numbers, shape (rounds,); where a band is empty, the next above it."""
    if strategy == "MiCRO":
        order = np.lexsort((chance.random(len(worth)), -worth))
        return order[np.arange(rounds) % len(order)]
    order = np.argsort(worth, kind="stable")
    rising, out = worth[order], []
    for r in range(rounds):
        low = target(worth, strategy, r / rounds)
        a = int(np.searchsorted(rising, low - 1e-9))
        b = len(rising) if strategy.startswith("wide") else int(np.searchsorted(rising, low + 0.03 + 1e-9, "right"))
        out.append(order[chance.integers(a, b) if b > a else min(a, len(rising) - 1)])
    return np.array(out)


def tau_b(x: Floats, y: Floats) -> float:
    """Kendall's tau-b; 0 where either side is all ties."""
    i, j = np.triu_indices(len(x), 1)
    a, b = np.sign(np.round(x[i] - x[j], 9)), np.sign(np.round(y[i] - y[j], 9))
    pairs = float(np.sqrt((a != 0).sum() * (b != 0).sum()))
    return float((a * b).sum() / pairs) if pairs else 0.0
