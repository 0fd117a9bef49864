"""Does the draft flatter or rush? G8 hollow flattery, G9 pressure timing."""

from __future__ import annotations

import re

from upperhand.limits.grounding import Entry, stated
from upperhand.limits.lexicon import STOP
from upperhand.limits.valence import DECISIVE, FLATTERING_TURNS, GLOWING, IMMEDIATE
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens

# --- G8 ------------------------------------------------------------------------------------------------------------

_GLOW = (
    r"(?:best|finest|greatest|sharpest|smartest|loveliest|kindest|nicest|coolest|most \w+|wonderful|amazing|brilliant|genius|fantastic|incredible|extraordinary|exceptional|outstanding|legendary|legend|unique|remarkable|impressive|inspir\w+|gifted|talented|clever|intelligent|wise|brave|generous|gracious|kind|beautiful|gorgeous|stunning|lovely|charming|handsome|young|perfect|flawless|superb|"
    r"magnificent|marvellous|splendid|exquisite|world class|top notch|second to none|unmatched|incomparable|star|angels?|hero|master|expert|connoisseur|visionary|artist|professionals?|true professional|heart of gold|heaven|treasure|gem|pearl|joy|privilege|honour|awe|favourite|admire\w*|adore\w*|impeccable|exemplary|phenomenal|terrific|great|sharp|elegant|stylish|delightful|superstar|icon|rock|blessing|special|divine|rare|calibre|discerning|sophisticated|refined|taste)"
)
_PRAISE = re.compile(
    rf"\b(?:you|you 've|you are|you have|yourself|yours)\b(?: \w+){{0,7}}? (?:\w+ )?{_GLOW}\b|\byour (?:\w+ ){{1,6}}?(?:is|are|was|were|must be|looks?|has|have|sounds?|tastes?|knows?|took|puts?)(?: \w+){{0,6}}? {_GLOW}\b|"
    rf"\b{_GLOW} (?:\w+ ){{0,4}}?(?:like (?:you|yourself|yours)|such as yourself|as you|of your|you \w+)\b|\b\w+ of your (?:stature|calibre|standing|experience|intelligence|taste|class|rank|talents?|quality|eminence|greatness|vision|brilliance|wisdom|generosity)\b|\b(?:people|someone|anyone|women|men|clients?|buyers?|hosts?) like you\b|\bone in a million\b|\bwith your (?:\w+ ){0,2}?(?:mind|brain|brains|eye|taste|skill|skills|talent|intelligence|experience|sense|gift)\b|\bfit for (?:a )?(?:king|queen|kings|royalty)\b|\b(?:no|without) equal\b|\b(?:deepest|greatest|highest|utmost) (?:reverence|admiration|esteem|respect)\b|\bhonoured beyond\b|\b(?:luminary|radiant)\b|\b(?:some ?one|a (?:man|woman|person)|people|person) (?:of|with) (?:your|such)\b|\b(?:i|we) (?:\w+ )?(?:admire|adore|love|loved|worship|envy|am in awe|are in awe|am a (?:huge|big|great) (?:fan|admirer)|look up to|am (?:so |deeply |truly |really )?(?:impressed|inspired))\b(?: \w+){{0,4}}? (?:you|your|everything you)\b|"
    rf"\b(?:such a|what a|quite the|a real|a true) (?:\w+ )?{_GLOW}\b|\bmy compliments\b|\bhats off\b|\bnobody (?:\w+ ){{1,4}}(?:like|better than|as well as) you\b|\b(?:finest|best|loveliest|nicest|kindest) \w+ (?:i|we|anyone)\b|\b(?:liked?|loved?|enjoyed|impressed by) (?:the|your)\b(?: \w+){{0,3}} (?:you|talk|speech|work|article|book|piece)\b|\bwas careful work\b|\bstrong record\b|\b(?:well done|congratulations|bravo|chapeau|kudos)\b"
)
_GREETING = re.compile(r"\b(?:lovely|nice|good|great|wonderful|a (?:pleasure|joy|privilege)|delighted|happy|glad|pleased) to (?:meet|see|hear|talk|speak|have met|get to know)\b(?: (?:to|from|with))? (?:you|your)\b")
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
        why = f"“{words}” praises without a concrete, true thing it refers to: no attested act and no fact of the ledger stands behind it."
        out.append(Verdict("G8", "warn", why, words, "praise"))
    return out[:1]


