"""Does the draft praise without a true thing it refers to (G8)?"""

from __future__ import annotations

import re

from upperhand.limits.grounding import Entry, stated
from upperhand.limits.lexicon import STOP
from upperhand.limits.valence import FLATTERING_TURNS, GLOWING
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens

_GLOW = (
    r"(?:best|finest|greatest|sharpest|smartest|loveliest|kindest|nicest|coolest|most \w+|wonderful|amazing|"
    r"brilliant|genius|fantastic|incredible|extraordinary|exceptional|outstanding|legendary|legend|unique|"
    r"remarkable|impressive|inspir\w+|gifted|talented|clever|intelligent|wise|brave|generous|gracious|kind|"
    r"beautiful|gorgeous|stunning|lovely|charming|handsome|young|perfect|flawless|superb|"
    r"magnificent|marvellous|splendid|exquisite|world class|top notch|second to none|unmatched|"
    r"incomparable|star|"
    r"angels?|hero|master|expert|connoisseur|visionary|artist|professionals?|true professional|heart of gold|"
    r"heaven|treasure|gem|pearl|joy|privilege|honour|awe|favourite|admire\w*|adore\w*|impeccable|exemplary|"
    r"phenomenal|terrific|great|sharp|elegant|stylish|delightful|superstar|icon|rock|blessing|special|"
    r"divine|rare|"
    r"calibre|discerning|sophisticated|refined|taste)"
)
_PRAISE = re.compile(
    rf"\b(?:you|you 've|you are|you have|yourself|yours)\b(?: \w+){{0,7}}? (?:\w+ )?{_GLOW}\b|\byour (?:\w+ "
    rf"){{1,6}}?(?:is|are|was|were|must be|looks?|has|have|sounds?|tastes?|knows?|took|puts?)(?: \w+){{0,6}}? "
    rf"{_GLOW}\b|"
    rf"\b{_GLOW} (?:\w+ ){{0,4}}?(?:like (?:you|yourself|yours)|such as yourself|as you|of your|"
    rf"you \w+)\b|\b\w+ "
    rf"of your (?:stature|calibre|standing|experience|intelligence|taste|class|rank|talents?|quality|eminence|"
    rf"greatness|vision|brilliance|wisdom|generosity)\b|\b(?:people|someone|anyone|women|men|clients?|buyers?|"
    rf"hosts?) like you\b|\bone in a million\b|\bwith your (?:\w+ ){0, 2}?(?:mind|brain|brains|eye|taste|skill|"
    rf"skills|talent|intelligence|experience|sense|gift)\b|\bfit for (?:a )?(?:king|queen|kings|"
    rf"royalty)\b|\b(?:no|"
    rf"without) equal\b|\b(?:deepest|greatest|highest|utmost) (?:reverence|admiration|esteem|respect)\b|"
    rf"\bhonoured "
    rf"beyond\b|\b(?:luminary|radiant)\b|\b(?:some ?one|a (?:man|woman|person)|people|person) (?:of|"
    rf"with) (?:your|"
    rf"such)\b|\b(?:i|we) (?:\w+ )?(?:admire|adore|love|loved|worship|envy|am in awe|are in awe|"
    rf"am a (?:huge|big|"
    rf"great) (?:fan|admirer)|look up to|am (?:so |deeply |truly |really )?(?:impressed|inspired))\b(?: "
    rf"\w+){{0,4}}? (?:you|your|everything you)\b|"
    r"\brock ?stars?\b|\bborn \w+(?:er|or)\b|\bthe way you (?:do|can)\b|\b(?:great|fantastic|excellent|"
    r"brilliant|superb) question\b|"
    r"\b(?:listen|talk) to you for (?:hours|days|ever)\b|\btop notch (?:people|team|work|service|"
    r"vibe)\b|\br a (?:legend|star|genius|hero)\b|"
    rf"\b(?:such a|what a|quite the|a real|a true) (?:\w+ )?{_GLOW}\b|\bmy compliments\b|\bhats off\b|\bnobody "
    rf"(?:\w+ ){{1,4}}(?:like|better than|as well as) you\b|\b(?:finest|best|loveliest|nicest|kindest) "
    rf"\w+ (?:i|we|"
    rf"anyone)\b|\b(?:liked?|loved?|enjoyed|impressed by) (?:the|your)\b(?: \w+){{0,3}} (?:you|talk|"
    rf"speech|work|"
    rf"article|book|piece)\b|\bwas careful work\b|\bstrong record\b|\b(?:well done|congratulations|"
    rf"bravo|chapeau|"
    rf"kudos)\b"
)
_GREETING = re.compile(
    r"\b(?:lovely|nice|good|great|wonderful|a (?:pleasure|joy|privilege)|delighted|happy|glad|"
    r"pleased) to (?:meet|see|hear|talk|speak|have met|get to know)\b(?: (?:to|from|with))? "
    r"(?:you|your)\b"
)
_THANKS = re.compile(r"\b(?:thanks|thank you|thx|grateful|(?:i|we) (?:\w+ )?appreciate)\b")
_GLOWING = re.compile(rf"^{_GLOW}$")


