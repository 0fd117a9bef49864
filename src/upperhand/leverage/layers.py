"""What does each side see of the case? Hidden alternatives are absent, hidden numbers shrink to what others assume.

theory.md 2.7, visibility mask and states; design point 8.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from upperhand.model.case import Case, Feature, Position
from upperhand.model.estimate import Estimate, Side

AWARE = 0.8
"""A side is aware of a leverage that it gives at least this chance."""

NOTEWORTHY = 0.15
"""Leverage below this is no leverage anybody would notice (theta of theory.md 2.7)."""


def seen_by(case: Case, side: Side) -> tuple[Case, tuple[str, ...]]:
    """The case as one side has it, and the names of the hidden inputs for which no prior range is given.

    Evidence, alternatives and future business that the side cannot see are left out, and so is what has no bearing on
    the reference terms; a hidden estimate is replaced by its prior range.
    """
    missing: list[str] = []
    visible = dataclasses.replace(
        relevant(case),
        evidence=tuple(e for e in case.evidence if side in e.visible_to),
        future=tuple(f for f in case.future if side in f.visible_to),
        mine=_known(case.mine, side),
        theirs=_known(case.theirs, side),
    )
    seen: Case = _masked(visible, side, missing)
    return seen, tuple(missing)


def relevant(case: Case) -> Case:
    """The case without what has no bearing on a reading at the reference terms."""
    return dataclasses.replace(case, acts=(), features=tuple(_at_reference(case, f) for f in case.features))


def _at_reference(case: Case, feature: Feature) -> Feature:
    """A feature that is no part of the reference terms has no bearing on a view of them, so its numbers are dropped."""
    agreed = case.reference.package.features if case.reference is not None else frozenset()
    if feature.included or feature.name in agreed:
        return feature
    worth = feature.worth_to_them and Estimate.point(0.0)
    return dataclasses.replace(feature, cost=Estimate.point(0.0), worth_to_them=worth)


def _known(position: Position, side: Side) -> Position:
    return dataclasses.replace(position, alternatives=tuple(a for a in position.alternatives if side in a.visible_to))


def _masked(value: Any, side: Side, missing: list[str]) -> Any:
    if isinstance(value, Estimate):
        if side in value.visible_to:
            return value
        if value.prior is None:
            missing.append(value.name)
            return value
        return dataclasses.replace(value.prior, name=f"{value.name}.prior")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in dataclasses.fields(value):
            before = getattr(value, field.name)
            after = _masked(before, side, missing)
            if after is not before:
                changes[field.name] = after
        return dataclasses.replace(value, **changes) if changes else value
    if isinstance(value, Mapping):
        masked = {k: _masked(v, side, missing) for k, v in value.items()}
        return masked if any(masked[k] is not v for k, v in value.items()) else value
    if isinstance(value, tuple):
        items = tuple(_masked(v, side, missing) for v in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    return value


def state(structural: float, mine_aware: float, theirs_aware: float) -> str:
    """Who knows of the leverage there is (theory.md 2.7).

    ``mine_aware``/``theirs_aware``: the chance each side gives to noteworthy leverage in the direction of
    ``structural``. Returns balanced, active, blind, unseen by the other side, or dormant.
    """
    if abs(structural) < NOTEWORTHY:
        return "balanced"
    holder, other = (mine_aware, theirs_aware) if structural > 0 else (theirs_aware, mine_aware)
    if holder >= AWARE:
        return "active" if other >= AWARE else "unseen by the other side"
    return "blind" if other >= AWARE else "dormant"
