"""Is a number shown honestly: with its spread or its grade, and with enough behind it (G19)?"""

from __future__ import annotations

import math
from collections.abc import Iterable

from upperhand.model.move import Brief, Move, Refused, WantLine

ENOUGH = 20  # observations of one's own below which no personal claim is made (theory.md, C53 and G19)


def judge_number(
    name: str, value: float | None, low: float | None = None, high: float | None = None, grade: str | None = None
) -> tuple[Refused, ...]:
    """Refuse a bare number. ``value`` (any unit) needs ``low`` <= value <= ``high`` or a ``grade`` A to D.

    ``None`` for ``value`` means unknown and passes: saying so is honest.
    """
    if value is None:
        return ()
    if not math.isfinite(value):
        return (_refused(f"{name} {value}", f"{name} is not a finite number.", f"{name}: unknown"),)
    if low is None or high is None:
        if grade:
            return ()
        return (
            _refused(
                f"{name} {value:g}",
                f"{name} stands without interval or grade.",
                f"{name}: about {value:g}, spread unknown",
            ),
        )
    near = 1e-9 * max(1.0, abs(value))
    if not low - near <= value <= high + near:
        why = f"{name} {value:g} lies outside its own interval {low:g} to {high:g}."
        return (_refused(f"{name} {value:g}", why, f"{name}: {low:g} to {high:g}"),)
    return ()


def judge_personal(claim: str, n: int) -> tuple[Refused, ...]:
    """Refuse a claim about what works for this user on fewer than ``ENOUGH`` observations of their own."""
    if n >= ENOUGH:
        return ()
    why = f"“{claim}” rests on {n} observations; below {ENOUGH} nothing personal is claimed."
    return (_refused(claim, why, f"Not enough of your own talks yet: {n} of {ENOUGH}."),)


def judge_brief(brief: Brief) -> tuple[Refused, ...]:
    """Every number on the page that lacks its interval, and every move without grade and source."""
    reading = brief.leverage
    terms = brief.predicted_terms
    found = [*judge_number("leverage", reading.value, reading.low, reading.high)] if reading.value is not None else []
    if terms.terms is not None and terms.low is not None and terms.high is None:
        found.append(
            _refused("predicted price", "The predicted price has only one end of its interval.", "price: unknown")
        )
    return (*found, *_wants(brief.wants), *_moves(brief.moves))


def _wants(wants: Iterable[WantLine]) -> Iterable[Refused]:
    for want in wants:
        yield from judge_number(want.want, want.weight, want.low, want.high)


def _moves(moves: Iterable[Move]) -> Iterable[Refused]:
    for move in moves:
        missing = [what for what, there in (("grade", move.grade), ("source", move.source)) if not there]
        if missing:
            yield _refused(move.what, f"The move “{move.what}” lacks its {' and its '.join(missing)}.", move.what)


def _refused(text: str, why: str, instead: str) -> Refused:
    return Refused(text, "case", "G19", "rewrite", why, instead)
