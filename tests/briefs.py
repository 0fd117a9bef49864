"""Briefs written by hand: what would the stages hand to the page?"""

from __future__ import annotations

from dataclasses import replace

from upperhand.errors import Problem
from upperhand.model.move import Brief, Effect, EvidenceRef, Move, Refused, WantLine, WhatIf
from upperhand.model.reading import (
    Driver,
    Layer,
    Layers,
    Leverage,
    PredictedTerms,
    ReferenceTerms,
    Stake,
    WorthKnowing,
    Zone,
)

HISTOGRAM = (0,) * 20 + (2, 4, 9, 15, 30, 44, 80, 120, 190, 260, 420, 610, 880, 1210, 1600, 1820, 1500, 860, 310, 36)

GUTTERS = Leverage(
    value=0.714,
    reason=None,
    median=0.73,
    low=0.42,
    high=0.86,
    probability_positive=0.97,
    ratio=6.0,
    saturated=False,
    stake=Stake(240.0, 1440.0),
    layers=Layers(
        Layer(0.714, 0.73, 0.42, 0.86, 0.97),
        Layer(0.714, 0.73, 0.42, 0.86, 0.97),
        Layer(None, reason="your other job is hidden from them and no prior is given"),
        "unseen by the other side",
    ),
    drivers=(
        Driver("reference", 0.90, "no"),
        Driver("own alternatives", 0.20, "yes"),
        Driver("their alternatives", -0.49, "partly"),
        Driver("delay", 0.104, "no"),
        Driver("relationship", 0.0, "partly"),
        Driver("future", 0.0, "partly"),
    ),
    reference=ReferenceTerms("standard", {"price": 1500.0, "start": "this week"}),
    worth_knowing=(
        WorthKnowing("theirs.alternatives.other contractor.worth", 0.45),
        WorthKnowing("theirs.worth", 0.31),
        WorthKnowing("mine.alternatives.other job.chance", 0.08),
    ),
    histogram=HISTOGRAM,
    unit="EUR",
)

TERMS = PredictedTerms(
    terms={"price": 2100.0, "start": "this week"},
    deal_me_out={"price": 2450.0, "start": "this week"},
    my_value=1200.0,
    their_value=1900.0,
    zone=Zone(True, 1260.0, 2940.0, 1680.0),
    low=1860.0,
    high=2390.0,
    acceptance=0.82,
)

RAIN = EvidenceRef("if it rains again I lose the ground floor", "call.vtt", 12, "2026-05-02", 0.14)
BUDGET = EvidenceRef("the owners will ask me about every euro", "mail.eml", 4, "2026-04-28", 0.06)
TENANTS = EvidenceRef("three tenants wrote to me last month", "notes.md", 7, None, None)

WANTS = (
    WantLine(
        "dry walls", "stop the water before the next storm", 0.46, 0.31, 0.60, 0.71, (RAIN, TENANTS), 0.8, 0.09, 0.3
    ),
    WantLine("low price", "", 0.30, 0.18, 0.43, 0.22, (BUDGET,), None, None, None),
    WantLine("quiet tenants", "no ladder noise before nine", 0.24, 0.11, 0.36, 0.07, (), 0.0, 0.24, -0.2),
)

MOVES = (
    Move(
        "ask",
        "alter",
        "What happens if it rains before this is done?",
        "it makes the cost of waiting theirs to say aloud",
        Effect(),
        0.0,
        (RAIN,),
        "A",
        "huang-2017",
        say="What happens if it rains before this is done?",
    ),
    Move(
        "wait",
        "affiliate",
        "three seconds after you have asked",
        "people fill a silence with what they did not mean to say",
        Effect(),
        0.0,
        (),
        "B",
        "curhan-2022",
        when="after the question above",
    ),
    Move(
        "offer",
        "match",
        "five-year seal",
        "it serves dry walls, which weigh most and are not fully met",
        Effect(0.06, 45.0, 0.05, 61.0, 0.77, 2165.0),
        60.0,
        (RAIN,),
        "B",
        "volkema-2020",
        say="For the same visit I can seal it for five years, so nobody has to come back.",
        caution="takes a dry day",
    ),
    Move(
        "show",
        "alter",
        "roof renewal, then the five-year seal that follows from it",
        "opens the mind to a longer fix",
        Effect(0.04, 20.0, 0.02, 30.0, 0.75, 2130.0),
        0.0,
        (),
        "C",
        "volkema-2020",
    ),
    Move(
        "affirm",
        "affiliate",
        "ask how the tenants are coping",
        "three tenants wrote; nobody has asked about it",
        Effect(None, None, 0.03, 12.0),
        0.0,
        (TENANTS,),
        "B",
        "curhan-2006",
        say="How are your tenants coping?",
    ),
    Move(
        "give",
        "affiliate",
        "one free check in autumn",
        "a small thing at the end, worth more to them than it costs you",
        Effect(0.02, -15.0, 0.04, 20.0),
        40.0,
        (),
        "C",
        "burger-1986",
    ),
    Move(
        "show",
        "match",
        "that the other contractor needs two weeks",
        "their alternative gets weaker when it is looked at",
        Effect(0.09, -30.0, -0.06, -41.0),
        0.0,
        (),
        "D",
        "volkema-2020",
        recommended=False,
    ),
    Move(
        "ask",
        "match",
        "Who else has to agree to this?",
        "authority may sit elsewhere",
        Effect(),
        0.0,
        (),
        "D",
        "rule-of-thumb",
    ),
)

