"""Offers reports written by hand: what would the stages hand to the page?"""

from __future__ import annotations

import math
from dataclasses import replace

from upperhand.errors import Problem
from upperhand.model.offers import (
    Menu,
    MenuItem,
    OffersReport,
    Scored,
    Step,
    Terms,
    Trade,
    ValuedPackage,
)

SEAL = "five-year seal"


def gutters(price: float, start: str, *features: str) -> ValuedPackage:
    """A package of the gutters case, worth what a simple reading of the case makes it worth."""
    mine = price - 900.0 + {"tomorrow": -120.0, "this week": 0.0, "in two weeks": 40.0}[start] - 60.0 * len(features)
    theirs = 4000.0 * {"tomorrow": 0.95, "this week": 0.85, "in two weeks": 0.6}[start] + 120.0 * len(features) - price
    chance = 1 / (1 + math.exp(-(theirs - 950.0) / 420.0))
    return ValuedPackage(
        {"price": price, "start": start},
        features,
        mine,
        theirs,
        theirs - 310.0,
        theirs + 295.5,
        chance,
        0.4 + 0.6 * chance,
        chance * mine + (1 - chance) * 238.0,
    )


LINE = tuple(
    gutters(2600.0 - 50.0 * i, start, *features)
    for i in range(28)
    for start in ("tomorrow", "this week")
    for features in ((), (SEAL,))
)
FRONTIER = tuple(
    sorted((p for p in LINE if not any(q.mine > p.mine and q.theirs > p.theirs for q in LINE)), key=lambda p: p.mine)
)
NASH, EVEN, WELFARE = (
    gutters(2100.0, "this week", SEAL),
    gutters(2000.0, "this week"),
    gutters(1900.0, "tomorrow", SEAL),
)
STEPS = (
    Step(
        "opening",
        gutters(2550.0, "this week", SEAL),
        "I propose price 2,550 EUR, start: this week, with five-year seal.",
    ),
    Step(
        "step",
        gutters(2300.0, "tomorrow", SEAL),
        "If you agree to price 2,300 EUR, then I go to start: tomorrow.",
    ),
    Step("aim", gutters(2100.0, "tomorrow", SEAL), "If you take the rest as it stands, then I go to price 2,100 EUR."),
    Step("step", gutters(1800.0, "this week", SEAL), "If you agree to start: this week, then I go to price 1,800 EUR."),
    Step("floor", gutters(1300.0, "in two weeks"), "If you do without five-year seal, then I go to price 1,300 EUR."),
)
ITEMS = (
    MenuItem(
        "A",
        gutters(2000.0, "tomorrow", SEAL),
        0.46,
        "If they take A: more weight on dry walls, .46 to .58; 46% likely.",
        "dry walls",
    ),
    MenuItem(
        "B",
        gutters(1880.0, "this week", SEAL),
        0.31,
        "If they take B: more weight on low price, .30 to .41; 31% likely.",
        "low price",
    ),
    MenuItem(
        "C", gutters(1780.0, "in two weeks"), 0.23, "If they take C: that tells little; 23% likely.", "quiet tenants"
    ),
)
OFFER = gutters(1600.0, "in two weeks", SEAL)
SCORED = Scored(
    OFFER,
    ("start", SEAL),
    OFFER.mine - 238.0,
    260.0,
    "it is 442 EUR above your no-deal value, but 260 EUR lie on the table: another package is as good for them",
    (
        Trade(
            "If you agree to price 1,850 EUR, then I go to start: this week. (210 EUR more to you, 750 more to them)",
            gutters(1850.0, "this week", SEAL),
        ),
        Trade("I can say yes to this if you do without five-year seal.", gutters(1600.0, "in two weeks")),
    ),
)
MONEY = OffersReport(
    title="Gutters after the storm",
    unit="EUR",
    size=420,
    frontier=FRONTIER,
    nash=NASH,
    kalai_smorodinsky=gutters(2050.0, "this week", SEAL),
    egalitarian=EVEN,
    welfare=WELFARE,
    exact=True,
    no_deal={"me": 238.0, "them": 712.5},
    best=tuple(gutters(2150.0 - 50.0 * i, "this week", *((SEAL,) if i % 2 else ())) for i in range(5)),
    plan=tuple(step.say for step in STEPS),
    steps=STEPS,
    menu=ITEMS,
    menu_tells=Menu(ITEMS, 0.41, 0.18, 20.0),
    scored=SCORED,
    notes=("chances of being efficient come from 200 draws of what they want", "1 rule between issues is kept"),
    problems=(Problem("case.yaml", 14, "“qiet tenants” serves nothing.", "Did you mean “quiet tenants”?", "warning"),),
)


def point(package: Terms, mine: float, theirs: float) -> ValuedPackage:
    """A package of an imported scenario: both values exact, nothing known of how they decide."""
    return ValuedPackage(package, (), mine, theirs, theirs, theirs)


