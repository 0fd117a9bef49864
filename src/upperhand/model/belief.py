"""What we think they want: weights with their spread, and the trace back to the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from upperhand.model.result import Result

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Particles = NDArray[np.float64]
else:
    Particles = Any


@dataclass(frozen=True)
class TraceStep(Result):
    """One piece of evidence and what it moved.

    ``weight`` is the tempering exponent omega in (0, 1] it entered with; ``shift`` the change of the mean weight of
    each want; ``note`` says why it moved nothing, where it did not; ``about`` names the wants it speaks of
    (empty: packages, which speak of all).
    """

    evidence_id: str
    kind: str
    quote: str
    source: str
    line: int | None
    when: str | None
    weight: float
    shift: Mapping[str, float]
    note: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Belief(Result):
    """Posterior over the weights of their wants, on the simplex.

    All tuples run along ``wants``. ``low``/``high`` bound the central 80 %. ``top_probability`` is the chance that
    a want is their first. ``prior_mean`` is the mean before any evidence. ``particles`` is an equal-weight sample,
    shape (n, len(wants)), each row summing to 1; it travels here so that later stages need no inference.
    """

    wants: tuple[str, ...]
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    top_probability: tuple[float, ...]
    prior_mean: tuple[float, ...]
    trace: tuple[TraceStep, ...]
    particles: Particles = field(repr=False, compare=False)
    order: tuple[str, ...] = ()
    order_probability: float | None = None
