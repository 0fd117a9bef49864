"""Is the future promised in stronger words than its credibility or my authority allow (G5)?"""

from __future__ import annotations

import re

from upperhand.limits.clauses import Clause
from upperhand.limits.future import STRENGTH, Wording, future_wording, speaks_for, wording_of
from upperhand.limits.grounding import weigh
from upperhand.limits.lexicon import STOP
from upperhand.limits.prospects import lures
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens
from upperhand.model.case import Future

_BUSINESS = re.compile(
    r"\b(?:(?:more|further|next|future|regular|repeat|long term|steady|additional|extra|ongoing|all (?:our|my|"
    r"the)|every|each|other|another|rest of|follow up|second|bigger|larger|annual|yearly|monthly|exclusive) "
    r"(?:\w+ ){0,3}?"
    r"(?:orders?|work|jobs?|projects?|contracts?|business|customers?|clients?|referrals?|sites?|"
    r"stores?|phases?|"
    r"seasons?|volumes?|units?|events?|bookings?|visits?|part(?:y|ies)|campaigns?|assignments?|commissions?|"
    r"deals?|buildings?|houses?|tenders?|years?|branches|purchases?|newsletters?|harvests?|releases?)|"
    r"(?:customers?|clients?|buyers?|partners?) (?:of yours )?for (?:life|ever|years|decades)|first "
    r"of (?:many|a "
    r"long)|(?:never|nobody|no one) (?:\w+ ){0,2}?(?:else|other|anyone else|elsewhere) for|for life|forever|"
    r"framework (?:agreement|contract)|exclusive supplier|(?:our|my) (?:only|sole|first|exclusive|"
    r"preferred|main) "
    r"(?:supplier|partner|choice|contractor|agency|vendor|caterer|dealer)|for years to come|years and years|"
    r"preferred (?:supplier|partner)|promotion to|partnership|equity|pay rise|salary (?:goes|rises)|long term "
    r"(?:contract|relationship|partnership)|"
    r"next (?:year|season|spring|summer|autumn|winter|quarter)(?: 's)? (?:\w+ ){0,2}?(?:contract|tender|order|"
    r"work|business|project|budget|volume)|(?:recommend|introduce|refer) you to|send (?:you )?(?:\w+ "
    r"){0,3}?(?:families|customers|clients|friends|referrals|business|work)|word of mouth|come "
    r"back (?:every|each|"
    r"again and again)|you will never (?:lack|need|have to look)|as many (?:jobs|orders))\b"
)
_NO_PROMISE = re.compile(
    r"\bdo not (?:\w+ )?(?:count|rely|bank|bet|build|expect)\b|\bnothing (?:is|has been) (?:promised|"
    r"certain|fixed|decided|settled|sure)\b|"
    r"\b(?:can not|could not|do not|will not|would not|not able to|unable to|no) (?:\w+ )?(?:promise|guarantee|"
    r"commit|say|know|speak|offer|use|tell|idea|assure|rule out)\b|\bnot (?:for me|mine|my decision)\b|"
    r"\bwhether\b|\bis (?:still )?(?:open|undecided|uncertain|unclear)\b|\bdepends?\b.*\bmaybe\b|\bno "
    r"(?:promises?|idea|guarantee)\b|\bnot (?:yet )?(?:decided|sure|certain|settled)\b|"
    r"\b(?:without|no|not any) (?:\w+ )?(?:commitments?|obligations?|promises?|guarantees?)\b|"
    r"\blet you know (?:about|if|whether|when|once)\b"
)
_WARRANT = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:guarantee|promise|swear|give (?:you )?(?:my|our) word|vouch|pledge|"
    r"warrant)\b(?P<rest>.*)"
)


def false_promise(matter: Matter) -> list[Verdict]:
    """G5: talk of the future in words stronger than its credibility or my authority allow."""
    out: list[Verdict] = []
    authority = speaks_for(matter.case)
    for index, sentence in enumerate(matter.reading.sentences):
        clauses = [c for c in matter.reading.clauses if c.sentence == index]
        if (
            not clauses
            or all(c.mood in ("question", "condition") or c.said_by_them for c in clauses)
            or _NO_PROMISE.search(sentence)
        ):
            continue
        entry = _entry_for(sentence, matter)
        said = wording_of(sentence) or (_flatly(clauses) if entry is not None and _named(sentence, entry) else None)
        if entry is None:
            out += _unbacked(sentence, said, matter)
        elif said is not None:
            allowed = future_wording(entry.credible.likely, authority)
            if allowed is None or STRENGTH[said] > STRENGTH[allowed]:
                out.append(_too_strong(sentence, said, allowed, entry, authority))
    return out[:1]


_ABOUT_IT = re.compile(
    r"\b(?:talk\w*|discuss\w*|speak|spoke|know|ask\w*|depends?|open|question|unclear|undecided|"
    r"different|separate|another day|"
    r"later|decides?|wonder\w*|matter|would|if|whether|not|no|never|nothing|want\w*|need\w*|about|"
    r"concern\w*|cost\w*)\b"
)


