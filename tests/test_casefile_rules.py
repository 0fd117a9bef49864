"""Rules in plain words: what each sentence allows, against a reading by hand of every package; and every complaint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case_texts import GUTTERS
from upperhand.casefile.express import case_text
from upperhand.casefile.keeping import at_odds, can_be_kept, least_and_most
from upperhand.casefile.read import read_text
from upperhand.casefile.rule_scan import Known
from upperhand.casefile.rules import read_rule
from upperhand.casefile.schema import IssueIn
from upperhand.errors import Problem
from upperhand.model.case import Case, Condition, Rule
from upperhand.model.package import Package

HEAD = """upperhand: 1
title: t
unit: EUR
me: {name: A}
them: {name: B}
issues:
  price: {from: 900, to: 2600, step: 50, is_price: true}
  start: {options: [tomorrow, this week, in two weeks]}
  visits: {options: [1, 2, 4]}
features: {seal: {}, roof: {}, cleaning: {}}
"""
PRICES, STARTS, VISITS = (900.0, 1450.0, 1500.0, 1550.0, 2600.0), ("tomorrow", "this week", "in two weeks"), "124"
FEATURES = ("seal", "roof", "cleaning")


def packages() -> Iterator[Package]:
    for price in PRICES:
        for start, visits in product(STARTS, VISITS):
            for inside in product((False, True), repeat=3):
                chosen = frozenset(name for name, there in zip(FEATURES, inside, strict=True) if there)
                yield Package({"price": price, "start": start, "visits": visits}, chosen)


def written(*rules: str) -> str:
    return HEAD + "rules:\n" + "".join(f"  - {rule}\n" for rule in rules)


def rules_in(*sentences: str) -> tuple[Rule, ...]:
    opened = read_text(written(*(f'"{sentence}"' for sentence in sentences)))
    assert opened.case is not None, [str(p) for p in opened.problems]
    return opened.case.rules


def has(package: Package, *features: str) -> list[bool]:
    return [feature in package.features for feature in features]


def is_at(package: Package, option: str) -> bool:
    return option in (package.terms["start"], package.terms["visits"])


def price(package: Package) -> float:
    return float(package.terms["price"])


# sentence, and what it allows, told by hand
SENTENCES: list[tuple[str, Callable[[Package], bool]]] = [
    ("not together: start = tomorrow, seal", lambda p: not (is_at(p, "tomorrow") and all(has(p, "seal")))),
    ("not together: seal, roof, cleaning", lambda p: sum(has(p, *FEATURES)) <= 1),
    ("seal and roof not together.", lambda p: sum(has(p, "seal", "roof")) <= 1),
    ("at most 2 of: seal, roof, cleaning", lambda p: sum(has(p, *FEATURES)) <= 2),
    ("No more than two of seal, roof and cleaning", lambda p: sum(has(p, *FEATURES)) <= 2),
    ("at least 2 of: seal, without roof, start = tomorrow",
     lambda p: sum([*has(p, "seal"), not all(has(p, "roof")), is_at(p, "tomorrow")]) >= 2),
    ("exactly 1 of: seal, roof", lambda p: sum(has(p, "seal", "roof")) == 1),
    ("none of: seal, visits = 4", lambda p: not any(has(p, "seal")) and not is_at(p, "4")),
    ("all of: seal, price at least 1500", lambda p: all(has(p, "seal")) and price(p) >= 1500),
    ("not all of: seal, roof, cleaning", lambda p: sum(has(p, *FEATURES)) < 3),
    ("any of: seal, roof", lambda p: any(has(p, "seal", "roof"))),
    ("all or none of: seal, roof, cleaning", lambda p: sum(has(p, *FEATURES)) in (0, 3)),
    ("seal and roof only together", lambda p: sum(has(p, "seal", "roof")) != 1),
    ("start = tomorrow only if price >= 1500", lambda p: not is_at(p, "tomorrow") or price(p) >= 1500),
    ("price at most 1500 if start = in two weeks", lambda p: not is_at(p, "in two weeks") or price(p) <= 1500),
    ("seal only if start = this week or start = in two weeks",
     lambda p: not any(has(p, "seal")) or is_at(p, "this week") or is_at(p, "in two weeks")),
    ("seal only if start is this week or in two weeks", lambda p: not any(has(p, "seal")) or not is_at(p, "tomorrow")),
    ("seal only if roof and cleaning", lambda p: not any(has(p, "seal")) or all(has(p, "roof", "cleaning"))),
    ("seal or roof only if cleaning", lambda p: not any(has(p, "seal", "roof")) or all(has(p, "cleaning"))),
    ("seal and roof only if cleaning or price > 1500",
     lambda p: not all(has(p, "seal", "roof")) or any(has(p, "cleaning")) or price(p) > 1500),
    ("if seal and not start = tomorrow then price below 1500 or roof",
     lambda p: not (all(has(p, "seal")) and not is_at(p, "tomorrow")) or price(p) < 1500 or all(has(p, "roof"))),
    ("when seal, price between 1450 and 1550", lambda p: not any(has(p, "seal")) or 1450 <= price(p) <= 1550),
    ("never start = tomorrow with seal", lambda p: not (is_at(p, "tomorrow") and all(has(p, "seal")))),
    ("never seal or roof", lambda p: not any(has(p, "seal", "roof"))),
    ("never seal without roof", lambda p: not all(has(p, "seal")) or all(has(p, "roof"))),
    ("no seal without roof", lambda p: not all(has(p, "seal")) or all(has(p, "roof"))),
    ("no seal with roof", lambda p: not all(has(p, "seal", "roof"))),
    ("seal excludes roof", lambda p: not all(has(p, "seal", "roof"))),
    ("seal not with roof or start tomorrow",
     lambda p: not any(has(p, "seal")) or not (any(has(p, "roof")) or is_at(p, "tomorrow"))),
    ("seal requires roof", lambda p: not any(has(p, "seal")) or all(has(p, "roof"))),
    ("seal if and only if roof", lambda p: len(set(has(p, "seal", "roof"))) == 1),
    ("seal unless start = tomorrow", lambda p: all(has(p, "seal")) or is_at(p, "tomorrow")),
    ("seal only without roof", lambda p: not all(has(p, "seal", "roof"))),
    ("no roof", lambda p: not any(has(p, "roof"))),
    ("roof not included", lambda p: not any(has(p, "roof"))),
    ("seal = yes", lambda p: all(has(p, "seal"))),
    ("price at most 1,500".replace(",", ""), lambda p: price(p) <= 1500),
    ("price >= 1000 and <= 1500", lambda p: 1000 <= price(p) <= 1500),
    ("price = 1500 EUR", lambda p: price(p) == 1500),
    ("price 1450 to 1500", lambda p: 1450 <= price(p) <= 1500),
    ("start not tomorrow", lambda p: not is_at(p, "tomorrow")),
    ("start != tomorrow", lambda p: not is_at(p, "tomorrow")),
    ("start in (tomorrow, this week) if seal", lambda p: not any(has(p, "seal")) or not is_at(p, "in two weeks")),
    ("tomorrow only if seal", lambda p: not is_at(p, "tomorrow") or all(has(p, "seal"))),
    ("visits at most 2 if seal", lambda p: not any(has(p, "seal")) or not is_at(p, "4")),
    ("visits more than 1", lambda p: not is_at(p, "1")),
    ("SEAL only if Start: This  Week", lambda p: not any(has(p, "seal")) or is_at(p, "this week")),
    ("“seal” needs 'roof'", lambda p: not any(has(p, "seal")) or all(has(p, "roof"))),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "allowed"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_sentence_allows_what_it_says(sentence: str, allowed: Callable[[Package], bool]) -> None:
    rules = rules_in(sentence)
    assert {rule.text for rule in rules} == {sentence}
    told = [all(rule.allows(package) for rule in rules) for package in packages()]
    assert told == [allowed(package) for package in packages()]
    assert any(told) and not all(told)


def test_the_forms_of_the_page_come_down_to_caps() -> None:
    (rule,) = rules_in("seal only if start = this week or start = in two weeks")
    seal, week, later = (
        Condition(feature="seal"),
        Condition("start", ("this week",)),
        Condition("start", ("in two weeks",)),
    )
    turned = Condition("start", ("this week",), negated=True), Condition("start", ("in two weeks",), negated=True)
    assert rule == Rule((seal, *turned), 2, rule.text) and {week, later}.isdisjoint(rule.conditions)
    (rule,) = rules_in("at least 1 of: seal, roof")
    assert rule.at_most == 1 and all(condition.negated for condition in rule.conditions)
    assert [rule.at_most for rule in rules_in("exactly 1 of: seal, roof, cleaning")] == [1, 2]


PAGE = (Path(__file__).resolve().parents[1] / "docs" / "how-to" / "rules.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of the page, as cells."""
    part = PAGE.split(f"## {heading}")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def test_the_forms_of_the_page_make_the_caps_of_the_page() -> None:
    known = Known({}, ("A", "B", "C"))
    for forms, most, of in (row for row in rows("The forms") if len(row) == 3 and row[1]):
        first = [re.sub("not ", "¬", part).split(", ") for part in re.split("; and ", of)]
        for sentence in re.findall("`([^`]+)`", forms):
            caps = read_rule(sentence, known)
            told = [["¬" * c.negated + str(c.feature) for c in cap.conditions] for cap in caps]
            assert caps[0].at_most == int(most), sentence
            if "opposites" not in of:
                assert sorted(map(sorted, told)) == sorted(map(sorted, first)), sentence


