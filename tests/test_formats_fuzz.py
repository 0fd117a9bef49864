"""A short run of the damage done in `tests/fuzz_formats.py`."""

from __future__ import annotations

from tests.fuzz_formats import run


def test_three_hundred_damaged_scenarios_are_read_without_a_failure() -> None:
    tally, failures = run(0, 300, seed=2026)
    assert failures == [] and tally["read"] == 300
