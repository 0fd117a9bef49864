"""Which clauses make a checkable claim that could move the other side (and so needs the ledger)?"""

from __future__ import annotations

import re

from upperhand.limits.claims import Claim
from upperhand.limits.clauses import Clause, Reading
from upperhand.limits.ease import frames_the_deal
from upperhand.limits.talk import BEHAVES, CITES, DID, DISCOURSE, DONE_TO, ORIGIN, RIVALS_OF_YOURS, present_talk
from upperhand.limits.words import numbers

_SUBJECTIVE = re.compile(
    r"\b(?:is|are|was|were|be|seems?|sounds?|looks?|feels?|would be|could be|might be|may be|been|makes?|made|"
    r"sits?|suits?|works?|helps?|matters?)\b(?: \w+){0,3}? "
    r"(?:fair|reasonable|unfair|good|great|fine|nice|lovely|beautiful|wonderful|helpful|useful|important|hard|"
    r"easy|difficult|tough|tight|steep|high|low|expensive|cheap|cheaper|dear|much|something|"
    r"right|ok|okay|all right|clear|sense|welcome|best|better|worth|interesting|attractive|too|enough|possible|"
    r"impossible|fun|pleasure|pity|shame|big|small|little|simple|complicated|tricky|generous|kind|sad|happy|"
    r"nuisance|relief|"
    r"ideal|perfect|suitable|acceptable|comfortable|painful|annoying|strange|odd|understandable|natural|normal|"
    r"careful|strong|impressive|remarkable|touching|brave|delicious|charming|elegant|pretty|thorough|cosy|"
    r"question|matter|worry|concern|priority|point|critical|essential|vital|crucial|key|central|deal|breaker|"
    r"dealbreaker|fit|wish|dream|idea|hope|difference|what|why|how|where|when|for me|with me|by "
    r"me|to me|for us|"
    r"with us|to us|up to|open|flexible|negotiable|secondary|minor|decent|more than i|less than i)\b"
)
_STATUS = (  # words that vouch for a quality, a standing or a history
    r"(?:certified|certificate|licen[cs]ed|accredited|registered|insured|tested|inspected|approved|patented|"
    r"awards?|awarded|prizes?|medals?|gold|condition|guaranteed|guarantee|warranty|warranties|standard|"
    r"compliant|"
    r"compliance|required by|"
    r"original|brand new|new|renewed|replaced|redone|repaired|serviced|renovated|restored|refurbished|"
    r"insulated|"
    r"rewired|repainted|upgraded|installed|fitted|solid|genuine|authentic|real|pure|organic|handmade|hand made|"
    r"hand woven|waterproof|fireproof|leather|oak|steel|marble|stone|silver|silk|cotton|wool|"
    r"accident|damage|damaged|defects?|faults?|leak\w*|mould|damp|rust|cracks?|owner|owners|mileage|"
    r"degree|master "
    r"'s|doctorate|diploma|phd|experience|trained|qualified|fluent\w*|native|professional\w*|additives|engine|"
    r"references?|clients include|reviews?|stars?|rated|rating|ranked|record|average|statistics|market|demand|"
    r"going rate|industry|nobody|everyone|customers|"
    r"encrypt\w*|secure|safe|safest|proven|clinically|scientifically|officially|legally|permit\w*|planning "
    r"permission|zoned|licence|free of|without a|debt|profitable|profit|revenue|turnover|sales|growth|capacity|"
    r"range|consumption|efficien\w+|quiet|silent|sound|healthy|vaccinated|pedigree|bred|non ?smok\w+|"
    r"smoke free|"
    r"champion|hand knotted|by hand|furnished|south facing|vintage|rare|limited|signed|provenance|imported|"
    r"local(?:ly)?|made in|made of|made from|built (?:in|of|by)|subcontractors?)"
)
_STUFF = re.compile(
    r"\b(?:leather|oak|steel|marble|stone|silver|silk|cotton|wool|new|gold|real|quiet|sound|rare|"
    r"range|references?|owners?|market|demand|average|record|experience|customers|everyone|nobody|"
    r"sales)\b"
)
_VOUCHED = re.compile(rf"\b{_STATUS}\b|%")
_SWEEPING = re.compile(
    r"\b(?:never|always|every|all|none|nobody|everyone|everything|nothing|throughout|entire\w*|"
    r"whole (?:life|time|year|winter|summer)|all (?:its|his|her) life|"
    r"completely|fully|only|the first (?:to|in|of)|largest|oldest|best|cheapest|fastest|"
    r"cheaper than|faster than|better than|more than|less than|longer than|than any|the most|"
    r"the least|in the (?:country|region|town|city|world|street|county)|anywhere|ever|at all|"
    r"no (?:one|other|accident|damage|complaints?|problems?|debts?|leaks?|faults?|claims?|sign))\b"
)
_ENDORSED = re.compile(
    r"\b(?:confirm(?:s|ed)?|certif(?:y|ies|ied)|prov(?:e|es|ed|en)|recommend(?:s|ed)?|"
    r"prais(?:e|es|ed)|publish(?:es|ed)|report(?:s|ed)|found|measured|estimated|valued|"
    r"appraised|swear|agrees?|voted|ranked|rated|studies|tests|survey|lab|experts?|doctors?|"
    r"engineers?|teachers?|inspectors?|vets?|mechanics?)\b"
)
_PERFORMS = re.compile(
    r"\b(?:lasts?|holds?|saves?|reduces?|cuts?|doubles?|triples?|halves|outperforms?|beats?|"
    r"exceeds?|prevents?|stops?|removes?|protects?|guarantees?|runs?|reach(?:es)?|covers?|"
    r"resists?|withstands?|meets?|improves?|increases?|lowers?|raises?|delivers?|produces?|"
    r"generates?|earns?|yields?|sells?|sold|rents?|gains?|fits?|seats?|sleeps?|free of|heats?|"
    r"cools?|gets?|gains|pass(?:es)?|handles?|processes|serves|carr(?:y|ies)|bears?|supports|"
    r"takes?|offers?|has|have|uses?|needs no|requires no|burns?|consumes?|charges? in|starts? "
    r"at|comes with|includes?|contains?|supports?|integrates?|complies|qualif(?:y|ies)|"
    r"employs?|owns?|operates?|trains?)\b"
)
_TERMS = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:can|could|will|would|shall|must)(?: \w+)? ?(?:not )?(?:\w+ )?(?:go|"
    r"pay|accept|take|"
    r"sell|do|offer|agree|work|spend|move|settle|stretch|drop|budge|afford|sign|part|give|let)\b|"
    r"\b(?:my|our) (?:\w+ )?(?:limit|ceiling|maximum|minimum|budget|target|offer|price|bottom line|"
    r"walk away|ask|"
    r"asking price|figure|quote|proposal|number|rate|fee|floor|preference|priority|requirement|"
    r"demand|condition|"
    r"wish|need|interest|concern|aim|goal)\b|\b(?:the|this) (?:\w+ )?(?:asking price|price|offer|"
    r"quote|proposal|"
    r"figure|fee|deposit|discount)\b(?! (?:rose|fell|has|have|went|doubled|index))|"
    r"\b(?:i|we) (?:am|are|was|were) (?:\w+ )?(?:asking|offering|looking|aiming|thinking|hoping|"
    r"prepared|willing|"
    r"staying|keeping|buying|selling|paying)\b|^(?!.*\b(?:bills?|heating|upkeep|taxes|charges?|"
    r"premiums?|costs)\b).*\b(?:comes?|adds?) (?:to|at)\b|\bwould be my\b|\bhow i (?:get|got|"
    r"arrive)\b|\b(?:costs?|priced at|goes for|is|are) (?:just |only )?(?:eur |usd |€ ?|\$ ?)?\d[\d.,]*k? "
    r"(?:each|"
    r"apiece|a piece|per|an? (?:piece|hour|day|head|shot|unit|month|week|night)|in total|plus|net|for (?:the|a|"
    r"all|this|both))\b|\b(?:is|are) (?:cheaper|dearer|free(?! of| from)|included)\b"
)
_VALUE = re.compile(r"\b(?:worth|priceless|valuable)\b")
_JUDGE = re.compile(
    r"\b(?:apprais\w+|valu(?:er|ation report|ers)|expert|assessor|surveyor|bank|lab|laboratory|"
    r"survey|study|market|comparable\w*)\b"
)
_STATE = re.compile(
    r"^(?:i|we)\b(?: (?:am|are|was|were|have been|have|feel|felt|do|did|not|no|really|also|still|so|very|just|"
    r"quite|never|always|truly|completely|fully|both|all))* "
    r"(?:happy|glad|sorry|pleased|grateful|worried|excited|interested|keen|open|sure|unsure|certain|tired|"
    r"surprised|impressed|touched|relieved|curious|afraid|delighted|moved|nervous|unsure|free|away|"
    r"here|back|late|"
    r"busy|ready|fine|ok|okay|in (?:no|a) (?:rush|hurry|spot|position)|on your side|torn|flexible|at ease|out|"
    r"done|use for|preference|objection|doubt|idea|intention|every intention|sympathy|respect|trouble|"
    r"room|time|"
    r"need|wish|writing|calling|asking|going|coming|trying|thinking|talking|speaking|telling|a fan|able|unable|"
    r"under|over|by|with|set|store|given)\b"
)
_ROLE = re.compile(
    r"\b(?:on behalf of|behalf|(?:act|acting|work|speak|buy|scout|recruit|negotiate|trade|bid) (?:\w+ )?(?:for|"
    r"as)|(?:my|our) (?:client|employer|principal)|sent me|asked me|instructed me|(?:paid|hired|retained|"
    r"employed) by|pays me|(?:agent|assistant|broker|solicitor|planner|representative|bot|reseller) "
    r"(?:to|for|of)|"
    r"i am (?:from|with|the|a|an|your)\b(?! (?:certified|licensed|qualified|member|graduate|award))|"
    r"the money is "
    r"not|this is (?:my|our)|i am \w+$)\b"
)
_CLOSE_ONES = re.compile(
    r"^(?:my|our) (?:\w+ )?(?:husband|wife|partner|mother|father|mum|dad|parents?|son|"
    r"daughter|children|kids|sister|brother|family|grandmother|grandfather|dog|cat|house has "
    r"been good|house is|people|heart)\b"
)
_THEIR_DOING = re.compile(
    r"^(?:your|their|his|her) (?:\w+ )?(?:notes?|letters?|mails?|emails?|messages?|questions?|plans?|patience|"
    r"work|teams?|time|point|concerns?|ideas?|offer|proposal|quote|price|request|report|brochure|drawings?|"
    r"sketch\w*|talk|speech|advice|"
    r"worry|worries|crew|staff|people|colleagues?|answer|reply|list|interest|wish|feedback|comments?|view|"
    r"position|budget|deadline|timeline|needs?|side|effort|care|attention|suggestion|kids?|children|"
    r"family|garden|"
    r"shop|farm|home|photos?|draft|terms|numbers?|figure|help|honesty|kindness|hospitality|reasons?|situation|"
    r"case|call|visit|tour|name|taste|style|reputation|estimate|man|back|dog|dogs)\b"
)
_WANTS = frozenset("want wish like prefer need hope ask love try plan seem sound feel think".split())
_IDLE = frozenset("mean agree depend decide look matter start stay follow let go come exist apply".split())
_AGAINST_SELF = re.compile(
    r"\b(?:saved|helped|cost|spared|taught|touched|moved|surprised) (?:me|us)\b|^(?:one|some|many|most|all|two|"
    r"none|any) of your\b|\bnot (?:yet )?(?:been )?(?:decided|settled|known|clear|certain|sure|fixed|final)\b|"
    r"\b(?:do|does|did) not (?:yet )?know\b|\b(?:unclear|undecided|uncertain|unknown)\b|\bthat is (?:all|"
    r"everything|it)$|\b(?:figures?|numbers?|notes|sums?|totals?) (?:i|we) (?:have|get|got|see)\b|^(?:we|i) "
    r"(?:split|share|meet|pay|take|keep|give|add|drop|come)\b|^\d[\d.,]*k? (?:with|for|plus|including|and)\b|"
    r"^(?:i|we) have none$|"
    r"\b(?:i|we) (?:have|had|got) (?:\w+ )?(?:no|not any|not had any|yet to)\b.*\b(?:offers?|bids?|buyers?|"
    r"interest|enquir\w+|alternatives?|takers?)\b|\b(?:nobody|no one|none) (?:else )?(?:has|have|"
    r"is|was|made|bid|"
    r"came|wants|asked|offered)\b(?!.*\b(?:ever|returned|complain\w*|sued|fallen|died|hurt|injured|"
    r"lost|broke\w*|fail\w*)\b)|\bthere (?:is|are|has been) (?:no|not any|nobody|no one) (?:other "
    r"|else)|"
    r"\bcosts? (?:us|me) (?:nothing|little|next to nothing)\b|"
    r"\bno \w+(?: in \w+)? is (?:needed|necessary|required)\b|\b(?:i|we) (?:was|were) (?:wrong|"
    r"mistaken)\b|\bnot "
    r"the only\b|\b(?:i|we) (?:leave|accept|offer|propose|give you|suggest)\b|\bis the (?:\w+ )?(?:thing|"
    r"one|way|"
    r"reason|part|bit|point|place|moment|day) (?:i|we|you|that|where|when)\b|(?<!by )\bmy (?:grand)?(?:mother|"
    r"father|"
    r"parents|aunt|uncle|son|daughter)\b|\bthan (?:i|we) (?:hoped|expected|wanted|planned|thought)\b|"
    r"\b(?:for|to|"
    r"by) (?:me|us)$|\b(?:essential|important|vital|crucial|critical|key|fine|convenient|easy|hard|"
    r"painful|right|"
    r"all right|new|clear) (?:for|to|by|with) (?:me|us|our|my)\b"
)
_TALK = frozenset(
    "read see look hear listen think consider review note notice attach send write call ask mention talk speak "
    "discuss meet prepare go understand follow "
    "appreciate remember forget wonder hope plan intend try decide agree realise enjoy like love miss compare "
    "spend sleep come bring say tell explain reply answer thank find want need "
    "value expect assume hope take charge ask value care worry struggle feel believe prefer get "
    "receive draw put "
    "set let leave plant dream imagine keep trade act live wait treasure conclude".split()
)
_LATER = re.compile(r"^(?:after|before) (?:that|then|this)\b|^(?:then|otherwise)\b")


