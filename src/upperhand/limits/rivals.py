"""Does a clause tell of somebody else to deal with?"""

from __future__ import annotations

import re

from upperhand.limits.clauses import Clause

_PEOPLE = (
    "buyers?|bidders?|clients?|customers?|suppliers?|vendors?|contractors?|compan(?:y|ies)|firms?|"
    "agenc(?:y|ies)|"
    "agents?|"
    "investors?|employers?|candidates?|applicants?|tenants?|landlords?|landlad(?:y|ies)|couples?|"
    "famil(?:y|ies)|"
    "part(?:y|ies)|people|persons?|guys?|"
    "shops?|dealers?|dealerships?|stores?|banks?|lenders?|publishers?|studios?|galler(?:y|ies)|"
    "schools?|brokers?|"
    "competitors?|rivals?|competition|collectors?|headhunters?|recruiters?|manufacturers?|factor(?:y|"
    "ies)|workshops?|"
    "caterers?|builders?|roofers?|painters?|plumbers?|growers?|farmers?|restaurants?|hotels?|venues?|labs?|"
    "universit(?:y|ies)|clubs?|teams?|"
    "sellers?|traders?|merchants?|distributors?|retailers?|operators?|carriers?|hauliers?|freelancers?|"
    "designers?|developers?|"
    "consultants?|lawyers?|bands?|museums?|brands?|chains?|nurser(?:y|ies)|mills?|wineries|breweries|"
    "groups?|outfits?|"
    "takers?|parents?|neighbours?|students?|women|woman|man|men|lad(?:y|ies)|gentlem[ae]n|friends?|cousins?|"
    "clinics?|hospitals?|garages?|providers?"
)
_PERSON = re.compile(
    rf"\b(?:{_PEOPLE}|some(?:one|body)(?: else)?|others|(?!(?:other|another|whether|either|neither|"
    rf"rather|together|"
    rf"water|winter|summer|september|october|november|december|number|order|offer|matter|paper|letter|"
    rf"after|under|"
    rf"over|never|ever|later|"
    r"further|better|cheaper|corner|boiler|cellar|floor|door|motor|sensor|monitor|computer|printer|trailer|"
    r"tractor|colour|power|master|quarter|chapter|answer|dinner|copper|timber|silver|leather|weather|"
    r"former|newer|"
    r"older|meter|filter|mixer|cooler|heater|freezer|dishwasher|cover|river|tower|counter|remainder|transfer|"
    r"error|factor|major|minor|interior|exterior|director|manager|floor|tenor|humour|labour|harbour|flavour|"
    r"favour|hour|four|our|your|per|her|super|proper|upper|lower|inner|outer|user|register|folder|order|tier|"
    r"offer|buffer|delivery)\b)"
    r"[a-z]{3,}(?:er|or|ist)s?)\b"
)
_PERSON_NOUN = rf"(?:{_PEOPLE}|[a-z]{{4,}}(?:ists?|smen|sman|women|woman))"
_OTHER = (
    r"(?:an?other|other|different|second|third|competing|rival|more|several|multiple|numerous|two|"
    r"three|four|five|"
    r"six|\d+|a few|few|many|lots of|plenty of|dozens of|half a dozen|some|various|couple of)"
)
_OFFER = (
    r"(?:offers?|bids?|quotes?|quotations?|proposals?|options?|deals?|contracts?|interest|enquir(?:y|ies)|"
    r"inquiries|requests?|orders?|jobs?|positions?|roles?|leads?|expressions of interest|price lists?|tenders?|"
    r"pitch(?:es)?|backup|fallback|alternatives?)"
)
_WILL_DEAL = (
    r"(?:offer(?:s|ed|ing)?|bid(?:s|ding)?|quot(?:e|es|ed|ing)|pay(?:s|ing)?|paid|buy(?:s|ing)?|"
    r"bought|want(?:s|"
    r"ed|ing)?|wish(?:es)?|like(?:s)?|love|interested|willing|ready|prepared|keen|eager|happy|desperate|"
    r"sign(?:s|ed|ing)?|call(?:s|ed|ing)?|ring(?:s|ing)?|rang|phon(?:ed|ing)|emailed|wrote|written|"
    r"writes|ask(?:s|"
    r"ed|ing)|wait(?:s|ing)?|queu(?:e|es|ed|ing)|lin(?:ed|ing) up|circling|talk(?:s|ing)|negotiat(?:es|ed|ing)|"
    r"meet(?:s|ing)|"
    r"view(?:s|ed|ing)|look(?:s|ed|ing)|com(?:es|ing)|came|court(?:s|ed|ing)|chas(?:es|ed|ing)|woo(?:ed|ing)|"
    r"approach(?:ed|es|ing)|contact(?:ed|s)?|reach(?:ed|es) out|shortlist(?:ed)?|invit(?:ed|es)|"
    r"hir(?:es|ed|ing)|"
    r"tak(?:e|es|ing)|took|do(?:es|ing)?|did|sell(?:s|ing)?|sold|ship(?:s|ping)?|suppl(?:y|ies|"
    r"ied)|deliver(?:s|"
    r"ed)?|mak(?:e|es|ing)|provid(?:e|es|ed)|match(?:es|ed)?|beat(?:s|en)?|undercut(?:s)?|promis(?:ed|"
    r"es)|agreed|"
    r"accepted|fight(?:ing)?|"
    r"charg(?:e|es|ed)|giv(?:e|es|ing)|gave|let(?:s)?|rent(?:s)?|lend(?:s)?|host(?:s)?|print(?:s)?|build(?:s)?|"
    r"propos(?:e|es|ed)|sent|submitted|tabled|made|put|outbid|snap|jump(?:s|ing)?|bit(?:es|ing)?|"
    r"begging|sniffing|"
    r"hover(?:s|ing)?|knocking|competing|after)"
)
_CAPACITY = (
    r"(?:will|would|can|could|does|sells?|charges?|makes|gives?|is willing|are willing|is ready|are ready|is "
    r"prepared|are prepared|is happy|are happy|wants?|offer(?:s|ed)|quoted|bid|said (?:he|she|they) "
    r"(?:will|would|"
    r"can|could)|agreed|promised|is offering|are offering|is prepared|has (?:offered|quoted|bid|"
    r"agreed|promised)|"
    r"have (?:offered|quoted|bid|agreed|promised)|keeps? (?:offering|asking|calling))"
)

