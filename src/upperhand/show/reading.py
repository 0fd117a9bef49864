"""What does the leverage mean in a sentence, and which terms should I expect?"""

from __future__ import annotations

import math
from collections.abc import Mapping

from upperhand.model.reading import Leverage, PredictedTerms, ReferenceTerms
from upperhand.show import words
from upperhand.show.page import Outlook, Reading, Share

_DRIVERS = {
    "own alternatives": "your alternatives",
    "their alternatives": "their alternatives",
    "delay": "what waiting costs",
    "relationship": "the relationship",
    "future": "future business",
}
STATES = {
    "active": "Both of you can see who needs this more.",
    "blind": "The side that holds it cannot see that; the other side can.",
    "unseen by the other side": "The side that holds it sees it; the other side does not yet.",
    "dormant": "Neither side can be sure of it yet.",
    "balanced": "Neither side holds enough for it to matter who sees it.",
}
AHEAD, FAR_AHEAD = 0.15, 0.6


def reading(leverage: Leverage) -> Reading:
    """The leverage in words; never a number where there is none."""
    if leverage.value is None:
        return Reading(None, words.unknown(leverage.reason), "", (), (), compared_with(leverage))
    meaning = tuple(part for part in (_holder(leverage), _stakes(leverage), _sureness(leverage)) if part)
    return Reading(
        words.score(leverage.value),
        None,
        words.score_range(leverage.low, leverage.high),
        meaning,
        shares(leverage),
        compared_with(leverage),
    )


def shares(leverage: Leverage) -> tuple[Share, ...]:
    """The drivers that move the reading at all, the strongest first."""
    ranked = sorted(leverage.drivers, key=lambda d: -abs(d.share))
    return tuple(
        Share(driver_name(d.name), words.score(d.share), d.share, d.controllable != "no")
        for d in ranked
        if words.score(d.share) != "0"
    )


def driver_name(name: str) -> str:
    """A driver in plain words."""
    return "the terms compared" if name == "reference" else _DRIVERS.get(name, words.clean(name))


def compared_with(leverage: Leverage) -> str | None:
    """The terms that no deal was compared with, on one line."""
    reference = leverage.reference
    if reference is None:
        return None
    price = next((i for i, v in reference.terms.items() if not isinstance(v, str)), None) if _money(leverage) else None
    said = words.terms(reference.terms, leverage.unit, price)
    features = ", ".join(words.clean(f) for f in reference.features)
    listed = "; ".join(part for part in (said, f"with {features}" if features else "") if part)
    return f"{words.basis(reference.basis)}: {listed}" if listed else words.basis(reference.basis)


def _money(leverage: Leverage) -> bool:
    return leverage.unit != words.POINTS and leverage.reference is not None and _numbers(leverage.reference.terms) == 1


def _numbers(terms: Mapping[str, str | float]) -> int:
    return sum(not isinstance(v, str) for v in terms.values())


def _holder(leverage: Leverage) -> str:
    value = leverage.value or 0.0
    if value >= 1 and leverage.stake.me == 0:
        return "At these terms you lose nothing by walking away; the number says no more than that."
    if value >= FAR_AHEAD:
        return "You clearly have the upper hand."
    if value >= AHEAD:
        return "You have the upper hand."
    if value > -AHEAD:
        return "Neither of you has the upper hand."
    return "They have the upper hand." if value > -FAR_AHEAD else "They clearly have the upper hand."


def _stakes(leverage: Leverage) -> str:
    mine, theirs, ratio = leverage.stake.me, leverage.stake.them, leverage.ratio
    value = leverage.value or 0.0
    if leverage.saturated or (value >= 1 and ratio is None):
        lost = f" {words.amount(theirs, leverage.unit)}" if theirs is not None else ""
        return f"Without a deal they lose{lost or ' something'}; you lose nothing."
    if value <= -1 or ratio == 0:
        lost = f" {words.amount(mine, leverage.unit)}" if mine is not None else ""
        return f"Without a deal you lose{lost or ' something'}; they lose nothing, so they could walk away."
    if ratio is None or not math.isfinite(ratio):
        return ""
    if 0.95 <= ratio <= 1.05:
        return f"Without a deal you both lose about the same{_figures(leverage)}."
    if ratio > 1:
        return f"Without a deal they lose {words.times(ratio)} what you lose{_figures(leverage)}."
    return f"Without a deal you lose {words.times(1 / ratio)} what they lose{_figures(leverage, mine_first=True)}."


def _figures(leverage: Leverage, mine_first: bool = False) -> str:
    mine, theirs = leverage.stake.me, leverage.stake.them
    if mine is None or theirs is None:
        return ""
    if leverage.unit == words.POINTS:
        sides = [f"{words.number(theirs)} of their points", f"{words.number(mine)} of yours"]
        if mine_first:
            sides = [f"{words.number(mine)} of your points", f"{words.number(theirs)} of theirs"]
        return f" ({', '.join(sides)}, each against what that side could win)"
    first, second = (mine, theirs) if mine_first else (theirs, mine)
    return f" ({words.number(first)} against {words.amount(second, leverage.unit)})"