def factual(reading: Reading, taken: frozenset[int]) -> tuple[Claim, ...]:
    """Checkable claims that could move them (G2), without the clauses in ``taken``, which another rule holds."""
    return tuple(
        Claim("fact", clause.text, clause)
        for i, clause in enumerate(reading.clauses)
        if i not in taken and _is_factual(clause)
    )


def stated_plainly(reading: Reading, taken: frozenset[int]) -> tuple[Claim, ...]:
    """Assertions that need no ledger to be said, such as terms; they must still not contradict it."""
    return tuple(
        Claim("fact", clause.text, clause)
        for i, clause in enumerate(reading.clauses)
        if i not in taken and clause.mood == "assertion" and not clause.said_by_them and not clause.conditional
        and clause.tense in ("present", "past", "perfect") and not _is_factual(clause) and not _ROLE.search(clause.text)
    )  # fmt: skip


def _is_factual(clause: Clause) -> bool:
    text = clause.text
    if clause.said_by_them or clause.mood not in ("assertion", "proposal", "fragment") or len(clause.words) < 2:
        return False
    if clause.mood == "fragment":
        return _headline(clause)
    if len(clause.words) < 3 and numbers(clause.words[:1]):
        return False
    if re.search(r"\bas \w+ as (?:i|we)\b|\b(?:i|we) count\b|\bgoing anywhere\b|\bno problem\b", text):
        return False
    if clause.mood == "proposal" and clause.subject != "you" and not re.match(r"(?:we|i) (?:are|were|have)\b", text):
        return False
    if clause.words[-1] in ("included", "excluded", "permitting", "attached", "enclosed") and len(clause.words) < 4:
        return False
    if clause.conditional and (clause.tense == "modal" or clause.subject in ("i", "we", "you", "it", "none")):
        return False
    if _exempt(clause, text):
        return False
    counted = _counts(clause)
    vouched = bool(_VOUCHED.search(text))
    sweeping = bool(_SWEEPING.search(text))
    judged = {
        "i": _own_history, "we": _own_history, "you": _about_you, "your": _about_yours, "none": _headless,
        "it": _pointed_at, "there": _pointed_at,
    }.get(clause.subject, _of_a_thing)  # fmt: skip
    return judged(clause, counted, vouched, sweeping)


