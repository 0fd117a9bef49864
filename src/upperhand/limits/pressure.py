"""Does the draft threaten, flatter or rush? G6 coercion, G8 hollow flattery, G9 pressure timing."""

from __future__ import annotations

import re

from upperhand.limits.grounding import Entry, stated
from upperhand.limits.lexicon import STOP
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens

_OUTSIDERS = (
    r"(?:boss|wife|husband|spouse|partner|parents?|mother|father|mum|kids|family|tax(?: people| office| authorit\w+|man)?|irs|police|immigration|customs|neighbours?|everyone|everybody|the world|whole \w+|every \w+|"
    r"clients?|customers?|professor|dean|principal|club|village|town|office|street|press|papers?|newspapers?|journalists?|reporters?|media|inspectors?|inspectorate|regulators?|landlord|team|colleagues?|staff|school|authorit\w+|council|board|bank|insurer|"
    r"online|internet|web|social media|facebook|twitter|instagram|linkedin|forum|public|health (?:office|department)|labour (?:office|inspectorate)|church|congregation|competitors?|investors?|shareholders?|employer|hr|licensing \w+|chamber|guild|association|people|others|anyone|them)"
)
_EXPOSE = re.compile(
    rf"\b(?:i|we|somebody|someone) (?:\w+ ){{0,3}}?(?:tell(?:ing)?|let(?:ting)?|inform(?:ing)?|report(?:ing)?|writ(?:e|ing)|call(?:ing)?|ring(?:ing)?|phone|email|show(?:ing)?|send(?:ing)?|mention(?:ing)?|leak(?:ing)?|talk(?:ing)? to|speak(?:ing)? to|have a (?:word|chat) with|drop a (?:word|line|hint)|start telling)\b(?: \w+){{0,4}}? {_OUTSIDERS}\b|"
    r"\b(?:leak|dump|publish|post|expose|broadcast|spread|air)(?:s|ed|ing)?\b.*\b(?:your|you|list|data|photos?|pictures|emails?|messages|story|secret|name|online|it|this|everything)\b|"
    rf"\b{_OUTSIDERS}\b(?: (?!ask|tell)\w+){{0,4}}? (?:to )?(?:find(?:s)? out|found out|hear(?:s)?(?: about)?|learn(?:s)? (?:about|of)|know(?:s)?(?: about| what)?|see(?:s)? (?:the|your|those|these|what))\b|\b(?:go|goes|going|take (?:it|this)) (?:public|to the (?:press|papers|police|media|authorities|board|regulator|tax \w+))\b|"
    r"\b(?:turn you in|dig up|dirt on|what you did|your (?:little )?secret|skeletons?|compromising|embarrassing (?:photos?|pictures?|story|mails?|messages)|nobody else needs to|no one (?:else )?(?:needs|has) to (?:know|hear|learn)|keep (?:quiet|it quiet|my mouth shut|this between us|that between us|silent)|help me forget|my (?:silence|discretion)|slip my mind)\b"
)
_RUIN = re.compile(
    r"\b(?:one star|bad reviews?|negative reviews?|terrible reviews?|awful reviews?|scathing|never (?:work|find|get|do business|sell|rent|play|teach|be hired)\b.*\b(?:again|in this|anywhere|town|industry|business|city|field)|blacklist\w*|black list|drops? you from|strike you (?:off|from)|name (?:is|will be) mud|drag your name|badmouth|ruin\w*|destroy\w*|finish you|bury you|crush you|sink you|bleed you|break you|"
    r"make your life|(?:make|making|makes) (?:very |damn |quite )?sure\b.*\b(?:never|nobody|no ?one|no \w+|find out|finds out|knows?|hears?|regret|lose|suffer\w*|fired|sacked|drops?|finished|banned|out of)\b|see to it that\b.*\b(?:never|nobody|no ?one|no \w+|not|lose|drops?|fired|out|stops?|ends?|finished|closed|banned)|(?:one|a single|just one) (?:call|word|mail|email|letter|post|tweet) (?:from me|of mine|to)|(?:and|or) (?:your|you) (?:\w+ ){0,3}?(?:is|are|will be) (?:gone|over|finished|history|toast|ruined|done for|dead|out)|dead to me|hate to (?:have to )?(?:write|give|tell|report|leave) (?:a bad|a poor|them|her|him|your)|(?:write|give|leave) (?:you )?a (?:bad|poor|terrible|negative) (?:one|reference|review|report|rating)|no (?:\w+ )?(?:supplier|bank|agency|agent|theatre|venue|publisher|landlord|firm|company|gallery|restaurant|hotel|school|landlord|buyer|dealer|shop|club|employer|one|body|customer|contractor)\b.*\b(?:will|would|ever|again)? ?(?:\w+ )?(?:pick up|books|hires|works|buys|picks up|employs|takes|work|hire|buy|touch|deal|speak|take your|serve|lend|answer|want|ever|book|take|touch|employ|rent|sell|let|insure|represent)|nobody (?:in|around|will)\b.*\b(?:work with|hire|touch|deal with|buy from|trust)|"
    r"you will regret|will regret (?:it|this)|live to regret|wish you had|come back to (?:haunt|bite)|pay for (?:this|it|that) (?:later|dearly)|you will be sorry|consequences for you|there will be consequences|you do not want (?:me|us|to find out|that)|hard way|make an example|end of your career|cost you your (?:job|career|licence|marriage|reputation|business|visa|home|place))\b"
)
_HARM = re.compile(
    r"\b(?:kneecaps?|hurt you|hurt your|harm (?:you|your)|beat you|smash\w*|burn (?:down|your)|(?:have|had|meet with) an accident|accidents? (?:do )?happen|something (?:bad |nasty |unpleasant )?(?:might|could|may|will) (?:just )?happen|things (?:get|go|tend to) (?:broken|missing|burn|break)|know where (?:you|your \w+) (?:live|lives|work|works|goes?|parks?|sleeps?)|slash\w*|poison\w*|my (?:cousins?|friends|boys|brothers?) (?:\w+ )?(?:pay|visit|will|would) (?:you|come|have)|pay you a visit|sleep well|watch your back|be careful out there|"
    r"evict(?:ed)? (?:you|your)|throw (?:you|your \w+) out|deport\w*|your visa|visa (?:can|could|will|may|is)|work permit (?:can|could|is|hangs)|immigration status|lock you out|cut off your (?:water|power|heating|electricity)|withhold your (?:passport|wages|papers)|keep your (?:passport|deposit|papers))\b"
)
_LAWFARE = re.compile(r"\b(?:lawyers?|solicitors?|attorneys?|sue|suing|court|courts|lawsuits?|legal (?:fees|bills|costs|action))\b.*\b(?:bury|drown|bleed|drag|years|ruin|grounds or no grounds|broke|bankrupt|baseless|whether or not|anyway|no matter|merit|until you)\b|\b(?:bury|drown|drag|bleed|tie)\b.*\b(?:lawyers?|court|courts|lawsuits?|legal|litigation|paperwork)\b|\bno grounds\b")
_RELATION = re.compile(
    r"\b(?:stay\w*|be|being|remain\w*|still|call\w* (?:ourselves|us|you)) (?:\w+ )?(?:friends?|family|mates?|buddies)\b|\b(?:not|never|no longer|nor|stop|stops|quit|cease|forget about|end of|last time|done) (?:\w+ ){0,4}?(?:your friend|my friend|friends|friendship|love you|loving|speak(?:ing)? (?:to|with)|talk(?:ing)? to you|see(?:ing)? (?:you|me|us|the (?:grand)?(?:children|kids))|recommend\w*|refer\w*|invit\w+|help(?:ing)? you|vouch\w*|forgive|my (?:son|daughter|brother|sister)|welcome|me again|us again|with you again|put\w* in a good word|work(?:ing)? with you|do(?:ing)? business with you|hear(?:ing)? from (?:me|us)|come to (?:my|our|your)|be there for|support(?:ing)? you|trust you|look you in)\b|"
    r"\b(?:we|i) (?:\w+ )?(?:are|am|will be|would be) (?:\w+ )?(?:done|through|finished|history|strangers|over)\b(?! (?:by|with (?:the|it|this)|before|on|in|at))|\bout of (?:the|our|my) (?:\w+ )?(?:band|lives|life|family|group|circle|team|club|will|wedding|house)\b|\b(?:lose|lost|losing) (?:me|us|a friend|my (?:friendship|love|trust|support|vote|respect)|our (?:friendship|trust|support)|your (?:friend|family|mother|father|brother|sister))\b|"
    r"\b(?:friendship|relationship|marriage) (?:\w+ )?(?:is |will be )?(?:over|ends|finished|dead|suffers?|at stake|depends|hangs|on the line)\b|\bcut (?:you off|ties|all ties|you out|all contact)\b|\bturn (?:my|our) back\b|\b(?:wash|washing) (?:my|our) hands of you\b|\bno (?:longer|more) (?:\w+ )?(?:welcome|invited|part of|reference|good word|christmas|friend|son|daughter|references)\b|\b(?:forget|kiss) (?:\w+ )?(?:about )?(?:me|us|our|my|the|your) (?:\w+ )?(?:ever |recommend\w*|friendship|reference|help|goodbye|wedding|invitation|love|support)\b|"
    r"\bkeep putting in a good word\b|\breal (?:friend|mate|brother|sister|son|daughter)s? would\b|\bif you (?:really |truly )?(?:loved|cared about|valued) (?:me|us|our)\b|\bdo not (?:bother|expect|count on|come|ever)\b(?: \w+){0,3} (?:calling|coming|me|us|my|our|crying|back)\b|\bno longer (?:my|our|a) (?:son|daughter|friend|brother|sister|part)\b|\b(?:good word|reference|recommendation)\b.*\b(?:otherwise|or else|unless|only if)\b|\b(?:otherwise|or else|unless|only if)\b.*\b(?:good word|reference|recommendation)\b|\bdisown\w*|\bdisinherit\w*"
)
_STRING = re.compile(
    r"\b(?:if|unless|or|else|otherwise|either|refuse|until|without|only if|before you|cross|provided|should you|or else|in return|then|say no|turn (?:my|our|this|it|the)|so think|think (?:hard|twice|carefully|of)|better|agree|sign|raise|go with|take it|take the|want to keep|give (?:us|me)|\d+|would hate|be a shame|pity if|as long as|depends|drop|pay|lower|accept|hand)\b"
)
_PRECIOUS = re.compile(
    r"\b(?:your|the) (?:\w+ )?(?:kids?|children|daughter|son|family|wife|husband|mother|visa|job|jobs|place|places|career|marriage|past|papers|licence|pension|reputation|grandchildren|permit|scholarship)\b.*\b(?:before (?:you|saying)|think (?:hard|twice|of|carefully|about)|turn\w* (?:it|this|my|our|me|us)|refus\w+|say(?:ing)? no|can be (?:withdrawn|lost|revoked)|hangs? on|depends? on|remember who|careful)\b|"
    r"\b(?:think (?:hard|twice|of|carefully|about)|remember who|careful)\b.*\b(?:your) (?:\w+ )?(?:kids?|children|daughter|son|family|visa|job|career|marriage|past|papers|licence|reputation|permit)\b.*\b(?:before|turn|refus|say no|or)\b"
)
_MENACE = re.compile(r"\b(?:would hate (?:for|to see|it if)|(?:it would |would )?be (?:such )?(?:a|an) (?:real |great |terrible )?(?:shame|pity) if|we both know what|i know (?:what|about|where|who) (?:you|your|happened)|nice \w+ you have|think of your)\b")
_DISCLAIMED = re.compile(
    r"\b(?:i|we) (?:am|are|will|would|do|did|have) (?:\w+ )?(?:not|never) (?:\w+ ){0,3}?(?:tell|badmouth|threat\w*|report|leak|make a fuss|post|write|publish|share|drag|hurt|harm|sue|ruin|want to)\b|\bwhether (?:or not )?(?:we|you) (?:agree|sign|settle)|\bwhatever you decide\b|\bno hard feelings\b|\bnothing to do with\b|\beither way\b|\blegal duty\b|\b(?:he|she|they|somebody|someone) (?:told|said to|threatened|wrote to) (?:me|us)\b"
)


