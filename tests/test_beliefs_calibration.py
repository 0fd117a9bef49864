"""Is the truth as often below every quantile of the belief as the quantile says, for every kind of evidence?

The longer run, with 2 to 6 wants, is `python -m benchmarks.sbc`; docs/theory/belief.md prints it.
"""

from __future__ import annotations

import math

import numpy as np
import pytest

from benchmarks.sbc import FORMS, calibrate, p_value
from upperhand.beliefs import constants, likelihood

BY_NAME = {form.name: form for form in FORMS}
ODD = 1e-4
"""Six tests a form: where all is right, a p-value below this comes up in about 1 of 120 runs of all forms."""


@pytest.mark.parametrize("name", BY_NAME)
def test_beliefs_are_calibrated(name: str) -> None:
    assert calibrate(BY_NAME[name], 3, rounds=400).worst > ODD


@pytest.mark.parametrize(
    ("name", "module", "constant", "wrong"),
    [
        ("statement", constants, "BETA_WORDS", 5.0),
        ("denial", constants, "BETA_WORDS", 5.0),
        ("rating", constants, "RATING_SPREAD", 0.3),
        ("dwell", constants, "DWELL_SPREAD", 0.5),
        ("revisits", constants, "REVISIT_SLOPE", 2.0),
        ("revisits", constants, "REVISIT_CONCENTRATION", 30.0),
        ("purchases", constants, "PURCHASE_SHAPE", 8.0),
        ("response", likelihood, "ACCEPTANCE_SCALE", 0.25),
        ("menu choice", constants, "BETA_OFFERS", 3.0),
        ("ranking", constants, "BETA_OFFERS", 3.0),
        ("feedback", constants, "BETA_OFFERS", 2.0),
    ],
)
def test_a_wrong_constant_would_be_seen(
    name: str, module: object, constant: str, wrong: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, constant, wrong)
    assert calibrate(BY_NAME[name], 3, rounds=300).worst < ODD


def test_the_upper_tail_of_chi_square_is_right() -> None:
    """Against the sum of nine squared normals, and at the tabled 1 in 1,000."""
    draws = (np.random.default_rng(1).standard_normal((200_000, 9)) ** 2).sum(axis=1)
    for statistic in (4.0, 9.0, 16.9):
        share = float((draws > statistic).mean())
        assert p_value(statistic) == pytest.approx(share, abs=4 * math.sqrt(share / 200_000))
    assert p_value(27.877) == pytest.approx(0.001, rel=1e-3)