def _headline(clause: Clause) -> bool:
    """A claim without a verb we know: 'only 300 hours on the engine', 'seeds germinate at a rate of 96 %'."""
    text = clause.text
    if DID.match(text) and _counts(clause):
        return True
    if (
        re.match(r"(?:for|to|with|without|about|re|and|or|as|\d)", text)
        or _exempt(clause, text)
        or len(clause.words) < 4
    ):
        return False
    return bool(_counts(clause) and (_VOUCHED.search(text) or _SWEEPING.search(text)))


def _exempt(clause: Clause, text: str) -> bool:
    """Opinions of value, terms on offer, feelings, whom one acts for, papers both can read, talk about the talk."""
    if _VALUE.search(text) and not _JUDGE.search(text):
        return True
    if any(p.search(text) for p in (_TERMS, DISCOURSE, _STATE, _ROLE, CITES, _LATER, _AGAINST_SELF)):
        return True
    vouched = bool(_VOUCHED.search(text) or _SWEEPING.search(text) or _ENDORSED.search(text))
    if present_talk(clause, text, vouched) or frames_the_deal(text, vouched):
        return True
    return bool(_CLOSE_ONES.match(text)) and not _counts(clause) and not ORIGIN.search(text)


def _counts(clause: Clause) -> bool:
    return bool(numbers(clause.words)) or bool(
        re.search(
            r"\b(?:19|20)\d\d\b|\b(?:once|twice|half|hundreds|"
            r"thousands|dozens)\b",
            clause.text,
        )
    )


