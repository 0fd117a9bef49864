"""Does a clause press with another offer, a deadline, a limit of authority, or scarcity?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from upperhand.limits.clauses import Clause, Reading

Kind = Literal["rival", "deadline", "authority", "scarcity", "fact"]


@dataclass(frozen=True)
class Claim:
    """One claim: its kind and the words that make it."""

    kind: Kind
    text: str
    clause: Clause


_PEOPLE = (
    "buyers?|bidders?|clients?|customers?|suppliers?|vendors?|contractors?|compan(?:y|ies)|firms?|agenc(?:y|ies)|agents?|"
    "investors?|employers?|candidates?|applicants?|tenants?|landlords?|landlad(?:y|ies)|couples?|famil(?:y|ies)|part(?:y|ies)|people|persons?|guys?|"
    "shops?|dealers?|dealerships?|stores?|banks?|lenders?|publishers?|studios?|galler(?:y|ies)|schools?|brokers?|"
    "competitors?|rivals?|competition|collectors?|headhunters?|recruiters?|manufacturers?|factor(?:y|ies)|workshops?|"
    "caterers?|builders?|roofers?|painters?|plumbers?|growers?|farmers?|restaurants?|hotels?|venues?|labs?|universit(?:y|ies)|clubs?|teams?|"
    "sellers?|traders?|merchants?|distributors?|retailers?|operators?|carriers?|hauliers?|freelancers?|designers?|developers?|"
    "consultants?|lawyers?|bands?|museums?|brands?|chains?|nurser(?:y|ies)|mills?|wineries|breweries|groups?|outfits?|"
    "takers?|parents?|neighbours?|students?|women|woman|man|men|lad(?:y|ies)|gentlem[ae]n|friends?|cousins?|clinics?|hospitals?|garages?|providers?"
)
_PERSON = re.compile(
    rf"\b(?:{_PEOPLE}|some(?:one|body)(?: else)?|others|(?!(?:other|another|whether|either|neither|rather|together|water|winter|summer|september|october|november|december|number|order|offer|matter|paper|letter|after|under|over|never|ever|later|"
    r"further|better|cheaper|corner|boiler|cellar|floor|door|motor|sensor|monitor|computer|printer|trailer|tractor|colour|power|master|quarter|chapter|answer|dinner|copper|timber|silver|leather|weather|former|newer|older|meter|filter|mixer|cooler|heater|freezer|dishwasher|cover|river|tower|counter|remainder|transfer|error|factor|major|minor|interior|exterior|director|manager|floor|tenor|humour|labour|harbour|flavour|favour|hour|four|our|your|per|her|super|proper|upper|lower|inner|outer|user|register|folder|order|tier|offer|buffer|delivery)\b)"
    r"[a-z]{3,}(?:er|or|ist)s?)\b"
)
_PERSON_NOUN = rf"(?:{_PEOPLE}|[a-z]{{4,}}(?:ists?|smen|sman|women|woman))"
_OTHER = r"(?:an?other|other|different|second|third|competing|rival|more|several|multiple|numerous|two|three|four|five|six|\d+|a few|few|many|lots of|plenty of|dozens of|half a dozen|some|various|couple of)"
_OFFER = r"(?:offers?|bids?|quotes?|quotations?|proposals?|options?|deals?|contracts?|interest|enquir(?:y|ies)|inquiries|requests?|orders?|jobs?|positions?|roles?|leads?|expressions of interest|price lists?|tenders?|pitch(?:es)?|backup|fallback|alternatives?)"
_WILL_DEAL = (
    r"(?:offer(?:s|ed|ing)?|bid(?:s|ding)?|quot(?:e|es|ed|ing)|pay(?:s|ing)?|paid|buy(?:s|ing)?|bought|want(?:s|ed|ing)?|wish(?:es)?|like(?:s)?|love|interested|willing|ready|prepared|keen|eager|happy|desperate|"
    r"sign(?:s|ed|ing)?|call(?:s|ed|ing)?|ring(?:s|ing)?|rang|phon(?:ed|ing)|emailed|wrote|written|writes|ask(?:s|ed|ing)|wait(?:s|ing)?|queu(?:e|es|ed|ing)|lin(?:ed|ing) up|circling|talk(?:s|ing)|negotiat(?:es|ed|ing)|meet(?:s|ing)|"
    r"view(?:s|ed|ing)|look(?:s|ed|ing)|com(?:es|ing)|came|court(?:s|ed|ing)|chas(?:es|ed|ing)|woo(?:ed|ing)|approach(?:ed|es|ing)|contact(?:ed|s)?|reach(?:ed|es) out|shortlist(?:ed)?|invit(?:ed|es)|hir(?:es|ed|ing)|"
    r"tak(?:e|es|ing)|took|do(?:es|ing)?|did|sell(?:s|ing)?|sold|ship(?:s|ping)?|suppl(?:y|ies|ied)|deliver(?:s|ed)?|mak(?:e|es|ing)|provid(?:e|es|ed)|match(?:es|ed)?|beat(?:s|en)?|undercut(?:s)?|promis(?:ed|es)|agreed|accepted|fight(?:ing)?|"
    r"charg(?:e|es|ed)|giv(?:e|es|ing)|gave|let(?:s)?|rent(?:s)?|lend(?:s)?|host(?:s)?|print(?:s)?|build(?:s)?|propos(?:e|es|ed)|sent|submitted|tabled|made|put|outbid|snap|jump(?:s|ing)?|bit(?:es|ing)?|begging|sniffing|hover(?:s|ing)?|knocking|competing|after)"
)
_CAPACITY = r"(?:will|would|can|could|does|sells?|charges?|makes|gives?|is willing|are willing|is ready|are ready|is prepared|are prepared|is happy|are happy|wants?|offer(?:s|ed)|quoted|bid|said (?:he|she|they) (?:will|would|can|could)|agreed|promised|is offering|are offering|is prepared|has (?:offered|quoted|bid|agreed|promised)|have (?:offered|quoted|bid|agreed|promised)|keeps? (?:offering|asking|calling))"

_RIVAL = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:has|have) (?:already |just |now )?(?:put down|left|paid|placed|made|wired|sent|transferred) (?:me |us )?(?:a|the|his|her|their) (?:\w+ )?(?:deposit|down payment|bid|offer|advance|reservation)\b",
        r"\b(?:\d+|[a-z]+ty|dozens of|hundreds of|a dozen|ten|twelve|fifteen|several|many|countless) (?:\w+ )?(?:applications?|applicants|enquiries|inquiries|viewings|requests|bidders|offers|bids|candidates|messages|calls|replies|people (?:asking|waiting|interested|viewing|wanting|who want))\b",
        r"\bfirst (?:come|person|one|buyer|to (?:pay|sign|come|call|bring))\b.*\b(?:served|with|pay|pays|gets|takes|cash|hand|sign|signs|brings?)\b|\b(?:give|sell|let|rent|hand) (?:it|this|that|them) to (?:the first|whoever|someone else|somebody else|another|the next)\b",
        r"\bfor (?:a|one|two) (?:third|quarter|half|fifth|tenth|thirds|fifths) (?:less|cheaper|of (?:that|the|your))\b|\b(?:\d+|ten|twenty|thirty|five) (?:%|percent|euros?|pounds?|dollars?) (?:less|cheaper|below|under|more than you)\b",
        rf"\b(?:my|our) (?:\w+ )?(?:sister|brother|neighbours?|friends?|cousins?|uncle|aunt|colleagues?|boss|parents|mother|father|daughter|son|tenant|nephew|niece)(?: \w+){{0,2}}? (?:will|would|wants? to|has offered to|offered to|could|is ready to|is happy to) (?:\w+ )?(?:take|buy|pay|rent|have|hire|do|give|lend|supply|sell|sort|fix|make|build)\b",
        rf"\b(?:talking|speaking|negotiating|in (?:talks|touch|discussion|contact)|been) (?:to|with) (?:an?|another|two|three|several|some|other|the) (?:\w+ ){{0,2}}?(?:{_PEOPLE})\b",
        r"\b(?:some(?:one|body)|another|others?)(?: \w+){0,3} (?:has|have|had) (?:already |just |now )?(?:paid|reserved|booked|taken|put down|signed|accepted|agreed|claimed|placed|left|sent)\b",
        rf"\b{_OTHER} (?:\w+ ){{0,3}}?(?:{_PEOPLE})\b.*\b{_WILL_DEAL}\b",
        rf"\b(?:there (?:is|are)|(?:i|we) (?:\w+ )?(?:have|had|got|see)(?: got)?)\b(?: \w+){{0,2}} (?:an?other|other|competing|rival|several|multiple|two|three|\d+) (?:\w+ ){{0,2}}(?:{_PEOPLE})\b",
        rf"\b(?:i|we) (?:\w+ ){{0,2}}?(?:have|had|got|received|hold|holding|weighing|considering|comparing|turned down|declined|refused|rejected|sitting on|fielding|juggling|collected|collecting|in receipt of|looking at)\b(?: \w+){{0,2}}? (?:an?other|other|better|higher|lower|cheaper|competing|second|rival|written|firm|signed|standing|serious|solid|two|three|four|five|several|multiple|\d+|stronger|matching|attractive|good|great|generous|cash|job|counter) (?:\w+ ){{0,2}}?{_OFFER}\b",
        rf"\b(?:i|we) (?:do |already |also |now |currently )*(?:have|had|got|received|hold)\b(?: \w+){{0,4}}? (?:bid|quote|quotation|offer|tender|price list|proposal|term sheet|letter of intent)s?\b(?: \w+){{0,4}} (?:from|at|of|for|in|on)\b",
        rf"\b\w+ 's (?:\w+ )?(?:bid|quote|quotation|offer|tender|proposal|price|figure)\b(?: \w+)* (?:at|of|is|was|for|stands|came|beats|undercuts|remains|expects)\b",
        r"\bthere (?:is|are|has been|have been) (?:\w+ ){0,4}?(?:buyers?|bidders?|takers?|applicants?|offers?|bids?|interest|enquir(?:y|ies)|purchasers?|suitors?|contenders?)\b",
        r"\b(?:an?|one|some|two|three) (?:\w+ ){0,2}?(?:purchaser|buyer|bidder|taker|suitor)s?\b.*\b(?:from|rang|called|phon\w+|wrote|came|is|are|has|have|will|would|wants?|offer\w*)\b",
        r"\b(?:i|we) (?:have |had |has |been |was |were |am |are |already |just |also )*(?:offered|approached|headhunted|courted|shortlisted|contacted|tempted|asked|being offered|promised|quoted)\b(?! (?:you|your|this|the same price))",
        r"\b(?:turned|turning|turn) (?:\w+ )?down\b.*(?:\d|offer|bid|elsewhere)|\b(?:said|say) no to \w+ (?:offer|bid)|\b(?:passed on|declined|refused|rejected) (?:a|an|one|two|\d)[\w ,.]*(?:offer|bid|\d)",
        r"\b(?:could|can|would|will|able to) (?:\w+ )?(?:get|find|buy|sell|source|have|order|rent|take|place|go|hire)\b.*\b(?:elsewhere|somewhere else|down the (?:road|street)|next door|across the (?:street|road)|from (?:a competitor|someone else|another)|at another|online for)\b",
        r"\bnot the only (?:one|person|buyer|candidate|bidder|firm)\b|\b(?:who|that|he|she|they|someone|somebody) (?:would|will) (?:\w+ )?(?:like|have|swap|love|snap|grab|take) (?:it|this|that|the|his|her|their|one|both|me|us)\b|\bpays? (?:\w+ ){1,4}?more\b|\bsaid (?:he|she|they) (?:would|will) (?:have|take|buy|pay|like|rent|do|give)\b|\b(?:phoned|rang|called|written|emailed|asked)\b(?: \w+){0,4} (?:would|about|for|whether) (?:like|the|it|a)\b",
        r"\b(?:plan b|backup|back up|fallback|fall back|second choice|runner up|reserve list|standby)\b",
        r"\b(?:lined up|lining up|in the queue|queue of|queuing|in talks with|talking to (?:others?|another|two|three|several)|knocking on|banging on|beating a path|on hold|waiting in the wings|snapping at|breathing down|fighting over)\b",
        rf"\b(?:interest|enquiries|inquiries|offers|bids|calls) (?:\w+ ){{0,2}}?(?:from|coming in|came in|pouring|flooding|on the table|elsewhere|in my inbox|on my desk)\b",
        r"\b(?:offers?|bids?|contract|deal) (?:\w+ ){0,3}?(?:on the table|in (?:my|our) (?:pocket|drawer|hand|inbox|bag)|on (?:my|our) desk|waiting|pending|elsewhere)\b",
        rf"\b(?:some(?:one|body)|others?|(?:an?|one|two|three) (?:\w+ ){{0,2}}?(?:{_PEOPLE}))\b.*\b(?:offered|bid|quoted|will pay|would pay|pays|wants? (?:it|this|that|me|us|the|to (?:buy|take|hire|rent))|(?:will|would|can|could) (?:do|take|buy|supply|deliver|match|beat|sell|give)|is interested|are interested|ready to (?:sign|pay|buy|take|move)|willing to|prepared to|undercut|cheaper|for less|rang|came in|called (?:me|us)|keen)\b",
        rf"\b(?:he|she|they|who) (?:will|would|can|could|had|has) (?:do|take|pay|offer\w*|match|beat|supply|make|sell)\b.*(?:\b(?:me|us|ours|for (?:half|less|a third|\d[\d.,k]*|under|nothing|free|that price))\b|%)",
        r"\b(?:the|my|our|those|these|all the) other (?:buyers?|bidders?|offers?|clients?|customers?|couple|candidates?|applicants?|suppliers?|party|parties|firms?|companies|company|landlords?|guys?|bids?|quotes?|job|side of town|interested|contractors?|dealers?|vendors?|employers?|publishers?|family|families|agency|tenants?)\b",
        r"\b(?:your|the|a) (?:\w+ )?(?:rivals?|competitors?|competition|competing)\b.*\b(?:offer\w*|quot\w+|bid|ships?|sells?|charg\w+|does|do|pay|pays|gives?|will|would|can|is|are|has|have|had)\b",
        r"\b(?:under|below|over|above|cheaper than|less than|lower than|beats?|beating|undercut\w*) (?:you|yours|your (?:price|quote|offer|bid|figure|rate))\b",
        r"\b(?:i|we) (?:\w+ )?(?:have|had) (?:someone|somebody|people|others?|a (?:buyer|taker|client|customer|tenant)|buyers|takers|two|three|several)\b(?: \w+)* (?:else|lined|ready|waiting|interested|who|willing|wanting|asking|after|for it|for this|already)\b",
    )
)
_OWN_SIDE = re.compile(r"^(?:(?:the|our|my|a|two|three|four|both|all) )?(?:\w+ )?(?:crew|team|colleagues?|fitters?|installers?|technicians?|engineers?|staff|drivers?|assistants?|partner|seal|sealing|warranty|guarantee|system|machine|pump|roof|price|quote|offer|feature)s?\b")
_UNIT_AFTER = re.compile(r"^(?:days?|weeks?|months?|years?|hours?|minutes?|%|percent|people|guests|seats|km|metres|meters|kg|tons?|degrees|mm|cm|m)\b")
_NAMED_DEALS = re.compile(
    rf"^(?P<who>(?:the |a |an |one |two |your |this |some )?(?:[\w']+ ){{0,6}}?)(?P<does>{_CAPACITY})\b(?P<rest>.*)"
)
_DEALS_REST = re.compile(
    r"\b(?:me|us|ours|mine|for (?:\d[\d.,]*k?|half|less|a third|under|nothing|free|\w+ (?:hundred|thousand|grand)|\w+teen)|at \d[\d.,]*k?|\d[\d.,]*k? for (?:it|the|this|that|both|all)|the (?:same|whole|entire) (?:job|thing|lot|work|package|fit|load|service|order|range)|it for|(?:take|have|get) (?:it|me|the|this|all)|to (?:buy|take|pay|do|match|sign|hire|rent))\b"
)

_WHEN = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|midnight|noon|lunchtime|morning|evening|weekend|"
    r"january|february|march|april|june|july|august|september|october|november|december|end of (?:the )?\w+|close of business|"
    r"\d+ (?:st|nd|rd|th)|(?:next|this|the) (?:week|month|quarter|year|hour|season|fiscal)|(?:within|in|after|only|next|another|just|last|for|than) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|twenty four|forty eight|a few|a couple of|an?) (?:minutes?|hours?|days?|weeks?)|"
    r"\d+ o clock|[a-z]+ o clock|\d+ ?(?:am|pm)|(?:five|six|four|three|two|noon|seven|eight) (?:sharp|today|tomorrow)|then|easter|christmas|new year|summer|winter|spring|autumn|harvest|month 's end|year 's end|week 's end|the holidays|may \d+|\d+ may|in may"
)
_BY = rf"(?:by|before|until|till|on|at|after|within|past|beyond|from|through|in|for|come|this|with|only|as of|no later than)?(?: the)?(?: very)?(?: last)?(?: end of)?(?: next| this)? ?(?:{_WHEN})"
_CLOSE = (
    r"(?:expires?|expired|expiring|lapses?|lapsed|runs? out|running out|ends?|ending|dies|closes?|closing|pulls?|vanish(?:es)?|disappears?|goes away|go away|"
    r"goes up|go up|going up|goes back|is gone|are gone|be gone|gone (?:by|after|on)|shuts?|shut(?:s|ting)? (?:its|the) doors?|goes to (?:my|another|the neighbour\w*|somebody|the highest)|off the (?:table|market|shelf)|withdrawn?|withdraws?|rises?|increases?|jumps?|doubles?|changes?|"
    r"deadline|cut ?off|cut off|final (?:day|date|call|round)|last (?:day|chance|call|date|slot|moment)|due|locks?|freez(?:e|es)|frozen|void|no longer|"
    r"only (?:accept|look|consider|take|hold|good|valid|until|open)|(?:must|has to|have to|had to|got to|need to) (?:be|spend|leave|move|pay|answer|sign|decide|know|give|file|report|submit|confirm|close|tell|commit|have|let)|goes (?:to (?:auction|the next|someone|tender)|live|back|on the market)|"
    r"decides?|submitt?(?:ed)?|relist\w*|auction|reverts?|drops? (?:out|off)|sets? off|fall(?:s)? through|stops|leaves? (?:for|town|the country)|fl(?:y|ies) (?:out|home|back)|move(?:s)? on|reassign\w*|releas(?:e|es|ed)|book(?:s|ed)? (?:out|someone)|(?:will|can) not (?:be|let|hold|wait|quote|keep|extend|accept)|switch(?:es)? off|kicks? in|takes? effect)"
)
_DEADLINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_CLOSE}\b.*\b{_BY}\b",
        rf"\b{_BY}\b.*\b{_CLOSE}\b",
        rf"\b(?:must|has to|have to|had to|needs? to|got to|is to|are to)\b.*\b(?:by|before|until|till|no later than|within) (?:the )?(?:\w+ )?(?:{_WHEN})\b",
        rf"\b(?:{_WHEN})\b.*\b(?:will not|can not|no longer|nothing|never|too late)\b.*\b(?:later|after|afterwards|then|any more|longer)\b",
        rf"\b(?:gone|over|finished|off|lost|lose|done|history) (?:in|by|within|after|at|on|tomorrow|tonight)\b(?: \w+){{0,2}}? ?(?:{_WHEN}|hours?|minutes?|an hour)?\b(?=.*(?:{_WHEN}|hours?|minutes?))",
        rf"^(?:the|our|my|a|an|their) (?:landlord|landlady|bank|lender|boss|manager|owner|board|committee|council|office|investors?|insurer|insurance|authority|ministry|registry|publisher|printer|factory|supplier|airline|venue|hall|court|agency|client|auditors?|embassy|university|school board|trustees|notary|lawyers?|movers?|factory|port|carrier)\b(?: \w+){{0,4}}? (?:wants?|needs?|requires?|expects?|insists?|demands?|is waiting|are waiting|asks? for|must have|gave (?:me|us)|gives (?:me|us))\b.*\b(?:by|before|until|till|no later than|at the latest)\b.*\b(?:{_WHEN})\b",
        rf"\bonly (?:free|available|here|in town|around|open|at this price|on (?:sale|offer)|good|valid) (?:\w+ )?(?:{_WHEN})\b",
        rf"\bbefore (?:that|then|it (?:closes|ends|expires|goes|is gone|is demolished)|they (?:close|leave|go|sell|stop))\b|\bgets? (?:demolished|torn down|closed|sold|cancelled|auctioned|handed over)\b",
        rf"\bonly (?:\w+ ){{1,5}}?(?:until|till|through|up to) (?:the )?(?:\w+ )?(?:{_WHEN})\b",
        r"\b(?:disappears?|vanish(?:es)?|expires?|ends?|stops?|closes?|goes) (?:at|by|in|on|after|tomorrow|tonight|today)\b",
        rf"\b(?:i|we|they) (?:only )?(?:have|has|got|gave (?:me|us)) (?:only )?(?:until|till|up to) (?:the )?(?:\w+ )?(?:{_WHEN})\b|\b(?:is|are) history\b|\b(?:one|two) more (?:days?|weeks?|hours?)\b.*\b(?:and|then|before)\b|\bmoves? on to\b|\bgoes back to\b",
        r"\b(?:up against|facing|under|on|have|got|is|are) (?:a|the|an|my|our) (?:\w+ ){0,2}?(?:deadline|cut ?off|time limit|clock)\b",
        r"\b(?:the clock is (?:ticking|running)|time is running out|running out of time|out of time|window (?:is )?clos(?:es|ing)|last chance|final call|it is now or never)\b",
        r"\b(?:my|our|the) (?:\w+ ){0,2}?(?:deadline|cut ?off|time limit|closing date|expiry date|expiry) (?:is|was|falls|comes|looms|approaches)\b",
        rf"\b(?:i|we) (?:\w+ )?(?:need|require|must have|have to have|absolutely need) (?:\w+ ){{0,3}}?(?:answer|decision|reply|signature|commitment|confirmation|deposit|yes|response|word|deal|contract|it signed|this signed|it settled|the money|an? ok)\b.*\b(?:{_BY}|now|at once|immediately|straight away|right away)\b",
        rf"\b(?:good|valid|stands?|open|holds?|available|on offer) (?:only )?(?:until|till|through|for|up to)\b.*\b(?:{_WHEN})\b",
        rf"\b(?:price|rate|fee|tariff|discount|offer|bonus|grant|budget|subsidy|quote|fare|deal|promotion|funding|slot|permit|option)s?\b.*\b(?:only |just )?(?:until|till|ends?|expires?|lapses?|dies|gone|before|runs? out)\b.*\b(?:{_WHEN})\b",
        rf"\b(?:after|past|beyond) (?:that|then|{_WHEN})\b.*\b(?:not|no|gone|nothing|never|impossible|too late|someone else|another|full price|extra|more|starts?|goes|will be)\b",
    )
)

_CONTROL = (
    r"(?:boss(?:es)?|managers?|directors?|board|head ?office|headquarters|hq|chief|ceo|cfo|policy|policies|rules?|rulebook|regulations?|guidelines?|committee|accounting|accountants?|accounts department|finance(?: department| people| team| side)?|legal(?: department| team| people| side| folks)?|corporate|brussels|the office|people upstairs|"
    r"hr|human resources|procurement|purchasing|insurers?|franchise|franchisor|bank|lenders?|council|ministry|mayor(?: 's office)?|wife|husband|spouse|partners?|mother|father|parents?|mum|dad|landlord|owners?|principal|shareholders?|treasurer|investors?|"
    r"supervisors?|superiors?|treasurer|trustees|controllers?|computer|system|software|budget holder|the top|upstairs|higher ups|people above me|management|company|firm|group|corporate|authorit(?:y|ies)|dean|department|ministry|client|seller|publisher|label|compliance|auditors?|payroll|bookkeeping|treasury|collective agreement|pay scale|salary band|framework|statutes?|bylaws|charter|family|brother|sister|co ?owners?|co ?founders?|business partner|desk|purchasing office|rules? on \w+)"
)
_LIMITS = (
    r"(?:cap(?:s|ped)?|limit(?:s|ed)?|ceiling|maximum|fix(?:es|ed)|allow(?:s|ed)?|let(?:s)? (?:me|us)|permit(?:s|ted)?|approv(?:e|es|ed|al)|authori[sz](?:e|es|ed|ation)|sign(?:s|ed)? off|forbid(?:s)?|forbade|forbidden|veto(?:es|ed)?|"
    r"(?:set|sets) (?:that|the|a|an|my|our|this|me|us|it)|(?:says|said|told (?:me|us)|insists?|insisted|say) (?:that |on )?(?:i|we|no|not|it|the|at|a|an|nothing|only|\d)|(?:will|would|does|do|did|can) not (?:\w+ )?(?:let|allow|accept|permit|approve|sign|go|pay|take|want|agree|budge|move|hear|have|authori[sz]e|give|release|reimburse|refund|cover|fund)|"
    r"(?:may|can) (?:only )?(?:spend|pay|go|sign|offer|accept)|refus(?:e|es|ed) (?:to|any|anything)|(?:just )?rejects? (?:more|any|it|everything)|requir(?:e|es|ed)|demand(?:s|ed)?|block(?:s|ed)? (?:it|any|everything|the)|bann?(?:s|ed)?|tie(?:s|d) (?:my|our)|instruct(?:s|ed)? (?:me|us)|gave (?:me|us)|given (?:me|us)|cleared|green ?light|final (?:say|word)|froze|frozen|dictat(?:e|es|ed)|prescrib(?:e|es|ed)|restrict(?:s|ed)?|draws? the line|throws? (?:it|that|anything|them) (?:out|back)|bounces? (?:it|them)|kicks? (?:it|them) back|would have to (?:vote|approve|agree|sign|decide)|kill me|fire me|have my head|at most|not more|stops? (?:me|us)|prevents? (?:me|us)|pulls?|has to (?:approve|sign|agree|vote|decide)|have to (?:approve|sign|agree|vote))"
)
_AUTHORITY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_CONTROL}\b.*\b{_LIMITS}\b",
        rf"\b{_LIMITS}\b.*\b(?:by|from|of|with|to|without) (?:the |my |our |his |her )?(?:\w+ ){{0,2}}?{_CONTROL}\b",
        r"\b(?:not|no longer|never) (?:\w+ )?(?:authori[sz]ed|allowed|permitted|empowered|mandated|in a position)\b|\bno (?:authority|mandate|discretion|leeway|permission|room from)\b",
        r"\b(?:hands are (?:tied|bound)|no say in|put (?:her|his|their) foot down|above my (?:pay grade|head|level)|beyond my (?:authority|powers?|remit|mandate|control)|out of my hands|not my (?:decision|call)|not up to me|over my head|against (?:company|our|the) (?:policy|rules)|my (?:authority|mandate|remit) (?:ends|stops|is|goes|only|does|covers))\b",
        r"\b(?:need|needs|have|has|must) (?:to )?(?:get |obtain |seek |ask for |clear |run |check |have )?(?:\w+ ){0,3}?(?:approval|permission|sign off|authori[sz]ation|clearance|consent|the ok|a green light)\b",
        rf"\b(?:i|we) (?:\w+ )?(?:have|must|has) (?:to )?(?:ask|check|clear|consult|run (?:it|this)|get (?:it|this)|take (?:it|this)|go back|answer)\b.*\b{_CONTROL}\b",
        r"\b(?:i|we) (?:am|are) only (?:\w+ )?(?:authori[sz]ed|allowed|permitted|cleared|free)\b",
        rf"\bonly (?:the |my |our )?(?:\w+ )?{_CONTROL} (?:can|may|could|has|is allowed)\b|\b{_CONTROL} (?:alone )?(?:decides?|controls?|holds? the|keeps? the|has the (?:last|final|only)|sits? on|calls? the shots|makes? the (?:rules|decisions?)|must approve|signs? everything)\b(?! (?:with|together))",
        rf"\b(?:can not|could not|not able to|unable to|may not|impossible|no room|no way)\b.*\b(?:because|since|as|says?|due to|without|under|by) (?:of )?(?:the |my |our )?(?:\w+ )?{_CONTROL}\b",
        r"\b(?:the most|the least|all) (?:i|we) (?:am|are|have been|was) (?:authori[sz]ed|allowed|permitted|cleared|given|approved)\b|\b(?:was|were|been|am|are) (?:only )?(?:given|allocated|granted|allotted) (?:a )?(?:budget|limit|ceiling|maximum|mandate|\d)",
        r"\b(?:budget|spending|limit|ceiling|allowance) (?:is|was|has been|got) (?:\w+ )?(?:frozen|capped|fixed by|set by|cut by|imposed|decided by|approved at|locked)\b",
    )
)

_SCARCITY = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:only|just|merely|no more than|barely|hardly) (?:\w+ ){0,4}?(?:left|remain\w*|available|in stock|free|open|exist)\b",
        r"\b(?:one|two|three|four|five|six|\d+|a few|few|a handful|handful|couple) (?:\w+ ){0,6}?(?:left|remaining|remain)\b(?! (?:on|of|in) (?:the|my|our) (?:lease|contract|loan|guarantee|warranty|term|visa))",
        r"\b(?:this|it|that|which|mine|here|these|those) (?:is|are|was|were|will be) (?:\w+ ){0,2}?(?:the )?(?:very )?last\b|\b(?:the|my|our) (?:very )?last (?:\w+ ){0,2}?(?:one|two|three|unit|slot|room|copy|copies|pair|seat|place|spot|table|pallet|batch|lot|crate|piece|car|model|plot|flat|apartment|house|available|in stock|of (?:its|their|the|this))\b",
        r"\b(?:sold out|selling out|sells? out|sell(?:s|ing)? (?:fast|like|quickly)|going fast|flying off|fly off|nearly gone|almost gone|all gone|snapped up|fully booked|booked (?:out|up|solid|until)|filling up|fills? up|running (?:low|out)|run out of|out of stock|stock is|in short supply|hard to (?:find|come by|get)|nowhere else|last few|while stocks? lasts?|no others?|none left|will not last|does not last)\b",
        r"\bdown to (?:my|our|the) (?:very )?(?:last|final)\b|\b(?:my|our|the) final (?:crate|batch|box|bottle|unit|slot|seat|room|copy|pallet|lot|piece|ticket|one)\b|\bas good as (?:gone|sold|taken|full)\b|\b(?:nobody|no one) else\b.*\b(?:stocks?|sells?|has|makes?|carries|offers?)\b|\b(?:waiting|wait) ?list\b|\bdemand (?:is|has|for|was|keeps|remains)\b|\b(?:high|huge|strong|enormous|massive|growing|great|such) demand\b|\beverybody (?:wants|is after)\b|\beveryone (?:wants|is after)\b",
        r"\b(?:will|would) not be any (?:more|other|others)\b|\bno more of\b|\b(?:for good|for ever|discontinued|no longer (?:made|produced|printed|available|grown)|last (?:batch|run|of the line)|end of the line|out of print|production (?:ends|stops|has stopped))\b",
        r"\b(?:with|given|such is|seeing|considering) (?:the|this|so much|all this) (?:demand|interest|rush|run)\b|\b(?:nearly|almost|practically|virtually) (?:all |everything )?(?:gone|sold|taken|booked|empty)\b|\bjust (?:this|these|that|those) (?:\w+ )?(?:\w+ )?(?:remain\w*|left)\b|\b(?:any|much|many|anything) left (?:by|after|soon|tomorrow|at)\b",
        r"\b(?:limited|rare) (?:number|supply|stock|edition|availability|quantity|quantities|run|places|seats|slots)\b|\bonce in a lifetime\b|\bone of a kind\b|\b(?:only|single) (?:one|two|three|\d+) (?:of (?:its|their|these|those|this)|ever|in (?:the|all|this))\b|\bthe only (?:\w+ ){1,4}?(?:left|available|for miles|in (?:the|this|all)|on the market|of its kind|anyone)\b",
        r"\b(?:diary|calendar|schedule|order book|books?|slots?|seats|places|spots|rooms|dates|tables) (?:is|are|was) (?:\w+ ){0,2}?(?:full|packed|crammed|gone|taken|tight|filling|going|disappearing|limited|scarce|down to)\b|\bno (?:more |other |further )?(?:slots?|seats?|places?|rooms?|dates?|units?|stock|spots?|copies|appointments?)\b(?: \w+){0,3} (?:left|until|available|before|free|this|in)\b",
    )
)
_KINDS: tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...] = (
    ("authority", _AUTHORITY), ("scarcity", _SCARCITY), ("rival", _RIVAL), ("deadline", _DEADLINE),
)  # fmt: skip

_NOT_PRESSED = re.compile(
    r"\b(?:you|your)\b(?: \w+){0,3} (?:have|has|may have|might have|get|got|receive)(?: \w+){0,2} (?:other|another|better|more)\b|"
    r"\b(?:free|welcome|able) to (?:look|shop|compare|talk|go)\b|\btake (?:your|all the|the|as much) time\b|\b(?:no|not any|without|there is no) (?:rush|hurry|deadline|pressure|time limit)\b|"
    r"\bas long as you\b|\bat your (?:own )?(?:pace|leisure)\b|\bnot shopping around\b|\b(?:can|could|will|would|happy to|glad to) wait\b"
)


_YOUR_OFFER = re.compile(r"\byour (?:\w+ )?(?:offers?|bids?|quotes?|proposals?|prices?|quotations?|orders?|interest|requests?|tenders?)\b")


def pressing(reading: Reading) -> tuple[Claim, ...]:
    """Claims of the kinds G1 guards: rival, deadline, authority, scarcity; at most one a clause."""
    out: list[Claim] = []
    for i, clause in enumerate(reading.clauses):
        before = reading.clauses[i - 1] if i else None
        joined = clause.text
        if before is not None and before.mood == "condition" and before.sentence == clause.sentence:
            joined = f"{before.text} , {clause.text}"
        kind = _pressing_kind(clause, joined)
        if kind:
            out.append(Claim(kind, joined if kind == "deadline" else clause.text, clause))
    return tuple(out)


def kinds_of(text: str) -> frozenset[Kind]:
    """The pressing kinds that plain words fit, whoever says them; used on ledger entries."""
    return frozenset(kind for kind, patterns in _KINDS if any(p.search(text) for p in patterns))


def _pressing_kind(clause: Clause, joined: str) -> Kind | None:
    text = _YOUR_OFFER.sub("yours", clause.text)
    joined = _YOUR_OFFER.sub("yours", joined)
    if clause.said_by_them or clause.mood in ("hypothetical", "fragment") and not re.search(r"\b(?:only|last|until|today|tonight)\b", text):
        return None
    if _NOT_PRESSED.search(text) or (clause.subject == "you" and clause.tense != "modal"):
        return None
    presupposed = not re.match(r"(?:and |but |so )?(?:could|can|may|might|would) (?:i|we|you)\b.*\b(?:see|show|share|tell|know|ask|send|read|have a look)\b", text) and re.search(r"\b(?:the|my|our) other (?:buyers?|bidders?|offers?|clients?|couple|candidates?|bids?|family)\b", text)
    if re.search(r"\b(?:my|our) clients?\b", text):
        return None
    if clause.mood in ("question", "condition", "request"):
        return "rival" if presupposed and not re.search(r"\byour other\b", text) else None
    if re.match(r"(?:i|we) (?:\w+ )?(?:need|have|want|must)(?: to)? (?:think|talk|look|read|sleep|consider|discuss|see|find|measure|count|prepare)\b", text):
        return None
    if clause.mood == "wish" and not re.search(r"\b(?:need|have to|must)\b", text):
        return None
    for kind, patterns in _KINDS:
        if any(p.search(joined if kind == "deadline" else text) for p in patterns) and _stands(kind, clause, text):
            return kind
    rival = _named_rival(clause, text) or ((_rival_deals(clause, text) or _reported_rival(clause, text)) and _stands("rival", clause, text))
    return "rival" if rival else None


_HELD_OPEN = re.compile(r"\b(?:stands?|valid|holds?|open|good|remains?)\b(?: \w+){0,2} (?:until|till|through|for|to)\b")
_SOON = re.compile(r"\b(?:only|just|today|tonight|tomorrow|now|minutes?|hours?|midnight|noon|this (?:week|weekend|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|then|after (?:that|which)|not a day)\b")


def _stands(kind: Kind, clause: Clause, text: str) -> bool:
    """Exceptions: what looks like the kind and is a denial, a wish, a request or a service."""
    if re.match(r"(?:i|we|there) (?:have|has|is|are|do|did|had|can)\b(?: \w+)?(?: not| no)\b.*\b(?:offers?|bids?|buyers?|interest|confirm|verify|check|see|know|applicants?|others?|deadline|anyone|anybody)\b", text):
        return False
    denied = re.match(r"(?:there (?:is|are) )?(?:no|nobody|none|not)\b|(?:i|we) (?:do not|did not|have not|have no|has no|am not|are not)\b|neither\b", text)
    if kind == "rival":
        return not denied and clause.mood not in ("opinion",) and not (clause.conditional and clause.tense == "modal" and clause.subject in ("i", "we"))
    if kind == "deadline":
        if re.search(r"\b(?:will|can|would|could) not be able to (?:start|begin|come|deliver|finish|make|attend|do)\b", text):
            return False  # what I can do when is mine to say
        if re.search(r"\b(?:you can|you may|you could|help (?:me|us)|fine too|later is fine|is fine too|would help|no need)\b", text):
            return False
        if _HELD_OPEN.search(text) and not _SOON.search(text):
            return False  # an own offer kept open for a good while binds me and presses nobody
        own = clause.subject in ("i", "we") and clause.tense == "modal" and clause.modal != "must" and not re.search(r"\b(?:not|only|never|gone|raise|charge|expire\w*|withdraw\w*|pull|relist|have to|need)\b", text)
        return not own and not (denied and re.search(r"\bdeadline|rush|hurry\b", text)) and clause.mood != "opinion"
    if kind == "authority":
        own = re.match(r"(?:i|we) (?:would )?(?:prefer|like|want|hope)\b", text)
        return not own and clause.mood != "opinion" and not (clause.subject == "my" and clause.mood == "proposal" and not re.search(_CONTROL, text))
    return not (denied and not re.search(r"\b(?:no more|no other|none left|no further)\b|\bno \w+ (?:left|until|available|free)\b", text)) and clause.mood != "opinion"


_ACTOR = re.compile(
    rf"\b(?:(?:an?|one|two|three|four|five|several|some|many|a few|a couple of|other|another|different|\d+|half a dozen|plenty of|lots of|loads of|dozens of|numerous|various) (?:other |more |further |serious |new |big |large |local |rich |keen |well known |young |foreign |private |\w+ )?{_PERSON_NOUN}|some(?:one|body)(?: else)?|others|people|rivals?|competitors?|the competition|headhunters?|recruiters?|your (?:colleagues?|competitors?|competition|rivals?|neighbours?|other branch|main rival)\b(?: \w+){{0,4}})\b"
)
_DEALS_WITH_ME = re.compile(
    r"\b(?:giving away|asked (?:to (?:buy|see|have|hire|rent|take|book|view|play|show)|for (?:his|her|my|our|the|their|your) (?:number|price|details|card|address|email|papers))|want(?:s|ed)? (?:that|the|this|our|my|to)\b|loved? (?:it|the|this)|in (?:final |advanced |close )?(?:talks|negotiations|discussions|contact|touch)|(?:told|wrote|promised|assured|offered|emailed|texted) (?:me|us)\b.*\b(?:would|will|take|pay|buy|give|do)|take the (?:entire|whole|lot|rest)|offer(?:s|ed|ing)|bid|bids|bidding|quot(?:e|es|ed|ing) (?:me|us|it|\d|the same|less)|pay(?:s|ing)? (?:me|us|more|cash|\d|the full|full|a)|(?:will|would|can|could|wants? to|want to|ready to|willing to|prepared to|keen to|happy to|going to|dying to|hoping to|asked to|agreed to|promised to) (?:\w+ )?(?:buy|pay|take|hire|rent|hang|sign|order|supply|match|beat|do (?:it|the|this|ours|that)|sell|print|publish|book|give (?:me|us)|lend|snap|have it|move in|outbid|top)|"
    r"want(?:s|ed|ing)? (?:it|this|that|me|us|the|one|both|my|our|in)|interest(?:ed)? in|is interested|are interested|(?:contact|approach|call|phon|email|messag|ring|court|chas|headhunt)\w* (?:me|us)\b|rang(?: me| us| about)?\b|wrote to (?:me|us)|agreed to (?:take|buy|hang|pay|hire|publish)|lined up|waiting (?:for|to|list|in)|queu\w+|coming (?:to (?:see|look|view)|at|by|round|back|over|with)|came (?:to (?:see|look|view)|by|back)|viewing|(?:will|would|can|could) (?:do|supply|sell|give|charge|let)\b.*\b(?:for|at|under|less|cheaper|half)\b.*|after (?:it|this|me|the)\b|bidding|fighting over|begging|made (?:me|us) an|has made (?:an?|me)|put in (?:an? )?(?:offer|bid)|ha(?:s|ve) (?:reserved|booked|paid|a deposit)|charg(?:es?|ing) (?:less|only|just|half|\d|under)|for (?:less|half|cheaper)|cheaper|undercut\w*|outbid)\b"
)
_MY_OTHER = re.compile(
    rf"\b(?:i|we) (?:\w+ ){{0,2}}?(?:could|can|would|might)(?: \w+)? (?:get|find|buy|have|order|rent|source|hire|sell|place|take|book|go)\b.*\b(?:from|at|with|to|through|online|across|down) (?:an? |another |some |the |any )?(?:other |different |\w+ )?(?:{_PEOPLE}|competitor|guy|bloke|chap|someone|somebody|next \w+|other \w+|road|street|town|internet|shop|place)\b|"
    r"\b(?:enormous|huge|massive|lots? of|plenty of|strong|a lot of|so much|great|overwhelming|loads of|tons of|considerable|serious|keen|unbelievable) (?:\w+ )?(?:interest|enquiries|inquiries|calls|offers|bids|viewings|applications|applicants|responses|replies|requests)\b|\bphone (?:has not|does not|will not|never|keeps|is) (?:stop\w*|ring\w*)\b|\b(?:inbox|mailbox) is (?:full|overflowing|flooded)\b|\boverwhelmed (?:by|with)\b"
)


def _rival_deals(clause: Clause, text: str) -> bool:
    """Somebody outside this deal, put beside a dealing verb, and it is not you they deal with."""
    actor = _ACTOR.search(text)
    if _MY_OTHER.search(text) and clause.mood in ("assertion", "proposal", "wish"):
        return True
    if not actor or clause.mood not in ("assertion", "proposal") or (clause.subject == "you"):
        return False
    after = text[: actor.start()] + " " + text[actor.end() :]
    dealing = _DEALS_WITH_ME.search(after)
    past_life = re.search(r"\b(?:previous|former|last|earlier|old|past|our own|my own)\b", text[max(0, actor.start() - 12) : actor.end()])
    theirs = re.search(r"\b(?:you|your)\b", after) and not re.search(r"\b(?:me|us|it|this|than you|under you|below you)\b", after)
    return bool(dealing and not past_life and not theirs)


_TOLD_ME = re.compile(
    r"\b(?:the|a|an|one|my|our|their|\w+) (?:\w+ ){0,3}?(?:told|wrote(?: to)?|promised|assured|offered|emailed|texted|informed|asked|rang|called|phoned) (?:me|us)\b.*\b(?:would|will|take|pay|buy|give|offer\w*|\d[\d.,]*)\b|\b(?:talks|negotiations|discussions|conversation|contact|touch) with (?:an?|another|other|several|two|three|some) \w+|\bsame \w+(?: \w+){0,6} (?:for|at) \d[\d.,]*|\b(?:better|other|higher|lower|cheaper|several|two|three) (?:\w+ )?(?:quotes?|offers?|bids?|prices?) (?:than|elsewhere|from|already)|\b(?:holding|sitting on|have in hand|have here) (?:\w+ ){0,3}?(?:offer|bid|quote|contract)|\b(?:promised|sold|pledged|given) (?:it|this|that|them) to (?:some(?:one|body)|another|my|a|the)\b|\beverybody (?:\w+ ){0,4}?wants|\beveryone (?:\w+ ){0,4}?wants|\ba scout\b"
)


def _reported_rival(clause: Clause, text: str) -> bool:
    """'The mill told us they would take the lot': a third party's word about a deal, not yours."""
    if clause.mood not in ("assertion", "proposal", "wish") or clause.subject == "you":
        return False
    return bool(_TOLD_ME.search(text)) and not re.search(r"\byou(?:rs)? (?:told|wrote|promised|offered|asked)|\bmy (?:doctor|mother|father|wife|husband|teacher|client)\b|^(?:he|she) told (?:me|us) (?:i|we)\b", text)


def _named_rival(clause: Clause, text: str) -> bool:
    """Somebody other than us two who stands ready to deal: 'Norwood will do it for 7,400'."""
    if clause.subject not in ("third", "your") or clause.conditional and clause.modal in ("would", "could"):
        return False
    match = _NAMED_DEALS.match(text)
    if not match or not match["who"].strip() or _OWN_SIDE.match(match["who"]):
        return False
    who, rest = match["who"].strip(), match["rest"]
    if re.search(r"\b(?:it|this|that|which|there|these|those|he|she|they|we|i|you|my|our)\b", who):
        return False
    price = re.search(r"\b(?:for|at|of) (\d[\d.,]*k?)(?: (\S+))?", rest)
    timed = bool(price and price[2] and _UNIT_AFTER.match(price[2]))
    if re.search(r"\b(?:help|helps|assist|advise|tell|show|explain|mediator|advisor|contract|clause|agreement)\b", text):
        return False
    deals = bool(_DEALS_REST.search(rest)) and not re.search(r"\b(?:you|your)\b", rest)
    someone = bool(_PERSON.search(who)) or (not re.match(r"(?:the|a|an|one|this)\b", who) and len(who.split()) <= 3)
    return deals and someone and not timed