LAPTOP = ("HP", "Dell", "Macintosh")
CURVE = tuple(
    point({"laptop": LAPTOP[i % 3], "harddisk": f"{60 + 20 * (i % 4)} Gb", "monitor": f"{17 + i % 5}'' LCD"}, x, y)
    for i, (x, y) in enumerate(
        [(0.3083, 1.0), (0.42, 0.9771), (0.5518, 0.93), (0.6333, 0.8714), (0.7451, 0.8022), (0.82, 0.74), (0.91, 0.55),
         (0.95625, 0.42), (1.0, 0.2731)]
    )
)  # fmt: skip
POINTS = OffersReport(
    title="Laptop",
    unit="points",
    size=27,
    frontier=CURVE,
    nash=CURVE[4],
    kalai_smorodinsky=CURVE[4],
    egalitarian=CURVE[5],
    welfare=CURVE[5],
    exact=True,
    no_deal={"me": 0.35, "them": 0.5},
    best=(),
    plan=(),
    steps=(),
    their_values="exact",
)


def unknown() -> OffersReport:
    """The case does not say what either side has without a deal."""
    bare = tuple(replace(p, acceptance=None, expected=None) for p in FRONTIER)
    best = tuple(replace(p, acceptance=None, expected=None) for p in MONEY.best)
    why = "unknown, because what a side has without a deal is not given (mine.otherwise, theirs.otherwise)"
    scored = replace(
        SCORED,
        offer=replace(OFFER, acceptance=None, expected=None),
        above_no_deal=None,
        lost=None,
        verdict="what you have without a deal is not given (mine.otherwise), so whether to take it cannot be said",
        ask=(),
    )
    return replace(
        MONEY, frontier=bare, best=best, nash=None, kalai_smorodinsky=None, egalitarian=None, welfare=None,
        no_deal={"me": None, "them": None}, reason=why, plan=(), steps=(), menu=(), menu_tells=None, scored=scored,
    )  # fmt: skip


def empty() -> OffersReport:
    """Rules that leave no package."""
    return OffersReport(
        "Office move", "EUR", 0, (), None, None, None, None, True, {"me": None, "them": None}, (), (), (),
        reason="the rules leave no package: loosen one of them",
        problems=(Problem("case.yaml", 30, "The rules contradict each other.", "Loosen one of them."),),
    )  # fmt: skip


def no_zone() -> OffersReport:
    """There are packages, and none leaves both better off."""
    return replace(
        MONEY, no_deal={"me": 1500.0, "them": 3000.0}, nash=None, kalai_smorodinsky=None, egalitarian=None,
        welfare=FRONTIER[-9], reason="no package leaves both sides better off than without a deal", steps=(), plan=(),
        menu=(), menu_tells=None, scored=None,
    )  # fmt: skip


def _wide(i: int) -> ValuedPackage:
    """Twenty issues of ten options, of which one more changes with every package."""
    terms = {f"clause {n:02d}": f"choice {(n * 7) % 10 if n >= i else (n + 3) % 10}" for n in range(1, 21)}
    mine, theirs = 40.0 + 2.5 * i, 96.0 - 0.16 * i * i
    return ValuedPackage(terms, (), mine, theirs, theirs - 4.0, theirs + 3.5, 0.9 - 0.035 * i, 0.8, mine * 0.8)


def twenty_issues() -> OffersReport:
    """Long packages: 20 issues of 10 options each."""
    line = tuple(_wide(i) for i in range(1, 22))
    steps = (
        Step("opening", line[18], "I propose all of it as on the sheet."),
        Step("step", line[15], "If you agree to clause 19: choice 2, then I go to clause 16: choice 2."),
        Step("floor", line[4], "If you take the rest as it stands, then I go to clause 6: choice 2."),
    )
    items = tuple(
        MenuItem(name, line[i], share, f"If they take {name}: that tells little; {share:.0%} likely.")
        for name, i, share in (("A", 9, 0.5), ("B", 10, 0.3), ("C", 11, 0.2))
    )
    return replace(
        MONEY, title="Twenty clauses", unit="points", size=10**20, frontier=line, nash=line[10],
        kalai_smorodinsky=line[11], egalitarian=line[9], welfare=line[14], exact={"gap": 0.0017},
        no_deal={"me": 47.25, "them": 30.5}, best=line[8:14], steps=steps, plan=tuple(step.say for step in steps),
        menu=items, menu_tells=Menu(items, 0.92, 0.31, 5.0), scored=None,
        notes=("the frontier has too many points to keep; it was thinned",),
    )  # fmt: skip


def long_frontier() -> OffersReport:
    """2,000 points."""
    line = tuple(
        point(
            {"share": float(i), "year": f"{2020 + i % 9}"}, math.sin(i / 2001 * math.pi / 2), math.cos(i / 2001 * 1.5)
        )
        for i in range(1, 2001)
    )
    return replace(
        POINTS, title="A long line", size=10**9, frontier=line, nash=line[950], kalai_smorodinsky=line[1003],
        egalitarian=line[1004], welfare=line[990], no_deal={"me": 0.0, "them": 0.0}, exact={"gap": 0.0004},
    )  # fmt: skip