def _of_a_thing(clause: Clause, counted: bool, vouched: bool, sweeping: bool) -> bool:
    """'The roof was redone in 2019', 'Our pumps run for eleven years', 'The wood is oak'."""
    text = clause.text
    if clause.verb in _WANTS and not (counted and vouched):
        return bool(counted and clause.tense in ("past", "perfect"))
    if BEHAVES.search(text) and clause.tense != "modal":
        return True
    if clause.verb in _IDLE and not (counted or vouched or sweeping):
        return False
    if _SUBJECTIVE.search(text) and not counted and not (vouched and _attested(text)):
        return False
    if clause.head[:1] in (("he",), ("she",), ("they",)) and not counted and not vouched:
        return False
    if re.search(
        r"\b(?:is|are|costs?|comes? at|at) (?:just |only )?\d[\d.,]*k? (?:eur\w*|usd|dollars?|pounds?|"
        r"gbp)?$",
        text,
    ):
        return False  # a price asked
    if counted or vouched:
        return clause.tense != "modal" or clause.modal in ("will", "can")
    if clause.tense == "modal":
        return False
    if sweeping or _ENDORSED.search(text):
        return True
    if clause.tense in ("past", "perfect"):
        return True
    return clause.verb == "be" or bool(_PERFORMS.search(text))


