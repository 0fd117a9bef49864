"""Does somebody outside this talk act on what we deal about, or do I boast of another way at hand?"""

from __future__ import annotations

import re

from upperhand.limits.clauses import Clause

_FOLK = (  # open list of whom one may deal with; endings stand for trades nobody can list
    r"(?:blokes?|fellas?|fellows?|chaps?|lads?|guys?|gents?|lad(?:y|ies)|wom[ae]n|m[ae]n|persons?|"
    r"people|part(?:y|ies)|"
    r"couples?|pairs?|famil(?:y|ies)|buyers?|bidders?|takers?|clients?|customers?|suppliers?|vendors?|tenants?|"
    r"landlords?|landlad(?:y|ies)|firms?|compan(?:y|ies)|outfits?|startups?|lots?|crowds?|mobs?|"
    r"groups?|chains?|"
    r"agenc(?:y|ies)|agents?|brokers?|investors?|funds?|trusts?|banks?|lenders?|insurers?|employers?|"
    r"boss(?:es)?|"
    r"recruiters?|headhunters?|candidates?|applicants?|sitters?|schools?|colleges?|universit(?:y|"
    r"ies)|hospitals?|"
    r"clinics?|practices?|galler(?:y|ies)|museums?|theatres?|festivals?|bands?|labels?|studios?|publishers?|"
    r"broadcasters?|producers?|shops?|stores?|supermarkets?|dealers?|dealerships?|garages?|restaurants?|"
    r"hotels?|"
    r"cafes?|baker(?:y|ies)|brewer(?:y|ies)|winer(?:y|ies)|mills?|factor(?:y|ies)|plants?|farms?|farmers?|"
    r"growers?|co ?ops?|cooperatives?|charit(?:y|ies)|church(?:es)?|clubs?|teams?|neighbours?|friends?|"
    r"cousins?|"
    r"uncles?|aunts?|mates?|colleagues?|rivals?|competitors?|competition|contractors?|builders?|makers?|"
    r"manufacturers?|wholesalers?|importers?|traders?|merchants?|collectors?|developers?|operators?|carriers?|"
    r"hauliers?|caterers?|venues?|organisers?|students?|nurses?|dentists?|doctors?|surgeons?|teachers?|"
    r"professors?|"
    r"lawyers?|architects?|artists?|dancers?|pensioners?|retirees?|expats?|parents?|newlyweds|bachelors?|"
    r"ppl|peers?|widows?|crews?|foundations?|tutors?|[a-z]{3,}(?:ists?|smen|sman|women|woman)|vets?|"
    r"chefs?|pilots?|directors?|deans?|mayors?|councils?)"
)
_OTHER = (
    rf"(?:(?:an?other|one more|a second|a third|a rival|a competing|a different|an?|one|two|three|"
    rf"four|five|six|"
    rf"seven|eight|ten|\d+|several|some|a few|a couple of|half a dozen|dozens of|loads of|plenty of|lots of|"
    rf"multiple|various|many|other|different|rival|competing|most) (?:[\w']+ ){{0,3}}?{_FOLK}"
    rf"|some(?:one|body)(?: else)?|others"
    rf"|(?:the|that|this|my|our|your|their) (?:\w+ )?(?:other|second|next|ex|former|old|rival|competing) "
    rf"(?:\w+ )?{_FOLK}"
    rf"|(?:my|our) ex (?:\w+)|your (?:\w+ )?(?:rivals?|competitors?|competition|neighbours?|colleagues?)"
    rf"|the (?:competition|neighbours?|other (?:lot|side|guys?|ones?|one))"
    rf"|(?:the|that|this) (?:[\w']+ )?{_FOLK} (?:across|next door|down|round|around|over|opposite|"
    rf"up|in|from|near|at|behind|before you|after you|who|that)"
    r"|^\w+ (?:buyers|bidders|investors|collectors|dealers|companies|firms|clients|customers|traders)"
    rf"|^{_FOLK} (?:from|in|at|of|down|up|across))"
)
_ACTOR = re.compile(rf"\b{_OTHER}\b")
_AFTER_ME = re.compile(  # dealing that can only be about what we deal about
    r"\b(?:bid(?:s|ding)?|outbid\w*|undercut\w*|tender(?:s|ed|ing)?|undersell\w*|match(?:es|ed)? "
    r"(?:it|that|this|the)|"
    r"(?:quot|offer|propos|promis|pledg|guarante)(?:e|es|ed|ing|s)?(?: \w+){0,2}? (?:me|us|more|"
    r"less|a|an|the|it|\d|half|"
    r"double|twice|to)|"
    r"(?:rang|rung|ring(?:s|ing)?|call(?:s|ed|ing)?|phon\w+|email\w*|text(?:s|ed|ing)?|messag\w+|"
    r"wr(?:ote|ites|itten)|"
    r"contact\w*|approach\w*|ask(?:s|ed|ing)?|court\w*|chas\w+|woo(?:s|ed|ing)?|headhunt\w*|poach\w*|"
    r"invit\w+|tempt\w*|"
    r"pursu\w+|pester\w*|beg(?:s|ged|ging)?)(?: \w+){0,2}? (?:me|us|about (?:it|this|the|that)|"
    r"after|for (?:it|this))|"
    r"wants? (?:it|this|that|them|me|us|one|both|to (?:buy|take|rent|book|hire|sign|move|have|see|"
    r"view|order|pay)|"
    r"the (?!same|best|truth)\w+|my|our)|after (?:it|this|that|the|me|us|my|our|one)|keen on|(?:is|"
    r"are|was|were|very|so|really) "
    r"(?:keen|interested|desperate|eager|itching|dying|waiting|circling|hovering|sniffing|queuing|"
    r"lining up|lined up)|"
    r"interested|waiting (?:in|for me|to (?:take|buy|sign|move|pay))|in the wings|"
    r"loves? (?:it|this|the)|loved (?:it|this|the)|fell in love|fall(?:en|s)? for|fanc(?:y|ies|ied)|"
    r"said (?:yes|he|she|they)|says? (?:yes|he would|she would|they would)|agreed (?:to|on|a)|accept(?:s|"
    r"ed) (?:my|our|the)|"
    r"sign(?:s|ed|ing)? (?:up|on|tomorrow|today|the|our|my|a)|draw(?:n|ing|s)? up|draft(?:ed|ing|s)?|"
    r"put(?:s|ting)? (?:down|in|up|forward|money|cash|an? |their|his|her)|"
    r"paid|pay(?:s|ing)? (?:me|us|more|cash|a|the|double|twice|\d)|wired|reserv\w+|deposit|cash|"
    r"full amount|asking price|"
    r"snap\w*|bit(?:e|es|ing)? (?:my|our|his|her)|jump(?:s|ed|ing)? at|grab\w*|pounc\w+|leap\w*|"
    r"(?:will|would|can|could|might) (?:gladly |happily |easily |also |even )?(?:take|buy|have|"
    r"pay|do|supply|deliver|make|sell|"
    r"start|give|lend|charge|print|rent|hire|match|beat|host|build|swap|move in)\b(?! (?:place|part|care))|"
    r"room for|waiv\w+|tak(?:e|es|ing) (?:it|the lot|all|over the|mine)|took (?:it|the|two|three)|"
    r"(?:has|have|got) (?:room|space|a place|a job|work|an opening|a slot|a better|the same|an "
    r"identical|one|them|it) "
    r"(?:for|at|in|on|ready|cheaper|\d)|cheaper|for (?:less|half|\d)|charg\w+|"
    r"breathing down|fight(?:s|ing)? over|final round|closing in|snapp\w+)\b"
)
_COMES = re.compile(  # an approach that may as well be a neighbour's visit
    r"\b(?:saw|seen|see(?:s|ing)?|view(?:s|ed|ing)?|visit(?:s|ed|ing)?|com(?:e|es|ing)|came|driv(?:e|"
    r"es|ing)|drove|"
    r"pop(?:s|ped|ping)?|fl(?:y|ies|ying|ew)|swing\w*|drop(?:s|ped|ping)? (?:by|in)|stop(?:s|ped|"
    r"ping)? by|call(?:s|ed|ing)?|"
    r"walk(?:s|ed|ing)? (?:through|round|around)|tour(?:s|ed|ing)?|inspect(?:s|ed|ing)?|test ?dr\w+|"
    r"measur(?:ed|ing)|"
    r"look(?:s|ed|ing)? (?:at|over|round)|enquir\w+|inquir\w+|ask(?:s|ed|ing)? (?:about|for|to|"
    r"if)|rang|ring(?:s|ing)?|"
    r"phon(?:ed|ing|es)|wrote|applied|booked)\b(?=.*\b(?:it|this|the|that|for|about|today|tonight|"
    r"tomorrow|morning|afternoon|"
    r"evening|week|weekend|day|\w+day|at \w+|after you|before you)\b)"
)
_OURS = re.compile(  # people who are on our side of the table, or whose trade is to tell
    r"\b(?:(?:one of )?(?:my|our) (?!ex\b|former|old|other|second|rival|neighbours?|next|uncle|"
    r"aunt|cousin|friend|mate)\w+|"
    r"previous|last (?:owner|tenant|buyer|year)|surveyors?|inspectors?|engineers?|electricians?|"
    r"plumbers?|notar\w+|"
    r"photographers?|mechanics?|technicians?|doctors?|vets?|drivers?|fitters?|assistants?|experts?|"
    r"valuers?|auditors?|"
    r"most (?:people|families|buyers|customers|clients|firms)|from your|of yours|at your|many (?:people|"
    r"families|customers|clients)|some people|of (?:us|you)|"
    r"each (?:party|side)|both|the (?:two )?parties|other party 's|neutral|mediators?|arbitrators?|"
    r"a (?:friend|colleague) (?:of (?:yours|"
    r"mine) )?(?:recommended|told|mentioned|gave))\b"
)
_NOT_TRADE = re.compile(
    r"\b(?:not interest\w*|wants? (?:to know|peace|quiet)|told (?:me|us) about you|recommend\w* "
    r"you|ask(?:s|ed)? (?:me|us)? ?(?:how|what|why|"
    r"where|whether you)|depends?|allowed|welcome|people (?:differ|like|say|think)|no (?:one|other)|"
    r"nobody|none|neither)\b"
)
_MY_WAY = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:i|we) (?:could|can|would|might|will)(?: \w+)? (?:sell|fill|let|rent|replace|shift|resell|"
        r"rehome|lease|"
        r"place|give|flog|offload) (?:it|this|that|them|the \w+|this \w+|your \w+|my \w+)\b.*\b(?:by|"
        r"tomorrow|tonight|today|"
        r"elsewhere|heartbeat|minutes?|hours?|days?|week|no time|easily|times over|someone|somebody|"
        r"another|whoever|any day|"
        r"phone call|anyone|anybody|ten|next person|instead)\b",
        r"\b(?:i|we) (?:could|can|would|might)(?: \w+)? (?:find|get|have|hire|order|buy|source|pick "
        r"up|book)\b(?: \w+){0,3}? "
        r"(?:someone|somebody|another|the same|one|two|it|them|others|a \w+|this)\b.*\b(?:tomorrow|"
        r"tonight|elsewhere|"
        r"heartbeat|no time|easily|any day|for (?:half|less|a third|\d)|cheaper|less|at the click|with "
        r"one call|"
        r"on every corner|online|on the internet|down the road|next door|round the corner|around the corner)\b",
        r"\b(?:pile|stack|heap|list|file|drawer|folder|inbox|queue|line|mountain|flood|stream|desk|"
        r"hallway|room|phone) (?:\w+ )?"
        r"(?:of|full of|with) (?:\w+ )?(?:cvs?|applications?|offers?|requests?|enquiries|names|bids|"
        r"orders|resumes?|"
        r"candidates?|buyers?|people|applicants?|messages|replies|letters|quotes)\b",
        r"\b(?:double|twice|triple|half|more than|less than|above|below|over|under|beyond|beats?|higher "
        r"than|lower than|"
        r"better than|dearer than|cheaper than|worse than) (?:\w+ )?what (?!i |we |you |my |our |your "
        r")(?:[\w']+ ){1,6}?(?:charges?|"
        r"pays?|paid|asks?|asked|offers?|offered|wants?|quoted|gives?|gets?|takes?|bid)\b",
        r"\b(?:phone|inbox|mailbox|line|telephone|letterbox|doorbell)\b.*\b(?:melt\w*|ring\w*|burst\w*|"
        r"hot|explod\w*|buzz\w*|off the hook|"
        r"glow\w*|overflow\w*)\b|\binterest (?:is|was|has been|in \w+ (?:is|has been)) (?:\w+ )?(?:huge|"
        r"enormous|overwhelming|strong|through|"
        r"massive|incredible|high|keen|great|immense|lively|considerable)\b|\b(?:could|might) have "
        r"(?:sold|let|filled|rented|given|placed) (?:it|"
        r"this|that|them|the \w+)\b|\b(?:one|two) of (?:two|three|four|five|six|several|\d+) (?:\w+ "
        r"){0,3}?(?:shortlist\w*|we are|i am|"
        r"candidates|bidders|firms)\b|\b(?:sitting on|holding|weighing|mulling|looking at|considering) "
        r"(?:\w+ ){0,5}?(?:offer|bid|proposal|"
        r"quote|contract|package|invitation)s? (?:from|by|of)\b|\beverybody (?:\w+ ){0,5}?(?:asking|"
        r"asked|want\w*|after)\b|\b(?:go|sign|settle|"
        r"deal|close) with (?:the other|another|someone else|somebody else|them|him|her)\b",
        r"\bwhoever (?:\w+ ){1,5}?(?:first|most|earliest)\b|^(?:i|we) (?:have |had )?(?:just )?(?:turn(?:ed)?|"
        r"sent|put) (?:\w+ ){1,3}?(?:away|off)\b|"
        r"\b(?:next door|across the road|down the road|over the road|round the corner|elsewhere) (?:they|"
        r"you can|one can|i can|it is|it costs)\b|"
        r"\b(?:got|had|have|received) (?:a|another|two) (?:call|mail|email|message|letter|visit|text)s? "
        r"from (?!you|my|our)|\b(?:two|three|four|five|"
        r"six|seven|eight|nine|ten|eleven|twelve|\d+) (?:\w+ )?(?:families|people|firms|buyers|couples|"
        r"parents|others) (?:want|wanted|asked)\b",
        r"\bin (?:my|our) (?:hand|pocket|drawer|bag|inbox)\b(?=.*)|\b(?:signed|written|firm|standing) "
        r"(?:contract|offer|bid|letter|"
        r"agreement) (?:from|with|by|of) (?!you)",
        r"\b(?:i|we) (?:get|have|had|receive|field|take|got) (?:\w+ ){0,2}?(?:calls|requests|enquiries|"
        r"offers|messages|mails|"
        r"emails|viewings|applications)\b(?: \w+){0,3} (?:a|per|every|each|this|last) (?:day|week|month|"
        r"hour|morning)\b|\bevery(?:one|body) "
        r"and (?:their|his)\b|\b(?:wants?|want(?:s|ed)?) me back\b|\b(?:the other|another) (?:lot|party|"
        r"side|firm|crowd)\b(?! of)",
    )
)