def test_every_condition_of_the_page_can_be_written() -> None:
    known = Known(
        {"price": IssueIn.model_validate({"from": "900", "to": "2600"}),
         "start": IssueIn(options=["tomorrow", "this week", "in two weeks"])},
        ("five-year seal",),
    )  # fmt: skip
    written_there = [sentence for row in rows("What a rule speaks of") for sentence in re.findall("`([^`]+)`", row[0])]
    assert len(written_there) > 15
    for sentence in written_there:
        rules = read_rule(sentence.replace("...", "five-year seal"), known)
        assert rules[0].at_most <= 1


def test_what_a_package_leaves_open_breaks_no_rule() -> None:
    for sentence, _ in SENTENCES:
        if not any(feature in sentence.lower() for feature in FEATURES):
            assert all(rule.allows(Package()) for rule in rules_in(sentence)), sentence


NAMES = ("start, or not", "roof only if dry", "a: b", "开始", "سعر = عادل", "no noise", "at most 2 of", "x and y", "x")


@given(st.permutations(NAMES))
def test_names_may_hold_any_sign_and_the_words_of_rules(names: Sequence[str]) -> None:
    issue, option, other, *features = names
    known = Known({issue: IssueIn(options=[option, other])}, tuple(features))
    first, second = features[:2]
    (rule,) = read_rule(f"{issue} = {option} only if {first} or {second}", known)
    held = Condition(issue, (option,)), Condition(feature=first, negated=True), Condition(feature=second, negated=True)
    assert rule.conditions == held and rule.at_most == 2
    (rule,) = read_rule(f"not together: {', '.join([*features, f'{issue} = {other}'])}", known)
    assert rule.conditions == (*(Condition(feature=name) for name in features), Condition(issue, (other,)))
    (rule,) = read_rule(f"no {first} without {second}", known)
    assert set(rule.conditions) == {Condition(feature=first), Condition(feature=second, negated=True)}


