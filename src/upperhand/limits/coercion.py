"""Does the draft threaten? G6: harm, exposure, ruin or the loss of a bond, tied to their answer."""

from __future__ import annotations

import re
from itertools import pairwise

from upperhand.limits.audiences import RELATION, own_people, without_courtesy
from upperhand.limits.clauses import Clause
from upperhand.limits.threats import held_over
from upperhand.limits.valence import HARMFUL
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import stem

_OUTSIDERS = (
    r"(?:boss|wife|husband|spouse|partner|parents?|mother|father|mum|kids|family|tax(?: people| office| "
    r"authorit\w+|man)?|irs|police|immigration|customs|neighbours?|everyone|everybody|the world|whole \w+|every "
    r"(?!day|week|month|year|time|hour)\w+|"
    r"clients?|customers?|professor|dean|principal|club|village|town|office|street|press|papers?|newspapers?|"
    r"journalists?|reporters?|media|inspectors?|inspectorate|regulators?|landlord|team|colleagues?|staff|school|"
    r"authorit\w+|council|board|bank|insurer|"
    r"online|internet|web|social media|facebook|twitter|instagram|linkedin|forum|public|health (?:office|"
    r"department)|labour (?:office|inspectorate)|church|congregation|competitors?|investors?|shareholders?|"
    r"employer|hr|licensing \w+|chamber|guild|association|people|others|anyone|(?:daughter|son|brother|sister|"
    r"fianc\w+|girlfriend|boyfriend|ex|in laws?|tenants?|guests?|members|students?|patients?|readers|followers|"
    r"prosecutor|judge|lawyer|union|ministry|tax\w*|auditors?|manager|supervisor|headmaster|coach)|them)"
)
_EXPOSE = re.compile(
    rf"\b(?:i|we|somebody|someone) (?:\w+ ){{0,3}}?(?:tell(?:ing)?|let(?:ting)?(?=(?: \w+){{1,7}} (?:know|hear|see|"
    rf"find|learn|in on)\b)|inform(?:ing)?|report(?:ing)?|"
    rf"writ(?:e|ing)(?! for\b)|call(?:ing)?|ring(?:ing)?|phone|email|show(?:ing)?|send(?:ing)? (?:it|this|them|the|"
    rf"those|"
    rf"these|photos?|pictures?|everything|copies)|mention(?:ing)?|leak(?:ing)?|talk(?:ing)? to|speak(?:ing)? to|"
    rf"have a (?:word|chat) with|drop a (?:word|line|hint)|start telling)\b(?: \w+){{0,4}}? {_OUTSIDERS}\b|"
    r"(?<!the )(?<!is )(?<!a )(?<!of )\b(?:leak|dump|publish|post|expose|broadcast|spread|air)(?:s|ed|"
    r"ing)?\b.*\b(?:your|you|list|data|photos?|"
    r"pictures|emails?|messages|story|secret|name|online|it|this|everything)\b|"
    rf"\b{_OUTSIDERS}\b(?: (?!ask|tell)\w+){{0,4}}? (?:to )?(?:find(?:s)? out|found out|hear(?:s)?(?: about)?|"
    rf"learn(?:s)? (?:about|of)|know(?:s)?(?: about| what)?|see(?:s)? (?:the|your|those|these|what))\b|\b(?:go|"
    rf"goes|going|take (?:it|this)) (?:public|to the (?:press|papers|police|media|authorities|board|regulator|tax "
    rf"\w+))\b|"
    r"\b(?:turn you in|dig up|dirt on|what you did|your (?:little )?secret|skeletons?|compromising|embarrassing "
    r"(?:photos?|pictures?|story|mails?|messages)|nobody else needs to|no one (?:else )?(?:needs|has) to (?:know|"
    r"hear|learn)|keep (?:quiet|it quiet|my mouth shut|this between us|that between us|silent)|help me forget|my "
    r"(?:silence|discretion)|slip my mind)\b"
)
_RUIN = re.compile(
    r"\b(?:one star|bad reviews?|negative reviews?|terrible reviews?|awful reviews?|scathing|never (?:work|find|"
    r"get|do business|sell|rent|play|teach|be hired)\b.*\b(?:again|in this|anywhere|town|industry|business|city|"
    r"field)|blacklist\w*|black list|drops? you from|strike you (?:off|from)|name (?:is|will be) mud|drag your "
    r"name|badmouth|ruin\w*|destroy\w*|finish you|bury you|crush you|sink you|bleed you|break you|"
    r"make your life|(?:make|making|makes) (?:very |damn |quite )?sure\b.*\b(?:never|nobody|no ?one|no \w+|find "
    r"out|finds out|knows?|hears?|regret|lose|suffer\w*|fired|sacked|drops?|finished|banned|out of)\b|see to it "
    r"that\b.*\b(?:never|nobody|no ?one|no \w+|not|lose|drops?|fired|out|stops?|ends?|finished|closed|banned)|"
    r"(?:one|a single|just one) (?:call|word|mail|email|letter|post|tweet) (?:from me|of mine|to)|(?:and|or) "
    r"(?:your|you) (?:\w+ ){0,3}?(?:is|are|will be) (?:gone|over|finished|history|toast|ruined|done for|dead|out)|"
    r"dead to me|hate to (?:have to )?(?:write|give|tell|report|leave) (?:a bad|a poor|them|her|him|your)|"
    r"(?:write|give|leave) (?:you )?a (?:bad|poor|terrible|negative) (?:one|reference|review|report|rating)|no "
    r"(?:\w+ )?(?:supplier|bank|agency|agent|theatre|venue|publisher|landlord|firm|company|gallery|restaurant|"
    r"hotel|school|landlord|buyer|dealer|shop|club|employer|one|body|customer|contractor)\b.*\b(?:will|would|ever|"
    r"again)? ?(?:\w+ )?(?:pick up|books|hires|works|buys|picks up|employs|takes|work|hire|buy|touch|deal|speak|"
    r"take your|serve|lend|answer|want|ever|book|take|touch|employ|rent|sell|let|insure|represent)|nobody (?:in|"
    r"around|will)\b.*\b(?:work with|hire|touch|deal with|buy from|trust)|"
    r"you will regret|will regret (?:it|this)|live to regret|wish you had|come back to (?:haunt|bite)|pay for "
    r"(?:this|it|that) (?:later|dearly)|you will be sorry|consequences for you|there will be consequences|you do "
    r"not want (?:me|us|to find out|that)|hard way|make an example|end of your career|cost you your (?:job|career|"
    r"licence|marriage|reputation|business|visa|home|place))\b"
)
_HARM = re.compile(
    r"\b(?:kneecaps?|hurt you|hurt your|harm (?:you|your)|beat you|smash\w*|burn (?:down|your)|(?:have|had|meet "
    r"with) an accident|accidents? (?:do )?happen|something (?:bad |nasty |unpleasant )?(?:might|could|may|will) "
    r"(?:just )?happen|things (?:get|go|tend to) (?:broken|missing|burn|break)|know where (?:you|your \w+) "
    r"(?:live|lives|work|works|goes?|parks?|sleeps?)|slash\w*|poison\w*|my (?:cousins?|friends|boys|brothers?) "
    r"(?:\w+ )?(?:pay|visit|will|would) (?:you|come|have)|pay you a visit|sleep well|watch your back|be careful "
    r"out there|"
    r"evict(?:ed)? (?:you|your)|throw (?:you|your \w+) out|deport\w*|your visa|visa (?:can|could|will|may|is)|"
    r"work permit (?:can|could|is|hangs)|immigration status|lock you out|cut off your (?:water|power|heating|"
    r"electricity)|withhold your (?:passport|wages|papers)|keep your (?:passport|deposit|papers))\b"
)
_LAWFARE = re.compile(
    r"\b(?:lawyers?|solicitors?|attorneys?|sue|suing|court|courts|lawsuits?|legal (?:fees|bills|"
    r"costs|action))\b.*\b(?:bury|drown|bleed|drag|years|ruin|grounds or no grounds|broke|"
    r"bankrupt|baseless|whether or not|anyway|no matter|merit|until you)\b|\b(?:bury|drown|drag|"
    r"bleed|tie)\b.*\b(?:lawyers?|court|courts|lawsuits?|legal|litigation|paperwork)\b|\bno "
    r"grounds\b"
)
_STRING = re.compile(
    r"\b(?:if|unless|or|else|otherwise|either|refuse|until|without|only if|before you|cross|provided|should you|"
    r"or else|in return|then|say no|turn (?:my|our|this|it|the)|so think|think (?:hard|twice|carefully|of)|better|"
    r"agree|sign|raise|go with|take it|take the|want to keep|give (?:us|me)|\d+|would hate|be a shame|pity if|as "
    r"long as|depends|drop|pay|lower|accept|hand)\b"
)
_PRECIOUS = re.compile(
    r"\b(?:your|the) (?:\w+ )?(?:kids?|children|daughter|son|family|wife|husband|mother|visa|job|jobs|place|"
    r"places|career|marriage|past|papers|licence|pension|reputation|grandchildren|permit|"
    r"scholarship)\b.*\b(?:before (?:you|saying)|think (?:hard|twice|of|carefully|about)|turn\w* (?:it|this|my|"
    r"our|me|us)|refus\w+|say(?:ing)? no|can be (?:withdrawn|lost|revoked)|hangs? on|depends? on|remember who|"
    r"careful)\b|"
    r"\b(?:think (?:hard|twice|of|carefully|about)|remember who|careful)\b.*\b(?:your) (?:\w+ )?(?:kids?|children|"
    r"daughter|son|family|visa|job|career|marriage|past|papers|licence|reputation|permit)\b.*\b(?:before|turn|"
    r"refus|say no|or)\b"
)
_MENACE = re.compile(
    r"\b(?:would hate (?:for|to see|it if)|(?:it would |would )?be (?:such )?(?:a|an) (?:real |"
    r"great |terrible )?(?:shame|pity) if|we both know what|i know (?:what|about|where|who) "
    r"(?:you|your|happened)|nice \w+ you have|think of your)\b"
)
_DISCLAIMED = re.compile(
    r"\b(?:i|we) (?:am|are|will|would|do|did|have) (?:\w+ )?(?:not|never) (?:\w+ ){0,3}?(?:tell|badmouth|"
    r"threat\w*|report|leak|make a fuss|post|write|publish|share|drag|hurt|harm|sue|ruin|want to)\b|\bwhether "
    r"(?:or not )?(?:we|you) (?:agree|sign|settle)|\bwhatever you decide\b|\bno hard feelings\b|\bnothing to do "
    r"with\b|\beither way\b|\blegal duty\b|\bwhatever (?:we|you) (?:agree|choose|do)\b|\b(?:he|she|they|"
    r"somebody|someone|"
    r"ex|(?:my|our|the|a)(?: (?!i\b|we\b)\w+){1,3}) (?:has |have |had )?(?:told|said|threatened|warned|"
    r"wrote to|blackmailed)\b"
    r"(?=.*\b(?:me|us|our|my|i|we)\b)"
)