def coerces(matter: Matter) -> list[Verdict]:
    """G6: harm, exposure, ruin or the withdrawal of a bond, tied to their answer."""
    whole = " . ".join(matter.reading.sentences)
    if _DISCLAIMED.search(whole):
        whole = " . ".join(s for s in matter.reading.sentences if not _DISCLAIMED.search(s))
    live = " . ".join(s for s, asked in zip(matter.reading.sentences, matter.reading.asked, strict=True) if s in whole and not (asked and s.startswith(("what", "would", "could", "do ", "is ", "are "))))
    for name, pattern, tied in (
        ("exposure", _EXPOSE, True), ("ruin", _RUIN, False), ("harm", _HARM, True), ("a baseless lawsuit", _LAWFARE, False),
        ("the loss of a bond", _RELATION, True), ("what they hold dear", _PRECIOUS, False),
    ):  # fmt: skip
        found = pattern.search(live)
        if found and (not tied or _STRING.search(live) or _MENACE.search(live)) and not _benign(live, found):
            why = f"“{found[0].strip()}” holds {name} over their answer. That is coercion, whatever the terms."
            return [Verdict("G6", "block", why, found[0], "coercion")]
    return []


def _benign(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - 30) : found.end() + 10]
    return bool(re.search(r"\b(?:glad|happy|love|like|pleased|can|may|please) (?:to |will )?(?:tell|recommend|refer|invite|report|show|let|send|stay)\b|\b(?:do not|never|not) (?:want|mean|intend|wish|mind)\b", near))