def names_actor(text: str) -> bool:
    """Whether plain words name somebody outside this talk: 'another buyer', 'the man next door'."""
    return bool(_ACTOR.search(text))


def outsider_acts(clause: Clause, text: str) -> bool:
    """Whether somebody other than us two deals with me, or I could deal elsewhere at once.

    Told as happening, happened or certain to happen; not asked, supposed, wished, or reported of the other side.
    """
    if clause.mood in ("assertion", "proposal") and _OR_ELSE.search(text):
        return True
    if clause.mood not in ("assertion", "proposal", "fragment") or clause.conditional:
        return False
    to_you = re.search(r"\b(?:you|your|yours)\b", text)
    if not _denied(text) and any(p.search(text) for p in _MY_WAY) and not (to_you and clause.subject == "you"):
        return not re.search(r"\b(?:to|for|with) you\b", text)
    if clause.subject in ("third", "your", "none") and _deals_anyhow(text):
        return True
    actor = _ACTOR.search(text)
    if not actor or _OURS.search(text[max(0, actor.start() - 8) : actor.end() + 14]) or _NOT_TRADE.search(text):
        return False
    if clause.subject in ("i", "we") and not _HAVE_THEM.match(text):
        return False
    rest = text[actor.end() :]
    theirs = re.search(r"\byou(?:r|rs)?\b", rest) and not re.search(
        r"\b(?:me|us|it|this|after you|before you|than you\w*)\b", rest
    )
    return bool(_AFTER_ME.search(rest) or _COMES.search(rest)) and not theirs