def test_the_longest_name_is_meant() -> None:
    known = Known({"start": IssueIn(options=["soon", "soon only if dry"])}, ("seal", "seal only if dry"))
    (rule,) = read_rule("seal only if dry only if start = soon only if dry", known)
    assert rule.conditions == (
        Condition(feature="seal only if dry"), Condition("start", ("soon only if dry",), negated=True),
    )  # fmt: skip


def test_a_sentence_without_quotes_is_put_together_again() -> None:
    opened = read_text(
        written("not together: start = tomorrow, seal", "at most 1 of: [seal, roof]", "seal only if start: tomorrow")
    )
    assert opened.case is not None, opened.problems
    assert [rule.text for rule in opened.case.rules] == [
        "not together: start = tomorrow, seal", "at most 1 of: seal, roof", "seal only if start: tomorrow",
    ]  # fmt: skip


def problems_of(*rules: str, before: str = "") -> tuple[Problem, ...]:
    opened = read_text(written(*rules) + before)
    assert (opened.case is None) == any(p.severity == "error" for p in opened.problems)
    return opened.problems


WRONG = [
    ("strat = tomorrow only if seal", "'strat' is neither an issue, an option nor a feature", "'start'"),
    ("start = tomorow only if seal", "'tomorow' is not an option of 'start'", "'tomorrow'"),
    ("start = next year", "'next year' is not an option of 'start'", "tomorrow, this week, in two weeks"),
    ("seal only if sael", "'sael' is neither", "'seal'"),
    ("never a roof with seal", "'a roof' is neither", "'roof'"),
    ("price at most 3000", "3000 lies outside the range of 'price', 900 to 2600", "widen the range"),
    ("price at most 1,800 if seal", "'1,800' is not a number", "1800"),
    ("price at most 1.800", "1800", "1800"),
    ("price at most cheap", "A number is missing for 'price'", "price at most 2600"),
    ("price 2000 to 1000", "upside down", "1000 to 2000"),
    ("start at most 3", "has named options", "start = tomorrow"),
    ("start only if seal", "not said what 'start' should be", "start = tomorrow"),
    ("seal only if", "breaks off", "option"),
    ("seal because roof", "'because roof' cannot be understood", "'A only if B'"),
    ("no seal and roof", "two ways", "two rules"),
    ("at most 1 of: seal, seal", "twice in this list", "once"),
    ("start in (tomorrow, later)", "'later' is not an option", "Its options"),
    ("start in (tomorrow, this week", "not closed", "')'"),
    ("''", "A rule is missing", "A only if B"),
    ("{a: b, c: d}", "One sentence belongs here", "quotes"),
]