RIVAL = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:has|have) (?:already |just |now )?(?:put down|left|paid|placed|made|wired|sent|transferred) "
        r"(?:me |"
        r"us )?(?:a|the|his|her|their) (?:\w+ )?(?:deposit|down payment|bid|offer|advance|reservation)\b",
        r"\b(?:\d+|[a-z]+ty|dozens of|hundreds of|a dozen|ten|twelve|fifteen|several|many|countless) (?:\w+ "
        r")?(?:applications?|applicants|enquiries|inquiries|viewings|requests|bidders|offers|bids|candidates|"
        r"messages|calls|replies|people (?:asking|waiting|interested|viewing|wanting|who want))\b",
        r"\bfirst (?:come|person|one|buyer|to (?:pay|sign|come|call|bring))\b.*\b(?:served|with|pay|pays|gets|"
        r"takes|cash|hand|sign|signs|brings?)\b|\b(?:give|sell|let|rent|hand) (?:it|this|that|them) to (?:the "
        r"first|whoever|someone else|somebody else|another|the next)\b",
        r"\bfor (?:a|one|two) (?:third|quarter|half|fifth|tenth|thirds|fifths) (?:less|cheaper|of (?:that|the|"
        r"your))\b|\b(?:\d+|ten|twenty|thirty|five) (?:%|percent|euros?|pounds?|dollars?) (?:less|cheaper|"
        r"below|"
        r"under|more than you)\b",
        r"\b(?:my|our) (?:\w+ )?(?:sister|brother|neighbours?|friends?|cousins?|uncle|aunt|colleagues?|boss|"
        r"parents|mother|father|daughter|son|tenant|nephew|niece)(?: \w+){0,2}? (?:will|would|wants? to|has "
        r"offered to|offered to|could|is ready to|is happy to) (?:\w+ )?(?:take|buy|pay|rent|have|hire|do|give|"
        r"lend|supply|sell|sort|fix|make|build)\b",
        rf"\b(?:talking|speaking|negotiating|in (?:talks|touch|discussion|contact)|been) (?:to|with) (?:an?|"
        rf"another|two|three|several|some|other|the) (?:\w+ ){{0,2}}?(?:{_PEOPLE})\b",
        r"\b(?:some(?:one|body)|another|others?)(?: \w+){0,3} (?:has|have|had) (?:already |just |now )?(?:paid|"
        r"reserved|booked|taken|put down|signed|accepted|agreed|claimed|placed|left|sent)\b",
        rf"\b{_OTHER} (?:\w+ ){{0,3}}?(?:{_PEOPLE})\b.*\b{_WILL_DEAL}\b",
        rf"\b(?:there (?:is|are)|(?:i|we) (?:\w+ )?(?:have|had|got|see)(?: got)?)\b(?: \w+){{0,2}} (?:an?other|"
        rf"other|competing|rival|several|multiple|two|three|\d+) (?:\w+ ){{0,2}}(?:{_PEOPLE})\b",
        rf"\b(?:i|we) (?:\w+ ){{0,2}}?(?:have|had|got|received|hold|holding|weighing|considering|comparing|"
        rf"turned "
        rf"down|declined|refused|rejected|sitting on|fielding|juggling|collected|collecting|in receipt "
        rf"of|looking "
        rf"at)\b(?: \w+){{0,2}}? (?:an?other|other|better|higher|lower|cheaper|competing|second|rival|"
        rf"written|firm|"
        rf"signed|standing|serious|solid|two|three|four|five|several|multiple|\d+|stronger|matching|attractive|"
        rf"good|great|generous|cash|job|counter) (?:\w+ ){{0,2}}?{_OFFER}\b",
        r"\b(?:i|we) (?:do |already |also |now |currently )*(?:have|had|got|received|hold)\b(?: \w+){0,4}? "
        r"(?:bid|quote|quotation|offer|tender|price list|proposal|term sheet|letter of intent)s?\b(?: "
        r"\w+){0,4} "
        r"(?:from|at|of|for|in|on)\b",
        r"\b\w+ 's (?:\w+ )?(?:bid|quote|quotation|offer|tender|proposal|price|figure)\b(?: \w+)* (?:at|"
        r"of|is|was|"
        r"for|stands|came|beats|undercuts|remains|expects)\b",
        r"\bthere (?:is|are|has been|have been) (?:\w+ ){0,4}?(?:buyers?|bidders?|takers?|applicants?|offers?|"
        r"bids?|interest|enquir(?:y|ies)|purchasers?|suitors?|contenders?)\b",
        r"\b(?:an?|one|some|two|three) (?:\w+ ){0,2}?(?:purchaser|buyer|bidder|taker|suitor)s?\b.*\b(?:from|"
        r"rang|"
        r"called|phon\w+|wrote|came|is|are|has|have|will|would|wants?|offer\w*)\b",
        r"\b(?:i|we) (?:have |had |has |already |just |also )*(?:been|was|were|am|are|got|get) (?:\w+ )?"
        r"(?:offered|approached|"
        r"headhunted|courted|shortlisted|contacted|tempted|asked|being offered|promised|quoted)\b(?! "
        r"(?:you|your|"
        r"this|the same price))",
        r"\b(?:turned|turning|turn) (?:\w+ )?down\b.*(?:\d|offer|bid|elsewhere)|\b(?:said|say) no to "
        r"\w+ (?:offer|"
        r"bid)|\b(?:passed on|declined|refused|rejected) (?:a|an|one|two|\d)[\w ,.]*(?:offer|bid|\d)",
        r"\b(?:could|can|would|will|able to) (?:\w+ )?(?:get|find|buy|sell|source|have|order|rent|take|"
        r"place|go|"
        r"hire)\b.*\b(?:elsewhere|somewhere else|down the (?:road|street)|next door|across the (?:street|road)|"
        r"from (?:a competitor|someone else|another)|at another|online for)\b",
        r"\bnot the only (?:one|person|buyer|candidate|bidder|firm)\b|\b(?:who|that|he|she|they|someone|"
        r"somebody) "
        r"(?:would|will) (?:\w+ )?(?:like|have|swap|love|snap|grab|take) (?:it|this|that|the|his|her|their|one|"
        r"both|me|us)\b|\bpays? (?:\w+ ){1,4}?more\b|\bsaid (?:he|she|they) (?:would|will) (?:have|"
        r"take|buy|pay|"
        r"like|rent|do|give)\b|\b(?:phoned|rang|called|written|emailed)\b(?: \w+){0,4} (?:would|about|for|"
        r"whether) (?:like|the|it|a)\b",
        r"\b(?:plan b|backup|back up|fallback|fall back|second choice|runner up|reserve list|standby)\b",
        r"\b(?:lined up|lining up|in the queue|queue of|queuing|in talks with|talking to (?:others?|"
        r"another|two|"
        r"three|several)|knocking on|banging on|beating a path|on hold|waiting in the wings|snapping "
        r"at|breathing "
        r"down|fighting over)\b",
        r"\b(?:interest|enquiries|inquiries|offers|bids|calls) (?:\w+ ){0,2}?(?:from|coming in|came in|pouring|"
        r"flooding|on the table|elsewhere|in my inbox|on my desk)\b",
        r"\b(?:offers?|bids?|contract|deal) (?:\w+ ){0,3}?(?:on the table|in (?:my|our) (?:pocket|drawer|hand|"
        r"inbox|bag)|on (?:my|our) desk|waiting|pending|elsewhere)\b",
        rf"\b(?:some(?:one|body)|others?|(?:an?|one|two|three) (?:\w+ ){{0,2}}?(?:{_PEOPLE}))\b.*\b(?:offered|"
        rf"bid|"
        rf"quoted|will pay|would pay|pays|wants? (?:it|this|that|me|us|the|to (?:buy|take|hire|rent))|(?:will|"
        rf"would|can|could) (?:do|take|buy|supply|deliver|match|beat|sell|give)|is interested|are interested|"
        rf"ready "
        rf"to (?:sign|pay|buy|take|move)|willing to|prepared to|undercut|cheaper|for less|rang|came in|called "
        rf"(?:me|us)|keen)\b",
        r"\b(?:he|she|they|who) (?:will|would|can|could|had|has) (?:do|take|pay|offer\w*|match|beat|"
        r"supply|make|"
        r"sell)\b.*(?:\b(?:me|us|ours|for (?:half|less|a third|\d[\d.,k]*|under|nothing|free|that price))\b|%)",
        r"\b(?:the|my|our|those|these|all the) other (?:buyers?|bidders?|offers?|clients?|customers?|couple|"
        r"candidates?|applicants?|suppliers?|party|parties|firms?|companies|company|landlords?|guys?|bids?|"
        r"quotes?|job|side of town|interested|contractors?|dealers?|vendors?|employers?|publishers?|family|"
        r"families|agency|tenants?)\b",
        r"\b(?:your|the|a) (?:\w+ )?(?:rivals?|competitors?|competition|competing)\b.*\b(?:offer\w*|"
        r"quot\w+|bid|"
        r"ships?|sells?|charg\w+|does|do|pay|pays|gives?|will|would|can|is|are|has|have|had)\b",
        r"\b(?:under|below|over|above|cheaper than|less than|lower than|beats?|beating|undercut\w*) "
        r"(?:you|yours|"
        r"your (?:price|quote|offer|bid|figure|rate))\b",
        r"\b(?:i|we) (?:\w+ )?(?:have|had) (?:someone|somebody|people|others?|a (?:buyer|taker|client|customer|"
        r"tenant)|buyers|takers|two|three|several)\b(?: \w+)* (?:else|lined|ready|waiting|interested|"
        r"who|willing|"
        r"wanting|asking|after|for it|for this|already)\b",
    )
)
_OWN_SIDE = re.compile(
    r"^(?:(?:the|our|my|a|two|three|four|both|all) )?(?:\w+ )?(?:crew|team|colleagues?|"
    r"fitters?|installers?|technicians?|engineers?|staff|drivers?|assistants?|partner|seal|"
    r"sealing|warranty|guarantee|system|machine|pump|roof|price|quote|offer|feature)s?\b"
)
_UNIT_AFTER = re.compile(
    r"^(?:days?|weeks?|months?|years?|hours?|minutes?|%|percent|people|guests|seats|km|"
    r"metres|meters|kg|tons?|degrees|mm|cm|m)\b"
)
_NAMED_DEALS = re.compile(
    rf"^(?P<who>(?:the |a |an |one |two |your |this |some )?(?:[\w']+ ){{0,6}}?)(?P<does>{_CAPACITY})\b(?P<rest>.*)"
)
_DEALS_REST = re.compile(
    r"\b(?:me|us|ours|mine|for (?:\d[\d.,]*k?|half|less|a third|under|nothing|free|\w+ (?:hundred|"
    r"thousand|grand)|"
    r"\w+teen)|at \d[\d.,]*k?|\d[\d.,]*k? for (?:it|the|this|that|both|all)|the (?:same|whole|entire) (?:job|"
    r"thing|lot|work|package|fit|load|service|order|range)|it for|(?:take|have|get) (?:it|me|the|this|all)|to "
    r"(?:buy|take|pay|do|match|sign|hire|rent))\b"
)