# What hangs on what: the parts of a threat that need no fixed phrase.
_HINGE = re.compile(
    r"\b(?:if|unless|or|else|otherwise|either|until|without|only if|provided|should you|in case)\b|^(?:refuse|"
    r"agree|cooperate|comply|sign|accept|pay|say|give|do|take|drop|lower|raise|cross|help|choose|let|hand|keep|"
    r"walk|turn|leave|stop|withdraw|vote|hire|sell|go|play along|behave)\b|\byou (?:had |would )?better\b|\bthink "
    r"(?:about|of|hard|twice|carefully)\b|\b(?:be|would be) (?:wise|smart|clever|sensible) (?:to|of you)\b|"
    r"\b(?:no \w+ ,? ?no \w+)\b|\bbefore you\b|\bremember\b"
)
_MY_HAND = re.compile(
    r"\b(?:i|we) (?:will|shall|would|can|could|might|may|am going to|are going to|have to|will have to|would have "
    r"to|must)(?: \w+){0,2}? (?:report|expose|denounce|out you|shame|quit|walk out|strike|sue|fire|sack|evict|"
    r"kick|throw|lock|ban|block|cut (?:you|off|your)|hurt|burn|break|smash|destroy|wreck|ruin|spoil|sabotage|take "
    r"(?:away|your|the kids|the children|half|everyone|half your)|tell|inform|alert|notify|contact|call|let "
    r"\w+(?: \w+)? know|see (?:to it|that|you)|make (?:life|things|it|your|you|trouble|sure)|never (?:\w+ "
    r")?(?:speak|talk|forgive|help|come|trust|work|hire|buy|recommend|sign|visit|call|see)|stop (?:speaking|"
    r"talking|helping|visiting|loving|supporting)|end (?:our|the|this|your)|withhold|freeze|turn (?:everyone|the|"
    r"them|your)|get you|come after|go after|hunt|haunt|spread|post|publish|leak|share|release|circulate|forward|"
    r"hand (?:it|them|this|the \w+) (?:over )?to|go to|take (?:it|this|that|them) to|pull|strip|steal|"
    r"poach)\b(?P<rest>.*)"
)
_VICTIM = re.compile(rf"\b(?:you|your|yours|{_OUTSIDERS})\b")
_OWN_EXIT = re.compile(
    r"\b(?:look (?:for|at|elsewhere)|pass on|keep looking|find (?:another|someone|something)|go (?:elsewhere|with "
    r"(?:another|someone|the other))|walk away|say no|step back|decline|stop here|stay where|wait|think (?:it "
    r")?over|let (?:it|this) go|send (?:it|them) back|take (?:it|them) (?:out|back)|call (?:you|it off|the \w+ "
    r"off)|call (?:the )?(?:plumber|fitter|manufacturer|electrician|doctor|office|supplier)|contact (?:you|the "
    r"(?:manufacturer|supplier|seller|insurer))|let you know|tell you|inform you|show you|send you|help you|make "
    r"(?:it|you an?|sure (?:that )?(?:it|the|you (?:get|have|are)))|make (?:it|things) (?:right|easy|easier|work|"
    r"good|up)|pull (?:it|them|the weeds)|end (?:the|this) (?:call|meeting|lease)|see you|get you (?:a|the|one|"
    r"some)|share (?:the|it|this|my|our)|forward (?:it|the|your)|go to (?:the )?(?:bank|notary|mediator|site|"
    r"office|fair|market)|take (?:it|this|that|them) to (?:the )?(?:garage|workshop|cleaner\w*|notary|mediator|post))\b"
)
_STANDING_MENACE = re.compile(
    r"\b(?:do|would) not be surprised (?:when|if)\b|\b(?:get|gets|got|go|goes|be) (?:lost|missing)\b(?=.*\bwould "
    r"you\b)|\byour (?:\w+ )?(?:name|face|photo|story|divorce|illness|past|salary|mails?|messages) (?:ends? up|"
    r"goes(?! (?:up|to \d))|appears?|lands?|will be|is going)\b|\bi am (?:telling|calling|reporting) "
    r"(?!you\b)\w+|\ba word with "
    r"your\b|\blawsuit (?:that|which|you)\b|\bno \w+(?: in \w+)? no (?:invitation|reference|wedding|help|visit|"
    r"christmas|birthday|friendship|recommendation|grandchildren|love|inheritance)\b|\bif i were "
    r"you\b(?=.*\b(?:accident|burn|happen|careful|people have|drop|shame)\w*)|\bpeople have (?:had accidents|been "
    r"hurt|disappeared|lost)\b|\b(?:kiss|say|wave) (?:\w+ ){0,4}?goodbye\b|\bwe will see (?:how|who|what)\b(?! "
    r"(?:(?:far|much|soon|quickly|long|best) )?(?:we|i)\b)|\bsee "
    r"how (?:long|far|well) you\b|\b(?:i|you) (?:would|should|had better) (?:be|be very|be more) careful\b|\bif i "
    r"were you i would (?:be careful|think|not)\b|\bthink (?:about|of|over) (?:\w+ ){1,5}?again\b|\bi (?:have|"
    r"kept|still have|saved) (?:all )?(?:your|the|those|copies of) (?:\w+ )?(?:emails?|messages|photos?|letters|"
    r"recordings?|texts?|pictures|screenshots)\b(?=.*\b(?:shall|talk|discount|price|so|deal|now)\b)|\byour "
    r"(?:kids|children|family|friends|son|daughter|wife|husband|parents|grandchildren|dog|people)\b(?: \w+){0,2} "
    r"(?:will|would|can|could) (?:not|never|no longer)\b|\blooking for (?:an?|another) (?:new )?(?:friend|job|"
    r"home|flat|wife|husband|school|family|bank|landlord)\b|\b(?:new|another) friend\b|\b(?:will|inheritance|"
    r"testament) (?:can|could|may) (?:still )?be changed\b|\bwritten out of\b|\bi will (?:say|claim|swear|testify|"
    r"tell them) (?:that )?you\b|\bwhat kind of (?:landlord|boss|person|man|woman|neighbour|father|mother|friend|"
    r"teacher|doctor|firm|company|business|employer) you\b|\bregret the day\b|\b(?:have|get|see) you (?:thrown|"
    r"kicked|fired|sacked|evicted|banned|excluded|expelled|struck|arrested|deported|removed|suspended|replaced)\b|"
    r"\b(?:if|unless) (?:i|we) (?:had|have|were|was|are|am) (?:to|forced to|obliged to) (?:tell|say|warn|report|"
    r"write|explain|mention|let)\b|\b(?:it would be|be) (?:sad|a shame|a pity|unfortunate|regrettable|bad|awkward|"
    r"too bad) if (?:i|we|they|your|the|anyone|somebody|someone|that|this|it|word)\b|\b(?:as|for) (?:an|your) "
    r"enemy|\bwant (?:me|us) (?:as|for) (?:an?|your) (?:enemy|opponent|rival)\b|\benemies\b|\bi know people\b|"
    r"\bmake (?:life|things|it) (?:\w+ )?(?:hard|difficult|impossible|unpleasant|miserable|hell|a misery|ugly|"
    r"tough|uncomfortable)\b|\b(?:life|things|it) (?:can|could|may|might|will) (?:get|become|turn) (?:\w+ "
    r")?(?:hard|difficult|ugly|unpleasant|messy|dangerous|nasty|rough|uncomfortable)\b|\b(?:record|name|"
    r"reputation|slate) (?:stays?|remains?|clean)\b|\b(?:barns?|houses?|cars?|shops?|windows?|boats?|fences?|"
    r"dogs?|people|things) (?:burn|break|disappear|vanish|get (?:lost|stolen|hurt|broken)|go missing|fall|die|"
    r"catch fire) (?:easily|quickly|all the time|so|overnight)\b|\bno (?:brother|sister|friend|son|daughter|"
    r"mother|father|cousin|neighbour|uncle|aunt|grandson|partner) of (?:mine|ours)\b|"
    rf"\bwhat (?:\w+ ){{0,2}}?(?:your|the) (?:\w+ )?{_OUTSIDERS} (?:\w+ )?(?:would|will|might|could) (?:say|think|"
    rf"do|make of)\b|\b(?:photos?|pictures?|video|videos|recordings?|messages|emails?|letters?|files?|documents?|"
    rf"list|tape|tapes|story|truth) (?:will |would |could |might )?(?:go|goes|end up|ends up|find|finds|land|lands|"
    rf"get|gets|reach|reaches|be sent|is sent|are sent)\b.*\b{_OUTSIDERS}\b|\bhow (?:will|would) (?:you|your|it) "
    rf"(?:\w+ )?(?:explain|look|feel) (?:to|when|if)\b|\boff the (?:team|list|project|board|payroll|squad|guest "
    rf"list)\b|\b(?:you|your \w+) (?:is|are|will be|would be) (?:finished|history|out|done|dead|next|in trouble|on "
    rf"your own|on the street|jobless|homeless|alone)\b|\b(?:know|knows) where (?:you|your|they|she|"
    rf"he)\b.*\b(?:live|lives|school|sleep|sleeps|work|works|park|parks)\b|\byour (?:little )?secret\b|\bstays? "
    rf"between us\b(?=.*\bif\b)"
)