def _named(sentence: str, entry: Future) -> bool:
    """Whether a sentence names a future beyond doubt: all of a short name, or two words of a longer one."""
    name = {stem(w) for w in tokens(normalise(entry.name)) if w not in STOP}
    roots = {stem(w) for w in sentence.split()}
    shared = {n for n in name if n in roots or (len(n) > 4 and any(r[:5] == n[:5] for r in roots))}
    return bool(shared) and (shared == name or (len(shared) >= 2 and len(shared) * 2 >= len(name)))


def _flatly(clauses: list[Clause]) -> Wording | None:
    """A future told as a plain fact is told as settled: 'the roll-out comes after the pilot'."""
    for clause in clauses:
        told = clause.mood in ("assertion", "proposal", "request", "fragment") and not clause.said_by_them
        if (
            told
            and clause.tense not in ("past", "perfect")
            and not clause.negated
            and not _ABOUT_IT.search(clause.text)
        ):
            return "commitment"
    return None


def _entry_for(sentence: str, matter: Matter) -> Future | None:
    roots = {stem(w) for w in sentence.split()}
    best: tuple[float, Future] | None = None
    for entry in matter.case.future:
        words = tokens(normalise(entry.name))
        name = {stem(w) for w in words if w not in STOP} or {stem(w) for w in words}
        near = {n for n in name if len(n) > 4 and any(r[:5] == n[:5] for r in roots)}
        shared = (roots | near) & (name - matter.soft or name)
        share = len(shared) / len(name)
        if shared and (share >= 0.3 or _BUSINESS.search(sentence)) and (best is None or share > best[0]):
            best = (share, entry)
    if best is None and matter.case.future and _BUSINESS.search(sentence):
        return max(matter.case.future, key=lambda f: f.credible.likely)
    if best is None and len(matter.case.future) == 1 and _TO_YOU.search(sentence) and not _THIS_DEAL.search(sentence):
        return matter.case.future[0]
    return best[1] if best else None


_TO_YOU = re.compile(
    r"\b(?:you|your|yours|together|us both)\b.*\b(?:will|shall|going to|promise\w*|guarantee\w*|certain\w*|"
    r"sure\w*|settled|next|later|soon|future|again|more|years?|always|forever|might|may|could|perhaps|"
    r"maybe|one "
    r"day|plan\w*|intend\w*|expect\w*|hope\w*)\b|\b(?:will|shall|going to|promise\w*|guarantee\w*|certain\w*|"
    r"sure\w*|might|may|perhaps|maybe|plan\w*|intend\w*|expect\w*|next|soon|one day)\b.*\b(?:you|your|yours)\b"
)
_THIS_DEAL = re.compile(
    r"\b(?:if you (?:agree|sign|like|want|prefer|order)|deliver\w*|invoice|send you (?:the|a|it|"
    r"an)|let you know|"
    r"call you|get back|tell you|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|this week|"
    r"tonight|today|"
    r"show you|meet|pay you|price|terms|start|begin|finish|be there|pick|collect|bring|write to "
    r"you|answer|thank|"
    r"hear from|look forward|would you|could you|do you|judge|talk|discuss|decide|think|depend\w*)\b"
)


def _too_strong(sentence: str, said: Wording, allowed: Wording | None, entry: Future, authority: str | None) -> Verdict:
    chance = f"{entry.credible.likely:.0%}"
    limit = f"; my authority is: {authority}" if authority and authority != "full" else ""
    fit = f"allows at most words of {allowed}" if allowed else "is too little to talk of it at all"
    why = f"“{sentence}” speaks of {entry.name} in words of {said}; a credibility of {chance}{limit} {fit}."
    return Verdict("G5", "block", why, f"{entry.name}|{allowed or ''}", "future")


def _unbacked(sentence: str, said: Wording | None, matter: Matter) -> list[Verdict]:
    found = _BUSINESS.search(sentence)
    bait = lures(sentence)
    if bait and weigh(sentence, matter.entries, matter.case, matter.soft).standing != "supported":
        why = f"“{bait}” promises future business and the case holds no such future with a credibility."
        return [Verdict("G5", "block", why, "|", "future")]
    if found and said == "commitment" and re.search(r"\b(?:you|your|yours|we|i|this|it)\b", sentence):
        if weigh(sentence, matter.entries, matter.case, matter.soft).standing == "supported":
            return []
        why = f"“{found[0]}” promises future business and the case holds no such future with a credibility."
        return [Verdict("G5", "block", why, "|", "future")]
    warrant = _WARRANT.search(sentence)
    if not warrant or not _OUTCOME.search(warrant["rest"]):
        return []
    if weigh(warrant["rest"], matter.entries, matter.case, matter.soft).standing == "supported":
        return []
    why = f"“{warrant[0].strip()}” promises an outcome that nothing in the ledger bears out."
    return [Verdict("G5", "block", why, "|", "future")]


_OUTCOME = re.compile(
    r"\b(?:it|you|this|that|they|the \w+|nothing|nobody|your \w+|prices?)\b(?: \w+)? (?:will|is|"
    r"are|gets?|never|can)\b"
)