_OR_ELSE = re.compile(
    r"^(?:then )?(?:i|we) (?:will|shall|would have to|am going to|are going to) (?:\w+ )?(?:go|"
    r"sign|settle|deal|close|take|choose|accept) (?:with |to |for )?"
    r"(?:the other|another|someone else|somebody else|them|one of the others|your (?:rival|competitor))\b"
)
_HAVE_THEM = re.compile(r"(?:i|we) (?:\w+ )?(?:have|had|got|know)\b|got\b")
_NOT_THEY = re.compile(
    r"(?:and |but |so )?(?:i|we|you|your (?!(?:\w+ )?(?:competitor|rival|neighbour|peer|competition))\w+|"
    r"it|this|that|there|if|when|who|what|"
    r"nobody|none|no one|no|neither|(?:my|our) (?!ex|former|old|neighbour|friend|uncle|aunt|cousin|"
    r"tenant|landlord|competitor)\w+|"
    r"(?:the|a|an|this|one) (?:\w+ )?(?:surveyor|inspector|notary|mediator|lawyer|agent of yours|"
    r"other party|court|judge|law|council))\b"
)
_DEALS = re.compile(  # only somebody with a mind to deal does these things
    r"\b(?:ask(?:s|ed|ing)? (?:me|us) (?:to (?:keep|hold|reserve|save|sell|let|name|wait|join|come "
    r"back|work|put)|for (?:one|it|this|the))|"
    r"wants? (?:me|us) (?:for|at|back|in|on|to (?!know|see))|wants? (?:the \w+|it|this|both|all|"
    r"one|two|mine|ours) (?:for|at|by|in|too|as well|back|badly|before|from)|"
    r"(?:is|are|was|were|stands?|seems?) (?:\w+ )?(?:prepared|willing|ready|happy|glad|keen|desperate|"
    r"eager|dying|itching|queuing|poised|set) to "
    r"(?:fund|pay|buy|take|do|supply|finance|rent|hire|sign|move|give|go|host|back|match|beat|start|"
    r"have|help me out|top|outdo|better|exceed)|"
    r"(?:swore|promised|vowed|pledged|offered|undertook|guaranteed|proposed) (?:me |us |he |she "
    r"|they |to )*(?:would |will )?(?:pay|buy|take|do|"
    r"match|beat|give|\d)|(?:nearly|almost|all but|as good as|practically|already) (?:signed|bought|"
    r"booked|took|agreed|paid|accepted)|"
    r"(?:slipped|handed|sent|gave|given|made|shown|faxed|mailed) (?:me|us) (?:\w+ ){0,3}?(?:rates?|"
    r"prices?|offers?|quotes?|bids?|contracts?|"
    r"proposals?|terms|numbers?|packages?)|(?:cut|slashed|dropped|lowered|reduced|halved) (?:its|"
    r"their|his|her) (?:\w+ )?(?:prices?|rates?|fees?|"
    r"charges|tariffs?)|(?:would|will) (?:gladly |happily |also |even )?(?:do|take|have|buy) (?:the "
    r"lot|it all|the whole|everything|both) |"
    r"(?:has|have|had|sells?|stocks?|makes?|does|offers?) (?:the|an?) (?:very )?(?:same|identical|"
    r"equivalent|similar|exact) \w+|"
    r"sells? (?:the )?same|(?:was|were|is|are) (?:all )?asking (?:me|us) (?:for|about|if)|do(?:es)? "
    r"(?:it|this|that|the same) for (?:\d|less|half)|committed to|sniffing "
    r"(?:around|about))\b"
)


def _deals_anyhow(text: str) -> bool:
    """A dealing predicate of whomever: 'the widow upstairs has asked me to keep it for her'."""
    if (
        _NOT_THEY.match(text)
        or _NOT_TRADE.search(text)
        or re.search(r"\b(?:to|for|from|with|of|at) you(?:rs?)?\b", text)
    ):
        return False
    return bool(_DEALS.search(text))


def _denied(text: str) -> bool:
    return bool(
        re.match(
            r"(?:i|we) (?:\w+ )?(?:could|can|do|did|have|will|would) not\b|(?:there (?:is|are) )?(?:no|"
            r"nobody|none)\b",
            text,
        )
    )