def coinciding() -> OffersReport:
    """All four special points are one, a menu package and their offer lie on it or right beside it."""
    at = CURVE[4]
    beside = point({"laptop": "HP", "harddisk": "60 Gb", "monitor": "17'' LCD"}, at.mine - 0.002, at.theirs - 0.001)
    items = tuple(MenuItem(name, beside, 1 / 3, "", None) for name in "ABC")
    scored = Scored(at, (), 0.3951, 0.0, "it is .395 above your no-deal value: take it")
    return replace(
        POINTS, nash=at, kalai_smorodinsky=at, egalitarian=at, welfare=at, menu=items,
        menu_tells=Menu(items, 0.002, 0.0, 0.0), scored=scored,
    )  # fmt: skip


def broken_rule() -> OffersReport:
    """Their offer breaks a rule and leaves me below my limit."""
    offer = gutters(1000.0, "tomorrow", SEAL)
    rule = "not tomorrow together with the five-year seal"
    scored = replace(
        SCORED, offer=offer, above_no_deal=offer.mine - 238.0, lost=980.0, broken=(rule,), filled=(),
        verdict=f"it breaks a rule of yours ({rule}): it cannot be taken as it is",
    )  # fmt: skip
    return replace(MONEY, scored=scored, menu=(), menu_tells=None)


def other_scripts() -> OffersReport:
    """Names in signs two cells wide, in right-to-left script, and in both."""

    def named(package: ValuedPackage) -> ValuedPackage:
        price = float(package.package["price"])
        start = {"tomorrow": "明日", "this week": "今週中に始める", "in two weeks": "خلال أسبوعين"}
        terms: Terms = {"السعر": price, "開始": start[str(package.package["start"])]}
        return replace(package, package=terms, features=tuple("五年間の防水保証" for _ in package.features))

    said = "今週決めていただければ、明日から始めます"
    items = tuple(
        replace(item, offer=named(item.offer), tells=f"{item.name}：乾いた壁が大事だとわかる", top="乾いた壁")
        for item in ITEMS
    )
    return replace(
        MONEY, title="嵐のあとの雨どい修理 – إصلاح المزاريب", unit="円",
        frontier=tuple(named(p) for p in FRONTIER), best=tuple(named(p) for p in MONEY.best),
        steps=tuple(replace(step, offer=named(step.offer), say=said) for step in STEPS), plan=(said,),
        menu=items, menu_tells=Menu(items, 1.05, 0.18, 20.0), nash=named(NASH), welfare=named(WELFARE),
        kalai_smorodinsky=named(EVEN), egalitarian=named(EVEN),
        scored=replace(SCORED, offer=named(OFFER), verdict="損をしない", ask=(), filled=("開始",)),
    )  # fmt: skip


def long_names() -> OffersReport:
    """Everything at its longest, one word without a gap among it."""
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 4

    def named(package: ValuedPackage) -> ValuedPackage:
        terms = {f"{word} {issue}": option for issue, option in package.package.items()}
        return replace(package, package=terms, features=tuple(f"{name} {word}" for name in package.features))

    items = tuple(replace(item, offer=named(item.offer), name=f"{word}{item.name}") for item in ITEMS)
    return replace(
        MONEY, title=f"The {word} and the rest of it", unit=f"{word[:60]} in thousands",
        frontier=tuple(named(p) for p in FRONTIER), best=tuple(named(p) for p in MONEY.best),
        steps=tuple(replace(s, offer=named(s.offer), say=f"{s.say} {word}") for s in STEPS), menu=items,
        menu_tells=Menu(items, 0.41, 0.18, 20.0), nash=named(NASH), notes=(word * 3,) * 11,
    )  # fmt: skip


def extremes() -> OffersReport:
    """Values so large, so small or so wrong that no picture could be drawn with them as they are."""
    odd = (
        point({"a": "x"}, -1e300, 1e300), point({"a": "y"}, 0.0, 5e-324), point({"a": "z"}, 1e18, -1e18),
        point({"a": "n"}, math.nan, 1.0), point({"a": "i"}, math.inf, -math.inf),
    )  # fmt: skip
    return replace(
        MONEY, frontier=odd, nash=odd[3], kalai_smorodinsky=odd[1], egalitarian=odd[0], welfare=odd[2],
        no_deal={"me": math.nan, "them": -1e300}, exact={"gap": math.nan}, size=10**5000,
        best=(replace(odd[3], acceptance=math.nan, expected=math.inf, low=math.nan, high=math.inf),),
        menu_tells=Menu(ITEMS, math.nan, math.inf, math.nan),
        scored=replace(SCORED, above_no_deal=math.nan, lost=math.inf),
    )  # fmt: skip


ONE = replace(
    POINTS, title="Take it or leave it", size=1, frontier=CURVE[4:5], egalitarian=CURVE[4], welfare=CURVE[4]
)  # fmt: skip

EVERY = {
    "money": MONEY,
    "points": POINTS,
    "unknown": unknown(),
    "empty": empty(),
    "no zone": no_zone(),
    "twenty issues": twenty_issues(),
    "long frontier": long_frontier(),
    "coinciding": coinciding(),
    "broken rule": broken_rule(),
    "other scripts": other_scripts(),
    "long names": long_names(),
    "extremes": extremes(),
    "one package": ONE,
}
