"""Do offers alone tell what somebody wants, and only as much as they can?"""

from __future__ import annotations

import itertools
import json
import math
import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upperhand.beliefs.bids import wants_from_offers
from upperhand.beliefs.bids_manner import at, counted, log_chance, seen
from upperhand.beliefs.bids_prior import Guess, decode, drawn, width
from upperhand.beliefs.bids_space import space_of
from upperhand.errors import CallError
from upperhand.model.bids import Share

ISSUES: dict[str, list[Any]] = {"price": [100, 200, 300, 400], "start": ["now", "soon", "later"], "care": ["no", "yes"]}
OFFERS: list[dict[str, Any]] = [
    {"price": 400, "start": "later", "care": "no"},
    {"price": 400, "start": "soon", "care": "no"},
    {"price": 400, "start": "now", "care": "no"},
    {"price": 400, "start": "now", "care": "yes"},
]


def packages(issues: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """All packages."""
    return [dict(zip(issues, row, strict=True)) for row in itertools.product(*issues.values())]


def spaces() -> st.SearchStrategy[tuple[dict[str, list[Any]], list[dict[str, Any]]]]:
    """Small domains with some offers in them."""
    sizes = st.lists(st.integers(1, 5), min_size=1, max_size=4)
    issues = sizes.map(lambda ms: {f"issue {j}": [f"option {i}" for i in range(m)] for j, m in enumerate(ms)})
    return issues.flatmap(
        lambda found: st.tuples(
            st.just(found),
            st.lists(st.fixed_dictionaries({i: st.sampled_from(o) for i, o in found.items()}), max_size=6),
        )
    )


@settings(max_examples=15)
@given(spaces())
def test_worth_stays_between_the_worst_and_the_best(world: tuple[dict[str, list[Any]], list[dict[str, Any]]]) -> None:
    """Any package of any domain, after any offers: worth in [0, 1], shares sum to 1, ends in order, JSON holds it."""
    issues, offers = world
    belief = wants_from_offers(issues, offers)
    assert all(0.0 <= belief.worth(p) <= 1.0 for p in packages(issues)[:50])
    assert sum(belief.weights.values()) == pytest.approx(1.0)
    assert all(0.0 <= s.low <= s.high <= 1.0 for s in belief.weights.values())
    if any(len(options) > 1 for options in issues.values()):
        assert np.allclose(sum(rows.min(axis=1) for rows in belief.draws.values()), 0.0)
        assert np.allclose(sum(rows.max(axis=1) for rows in belief.draws.values()), 1.0)
    assert json.loads(json.dumps(belief.to_dict(), allow_nan=False))["offers"] == len(offers)


def test_the_same_call_gives_the_same_belief() -> None:
    """To the last digit, whatever was asked in between."""
    once = wants_from_offers(ISSUES, OFFERS)
    wants_from_offers({"other": ["a", "b"]}, [])
    assert wants_from_offers(ISSUES, OFFERS).to_dict() == once.to_dict()


def test_listing_issues_otherwise_relabels_the_belief() -> None:
    """The order of issues, and the end from which options are listed, carry no meaning."""
    once = wants_from_offers(ISSUES, OFFERS)
    turned = {name: ISSUES[name][::-1] for name in ("care", "price", "start")}
    other = wants_from_offers(turned, [dict(reversed(o.items())) for o in OFFERS])
    assert list(other.weights) == list(turned)
    assert other.weights == once.weights
    assert all(other.worth(p) == pytest.approx(once.worth(p), abs=1e-12) for p in packages(ISSUES))


def test_renaming_options_renames_the_values() -> None:
    """Words mean nothing to it: only which options were offered, and where they stand in the list."""
    once = wants_from_offers({"a": ["p", "q", "r"]}, [{"a": "p"}, {"a": "q"}])
    other = wants_from_offers({"a": ["x", "y", "z"]}, [{"a": "x"}, {"a": "y"}])
    assert list(once.values["a"].values()) == list(other.values["a"].values())


def test_without_offers_it_is_the_prior() -> None:
    """Equal issues weigh the same, and either end of an issue is as good, within the noise of the draws."""
    belief = wants_from_offers({name: ["a", "b", "c"] for name in "wxyz"}, [])
    assert belief.offers == 0
    assert all(share == pytest.approx(0.25, abs=0.05) for share in belief.weights.values())
    assert all(row["a"] == pytest.approx(row["c"], abs=0.06) for row in belief.values.values())


def test_repeating_an_offer_does_not_sharpen_without_bound() -> None:
    """The third and every later time of a package say nothing new."""
    twice = wants_from_offers(ISSUES, OFFERS[:1] * 2)
    often = wants_from_offers(ISSUES, OFFERS[:1] * 200)
    for issue, share in often.weights.items():
        assert share.high - share.low == pytest.approx(twice.weights[issue].high - twice.weights[issue].low, abs=0.1)
        assert share.low > 0.0


def test_what_they_give_up_first_weighs_least() -> None:
    """They hold on to price to the last: it weighs most, and their opening is worth most."""
    belief = wants_from_offers(ISSUES, OFFERS)
    assert max(belief.weights, key=lambda issue: belief.weights[issue]) == "price"
    assert belief.worth(OFFERS[0]) == max(belief.worth(p) for p in packages(ISSUES))
    assert belief.worth({"price": 100, "start": "now", "care": "yes"}) < 0.3


def test_an_open_issue_counts_with_its_mean() -> None:
    """A package that names less lies between the packages that fill it in."""
    belief = wants_from_offers(ISSUES, OFFERS)
    filled = [belief.worth({"price": 400, "start": s, "care": "no"}) for s in ISSUES["start"]]
    assert belief.worth({"price": 400, "care": "no"}) == pytest.approx(float(np.mean(filled)))


def test_an_offer_may_leave_out_what_stays() -> None:
    """Said once it stands until they say otherwise."""
    short = [OFFERS[0], {"start": "soon"}, {"start": "now"}, {"care": "yes"}]
    assert wants_from_offers(ISSUES, short).to_dict() == wants_from_offers(ISSUES, OFFERS).to_dict()


@pytest.mark.parametrize(
    ("issues", "offers", "times", "deadline", "says"),
    [
        ({}, [], None, None, "no issues"),
        ({"a": []}, [], None, None, "Issue 'a' has no options"),
        ({"a": ["x", "x"]}, [], None, None, "twice"),
        ({"a": [1.0, math.nan]}, [], None, None, "no finite number"),
        ({"a": ["x", "y"]}, [{"a": "z"}], None, None, "Offer 1 has 'z' for 'a'"),
        ({"a": ["x", "y"]}, [{"b": "x"}], None, None, "the issue 'b'"),
        ({"a": ["x"], "b": ["y"]}, [{"a": "x"}], None, None, "does not say what it gives on b"),
        ({"a": ["x", "y"]}, [{"a": "x"}], [0.0, 1.0], 2.0, "1 offers and 2 times"),
        ({"a": ["x", "y"]}, [{"a": "x"}], [math.nan], 2.0, "A time is not a number"),
        ({"a": ["x", "y"]}, [{"a": "x"}, {"a": "y"}], [1.0, 0.5], 2.0, "do not rise"),
        ({"a": ["x", "y"]}, [{"a": "x"}], [3.0], 2.0, "after the deadline"),
        ({"a": ["x", "y"]}, [{"a": "x"}], [0.0], 0.0, "deadline is not a number"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(
    issues: Any, offers: Any, times: list[float] | None, deadline: float | None, says: str
) -> None:
    """No traceback from the depth: the sentence names what is wrong."""
    with pytest.raises(CallError, match=says):
        wants_from_offers(issues, offers, times, deadline)


def test_worth_of_what_does_not_exist() -> None:
    """An unknown issue or option is no zero."""
    belief = wants_from_offers(ISSUES, OFFERS)
    with pytest.raises(CallError, match="no issue 'colour'"):
        belief.worth({"colour": "red"})
    with pytest.raises(CallError, match="'start' has no option 'never'"):
        belief.worth({"start": "never"})


def test_a_share_is_a_number_that_keeps_its_ends() -> None:
    """Also through a copy to another process."""
    share = pickle.loads(pickle.dumps(Share(0.5, 0.25, 0.75)))
    assert (share + 0.5, share.low, share.high) == (1.0, 0.25, 0.75)


def test_packages_are_counted_as_listing_them_counts() -> None:
    """The convolution against a listing of all packages, at cells' edges."""
    space = space_of({f"i{j}": list(range(m)) for j, m in enumerate((3, 4, 2, 5))}, [], None, None)
    guess = decode(space, np.random.default_rng(3).standard_normal((6, width(space))))
    total = counted(space, guess)
    ends = np.cumsum([0, 3, 4, 2, 5])
    for row in range(6):
        parts = [guess.loss[row, a:b] for a, b in itertools.pairwise(ends)]
        lost = np.array([sum(p) for p in itertools.product(*parts)])
        for loss in (0.1, 0.3, 0.6, 2.0):
            near = int((np.abs(lost - loss) < 0.03).sum())
            assert abs(at(total, np.full((6, 1), loss))[row, 0] - (lost <= loss).sum()) <= near + 0.01


def test_a_huge_space_is_counted_without_overflow() -> None:
    """10^50 packages: all of them lose at most what is at stake, half a cell an issue aside; the count rises."""
    space = space_of({f"i{j}": list(range(10)) for j in range(50)}, [], None, None)
    guess = decode(space, np.random.default_rng(3).standard_normal((3, width(space))))
    total = counted(space, guess)
    assert np.isfinite(total).all()
    assert (np.diff(total, axis=1) >= 0).all()
    assert np.log10(at(total, guess.stake[:, None])) == pytest.approx(np.full((3, 1), 50.0), abs=0.01)


def test_the_ensemble_agrees_with_weighing_every_guess() -> None:
    """One issue of two options beside one of two, and an opening: the posterior mean weight by brute force, weighing
    60,000 prior draws by the likelihood of the opening alone, is what the ensemble of 800 finds."""
    issues = {"a": ["x", "y"], "b": ["x", "y"]}
    space = space_of(issues, [{"a": "x", "b": "y"}], None, None)
    z = np.random.default_rng(1).standard_normal((60_000, width(space)))
    guess: Guess = decode(space, z)
    manner = np.repeat(np.arange(3), (30_000, 15_000, 15_000))
    chances = np.exp(log_chance(seen(space), guess, manner))
    worth = (chances @ (1.0 - guess.loss[:, space.offers[0]].sum(axis=1) / guess.stake)) / chances.sum()
    belief = wants_from_offers(issues, [{"a": "x", "b": "y"}])
    assert belief.worth({"a": "x", "b": "y"}) == pytest.approx(worth, abs=0.03)
    assert belief.weights["a"] == pytest.approx(float(chances @ guess.weights[:, 0] / chances.sum()), abs=0.04)


def test_the_opening_is_drawn_as_by_chance() -> None:
    """Where the opening is best, guesses picked for it and weighed are prior draws in which it happens to be best."""
    space = space_of({"a": ["x", "y", "z"]}, [{"a": "x"}], None, None)
    z, leaning = drawn(space, 4_000, np.random.default_rng(2))
    loss = decode(space, z).loss
    best = loss[:, space.offers[0][0]] < 1e-9
    chances = np.exp(leaning) * best
    plain = decode(space, np.random.default_rng(3).standard_normal((30_000, width(space)))).loss
    plain = plain[plain[:, space.offers[0][0]] < 1e-9]
    assert chances @ loss / chances.sum() == pytest.approx(plain.mean(axis=0), abs=0.03)


def test_simulated_people_are_recovered() -> None:
    """Twelve people with seeded wants who give way evenly: after ten offers the ranking of all packages is found much
    better than after one, and well in all."""
    early: list[float] = []
    late: list[float] = []
    for number in range(12):
        chance = np.random.default_rng(number)
        weights = chance.dirichlet(np.full(4, 2.0))
        values = [np.linspace(0, 1, m)[:: chance.choice((-1, 1))] for m in (5, 4, 3, 3)]
        issues = {f"issue {j}": list(range(m)) for j, m in enumerate((5, 4, 3, 3))}
        all_of = packages(issues)
        worth = np.array([sum(w * v[o] for w, v, o in zip(weights, values, p.values(), strict=True)) for p in all_of])
        said = [all_of[int(np.argmin(np.abs(worth - (1 - 0.05 * k))))] for k in range(10)]
        for k, found in ((1, early), (10, late)):
            belief = wants_from_offers(issues, said[:k])
            found.append(float(np.corrcoef([belief.worth(p) for p in all_of], worth)[0, 1]))
    assert np.mean(late) > 0.85
    assert np.mean(late) > np.mean(early) + 0.03


def test_times_tell_a_firm_from_a_soft_counterpart() -> None:
    """The same two offers: made at the start they say that little time buys the difference, made at the end that all
    of it does; knowing when changes the belief, and not knowing the deadline leaves times aside."""
    unknown = wants_from_offers(ISSUES, OFFERS).to_dict()
    assert wants_from_offers(ISSUES, OFFERS, times=[0.0, 1.0, 2.0, 3.0]).to_dict() == unknown
    assert wants_from_offers(ISSUES, OFFERS, times=[0.0, 1.0, 2.0, 3.0], deadline=4.0).to_dict() != unknown


def test_the_worked_example_of_the_page() -> None:
    """docs/theory/beliefs-from-offers.md: giving way on b speaks 193 to 1 for a weighing .6 and b .4."""
    issues = {"a": ["good", "bad"], "b": ["good", "bad"]}
    offers = [{"a": "good", "b": "good"}, {"a": "good", "b": "bad"}]
    space = space_of(issues, offers, [0.0, 1.0], 1.0)
    lost = {"a": (0.6, 0.4), "b": (0.4, 0.6)}
    loss = np.array(
        [
            [
                lost[n][row] if option == "bad" else 0.0
                for n, o in zip(space.names, space.options, strict=True)
                for option in o
            ]
            for row in (0, 1)
        ]
    )
    one = np.ones(2)
    guess = Guess(loss, np.array([[0.6, 0.4], [0.4, 0.6]]), one, 0.41 * one, one, 10.0 * one, 0.03 * one)
    logs = log_chance(seen(space), guess, np.zeros(2, dtype=np.int64))
    assert math.exp(logs[0] - logs[1]) == pytest.approx(193, abs=1)
    assert math.exp((logs[0] - logs[1]) / 1.5**2) == pytest.approx(10.4, abs=0.1)
