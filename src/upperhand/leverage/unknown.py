"""What must the user still say before leverage can be worked out?"""

from __future__ import annotations

from upperhand.model.case import Case, Position
from upperhand.model.estimate import Side
from upperhand.offers.table import TOGETHER, widest
from upperhand.value.frame import POINTS, is_money, payee, price_issue, worth_is_known


def unknowns(case: Case) -> tuple[str, ...]:
    """Every missing input, each a clause that names the key to fill in; empty where nothing is missing."""
    missing = [*_value_of_a_deal(case, "me"), *_value_of_a_deal(case, "them")]
    for side, position in (("mine", case.mine), ("theirs", case.theirs)):
        if position.otherwise is None:
            whose = "you have" if side == "mine" else "they have"
            missing.append(f"what {whose} if nothing comes of it is not given ({side}.otherwise; 0 if nothing)")
        missing += [
            f"what the alternative {a.name!r} is worth is not given ({side}.alternatives.{a.name}.worth)"
            for a in position.alternatives
            if a.worth is None
        ]
    return tuple(missing or _too_wide(case))


def _too_wide(case: Case) -> list[str]:
    """Outside money mode the stake ranges need every package; issues that serve the same wants are decided together."""
    adds_up = case.unit == POINTS or is_money(case) or case.theirs.worth is None or not case.wants
    size = 1 if adds_up else widest(case)
    if size <= TOGETHER:
        return []
    return [
        f"issues that serve the same wants have {size:,} choices between them, too many to compare; mark the price "
        "(is_price), or give fewer options"
    ]


def _value_of_a_deal(case: Case, side: Side) -> list[str]:
    key, position = ("mine", case.mine) if side == "me" else ("theirs", case.theirs)
    whose = "to you" if side == "me" else "to them"
    if case.unit == POINTS:
        return [] if _has_points(position) else [f"no option has points {whose} ({key}.issues)"]
    prices = [i.name for i in case.issues if i.is_price]
    if len(prices) > 1:
        return [f"{' and '.join(prices)} are both marked is_price, and only one can be"] if side == "me" else []
    money = _unmarked_price(case)
    if money is not None:
        return [f"which issue is the money is not said (issues.{money}.is_price: yes)"] if side == "me" else []
    price, paid = price_issue(case), payee(case)
    if price is not None and paid is None:
        return [f"who is paid is not given (issues.{price.name}.better_for_me)"] if side == "me" else []
    if worth_is_known(position, is_payee=paid == side) or (price is None and position.issues):
        return []
    if paid == side:
        return [f"what the deal costs {'you' if side == 'me' else 'them'} is not given ({key}.cost)"]
    return [f"what the deal is worth {whose} is not given ({key}.worth)"]


def _unmarked_price(case: Case) -> str | None:
    """A range with a better direction that nobody gave a worth, in a case with no price: it must be the money."""
    if price_issue(case) is not None:
        return None
    for issue in case.issues:
        valued = issue.name in case.mine.issues or issue.name in case.theirs.issues
        if issue.is_range and issue.better_for_me is not None and not valued:
            return issue.name
    return None


def _has_points(position: Position) -> bool:
    return bool(position.issues)
