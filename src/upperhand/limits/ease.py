"""Which words, whatever they look like, press nobody and vouch for nothing?"""

from __future__ import annotations

import re

from upperhand.limits.clauses import Clause, Reading
from upperhand.limits.outsiders import names_actor

_COUNT = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety|an?|"
    r"half an?|a few|a couple of)"
)
_ANSWER = r"(?:answers?|repl(?:y|ies)|decisions?|respon\w+|signature|commitment|yes|word|feedback|confirmation)"
_NO_NEED = re.compile(
    rf"\b(?:i|we)(?: \w+)? (?:not|never) (?:\w+ )?(?:need|expect|want|require|ask for|wait for|count on)\b"
    rf"(?: \w+){{0,3}} {_ANSWER}\b(?!.*\b(?:(?:i|we) (?:need|want|expect|take)|now|within|or|but|tomorrow)\b)|"
    rf"^no {_ANSWER} (?:is |are )?(?:needed|necessary|required|expected)\b(?!.*\b(?:but|or|now)\b)|"
    r"\bit was (?:\w+ )?(?:kind|good|nice|generous|decent|patient) of you\b"
)
_WORK = re.compile(
    rf"\b(?:takes?|took|lasts?|need|needs|will need|will take|would take)(?: (?:about|around|only|just|roughly|me|us|"
    rf"some|another|up to|less than))* {_COUNT}(?: \w+)? (?:minutes?|hours?)\b"
)
_BUSINESS = re.compile(
    r"\b(?:decid\w+|decision|sign\w*|answer\w*|offers?|prices?|deal|discount|gone|yes|accept\w*|agree|commit\w*|buy|"
    r"someone|somebody|else|expires?|leave you no|you (?:have|get)|off the table)\b"
)
_SET_PHRASES = (
    (re.compile(r"\b(talk|think|sleep|mull|look|read|chew|turn|go|hand|take)(\w*) (?:it|this|that|them) over\b"),
     r"\1\2"),
    (re.compile(r"\bdead ends?\b"), "impasse"),
)  # fmt: skip
_OWN_THOUGHT = re.compile(r"\b(?:i am |we are )?still thinking\b")


def needs_nothing(sentence: str) -> bool:
    """Whether a plain sentence says that no answer is needed, or thanks for time that was given."""
    return bool(_NO_NEED.search(sentence))


def untimed(sentence: str, asked: bool) -> str:
    """A plain sentence without what only looks like haste: durations of work, 'talk it over', my own thinking."""
    for pattern, put in _SET_PHRASES:
        sentence = pattern.sub(put, sentence)
    if not asked and not re.search(r"\byou\b", sentence):
        sentence = _OWN_THOUGHT.sub("i think", sentence)
    return sentence if _BUSINESS.search(sentence) else _WORK.sub("takes time", sentence)


_WISHES = (
    r"(?:(?:also|really|still|just|seems? to|had|has|have|would|did|does|do|not) )*(?:wants?|wanted|needs?|like|likes|"
    r"love|prefers?|hopes?|wish(?:es)?|asks?|asked|said|says|told|mentioned|wrote|cares?|seems?|is happy|are happy|"
    r"plans?|thinks?)\b"
)
_AGAINST_ME = re.compile(
    rf"\b(?:too|as well|cheaper|more than|less than|half|for less|instead|badly|cash|pay|pays|offer\w*|bid|{_ANSWER}|"
    r"sign|tonight|today|tomorrow|now|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|allow\w*|let|approv\w*|limit|cap)\b"
)
_FAMILIAR = re.compile(r"\b(?:my|our) (?:\w+ )?(?:neighbours?|uncle|aunt|cousin|friend|brother|sister|boss|mates?)\b")


