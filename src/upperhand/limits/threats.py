"""What beyond the deal is held over their answer: an audience, a friend in office, a bond, a thing of theirs?"""

from __future__ import annotations

import re
from itertools import pairwise

from upperhand.limits.audiences import (
    AUDIENCE,
    EXPOSED,
    HINGE,
    KEEP_ON,
    PULL,
    SECRETIVE,
    SEVERED,
    SILENCE,
    TELL,
    WARY,
    any_of,
    own_people,
    tied,
    without_courtesy,
)

_OWN = any_of("""your \\w+, you, yourself, yours, your brother 's \\w+, your \\w+ 's \\w+, your \\w+ \\w+""")
_DEAL = re.compile(
    r"\b(?:clause|section|paragraph|statut\w+|law|legally|regulation\w*|contract says|as agreed|terms|"
    r"warranty|guarantee lapses|"
    r"by law|duty|rules?|insured|safety|safe|whatever (?:we|you) (?:agree|decide)|in good faith)\b"
)
_STRUCK = any_of("""moved, kicked, removed, thrown, closed, shut, fired, sacked,
picked up, towed, searched, inspected, audited, investigated, demoted, transferred, banned, blocked, cancelled,
struck, evicted,
deported, arrested, expelled, excluded, suspended, blacklisted, replaced, checked, barred, reported, dragged,
beaten, taken away,
taken from, put down, disbarred, revoked, withdrawn, pulled, burnt, burned, smashed, wrecked, charged, prosecuted,
dismissed, sent back,
downgraded, passed over, frozen""")
_CAUSED = re.compile(rf"\b(?:have|having|get|getting|see|want) {_OWN} (?:\w+ ){{0,3}}?{_STRUCK}\b")
_GOODS = any_of("""car, cars, van, truck, tyres, tires, house, home, barn, roof, shed, greenhouse, garden, fence, dog,
cat, horse*, hens,
cattle, animals, boat, bike, shop, stall, stand, store, window*, kitchen, restaurant, business, firm, company,
practice, workshop,
booth, tools, machines, equipment, crops, harvest, field, phone, computer, server*, website, account*, data, place,
name, job, jobs,
career, scholarship, visa, permit, licence, license, passport, residence permit, work permit, papers, reputation,
standing, marriage,
pension, promotion, degree, grade*, grant, funding, reference*, membership, future, life, health, kids, children,
daughter, son, wife,
husband, mother, family, parents, brother, sister, people, legs, face, hands, fingers, knees, contract with us""")
_BROKEN = any_of("""burn*, burnt, flat, broken, break*, scratch*, smash*, dent*, gone, missing, lost, lose, loses,
vanish*, disappear*, die,
dies, dead, sick, poison*, hurt, harmed, damag*, ruin*, wreck*, destroy*, finished, over, history, shut, closed,
empty, crash*, stolen,
steal*, towed, hacked, fail, fails, suffer*, starve*, cry, crying, fire, trouble, revoked, cancelled, withdrawn,
expire*,
not start, not be renewed, not renewed, not extended, not last, not survive, not stay, not be safe, happen to,
happens to, happened to,
bite the dust, in danger, at risk, on the line, stop, stops, end, ends, worthless, mud, dirt, tatters, terminated,
regret, sorry, alone,
nights, street, homeless, unemployed, wonder why, explaining, explain""")
_GRIEF = any_of("""will regret, regret it, regret this, be sorry, be finished, be ruined, be homeless, be unemployed,
be alone, starve, suffer, wonder why, explaining, explain to, in danger, on the street, be in trouble, be shut,
be dead""")
_DAMAGED = re.compile(
    rf"\byour (?:\w+ ){{0,2}}?{_GOODS} (?:'s \w+ )?(?:(?!the\b|i\b|we\b|and\b|for\b)\w+ ){{0,5}}?{_BROKEN}\b|"
    rf"\byou (?:\w+ ){{0,3}}?"
    rf"{_GRIEF}\b|\byou (?:might |may |could |would |will |can )?(?:(?!not\b|never\b)\w+ )?(?:lose|losing) "
    rf"(?:your(?! (?:deposit|discount|slot|booking|reservation))|everything|the (?:\w+ )?{_GOODS})\b|\b(?:anything|"
    rf"something|what|an accident|things|harm)"
    rf" (?:\w+ ){{0,2}}?(?:happen|happens|happened|befall\w*|go wrong|come|came) (?:\w+ )?to (?:your|you)\b|"
    rf"\b(?!over (?:with|to|the|by)\b){_BROKEN} (?:\w+ ){{0,2}}?your "
    rf"(?:\w+ )?{_GOODS}\b"
)
_PAWN = any_of("""passport, papers, visa, permit, residence permit, work permit, reference*, wages, belongings,
things, tools,
dog, kids, children, certificate*, diploma, keys, phone, medication""")
_LEASH = re.compile(
    rf"\byour (?:\w+ )?{_PAWN} (?:back )?(?:\w+ )?(?:once|when|as soon as|only if|if|after|until)\b|"
    r"\b(?:keep|withhold|hold on to|hold back|not return|not release) (?:on to )?your (?:\w+ )?(?:passport|"
    r"papers|reference\w*|wages|"
    r"belongings|tools|dog|kids|certificate\w*|diploma|keys|phone|medication|visa)\b|\bwithout my "
    r"(?:signature|letter|word|support|"
    r"reference|approval|sponsorship) (?:\w+ )?(?:you|your)\b"
)
_ATTACK = re.compile(
    rf"\bmake (?:very |damn )?sure (?:that )?(?:the |your )(?:\w+ )?{AUDIENCE}\b|"
    r"\b(?:trash|slate|smear|shame|roast|destroy|ruin|wreck|sink|crush|break|bury|finish|hurt|humiliate|"
    r"expose|denounce|blacklist|boycott|"
    r"sabotage|drown|tie (?:you|them) up|come after|go after|drag) (?:you|your|your \w+)\b(?! (?:mind|time|"
    r"sleep))|\bmake (?:very |damn )?sure"
    r"\b(?: \w+){1,4}? (?:touch\w*|hire\w*|hear\w*|know\w*|never|nobody|no \w+|not|find\w*|lose\w*|"
    r"regret\w*)\b|\bwarn (?:\w+ ){0,3}?"
    r"(?:off|against|about) (?:you|them|your)\b|\b(?:your|you) (?:\w+ )?(?:will|would) (?:be )?(?:find|wake|"
    r"explain\w*|wonder\w*) (?:\w+ ){0,6}?"
    r"(?:flat|gone|burn\w*|empty|locked|missing|why|dead|broken|alone|outside|yourself)\b|\breconsider "
    r"whether you\b|\bspeak ill of\b|"
    r"\b(?:whether|if) you (?:still )?(?:have|keep) (?:a|your) (?:job|place|position|contract|home|desk|visa|room)\b"
)
_FEARED = any_of("""thesis, exhibition, show, concert, career, exam*, grade*, mark*, degree, kids, children, son,
daughter, grandson, granddaughter,
grandchildren, mother, father, family, wife, husband, brother, sister, boss, visa, permit, passport, licence,
license, job, name, boy, girl, lad, squad, loan, credit, roses, pets, records, contract here,
reputation, standing, reference*, recommendation*, scholarship, promotion, pension, health, life, safety, dog, cat,
car, tyres,
house, home, shop, stall, kitchen, greenhouse, business, friends, neighbours, marriage, secret, past, credit rating,
place at, place in, sponsorship,
residence, membership, career, audition, studies, tenants, patients, followers, in laws, parole, custody,
green card, inheritance""")
_REFUSAL = re.compile(
    r"\b(?:if|unless|should) you (?:\w+ )?(?:will not|would not|do not|refuse|reject|decline|say no|turn|"
    r"raise|insist|keep|go with|go to|take|leave|"
    r"want|ask|sell|choose|report|complain|tell|agree|sign|accept|lower|pay|drop|cross|push|fight|ever)\b|^do "
    r"not \w+\b(?=.*\b(?:and|or|then)\b)|\bor "
    r"(?:else )?(?:you|your|i|we|the|nobody|no one|everyone|one|my)\b|\b(?:otherwise|or else)\b|^(?:sign|"
    r"agree|accept|vote|take|give|let|pay|lower|keep|drop|"
    r"sell|approve|withdraw|say|refuse|reject|decline|turn|cut|settle|raise|ask|make|choose|stop|go|help|do|"
    r"waive|renew)\b(?=.*\b(?:and|or)\b)|"
    r"\b(?:one|a single) (?:phone )?(?:call|word|mail|email|letter|signature|click)\b|\bsay goodbye\b|"
    r"\bremember\b|\bi promise (?:you )?that\b"
)
_SURE = re.compile(
    r"\b(?:nobody|no one|anyone|anybody|people|those|everyone|everybody|the last (?:one|man|person|\w+)) "
    r"(?:who|that) (?:\w+ ){0,2}?(?:says? no|said no|"
    r"cross\w*|refus\w+|turn\w* (?:me|us|him|down)|betray\w*|oppos\w+|disappoint\w*|go(?:es)? against|went "
    r"against|stand\w* in)\b|\bcan not (?:guarantee|"
    r"answer for|promise|vouch for) (?:\w+ )?(?:your safety|what (?:will )?happens?|your \w+ safety|for "
    r"what)\b|\bif you (?:ever |still )?(?:want|wish|hope|"
    r"plan|like) to (?:work|play|eat|sleep|study|teach|trade|perform|show your face|sit|live|belong|set foot|"
    r"see (?:your|the (?:kids|children)))\b"
    r"(?: \w+){0,6}? (?:again|here|anywhere|ever|kids|children)|\bhelp you lose\b|\bpoison the\b|\bend(?:s|"
    r"ed)? badly\b|"
    r"\bi (?:will )?(?:always )?(?:pay|get) back\b|\b(?:hurt|kill|harm) myself\b|\bbe your fault\b|\b(?:find|"
    r"see|notice|wake|regret|wish)\b.*\b(?:nobody|no "
    r"one)\b.*\byou\b|\byou will (?:\w+ )?wish you\b|\bcall it quits\b|\bsay goodbye to\b|\b(?:go|goes) up or "
    r"down\b|\byou would be (?:surprised|amazed|"
    r"astonished) (?:what|how|who)\b|\bso easy for (?:a|an|the|some)\b|\bi (?:hold|have) your (?:references?|"
    r"papers|passport|keys|file)\b|\b(?:gave|made|"
    r"got|built|put) you\b.*\b(?:take|undo|break|unmake) (?:it|you|that|them)\b|\b(?:one|some) (?:day|night|"
    r"morning)\b.*\b(?:eat|burn|find|wake|gone|break|fall|"
    r"crash|happen)\w*"
)
_GOOD = re.compile(
    r"\b(?:still|always|welcome|happy|glad|free|for free|thank\w*|please|no strings|if you (?:\w+ )?like|good "
    r"luck|love to|enjoy|throw in|include\w*|gladly|"
    r"no problem|of course|fine|all right|understand|sorry|help you(?! to (?:say|agree))|for you)\b"
)
_THEIRS = re.compile(rf"\byour (?:\w+ ){{0,2}}?{_FEARED}\b")
_BLEAK = re.compile(
    rf"\b(?:{_BROKEN}|another|longer|more years|stays?|remains?|keeps?|goes|go up|down|hear\w*|know\w*|"
    rf"learn\w*|tell\w*|stop\w*|not|never|no|nobody|wrong|"
    r"difficult|hard|hate\w*|fall\w*|pull\w*|lost|without|think|remember|surpris\w+)\b"
)
_SHORT = re.compile(r"\bur?\b")
_TOLD = re.compile(
    rf"\b(?:i|we) (?:(?!not\b|never\b)\w+ ){{1,4}}?{TELL} (?:(?!my\b|our\b|you\b)\w+ ){{0,3}}?{AUDIENCE} "
    rf"(?:\w+ )?(?:why|what|how|about|that|of|where|who)? ?"
    r"(?:you|your)\b(?! (?:said|offer\w*|price|propos\w+|suggest\w*|idea|shop|work|terms|question|are happy|"
    r"agree\w*|decision|answer|are coming|would like))"
)
# "Lower it or I ...": what follows is harmless only as leaving, waiting or the terms themselves.
_OR_ELSE = re.compile(
    r"(?:^|\b(?:either|so|and|then|please|better|simply|just) )(?:you (?:will |had better |must |should "
    r")?)?(?!i\b|we\b|it\b|the\b|a\b|my\b|our\b|is\b|are\b|"
    r"do you\b|would\b|could\b|can\b|shall\b|whether\b|how\b|what\b|monday\b|now\b)\w+ (?:\w+ ){0,12}?or "
    r"(?:else )?(?:i|we|you|your|my|our|the|they|he|she|somebody|"
    r"someone|everyone|everybody|nobody|no one) (?P<rest>(?:will|shall|would|can|could|might|may|am|are|is|"
    r"have|make|tell|never|go|call|take|put|get)\b.*)"
)
_IF_NOT = re.compile(
    r"\b(?:if|unless|should) (?:you|the answer|this|we|i) (?:\w+ )?(?:will not|would not|do not|does not|is "
    r"no|refuse|reject|decline|say no|turn|insist|walk|leave|go|get|"
    r"accept|agree|sign|lower|cut|pay|keep|vote|sell|give|drop|push|cross|fight|choose|come down|come "
    r"up)\b.*?\b(?:i|we) (?:will|shall|would|might|may|can|could|am going to|"
    r"have to|will have to)(?P<rest> .*)"
)
_ELSE = re.compile(r"(?:^|\b)(?:otherwise|or else|else|if not|or) (?:i|we|you|your|he|she|they) (?P<rest>.*)")
_AGAINST = re.compile(
    r"\b(?:leav\w+ you|not (?:covering|helping|coming|speaking|talking|inviting|visiting)|"
    r"your (?!order|deposit|price|room|money)\w+|"
    r"against you|turn\w* (?:\w+ ){0,4}?(?:against|on you)|see you (?:fail|suffer|lose|beg|cry|crawl|"
    r"fall)|you (?:pay|suffer|regret|cry|beg|sorry|fail)|your (?:sister|brother|"
    r"son|daughter|mother|father|wife|husband|cousin|nephew|niece|friend|mum|dad|aunt|uncle|team|staff|kids|"
    r"children) ?(?:'s)?|(?:mum|mother|father|dad|gran\w*) 's|side|enem\w+|"
    r"war|hell|hard time|life|lives|night|wish|regret\w*|revenge|even with you|back at you|you down|you out|"
    r"you off|behind you|you on|trouble|ever again|never again|speak|"
    r"talk to|friend\w*|love|forgiv\w*|everyone|everybody|the whole|every one|see you (?:again|at)|christmas|"
    r"birthday|wedding|visit\w*|see us)\b"
)
_EXIT = re.compile(
    r"\b(?:buy|sell|find|look|elsewhere|another|someone else|pass|walk|leave it|wait|offer|price|rent|deposit|"
    r"delivery|deliver|order|book|slot|reserve|date|warranty|invoice|"
    r"late|miss the|glad|happy|gladly|thank\w*|please|help|welcome|refund|discount|call off|cancel the|no "
    r"deal|say no|start|repair|notice|interest|clause|law)\b"
)
_ASIDE = re.compile(
    r"\band (?:boats?|barns?|houses?|cars?|fires?|things|accidents?|people|dogs?|shops?|windows?|brakes?|"
    r"papers?) (?:do |can |will )?(?:sink|burn|break|happen|fall|fail|disappear|"
    r"vanish|die|get lost|catch fire)\b|\b(?:review|article|post|report|letter|rating|reference|story) (?:\w+ "
    r")?will (?:hurt|sting|be (?:bad|nasty|ugly|awful|terrible)|follow you)\b|"
    r"\bremind you (?:who|what|how|where) (?:\w+ ){0,2}?(?:got|gave|pays?|paid|signs?|owns?|put|knows?|hired|"
    r"decides|made|raised)\b|\b(?:no longer|not|hard to|difficult to|stop) "
    r"(?:be able to )?(?:protect\w*|shield\w*|cover(?:ing)? for|defend\w*) you\b|"
    r"\b(?:do not|please do not|you (?:are )?forc\w+) (?:force|forcing)? ?my hand\b|\bknow (?:enough|plenty|a "
    r"lot|everything|all|things) about (?:you|your)\b|\bhope (?:that )?nothing "
    r"(?:\w+ )?(?:happens|befalls|goes wrong)(?: \w+)? (?:to|with) (?:your|those|these|that|the|"
    r"you)\b(?=.*\b(?:so|offer|price|deal|sign|agree)\b)(?! harvest)|\bkeep your (?:\w+ )?"
    r"(?:accident|mistake|affair|past|name|record|secret|debts?|error|incident|problem|trouble)\w* (?:\w+ "
    r")?(?:out of|off|from|quiet|secret|to myself)\b|\b(?:you had )?(?:better|best) (?:be|stay|"
    r"play) (?:\w+ )?(?:generous|nice|careful|reasonable|sensible|good|friendly|grateful|polite)\b|\b(?:funny|"
    r"strange|odd|amazing|curious) how (?:\w+ ){0,3}?(?:appl\w+|permits?|things|people|"
    r"papers|files|cars|accidents?|fires?|slow\w*|get|go|happen)\b|\bbreak (?:your )?(?:mum|mother|father|dad|"
    r"grand\w+|gran|aunt|uncle)(?: 's)? heart\b|\bthen that is that\b|\bif you do "
    r"that is that\b|\blook(?:s)? (?:very |so |rather )?(?:fragile|flammable|vulnerable|breakable)\b|"
    r"\bfriends do not (?:charge|ask|treat|do|say|haggle|take|let)\b|\ba real (?:friend|mate|son|"
    r"daughter|brother|sister)\b|\bwhether i (?:\w+ )?(?:do|send|write|tell|call|go|keep|report|post) (?:\w+ "
    r"){0,3}?(?:is up|depends|hangs)\b"
)
_FAIR = re.compile(
    r"\b(?:whatever|whichever) (?:we|you|way|happens)\b|\b(?:deal or no deal|regardless|either way|in any "
    r"case|no matter (?:what|how|which)|no "
    r"hard feelings|nothing to do with|no bearing on|legal duty|required by law|law requires|law (?:does not|"
    r"obliges|says)|has no influence|"
    r"not a lever|no harm done|independent of|do not worry|no pressure|do not feel pushed|never (?:want|mean) "
    r"to|not (?:want|wish|mean|like) to (?:put|hurt|harm|risk)|please mind|mind it|usual way|costs neither|"
    r"how can i help|can i help|"
    r"please (?:tell|say hello|give)|give my (?:love|regards)|good luck|all the best|as (?:the|our|its|your) "
    r"(?:contract|invoice|terms|reminder|"
    r"notice|lease)|says? (?:clause|section|paragraph|so)|(?:clause|section|paragraph|article) \w+|(?:leave|keep) "
    r"(?:our|the|your) \w+ out of (?:this|it|the talks?)|announced "
    r"in public|also if)\b"
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|somebody|someone|ex|(?:my|our|the|a|an|his|her)(?: \w+){1,3}?) (?:has |have |had |once "
    r")?(?:said|threatened|told (?:me|us)|"
    r"warned (?:me|us)|wrote|tried|blackmailed|used to)\b"
)
_KINDLY = re.compile(
    r"\b(?:happy|glad|like|love|pleased|delighted|please|keen|want|need) (?:to |you to |us to )?(?:\w+ "
    r")?(?:tell|write|talk|speak|show|call|share|"
    r"recommend|introduce|send|invite|mention|put|ask|see|hear|read|meet)\b|\bput you forward\b"
)
_OPEN = re.compile(
    r"(?:would you (?:tell|let|like|mind|be)|could you|can (?:you|your)|may i|shall (?:i|we)|who|when|where|"
    r"what happens|how (?:can|may|"
    r"much|many|long|soon)|is (?:there|it possible)|will you (?:invite|bring|come))\b|(?:i|we) (?:am|are|will|"
    r"would) (?:never|not) (?:going "
    r"to )?(?:\w+ )?(?:badmouth|tell|threat\w*|harm|hurt|post|publish|talk)\b(?!.*\b(?:as long|provided|once|"
    r"only if|if you (?!do not)|when you)\b)"
)
_CHECKS: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...] = (
    ("exposure", EXPOSED), ("a bond", (SEVERED, KEEP_ON)), ("a thing or status of theirs", (_CAUSED, _LEASH, _ATTACK)),
)  # fmt: skip


