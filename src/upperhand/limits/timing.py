"""Does the draft rush them: an answer on the spot, a sweetener slipped in, an expiry that is not real (G9)?"""

from __future__ import annotations

import re

from upperhand.limits.ease import untimed
from upperhand.limits.grounding import stated
from upperhand.limits.haste import calm, presses
from upperhand.limits.valence import DECISIVE, IMMEDIATE
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise

_RUSH = re.compile(
    r"\bwhat is it going to be\b|\bstill thinking\b|\bfinger is on\b|\bfinger 's on\b|\b(?:sign|initial|nod|"
    r"shake)\b(?: \w+){0,4} (?:and )?(?:we are|it is|you are) (?:done|yours|sorted)\b|\bdither\w*\b|"
    r"\b(?:is our|is your|is the) window\b|\bfive four three\b|\bthree two one\b|\b(?:this|the very|that) instant\b|"
    r"\b(?:the (?:moment|"
    r"second|minute) you|as soon as you|once you) (?:leave|walk|hang|step|go|close|turn|drive|are out|have "
    r"left)\b|\b(?:or (?:not at all|never|forget it|nothing|it is (?:gone|off|over)))\b|\b(?:before (?:anyone|"
    r"anybody|someone|somebody|the others?) (?:else )?(?:sees?|comes?|takes?|snaps?|gets?|notices?|finds?))\b|"
    r"^(?:quick|quickly|sharpish|fast)\b|\b(?:pronto|sharpish|asap)\b|\b(?:you have|you have got|i give you|i "
    r"will give you|that leaves you|there are) (?:\w+ )?(?:\d+|one|two|three|five|ten|fifteen|twenty|thirty|sixty|"
    r"ninety|half an?|an) (?:more )?(?:seconds?|minutes?|hours?)\b|\b(?:on the spot|this (?:very )?(?:minute|"
    r"second|instant|moment)|right (?:now|here|away)|here and now|at once|immediately|straight away|instantly|as "
    r"we speak|while (?:we are|i am|you are) (?:\w+ )?(?:standing|here|sitting|on)|before (?:i|you|we) (?:hang up|"
    r"leave|left|walk|go|put|end)|until i (?:hang up|leave)|now or never|rn|before the end of (?:this|the|our) "
    r"(?:call|meeting|talk|conversation|visit|day)|in the next (?:\w+ )?(?:minutes?|seconds?|hour)|before (?:my|"
    r"the|our) (?:boss|manager|wife|partner|colleague)\b.*\b(?:comes?|changes?|returns?|gets?)|"
    r"by the time (?:i|you)|within the (?:hour|minute)|(?:this|today 's) (?:call|meeting) only|quick quick|not "
    r"asking (?:you )?(?:twice|again)|(?:this|that) is your (?:last|only|one) chance|hurry|chop chop|last chance|"
    r"make up your mind|going once|final answer|yes or no (?:now|please|this)|no (?:second thoughts|cooling off|"
    r"going home|sleeping on|more thinking))\b"
)
_ASK_DECIDE = re.compile(
    r"\b(?:answer|decide|decision|decid\w+|yes|sign|signature|say yes|shake|commit|commitment|agree|deal|take it|"
    r"buy|accept|confirm|offer|price|discount|deposit|pen|name on|pay|reply|grab|book|order|order now|mind|never|"
    r"upgrade|changes?|free|throw in|it is yours|fee|i will|then|or|sees?|back|full|\d+|not at all|call|next|go|"
    r"take|leave|thinking|what|finger|initial|nod|window|hold|is)\b"
)
_NO_THINK = re.compile(
    r"\bsign first\b|\b(?:read|think|ask|check|talk)\w* (?:it |about it )?(?:later|afterwards|at "
    r"home)\b(?=.*\b(?:sign|now|first)\b)|\bsign\b.*\b(?:can|could) (?:read|check|think|ask)\b|\bwhoever "
    r"(?:thinks|hesitates|waits|sleeps)\b|\b(?:who|he who|those who|if you) (?:hesitates?|wait|"
    r"dither)\b.*\b(?:loses?|lost|miss)\b|\bwhat are you waiting for\b|\bnot (?:leaving|going|moving|hanging up|"
    r"getting up) (?:\w+ ){0,3}?(?:without|until)\b|\bi will count to\b|\bcount(?:ing)? to (?:three|five|ten)\b|"
    r"\b(?:as long as|while) (?:this|the|our) (?:call|meeting|talk|conversation|chat|visit) (?:lasts|runs|goes)\b|"
    r"\bwithout (?:\w+ )?(?:thinking|reading|asking|checking) (?:too much|it|twice|about|long)|\blater i will not\b|"
    r"\b(?:can not|do not|must not|may not|no|without|never mind|forget) (?:\w+ )?(?:call\w*|"
    r"ask\w*|phon\w*|talk\w*|consult\w*|check\w*|show\w*|ring\w*|speak\w*)\b(?: \w+){0,3} (?:your|a|any|with|to|"
    r"anyone|anybody|it) ?(?:\w+ )?(?:partner|wife|husband|lawyer|boss|accountant|bank|mother|father|family|"
    r"friend|anyone|anybody|first|expert|advisor|agent|doctor|team|colleagues?)\b|\b(?:bother|bothering|worry|"
    r"waste time) (?:\w+ )?(?:read\w*|check\w*|with the (?:small|fine) print|about the (?:small|fine) print)\b|"
    r"\b(?:small|fine) print\b(?=.*\bjust sign)|\b(?:can not|do not|no) (?:\w+ )?(?:sleep\w*|think\w*) (?:on|"
    r"about|over)\b|\bno time (?:to|for)\b|\bthere is no time\b(?! limit)|\b(?:do not|no need to|stop|without|"
    r"instead of) "
    r"(?:\w+ )?(?:think\w*|sleep\w*|ask\w*|consult\w*|check\w*|wait\w*|going home|go home|talk to|read\w*|show\w*|"
    r"call\w*|discuss\w*|compar\w*|hesitat\w*|overthink\w*)\b.*\b(?:it|over|lawyer|home|wife|husband|partner|"
    r"anyone|here|now|sign|contract|small print|terms|around|others?)\b|"
    r"\b(?:do not|can not|will not) (?:\w+ )?(?:repeat|offer|hold|wait)\b.*\b(?:once|after|again|leave|left|out "
    r"(?:of )?that door)\b|\bthink(?:ing)? (?:about )?(?:it )?(?:over )?(?:is for|later)\b"
)
_SLIPPED_IN = re.compile(
    r"\b(?:before you (?:\w+ ){0,6}?(?:answer|say|speak|refuse|open|turn|reply|respond|decide|object|react|tell|think|"
    r"shake|frown|walk|complain|protest|comment)|(?:till|until) you (?:\w+ )?(?:hear|see|heard)|before (?:i|we) "
    r"(?:hear|"
    r"get) your (?:answer|reply)|do not "
    r"(?:answer|say|decide|reply|respond)(?: \w+){0,3}|hold (?:your answer|on|that thought)|let me stop you|stop "
    r"right there|wait\b.*\b(?:say|answer|not done|more)|not (?:all|done|finished)|that is not all|but wait|let "
    r"me finish)\b"
)
_SWEET = re.compile(
    r"\b(?:throw in|add|also get|on top|as well|too|extra|free|bonus|include|plus|even|gift|more|"
    r"another|double|sweeten|here is|pay for|give you|yours|off)\b"
)
_COUNTDOWN = re.compile(
    r"\b(?:today|tonight|now|this (?:morning|afternoon|evening))\b.*\b(?:tomorrow|later|afterwards|next (?:time|"
    r"week))\b.*\b(?:full|more|price|dearer|higher|gone|no longer|not|extra|cost|costs|up|double|nothing|too late|"
    r"off)\b|\b(?:tomorrow|later|afterwards)\b.*\b(?:is|costs?|will be|goes) (?:\w+ )?(?:full|more|dearer|higher|"
    r"gone|extra|double|up|off|too late|back (?:up|to))\b|\b(?:goes|go|is|jumps?|shoots?) (?:right |straight "
    r")?back (?:up|to (?:the )?(?:full|normal|list|old))\b|\bit is (?:now|today|tonight)\b(?! (?:that|a|the|my|"
    r"our))|\b(?:seconds?|minutes?)\b.*\b(?:then|or) i\b|\b(?:until|till|before|by) (?:the end of|i finish|we "
    r"finish|you finish|the close of|the conclusion of) ?(?:this|our|the)? ?(?:call|meeting|talk|conversation|"
    r"visit|coffee|lunch|hour|sentence|viewing)?\b(?=.*(?:call|meeting|talk|conversation|visit|coffee|lunch|hour|"
    r"viewing|finish))|\b(?:gone|over|off) in (?:an?|one|two|half|\d+|a few|ten|five|twenty) (?:\w+ )?(?:hours?|"
    r"minutes?|seconds?)\b|\b(?:disappears?|vanish(?:es)?|ends?|expires?|dies|goes|stops?) (?:at|by|in) "
    r"(?:midnight|noon|an hour|one|five|six|tonight|the end of (?:the|this) (?:day|call|hour))\b|\b(?:today|"
    r"tonight|this (?:weekend|afternoon|evening|morning|hour|week)|(?:next|only|for) (?:\w+ )?(?:\d+|one|two|"
    r"three|five|ten|twenty|thirty|sixty|twenty four) (?:minutes?|hours?)) only\b|\bonly (?:today|tonight|this "
    r"(?:weekend|afternoon|evening|morning|hour|week|minute)|now|for (?:today|the next \w+|\d+ \w+)|until "
    r"(?:tonight|midnight|noon|i \w+|the end of this))\b|\b(?:\d+|one|two|five|ten|twenty|thirty|twenty four|"
    r"forty eight|sixty) (?:minutes?|hours?)\b.*\b(?:then|after (?:that|which|them|this)|or|start|left|gone|drops?|"
    r"someone else|expires?|"
    r"rises?|to (?:decide|answer|sign))\b|"
    r"\b(?:each|every|per) (?:\w+ )?(?:hour|minute|day) (?:\w+ )?(?:costs?|adds?|later|you wait|of delay)\b|"
    r"\bclock (?:is |has )?(?:ticking|running|started)\b|\b(?:tick tock|ages badly|melts? away|slipping away|gone "
    r"by (?:tonight|tomorrow|noon|lunchtime|the time))\b|\b(?:held|hold(?:ing)?|reserved?) (?:\w+ ){0,3}?(?:for "
    r")?(?:\d+|one|two|five|ten|twenty|thirty|an|half an) (?:minutes?|hours?)\b|\b(?:offer|price|deal|"
    r"discount)\b.*\b(?:dies|ends|expires|gone|good|only|valid|goes up|is off)\b.*\b(?:today|tonight|midnight|"
    r"minutes?|hours?|now|this call|the door|hang up|leave)\b"
)
_ROOM = re.compile(
    r"\b(?:take (?:your|all the|the|as much|a) (?:time|week|days?|month)|no (?:rush|hurry|"
    r"pressure)|sleep on it|think it over|talk (?:it|them) over|plenty of time|whenever (?:you|it)|"
    r"at your leisure|can wait|let (?:your|a) (?:lawyer|wife|husband|partner)|when you have had|do "
    r"not (?:need to|have to) (?:decide|answer))\b"
)