@pytest.mark.parametrize(("rule", "what", "fix"), WRONG, ids=[w[0] for w in WRONG])
def test_what_cannot_be_meant_is_told_with_its_line_and_a_way_out(rule: str, what: str, fix: str) -> None:
    (problem,) = problems_of("no roof", rule if rule[0] in "{'" else f'"{rule}"')
    assert what in problem.what and fix in problem.fix and problem.severity == "error"
    assert problem.line == 13


def test_an_option_of_two_issues_needs_its_issue() -> None:
    text = written('"yes only if seal"').replace(
        "features:", "  a: {options: [yes, no]}\n  b: {options: [yes, no]}\nfeatures:", 1
    )
    (problem,) = read_text(text).problems
    assert "an option of a, b" in problem.what and "a = yes" in problem.fix


@pytest.mark.parametrize(
    "rule",
    ["at most 3 of: seal, roof, cleaning", "price at most 2600", "at most 1 of: start = tomorrow, start = this week"],
)
def test_a_rule_that_nothing_can_break_is_a_warning(rule: str) -> None:
    (problem,) = problems_of(f'"{rule}"')
    assert problem.severity == "warning" and "holds for every package" in problem.what


@pytest.mark.parametrize(
    "rule", ["exactly 2 of: start = tomorrow, start = this week", "at least 3 of: seal, roof", "price = 925"]
)
def test_a_rule_that_nothing_can_keep_is_an_error(rule: str) -> None:
    (problem,) = problems_of(f'"{rule}"')
    assert problem.severity == "error" and "no package" in problem.what and problem.line == 12


def test_rules_that_contradict_each_other_are_named_and_idle_ones_are_not() -> None:
    (problem,) = problems_of(
        "seal", "no cleaning with roof", "seal only if roof", "price at most 2000", "roof only if cleaning"
    )
    assert problem.severity == "error" and problem.line == 16
    for line, rule in (
        (12, "seal"),
        (13, "no cleaning with roof"),
        (14, "seal only if roof"),
        (16, "roof only if cleaning"),
    ):
        assert f"'{rule}' (line {line})" in problem.what
    assert "price" not in problem.what


def test_a_rule_that_the_reference_breaks_is_a_warning() -> None:
    reference = "reference: {basis: standard, start: tomorrow, seal: yes}\n"
    (problem,) = problems_of("seal only if start = this week", "price at most 1000", "no roof", before=reference)
    assert problem.severity == "warning" and problem.line == 12 and "reference terms break" in problem.what


def test_a_rule_that_stands_twice_is_a_warning_and_counts_once() -> None:
    opened = read_text(written("no roof", "no roof"))
    assert opened.case is not None and len(opened.case.rules) == 1
    (problem,) = opened.problems
    assert problem.severity == "warning" and problem.line == 13