_ACTOR = re.compile(
    rf"\b(?:(?:an?|one|two|three|four|five|several|some|many|a few|a couple of|other|another|different|"
    rf"\d+|half a "
    rf"dozen|plenty of|lots of|loads of|dozens of|numerous|various) (?:other |more |further |serious "
    rf"|new |big |"
    rf"large |local |rich |keen |well known |young |foreign |private |\w+ )?{_PERSON_NOUN}|some(?:one|body)(?: "
    rf"else)?|others|people|rivals?|competitors?|the competition|headhunters?|recruiters?|your (?:colleagues?|"
    rf"competitors?|competition|rivals?|neighbours?|other branch|main rival)\b(?: \w+){{0,4}})\b"
)
_DEALS_WITH_ME = re.compile(
    r"\b(?:giving away|asked (?:to (?:buy|see|have|hire|rent|take|book|view|play|show)|for (?:his|"
    r"her|my|our|the|"
    r"their|your) (?:number|price|details|card|address|email|papers))|want(?:s|ed)? (?:that|the|"
    r"this|our|my|to)\b|"
    r"loved? (?:it|the|this)|in (?:final |advanced |close )?(?:talks|negotiations|discussions|contact|touch)|"
    r"(?:told|wrote|promised|assured|offered|emailed|texted) (?:me|us)\b.*\b(?:would|will|take|"
    r"pay|buy|give|do)|"
    r"take the (?:entire|whole|lot|rest)|offer(?:s|ed|ing)|bid|bids|bidding|quot(?:e|es|ed|ing) (?:me|us|it|\d|"
    r"the same|less)|pay(?:s|ing)? (?:me|us|more|cash|\d|the full|full|a)|(?:will|would|can|could|"
    r"wants? to|want "
    r"to|ready to|willing to|prepared to|keen to|happy to|going to|dying to|hoping to|asked to|"
    r"agreed to|promised "
    r"to) (?:\w+ )?(?:buy|pay|take|hire|rent|hang|sign|order|supply|match|beat|do (?:it|the|this|"
    r"ours|that)|sell|"
    r"print|publish|book|give (?:me|us)|lend|snap|have it|move in|outbid|top)|"
    r"want(?:s|ed|ing)? (?:it|this|that|me|us|the|one|both|my|our|in)|interest(?:ed)? in|is interested|are "
    r"interested|(?:contact|approach|call|phon|email|messag|ring|court|chas|headhunt)\w* (?:me|"
    r"us)\b|rang(?: me| "
    r"us| about)?\b|wrote to (?:me|us)|agreed to (?:take|buy|hang|pay|hire|publish)|lined up|waiting (?:for|to|"
    r"list|in)|queu\w+|coming (?:to (?:see|look|view)|for|at|by|round|back|over|with)|came (?:to "
    r"(?:see|look|view)|by|"
    r"back)|viewing|(?:will|would|can|could) (?:do|supply|sell|give|charge|let)\b.*\b(?:for|at|"
    r"under|less|cheaper|"
    r"half)\b.*|after (?:it|this|me|the)\b|bidding|fighting over|begging|made (?:me|us) an|has made (?:an?|me)|"
    r"put in (?:an? )?(?:offer|bid)|ha(?:s|ve) (?:reserved|booked|paid|a deposit)|charg(?:es?|ing) "
    r"(?:less|only|"
    r"just|half|\d|under)|for (?:less|half|cheaper)|cheaper|undercut\w*|outbid)\b"
)
_MY_OTHER = re.compile(
    rf"\b(?:i|we) (?:\w+ ){{0,2}}?(?:could|can|would|might)(?: \w+)? (?:get|find|buy|have|order|"
    rf"rent|source|hire|"
    rf"sell|place|take|book|go)\b.*\b(?:from|at|with|to|through|online|across|down) (?:an? |another "
    rf"|some |the |"
    rf"any )?(?:other |different |\w+ )?(?:{_PEOPLE}|competitor|guy|bloke|chap|someone|somebody|"
    rf"next \w+|other \w+|"
    rf"road|street|town|internet|shop|place)\b|"
    r"\b(?:enormous|huge|massive|lots? of|plenty of|strong|a lot of|so much|great|overwhelming|"
    r"loads of|tons of|"
    r"considerable|serious|keen|unbelievable) (?:\w+ )?(?:interest|enquiries|inquiries|calls|offers|"
    r"bids|viewings|"
    r"applications|applicants|responses|replies|requests)\b|\bphone (?:has not|does not|will not|"
    r"never|keeps|is) "
    r"(?:stop\w*|ring\w*)\b|\b(?:inbox|mailbox) is (?:full|overflowing|flooded)\b|\boverwhelmed (?:by|with)\b"
)


