"""Is an issue held out as important that hardly matters to me (G4)?"""

from __future__ import annotations

import re
from statistics import median

from upperhand.limits.attachment import KINDS, extreme, held_dear, is_offer, mine
from upperhand.limits.clauses import Clause
from upperhand.limits.lexicon import STOP
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens
from upperhand.model.case import Case, Issue

SMALL = 0.25  # of the widest range: what moves my result by less hardly matters

_WEIGHTY = re.compile(
    r"\b(?:everything to|essential|vital|crucial|critical|paramount|imperative|indispensable|non ?negotiable|not "
    r"negotiable|priceless|sacred|sacrosanct|deal ?breaker|red line|must have|lifeblood|"
    r"(?:top|first|number one|highest|foremost|chief|main|biggest|utmost|greatest|absolute|primary|overriding|"
    r"central|key|supreme|major|serious|huge|strongest|dearest|deepest) (?:\w+ )?(?:priority|priorities|concern|"
    r"requirement|demand|issue|point|thing|condition|interest|wish|importance|worry|need|matter|consideration|"
    r"desire)|"
    r"most important|(?:very|so|extremely|hugely|incredibly|really|terribly|super|enormously|immensely|"
    r"particularly|especially|truly|vitally|critically|absolutely) important|important (?:to|for) (?:me|us|our|"
    r"my)|of (?:great|the utmost|the highest|enormous|huge|immense|vital|critical|crucial|supreme|paramount|"
    r"major) (?:importance|value|significance|weight)|"
    r"mean(?:s)? (?:a lot|the world|everything|so much|a great deal|more than|an awful lot)|nothing (?:\w+ "
    r")?matters|matter(?:s)? (?:\w+ )?(?:more|hugely|a lot|most|enormously|greatly|deeply|a great deal|more than|"
    r"terribly|immensely|very much|so much|above)|"
    r"(?:massive|huge|big|enormous|real|painful|great|major|tremendous|heavy|bitter|terrible|serious|giant|hefty|"
    r"extraordinary) (?:sacrifice|concession|loss|step|blow|compromise|wrench|hardship|ask)|sacrific\w+|"
    r"heart (?:is )?set|set (?:\w+ )?(?:great |enormous |huge )?store|treasur\w+|sentimental|devastat\w+|"
    r"heartbroken|break(?:s)? (?:my|our) heart|hate to (?:lose|give)|loath to|bleed\w*|"
    r"can not (?:really |possibly |simply |ever )?(?:do|live|manage|work|be|imagine|go) without|can not (?:easily "
    r"|really |just |bear to )?(?:part|let go|give (?:it |that |this )?up)|desperate\w*|badly need|absolutely "
    r"need|really need|los(?:e|ing) sleep|"
    r"(?:question|matter|point) of (?:\w+ )?(?:principle|honour|pride|survival|life and death|the highest "
    r"priority)|fight\w* (?:for|tooth)|die on|something (?:priceless|precious|very dear|dear)|dear to|cherish\w*|"
    r"crave|long for|prize (?:it|this|that|the)|above (?:all|everything)|"
    r"costs? (?:me|us) dear\w*|hurts? (?:me|us|a lot|badly|terribly)|would (?:really )?hurt|painful|agony|hard "
    r"(?:for (?:me|us) )?to (?:give|let|part|concede)|will not easily|not give (?:it |that |this )?up|insist\w* "
    r"on|comes first|counts? most|what i (?:care|want) most|care (?:deeply|most|so much|a lot|enormously|"
    r"passionately)|big deal|the world to|pride and joy|would kill for|the reason i|soft spot|"
    r"(?:could|can|would) not (?:\w+ )?(?:bear|stand|face)(?: \w+)? (?:to|losing|giving|without)|(?:could|can|"
    r"would) not bear|pains? (?:me|us)|always (?:dreamt|dreamed|wanted|hoped)|dream(?:t|ed|s)? of|heavy heart|"
    r"tears|(?:sad|sorry|hurts?|hard|tough|awful|terrible|dreadful|reluctant\w*|hate) (?:\w+ )?(?:to )?(?:lose|"
    r"losing|give up|giving up|let (?:it )?go|part with|parting|drop|forgo|miss out)|(?:very|really|truly|deeply|"
    r"awfully|terribly) (?:attached|fond|keen)|(?:hinges?|stands? or falls?|revolves?) (?:on|with|around)|of the "
    r"essence|(?:never|not) (?:\w+ ){0,2}?(?:give up|let go|part with|drop|concede|surrender|trade|hand "
    r"over)\b.*\b(?:lightly|easily|willingly|gladly|cheaply)|all that matters|what matters most|(?:sine qua non|"
    r"be all and end all|make or break|life and death|holy|apple of)|one thing i|all i care|make all the "
    r"difference|at the top of (?:my|our) list|core (?:demand|requirement|condition)|cornerstone|heart of the "
    r"matter (?:for|to)|obsess\w+|passion\w*)\b"
)
_LIGHT = re.compile(
    r"\b(?:no|not|never|hardly|little|small|without|either|any|minor|nice|whichever)\b(?: \w+){0,3} (?:crucial|"
    r"paramount|decisive|indispensable|big deal|important|matter\w*|critical|essential|trouble|preference|"
    r"priority|concern|sacrifice|dealbreaker|vital)\b"
)
_THEIRS = re.compile(
    r"\b(?:to|for) (?:you|your|yours|them|him|her)\b|^(?:you|your)\b|\bhow (?:\w+ )?(?:important|"
    r"much)\b"
)
_MONEY = frozenset(
    stem(w)
    for w in "price cost rent salary deposit budget pay bonus discount money fee rate charge instalments".split()
)
_OFTEN = {
    "weekdai": "monday tuesday wednesday thursday friday saturday sunday", "dai": "monday tuesday wednesday "
                                                                                  "thursday friday saturday sunday",
    "hour": "seven eight nine ten morning noon evening clock early late", "date": "june july may start week month",
    "colour": "red blue green grey white black", "time": "early late morning noon evening", "titl":
        "senior junior called",
}  # fmt: skip