def _sureness(leverage: Leverage) -> str:
    chance = leverage.probability_positive
    if chance is None or (leverage.low is not None and leverage.low == leverage.high):
        return ""
    if 0.35 <= chance <= 0.65:
        return f"With what is not certain it could go either way: you are ahead in {words.percent(chance)} of cases."
    return f"With what is not certain, you are ahead in {words.percent(chance)} of cases."


def price_issue(predicted: PredictedTerms, reference: ReferenceTerms | None) -> str | None:
    """Which term is the price: the one number that the prediction could move. ``None`` where there is no price."""
    numbers = {i: v for i, v in (predicted.terms or {}).items() if not isinstance(v, str)}
    if len(numbers) < 2:
        return next(iter(numbers), None)
    others = [predicted.deal_me_out or {}, reference.terms if reference else {}]
    moved = [i for i, v in numbers.items() if any(other.get(i, v) != v for other in others)]
    if len(moved) == 1:
        return moved[0]
    low, high = predicted.zone.low, predicted.zone.high
    inside = [i for i in moved or numbers if low is not None and high is not None and low <= numbers[i] <= high]
    return (inside or moved or list(numbers))[0]


def outlook(predicted: PredictedTerms, leverage: Leverage) -> Outlook:
    """The terms to expect: a price with its zone in money, a whole package in points."""
    unit = leverage.unit
    price = price_issue(predicted, leverage.reference) if unit != words.POINTS else None
    label = "LIKELY PRICE" if price is not None else "LIKELY TERMS"
    if predicted.terms is None:
        same = predicted.reason is not None and predicted.reason == leverage.reason
        reason = (
            "unknown, for the same reasons" if same else words.unknown(predicted.reason or _no_zone(predicted, unit))
        )
        return Outlook("LIKELY TERMS", None, reason, None, _zone(predicted, unit))
    if price is None:
        figure: str | None = words.terms(predicted.terms, unit) or "as agreed"
    else:
        figure = words.amount(float(predicted.terms[price]), unit)
    return Outlook(label, figure, None, _price_spread(predicted, price, unit), _details(predicted, price, unit))


def _price_spread(predicted: PredictedTerms, price: str | None, unit: str) -> str | None:
    if price is None:
        return None
    low, high = predicted.low, predicted.high
    if low is None or high is None:
        return "range unknown"
    if math.isclose(low, high, rel_tol=1e-9):
        return "no spread: every draw gives the same"
    return f"likely {words.amount_range(low, high, unit)}"


def _details(predicted: PredictedTerms, price: str | None, unit: str) -> tuple[str, ...]:
    rest = {i: v for i, v in (predicted.terms or {}).items() if i != price}
    found = list(_zone(predicted, unit))
    if price is not None and rest:
        found.append(f"with {words.terms(rest, unit)}")
    if price is None and predicted.my_value is not None and predicted.their_value is not None:
        mine, theirs = words.amount(predicted.my_value, unit), words.number(predicted.their_value)
        found.append(f"worth {mine} to you, {theirs} to them")
    elif predicted.my_value is not None:
        found.append(f"leaves you {words.amount(predicted.my_value, unit)}")
    if predicted.deal_me_out is not None and predicted.deal_me_out != predicted.terms:
        found.append(_deal_me_out(predicted.deal_me_out, price, unit))
    if predicted.acceptance is not None:
        found.append(f"{words.percent(predicted.acceptance)} chance that they would take exactly these terms")
    return tuple(found)


def _deal_me_out(terms: Mapping[str, str | float], price: str | None, unit: str) -> str:
    said = words.amount(float(terms[price]), unit) if price is not None and price in terms else words.terms(terms, unit)
    return f"{said} if alternatives count only once someone would really walk (deal-me-out)"


def _zone(predicted: PredictedTerms, unit: str) -> tuple[str, ...]:
    zone = predicted.zone
    if zone.exists is False:
        missing = _no_zone(predicted, unit)
        return (missing,) if missing and predicted.terms is not None else ()
    if zone.low is None or zone.high is None or unit == words.POINTS:
        return ()
    return (f"both of you gain anywhere from {words.amount_range(zone.low, zone.high, unit)}",)


def _no_zone(predicted: PredictedTerms, unit: str) -> str | None:
    zone = predicted.zone
    if zone.exists is not False:
        return None
    if zone.surplus is not None and zone.surplus < 0:
        return f"no terms suit you both: {words.amount(-zone.surplus, unit)} of value is missing"
    return "no terms suit you both"
