"""How do the checked parts of the file become the nouns everything else works with?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from upperhand.casefile.names import Names, option_named, package_of
from upperhand.casefile.numbers import Discount
from upperhand.casefile.schema import (
    ActIn,
    AlternativeIn,
    BondIn,
    CaseIn,
    DraftIn,
    FactIn,
    FeatureIn,
    FutureIn,
    IssueIn,
    PartyIn,
    PositionIn,
    PossibilityIn,
    WantIn,
)
from upperhand.casefile.spelling import name_of
from upperhand.model.case import (
    Act,
    Alternative,
    Basis,
    Bond,
    Case,
    Draft,
    Fact,
    Feature,
    Future,
    Issue,
    Party,
    Position,
    Possibility,
    Reference,
    Relationship,
    Trend,
    Want,
)
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Evidence


def build_case(parts: CaseIn, evidence: Sequence[Evidence], draft_lines: Sequence[int]) -> Case:
    """The case; ``evidence`` is built already, ``draft_lines`` are the lines of the drafts."""
    names = Names.of(parts)
    latest = max((e.when for e in evidence if e.when is not None), default=None)
    return Case(
        title=parts.title,
        me=_party(parts.me),
        them=_party(parts.them),
        unit=parts.unit,
        as_of=parts.as_of or latest,
        reference=_reference(parts, names),
        wants=tuple(_want(name, want) for name, want in parts.wants.items()),
        issues=tuple(_issue(name, issue) for name, issue in parts.issues.items()),
        mine=_position("mine", parts.mine, names),
        theirs=_position("theirs", parts.theirs, names),
        features=tuple(_feature(name, feature) for name, feature in parts.features.items()),
        possibilities=tuple(_possibility(p, names) for p in parts.possibilities),
        relationship=Relationship(
            named(parts.relationship.continues, "relationship.continues"),
            _bond("me", parts.relationship.me),
            _bond("them", parts.relationship.them),
        ),
        future=tuple(_future(f) for f in parts.future),
        acts=tuple(_act(i, a) for i, a in enumerate(parts.acts)),
        facts=tuple(_fact(f) for f in parts.facts),
        drafts=tuple(_draft(d, line) for d, line in zip(parts.drafts, draft_lines, strict=True)),
        evidence=tuple(evidence),
    )


def named(estimate: Estimate, name: str) -> Estimate:
    """The estimate under its dotted path; what stands in for it where it is hidden is ``<path>.prior``."""
    prior = None if estimate.prior is None else replace(estimate.prior, name=f"{name}.prior")
    return replace(estimate, name=name, prior=prior)


def maybe(estimate: Estimate | None, name: str) -> Estimate | None:
    """The same, where the number was said at all."""
    return None if estimate is None else named(estimate, name)


def _party(party: PartyIn) -> Party:
    return Party(
        party.name, party.role, party.represents, party.authority, party.size, party.certainty, party.vulnerable
    )


def _want(name: str, want: WantIn) -> Want:
    return Want(name, want.says or name, named(want.weight, f"wants.{name}.weight"), want.certainty)


def _issue(name: str, issue: IssueIn) -> Issue:
    degrees = {want: how for want, how in issue.serves.items() if isinstance(how, dict)}
    return Issue(
        name,
        options=tuple(issue.options or ()),
        low=issue.low,
        high=issue.high,
        step=issue.step,
        is_price=issue.is_price,
        better_for_me=_literal_way(issue.better_for_me),
        serves={want: _by_option(issue, how) for want, how in degrees.items()},
        serves_by_range={want: cast(Trend, how) for want, how in issue.serves.items() if isinstance(how, str)},
    )


def _literal_way(way: str | None) -> object:
    return way


def _by_option[T](issue: IssueIn, by_label: Mapping[str, T]) -> dict[str, T]:
    return {(option_named(issue, label) or label): value for label, value in by_label.items()}