def strawman(matter: Matter) -> list[Verdict]:
    """G4: an issue held out as important to me while my own numbers give it a small range."""
    ranges = worth_ranges(matter.case)
    if len(ranges) < 2:
        return []
    out = []
    whole = " . ".join(matter.reading.sentences)
    trades = bool(_TRADE.search(whole)) or len(matter.reading.clauses) > 1
    asked_back = bool(_TRADE.search(whole))
    for clause in matter.reading.clauses:
        dear = held_dear(clause.text) if trades else None
        over = extreme(clause.text) if asked_back else None
        if over and _nearest(list(clause.words), 0, ranges, matter.case, True):
            dear = dear or over
        found = _WEIGHTY.search(clause.text) or dear or (_FELT.search(clause.text) if trades else None)
        asks = clause.mood == "question" and clause is matter.reading.clauses[0]
        if not found or asks or clause.said_by_them or _light(clause.text, dear) or _theirs(clause.text, found):
            continue
        mild = not _WEIGHTY.search(clause.text) and not dear
        if mild and (
            _NOT_HELD.search(clause.text) or clause.mood in ("question", "condition") or is_offer(clause.text)
        ):
            continue
        names = (_named if dear and not _WEIGHTY.search(clause.text) else _held_out)(
            clause, found.start(), matter, ranges
        )
        if mild and not any(stem(w) in _names(n, matter.case) for n in names for w in clause.words):
            continue
        small = [n for n in names if is_small(n, ranges)]
        if names and len(small) == len(names):
            name = small[0]
            why = (
                f"“{found[0]}” holds out {name} as important to me; my own numbers give it {ranges[name]:g} of at most "
                f"{max(ranges.values()):g} {matter.case.unit}. Trading it away as a sacrifice would be a strawman."
            )
            out.append(Verdict("G4", "block", why, name, "strawman"))
            break
    return out


