"""How would a user have written this case down?

The way back from the nouns: plain data under the keys of the file, and its text. What equals the default is left out.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from upperhand.casefile.express_evidence import evidence_data, package_data, said, tidy
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
    Want,
)
from upperhand.model.estimate import BOTH, Estimate
from upperhand.model.evidence import Heard, Split

WIDTH = 110
_ZERO, _ONE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


class _EveryTime(RoundTripRepresenter):
    """Writes the same day out every time instead of naming it once and pointing back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def case_text(case: Case) -> str:
    """The case as the text of a `case.yaml`; reading it gives an equal case (only the lines of drafts may move)."""
    writer = YAML(plug_ins=[])
    writer.Representer = _EveryTime
    writer.width = 4096
    writer.allow_unicode = True
    out = io.StringIO()
    writer.dump(_laid_out(case_data(case)), out)
    return out.getvalue()


def case_data(case: Case) -> dict[str, Any]:
    """The case as plain data under the file's own keys."""
    data: dict[str, Any] = {
        "upperhand": 1,
        "title": case.title,
        "as_of": case.as_of,
        "unit": case.unit,
        "me": _party(case.me),
        "them": _party(case.them),
        "reference": _reference(case),
        "wants": {want.name: _want(want) for want in case.wants},
        "issues": {issue.name: _issue(issue) for issue in case.issues},
        "mine": _position(case.mine),
        "theirs": _position(case.theirs),
        "features": {feature.name: _feature(feature) for feature in case.features},
        "rules": list(dict.fromkeys(rule.text for rule in case.rules)),
        "possibilities": [_possibility(p) for p in case.possibilities],
        "relationship": said(
            continues=_unless(case.relationship.continues, _ONE),
            me=_bond(case.relationship.me),
            them=_bond(case.relationship.them),
        ),
        "future": [_future(f) for f in case.future],
        "acts": [_act(a) for a in case.acts],
        "facts": [_fact(f) for f in case.facts],
        "drafts": [_draft(d) for d in case.drafts],
        "evidence": [evidence_data(e) for e in case.evidence if not isinstance(e.claim, Heard | Split)],
    }
    return {key: value for key, value in data.items() if value not in (None, {}, [])}


def _reference(case: Case) -> dict[str, Any] | None:
    if case.reference is None:
        return None
    package = case.reference.package
    left_out = sorted({f.name for f in case.features if f.included} - package.features)
    return {"basis": case.reference.basis, **package_data(package), **dict.fromkeys(left_out, False)}


def estimate_data(estimate: Estimate, unit: str = "") -> Any:
    """An estimate as it is written: a point, a list of three, counts, or hidden from a side. ``unit`` follows each."""

    def one(value: float) -> Any:
        return f"{tidy(value)} {unit}" if unit else tidy(value)

    if estimate.counts is not None:
        written: Any = {"yes": tidy(estimate.counts[0]), "no": tidy(estimate.counts[1])}
    elif estimate.is_certain:
        written = one(estimate.likely)
    else:
        written = [one(estimate.low), one(estimate.likely), one(estimate.high)]
    if estimate.visible_to == BOTH and estimate.prior is None:
        return written
    prior = None if estimate.prior is None else estimate_data(estimate.prior, unit)
    return said(**{"is": written}, visible_to=_sides(estimate.visible_to), prior=prior)


def _unless(estimate: Estimate, usual: tuple[float, float, float], unit: str = "") -> Any:
    plain = estimate.counts is None and estimate.prior is None and estimate.visible_to == BOTH
    if plain and (estimate.low, estimate.likely, estimate.high) == usual:
        return None
    return estimate_data(estimate, unit)


def _maybe(estimate: Estimate | None, unit: str = "") -> Any:
    return None if estimate is None else estimate_data(estimate, unit)


def _sides(sides: frozenset[str]) -> list[str] | None:
    return None if sides == BOTH else sorted(sides)


def _yes(flag: bool) -> bool | None:
    return True if flag else None


def _numbers(table: Mapping[str, float]) -> dict[str, Any]:
    return {key: tidy(value) for key, value in table.items()}


def _party(party: Party) -> dict[str, Any]:
    return said(
        name=party.name,
        role=party.role,
        represents=party.represents,
        authority=party.authority,
        size=party.size,
        certainty=None if party.certainty is None else tidy(party.certainty),
        vulnerable=_yes(party.vulnerable),
    )


