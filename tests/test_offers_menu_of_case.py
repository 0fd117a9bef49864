"""Is the menu of a case equal to me, worth offering, and does a choice tell the belief what the page said it would?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import upperhand
from tests.worlds import point, wants
from upperhand.beliefs.posterior import infer
from upperhand.casefile.read import read_case
from upperhand.intake.notes import read_folder
from upperhand.leverage.ground import standpoint
from upperhand.model.case import Case, Issue, Party, Position
from upperhand.model.evidence import Evidence, MenuChoice
from upperhand.model.offers import Menu
from upperhand.model.package import Package
from upperhand.offers.menu_of_case import KNOWN, Wish, case_menu
from upperhand.offers.pool import Appeal
from upperhand.offers.report import best_packages, solve_case
from upperhand.offers.stakes import Valuer
from upperhand.value.frame import normalised

EXAMPLES = Path(upperhand.__file__).parent / "examples"


def shipped(name: str) -> Case:
    notes, _ = read_folder(EXAMPLES / name / "evidence")
    case = read_case(EXAMPLES / name, notes=notes).case
    assert case is not None
    return replace(case, evidence=())


def valuer_of(case: Case) -> Valuer:
    belief, _ = infer(case, case.title)
    found = standpoint(case, belief, case.title)
    assert not isinstance(found, str), found
    return Valuer(found.table, found.stakes)


def menu_of(case: Case, wish: Wish | None = None) -> Menu:
    menu = case_menu(valuer_of(case), wish or Wish(3))
    assert isinstance(menu, Menu), menu
    return menu


@pytest.mark.parametrize(
    ("name", "nats"), [("office-move", 0.15), ("software-renewal", 0.05), ("agency-sample", 0.005)]
)
def test_the_menu_of_a_shipped_case_is_worth_the_same_to_me_and_worth_offering(name: str, nats: float) -> None:
    case = shipped(name)
    valuer = valuer_of(case)
    menu = case_menu(valuer, Wish(3))
    assert isinstance(menu, Menu)
    mine = [item.offer.mine for item in menu.items]
    floor = valuer.stakes.no_deal[0]
    assert floor is not None and min(mine) >= floor
    assert [item.name for item in menu.items] == ["A", "B", "C"] and max(mine) - min(mine) <= menu.tolerance + 1e-9
    assert all(item.offer.acceptance is not None and item.offer.acceptance >= 0.2 for item in menu.items)
    assert sum(item.share for item in menu.items) == pytest.approx(1) and menu.nats > nats
    names = {want.name for want in case.wants}
    for item in menu.items:
        assert item.tells.startswith(f"If they take {item.name}: ") and (item.top is None or item.top in names)


def test_a_choice_tells_the_belief_what_the_page_said_it_would() -> None:
    """Their choice is noted as evidence at full confidence: the weight named moves to where the sentence puts it."""
    case = shipped("office-move")
    menu = menu_of(case)
    shown = tuple(Package(item.offer.package, frozenset(item.offer.features)) for item in menu.items)
    before, _ = infer(case, case.title)
    for i, item in enumerate(menu.items):
        piece = Evidence("reply-1", "menu_choice", MenuChoice(shown, i), "them", "offer", confidence=1.0)
        after, problems = infer(replace(case, evidence=(piece,)), case.title)
        assert problems == [] and item.top is not None
        said = item.tells.split(f"more weight on {item.top}, ")[1].split(";")[0].split(" to ")
        k = before.wants.index(item.top)
        assert float(said[0]) == pytest.approx(before.mean[k], abs=0.02)
        assert float(said[1]) == pytest.approx(after.mean[k], abs=0.03)
        assert max(range(len(before.wants)), key=lambda j: after.mean[j] - before.mean[j]) == k


def test_a_menu_is_worth_about_as_much_to_me_as_the_best_package() -> None:
    """Not at the floor, where they would be freest to choose and I would have given all away."""
    valuer = valuer_of(shipped("office-move"))
    menu = case_menu(valuer, Wish(3))
    best = best_packages(solve_case(valuer.table, valuer.stakes))[0]
    assert isinstance(menu, Menu)
    assert min(item.offer.mine for item in menu.items) >= best.mine - menu.tolerance - 0.02 * abs(best.mine)


def test_the_same_case_gives_the_same_menu() -> None:
    case = shipped("office-move")
    assert menu_of(case) == menu_of(case)


def test_a_wish_is_kept() -> None:
    case = shipped("software-renewal")
    narrow = menu_of(case, Wish(2, tolerance=500.0, floor=60_000.0))
    mine = [item.offer.mine for item in narrow.items]
    assert len(mine) == 2 and min(mine) >= 60_000.0 and max(mine) - min(mine) <= 500.0 + 1e-9
    assert narrow.tolerance == 500.0


def test_the_appeal_of_a_package_is_its_value_at_every_weight() -> None:
    valuer = valuer_of(shipped("software-renewal"))
    table, weights = valuer.table, valuer.stakes.weights[:20]
    chance = np.random.default_rng(0)
    picks = np.column_stack([chance.integers(0, len(column), 30) for column in table.space.mine])
    appeal = Appeal(table.served, table.added, table.fixed, table.at_rest)
    values = appeal.values(picks, normalised(weights, table.frame.counted) * table.scale)
    for row, w in zip(values, weights, strict=True):
        assert row == pytest.approx(table.at(w).values(picks)[1])


def points(theirs: Position, mine: Position) -> Case:
    issues = tuple(Issue(name, ("a", "b", "c")) for name in ("one", "two", "three"))
    return Case("points", Party("me"), Party("them"), issues=issues, mine=mine, theirs=theirs, wants=wants("x"))


def position(chance: np.random.Generator, otherwise: float | None = 0.0) -> Position:
    worth = {name: {o: point(float(chance.integers(0, 20))) for o in "abc"} for name in ("one", "two", "three")}
    return Position(issues=worth, otherwise=None if otherwise is None else point(otherwise))


def test_known_values_give_a_menu_that_says_it_tells_nothing() -> None:
    chance = np.random.default_rng(1)
    menu = menu_of(points(position(chance), position(chance)))
    assert menu.nats == pytest.approx(0, abs=1e-9) and menu.single == pytest.approx(0, abs=1e-9)
    assert all(KNOWN in item.tells for item in menu.items)


def test_where_there_is_no_menu_the_reason_is_told() -> None:
    chance = np.random.default_rng(1)
    unknown = case_menu(valuer_of(points(position(chance), position(chance, None))), Wish(3))
    assert isinstance(unknown, str) and "mine.otherwise" in unknown
    beyond = case_menu(valuer_of(points(position(chance), position(chance, 1e6))), Wish(3))
    assert isinstance(beyond, str) and "fewer than two packages" in beyond
    settled = case_menu(valuer_of(shipped("computer-shop")), Wish(3))
    assert not isinstance(settled, str) and settled.nats == 0.0
    assert all("their values are known" in item.tells for item in settled.items)
    assert isinstance(case_menu(valuer_of(shipped("office-move")), Wish(1)), str)