# With something asked in return, milder words of cost or fondness are enough to hold an issue out.
_TRADE = re.compile(
    r"\b(?:in (?:return|exchange|that case)|against|only if|but only|for (?:a|an|the|that|it|another|two|three|"
    r"\d+|five|ten|net|lower|higher|free|more|less)|then (?:i|we|you|the|give|let)|if (?:i|we) (?:\w+ )?(?:give|"
    r"let|drop|bend|budge|yield|accept|agree|concede|forgo|swap|move)|so (?:i|we|you|let|the|calling|taking)|has "
    r"to be worth|make (?:it )?up (?:to|for)|compensat\w+|instead|unless|you (?:would|will|could|must) (?:\w+ "
    r")?(?:have to|need to|come down|meet|add|pay|give|throw)|should (?:then )?be|at least|could you|would you|"
    r"swap|trade|concede|part with|give me|leave me|leave us|give us|owe|owes|calls? for|is on you|on the "
    r"house|i keep|we keep|if you (?:pay|add|"
    r"cut|raise|take|throw|lower|press|want|give|extend|include|cover|agree|drop|double|knock|reduce)|if "
    r"the|off the|off if|expect\w*|with a "
    r"(?:\w+ )?(?:bigger|higher|lower|longer|better)|extend|double|halve|half|(?:\d+|per ?cent|%) (?:\w+ "
    r")?(?:less|more|off|on top)|off|on top|"
    r"fall by|worth|cheaper|rebate|u can|you can have|you may have|take them|take it|ok|okay|fine|means? "
    r"a (?:lower|higher|longer))\b"
)
_FELT = re.compile(
    r"\b(?:ruin\w*|disaster\w*|catastroph\w*|unthinkable|unacceptable|unbearable|demand\w*|priorit\w+|requir\w+|"
    r"condition|"
    r"essential|backbone|bread and butter|crown jewel|lifeline|at stake|everything|absolute\w*|adamant|firm|"
    r"swallow|stomach|dearly|grudging\w*|kicking|teeth|serious\w*|big|huge|great|love|loves|loved|adore|adores|dear|"
    r"precious|proud|pride|fond|attached|favourite|need|needs|must|have "
    r"to have|want|wanted|hope|hoped|counting on|count on|rely|depend\w*|important|importance|matters?|serious|"
    r"concern|worry|worries|hurt\w*|pain\w*|hard|difficult|tough|bitter|bleed\w*|cost(?:s|ly)?|sacrific\w*|"
    r"concession|concede|give up|giving up|give way|lose|losing|loss|miss|reluctant\w*|unwilling\w*|hesita\w+|"
    r"never|refuse|insist\w*|fight|fought|stand firm|stubborn|key|central|decisive|weight|tradition|identity|soul|"
    r"heart|nerve|nights|sleep|dream\w*|special|symbol\w*|meaning|respect|value[sd]?|care|cares|cared|enormous\w*|"
    r"huge\w*|deeply|badly|terribly)\b"
)
_NOT_HELD = re.compile(
    r"\b(?:not|no|little|nothing|never|hardly|small|fine|glad|happy|gladly|whichever|whatever|either|any|all the "
    r"same|easy|easily|without|do not mind|minor|least|cheap|free|welcome|yours|up to you|leave|open)\b"
)


def _light(text: str, dear: re.Match[str] | None) -> bool:
    """Whether the words deny the weight; "you cannot imagine how much" denies nothing."""
    emphatic = dear and re.search(r"\b(?:not|never|no (?:way|idea)|nothing|hardly|without)\b", dear[0])
    if re.search(r"\b(?:i|we) (?:was|were|am|are|have been) told\b|^i (?:hear|heard|gather|understand)\b", text):
        return True
    return not emphatic and bool(_LIGHT.search(text))


def _theirs(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - 25) : found.end() + 25]
    if mine(text):
        return False
    own = re.search(r"\b(?:me|us|our|my|i|we)\b", near)
    return bool(
        _THEIRS.search(text[max(0, found.start() - 4) : found.end() + 16])
        or (re.match(r"(?:you|your)\b", text) and not own)
    )


