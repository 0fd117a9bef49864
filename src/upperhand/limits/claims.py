"""Does a clause press with another offer, a deadline, a limit of authority, or scarcity?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from upperhand.limits.bounds import AUTHORITY, CONTROL, DEADLINE, SCARCITY
from upperhand.limits.clauses import Clause, Reading
from upperhand.limits.ease import needs_nothing, untimed
from upperhand.limits.outsiders import outsider_acts
from upperhand.limits.rivals import RIVAL, named_rival, reported_rival, rival_deals

Kind = Literal["rival", "deadline", "authority", "scarcity", "fact"]


@dataclass(frozen=True)
class Claim:
    """One claim: its kind and the words that make it."""

    kind: Kind
    text: str
    clause: Clause


_KINDS: tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...] = (
    ("authority", AUTHORITY), ("scarcity", SCARCITY), ("rival", RIVAL), ("deadline", DEADLINE),
)  # fmt: skip

_NOT_PRESSED = re.compile(
    r"\b(?:you|your)\b(?: \w+){0,3} (?:have|has|may have|might have|get|got|receive)(?: \w+){0,2} (?:other|"
    r"another|better|more)\b|"
    r"\b(?:free|welcome|able) to (?:look|shop|compare|talk|go)\b|\btake (?:your|all the|the|as much) time\b|"
    r"\b(?:no|not any|without|there is no) (?:rush|hurry|deadline|pressure|time limit)\b|"
    r"\bas long as you\b|\bat your (?:own )?(?:pace|leisure)\b|\bnot shopping around\b|\b(?:can|"
    r"could|will|would|"
    r"happy to|glad to) wait\b"
)


_YOUR_OFFER = re.compile(
    r"\byour (?:\w+ )?(?:offers?|bids?|quotes?|proposals?|prices?|quotations?|orders?|"
    r"interest|requests?|tenders?)\b"
)


def pressing(reading: Reading) -> tuple[Claim, ...]:
    """Claims of the kinds G1 guards: rival, deadline, authority, scarcity; at most one a clause."""
    out: list[Claim] = []
    for i, clause in enumerate(reading.clauses):
        before = reading.clauses[i - 1] if i else None
        joined = clause.text
        if before is not None and before.mood == "condition" and before.sentence == clause.sentence:
            joined = f"{before.text} , {clause.text}"
        kind = _pressing_kind(clause, joined)
        if kind:
            out.append(Claim(kind, joined if kind == "deadline" else clause.text, clause))
    return tuple(out)


def kinds_of(text: str) -> frozenset[Kind]:
    """The pressing kinds that plain words fit, whoever says them; used on ledger entries."""
    return frozenset(kind for kind, patterns in _KINDS if any(p.search(text) for p in patterns))


_PRESUPPOSED = re.compile(
    r"\b(?:the|my|our) other (?:buyers?|bidders?|offers?|clients?|couple|candidates?|bids?|family)\b"
)
_TO_SEE = re.compile(
    r"(?:and |but |so )?(?:could|can|may|might|would) (?:i|we|you)\b.*"
    r"\b(?:see|show|share|tell|know|ask|send|read|have a look)\b"
)
_MY_CLIENT = re.compile(r"\b(?:my|our) clients?\b")
_I_MUST_THINK = re.compile(
    r"(?:i|we) (?:\w+ )?(?:need|have|want|must)(?: to)? "
    r"(?:think|talk|look|read|sleep|consider|discuss|see|find|measure|count|prepare)\b"
)
_INFERS = re.compile(
    r"(?:you|your \w+(?: \w+)?) must (?:be|have been|have had|feel)\b|whether\b|what (?:does|do|"
    r"i|we|matters|counts)\b|"
    r"(?:i|we) do not (?:yet )?(?:decide|know|say|speak)\b|"
    r"(?:i|we) (?:have |had )?(?:used|hired|tried|worked with) .*\bbefore\b|"
    r"your (?:\w+ )?(?:pay|salary|wages?|share) (?:rises?|increases?|goes up)\b|the (?:time|one|year|week|day) before "
    r"that\b|sooner\b|"
    r"(?:the|my|our) (?:last|previous|former|old) \w+ (?:said|told|did|was|were|had|let|threatened)\b(?!.*\bback\b)|"
    r"(?:i|we) have (?:moved|come|made|learnt) a (?:good|great) deal\b|.*\bat night\b|(?:the|our|my) (?:gate|"
    r"shop|office|school|library|pool|doors?) "
    r"(?:closes?|opens?) at\b|(?:there (?:is|are) )?(?:one|two|only one|a few|some|just one) (?:\w+ "
    r")?(?:things?|points?|questions?|issues?|items?|matters?|details?)\b|"
    r".*\bdue on .*\b(?:of (?:the|each|every) month|every month)\b|.*\bruns? for \w+ (?:years?|"
    r"months?|weeks?)\b|"
    r"(?:mum|dad|\w+) says .*\bdepends\b"
)
_PHRASE = re.compile(r"(?:for|to|with|without|about|re|or|as|on|in|at|of|from|by|thanks|yours|dear|not|\d)\b")
_PRESSED_ANYWAY = re.compile(r"\b(?:only|last|until|today|tonight)\b")


def _pressing_kind(clause: Clause, joined: str) -> Kind | None:
    text, joined = (untimed(_YOUR_OFFER.sub("yours", t), False) for t in (clause.text, joined))
    if _unpressing(clause, text):
        return None
    if clause.mood in ("question", "condition", "request"):
        presupposed = _PRESUPPOSED.search(text) and not _TO_SEE.match(text)
        return "rival" if presupposed and "your other" not in text else None
    for kind, patterns in _KINDS:
        if any(p.search(joined if kind == "deadline" else text) for p in patterns) and _stands(kind, clause, text):
            return kind
    told = rival_deals(clause, text) or reported_rival(clause, text) or outsider_acts(clause, text)
    return "rival" if named_rival(clause, text) or (told and _stands("rival", clause, text)) else None


def _unpressing(clause: Clause, text: str) -> bool:
    """Clauses that press nobody whatever their words: theirs, supposed, about a client of mine, a wish to think."""
    if clause.said_by_them or _NOT_PRESSED.search(text) or _MY_CLIENT.search(text) or _I_MUST_THINK.match(text):
        return True
    loose = clause.mood == "fragment" and (len(clause.words) < 5 or bool(_PHRASE.match(text)))
    if (clause.mood == "hypothetical" or loose) and not _PRESSED_ANYWAY.search(text):
        return True
    if _INFERS.match(text) or needs_nothing(text):
        return True
    if clause.subject == "you" and clause.tense != "modal" and "not the only" not in text:
        return True
    return clause.mood == "wish" and not re.search(r"\b(?:need|have to|must)\b", text)


_GRANTED_ONLY = re.compile(
    r"\b(?:only|just|up to|at most|no more|more than|maximum|max|limit\w*|cap|capped|ceiling|budget|"
    r"me|us|i am|we are|\d+)\b"
)
_HELD_OPEN = re.compile(r"\b(?:stands?|valid|holds?|open|good|remains?)\b(?: \w+){0,2} (?:until|till|through|for|to)\b")
_SOON = re.compile(
    r"\b(?:only|just|today|tonight|tomorrow|now|minutes?|hours?|midnight|noon|this (?:week|weekend|"
    r"afternoon|evening)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|then|after (?:that|which)|not a day)\b"
)
_NONE_THERE = re.compile(
    r"(?:i|we|there) (?:have|has|is|are|do|did|had|can)\b(?: \w+)?(?: not| no)\b.*\b(?:offers?|"
    r"bids?|buyers?|interest|"
    r"confirm|verify|check|see|know|applicants?|others?|deadline|anyone|anybody)\b"
)
_DENIED = re.compile(
    r"(?:there (?:is|are) )?(?:no|nobody|none|not)\b|"
    r"(?:i|we) (?:do not|did not|have not|have no|has no|am not|are not)\b|neither\b"
)
_NO_MORE = re.compile(r"\b(?:no more|no other|none left|no further)\b|\bno \w+ (?:left|until|available|free)\b")
_MY_CALENDAR = re.compile(
    r"\b(?:will|can|would|could) not be able to (?:start|begin|come|deliver|finish|make|attend|do)\b|"
    r"\b(?:you can|you may|you could|help (?:me|us)|fine too|later is fine|is fine too|would help|no need)\b"
)
_CUTS_OFF = re.compile(r"\b(?:not|only|never|gone|raise|charge|expire\w*|withdraw\w*|pull|relist|have to|need)\b")


def _stands(kind: Kind, clause: Clause, text: str) -> bool:
    """Whether the words press: not where they deny, estimate, wish, or tell what I will do myself."""
    if clause.mood == "opinion" or _NONE_THERE.match(text):
        return False
    denied = bool(_DENIED.match(text))
    if kind == "rival":
        return not denied and not (clause.conditional and clause.tense == "modal" and clause.subject in ("i", "we"))
    if kind == "deadline":
        return _presses_by_time(clause, text) and not (denied and re.search(r"\b(?:deadline|rush|hurry)\b", text))
    if kind == "authority":
        granted = re.search(r"\b(?:approved|allowed|permitted|authori[sz]ed|signed off|cleared|granted|passed)\b", text)
        if granted and not (clause.negated or _GRANTED_ONLY.search(text)) and clause.tense in ("past", "perfect"):
            return False  # leave that was given limits nobody: a fact for the ledger
        wished = re.match(r"(?:i|we) (?:would )?(?:prefer|like|want|hope)\b", text)
        mine = clause.subject == "my" and clause.mood == "proposal"
        return not wished and not (mine and not re.search(CONTROL, text))
    return not denied or bool(_NO_MORE.search(text))


def _presses_by_time(clause: Clause, text: str) -> bool:
    if _MY_CALENDAR.search(text):
        return False
    if _HELD_OPEN.search(text) and not _SOON.search(text):
        return False  # an own offer kept open for a good while binds me and presses nobody
    mine = clause.subject in ("i", "we") and clause.tense == "modal" and clause.modal != "must"
    return not mine or bool(_CUTS_OFF.search(text))