_YOU = frozenset(("you", "your", "yours", "yourself", "yourselves"))
_TURN = re.compile(rf"\b(?:{FLATTERING_TURNS})\b")
_LINK = frozenset("are is was were be been have has must look looks seem sound know knows make makes made do did as like such with of what how in".split())
_NOT_PRAISE = re.compile(
    r"\b(?:to be|be|being|quite) (?:honest|frank|fair|open|clear|original|patient|so kind|kind enough)\b|\b(?:your|you) (?:very |own )?best\b|\bbest (?:price|offer|date|day|time|option|way|rate|wishes|regards|terms|for (?:you|both|us)|suits|if)\b|\b(?:suits?|works?|fits?|fine|perfect|good|great|ideal|pleasant|right|lovely|important|precious|valuable) (?:\w+ )?(?:for|by|with|to) you\b|\byour (?:dream|ideal|favourite|original|sample|star|model|golden|heart|world|master|gem|calm|patient|sharp)s?\b(?= (?:home|house|date|colour|offer|plan|job|one|drawing|sheet|rating|number|price|design|text|document|copy))|\b(?:not|never) (?:\w+ )?(?:perfect|good|great|fine|clear)\b|\bdear (?:mr|mrs|ms|dr|sir|madam|all|both|professor|colleague)\b"
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


# --- G9 ------------------------------------------------------------------------------------------------------------

_RUSH = re.compile(
    r"\bwhat is it going to be\b|\bstill thinking\b|\bfinger is on\b|\bfinger 's on\b|\b(?:sign|initial|nod|shake)\b(?: \w+){0,4} (?:and )?(?:we are|it is|you are) (?:done|yours|sorted)\b|\bdither\w*\b|\b(?:our|your|the) window\b|\bfive four three\b|\bthree two one\b|\b(?:this|the very|that) instant\b|\b(?:the (?:moment|second|minute) you|as soon as you|once you) (?:leave|walk|hang|step|go|close|turn|drive|are out|have left)\b|\b(?:or (?:not at all|never|forget it|nothing|it is (?:gone|off|over)))\b|\b(?:before (?:anyone|anybody|someone|somebody|the others?) (?:else )?(?:sees?|comes?|takes?|snaps?|gets?|notices?|finds?))\b|^(?:quick|quickly|sharpish|fast)\b|\b(?:pronto|sharpish|asap)\b|\b(?:you have|you have got|i give you|i will give you|that leaves you|there are) (?:\w+ )?(?:\d+|one|two|three|five|ten|fifteen|twenty|thirty|sixty|ninety|half an?|an) (?:more )?(?:seconds?|minutes?|hours?)\b|\b(?:on the spot|this (?:very )?(?:minute|second|instant|moment)|right (?:now|here|away)|here and now|at once|immediately|straight away|instantly|as we speak|while (?:we are|i am|you are) (?:\w+ )?(?:standing|here|sitting|on)|before (?:i|you|we) (?:hang up|leave|left|walk|go|put|end)|until i (?:hang up|leave)|now or never|rn|before the end of (?:this|the|our) (?:call|meeting|talk|conversation|visit|day)|in the next (?:\w+ )?(?:minutes?|seconds?|hour)|before (?:my|the|our) (?:boss|manager|wife|partner|colleague)\b.*\b(?:comes?|changes?|returns?|gets?)|"
    r"by the time (?:i|you)|within the (?:hour|minute)|(?:this|today 's) (?:call|meeting) only|quick quick|not asking (?:you )?(?:twice|again)|(?:this|that) is your (?:last|only|one) chance|hurry|chop chop|last chance|make up your mind|going once|final answer|yes or no (?:now|please|this)|no (?:second thoughts|cooling off|going home|sleeping on|more thinking))\b"
)
_ASK_DECIDE = re.compile(
    r"\b(?:answer|decide|decision|decid\w+|yes|sign|signature|say yes|shake|commit|commitment|agree|deal|take it|buy|accept|confirm|offer|price|discount|deposit|pen|name on|pay|reply|grab|book|order|order now|mind|never|upgrade|changes?|free|throw in|it is yours|fee|i will|then|or|sees?|back|full|\d+|not at all|call|next|go|take|leave|thinking|what|finger|initial|nod|window|hold|is)\b"
)
_NO_THINK = re.compile(
    r"\bsign first\b|\b(?:read|think|ask|check|talk)\w* (?:it |about it )?(?:later|afterwards|at home)\b(?=.*\b(?:sign|now|first)\b)|\bsign\b.*\b(?:can|could) (?:read|check|think|ask)\b|\bwhoever (?:thinks|hesitates|waits|sleeps)\b|\b(?:who|he who|those who|if you) (?:hesitates?|wait|dither)\b.*\b(?:loses?|lost|miss)\b|\bwhat are you waiting for\b|\bnot (?:leaving|going|moving|hanging up|getting up) (?:\w+ ){0,3}?(?:without|until)\b|\bi will count to\b|\bcount(?:ing)? to (?:three|five|ten)\b|\b(?:as long as|while) (?:this|the|our) (?:call|meeting|talk|conversation|chat|visit) (?:lasts|runs|goes)\b|\blater i will not\b|\b(?:can not|do not|must not|may not|no|without|never mind|forget) (?:\w+ )?(?:call\w*|ask\w*|phon\w*|talk\w*|consult\w*|check\w*|show\w*|ring\w*|speak\w*)\b(?: \w+){0,3} (?:your|a|any|with|to|anyone|anybody|it) ?(?:\w+ )?(?:partner|wife|husband|lawyer|boss|accountant|bank|mother|father|family|friend|anyone|anybody|first|expert|advisor|agent|doctor|team|colleagues?)\b|\b(?:bother|bothering|worry|waste time) (?:\w+ )?(?:read\w*|check\w*|with the (?:small|fine) print|about the (?:small|fine) print)\b|\b(?:small|fine) print\b(?=.*\bjust sign)|\b(?:can not|do not|no) (?:\w+ )?(?:sleep\w*|think\w*) (?:on|about|over)\b|\bno time (?:to|for)\b|\bthere is no time\b|\b(?:do not|no need to|stop|without|instead of) (?:\w+ )?(?:think\w*|sleep\w*|ask\w*|consult\w*|check\w*|wait\w*|going home|go home|talk to|read\w*|show\w*|call\w*|discuss\w*|compar\w*|hesitat\w*|overthink\w*)\b.*\b(?:it|over|lawyer|home|wife|husband|partner|anyone|here|now|sign|contract|small print|terms|around|others?)\b|"
    r"\b(?:do not|can not|will not) (?:\w+ )?(?:repeat|offer|hold|wait)\b.*\b(?:once|after|again|leave|left|out (?:of )?that door)\b|\bthink(?:ing)? (?:about )?(?:it )?(?:over )?(?:is for|later)\b"
)
_SLIPPED_IN = re.compile(
    r"\b(?:before you (?:\w+ ){0,2}?(?:answer|say|speak|refuse|open|turn|reply|respond|decide|object)|do not (?:answer|say|decide|reply|respond)(?: \w+){0,3}|hold (?:your answer|on|that thought)|let me stop you|stop right there|wait\b.*\b(?:say|answer|not done|more)|not (?:all|done|finished)|that is not all|but wait|let me finish)\b"
)
_SWEET = re.compile(r"\b(?:throw in|add|also get|on top|as well|too|extra|free|bonus|include|plus|even|gift|more|another|double|sweeten)\b")
_COUNTDOWN = re.compile(
    r"\b(?:today|tonight|now|this (?:morning|afternoon|evening))\b.*\b(?:tomorrow|later|afterwards|next (?:time|week))\b.*\b(?:full|more|price|dearer|higher|gone|no longer|not|extra|cost|costs|up|double|nothing|too late|off)\b|\b(?:tomorrow|later|afterwards)\b.*\b(?:is|costs?|will be|goes) (?:\w+ )?(?:full|more|dearer|higher|gone|extra|double|up|off|too late|back (?:up|to))\b|\b(?:goes|go|is|jumps?|shoots?) (?:right |straight )?back (?:up|to (?:the )?(?:full|normal|list|old))\b|\bit is (?:now|today|tonight)\b(?! (?:that|a|the|my|our))|\b(?:seconds?|minutes?)\b.*\b(?:then|or) i\b|\b(?:until|till|before|by) (?:the end of|i finish|we finish|you finish|the close of|the conclusion of) ?(?:this|our|the)? ?(?:call|meeting|talk|conversation|visit|coffee|lunch|hour|sentence|viewing)?\b(?=.*(?:call|meeting|talk|conversation|visit|coffee|lunch|hour|viewing|finish))|\b(?:gone|over|off) in (?:an?|one|two|half|\d+|a few|ten|five|twenty) (?:\w+ )?(?:hours?|minutes?|seconds?)\b|\b(?:disappears?|vanish(?:es)?|ends?|expires?|dies|goes|stops?) (?:at|by|in) (?:midnight|noon|an hour|one|five|six|tonight|the end of (?:the|this) (?:day|call|hour))\b|\b(?:today|tonight|this (?:weekend|afternoon|evening|morning|hour|week)|(?:next|only|for) (?:\w+ )?(?:\d+|one|two|three|five|ten|twenty|thirty|sixty|twenty four) (?:minutes?|hours?)) only\b|\bonly (?:today|tonight|this (?:weekend|afternoon|evening|morning|hour|week|minute)|now|for (?:today|the next \w+|\d+ \w+)|until (?:tonight|midnight|noon|i \w+|the end of this))\b|\b(?:\d+|one|two|five|ten|twenty|thirty|twenty four|forty eight|sixty) (?:minutes?|hours?)\b.*\b(?:then|after|or|start|left|gone|drops?|someone else|expires?|rises?|to (?:decide|answer|sign))\b|"
    r"\b(?:each|every|per) (?:\w+ )?(?:hour|minute|day) (?:\w+ )?(?:costs?|adds?|later|you wait|of delay)\b|\bclock (?:is |has )?(?:ticking|running|started)\b|\b(?:tick tock|ages badly|melts? away|slipping away|gone by (?:tonight|tomorrow|noon|lunchtime|the time))\b|\b(?:held|hold(?:ing)?|reserved?) (?:\w+ ){0,3}?(?:for )?(?:\d+|one|two|five|ten|twenty|thirty|an|half an) (?:minutes?|hours?)\b|\b(?:offer|price|deal|discount)\b.*\b(?:dies|ends|expires|gone|good|only|valid|goes up|is off)\b.*\b(?:today|tonight|midnight|minutes?|hours?|now|this call|the door|hang up|leave)\b"
)
_ROOM = re.compile(r"\b(?:take (?:your|all the|the|as much|a) (?:time|week|days?|month)|no (?:rush|hurry|pressure)|sleep on it|think it over|talk (?:it|them) over|plenty of time|whenever (?:you|it)|at your leisure|can wait|let (?:your|a) (?:lawyer|wife|husband|partner)|when you have had|do not (?:need to|have to) (?:decide|answer))\b")


def rushes(matter: Matter, unbacked_deadlines: list[Verdict]) -> list[Verdict]:
    """G9: an answer demanded on the spot, a sweetener slipped in before they can answer, an expiry that is not real."""
    for index, sentence in enumerate(matter.reading.sentences):
        why = _hurry(sentence, matter, index)
        if why:
            return [Verdict("G9", "block", f"{why} Full terms and time to respond are due.", sentence, "time")]
    if unbacked_deadlines:
        about = unbacked_deadlines[0].about
        why = f"“{about}” presses with an expiry that no dated, sourced fact bears out."
        return [Verdict("G9", "block", why, about, "time")]
    return []


def _hurry(sentence: str, matter: Matter, index: int) -> str | None:
    forbids_thought = _NO_THINK.search(sentence)
    if re.search(r"\b(?:read|think|ask|check|talk)\w* (?:it |them |about it )?(?:\w+ )?(?:at home )?first\b", sentence) or (_ROOM.search(sentence) and not forbids_thought):
        return None
    if matter.reading.asked[index] and not re.search(r"\bwaiting for\b", sentence) and re.match(r"(?:when|would|could|can|do|is|are|what|how|shall)\b", sentence):
        return None
    slipped = _SLIPPED_IN.search(sentence)
    if slipped and _SWEET.search(" ".join(matter.reading.sentences[index : index + 2])):
        return f"“{slipped[0]}” slips in a sweetener before they can answer."
    if forbids_thought and not re.match(r"(?:i|we) (?!will count)", sentence[forbids_thought.start() :]):
        return f"“{forbids_thought[0]}” takes away the time to think."
    rush = _RUSH.search(sentence)
    if rush and _ASK_DECIDE.search(sentence) and not (re.match(r"(?:i|we) (?:can|could|will|would|am|are)\b(?! need)", sentence) and not re.search(r"\b(?:only if|if you|but|before you|or)\b", sentence)):
        return f"“{rush[0]}” demands an answer on the spot."
    haste = _haste(sentence)
    if haste and not _expiry_backed(sentence, matter):
        return f"“{haste}” leaves no time to respond."
    count = _COUNTDOWN.search(sentence)
    if count and not _expiry_backed(sentence, matter):
        return f"“{count[0]}” presses with time that no dated, sourced fact bears out."
    return None


_NOW = re.compile(rf"\b(?:{IMMEDIATE})\b")
_DECIDE = re.compile(rf"\b(?:{DECISIVE})\b")
_PRESS = re.compile(
    r"\b(?:only|or (?:it|the|i|we|you|lose|forget|else|never|not|nothing)|otherwise|gone|loses?|lost|miss|forfeit|(?:not|never) (?:\w+ )?(?:wait|hold|repeat|come back|leave|offer|ask|be (?:here|back|there)|last|answer|pick up)|no (?:time|second|going|waiting|thinking|more|need to (?:ask|think|read|check|call))|must|i (?:\w+ )?(?:need|want|expect|insist on|demand|require) (?:your|an|a|you|the|to (?:know|hear|have))|we (?:\w+ )?(?:need|want|expect|require) (?:your|an|a|you|to (?:know|hear|have))|have (?:got )?to (?:decide|sign|say|choose|answer|know|commit|hear|have)|last|final|expires?|drops?|rises|doubles|withdraw\w*|off the table|then (?:i|it|the|we|that)|goes? (?:up|away|off|to|back)|better|just (?:sign|say|do|take|pay)|come on|let us (?:sign|go|shake|close)|starts? now|start now|start(?:ed|ing)? (?:now|the)|costs? (?:you|another))\b"
    r"|^(?:so |and |well |then |come on |please )?(?:decide|sign|answer|say|tell me|take|grab|choose|pick|shake|pay|make up|give me|commit|agree|accept|buy|order|confirm|act|book|put|hand)\b"
)
_OWN_DOING = re.compile(r"^(?:so |and |then )?(?:i|we) (?:can|could|will|would|may|might|am|are|was|were|have|had|just|already|only just)\b(?! (?:need|only|not (?:wait|hold|repeat|offer|leave|ask)))")
_LEISURE = re.compile(r"\b(?:no need to|not (?:need|have) to|need not|without (?:having|needing) to|does not have to|rather not|do not (?:need|have|want) (?:you )?to|not (?:a|any) (?:rush|hurry)|next (?:week|month)|whenever|as (?:you|long as you) (?:like|wish|want)|if (?:you like|it suits|that suits|possible|you can)|would (?:like|love|prefer|be glad|be happy)|after you have|when you have|once you have|ask me|take it home|could you|would you|may i|shall we)\b")


def _haste(sentence: str) -> str:
    """Immediate time, a decision and a push in one sentence, without room to think; '' otherwise."""
    now, decide, push = _NOW.search(sentence), _DECIDE.search(sentence), _PRESS.search(sentence)
    if not (now and decide and push) or _LEISURE.search(sentence):
        return ""
    if _OWN_DOING.match(sentence) and not re.search(r"\b(?:only|or|before you|if you|unless)\b", sentence):
        return ""
    spans = {now.span(), decide.span(), push.span()}
    return now[0] if len(spans) >= 2 else ""


def _expiry_backed(sentence: str, matter: Matter) -> bool:
    said = stated(sentence, matter.case.as_of)
    for entry in matter.entries:
        if entry.firm and entry.kind == "fact" and set(said.roots) & set(entry.stated.roots):
            marked = said.said_days - {"today", "tonight"} if "today" in entry.stated.meant_days else said.said_days
            timed = re.search(r"\b(?:until|to|end\w*|expir\w+|valid\w*|clos\w+|only|runs?|leav\w+|due|by)\b", normalise(entry.text))
            if marked <= entry.stated.meant_days and timed and ("weekend" not in sentence or "weekend" in normalise(entry.text)):
                return True
    return False
