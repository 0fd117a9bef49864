"""Does the draft deal fairly? G4 own strawman, G5 false promise, G6 coercion."""

from __future__ import annotations

import re
from statistics import median

from upperhand.limits.clauses import Clause
from upperhand.limits.future import STRENGTH, Wording, future_wording, speaks_for, wording_of
from upperhand.limits.grounding import weigh
from upperhand.limits.lexicon import STOP
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens
from upperhand.model.case import Case, Future, Issue

SMALL = 0.25  # of the widest range: what moves my result by less hardly matters

_WEIGHTY = re.compile(
    r"\b(?:everything to|essential|vital|crucial|critical|paramount|imperative|indispensable|non ?negotiable|not negotiable|priceless|sacred|sacrosanct|deal ?breaker|red line|must have|lifeblood|"
    r"(?:top|first|number one|highest|foremost|chief|main|biggest|utmost|greatest|absolute|primary|overriding|central|key|supreme|major|serious|huge|strongest|dearest|deepest) (?:\w+ )?(?:priority|priorities|concern|requirement|demand|issue|point|thing|condition|interest|wish|importance|worry|need|matter|consideration|desire)|"
    r"most important|(?:very|so|extremely|hugely|incredibly|really|terribly|super|enormously|immensely|particularly|especially|truly|vitally|critically|absolutely) important|important (?:to|for) (?:me|us|our|my)|of (?:great|the utmost|the highest|enormous|huge|immense|vital|critical|crucial|supreme|paramount|major) (?:importance|value|significance|weight)|"
    r"mean(?:s)? (?:a lot|the world|everything|so much|a great deal|more than|an awful lot)|nothing (?:\w+ )?matters|matter(?:s)? (?:\w+ )?(?:more|hugely|a lot|most|enormously|greatly|deeply|a great deal|more than|terribly|immensely|very much|so much|above)|"
    r"(?:massive|huge|big|enormous|real|painful|great|major|tremendous|heavy|bitter|terrible|serious|giant|hefty|extraordinary) (?:sacrifice|concession|loss|step|blow|compromise|wrench|hardship|ask)|sacrific\w+|"
    r"heart (?:is )?set|set (?:\w+ )?(?:great |enormous |huge )?store|treasur\w+|sentimental|devastat\w+|heartbroken|break(?:s)? (?:my|our) heart|hate to (?:lose|give)|loath to|bleed\w*|"
    r"can not (?:really |possibly |simply |ever )?(?:do|live|manage|work|be|imagine|go) without|can not (?:easily |really |just |bear to )?(?:part|let go|give (?:it |that |this )?up)|desperate\w*|badly need|absolutely need|really need|los(?:e|ing) sleep|"
    r"(?:question|matter|point) of (?:\w+ )?(?:principle|honour|pride|survival|life and death|the highest priority)|fight\w* (?:for|tooth)|die on|something (?:priceless|precious|very dear|dear)|dear to|cherish\w*|crave|long for|prize (?:it|this|that|the)|above (?:all|everything)|"
    r"costs? (?:me|us) dear\w*|hurts? (?:me|us|a lot|badly|terribly)|would (?:really )?hurt|painful|agony|hard (?:for (?:me|us) )?to (?:give|let|part|concede)|will not easily|not give (?:it |that |this )?up|insist\w* on|comes first|counts? most|what i (?:care|want) most|care (?:deeply|most|so much|a lot|enormously|passionately)|big deal|the world to|pride and joy|would kill for|the reason i|soft spot|"
    r"(?:could|can|would) not (?:\w+ )?(?:bear|stand|face)(?: \w+)? (?:to|losing|giving|without)|(?:could|can|would) not bear|pains? (?:me|us)|always (?:dreamt|dreamed|wanted|hoped)|dream(?:t|ed|s)? of|heavy heart|tears|(?:sad|sorry|hurts?|hard|tough|awful|terrible|dreadful|reluctant\w*|hate) (?:\w+ )?(?:to )?(?:lose|losing|give up|giving up|let (?:it )?go|part with|parting|drop|forgo|miss out)|(?:very|really|truly|deeply|awfully|terribly) (?:attached|fond|keen)|(?:hinges?|stands? or falls?|revolves?) (?:on|with|around)|of the essence|(?:never|not) (?:\w+ ){0,2}?(?:give up|let go|part with|drop|concede|surrender|trade|hand over)\b.*\b(?:lightly|easily|willingly|gladly|cheaply)|all that matters|what matters most|(?:sine qua non|be all and end all|make or break|life and death|holy|apple of)|one thing i|all i care|make all the difference|at the top of (?:my|our) list|core (?:demand|requirement|condition)|cornerstone|heart of the matter (?:for|to)|obsess\w+|passion\w*)\b"
)
_LIGHT = re.compile(
    r"\b(?:no|not|never|hardly|little|small|without|either|any|minor|nice|whichever)\b(?: \w+){0,3} (?:crucial|paramount|decisive|indispensable|big deal|important|matter\w*|critical|essential|trouble|preference|priority|concern|sacrifice|dealbreaker|vital)\b"
)
_THEIRS = re.compile(r"\b(?:to|for) (?:you|your|yours|them|him|her)\b|^(?:you|your)\b|\bhow (?:\w+ )?(?:important|much)\b")
_MONEY = frozenset(stem(w) for w in "price cost rent salary deposit budget pay bonus discount money fee rate charge instalments".split())
_OFTEN = {
    "weekdai": "monday tuesday wednesday thursday friday saturday sunday", "dai": "monday tuesday wednesday thursday friday saturday sunday",
    "hour": "seven eight nine ten morning noon evening clock early late", "date": "june july may start week month",
    "colour": "red blue green grey white black", "time": "early late morning noon evening", "titl": "senior junior called",
}  # fmt: skip


