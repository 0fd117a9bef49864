"""A short run of the damage done in `tests/fuzz_intake.py`."""

from __future__ import annotations

from tests.fuzz_intake import run


def test_four_hundred_damaged_files_are_read_without_a_failure() -> None:
    tally, failures = run(0, 400, seed=2026)
    assert failures == [] and tally["read"] == 400