def rival_deals(clause: Clause, text: str) -> bool:
    """Somebody outside this deal, put beside a dealing verb, and it is not you they deal with."""
    actor = _ACTOR.search(text)
    if _MY_OTHER.search(text) and clause.mood in ("assertion", "proposal", "wish"):
        return True
    if not actor or clause.mood not in ("assertion", "proposal") or (clause.subject == "you"):
        return False
    after = text[: actor.start()] + " " + text[actor.end() :]
    dealing = _DEALS_WITH_ME.search(after)
    past_life = re.search(
        r"\b(?:previous|former|last|earlier|old|past|our own|my own)\b", text[max(0, actor.start() - 12) : actor.end()]
    )
    theirs = re.search(r"\b(?:you|your)\b", after) and not re.search(
        r"\b(?:me|us|it|this|than you|under you|"
        r"below you)\b",
        after,
    )
    return bool(dealing and not past_life and not theirs)


_TOLD_ME = re.compile(
    r"\b(?:the|a|an|one|my|our|their|\w+) (?:\w+ ){0,3}?(?:told|wrote(?: to)?|promised|assured|offered|emailed|"
    r"texted|informed|asked|rang|called|phoned) (?:me|us)\b.*\b(?:would|will|take|pay|buy|give|offer\w*|"
    r"\d[\d.,]*)\b|\b(?:talks|negotiations|discussions|conversation|contact|touch) with (?:an?|another|other|"
    r"several|two|three|some) \w+|\bsame \w+(?: \w+){0,6} (?:for|at) \d[\d.,]*|\b(?:better|other|higher|lower|"
    r"cheaper|several|two|three) (?:\w+ )?(?:quotes?|offers?|bids?|prices?) (?:than|elsewhere|from|already)|"
    r"\b(?:holding|sitting on|have in hand|have here) (?:\w+ ){0,3}?(?:offer|bid|quote|contract)|\b(?:promised|"
    r"sold|pledged|given) (?:it|this|that|them) to (?:some(?:one|body)|another|my|a|the)\b|\beverybody (?:\w+ "
    r"){0,4}?wants|\beveryone (?:\w+ ){0,4}?wants|\ba scout\b"
)