def strawman(matter: Matter) -> list[Verdict]:
    """G4: an issue held out as important to me while my own numbers give it a small range."""
    ranges = worth_ranges(matter.case)
    if len(ranges) < 2:
        return []
    out = []
    whole = " . ".join(matter.reading.sentences)
    trades = bool(_TRADE.search(whole))
    for clause in matter.reading.clauses:
        found = _WEIGHTY.search(clause.text) or (_FELT.search(clause.text) if trades else None)
        asks = clause.mood == "question" and clause is matter.reading.clauses[0]
        if not found or asks or clause.said_by_them or _LIGHT.search(clause.text) or _theirs(clause.text, found):
            continue
        mild = not _WEIGHTY.search(clause.text)
        if mild and (_NOT_HELD.search(clause.text) or clause.mood in ("question", "condition")):
            continue
        names = _held_out(clause, found.start(), matter, ranges)
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
    r"\b(?:in (?:return|exchange|that case)|against|only if|but only|for (?:a|an|the|that|it|another|two|three|\d+|five|ten|net|lower|higher|free|more|less)|then (?:i|we|you|the|give|let)|if (?:i|we) (?:\w+ )?(?:give|let|drop|bend|budge|yield|accept|agree|concede|forgo|swap|move)|so (?:i|we|you|let|the|calling|taking)|has to be worth|make (?:it )?up (?:to|for)|compensat\w+|instead|unless|you (?:would|will|could|must) (?:\w+ )?(?:have to|need to|come down|meet|add|pay|give|throw)|should (?:then )?be|at least|could you|would you|swap|trade|concede|part with)\b"
)
_FELT = re.compile(
    r"\b(?:love|loves|loved|adore|adores|dear|precious|proud|pride|fond|attached|favourite|need|needs|must|have to have|want|wanted|hope|hoped|counting on|count on|rely|depend\w*|important|importance|matters?|serious|concern|worry|worries|hurt\w*|pain\w*|hard|difficult|tough|bitter|bleed\w*|cost(?:s|ly)?|sacrific\w*|concession|concede|give up|giving up|give way|lose|losing|loss|miss|reluctant\w*|unwilling\w*|hesita\w+|never|refuse|insist\w*|fight|fought|stand firm|stubborn|key|central|decisive|weight|tradition|identity|soul|heart|nerve|nights|sleep|dream\w*|special|symbol\w*|meaning|respect|value[sd]?|care|cares|cared|enormous\w*|huge\w*|deeply|badly|terribly)\b"
)
_NOT_HELD = re.compile(
    r"\b(?:not|no|little|nothing|never|hardly|small|fine|glad|happy|gladly|whichever|whatever|either|any|all the same|easy|easily|without|do not mind|minor|least|cheap|free|welcome|yours|up to you|leave|open)\b"
)