def coerces(matter: Matter) -> list[Verdict]:
    """G6: harm, exposure, ruin or the withdrawal of a bond, tied to their answer."""
    whole = " . ".join(matter.reading.sentences)
    if _DISCLAIMED.search(whole):
        whole = " . ".join(s for s in matter.reading.sentences if not _DISCLAIMED.search(s))
    live = " . ".join(
        without_courtesy(s)
        for s, asked in zip(matter.reading.sentences, matter.reading.asked, strict=True)
        if s in whole and not (asked and s.startswith(("what", "would", "could", "do ", "is ", "are ")))
    )
    for name, pattern, tied in (
        ("exposure", _EXPOSE, True), ("ruin", _RUIN, False), ("harm", _HARM, True),
        ("a baseless lawsuit", _LAWFARE, False),
        ("the loss of a bond", RELATION, True), ("what they hold dear", _PRECIOUS, False),
    ):  # fmt: skip
        found = pattern.search(live)
        if found and (not tied or _STRING.search(live) or _MENACE.search(live)) and not _benign(live, found):
            why = f"“{found[0].strip()}” holds {name} over their answer. That is coercion, whatever the terms."
            return [Verdict("G6", "block", why, found[0], "coercion")]
    harmed = _harmful_consequence(matter)
    if harmed and not _DISCLAIMED.search(" . ".join(matter.reading.sentences)):
        why = f"“{harmed}” ties harm to their answer. That is coercion, whatever the terms."
        return [Verdict("G6", "block", why, harmed, "coercion")]
    raised = _raised_hand(live)
    if raised:
        why = f"“{raised}” ties harm to their answer. That is coercion, whatever the terms."
        return [Verdict("G6", "block", why, raised, "coercion")]
    over = held_over(matter.reading.sentences)
    if over:
        why = (
            f"“{over.strip()}” holds something beyond the deal over their answer. That is coercion, whatever the terms."
        )
        return [Verdict("G6", "block", why, over, "coercion")]
    return []


