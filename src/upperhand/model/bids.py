"""What do their offers say they want: worth of any package, weights with their spread?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from upperhand.errors import CallError
from upperhand.model.result import Result

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]
else:
    Draws = Any

Option = str | float


class Share(float):
    """A share in [0, 1] with the ends ``low`` and ``high`` of its central 80 %."""

    low: float
    high: float

    def __new__(cls, value: float, low: float, high: float) -> Share:
        """``value`` with its ends."""
        share = super().__new__(cls, value)
        share.low, share.high = low, high
        return share

    def __repr__(self) -> str:
        return f"{float(self):.3f} ({self.low:.3f} to {self.high:.3f})"

    def __reduce__(self) -> tuple[type[Share], tuple[float, float, float]]:
        return Share, (float(self), self.low, self.high)

    def to_dict(self) -> dict[str, float]:
        """The share with its ends as plain data."""
        return {"share": float(self), "low": self.low, "high": self.high}


@dataclass(frozen=True)
class Bids(Result):
    """Belief about a counterpart's additive worth, from what they offered.

    ``weights``: issue -> share of the whole range of worth that the issue's best and worst option span; the shares
    sum to 1. ``values``: issue -> option -> mean value in [0, 1]. ``parts``: issue -> option -> mean of weight times
    value, so that ``worth`` is a mean over draws and no product of means. ``offers`` is how many were read.
    ``draws``: issue -> equally likely draws of weight times value, shape (n, options), worst option 0; row r of all
    issues belongs together, and the best options of a row sum to 1.
    """

    weights: Mapping[str, Share]
    values: Mapping[str, Mapping[Option, float]]
    parts: Mapping[str, Mapping[Option, float]]
    offers: int
    draws: Mapping[str, Draws] = field(repr=False, compare=False)

    def worth(self, package: Mapping[str, Option]) -> float:
        """Mean worth to them in [0, 1]: 0 their worst package, 1 their best.

        An issue left open counts with the mean of its options. Raises CallError for an unknown issue or option.
        """
        for issue, option in package.items():
            if issue not in self.parts:
                raise CallError(f"There is no issue '{issue}'.", f"Name one of: {_listed(self.parts)}.")
            if option not in self.parts[issue]:
                raise CallError(
                    f"Issue '{issue}' has no option '{option}'.", f"Name one of: {_listed(self.parts[issue])}."
                )
        total = sum(
            parts[package[issue]] if issue in package else sum(parts.values()) / len(parts)
            for issue, parts in self.parts.items()
        )
        return min(max(float(total), 0.0), 1.0)

    def to_dict(self) -> dict[str, Any]:
        """Weights with their ends, values and the number of offers as plain data."""
        return {
            "weights": {str(issue): share.to_dict() for issue, share in self.weights.items()},
            "values": {str(i): {str(o): float(v) for o, v in row.items()} for i, row in self.values.items()},
            "offers": self.offers,
        }


def _listed(names: Mapping[Any, Any]) -> str:
    shown = [str(name) for name in list(names)[:12]]
    return ", ".join(shown) + (", ..." if len(names) > 12 else "")