def held_over(sentences: tuple[str, ...]) -> str:
    """The words that hold something beyond the deal over their answer; '' where none do.

        ``sentences``: the draft's plain sentences. A sentence is read alone and with the next,
    as a threat is often told in two.
    """
    sentences = tuple(_SHORT.sub(lambda m: "your" if m[0] == "ur" else "you", s) for s in sentences)
    sentences = tuple(without_courtesy(s) for s in sentences)
    spoken = tuple(s for s in sentences if not _REPORTED.search(s) and not _OPEN.match(s))
    if any(_FAIR.search(s) for s in sentences):
        spoken = tuple(s for s in spoken if not _FAIR.search(s) and WARY.search(s))
    for text in (*spoken, *(f"{a} . {b}" for a, b in pairwise(spoken))):
        found = _held(text)
        if found:
            return found
    return ""


def _held(text: str) -> str:
    """One stretch of talk: exposure, a bond, a thing or status of theirs, a friend in office, silence for a price."""
    outright = _ASIDE.search(text) or _TOLD.search(text) or _or_else(text)
    if outright and not _KINDLY.search(text) and not _FAIR.search(text):
        return outright[0]
    if not HINGE.search(text):
        sure = _SURE.search(text)
        return sure[0] if sure and not _KINDLY.search(text) else ""
    for held, patterns in _CHECKS:
        if held == "exposure" and not tied(text):
            continue
        for pattern in patterns:
            found = pattern.search(text)
            if (
                found
                and not _DEAL.search(text)
                and not _own_circle(found[0], text)
                and not own_people(text, found.start(), found.end())
                and not _KINDLY.search(found[0])
                and not _FAIR.search(text)
            ):
                return found[0]
    silence = SILENCE.search(text)
    if silence and SECRETIVE.search(text):
        return silence[0]
    if (sure := _SURE.search(text)) and not _KINDLY.search(text):
        return sure[0]
    if _GOOD.search(text) or _DEAL.search(text) or _FAIR.search(text):
        return ""
    theirs = _THEIRS.search(text)
    if theirs and (WARY.search(text) or (_REFUSAL.search(text) and _BLEAK.search(text))):
        return theirs[0]
    damaged = _DAMAGED.search(text)
    if damaged and not _DEAL.search(text):
        return damaged[0]
    pull = PULL.search(text)
    return pull[0] if pull and _asks(text) else ""