def _raised_hand(live: str) -> str:
    """What I say I would do to them or theirs, or a standing menace; '' where there is none."""
    for sentence in _spoken(live):
        hand = _MY_HAND.search(sentence)
        aimed = bool(
            hand
            and not re.search(r"\bif you (?:would )?like\b", sentence)
            and (hit := _VICTIM.search(sentence, hand.start("rest")))
            and not own_people(sentence, hit.start(), hit.end())
            and not _OWN_EXIT.search(hand[0])
        )
        menace = _STANDING_MENACE.search(sentence)
        if (aimed and _HINGE.search(sentence)) or (menace and not _benign(sentence, menace)):
            found = menace or hand
            return found[0].strip() if found else sentence
    return ""


_TERMS = re.compile(
    r"\b(?:price|discount|deposit|warranty|guarantee|slot|date|delivery|fee|contract|offer|order|cover|interest|"
    r"instal\w+|lease|clause|refund|rebate|payment|invoice|goods|part|parts|materials?|roof|wall|pump|engine|"
    r"paint|crop|plants?|train|flight|bus|weather|rain|season|insurance|policy|law|statutory|mediator|court fees|"
    r"notice|repair|replace|fix|money back|room|seat|ticket|booking|reservation|start|schedule)\b"
)
_PERSONAL = re.compile(
    r"\b(?:your (?:\w+ )?(?:kids?|children|daughter|son|family|wife|husband|mother|father|parents|brother|sister|"
    r"job|career|name|reputation|licence|permit|visa|friends?|boss|neighbours?|marriage|home|shop|business|"
    r"practice|firm|dog|secret|past|record|pension|reference|place|standing|future|life|health|safety|"
    r"grandchildren|inheritance|scholarship|degree|school|clients?|customers?|staff|workers?|people)|you|yourself|"
    r"friendship|friends|family|each other|this house|our (?:lives|circle|group|team|table|wedding|home|band|club))\b"
)
_HINGED = frozenset(("if", "unless", "or", "else", "otherwise", "either", "until", "without", "and", "then", "before"))


