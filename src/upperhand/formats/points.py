"""How do whole values split into weight times evaluation, and how is a profile brought to values from 0 to 1?"""

from __future__ import annotations

from collections.abc import Mapping

from upperhand.errors import CallError
from upperhand.formats.complaints import shown_name
from upperhand.model.scenario import Profile

NEARLY = 1e-9


def split(worths: Mapping[str, float]) -> tuple[float, dict[str, float]]:
    """Weight and evaluations of one issue: the weight is the most it can give, the best evaluation 1.

    Where it can only take, the weight is what it takes at most and the evaluations are not above 0.
    """
    most = max(worths.values(), default=0.0)
    weight = most if most > 0 else -min(worths.values(), default=0.0)
    return weight, {option: worth / weight if weight else 0.0 for option, worth in worths.items()}


def rounded(worth: float) -> float:
    """A whole value to fifteen digits, so that .1 x .61 is told as .061 and not as .06099999999999999."""
    return float(f"{worth:.15g}")


def within_one(profile: Profile, program: str) -> tuple[Profile, float]:
    """The profile with evaluations from 0 to 1 and weights that sum to 1, and the scale to multiply it by again.

    A profile that is so already comes back as it is, with scale 1. Raises CallError for what ``program`` cannot hold:
    negative evaluations, and weights that are all 0.
    """
    weights, evaluations = dict(profile.weights), dict(profile.evaluations)
    for issue, table in profile.evaluations.items():
        if min(table.values()) < 0:
            raise CallError(
                f"{program} knows no negative values, and '{shown_name(issue)}' has some for '{profile.name}'.",
                "Write it as negmas, csv or xlsx.",
            )
        most = max(table.values())
        if most > 1:
            weights[issue] = profile.weights[issue] * most
            evaluations[issue] = {option: value / most for option, value in table.items()}
    total = sum(weights.values())
    if total <= 0:
        raise CallError(
            f"Nothing is worth anything to '{profile.name}', which {program} cannot hold.", "Give a weight."
        )
    scale = 1.0 if abs(total - 1) <= NEARLY else total
    weights = {issue: weight / scale for issue, weight in weights.items()}
    reservation = None if profile.reservation is None else profile.reservation / scale
    return Profile(profile.name, weights, evaluations, profile.ranges, reservation, profile.discount), scale