def flatters(matter: Matter) -> list[Verdict]:
    """G8: praise without a concrete, true thing it refers to, in the ledger or attested by the user."""
    held = _referents(matter)
    out = []
    for index, sentence in enumerate(matter.reading.sentences):
        words = _praise(_GREETING.sub(" ", sentence))
        if not words or matter.reading.asked[index] or (_THANKS.search(sentence) and not _trait(sentence)):
            continue
        near = " ".join(matter.reading.sentences[max(0, index - 1) : index + 2])
        if _refers(near, held, matter):
            continue
        why = (
            f"“{words}” praises without a concrete, true thing it refers to: no attested act and no fact of the "
            f"ledger stands behind it."
        )
        out.append(Verdict("G8", "warn", why, words, "praise"))
    return out[:1]


_YOU = frozenset(("you", "your", "yours", "yourself", "yourselves"))
_TURN = re.compile(rf"\b(?:{FLATTERING_TURNS})\b")
_LINK = frozenset(
    "are is was were be been have has must look looks seem sound know knows make makes made do did "
    "as like such with of what how in".split()
)
_NOT_PRAISE = re.compile(
    r"\byou (?:said|wrote|told|mentioned)\b.*|\b(?:to be|be|being|quite) (?:honest|frank|fair|open|"
    r"clear|original|patient|so kind|kind enough)\b|"
    r"\b(?:your|you) (?:very |own )?best\b|\bbest (?:price|offer|date|day|time|option|way|rate|wishes|regards|"
    r"terms|for (?:you|both|us)|suits|if)\b|\b(?:suits?|works?|fits?|fine|perfect|good|great|ideal|"
    r"pleasant|right|"
    r"lovely|important|precious|valuable) (?:\w+ )?(?:for|by|with|to) you\b|\byour (?:dream|ideal|favourite|"
    r"original|sample|star|model|golden|heart|world|master|gem|calm|patient|sharp)s?\b(?= (?:home|house|date|"
    r"colour|offer|plan|job|one|drawing|sheet|rating|number|price|design|text|document|copy))|\b(?:not|never) "
    r"(?:\w+ )?(?:perfect|good|great|fine|clear)\b|\bdear (?:mr|mrs|ms|dr|sir|madam|all|both|professor|"
    r"colleague)\b"
)


def _praise(sentence: str) -> str:
    """The words that praise a person or what is theirs; '' where there are none."""
    found = _PRAISE.search(sentence)
    if found:
        return found[0]
    cleared = _NOT_PRAISE.sub(" ", sentence)
    words = cleared.split()
    near = _YOU & set(words)
    turn = _TURN.search(cleared)
    if turn and (near or turn[0].startswith("such ")):
        return turn[0]
    for i, word in enumerate(words):
        if stem(word) not in GLOWING or (words[i - 1] if i else "") in ("not", "no", "could", "would"):
            continue
        before, after = words[max(0, i - 9) : i], words[i + 1 : i + 6]
        owned = [j for j, b in enumerate(before) if b in _YOU]
        tied = owned and (len(before) - owned[-1] <= 2 or bool(_LINK & set(before[owned[-1] :])))
        if tied or (_YOU & set(after) and _LINK & set(after)):
            return " ".join(words[max(0, i - 3) : i + 3])
    return ""


def _trait(sentence: str) -> bool:
    return bool(re.search(rf"\byou are (?:\w+ ){{0,4}}?{_GLOW}\b", sentence))


def _referents(matter: Matter) -> tuple[str, ...]:
    acts = [f"{a.referent or ''} {a.do if a.referent else ''}" for a in matter.case.acts if a.attested and a.referent]
    quotes = [e.quote for e in matter.case.evidence if e.quote]
    return (*acts, *quotes)


def _refers(text: str, held: tuple[str, ...], matter: Matter) -> bool:
    said = {r: p for r, p in stated(text, matter.case.as_of).roots.items() if not _GLOWING.match(r)}
    firm: list[Entry] = [e for e in matter.entries if e.firm and e.kind == "fact"]
    for roots in ({stem(w) for w in tokens(normalise(h)) if w not in STOP} for h in held):
        if len(roots & set(said)) >= min(2, len(roots)):
            return True
    for entry in firm:
        shared = [r for r in said if r in entry.stated.roots]
        same = [r for r in shared if said[r] == entry.stated.roots[r]]
        if len(shared) >= 2 and len(same) == len(shared):
            return True
    return False
