"""Does a clean bill for one part invite belief in the whole, and does a draft openly decline to answer?"""

from __future__ import annotations

import re

from upperhand.limits.clauses import Reading
from upperhand.limits.lexicon import STOP
from upperhand.limits.words import normalise, stem, tokens

_WHOLES = (  # one kind of thing a line: its parts, and the words that name the whole
    "house home flat apartment building property cottage villa roof slate tile gutter chimney "
    "attic loft wall cellar basement "
    "foundation floor ceiling window door balcony terrace boiler heating radiator wiring electrics "
    "plumbing pipe drain sewer well septic "
    "kitchen bathroom staircase beam facade insulation damp mould",
    "car van truck lorry bus coach tractor motorbike engine motor gearbox clutch brake tyre suspension "
    "steering chassis body "
    "bodywork bumper battery exhaust seat belt airbag axle paint odometer mileage rust",
    "boat yacht ship hull keel mast sail rudder engine deck rigging osmosis",
    "horse dog cow cattle sheep animal puppy cat pony leg hoof hip tooth eye heart lung joint coat temper lame",
    "company firm business shop restaurant software app platform system network server data account "
    "book audit sale supplier staff debt "
    "credit loan licence security test leak breach",
    "violin piano guitar cello instrument body neck bow string board soundboard crack key pedal hammer",
    "bicycle bike frame fork wheel brake chain gear crack saddle",
    "machine device scanner printer pump press lathe motor sensor belt display valve calibration recall",
)
_OF = tuple(frozenset(stem(w) for w in row.split()) for row in _WHOLES)
_CLEAN_BILL = re.compile(
    r"\b(?:sound|solid|intact|flawless|faultless|healthy|spotless|clean|perfect|immaculate|"
    r"in (?:\w+ )?(?:good|excellent|perfect|fine|top|great|mint|first class) (?:order|condition|"
    r"repair|shape|health|nick|state)|"
    r"pass(?:es|ed)|no (?:\w+ )?(?:defects?|faults?|damage|problems?|issues?|leaks?|complaints?)|"
    r"nothing wrong|without (?:\w+ )?(?:defects?|"
    r"faults?|damage|problems?)|as good as new|like new|approved|renewed|redone|overhauled|serviced|"
    r"restored|certified|checked|inspected|surveyed|audited|healthy|fit)\b"
)
_DEFECT = re.compile(
    r"\b(?:damp|mould\w*|rot\w*|leak\w*|crack\w*|rust\w*|corro\w+|broken?|fail\w*|faulty|defect\w*|"
    r"damag\w*|lame|ill|sick|infest\w*|wet|"
    r"flood\w*|subsid\w*|osmosis|worn|burn\w*|breach\w*|recall\w*|stolen|lost|peel\w*|loose|bent|"
    r"unsafe|condemned|contaminat\w*|asbestos|"
    r"overheat\w*|sealed|repair\w*|crash\w*|accident\w*)\b"
)
_DECLINES = re.compile(
    r"\b(?:can not|could not|will not|would rather not|prefer not|am not (?:able|allowed|free|at "
    r"liberty|in a position)|not at liberty|may not|"
    r"do not want to|must not|not going to) (?:\w+ ){0,2}?(?:say|tell|answer|speak|talk|comment|"
    r"discuss|disclose|go into|share|help you)\b|"
    r"\b(?:not|would rather not) (?:\w+ )?(?:answer|comment|discuss|say)\b|\b(?:question|one|matter) "
    r"for (?:the|my|our|him|her|them)\b|\bask (?:the|my|our|"
    r"him|her|them)\b|\bno comment\b|\b(?:at liberty|pass on that)\b"
)


def clean_bill(reading: Reading, fact: str) -> str:
    """The words that vouch for the condition of one part of what a marked fact reports another defect of; '' if none.

    To say that one part was examined and found sound says, of the whole on offer, that it is in order. A known defect
    of another part negates that implication (G3), though not the words. A part that is merely named implies nothing.
    """
    plain = normalise(fact)
    if not _DEFECT.search(plain):
        return ""
    about = {stem(w) for w in tokens(plain)}
    for clause in reading.clauses:
        found = _CLEAN_BILL.search(clause.text)
        if not found or clause.mood not in ("assertion", "fragment", "proposal") or clause.said_by_them:
            continue
        said = {stem(w) for w in clause.words}
        if any(said & parts and about & parts for parts in _OF):
            return found[0]
    return ""


OWNS_UP = re.compile(
    r"\b(?:but|though|although|however|only|except|afraid|mind you|sorry|unfortunately|sadly|admit|"
    r"honest|frank|"
    r"open with you|should (?:know|tell|say|add|mention)|before you|one thing|not all|not any more|no longer|"
    r"still|even so|yet|problem|trouble|until|since|worse|broken?|fail\w*|leak\w*|lost|loses?|bad|"
    r"wrong|defect\w*|"
    r"damage\w*|ends?|stops?|stopped|left|leaves?|leaving|gone|ran out|expired|banned|closed|sick|"
    r"ill|rot\w*|worn|"
    r"cracks?|bit|bites?|nipped|flu|mould|rust\w*|delay\w*|late|fell|falls?|drop\w*|less|fewer|void|refus\w+|"
    r"reject\w*|recall\w*|yes|no)\b"
)
_TOO_PLAIN = frozenset(
    "place people month months week weeks year years first second great number whole record total "
    "average thing things start short "
    "state piece there where about their would could which every other after before again since "
    "never always still while".split()
)


def same_words(one: str, other: str) -> set[str]:
    """Words of some weight that two texts share as they stand, singular or plural."""
    left, right = (
        {w.removesuffix("s") for w in tokens(normalise(t)) if len(w) > 3 and w not in _TOO_PLAIN} for t in (one, other)
    )
    return {w for w in left & right if len(w) > 3 and w not in STOP and w not in _TOO_PLAIN}


def declines(reading: Reading) -> bool:
    """Whether a reply openly refuses to answer: silence misleads nobody."""
    told = [c for c in reading.clauses if c.mood in ("assertion", "proposal", "opinion", "fragment")]
    return any(_DECLINES.search(s) for s in reading.sentences) and len(told) <= 2
