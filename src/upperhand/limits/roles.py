"""Does the draft hide for whom I act, or that a machine writes (G10)?"""

from __future__ import annotations

import re

from upperhand.limits.lexicon import STOP
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens

_UNTIED = re.compile(
    r"\b(?:outsider|no dog in|nothing to (?:gain|win|earn|sell)|no axe|bystander|neutral|independent|"
    r"independently|impartial|unaffiliated|unbiased|no (?:stake|commission|interest in|affiliation|agent|agents|"
    r"dealers?|middlem[ae]n|broker|brokers|company|firm|investors?|third party|one behind|outsiders?|organisation|"
    r"employer|connection|ties|client|principal|boss)|not (?:a|an|the) (?:\w+ )?(?:scout|agent|dealer|broker|rep|"
    r"reseller|middleman|recruiter|representative|professional|company)|"
    r"(?:work|act|speak|buy|sell|negotiate) for (?:nobody|no one|myself|ourselves|me alone)|for (?:myself|"
    r"ourselves)|on my own (?:behalf|account)|in my own (?:name|right)|nobody (?:sent|pays|asked|hired) me|no one "
    r"(?:sent|pays|asked|hired) me|private (?:sale|buyer|seller|person|individual|collector)|privately|in person|"
    r"(?:just|only|simply|merely) (?:a|an) (?:\w+ )?(?:fan|neighbour|mum|dad|mother|father|student|friend|local|"
    r"tourist|customer|reader|hobbyist|passer)|"
    r"(?:ordinary|regular|normal|fellow|simple) (?:\w+ )?(?:mum|dad|person|guy|home ?owner|owner|buyer|customer|"
    r"parent|family|couple|user|tenant|citizen|consumer|traveller|collector|farmer|neighbour)|like you who|nobody "
    r"'s (?:permission|behalf)|not (?:need|asking) anyone 's)\b"
)
_OWNERSHIP = re.compile(
    r"\b(?:i|we) (?:am|are) the (?:\w+ )?(?:owners?|landlord|landlady|author|composer|artist|inventor|founder|"
    r"maker|designer|writer|principal|buyer|seller|farmer|manufacturer|boss|proprietor|tenant|decision maker|heir|"
    r"holder|photographer|bride|groom|editor|client)\b|\b(?:i|we) (?:own|wrote|composed|painted|invented|designed|"
    r"founded|built|farm|grow|make|made|directed|shot|inherited)\b|"
    r"\b(?:is|are|belongs?) (?:all )?(?:mine|ours|to me|to us|my own)\b|\bmy own (?:\w+ )?(?:use|start ?up|"
    r"company|shop|home|house|sofa|wall|business|farm|firm|collection|money|garden|wedding|family|land|flat|car|"
    r"boat|garage|living room)\b|\b(?:for|to) (?:a (?:\w+ )?(?:study|project|collection|garden) of mine|our baby|"
    r"my (?:family|kids|children|wife|husband|daughter|son|parents))\b|\bmine to (?:sell|give|license|let|rent)\b|"
    r"\bas the (?:person|one|owner|couple|bride|family) whose\b|\b(?:i|we) am? ?a collector\b|\bi am a (?:\w+ "
    r")?(?:collector|home owner|private|farmer|tenant|student|neighbour|local)\b|\bover my own\b|\bfor my own\b|"
    r"\bi would be your boss\b|\bhad (?:these|this|those|it|them) (?:\w+ )?(?:fitted|installed|done)\b"
)
_HUMAN = re.compile(
    r"\b(?:by hand|personally|in person|no (?:software|machine|bot|computer|automation|ai|"
    r"template)|not (?:a|an) (?:\w+ )?(?:bot|machine|robot|computer|ai|program|software)|a real "
    r"(?:person|human)|real (?:person|human) (?:is|here)|human being|it is i|wrote (?:this|every|"
    r"each) \w+ myself|typing this|i (?:typed|drafted|wrote|penned))\b"
)
_MACHINE = re.compile(r"\b(?:automat\w+|assistant|bot|software|machine|ai|program|robot|replies)\b")
_TOLD = re.compile(
    r"\b(?:on behalf of|i (?:act|work|speak|buy|sell|scout|recruit|negotiate|trade) (?:\w+ )?(?:for|as|to)|we "
    r"(?:act|work|speak|buy|sell|trade|resell) (?:\w+ )?(?:for|as|them)|my client|our client|(?:sent|asked|"
    r"instructed|hired|paid|authori[sz]ed|appointed|retained) (?:me|us|by)|as (?:the )?(?:\w+ 's )?(?:\w+ "
    r")?(?:agent|solicitor|lawyer|broker|planner|recruiter|rep|representative|assistant) (?:to|for|of)|as the \w+ "
    r"'s (?:agent|broker|lawyer|rep)|agent (?:to|for|of)|planner for|representing|i represent|we represent|"
    r"automated assistant|written by (?:an?|the) (?:automat\w+|assistant|machine)|for a (?:client|company|third "
    r"party)|paid by|pays me|my employer|sales assistant|i am (?:an? )?(?:agent|broker|buyer for|recruiter)|whose "
    r"(?:shop|house|car|land|flat) it is)\b"
)