def _theirs(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - 25) : found.end() + 25]
    own = re.search(r"\b(?:me|us|our|my|i|we)\b", near)
    return bool(_THEIRS.search(text[max(0, found.start() - 4) : found.end() + 16]) or (re.match(r"(?:you|your)\b", text) and not own))


def worth_ranges(case: Case) -> dict[str, float]:
    """Issue -> what its options can move my result by, in the case's unit; the price by its span. Only what is known."""
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
    return [
        n for n in ranges
        if not whole & _names(n, matter.case) and not {stem(w) for w in tokens(normalise(n))} & _MONEY and not _is_price(n, matter.case)
    ]  # fmt: skip


def _nearest(words: list[str], place: int, ranges: dict[str, float], case: Case, wide: bool) -> list[str]:
    near = {n: _distance(words, place, _names(n, case, wide)) for n in ranges}
    best = min(near.values())
    return [n for n in ranges if near[n] == best < 99]


def _is_price(name: str, case: Case) -> bool:
    return any(issue.name == name and issue.is_price for issue in case.issues)


def _names(name: str, case: Case, wide: bool = False) -> set[str]:
    issue: Issue | None = next((i for i in case.issues if i.name == name), None)
    words = {stem(w) for w in tokens(normalise(name)) if w not in STOP or w.isdigit()}
    for root in tuple(words) if wide else ():
        words |= {stem(w) for w in _OFTEN.get(root, "").split()}
    options = issue.options if issue else ()
    return words | {stem(w) for o in options for w in tokens(normalise(o)) if w not in STOP}


def _distance(words: list[str], place: int, names: set[str]) -> int:
    return min((abs(i - place) for i, w in enumerate(words) if stem(w) in names), default=99)


# --- G5 ------------------------------------------------------------------------------------------------------------

_BUSINESS = re.compile(
    r"\b(?:(?:more|further|next|future|regular|repeat|long term|steady|additional|extra|ongoing|all (?:our|my|the)|every|each|other|another|rest of|follow up|second|bigger|larger|annual|yearly|monthly|exclusive) (?:\w+ ){0,3}?"
    r"(?:orders?|work|jobs?|projects?|contracts?|business|customers?|clients?|referrals?|sites?|stores?|phases?|seasons?|volumes?|units?|events?|bookings?|visits?|part(?:y|ies)|campaigns?|assignments?|commissions?|deals?|buildings?|houses?|tenders?|years?|branches|purchases?|newsletters?|harvests?|releases?)|"
    r"(?:customers?|clients?|buyers?|partners?) (?:of yours )?for (?:life|ever|years|decades)|first of (?:many|a long)|(?:never|nobody|no one) (?:\w+ ){0,2}?(?:else|other|anyone else|elsewhere) for|for life|forever|framework (?:agreement|contract)|exclusive supplier|(?:our|my) (?:only|sole|first|exclusive|preferred|main) (?:supplier|partner|choice|contractor|agency|vendor|caterer|dealer)|for years to come|years and years|preferred (?:supplier|partner)|promotion to|partnership|equity|pay rise|salary (?:goes|rises)|long term (?:contract|relationship|partnership)|"
    r"next (?:year|season|spring|summer|autumn|winter|quarter)(?: 's)? (?:\w+ ){0,2}?(?:contract|tender|order|work|business|project|budget|volume)|(?:recommend|introduce|refer) you to|send (?:you )?(?:\w+ ){0,3}?(?:families|customers|clients|friends|referrals|business|work)|word of mouth|come back (?:every|each|again and again)|you will never (?:lack|need|have to look)|as many (?:jobs|orders))\b"
)
_NO_PROMISE = re.compile(
    r"\b(?:can not|could not|do not|will not|would not|not able to|unable to|no) (?:\w+ )?(?:promise|guarantee|commit|say|know|speak|offer|use|tell|idea|assure|rule out)\b|\bnot (?:for me|mine|my decision)\b|\bwhether\b|\bis (?:still )?(?:open|undecided|uncertain|unclear)\b|\bdepends?\b.*\bmaybe\b|\bno (?:promises?|idea|guarantee)\b|\bnot (?:yet )?(?:decided|sure|certain|settled)\b"
)
_WARRANT = re.compile(r"\b(?:i|we) (?:\w+ )?(?:guarantee|promise|swear|give (?:you )?(?:my|our) word|vouch|pledge|warrant)\b(?P<rest>.*)")