def test_rules_are_silent_about_what_could_not_be_read() -> None:
    text = written("strat = tomorrow only if seal", "no roof").replace("[tomorrow, this week, in two weeks]", "{}")
    problems = read_text(text).problems
    assert len(problems) == 1 and "options" in problems[0].what
    shifted = problems_of("[[a]]", "no sael")
    assert [p.line for p in shifted] == [12, 13]


def test_a_sentence_of_many_joints_is_refused_and_comes_to_an_end() -> None:
    many = " or ".join(f"{a} and {b}" for a in FEATURES for b in FEATURES if a != b)
    (problem,) = problems_of(f'"{many} or {many}"')
    assert "joins too much" in problem.what or "tangled" in problem.what
    known = Known({}, ("a", "a or a", "a or a or a"))
    with pytest.raises(ValueError, match="rule"):
        read_rule(" or ".join(["a"] * 200) + " ?!", known)


@pytest.mark.parametrize(
    "rules", [["never start = tomorrow with seal", "exactly 1 of: seal, roof"], ['a "quoted" name, {x}: yes']]
)
def test_rules_are_written_back_word_for_word(rules: list[str]) -> None:
    text = written(*(f"'{rule}'" for rule in rules)).replace("seal: {}", "seal: {}, 'a \"quoted\" name, {x}': {}")
    case = read_text(text).case
    assert case is not None
    again = read_text(case_text(case)).case
    assert again == case and list(dict.fromkeys(rule.text for rule in case.rules)) == rules


def test_a_case_may_have_rules_and_stay_what_it_was() -> None:
    plain, ruled = (
        read_text(GUTTERS).case,
        read_text(GUTTERS + 'rules: ["no roof renewal without five-year seal"]\n').case,
    )
    assert isinstance(plain, Case) and isinstance(ruled, Case)
    assert plain.rules == () and len(ruled.rules) == 1 and ruled.features == plain.features


ISSUES = {"i": ("a", "b", "c"), "j": ("a", "b"), "n": (0.0, 1.0, 2.0, 3.0)}


@st.composite
def some_rules(draw: st.DrawFn) -> list[Rule]:
    named = st.sampled_from(["i", "j"]).flatmap(
        lambda issue: st.builds(
            Condition, st.just(issue), st.lists(st.sampled_from(ISSUES[issue]), min_size=1, max_size=2).map(tuple),
            negated=st.booleans(),
        )
    )  # fmt: skip
    number = st.builds(
        Condition, st.just("n"), low=st.sampled_from([None, 0.0, 1.0, 2.0]), high=st.sampled_from([None, 1.0, 3.0]),
        negated=st.booleans(),
    )  # fmt: skip
    feature = st.builds(Condition, feature=st.sampled_from(["f", "g"]), negated=st.booleans())
    conditions = st.lists(named | number | feature, min_size=1, max_size=4, unique=True).map(tuple)
    return draw(st.lists(st.builds(Rule, conditions, st.integers(0, 2), st.just("")), min_size=1, max_size=7))


def every_package() -> list[Package]:
    subsets = [frozenset(s) for s in ("", "f", "g", "fg")]
    return [
        Package(dict(zip(ISSUES, terms, strict=True)), inside)
        for terms in product(*ISSUES.values())
        for inside in subsets
    ]


EVERY = every_package()


@given(some_rules())
def test_rules_can_be_kept_where_some_package_keeps_them(rules: list[Rule]) -> None:
    kept = [package for package in EVERY if all(rule.allows(package) for rule in rules)]
    assert can_be_kept(rules, ISSUES) is bool(kept)
    for rule in rules:
        counts = [sum(c.holds(package) for c in rule.conditions) for package in EVERY]
        assert least_and_most(rule, ISSUES) == (min(counts), max(counts))


@given(some_rules())
def test_of_rules_at_odds_none_is_idle(rules: list[Rule]) -> None:
    sentences = [[rule] for rule in rules]
    odd = at_odds(sentences, ISSUES)
    assert bool(odd) is not any(all(rule.allows(package) for rule in rules) for package in EVERY)
    for place in odd:
        others = [rules[i] for i in odd if i != place]
        assert any(all(rule.allows(package) for rule in others) for package in EVERY)