def worth_ranges(case: Case) -> dict[str, float]:
    """Issue -> what its options can move my result by, in the case's unit; the price by its span. What is known."""
    ranges: dict[str, float] = {}
    for name, worths in case.mine.issues.items():
        values = [w.likely for w in worths.values()]
        if values:
            ranges[name] = max(values) - (min(values) if len(values) > 1 else min(0.0, *values))
    for issue in case.issues:
        if issue.is_price and issue.name not in ranges and issue.low is not None and issue.high is not None:
            ranges[issue.name] = abs(issue.high - issue.low)
    return ranges


def is_small(name: str, ranges: dict[str, float]) -> bool:
    """Whether an issue hardly matters to me: under ``SMALL`` of the widest range and below the median of all."""
    return ranges[name] <= SMALL * max(ranges.values()) and ranges[name] < median(ranges.values())


def _held_out(clause: Clause, at: int, matter: Matter, ranges: dict[str, float]) -> list[str]:
    """The issue the weighty words are about; where none is named, those nobody names and money does not measure."""
    words = clause.text.split()
    place = len(clause.text[:at].split())
    spoken = matter.reading.clauses
    here = next(i for i, c in enumerate(spoken) if c is clause)
    for wide in (False, True):
        named = _nearest(words, place, ranges, matter.case, wide)
        if named:
            return named
    # "It would be a bitter loss": what "it" is stands before.
    earlier = spoken[max(0, here - 2) : here] if clause.subject in ("it", "there", "none", "we", "i") else ()
    for before in reversed(earlier):
        named = _nearest(before.text.split(), len(before.words), ranges, matter.case, False)
        if named and not any(c.sentence > before.sentence + 1 for c in (clause,)):
            return named
    whole = {stem(w) for s in matter.reading.sentences for w in s.split()}
    return [n for n in ranges if not whole & _names(n, matter.case) and not _is_money(n, matter.case)]


def _named(clause: Clause, at: int, matter: Matter, ranges: dict[str, float]) -> list[str]:
    """As ``_held_out``, for a figure of speech: the thing may also be named in the clause that follows."""
    spoken = matter.reading.clauses
    here = next(i for i, c in enumerate(spoken) if c is clause)
    names = _held_out(clause, at, matter, ranges)
    before = [c for c in spoken[max(0, here - 2) : here + 1] if _nearest(list(c.words), 0, ranges, matter.case, True)]
    if before or here + 1 >= len(spoken) or spoken[here + 1].sentence > clause.sentence + 1:
        return names
    after = _nearest(list(spoken[here + 1].words), 0, ranges, matter.case, False)
    return after if after and all(is_small(n, ranges) for n in after) else names


def _nearest(words: list[str], place: int, ranges: dict[str, float], case: Case, wide: bool) -> list[str]:
    near = {n: _distance(words, place, _names(n, case, wide)) for n in ranges}
    said = {stem(w) for w in words}
    whole = [n for n in ranges if near[n] < 99 and {stem(w) for w in tokens(normalise(n))} <= said]
    if whole:
        near = {n: d for n, d in near.items() if n in whole}
    best = min(near.values())
    return [n for n in near if near[n] == best < 99]


def _is_money(name: str, case: Case) -> bool:
    priced = any(issue.name == name and issue.is_price for issue in case.issues)
    return priced or bool({stem(w) for w in tokens(normalise(name))} & _MONEY)


def _names(name: str, case: Case, wide: bool = False) -> set[str]:
    issue: Issue | None = next((i for i in case.issues if i.name == name), None)
    words = {stem(w) for w in tokens(normalise(name)) if w not in STOP or w.isdigit()}
    for root in tuple(words) if wide else ():
        words |= {stem(w) for w in f"{_OFTEN.get(root, '')} {KINDS.get(root, '')}".split()}
    options = issue.options if issue else ()
    return words | {stem(w) for o in options for w in tokens(normalise(o)) if w not in STOP}


def _distance(words: list[str], place: int, names: set[str]) -> int:
    return min((abs(i - place) for i, w in enumerate(words) if stem(w) in names), default=99)