def wish_of_theirs(clause: Clause, reading: Reading, name: str) -> bool:
    """Whether a clause tells what the counterpart wants or said: a bare he, she, they, or the counterpart's name.

    ``name`` is the name in the case. A pronoun that takes up somebody else told of before is no counterpart.
    """
    text = clause.text
    if _AGAINST_ME.search(text):
        return False
    called = name.casefold().strip()
    if called and re.match(rf"(?:(?:mr|mrs|ms|dr) )?{re.escape(called)} {_WISHES}", text):
        return True
    if not re.match(rf"(?:he|she|they) {_WISHES}", text):
        return False
    for before in reading.clauses:
        if before is clause:
            return True
        bare_name = before.subject == "third" and before.head[:1] and before.head[0] not in _NO_NAME
        if names_actor(before.text) or _FAMILIAR.search(before.text) or (bare_name and called not in before.text):
            return False
    return True


_NO_NAME = frozenset("the this that these those a an he she they all both most some no every each who what".split())
_FRAME = re.compile(
    r"^(?:the|this|our|my) (?:\w+ )?(?:job|work|order|contract|lease|tenancy|assignment|project|booking|event|party|"
    r"wedding|course|class|workshop|tour|concert|show|dinner|lunch|meeting|shoot|move|trip|stay|visit|talk|post|"
    r"position|role|training|season|term|offer|engagement|festival|conference|exhibition|celebration|funeral)"
    r"(?: (?:on|in|at|from) \w+(?: \w+)?)? (?:is|are|runs?|lasts?|starts?|begins?|ends?|takes place|goes) "
    r"(?:\w+ )?(?:for|in|on|at|from|until|till|about|over|through|to|part time|full time|a one off)\b"
)
_EMPTY = re.compile(
    r"^nothing (?:\w+ ){0,4}?(?:is|has been|was) (?:\w+ )?(?:certain|sure|planned|firm|arranged|scheduled|definite|"
    r"agreed|decided|settled)\b|\bthere (?:is|are) (?:none|nothing|no \w+)(?: \w+)? (?:planned|decided|certain|fixed|"
    r"arranged|settled|agreed|scheduled|to (?:add|sign|decide|discuss|say|report))\b|"
    r"\bthere (?:is|are) (?:no one|nobody|no \w+)(?: else)? (?:that |whom |who )?(?:i|we) (?:need|have|must|would|want|"
    r"am|are)\b|\bnone of (?:my|our|your|their|his|her) (?:business|concern)\b|^this is a one off\b|"
    r"^(?:the )?(?:others?|rest)(?: \w+)? (?:is|are|have|has|do|does) not(?: yet)?$|"
    r"\b(?:at \w+|\w+day|then) it is$|\b(?:is|are) (?:my|our) (?:\w+ )?(?:red lines?|sticking points?|worry|worries)\b|"
    r"^(?:i|we) (?:am|are) (?:a|an) (?:\w+ )?(?:family|couple|household|group|class|band|party) of \w+$|"
    r"^(?:the|my|our|it is a|that is a) (?:\w+ )?(?:drive|way|trip|journey|road|flight|commute|day|week|traffic|list|"
    r"wait|weather)(?: \w+){0,3}? (?:is|was|are) (?:\w+ )?(?:long|far|bad|heavy|hard|slow|awful|late)\b|"
    r"^it is a long (?:way|drive|trip|journey|day|list)\b|^(?:i|we) (?:commit|undertake|agree) to \d*\w+"
)
_ROUTINE = re.compile(  # how long a visit keeps them, when a door is open
    rf"^(?:the|our|my|this|that|it)(?: \w+)? (?:takes?|will take) (?:\w+ )?{_COUNT}(?: \w+)? (?:minutes?|hours?)\b|"
    r"^(?:the|our|my|we) ?(?:office|shop|store|reception|library|gate|yard|warehouse)? (?:closes?|opens?|shuts?) "
    r"(?:at|from|on)\b(?!.*\bgood\b)"
)


def frames_the_deal(text: str, vouched: bool) -> bool:
    """Whether a clause only sets the frame of the deal, or says that something is not so or not settled yet."""
    plain = bool(_FRAME.match(text) or _ROUTINE.match(text)) and not vouched
    return plain or bool(_EMPTY.search(text))
