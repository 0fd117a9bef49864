"""Do the limits catch what they must and leave the rest alone, on drafts written without sight of them?"""

from __future__ import annotations

import pytest

from benchmarks.guards import Entry, load, rules, verdicts, wilson
from upperhand.limits.guards import is_blocked, judge

BLOCKING = ("G1", "G2", "G3", "G4", "G5", "G6", "G9", "G10", "G12", "G17")


def share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)


def of(rule: str, split: str, breaking: bool) -> list[Entry]:
    return [e for e in load(rule) if e.split == split and bool(e.breaks) == breaking]


@pytest.mark.parametrize("split", ["dev", "held_out"])
@pytest.mark.parametrize("rule", rules())
def test_the_drafts_a_rule_was_written_with_are_judged_right(rule: str, split: str) -> None:
    """Both halves were learnt from by now; what the rules do on drafts nobody saw is counted by the benchmark."""
    caught = [any(v.rule == rule for v in verdicts(e)) for e in of(rule, split, breaking=True)]
    stopped = [any(v.rule == rule for v in verdicts(e)) for e in of(rule, split, breaking=False)]
    assert len(caught) >= 20
    assert len(stopped) >= 20
    assert share(caught) >= 0.95
    assert share(stopped) <= 0.10


@pytest.mark.parametrize("rule", BLOCKING)
def test_a_breach_is_more_than_a_remark(rule: str) -> None:
    expected = [e.expect != "warn" for e in of(rule, "dev", breaking=True)]
    blocked = [is_blocked([v for v in verdicts(e) if v.rule == rule]) for e in of(rule, "dev", breaking=True)]
    assert blocked == expected


@pytest.mark.parametrize("rule", rules())
def test_what_is_offered_instead_may_be_said(rule: str) -> None:
    for entry in of(rule, "dev", breaking=True):
        for verdict in verdicts(entry):
            assert verdict.instead
            assert judge(verdict.instead, entry.case, answers=entry.answers) == (), verdict.instead


def test_an_interval_holds_its_share() -> None:
    low, high = wilson(22, 23)
    assert low < 22 / 23 < high
    assert (round(low, 2), round(high, 2)) == (0.79, 0.99)
    assert wilson(0, 23)[0] == 0.0
