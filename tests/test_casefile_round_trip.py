"""Whatever case there is, writing it down and reading it gives the same case."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.case_texts import EVERYTHING, GUTTERS
from upperhand.casefile.express import case_text
from upperhand.casefile.read import read_text
from upperhand.model.case import Case

NAMES = st.one_of(
    st.sampled_from(
        [*"yes no null 1 1.50 2026-05-04 12:30:00 a.b #1 ждать 价格 سعر 📦 - ?".split(), "- x", "a: b"]
    ),
    st.text("abcdefg äéß", min_size=1, max_size=8).map(str.strip).filter(bool),
)  # fmt: skip
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30)
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 4))
COSTS = st.floats(0, 1e6, allow_nan=False)
SHARES = st.floats(0, 1, allow_nan=False)
SIDES = st.sampled_from([["me"], ["them"], ["me", "them"]])
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(date.isoformat)


def estimates(numbers: st.SearchStrategy[float], unit: str = "") -> st.SearchStrategy[Any]:
    one = numbers.map(lambda x: f"{x!r} {unit}".strip())
    three = st.lists(numbers, min_size=3, max_size=3).map(lambda t: [f"{x!r} {unit}".strip() for x in sorted(t)])
    hidden = st.fixed_dictionaries({"is": one | three}, optional={"visible_to": SIDES, "prior": one | three})
    return one | three | hidden


CHANCES = estimates(SHARES) | st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda c: {"yes": c[0], "no": c[1]})
ALTERNATIVES = st.lists(
    st.fixed_dictionaries(
        {"name": NAMES},
        optional={
            "worth": estimates(NUMBERS), "chance": CHANCES, "when": estimates(st.floats(0, 900), "days"),
            "switch_cost": estimates(COSTS), "same_event": TEXTS, "visible_to": SIDES,
        },
    ),
    max_size=3,
    unique_by=lambda a: a["name"],
)  # fmt: skip
POSITIONS = st.fixed_dictionaries(
    {},
    optional={
        "cost": estimates(COSTS), "worth": estimates(NUMBERS), "alternatives": ALTERNATIVES,
        "otherwise": estimates(NUMBERS),
        "waiting": estimates(COSTS, "per day"), "patience": estimates(SHARES, "per day"),
    },
)  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """The plain data of a case that fits together."""
    wants = draw(st.lists(NAMES, max_size=4, unique=True))
    issues = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    options = {issue: draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=str.casefold)) for issue in issues}
    features = [f for f in draw(st.lists(NAMES, max_size=3, unique=True)) if f not in issues]
    serves = st.dictionaries(st.sampled_from(wants), SHARES, max_size=3) if wants else st.just({})
    chosen = {issue: draw(st.sampled_from(options[issue])) for issue in issues}
    data: dict[str, Any] = {
        "upperhand": 1,
        "title": draw(TEXTS),
        "me": {"name": draw(NAMES), "role": draw(TEXTS)},
        "them": {"name": draw(NAMES), "certainty": draw(st.sampled_from(["unsure", "open", "settled", 7.5]))},
        "wants": {
            w: draw(st.fixed_dictionaries({}, optional={"says": TEXTS, "weight": estimates(st.floats(0.01, 99))}))
            for w in wants
        },
        "issues": {
            i: {"options": options[i], "serves": {w: {options[i][0]: draw(SHARES)} for w in wants}} for i in issues
        },
        "features": {
            f: {"serves": draw(serves), "cost": draw(estimates(COSTS)), "included": draw(st.booleans())}
            for f in features
        },
        "mine": draw(POSITIONS) | {"issues": {i: {options[i][0]: draw(estimates(NUMBERS))} for i in issues}},
        "theirs": draw(POSITIONS),
        "future": draw(_futures()),
        "drafts": draw(st.lists(TEXTS.filter(bool), max_size=2)),
        "evidence": draw(_evidence(wants, chosen)),
    }
    spoken = [f"{issue} = {option}" for issue, option in chosen.items()] + features
    data["rules"] = draw(st.lists(_rules(spoken), max_size=3)) if len(spoken) > 1 else []
    if "basis" not in chosen and "features" not in chosen:
        data["reference"] = {"basis": draw(st.sampled_from(["standard", "precedent", "on_the_table"])), **chosen}
    if draw(st.booleans()):
        data["as_of"] = draw(DAYS)
    return data


def _rules(spoken: list[str]) -> st.SearchStrategy[str]:
    """Rules that a package which has all that is spoken of keeps, so that no two contradict each other."""
    two = st.lists(st.sampled_from(spoken), min_size=2, max_size=2, unique=True)
    forms = st.sampled_from(["{} only if {}", "at least 1 of: {}, {}", "if {} then {}", "all or none of: {}, {}"])
    return st.builds(lambda form, pair: form.format(*pair), forms, two)


def _futures() -> st.SearchStrategy[list[dict[str, Any]]]:
    one = st.fixed_dictionaries(
        {"name": NAMES, "for": st.sampled_from(["me", "them"]), "margin": estimates(NUMBERS)},
        optional={
            "every": st.sampled_from(["6 months", "1 year", "36 hours"]), "times": st.integers(0, 99),
            "discount": st.sampled_from(["5%", "5% per year", ["1%", "2%", "30%"], "100%"]), "credible": CHANCES,
            "counted": st.booleans(), "arises": st.sampled_from(["if_agreed", "lost_if_refused"]),
        },
    )  # fmt: skip
    return st.lists(one, max_size=2, unique_by=lambda f: str(f["name"]))


def _evidence(wants: list[str], chosen: dict[str, str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    common = {"source": NAMES, "when": DAYS, "confidence": SHARES, "quote": TEXTS, "visible_to": SIDES}
    package = st.just(chosen) if "features" not in chosen else st.just({})
    kinds: list[dict[str, Any]] = [
        {"kind": st.just("response"), "package": package, "answer": st.sampled_from(["accept", "reject"])}
    ]
    if wants:
        want = st.sampled_from(wants)
        kinds += [
            {"kind": st.just("statement"), "want": want, "polarity": st.sampled_from(["needs", "unsure"])},
            {"kind": st.just("rating"), "want": want, "score": st.floats(0, 5), "out_of": st.just(5)},
            {"kind": st.just("dwell"), "seconds": st.dictionaries(want, st.floats(0.1, 99), min_size=1)},
            {"kind": st.just("informant"), "name": NAMES, "reliability": SHARES,
             "claim": st.fixed_dictionaries({"kind": st.just("denial"), "want": want})},
        ]  # fmt: skip
    return st.lists(st.one_of([st.fixed_dictionaries({**common, **kind}) for kind in kinds]), max_size=3)


def read_back(text: str) -> Case:
    opened = read_text(text)
    assert opened.case is not None, [str(p) for p in opened.problems] + [text]
    return opened.case


def without_lines(case: Case) -> Case:
    return replace(case, drafts=tuple(replace(draft, line=None) for draft in case.drafts))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(cases())
def test_writing_and_reading_is_the_same_case(data: dict[str, Any]) -> None:
    case = read_back(_dumped(data))
    assert without_lines(read_back(case_text(case))) == without_lines(case)


@pytest.mark.parametrize("text", [GUTTERS, EVERYTHING], ids=["gutters", "everything"])
def test_the_examples_survive_the_same_way(text: str) -> None:
    case = read_back(text)
    written = case_text(case)
    assert without_lines(read_back(written)) == without_lines(case)
    assert case_text(read_back(written)) == written


def _dumped(data: dict[str, Any]) -> str:
    """Another writer than ours: JSON, which is YAML too."""
    return json.dumps(data, ensure_ascii=False)
