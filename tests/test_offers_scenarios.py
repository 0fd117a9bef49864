"""Do public scenarios, brought in and solved as a user would, give what listing every package gives?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import upperhand as uh
from upperhand.formats.read import read_scenario
from upperhand.model.scenario import Profile, Scenario

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "scenarios"
LISTED = DATA / "bilateral.txt"


def some_folders() -> list[str]:
    """Every fifth scenario of 20 to 20,000 packages."""
    if not LISTED.is_file():
        return []
    rows = [line.split("\t") for line in LISTED.read_text(encoding="utf-8").splitlines() if "\t" in line[1:]]
    return [folder for folder, size in rows if size.isdigit() and 20 <= int(size) <= 20_000][::5]


def listed(scenario: Scenario, profile: Profile) -> np.ndarray:
    """The worth of every package."""
    options = [
        i.options or tuple(f"{x:g}" for x in np.arange(i.low or 0.0, (i.high or 0.0) + 1e-9, i.step or 1.0))
        for i in scenario.issues
    ]
    grid = np.unravel_index(np.arange(int(np.prod([len(o) for o in options]))), [len(o) for o in options])
    total = np.zeros(len(grid[0]))
    for issue, names, picks in zip(scenario.issues, options, grid, strict=True):
        total += np.array([profile.weights[issue.name] * profile.evaluation(issue.name, o) for o in names])[picks]
    return total


@pytest.mark.skipif(not LISTED.is_file(), reason="the public scenarios are not beside the project")
@pytest.mark.parametrize("folder", some_folders())
def test_a_public_scenario_gives_what_listing_gives(folder: str, tmp_path: Path) -> None:
    scenario, _ = read_scenario(DATA / folder)
    assert scenario is not None
    uh.import_scenario(DATA / folder, tmp_path / "case")
    told = uh.offers(tmp_path / "case")
    mine, theirs = (listed(scenario, profile) for profile in scenario.profiles)
    no_deal = [profile.reservation or 0.0 for profile in scenario.profiles]
    assert told.size == len(mine)
    gains = mine - no_deal[0], theirs - no_deal[1]
    rational = (gains[0] >= -1e-12) & (gains[1] >= -1e-12)
    assert (told.nash is None) == (not rational.any())
    if told.nash is not None and told.egalitarian is not None:
        product = (told.nash.mine - no_deal[0]) * (told.nash.theirs - no_deal[1])
        assert product == pytest.approx((gains[0] * gains[1])[rational].max(), abs=1e-9)
        smaller = min(told.egalitarian.mine - no_deal[0], told.egalitarian.theirs - no_deal[1])
        assert smaller == pytest.approx(np.minimum(*gains)[rational].max(), abs=1e-9)
    assert told.welfare is None or told.welfare.mine + told.welfare.theirs == pytest.approx(
        (mine + theirs).max(), abs=1e-9
    )
    best, points = -np.inf, 0
    for i in np.lexsort((-theirs, -mine)):
        if theirs[i] > best + 1e-9:
            best, points = theirs[i], points + 1
    assert len(told.frontier) == points and told.exact is True