def _asks(text: str) -> bool:
    """Whether the remark stands beside a warning or a demand."""
    return bool(
        WARY.search(text)
        or re.search(
            r"\b(?:let us|let me|give|keep|cut|lower|reduce|sign|accept|pay|drop|approve|say yes|agree|so)\b", text
        )
    )


def _or_else(text: str) -> re.Match[str] | None:
    """ "Do it or I ...", "if you do not, I ...": a consequence aimed at them, neither exit nor term."""
    for pattern in (_OR_ELSE, _IF_NOT, _ELSE):
        found = pattern.search(text)
        if (
            found
            and _AGAINST.search(found["rest"])
            and not _EXIT.search(found["rest"])
            and not _GOOD.search(found["rest"])
        ):
            return found
    return None


def _own_circle(found: str, text: str) -> bool:
    """Whether those told are my own people, and of nothing of yours; or whether it is offered as a kindness."""
    mine = bool(re.search(r"\b(?:my|our|a|the) (?:\w+ )?\w+$", found)) and not re.search(r"\byou(?:r|rs)?\b", text)
    papers = re.search(r"\b(?:minutes|notes|offer|agenda|schedule|draft|plans?|link|brochure|quote|contract)\b", found)
    return mine or bool(papers) or bool(re.search(r"\b(?:if you (?:would )?like|no strings|thank\w*)\b", text))