def _harmful_consequence(matter: Matter) -> str:
    """A main clause that does harm to them or theirs, hung on what they answer; '' where there is none."""
    clauses = matter.reading.clauses
    for i, clause in enumerate(clauses):
        if clause.mood in ("condition", "question", "hypothetical") or clause.said_by_them:
            continue
        mates = [c for c in clauses if c.sentence == clause.sentence and c is not clause]
        demand = any(c.mood in ("condition", "request") or _HINGED & set(c.words[:2]) for c in mates)
        demand = (
            demand
            or (i > 0 and clauses[i - 1].mood in ("condition", "request", "question"))
            or bool(re.match(r"(?:or|otherwise|else|then)\b", clause.text))
        )
        if demand and _harms(clause):
            return clause.text
    return ""


_MY_STEP = frozenset("report inform stop miss catch cancel lose sorry refuse sink fail ignore drop spread".split())


def _harms(clause: Clause) -> bool:
    if _TERMS.search(clause.text) or not _PERSONAL.search(clause.text) or _OWN_EXIT.search(clause.text):
        return False
    roots = [w for w in clause.words if stem(w) in HARMFUL]
    if not roots or clause.tense not in ("modal", "present") or clause.subject == "it":
        return False
    helping = re.search(
        r"\b(?:will|would|can|shall) (?:not|never) (?:\w+ )?(?:lose|regret|miss|hurt|harm|fail|be "
        r"(?:sorry|disappointed))\b|\b(?:not|never) (?:want|mean|wish|like)\b|\bsorry (?:for|"
        r"about|to)\b|\bmiss you\b|\bstop by\b|\bcatch (?:you|up)\b|\breport (?:back|to you)\b|"
        r"\binform you\b",
        clause.text,
    )
    return not helping and not (
        clause.subject in ("i", "we")
        and set(roots) <= _MY_STEP
        and not re.search(r"\byour? (?:\w+ )?(?:boss|kids|wife|name)\b|\byou to\b", clause.text)
    )