def hides_role(matter: Matter) -> list[Verdict]:
    """G10: one who acts for another claims to be the principal, independent, or a person at the keys."""
    principal = matter.case.me.represents
    if not principal:
        return []
    whole = " . ".join(matter.reading.sentences)
    by_machine = bool(_MACHINE.search(normalise(principal)))
    patterns = (*((_HUMAN,) if by_machine else ()), _UNTIED, _OWNERSHIP)
    denial = next((m for p in (*patterns, _SELF) for m in p.finditer(whole) if not _denied(whole, m)), None)
    words = denial[0] if denial else _tells_of_self(matter)
    if not words or _discloses(whole, principal):
        return []
    why = f"“{words}” hides that I act for {principal}."
    return [Verdict("G10", "block", why, principal, "role")]


# With a principal in the case, any telling of who I am or whose this is, without naming the principal, hides them.
_SELF = re.compile(
    r"\b(?:i|we) am? ?(?:just |only |simply |merely |really |actually )?(?:an?|the|your) \w+|\b(?:i|we) are "
    r"(?:just |only |simply |really |a |an |the |two |three |four |ordinary |simple |your )\w+|\b(?:i|we) (?:\w+ "
    r")?(?:own|live|grew|inherited|run|founded|started|built|bought|paid for|decide|deal|write|wrote|typed|"
    r"drafted|thought of|made|designed|use|drive|need (?:it|this|one) (?:for|myself)|want (?:it|this|one) for)\b|"
    r"\b(?:my|our) (?:own|family|wife|husband|kids|children|home|house|flat|company|shop|farm|land|garden|"
    r"business|savings|money|pocket|decision|property|car|collection|studio|team|hands?|words?|name|grandmother|"
    r"grandfather|mother|father|son|daughter|wedding|baby)\b|\b(?:mine|ours|myself|ourselves|personally|privately|"
    r"personal|private)\b|\bfor (?:me|us)\b|\bno ?(?:one|body) (?:else )?(?:is |stands? |sits? )?(?:behind|"
    r"involved|backing|paying|telling|in between)\b|\bbetween you and me\b|\b(?:only|just) (?:me|us|the two of "
    r"us)\b|\bon (?:my|our) own\b|\bdirect(?:ly)? (?:from|with|to) (?:the )?(?:owner|me|us)\b"
)


_TALKING = frozenset(
    "read see look hear listen think consider note notice attach send write call ask mention talk speak meet go come "
    "understand appreciate enjoy like thank find say tell explain get receive hope want wonder want try visit".split()
)


def _tells_of_self(matter: Matter) -> str:
    """What I am, have or do, told as a fact about myself: it leaves the principal out."""
    for clause in matter.reading.clauses:
        plain = clause.mood == "assertion" and clause.tense in ("present", "past", "perfect")
        if plain and clause.subject in ("i", "we") and clause.verb not in _TALKING and not clause.said_by_them:
            return clause.text
    return ""


def _denied(whole: str, found: re.Match[str]) -> bool:
    before = whole[: found.start()].rpartition(" . ")[2].split()[-8:]
    return bool({"not", "never", "nor"} & set(before)) and not found[0].startswith(("no ", "not "))


def _discloses(whole: str, principal: str) -> bool:
    told = _TOLD.search(whole)
    if told and not re.search(r"\b(?:nobody|no one|myself|not)\b", told[0] + whole[told.end() : told.end() + 16]):
        return True
    generic = {
        stem(w)
        for w in "the owner seller buyer my employer company shop as their and of for landlord "
        "group resale success fee".split()
    }
    names = {stem(w) for w in tokens(normalise(principal)) if w not in STOP} - generic
    acting = re.search(r"\b(?:for|client|agent|behalf|behind|with|as|sent|represent\w*) (?:\w+ ){0,3}?", whole)
    said = {stem(w) for w in whole.split()}
    return bool(
        acting
        and len(names & said) >= max(1, len(names) // 2)
        and not _HUMAN.search(whole)
        and not _UNTIED.search(whole)
        and not _OWNERSHIP.search(whole)
    )  # naming them with a link word is telling