def _want(want: Want) -> dict[str, Any]:
    return said(
        says=None if want.says == want.name else want.says,
        weight=_unless(want.weight, _ONE),
        certainty=None if want.certainty is None else tidy(want.certainty),
    )


def _issue(issue: Issue) -> dict[str, Any]:
    serves: dict[str, Any] = {want: _numbers(degrees) for want, degrees in issue.serves.items()}
    ends = {
        key: None if end is None else tidy(end)
        for key, end in (("from", issue.low), ("to", issue.high), ("step", issue.step))
    }
    return said(
        options=list(issue.options) or None,
        **ends,
        is_price=_yes(issue.is_price),
        better_for_me=issue.better_for_me,
        serves={**serves, **issue.serves_by_range} or None,
    )


def _position(position: Position) -> dict[str, Any]:
    worths = {
        i: {o: estimate_data(worth) for o, worth in by_option.items()} for i, by_option in position.issues.items()
    }
    return said(
        cost=_maybe(position.cost),
        worth=_maybe(position.worth),
        issues=worths or None,
        alternatives=[_alternative(a) for a in position.alternatives] or None,
        otherwise=_maybe(position.otherwise),
        waiting=_unless(position.waiting, _ZERO, "per day"),
        patience=_maybe(position.patience, "per day"),
    )


def _alternative(alternative: Alternative) -> dict[str, Any]:
    return said(
        name=alternative.name,
        worth=_maybe(alternative.worth),
        chance=_unless(alternative.chance, _ONE),
        when=_unless(alternative.when, _ZERO, "days"),
        switch_cost=_unless(alternative.switch_cost, _ZERO),
        same_event=alternative.same_event,
        serves=_numbers(alternative.serves) or None,
        visible_to=_sides(alternative.visible_to),
    )


def _feature(feature: Feature) -> dict[str, Any]:
    return said(
        serves=_numbers(feature.serves) or None,
        cost=_unless(feature.cost, _ZERO),
        worth_to_them=_maybe(feature.worth_to_them),
        benefit=feature.benefit,
        drawback=feature.drawback,
        proof=feature.proof,
        true_on=feature.true_on,
        showcase=_yes(feature.showcase),
        derivative=feature.derivative,
        included=_yes(feature.included),
    )


def _possibility(possibility: Possibility) -> dict[str, Any]:
    serves = {issue: _numbers(degrees) for issue, degrees in possibility.serves.items()}
    says = None if possibility.says == possibility.want else possibility.says
    return said(want=possibility.want, says=says, serves=serves or None)


def _bond(bond: Bond) -> dict[str, Any] | None:
    return said(worth=_unless(bond.worth, _ZERO), lost_if_refused=_unless(bond.lost_if_refused, _ZERO)) or None


def _future(future: Future) -> dict[str, Any]:
    return said(
        **{"for": future.side},
        name=future.name,
        arises=future.arises,
        margin=estimate_data(future.margin),
        every=f"{tidy(future.every)} days",
        times=future.times,
        discount=_unless(future.discount, _ZERO),
        credible=_unless(future.credible, _ONE),
        counted=None if future.counted else False,
        visible_to=_sides(future.visible_to),
    )


def _act(act: Act) -> dict[str, Any]:
    return said(
        do=act.do, kind=act.kind, referent=act.referent, cost=_unless(act.cost, _ZERO), attested=_yes(act.attested)
    )


def _fact(fact: Fact) -> dict[str, Any]:
    return said(
        text=fact.text,
        true=fact.true,
        date=fact.date,
        source=fact.source,
        would_change_their_mind=_yes(fact.would_change_their_mind),
    )


def _draft(draft: Draft) -> Any:
    return draft.text if draft.answers is None else {"text": draft.text, "answers": draft.answers}


def _laid_out(data: Any, depth: int = 0) -> Any:
    """The data in the layout of a case file: keys of their own lines at the top, short parts in braces."""
    flow = depth >= 1 and len(str(data)) < WIDTH
    if isinstance(data, dict):
        mapping = CommentedMap((_laid_out(key), _laid_out(value, depth + 1)) for key, value in data.items())
        if flow:
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(data, list):
        sequence = CommentedSeq(_laid_out(value, depth + 1) for value in data)
        if flow:
            sequence.fa.set_flow_style()
        return sequence
    # inside braces the emitter leaves a leading '?' or ':' bare, and no reader takes that back
    return DoubleQuotedScalarString(data) if isinstance(data, str) and data.startswith(("?", ":")) else data