def _spoken(live: str) -> tuple[str, ...]:
    """Sentence by sentence, and each with the one before: a threat is often told in two."""
    parts = [p.strip() for p in live.split(" . ") if p.strip()]
    return (*parts, *(f"{a} . {b}" for a, b in pairwise(parts)))


_MILD = re.compile(
    r"\bable to\b|\byou (?:do not|would not) need\b|^not (?:need|want|have)\b|\b(?:wants?|needs?|would "
    r"like|has|have) to "
    r"(?:see|know|hear|read)\b|\bdepends? on\b.*\bhow can\b|\bor less$|\b(?:pity|shame|sad) if we$"
)


_BY_TERMS = re.compile(r"\b(?:lease|contract|clause|inspection|invoice|law|agreement|final bill)\b")


def _benign(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - 30) : found.end() + 10]
    before = text[: found.start()].rstrip()
    if own_people(text, found.start(), found.end()) or (found[0] == "keep your deposit" and _BY_TERMS.search(text)):
        return True
    if _MILD.search(found[0]) or re.search(r"\b(?:if|unless|should|where|when|you (?:could|can|may|might))$", before):
        return True
    if re.search(r"\b(?:send|tell|show|give) (?:it|them|you)\b(?: \w+)?$", found[0]) and not re.search(
        r"\b(?:secret|photos?|truth|everyone|wife|boss)\b", text
    ):
        return True
    return bool(
        re.search(
            r"\b(?:glad|happy|love|like|pleased|can|may|please) (?:to |will )?(?:tell|recommend|"
            r"refer|invite|report|show|let|send|stay)\b|\b(?:i|we) (?:do not|never|would not) "
            r"(?:want|mean|intend|wish|mind)\b",
            near,
        )
    )