def reported_rival(clause: Clause, text: str) -> bool:
    """'The mill told us they would take the lot': a third party's word about a deal, not yours."""
    if clause.mood not in ("assertion", "proposal", "wish") or clause.subject == "you":
        return False
    return bool(_TOLD_ME.search(text)) and not re.search(
        r"\byou(?:rs)? (?:told|wrote|promised|offered|asked)|"
        r"\bmy (?:doctor|mother|father|wife|husband|teacher|"
        r"client)\b|^(?:he|she) told (?:me|us) (?:i|we)\b",
        text,
    )


def named_rival(clause: Clause, text: str) -> bool:
    """Somebody other than us two who stands ready to deal: 'Norwood will do it for 7,400'."""
    if clause.subject not in ("third", "your") or (clause.conditional and clause.modal in ("would", "could")):
        return False
    match = _NAMED_DEALS.match(text)
    if not match or not match["who"].strip() or _OWN_SIDE.match(match["who"]):
        return False
    who, rest = match["who"].strip(), match["rest"]
    if re.search(r"\b(?:it|this|that|which|there|these|those|he|she|they|we|i|you|my|our)\b", who):
        return False
    price = re.search(r"\b(?:for|at|of) (\d[\d.,]*k?)(?: (\S+))?", rest)
    timed = bool(price and price[2] and _UNIT_AFTER.match(price[2]))
    if re.search(
        r"\b(?:help|helps|assist|advise|tell|show|explain|mediator|advisor|contract|clause|agreement)\b", text
    ):
        return False
    deals = bool(_DEALS_REST.search(rest)) and not re.search(r"\b(?:you|your)\b", rest)
    someone = bool(_PERSON.search(who)) or (not re.match(r"(?:the|a|an|one|this)\b", who) and len(who.split()) <= 3)
    return deals and someone and not timed
