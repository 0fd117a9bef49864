"""How do the checked parts of the file become the nouns everything else works with?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from upperhand.casefile.names import Names, option_named, package_of
from upperhand.casefile.numbers import Discount
from upperhand.casefile.rule_scan import Known
from upperhand.casefile.rules import rules_of
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
    Want,
)
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Evidence

T = TypeVar("T")


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
        reference=reference_of(parts, names),
        wants=tuple(_want(name, want) for name, want in parts.wants.items()),
        issues=tuple(_issue(name, issue) for name, issue in parts.issues.items()),
        mine=_position("mine", parts.mine, names),
        theirs=_position("theirs", parts.theirs, names),
        features=tuple(_feature(name, feature) for name, feature in parts.features.items()),
        rules=rules_of(parts.rules, Known(parts.issues, names.features, parts.unit)),
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
        better_for_me=issue.better_for_me,
        serves={want: _by_option(issue, how) for want, how in degrees.items()},
        serves_by_range={want: how for want, how in issue.serves.items() if not isinstance(how, dict)},
    )


def _by_option(issue: IssueIn, by_label: Mapping[str, T]) -> dict[str, T]:
    """Keyed by the option each label means; labels of a range stay as they are."""
    return {(option_named(issue, label) or label): value for label, value in by_label.items()}


def reference_of(parts: CaseIn, names: Names) -> Reference | None:
    """The reference package, with the features that are part of the terms already."""
    if parts.reference is None:
        return None
    extra = {name_of(key): label for key, label in (parts.reference.model_extra or {}).items()}
    package = package_of(extra, names)
    refused = {name for name in extra if name in names.features and name not in package.features}
    included = {name for name, feature in parts.features.items() if feature.included} - refused
    return Reference(parts.reference.basis, package.including(*parts.reference.features, *included))


def _position(side: str, position: PositionIn, names: Names) -> Position:
    return Position(
        cost=maybe(position.cost, f"{side}.cost"),
        worth=maybe(position.worth, f"{side}.worth"),
        issues={
            issue: {
                option: named(worth, f"{side}.issues.{issue}.{option}")
                for option, worth in _by_option(names.issues[issue], worths).items()
            }
            for issue, worths in position.issues.items()
        },
        alternatives=tuple(_alternative(f"{side}.alternatives.{a.name}", a) for a in position.alternatives),
        otherwise=maybe(position.otherwise, f"{side}.otherwise"),
        waiting=named(position.waiting, f"{side}.waiting"),
        patience=None if position.patience is None else named(position.patience, f"{side}.patience"),
    )


def _alternative(path: str, alternative: AlternativeIn) -> Alternative:
    return Alternative(
        alternative.name,
        worth=maybe(alternative.worth, f"{path}.worth"),
        chance=named(alternative.chance, f"{path}.chance"),
        when=named(alternative.when, f"{path}.when"),
        switch_cost=named(alternative.switch_cost, f"{path}.switch_cost"),
        same_event=alternative.same_event,
        serves=dict(alternative.serves),
        visible_to=alternative.visible_to,
    )


def _feature(name: str, feature: FeatureIn) -> Feature:
    return Feature(
        name,
        serves=dict(feature.serves),
        cost=named(feature.cost, f"features.{name}.cost"),
        worth_to_them=maybe(feature.worth_to_them, f"features.{name}.worth_to_them"),
        benefit=feature.benefit,
        drawback=feature.drawback,
        proof=feature.proof,
        true_on=feature.true_on,
        showcase=feature.showcase,
        derivative=feature.derivative,
        included=feature.included,
    )


def _possibility(possibility: PossibilityIn, names: Names) -> Possibility:
    serves = {issue: _by_option(names.issues[issue], degrees) for issue, degrees in possibility.serves.items()}
    return Possibility(possibility.want, possibility.says or possibility.want, serves)


def _bond(side: str, bond: BondIn) -> Bond:
    path = f"relationship.{side}"
    return Bond(named(bond.worth, f"{path}.worth"), named(bond.lost_if_refused, f"{path}.lost_if_refused"))


def _future(future: FutureIn) -> Future:
    path = f"future.{future.name}"
    low, likely, high = future.discount or (Discount(0.0, None),) * 3
    discount = Estimate(likely.per(future.every), low.per(future.every), high.per(future.every))
    return Future(
        future.name,
        side=future.side,
        arises=future.arises,
        margin=named(future.margin, f"{path}.margin"),
        every=future.every,
        times=future.times,
        discount=named(discount, f"{path}.discount"),
        credible=named(future.credible, f"{path}.credible"),
        counted=future.counted,
        visible_to=future.visible_to,
    )


def _act(index: int, act: ActIn) -> Act:
    return Act(act.do, act.kind, act.referent, named(act.cost, f"acts.{index}.cost"), act.attested)


def _fact(fact: FactIn) -> Fact:
    return Fact(fact.text, fact.true, fact.day, fact.source, fact.would_change_their_mind)


def _draft(draft: DraftIn | str, line: int) -> Draft:
    return Draft(draft, None, line) if isinstance(draft, str) else Draft(draft.text, draft.answers, line)