_LUMP = re.compile(r"\b(?:\d+|all|both) at once\b")


def rushes(matter: Matter, pressed: list[Verdict]) -> list[Verdict]:
    """G9: an answer demanded on the spot, a sweetener slipped in before they can answer, an expiry that is not real.

    ``pressed`` are the verdicts of G1: what is unbacked and names a time presses with time as well.
    """
    for index, sentence in enumerate(matter.reading.sentences):
        why = _hurry(untimed(_LUMP.sub(" ", sentence), matter.reading.asked[index]), matter, index)
        if why:
            return [Verdict("G9", "block", f"{why} Full terms and time to respond are due.", sentence, "time")]
    timed = [
        v
        for v in pressed
        if not _OWN_CLOCK.search(v.about)
        and not calm(v.about)
        and (v.goal == "deadline" or _NOW.search(v.about) or _SOONISH.search(v.about))
    ]
    if timed:
        about = timed[0].about
        why = f"“{about}” presses with an expiry that no dated, sourced fact bears out."
        return [Verdict("G9", "block", why, about, "time")]
    return []


def _hurry(sentence: str, matter: Matter, index: int) -> str | None:
    forbids_thought = _NO_THINK.search(sentence)
    if _OWN_CLOCK.match(sentence) and not re.search(r"\byou\w*\b", sentence):
        return None
    if re.search(
        r"\b(?:read|think|ask|check|talk)\w* (?:it |them |about it )?(?:\w+ )?(?:at home )?first\b", sentence
    ) or (_ROOM.search(sentence) and not forbids_thought and not presses(sentence, False)):
        return None
    if calm(sentence) and not forbids_thought and not _SLIPPED_IN.search(sentence):
        return None
    if (
        matter.reading.asked[index]
        and not re.search(r"\bwaiting for\b", sentence)
        and re.match(r"(?:when|would|could|can|do(?! not)|is|are|what|how|shall)\b", sentence)
    ):
        return None
    slipped = _SLIPPED_IN.search(sentence)
    if slipped and _SWEET.search(" ".join(matter.reading.sentences[index : index + 2])):
        return f"“{slipped[0]}” slips in a sweetener before they can answer."
    if forbids_thought and not re.match(r"(?:i|we) (?!will count)", sentence[forbids_thought.start() :]):
        return f"“{forbids_thought[0]}” takes away the time to think."
    rush = _RUSH.search(sentence)
    if (
        rush
        and _ASK_DECIDE.search(sentence)
        and not (
            re.match(r"(?:i|we) (?:can|could|will|would|am|are)\b(?! need)", sentence)
            and not re.search(r"\b(?:only if|if you|but|before you|or)\b", sentence)
        )
    ):
        return f"“{rush[0]}” demands an answer on the spot."
    haste = _haste(sentence)
    if haste and not _expiry_backed(sentence, matter):
        return f"“{haste}” leaves no time to respond."
    count = _COUNTDOWN.search(_HOURS.sub(" ", sentence))
    if count and not _expiry_backed(sentence, matter):
        return f"“{count[0]}” presses with time that no dated, sourced fact bears out."
    pressing = presses(sentence, matter.reading.asked[index])
    if pressing and not (pressing[1] and _expiry_backed(sentence, matter)):
        return f"“{pressing[0]}” presses with time that no dated, sourced fact bears out."
    return None


