"""Which way to the frontier: without rules the plain program is enough, with rules their counts come along."""

from __future__ import annotations

from upperhand.offers.frontier import Frontier, frontier
from upperhand.offers.ruled import ruled_frontier
from upperhand.offers.space import Space


def solved(space: Space) -> Frontier:
    """The frontier of a space; empty where its rules leave no package."""
    return ruled_frontier(space) if space.rules else frontier(space)