def _attested(text: str) -> bool:
    """Vouched for by more than the stuff it is made of: 'as good as oak' is a judgement, 'in good condition' is not."""
    return bool(_VOUCHED.search(_STUFF.sub(" ", text)))


def _pointed_at(clause: Clause, counted: bool, vouched: bool, sweeping: bool) -> bool:
    """'It has one owner', 'There has been no break-in'."""
    if _SUBJECTIVE.search(clause.text) and not counted and not vouched:
        return False
    past = clause.tense in ("past", "perfect") and clause.verb not in _WANTS
    return (
        (counted and clause.tense != "modal")
        or vouched
        or (sweeping and (past or clause.verb in ("be", "have")))
        or (past and (clause.verb != "be" or bool(DONE_TO.search(clause.text))))
    )


def _own_history(clause: Clause, counted: bool, vouched: bool, sweeping: bool) -> bool:
    """What I or we are, have and did, where it is more than a circumstance of life."""
    if clause.tense == "modal":
        return False
    if clause.verb in _TALK and not vouched and not (sweeping and counted):
        return False
    return counted or vouched or (sweeping and clause.tense in ("past", "perfect", "present"))


def _about_you(clause: Clause, counted: bool, vouched: bool, sweeping: bool) -> bool:
    del vouched
    promised = re.search(
        r"\b(?:sav(?:e|ing)|earn(?:ing)?|recover|gain|lose|double|legally|required|obliged|entitled|"
        r"get (?:your "
        r"money|it) back)\b",
        clause.text,
    )
    return bool(promised and (counted or sweeping) and clause.tense in ("modal", "present"))


def _about_yours(clause: Clause, counted: bool, vouched: bool, sweeping: bool) -> bool:
    """'Your current provider had three outages'; not what concerns their own doing or saying."""
    if RIVALS_OF_YOURS.match(clause.text) and clause.tense != "modal":
        return counted or vouched or sweeping or bool(_PERFORMS.search(clause.text))
    return not _THEIR_DOING.match(clause.text) and (counted or (vouched and sweeping)) and clause.tense != "modal"


def _headless(clause: Clause, counted: bool, vouched: bool, sweeping: bool) -> bool:
    """A clause without a subject: 'was serviced every autumn'."""
    del sweeping
    if clause.words[-1] in ("included", "excluded", "provided", "permitting", "given"):
        return False
    return (
        clause.words[0] not in ("with", "without")
        and clause.tense in ("past", "perfect")
        and (counted or vouched)
        and clause.verb not in _TALK
    )