# --- G8 ------------------------------------------------------------------------------------------------------------

_GLOW = (
    r"(?:best|finest|greatest|sharpest|smartest|loveliest|kindest|nicest|coolest|most \w+|wonderful|amazing|brilliant|genius|fantastic|incredible|extraordinary|exceptional|outstanding|legendary|legend|unique|remarkable|impressive|inspir\w+|gifted|talented|clever|intelligent|wise|brave|generous|gracious|kind|beautiful|gorgeous|stunning|lovely|charming|handsome|young|perfect|flawless|superb|"
    r"magnificent|marvellous|splendid|exquisite|world class|top notch|second to none|unmatched|incomparable|star|angels?|hero|master|expert|connoisseur|visionary|artist|professionals?|true professional|heart of gold|heaven|treasure|gem|pearl|joy|privilege|honour|awe|favourite|admire\w*|adore\w*|impeccable|exemplary|phenomenal|terrific|great|sharp|elegant|stylish|delightful|superstar|icon|rock|blessing|special|divine|rare|calibre|discerning|sophisticated|refined|taste)"
)
_PRAISE = re.compile(
    rf"\b(?:you|you 've|you are|you have|yourself|yours)\b(?: \w+){{0,7}}? (?:\w+ )?{_GLOW}\b|\byour (?:\w+ ){{1,6}}?(?:is|are|was|were|must be|looks?|has|have|sounds?|tastes?|knows?|took|puts?)(?: \w+){{0,6}}? {_GLOW}\b|"
    rf"\b{_GLOW} (?:\w+ ){{0,4}}?(?:like (?:you|yourself|yours)|such as yourself|as you|of your|you \w+)\b|\b\w+ of your (?:stature|calibre|standing|experience|intelligence|taste|class|rank|talents?|quality|eminence|greatness|vision|brilliance|wisdom|generosity)\b|\b(?:no|without) equal\b|\b(?:deepest|greatest|highest|utmost) (?:reverence|admiration|esteem|respect)\b|\bhonoured beyond\b|\b(?:luminary|radiant)\b|\b(?:some ?one|a (?:man|woman|person)|people|person) (?:of|with) (?:your|such)\b|\b(?:i|we) (?:\w+ )?(?:admire|adore|love|loved|worship|envy|am in awe|are in awe|am a (?:huge|big|great) (?:fan|admirer)|look up to|am (?:so |deeply |truly |really )?(?:impressed|inspired))\b(?: \w+){{0,4}}? (?:you|your|everything you)\b|"
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
        found = _PRAISE.search(_GREETING.sub(" ", sentence))
        if not found or matter.reading.asked[index] or (_THANKS.search(sentence) and not _trait(sentence)):
            continue
        near = " ".join(matter.reading.sentences[max(0, index - 1) : index + 2])
        if _refers(near, held, matter):
            continue
        why = f"“{found[0]}” praises without a concrete, true thing it refers to: no attested act and no fact of the ledger stands behind it."
        out.append(Verdict("G8", "warn", why, found[0], "praise"))
    return out[:1]


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
    r"\b(?:on the spot|this (?:very )?(?:minute|second|instant|moment)|right (?:now|here|away)|here and now|at once|immediately|straight away|instantly|as we speak|while (?:we are|i am|you are) (?:\w+ )?(?:standing|here|sitting|on)|before (?:i|you|we) (?:hang up|leave|left|walk|go|put|end)|until i (?:hang up|leave)|now or never|rn|before the end of (?:this|the|our) (?:call|meeting|talk|conversation|visit|day)|in the next (?:\w+ )?(?:minutes?|seconds?|hour)|before (?:my|the|our) (?:boss|manager|wife|partner|colleague)\b.*\b(?:comes?|changes?|returns?|gets?)|"
    r"by the time (?:i|you)|within the (?:hour|minute)|(?:this|today 's) (?:call|meeting) only|quick quick|not asking (?:you )?(?:twice|again)|(?:this|that) is your (?:last|only|one) chance|hurry|chop chop|last chance|make up your mind|going once|final answer|yes or no (?:now|please|this)|no (?:second thoughts|cooling off|going home|sleeping on|more thinking))\b"
)
_ASK_DECIDE = re.compile(
    r"\b(?:answer|decide|decision|decid\w+|yes|sign|signature|say yes|shake|commit|commitment|agree|deal|take it|buy|accept|confirm|offer|price|discount|deposit|pen|name on|pay|reply|grab|book|order|order now|mind|never|upgrade|changes?|free|throw in|it is yours)\b"
)
_NO_THINK = re.compile(
    r"\b(?:can not|do not|no) (?:\w+ )?(?:sleep\w*|think\w*) (?:on|about|over)\b|\bno time (?:to|for)\b|\bthere is no time\b|\b(?:do not|no need to|stop|without|instead of) (?:\w+ )?(?:think\w*|sleep\w*|ask\w*|consult\w*|check\w*|wait\w*|going home|go home|talk to|read\w*|show\w*|call\w*|discuss\w*|compar\w*|hesitat\w*|overthink\w*)\b.*\b(?:it|over|lawyer|home|wife|husband|partner|anyone|here|now|sign|contract|small print|terms|around|others?)\b|"
    r"\b(?:do not|can not|will not) (?:\w+ )?(?:repeat|offer|hold|wait)\b.*\b(?:once|after|again|leave|left|out (?:of )?that door)\b|\bthink(?:ing)? (?:about )?(?:it )?(?:over )?(?:is for|later)\b"
)
_SLIPPED_IN = re.compile(
    r"\b(?:before you (?:\w+ )?(?:answer|say|reply|respond|decide|object)|do not (?:answer|say|decide|reply|respond)(?: \w+){0,3}|hold (?:your answer|on|that thought)|wait\b.*\b(?:say|answer|not done|more)|not (?:all|done|finished)|that is not all|but wait|let me finish)\b"
)
_SWEET = re.compile(r"\b(?:throw in|add|also get|on top|as well|too|extra|free|bonus|include|plus|even|gift|more|another|double|sweeten)\b")
_COUNTDOWN = re.compile(
    r"\b(?:until|till|before|by) (?:the end of|i finish|we finish|you finish|the close of|the conclusion of) ?(?:this|our|the)? ?(?:call|meeting|talk|conversation|visit|coffee|lunch|hour|sentence|viewing)?\b(?=.*(?:call|meeting|talk|conversation|visit|coffee|lunch|hour|viewing|finish))|\b(?:gone|over|off) in (?:an?|one|two|half|\d+|a few|ten|five|twenty) (?:\w+ )?(?:hours?|minutes?|seconds?)\b|\b(?:disappears?|vanish(?:es)?|ends?|expires?|dies|goes|stops?) (?:at|by|in) (?:midnight|noon|an hour|one|five|six|tonight|the end of (?:the|this) (?:day|call|hour))\b|\b(?:today|tonight|this (?:weekend|afternoon|evening|morning|hour|week)|(?:next|only|for) (?:\w+ )?(?:\d+|one|two|three|five|ten|twenty|thirty|sixty|twenty four) (?:minutes?|hours?)) only\b|\bonly (?:today|tonight|this (?:weekend|afternoon|evening|morning|hour|week|minute)|now|for (?:today|the next \w+|\d+ \w+)|until (?:tonight|midnight|noon|i \w+|the end of this))\b|\b(?:\d+|one|two|five|ten|twenty|thirty|twenty four|forty eight|sixty) (?:minutes?|hours?)\b.*\b(?:then|after|or|start|left|gone|drops?|someone else|expires?|rises?|to (?:decide|answer|sign))\b|"
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
    if _ROOM.search(sentence) and not forbids_thought:
        return None
    if matter.reading.asked[index] and re.match(r"(?:when|would|could|can|do|is|are|what|how|shall)\b", sentence):
        return None
    slipped = _SLIPPED_IN.search(sentence)
    if slipped and _SWEET.search(" ".join(matter.reading.sentences[index : index + 2])):
        return f"“{slipped[0]}” slips in a sweetener before they can answer."
    if forbids_thought and not re.match(r"(?:i|we)\b", sentence[forbids_thought.start() :]):
        return f"“{forbids_thought[0]}” takes away the time to think."
    rush = _RUSH.search(sentence)
    if rush and _ASK_DECIDE.search(sentence) and not re.match(r"(?:i|we) (?:can|could|will|would|am|are)\b(?! need)", sentence):
        return f"“{rush[0]}” demands an answer on the spot."
    count = _COUNTDOWN.search(sentence)
    if count and not _expiry_backed(sentence, matter):
        return f"“{count[0]}” presses with time that no dated, sourced fact bears out."
    return None


def _expiry_backed(sentence: str, matter: Matter) -> bool:
    said = stated(sentence, matter.case.as_of)
    for entry in matter.entries:
        if entry.firm and entry.kind == "fact" and set(said.roots) & set(entry.stated.roots):
            marked = said.said_days - {"today", "tonight"} if "today" in entry.stated.meant_days else said.said_days
            timed = re.search(r"\b(?:until|to|end\w*|expir\w+|valid\w*|clos\w+|only|runs?|leav\w+|due|by)\b", normalise(entry.text))
            if marked <= entry.stated.meant_days and timed and ("weekend" not in sentence or "weekend" in normalise(entry.text)):
                return True
    return False