BRIEF = Brief(
    title="Gutters after the storm",
    unit="EUR",
    me={"name": "Dana", "role": "contractor"},
    them={"name": "Mr. Ortiz", "role": "apartment manager"},
    as_of="2026-05-04",
    leverage=GUTTERS,
    predicted_terms=TERMS,
    wants=WANTS,
    moves=MOVES,
    refused=(
        Refused(
            "Another client wants Tuesday, so I need an answer today.",
            "draft",
            "G1",
            "block",
            "nothing in the case supports another client or a deadline",
            "I would like to settle this today, so that I can plan the week.",
        ),
        Refused(
            "Our seal never fails.",
            "draft",
            "G2",
            "rewrite",
            "the warranty sheet says five years",
            "The warranty covers re-sealing for five years.",
        ),
    ),
    what_ifs=(
        WhatIf("half-yearly cleaning", 0.247, 1785.0, "if you credit their talk of half-yearly cleaning at 50%"),
    ),
    notes=("the price of 1,500 is your standard one",),
    problems=(Problem("case.yaml", 14, "“qiet tenants” serves nothing.", "Did you mean “quiet tenants”?", "warning"),),
)

UNKNOWN = replace(
    GUTTERS,
    value=None,
    reason="no deal costs neither of you anything at these terms",
    median=None,
    low=None,
    high=None,
    probability_positive=None,
    ratio=None,
    stake=Stake(0.0, 0.0),
    drivers=(),
    histogram=(),
    worth_knowing=(),
    layers=None,
)

BARE = Brief(
    title="Just a title",
    unit="points",
    me={"name": "Ann"},
    them={"name": "Bo"},
    as_of=None,
    leverage=replace(
        UNKNOWN,
        unit="points",
        reason="the case does not say what a deal is worth to either side",
        stake=Stake(None, None),
        reference=None,
    ),
    predicted_terms=PredictedTerms(
        None, None, None, None, Zone(None), reason="the case does not say what a deal is worth"
    ),
    wants=(),
    moves=(),
    refused=(),
    what_ifs=(),
    notes=(),
    problems=(),
)


def long_names() -> Brief:
    """Everything at its longest, one word without a gap among it."""
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 3
    return replace(
        BRIEF,
        title=f"The {word} and the rest of it",
        them={"name": word, "role": "a role that goes on and on " * 6},
        wants=tuple(replace(w, want=f"{w.want} {word}", says=word) for w in WANTS) * 3,
        moves=tuple(replace(m, what=word, why=word, say=word) for m in MOVES) * 2,
    )


def east_asian() -> Brief:
    """Names and quotes in signs two cells wide, right-to-left script and emoji."""
    rain = EvidenceRef("また雨が降ったら一階が全部だめになります" * 3, "通話記録.vtt", 12, "2026-05-02", 0.14)
    return replace(
        BRIEF,
        title="嵐のあとの雨どい修理についての話し合い",
        me={"name": "ダナ・ヴァイス", "role": "工事業者"},
        them={"name": "أحمد العلي", "role": "מנהל בניין 👷🏽"},
        unit="円",
        wants=(
            replace(WANTS[0], want="壁を乾いたままにしておきたい", evidence=(rain,)),
            replace(WANTS[1], want="низкая цена"),
        ),
        moves=tuple(replace(m, what="五年間の防水保証をつける" * 4, say="次の嵐の前に終わらせます" * 5) for m in MOVES),
    )


def saturated() -> Brief:
    """I lose nothing without a deal, they do, and no input has a spread."""
    sure = replace(
        GUTTERS,
        value=1.0,
        median=1.0,
        low=1.0,
        high=1.0,
        probability_positive=1.0,
        ratio=None,
        saturated=True,
        stake=Stake(0.0, 1440.0),
        worth_knowing=(),
        histogram=(0,) * 39 + (10_000,),
    )
    return replace(BRIEF, leverage=sure, predicted_terms=replace(TERMS, low=2100.0, high=2100.0))


def no_zone() -> Brief:
    """There is a reading, and no price suits both."""
    none = PredictedTerms(None, None, None, None, Zone(False, 2000.0, 1650.0, -350.0))
    weak = replace(
        GUTTERS,
        value=-1.0,
        median=-0.95,
        low=-1.0,
        high=-0.6,
        probability_positive=0.02,
        ratio=0.0,
        stake=Stake(350.0, 0.0),
    )
    return replace(BRIEF, leverage=weak, predicted_terms=none)


def in_points() -> Brief:
    """A case counted in points, with a whole package for its terms."""
    reading = replace(
        GUTTERS,
        unit="points",
        value=0.04,
        ratio=1.08,
        low=-0.3,
        high=0.35,
        probability_positive=0.55,
        stake=Stake(14.0, 15.5),
        reference=ReferenceTerms("gross_split", {"start": "June", "rooms": 2.0}),
    )
    terms = PredictedTerms(
        {"start": "June", "rooms": 3.0}, {"start": "May", "rooms": 3.0}, 41.0, 37.5, Zone(True), acceptance=0.6
    )
    return replace(BRIEF, unit="points", leverage=reading, predicted_terms=terms)


EVERY = {
    "rich": BRIEF,
    "bare": BARE,
    "long": long_names(),
    "east asian": east_asian(),
    "saturated": saturated(),
    "no zone": no_zone(),
    "points": in_points(),
    "unknown": replace(BRIEF, leverage=UNKNOWN),
    "no wants": replace(BRIEF, wants=()),
    "no moves": replace(BRIEF, moves=()),
}