_EVENT = (
    r"(?:meetings?|calls?|shops?|stores?|offices?|trains?|ferr(?:y|ies)|viewings?|visits?|courses?|lessons?|season|"
    r"shows?|concerts?|classes|tours?|kitchen|reception|museum|bus|flight|markets?|gates?|restaurant|library|shift)"
)
_HOURS = re.compile(rf"\b{_EVENT} (?:\w+ )?(?:ends?|starts?|clos(?:es?|ed)|opens?|stops?|goes|leaves?|begins?|runs?)\b")
_OWN_CLOCK = re.compile(
    r"^(?:i|we) (?:usually|normally|always|often|generally|typically|mostly)\b|^we (?:close|open|are (?:closed|open|"
    r"away))\b|"
    rf"^(?:our|the|my) (?:\w+ )?{_EVENT} (?:\w+ )?(?:closes?|opens?|shuts?|ends?|starts?|leaves?)\b|"
    r"\b(?:payments?|instal\w+|invoices?)\b.*\bdue\b|^(?:i|we) have (?:\w+ )?(?:time|until|till)\b|\bnothing changes\b|"
    r"\b(?:warrant\w+|guarantees?|contract|lease|term|tenancy|insurance) (?:\w+ )?(?:ends?|runs?|expires?|lasts?|"
    r"starts?)\b"
)
_NOW = re.compile(rf"\b(?:{IMMEDIATE})\b")
_DECIDE = re.compile(rf"\b(?:{DECISIVE})\b")
_PRESS = re.compile(
    r"\b(?:only|or (?:it|the|i|we|you|lose|forget|else|never|not|nothing)|otherwise|gone|loses?|lost|miss|forfeit|"
    r"(?:not|never) (?:\w+ )?(?:wait|hold|repeat|come back|leave|offer|ask|be (?:here|back|there)|last|answer|"
    r"pick up)|no (?:time|second|going|waiting|thinking|more|need to (?:ask|think|read|check|call))|must|i (?:\w+ "
    r")?(?:need|want|expect|insist on|demand|require) (?:your|an|a|you|the|to (?:know|hear|have))|we (?:\w+ "
    r")?(?:need|want|expect|require) (?:your|an|a|you|to (?:know|hear|have))|have (?:got )?to (?:decide|sign|say|"
    r"choose|answer|know|commit|hear|have)|last|final|expires?|drops?|rises|doubles|withdraw\w*|off the table|"
    r"then (?:i|it|the|we|that)|goes? (?:up|away|off|to|back)|better|just (?:sign|say|do|take|pay)|come on|let us "
    r"(?:sign|go|shake|close)|starts? now|start now|start(?:ed|ing)? (?:now|the)|costs? (?:you|another))\b"
    r"|^(?:so |and |well |then |come on |please )?(?:decide|sign|answer|say|tell me|take|grab|choose|pick|shake|"
    r"pay|make up|give me|commit|agree|accept|buy|order|confirm|act|book|put|hand)\b"
)
_OWN_DOING = re.compile(
    r"^(?:so |and |then )?(?:i|we) (?:can|could|will|would|may|might|am|are|was|were|have|had|"
    r"just|already|only just|read|went|saw|\w+ed)\b(?! (?:need|only|not (?:wait|hold|repeat|offer|leave|ask)))"
)
_SOONISH = re.compile(
    r"\b(?:tomorrow|soon|this (?:week|weekend)|(?:by|before|until|on|after) (?:the )?(?:\w+ )?(?:\w+day|weekend|end|"
    r"week|month|\d+))\b"
)
_LEISURE = re.compile(
    r"\b(?:no need to|not (?:need|have) to|need not|without (?:having|needing) to|does not have "
    r"to|rather not|do not (?:need|have|want) (?:you )?to|not (?:a|any) (?:rush|hurry)|next "
    r"(?:week|month)|whenever|as (?:you|long as you) (?:like|wish|want)|if (?:you like|it suits|"
    r"that suits|possible|you can)|would (?:like|love|prefer|be glad|be happy)|after you have|"
    r"when you have|once you have|ask me|take it home|could you|would you|may i|shall we)\b"
)


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
            timed = re.search(
                r"\b(?:until|to|end\w*|expir\w+|valid\w*|clos\w+|only|runs?|leav\w+|due|by)\b", normalise(entry.text)
            )
            if (
                marked <= entry.stated.meant_days
                and timed
                and ("weekend" not in sentence or "weekend" in normalise(entry.text))
            ):
                return True
    return False