def false_promise(matter: Matter) -> list[Verdict]:
    """G5: talk of the future in words stronger than its credibility or my authority allow."""
    out: list[Verdict] = []
    authority = speaks_for(matter.case)
    for index, sentence in enumerate(matter.reading.sentences):
        clauses = [c for c in matter.reading.clauses if c.sentence == index]
        if not clauses or all(c.mood in ("question", "condition") or c.said_by_them for c in clauses) or _NO_PROMISE.search(sentence):
            continue
        entry = _entry_for(sentence, matter)
        said = wording_of(sentence)
        if entry is None:
            out += _unbacked(sentence, said, matter)
        elif said is not None:
            allowed = future_wording(entry.credible.likely, authority)
            if allowed is None or STRENGTH[said] > STRENGTH[allowed]:
                out.append(_too_strong(sentence, said, allowed, entry, authority))
    return out[:1]


def _entry_for(sentence: str, matter: Matter) -> Future | None:
    roots = {stem(w) for w in sentence.split()}
    best: tuple[float, Future] | None = None
    for entry in matter.case.future:
        words = tokens(normalise(entry.name))
        name = {stem(w) for w in words if w not in STOP} or {stem(w) for w in words}
        shared = roots & (name - matter.soft or name)
        share = len(shared) / len(name)
        if shared and (share >= 0.3 or _BUSINESS.search(sentence)) and (best is None or share > best[0]):
            best = (share, entry)
    if best is None and matter.case.future and _BUSINESS.search(sentence):
        return max(matter.case.future, key=lambda f: f.credible.likely)
    if best is None and len(matter.case.future) == 1 and _TO_YOU.search(sentence) and not _THIS_DEAL.search(sentence):
        return matter.case.future[0]
    return best[1] if best else None


_TO_YOU = re.compile(
    r"\b(?:you|your|yours|together|us both)\b.*\b(?:will|shall|going to|promise\w*|guarantee\w*|certain\w*|sure\w*|settled|next|later|soon|future|again|more|years?|always|forever|might|may|could|perhaps|maybe|one day|plan\w*|intend\w*|expect\w*|hope\w*)\b|\b(?:will|shall|going to|promise\w*|guarantee\w*|certain\w*|sure\w*|might|may|perhaps|maybe|plan\w*|intend\w*|expect\w*|next|soon|one day)\b.*\b(?:you|your|yours)\b"
)
_THIS_DEAL = re.compile(
    r"\b(?:if you (?:agree|sign|like|want|prefer|order)|deliver\w*|invoice|send you (?:the|a|it|an)|let you know|call you|get back|tell you|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|this week|tonight|today|show you|meet|pay you|price|terms|start|begin|finish|be there|pick|collect|bring|write to you|answer|thank|hear from|look forward|would you|could you|do you|judge|talk|discuss|decide|think|depend\w*)\b"
)


def _too_strong(sentence: str, said: Wording, allowed: Wording | None, entry: Future, authority: str | None) -> Verdict:
    chance = f"{entry.credible.likely:.0%}"
    limit = f"; my authority is: {authority}" if authority and authority != "full" else ""
    fit = f"allows at most words of {allowed}" if allowed else "is too little to talk of it at all"
    why = f"“{sentence}” speaks of {entry.name} in words of {said}; a credibility of {chance}{limit} {fit}."
    return Verdict("G5", "block", why, f"{entry.name}|{allowed or ''}", "future")


def _unbacked(sentence: str, said: Wording | None, matter: Matter) -> list[Verdict]:
    found = _BUSINESS.search(sentence)
    if found and said == "commitment" and re.search(r"\b(?:you|your|yours|we|i)\b", sentence):
        if weigh(sentence, matter.entries, matter.case, matter.soft).standing == "supported":
            return []
        why = f"“{found[0]}” promises future business and the case holds no such future with a credibility."
        return [Verdict("G5", "block", why, "|", "future")]
    warrant = _WARRANT.search(sentence)
    if warrant and re.search(r"\b(?:it|you|this|that|they|the \w+|nothing|nobody|your \w+|prices?)\b(?: \w+)? (?:will|is|are|gets?|never|can)\b", warrant["rest"]):
        if weigh(warrant["rest"], matter.entries, matter.case, matter.soft).standing != "supported":
            why = f"“{warrant[0].strip()}” promises an outcome that nothing in the ledger bears out."
            return [Verdict("G5", "block", why, "|", "future")]
    return []
