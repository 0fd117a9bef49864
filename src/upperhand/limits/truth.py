"""Is what the draft says so? G1 fabricated pressure, G2 false fact, G3 palter."""

from __future__ import annotations

import re

from upperhand.limits.claims import Claim, kinds_of, pressing
from upperhand.limits.ease import wish_of_theirs
from upperhand.limits.fields import related
from upperhand.limits.grounding import Entry, Finding, bears_figures, stated, topics, weigh
from upperhand.limits.lexicon import STOP
from upperhand.limits.material import factual, stated_plainly
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.wholes import OWNS_UP, clean_bill, declines, same_words
from upperhand.limits.words import normalise, stem, tokens
from upperhand.model.case import Alternative

_NAMES = {"rival": "another offer or rival", "deadline": "a deadline", "authority": "a limit of authority",
          "scarcity": "scarcity", "fact": "a fact"}  # fmt: skip
# Words that only say which kind of pressure it is; the ledger need not repeat them.
_KIND_WORDS = {
    "rival": "buyer client customer supplier company firm party couple people person someone somebody offer bid quote "
    "interested interest want ready willing take buy pay do say write call waiting wait else elsewhere "
    "job option "
    "alternative deal lined good better higher lower competing rival competitor send price agree "
    "accept ask come view",
    "deadline": "expire end close lapse deadline run out die go last valid good until until need answer decision "
    "decide sign must "
    "offer price gone final date due quote stand hold open table drag fall change start goes round",
    "authority": "boss manager director policy rule allow let permit approve authority limit cap ceiling go set "
    "max maximum "
    "most budget only company office higher lower past money decide say tell page agree keep cent literal wife "
    "husband partner mother "
    "father home vote own sign beyond may spend more pay allowed head together board hr mum dad",
    "scarcity": "only left remain last available stock full booked demand sold out one few slot gone place wait "
    "go fast level waiting",
}
_SOFT = {kind: frozenset(stem(w) for w in words.split()) for kind, words in _KIND_WORDS.items()}
_FIRM = ("signed", "firm", "written", "confirmed", "guaranteed", "binding", "deposit", "cash", "accepted")
_STEPS = (
    (1, r"\b(?:view|look|enquir|inquir|interest|contact|call|rang|ring|visit|meet|ask|question)"),
    (2, r"\b(?:want|would (?:take|buy|pay|do)|willing|ready|prepared|keen|happy to|will)"),
    (3, r"\b(?:offer|bid|quot|propos|tender|pay|price)"),
    (4, r"\b(?:sign|accept|agreed|deposit|cash|contract|bought|sold)"),
)
_ALL_GONE = re.compile(
    r"\b(?:sold out|fully booked|full|last|only|just|none|no more|remain\w*|left|single|gone|"
    r"out of stock)\b"
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PERSONS = _SOFT["rival"]
_BEFORE_THEN = re.compile(r"\b(?:before|by|until|after) (?:then|that)\b")  # a date told just before
DENIES = 0.6  # share of a claim an opposite entry must hold to refuse what else needs no proof


def fabricated(matter: Matter) -> tuple[list[Verdict], frozenset[int]]:
    """G1: a rival, deadline, limit of authority or scarcity without a true, dated, sourced entry.

    Also returns the places of the clauses it looked at, borne out or not, so that G2 leaves them alone.
    """
    out: list[Verdict] = []
    taken: set[int] = set()
    borne_out: set[int] = set()
    for claim in pressing(matter.reading):
        place = next(i for i, c in enumerate(matter.reading.clauses) if c is claim.clause)
        if claim.kind in ("rival", "deadline") and wish_of_theirs(claim.clause, matter.reading, matter.case.them.name):
            continue
        taken.add(place)
        if _backed(claim, matter) or (_BEFORE_THEN.search(claim.text) and place - 1 in borne_out):
            borne_out.add(place)
            continue
        found = weigh(claim.text, matter.entries, matter.case, matter.soft | _SOFT[claim.kind])
        against = f" The ledger says: {found.entry.text}." if found.standing == "contradicted" and found.entry else ""
        why = (
            f"“{claim.text}” asserts {_NAMES[claim.kind]}; no true, dated and sourced fact in the case supports "
            f"it.{against}"
        )
        entries = tuple(e for e in (found.entry,) if e and found.share >= 0.3)
        out.append(Verdict("G1", "block", why, claim.text, claim.kind, entries))
    return out, frozenset(taken)


def _backed(claim: Claim, matter: Matter) -> bool:
    if claim.kind == "rival" and any(_plain_mention(claim, a, matter) for a in matter.case.mine.alternatives):
        return True
    if claim.kind == "authority" and _by_role(claim, matter):
        return True
    firm = tuple(e for e in matter.entries if e.firm and e.kind == "fact")
    if weigh(_bare(claim.text), firm, matter.case, matter.soft).standing == "supported":
        return _enough_step(claim, firm) and _scarce_enough(claim, firm)
    return any(_kin(claim, entry, matter) for entry in firm) or _counted(claim, firm)


def _kin(claim: Claim, entry: Entry, matter: Matter) -> bool:
    """An entry of the same kind that holds what is specific in the claim."""
    same = claim.kind in kinds_of(" ".join(tokens(normalise(entry.text)))) or _speaks_of(claim.kind, entry)
    if not same or not _still_good(entry, matter):
        return False
    found = weigh(_bare(claim.text), (entry,), matter.case, matter.soft | _SOFT[claim.kind])
    nothing_specific = not (set(stated(claim.text, None).roots) - _SOFT[claim.kind] - matter.soft)
    clear = found.standing != "contradicted" and _figures_in(claim, entry, matter)
    if (
        clear
        and claim.kind == "deadline"
        and any(d[:1].isdigit() or d.startswith("?-") or d in _DAYS for d in stated(claim.text, None).said_days)
    ):
        return True  # the very day, in an entry that is about an end
    specific = found.standing == "supported" or found.share >= 0.5 or nothing_specific
    return clear and specific and _enough_step(claim, (entry,)) and _scarce_enough(claim, (entry,))


def _bare(text: str) -> str:
    """Pressure without its emphasis: 'only' and 'at all' claim nothing the ledger would have to repeat."""
    return re.sub(r"\b(?:only|just|literally|all|any|everything|at all|ever|always|fully|completely)\b", " ", text)


def _figures_in(claim: Claim, entry: Entry, matter: Matter) -> bool:
    return bears_figures(stated(_bare(claim.text), matter.case.as_of), (entry,))


def _speaks_of(kind: str, entry: Entry) -> bool:
    words = normalise(entry.text)
    pattern = {
        "rival": r"\b(?:offer|bid|quote|interest|would pay|wants|applied|viewed|invited|tender|proposal|deposit|"
        r"booked|reserved|accepted)\w*",
        "deadline": r"\b(?:expir|valid|until|ends?|closes?|deadline|due|last day|option|from \d|runs? to|last \w+ "
        r"day|until|rises?|leaves?|by \d|closing|lapse|must|before)\w*",
        "authority": r"\b(?:limit|cap|max|at most|approv|authori|policy|rule|allow|budget|band|set|fixed|ceiling|"
        r"mandate|may|must)\w*",
        "scarcity": r"\b(?:left|remain|stock|last|only|free|available|booked|full|sold|waiting|demand)\w*",
    }[kind]
    return bool(re.search(pattern, words))


def _enough_step(claim: Claim, entries: tuple[Entry, ...]) -> bool:
    """Interest does not bear out an offer, nor an offer a signature."""
    if claim.kind != "rival":
        return True
    return max((_step(e.text) for e in entries), default=0) + 1 >= _step(claim.text)


def _step(text: str) -> int:
    plain = normalise(text)
    return max((step for step, pattern in _STEPS if re.search(pattern, plain)), default=1)


def _scarce_enough(claim: Claim, entries: tuple[Entry, ...]) -> bool:
    return claim.kind != "scarcity" or any(_ALL_GONE.search(normalise(e.text)) for e in entries)


def _still_good(entry: Entry, matter: Matter) -> bool:
    return entry.when is None or matter.case.as_of is None or entry.when <= matter.case.as_of


def _counted(claim: Claim, firm: tuple[Entry, ...]) -> bool:
    """'Two other offers' where the ledger holds two of them, one an entry."""
    match = re.search(r"\b(two|three|2|3) other \w+", claim.text)
    if claim.kind != "rival" or not match or re.search(r"\d{2,}", claim.text):
        return False
    rivals = [e for e in firm if _speaks_of("rival", e) and _enough_step(claim, (e,))]
    return len(rivals) >= (2 if match[1] in ("two", "2") else 3)


def _plain_mention(claim: Claim, alternative: Alternative, matter: Matter) -> bool:
    """An alternative of mine bears out being mentioned, without day, price, strength or anything else it lacks."""
    said = stated(claim.text, matter.case.as_of)
    if (
        said.figures
        or said.said_days
        or any(w in said.plain for w in _FIRM)
        or re.search(r"\b(?:now|half|less|cheaper|more|under|beat\w*)\b", claim.text)
    ):
        return False
    name = {stem(w) for w in tokens(normalise(alternative.name)) if w not in STOP}
    roots = set(said.roots) - matter.soft
    wider = {
        "client": "job",
        "custom": "job",
        "supplier": "contractor",
        "contractor": "supplier",
        "offer": "job",
        "buyer": "offer",
    }
    shared = {r for r in roots if r in name or wider.get(r) in name}
    generic = roots <= _PERSONS and not re.search(r"\b(?:two|three|several|many|multiple|\d)\b", claim.text)
    rest = roots - name - _PERSONS - {stem(w) for w in ("could", "open", "consider", "weigh", "side", "table", "work")}
    return not rest and (bool(shared) or (generic and bool(roots & {"offer", "option", "altern", "buyer", "els"})))


def _by_role(claim: Claim, matter: Matter) -> bool:
    """What the case says of my own authority, or of whom I act for, bears out a limit told without more."""
    me = matter.case.me
    texts = [t for t in (me.authority, f"needs the approval of {me.represents}" if me.represents else None) if t]
    if not texts or (me.authority or "").strip().casefold() == "full":
        return False
    held = stated(" ".join(texts), matter.case.as_of)
    said = stated(claim.text, matter.case.as_of)
    figures = {n.value for n in held.figures}
    if any(n.value not in figures for n in said.figures) or said.said_days - held.meant_days:
        return False
    specific = set(said.roots) - _SOFT["authority"] - matter.soft
    return len(specific & set(held.roots)) * 2 >= len(specific)


def untrue(matter: Matter, taken: frozenset[int]) -> list[Verdict]:
    """G2: a checkable claim the ledger does not hold, or denies."""
    out = []
    for claim in factual(matter.reading, taken):
        if _admits(claim, matter):
            continue
        found = _ground(claim, matter)
        if found.standing == "supported":
            continue
        if found.standing == "contradicted" and found.entry:
            truth = "holds it to be untrue" if not found.entry.true else "says otherwise"
            why = f"“{claim.text}”: the ledger {truth}: {found.entry.text} ({found.entry.source or 'no source'})."
        else:
            why = (
                f"“{claim.text}” is a checkable claim and nothing in the ledger bears it out: a true fact with "
                f"source and date is missing."
            )
        entries = (found.entry,) if found.entry and found.entry.firm and found.entry.true else ()
        out.append(Verdict("G2", "block", why, claim.text, "fact", entries))
    for claim in stated_plainly(matter.reading, taken):
        found = weigh(claim.text, matter.entries, matter.case, matter.soft)
        if found.standing == "contradicted" and found.entry and found.share >= DENIES and not _admits(claim, matter):
            source = found.entry.source or "no source"
            why = f"“{claim.text}”: the ledger says otherwise: {found.entry.text} ({source})."
            out.append(Verdict("G2", "block", why, claim.text, "fact", (found.entry,)))
    return out


def _admits(claim: Claim, matter: Matter) -> bool:
    """The claim tells, in other words, a fact that would change their mind: a disclosure, not a lure."""
    near = " ".join(
        c.text for c in matter.reading.clauses if c.sentence == claim.clause.sentence and c.mood != "question"
    )
    said = stated(near, matter.case.as_of)
    for entry in matter.entries:
        if entry.marked and entry.true and not entry.stated.roots.keys().isdisjoint(said.roots):
            fresh = (set(said.roots) & set(entry.stated.roots)) - _covered(entry, matter)
            if fresh:
                return True
    return False


def _ground(claim: Claim, matter: Matter) -> Finding:
    first = weigh(claim.text, matter.entries, matter.case, matter.soft)
    if first.standing == "supported" or claim.clause.subject not in ("it", "there", "third", "none"):
        return first
    # "It was checked in May": what "it" is stands in the sentence before.
    at = next(i for i, c in enumerate(matter.reading.clauses) if c is claim.clause)
    if claim.clause.subject == "it" and at:
        before = matter.reading.clauses[at - 1].text
        found = weigh(f"{before} {claim.text}", matter.entries, matter.case, matter.soft | topics(before))
        return max((first, found), key=_rank)
    return first


def _rank(found: Finding) -> int:
    return {"unknown": 0, "contradicted": 1, "supported": 2}[found.standing]


def palters(matter: Matter, asserting: bool) -> list[Verdict]:
    """G3: a claim about what a marked fact concerns, in a draft that keeps that fact back."""
    if not asserting or (matter.answers is not None and declines(matter.reading)):
        return []
    out = []
    for entry in matter.entries:
        if not (entry.marked and entry.true) or _disclosed(entry, matter):
            continue
        link = _link(entry, matter) or clean_bill(matter.reading, entry.text)
        if not link:
            continue
        answered = matter.answers is not None and _asked_about(entry, matter)
        why = f"The draft leaves out what would change their mind: {entry.text}. " + (
            f"They asked: {matter.answers}" if answered else f"What it says of {link} invites the opposite belief."
        )
        out.append(Verdict("G3", "block" if matter.answers is not None else "warn", why, link, "disclose", (entry,)))
    return out


def _owns_up(entry: Entry, matter: Matter) -> bool:
    """Words of admission, beyond what the unmarked facts hold, about what the marked fact or the question concerns."""
    covered = _covered(entry, matter)
    subject = set(topics(entry.text)) | set(topics(matter.answers or ""))
    for clause in matter.reading.clauses:
        fresh = {r for r in topics(clause.text) if r not in covered}
        near = fresh & subject or related(frozenset(fresh), topics(entry.text))
        if near and OWNS_UP.search(matter.reading.sentences[clause.sentence]):
            return True
    return False


def _disclosed(entry: Entry, matter: Matter) -> bool:
    if _owns_up(entry, matter):
        return True
    told = " ".join(c.text for c in matter.reading.clauses if c.mood != "question")
    context = f"{told} {matter.answers or ''}"
    need = list(entry.stated.roots)
    said = stated(context, matter.case.as_of)
    mine = stated(told, matter.case.as_of)
    if not need or (set(need) & set(mine.roots) and _same_figures(entry, told, matter)):
        return True
    fresh = {r for r in need if r in mine.roots}
    held = {r for r in need if r in said.roots}
    days = bool(entry.stated.said_days and entry.stated.said_days & mine.meant_days)
    weight = len(held) + (1 if days else 0)
    claimless = set(mine.roots) - _covered(entry, matter)
    return bool(fresh) and weight / len(need) >= 0.34 and (bool(claimless & set(need)) or days)


def _same_figures(entry: Entry, told: str, matter: Matter) -> bool:
    """Whether the draft tells the marked fact's own figure, which no unmarked fact holds."""
    known = {n.value for e in matter.entries if not e.marked for n in e.stated.figures}
    fresh = {n.value for n in entry.stated.figures} - known
    return bool(fresh & {n.value for n in stated(told, matter.case.as_of).figures})


def _covered(entry: Entry, matter: Matter) -> set[str]:
    """Roots of the unmarked facts: saying these again discloses nothing."""
    return {r for e in matter.entries if not e.marked and e.kind == "fact" for r in e.stated.roots}


def _link(entry: Entry, matter: Matter) -> str:
    """What claim and marked fact are both about, in a word; '' if nothing."""
    about = set(topics(entry.text)) | {stem(w) for w in tokens(normalise(entry.source)) if w not in STOP}
    told: set[str] = set()
    for clause in matter.reading.clauses:
        if clause.mood in ("assertion", "opinion", "proposal", "fragment"):
            told |= topics(clause.text)
    told -= matter.soft
    shared: set[str] = told & about
    if not shared and matter.answers is not None:
        asked = set(topics(matter.answers))
        shared = asked & about or asked or told or {"that"}
    if not shared and (related(frozenset(told), topics(entry.text)) or _points_at_it(entry, told, matter)):
        shared = told
    if not shared:
        shared = same_words(entry.text, " ".join(c.text for c in matter.reading.clauses if c.mood != "question"))
    return sorted(shared)[0] if shared else ""


def _points_at_it(entry: Entry, told: set[str], matter: Matter) -> bool:
    """'This batch was recalled': a fact about what is on offer itself, beside a claim that vouches for the offer."""
    return entry.text.casefold().startswith(("this ", "these ")) and bool(told & _covered(entry, matter))


def _asked_about(entry: Entry, matter: Matter) -> bool:
    return bool(topics(matter.answers or "") & topics(entry.text))
