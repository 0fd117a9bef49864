"""Does a clause tell of a deadline, a limit of authority, or scarcity?"""

from __future__ import annotations

import re

_WHEN = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|midnight|noon|lunchtime|"
    r"morning|evening|"
    r"weekend|when the (?:year|month|week|season|day|quarter)|"
    r"january|february|march|april|june|july|august|september|october|november|december|end of "
    r"(?:the )?\w+|close "
    r"of business|"
    r"\d+ (?:st|nd|rd|th)|(?:next|this|the) (?:week|month|quarter|year|hour|season|fiscal)|(?:within|in|after|"
    r"only|next|another|just|last|for|than) (?:\d+|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|fifty|sixty|ninety|twenty four|forty eight|a few|a couple of|"
    r"an?) (?:minutes?|"
    r"hours?|days?|weeks?)|"
    r"\d+ o clock|[a-z]+ o clock|\d+ ?(?:am|pm)|(?:five|six|four|three|two|noon|seven|eight) (?:sharp|today|"
    r"tomorrow)|then|easter|christmas|new year|summer|winter|spring|autumn|harvest|month 's end|"
    r"year 's end|week "
    r"'s end|the holidays|may \d+|\d+ may|in may"
)
_BY = (
    rf"(?:by|before|until|till|on|at|after|within|past|beyond|from|through|in|for|come|this|with|only|as of|no "
    rf"later than)?(?: the)?(?: very)?(?: last)?(?: end of)?(?: next| this)? ?(?:{_WHEN})"
)
_CLOSE = (
    r"(?:evaporat\w+|dr(?:y|ies) up|melts?|ceases?|sunsets?|forfeit\w*|scrap(?:s|ped)?|pull the plug|"
    r"finish(?:es)? for good|turns? into a pumpkin|expires?|expired|expiring|lapses?|lapsed|runs? "
    r"out|running out|ends?|ending|dies|closes?|closing|pulls?|"
    r"vanish(?:es)?|disappears?|goes away|go away|"
    r"goes up|go up|going up|goes back|is gone|are gone|be gone|gone (?:by|after|on)|shuts?|shut(?:s|ting)? "
    r"(?:its|the) doors?|goes to (?:my|another|the neighbour\w*|somebody|the highest)|off the (?:table|market|"
    r"shelf)|withdrawn?|withdraws?|rises?|increases?|jumps?|doubles?|changes?|"
    r"deadline|cut ?off|cut off|final (?:day|date|call|round)|last (?:day|chance|call|date|slot|moment)|due|"
    r"locks?|freez(?:e|es)|frozen|void|no longer|"
    r"only (?:accept|look|consider|take|hold|good|valid|until|open)|(?:must|has to|have to|had "
    r"to|got to|need to) "
    r"(?:be|spend|leave|move|pay|answer|sign|decide|know|give|file|report|submit|confirm|close|"
    r"tell|commit|have|"
    r"let)|goes (?:to (?:auction|the next|someone|tender)|live|back|on the market)|"
    r"decides?|submitt?(?:ed)?|relist\w*|auction|reverts?|drops? (?:out|off)|sets? off|fall(?:s)? "
    r"through|stops|"
    r"leaves? (?:for|town|the country)|fl(?:y|ies) (?:out|home|back)|move(?:s)? on|reassign\w*|"
    r"releas(?:e|es|ed)|"
    r"book(?:s|ed)? (?:out|someone)|(?:will|can) not (?:be|let|hold|wait|quote|keep|extend|accept)|"
    r"switch(?:es)? "
    r"off|kicks? in|takes? effect)"
)
DEADLINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_CLOSE}\b.*\b{_BY}\b",
        rf"\bthe (?:final|last) (?:days?|weekend|week|hours?) (?:of|for|to|at)\b|\bonly (?:through|up "
        rf"to) (?:{_WHEN})\b",
        rf"\b{_BY}\b.*\b{_CLOSE}\b",
        r"\b(?:gives?|gave|given|allows?|leaves?) (?:me|us) (?:only |just )?(?:until|till|to)\b.*\b(?:mon|"
        r"tues?|weds?|thurs?|"
        rf"fri|sat|sun|to (?:decide|answer|pay|show|find|sign)|{_WHEN})\b",
        rf"\b(?:expects?|wants?|needs?|awaits?|demands?|insists? on|is waiting for) (?:my|our|an|the|"
        rf"a) (?:\w+ )?(?:reply|"
        rf"answer|decision|word|signature|yes|deposit|response|confirmation|figures?|money|numbers|list|"
        rf"names|documents|papers|order|details|forms?)\b.*\b(?:{_WHEN})\b",
        rf"\b(?:must|has to|have to|had to|needs? to|got to|is to|are to)\b.*\b(?:by|before|until|till|"
        rf"no later "
        rf"than|within) (?:the )?(?:\w+ )?(?:{_WHEN})\b",
        rf"\b(?:{_WHEN})\b.*\b(?:will not|can not|no longer|nothing|never|too late)\b.*\b(?:later|after|"
        rf"afterwards|"
        rf"then|any more|longer)\b",
        rf"\b(?:gone|over|finished|off|lost|lose|done|history) (?:in|by|within|after|at|on|tomorrow|"
        rf"tonight)\b(?: "
        rf"\w+){{0,2}}? ?(?:{_WHEN}|hours?|minutes?|an hour)?\b(?=.*(?:{_WHEN}|hours?|minutes?))",
        rf"^(?:the|our|my|a|an|their) (?:landlord|landlady|bank|lender|boss|manager|owner|board|committee|"
        rf"council|"
        rf"office|investors?|insurer|insurance|authority|ministry|registry|publisher|printer|factory|supplier|"
        rf"airline|venue|hall|court|agency|client|auditors?|embassy|university|school board|trustees|notary|"
        rf"lawyers?|movers?|factory|port|carrier)\b(?: \w+){{0,4}}? (?:wants?|needs?|requires?|expects?|"
        rf"insists?|"
        rf"demands?|is waiting|are waiting|asks? for|must have|gave (?:me|us)|gives (?:me|us))\b.*\b(?:by|"
        rf"before|"
        rf"until|till|no later than|at the latest)\b.*\b(?:{_WHEN})\b",
        rf"\bonly (?:free|available|here|in town|around|open|at this price|on (?:sale|offer)|good|valid) "
        rf"(?:\w+ "
        rf")?(?:{_WHEN})\b",
        r"\bbefore (?:that|then|it (?:closes|ends|expires|goes|is gone|is demolished)|they (?:close|"
        r"leave|go|sell|"
        r"stop))\b|\bgets? (?:demolished|torn down|closed|sold|cancelled|auctioned|handed over)\b",
        rf"\bonly (?:\w+ ){{1,5}}?(?:until|till|through|up to) (?:the )?(?:\w+ )?(?:{_WHEN})\b",
        r"\b(?:disappears?|vanish(?:es)?|expires?|ends?|stops?|closes?|goes) (?:at|by|in|on|after|tomorrow|"
        r"tonight|today)\b",
        rf"\b(?:i|we|they) (?:only )?(?:have|has|got|gave (?:me|us)) (?:only )?(?:until|till|up to) (?:the "
        rf")?(?:\w+ )?(?:{_WHEN})\b|\b(?:is|are) history\b|\b(?:one|two) more (?:days?|weeks?|hours?)\b.*\b(?:and|"
        rf"then|before)\b|\bmoves? on to\b|\bgoes back to\b",
        r"\b(?:up against|facing|under|on|have|got|is|are) (?:a|the|an|my|our) (?:\w+ ){0,2}?(?:deadline|"
        r"cut ?off|"
        r"time limit|clock)\b",
        r"\b(?:the clock is (?:ticking|running)|time is running out|running out of time|out of time|"
        r"window (?:is "
        r")?clos(?:es|ing)|last chance|final call|it is now or never)\b",
        r"\b(?:my|our|the) (?:\w+ ){0,2}?(?:deadline|cut ?off|time limit|closing date|expiry date|expiry) "
        r"(?:is|"
        r"was|falls|comes|looms|approaches)\b",
        rf"\b(?:i|we) (?:\w+ )?(?:need|require|must have|have to have|absolutely need) (?:\w+ ){{0,3}}?(?:answer|"
        rf"decision|reply|signature|commitment|confirmation|deposit|yes|response|word|deal|contract|"
        rf"it signed|this "
        rf"signed|it settled|the money|an? ok)\b.*\b(?:{_BY}|now|at once|immediately|straight away|right "
        rf"away)\b",
        rf"\b(?:good|valid|stands?|open|holds?|available|on offer) (?:only )?(?:until|till|through|for|up "
        rf"to)\b.*\b(?:{_WHEN})\b",
        rf"\b(?:price|rate|fee|tariff|discount|offer|bonus|grant|budget|subsidy|quote|fare|deal|promotion|"
        rf"funding|"
        rf"slot|permit|option)s?\b.*\b(?:only |just )?(?:until|till|ends?|expires?|lapses?|dies|gone|"
        rf"before|runs? "
        rf"out)\b.*\b(?:{_WHEN})\b",
        rf"\b(?:after|past|beyond) (?:that|then|{_WHEN})\b.*\b(?:not|no|gone|nothing|never|impossible|too late|"
        rf"someone else|another|full price|extra|more|starts?|goes|will be)\b",
    )
)

CONTROL = (
    r"(?:boss(?:es)?|managers?|directors?|board|head ?office|headquarters|hq|chief|ceo|cfo|policy|"
    r"policies|rules?|"
    r"rulebook|regulations?|guidelines?|committee|accounting|accountants?|accounts department|finance(?: "
    r"department| people| team| side)?|legal(?: department| team| people| side| folks)?|corporate|brussels|the "
    r"office|people upstairs|"
    r"hr|human resources|procurement|purchasing|insurers?|franchise|franchisor|bank|lenders?|council|ministry|"
    r"mayor(?: 's office)?|wife|husband|spouse|partners?|mother|father|parents?|mum|dad|landlord|owners?|"
    r"principal|shareholders?|treasurer|investors?|"
    r"supervisors?|superiors?|treasurer|trustees|controllers?|computer|system|software|budget holder|the top|"
    r"upstairs|higher ups|people above me|management|company|firm|group|corporate|authorit(?:y|ies)|dean|"
    r"department|ministry|client|seller|publisher|label|compliance|auditors?|payroll|bookkeeping|treasury|"
    r"collective agreement|pay scale|salary band|framework|statutes?|bylaws|charter|family|brother|sister|co "
    r"?owners?|co ?founders?|business partner|desk|purchasing office|rules? on \w+)"
)
_LIMITS = (
    r"(?:cap(?:s|ped)?|limit(?:s|ed)?|ceiling|maximum|fix(?:es|ed)|allow(?:s|ed)?|let(?:s)? (?:me|"
    r"us)|permit(?:s|"
    r"ted)?|approv(?:e|es|ed|al)|authori[sz](?:e|es|ed|ation)|sign(?:s|ed)? off|forbid(?:s)?|forbade|forbidden|"
    r"veto(?:es|ed)?|"
    r"(?:set|sets) (?:that|the|a|an|my|our|this|me|us|it)|(?:says|said|told (?:me|us)|insists?|insisted|say) "
    r"(?:that |on )?(?:i|we|no|not|it|the|at|a|an|nothing|only|\d)|(?:will|would|does|do|did|can) not (?:\w+ "
    r")?(?:let|allow|accept|permit|approve|sign|go|pay|take|want|agree|budge|move|hear|have|authori[sz]e|give|"
    r"release|reimburse|refund|cover|fund)|"
    r"(?:may|can) (?:only )?(?:spend|pay|go|sign|offer|accept)|refus(?:e|es|ed) (?:to|any|anything)|(?:just "
    r")?rejects? (?:more|any|it|everything)|requir(?:e|es|ed)|demand(?:s|ed)?|block(?:s|ed)? (?:it|"
    r"any|everything|"
    r"the)|bann?(?:s|ed)?|tie(?:s|d) (?:my|our)|instruct(?:s|ed)? (?:me|us)|gave (?:me|us)|given (?:me|us)|"
    r"cleared|green ?light|final (?:say|word)|froze|frozen|dictat(?:e|es|ed)|prescrib(?:e|es|ed)|restrict(?:s|"
    r"ed)?|draws? the line|throws? (?:it|that|anything|them) (?:out|back)|bounces? (?:it|them)|"
    r"kicks? (?:it|them) "
    r"back|would have to (?:vote|approve|agree|sign|decide)|kill me|fire me|have my head|at most|"
    r"not more|stops? "
    r"(?:me|us)|prevents? (?:me|us)|pulls?|has to (?:approve|sign|agree|vote|decide)|have to (?:approve|sign|"
    r"agree|vote))"
)
AUTHORITY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{CONTROL}\b.*\b{_LIMITS}\b",
        r"\b(?:my|our) (?:\w+ ){1,2}(?:forbids?|forbade|insists?|(?:is|are) adamant|(?:will|would|does|"
        r"do) not (?:let|allow|"
        r"hear|accept|wear))\b",
        rf"\b{_LIMITS}\b.*\b(?:by|from|of|with|to|without) (?:the |my |our |his |her )?(?:\w+ ){{0,2}}?{CONTROL}\b",
        r"\b(?:my|our) (?:\w+ )?(?:mandate|remit|brief|instructions|terms of reference|orders|authority)\b"
        r".*\b(?:stretch\w*|"
        r"goes?|ends?|stops?|reach\w*|allows?|covers?|is|are|says?|only|not|caps?|limits?)\b(?!.*\bfull\b)|"
        r"\bas far as (?:i|"
        r"we|my \w+|our \w+) (?:can go|may go|am allowed|are allowed|stretch\w*|go|goes|reach\w*)\b|"
        r"\b(?:my|our) "
        r"mandate stretch\w*\b",
        r"\banything (?:more|above|beyond|over|else|higher|bigger) (?:\w+ ){0,3}?(?:goes|needs|has "
        r"to|must|is for|requires|lies|"
        r"takes|gets|would need|would have)\b|\b(?:i|we) (?:may|can|am allowed to) (?:only )?(?:discount|"
        r"go to|give|offer|"
        r"sign|spend|grant)\b.*\b(?:full stop|no more|not a \w+ more|at most|tops|max|maximum|and that "
        r"is it)\b",
        rf"\b(?:told|ordered|instructed|forbidden|warned|banned|barred) by (?:my|our|the) (?:\w+ )?{CONTROL}\b|"
        rf"\b(?:go ahead|green light|"
        rf"blessing|ok|nod|signature|say so|consent) (?:of|from|by) (?!you)(?:\w+ ){{0,3}}?(?:{CONTROL}|"
        rf"departments?)\b|\b(?:agreement|contract|"
        r"framework|charter|policy|rules?|law|statutes?|code) (?:rules? out|bars?|prohibits?|forbids?|"
        r"excludes?|precludes?|prevents?)\b",
        rf"\b{CONTROL}\b.*\b(?:tie[sd]? (?:me|us|my|our)|ban(?:s|ned)|reserves?|set (?:their|his|her) "
        rf"face|rules? out|voted|ruled|decreed|vetoed|nixed|overruled|turned it down|said no|says no|"
        rf"forbidden|"
        rf"tied|wo not|not budge|not hear of)\b",
        r"\b(?:not|no longer|never) (?:\w+ )?(?:authori[sz]ed|allowed|permitted|empowered|mandated|in a "
        r"position)\b|\bno (?:authority|mandate|discretion|leeway|permission|room from)\b",
        r"\b(?:hands are (?:tied|bound)|no say in|put (?:her|his|their) foot down|above my (?:pay grade|head|"
        r"level)|beyond my (?:authority|powers?|remit|mandate|control)|out of my hands|not my (?:decision|"
        r"call)|"
        r"not up to me|over my head|against (?:company|our|the) (?:policy|rules)|my (?:authority|mandate|"
        r"remit) "
        r"(?:ends|stops|is|goes|only|does|covers))\b",
        r"\b(?:need|needs|have|has|must) (?:to )?(?:get |obtain |seek |ask for |clear |run |check |"
        r"have )?(?:\w+ "
        r"){0,3}?(?:approval|permission|sign off|authori[sz]ation|clearance|consent|the ok|a green light)\b",
        rf"\b(?:i|we) (?:\w+ )?(?:have|must|has) (?:to )?(?:ask|check|clear|consult|run (?:it|this)|get (?:it|"
        rf"this)|take (?:it|this)|go back|answer)\b.*\b{CONTROL}\b",
        r"\b(?:i|we) (?:am|are) only (?:\w+ )?(?:authori[sz]ed|allowed|permitted|cleared|free)\b",
        rf"\bonly (?:the |my |our )?(?:\w+ )?{CONTROL} (?:can|may|could|has|is allowed)\b|\b{CONTROL} (?:alone "
        rf")?(?:decides?|controls?|holds? the|keeps? the|has the (?:last|final|only)|sits? on|calls? the shots|"
        rf"makes? the (?:rules|decisions?)|must approve|signs? everything)\b(?! (?:with|together))",
        rf"\b(?:can not|could not|not able to|unable to|may not|impossible|no room|no way)\b.*\b(?:because|"
        rf"since|"
        rf"as|says?|due to|without|under|by) (?:of )?(?:the |my |our )?(?:\w+ )?{CONTROL}\b",
        r"\b(?:the most|the least|all) (?:i|we) (?:am|are|have been|was) (?:authori[sz]ed|allowed|permitted|"
        r"cleared|given|approved)\b|\b(?:was|were|been|am|are) (?:only )?(?:given|allocated|granted|allotted) "
        r"(?:a )?(?:budget|limit|ceiling|maximum|mandate|\d)",
        r"\b(?:budget|spending|limit|ceiling|allowance) (?:is|was|has been|got) (?:\w+ )?(?:frozen|"
        r"capped|fixed "
        r"by|set by|cut by|imposed|decided by|approved at|locked)\b",
    )
)

SCARCITY = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bonly (?:\w+ )?(?:built|made|printed|produced|struck|cast) (?:\w+ )?(?:\d+|ten|twenty|thirty|"
        r"forty|fifty|a \w+)\b|"
        r"\b(?:half|most|all|two thirds|nearly all) of (?:the|my|our) \w+ (?:went|sold|are gone|were "
        r"gone|were taken)\b",
        r"\b(?:over ?booked|oversubscribed|last one in|one (?:place|seat|room|slot|spot) (?:free|left|"
        r"open)|spoken for|tail end|last of (?:them|these|those|it|the \w+)|nearly complete|almost "
        r"complete|few and far between)\b|"
        r"\bonly (?:one|two|three|\d+) (?:\w+ ){0,4}?(?:exists?|exist|made|built|known|survive\w*|ever)\b",
        r"\b(?:quicker|faster) than (?:we|i|they|you) can\b|\bstopped (?:making|producing|printing|"
        r"importing|stocking|growing)\b|"
        r"\b(?:gone is gone|once (?:it|they) (?:is|are) gone|when (?:it|they) (?:is|are) gone|like "
        r"hot cakes|hot cakes|off the shel\w+|"
        r"out of the door)\b",
        r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|"
        r"august|september|october|"
        r"november|december|summer|winter|autumn|spring|season|week|month|year) (?:is|are) (?:\w+ ){0,2}?(?:full|"
        r"packed|booked|gone|"
        r"taken|sold)\b|\b(?:one|a single|a) (?:gap|opening|cancellation) (?:left|on|in|before|this|"
        r"next)\b|\bjust the one "
        r"\w+\b|\bonly (?:have|got) (?:the |this )?one \w+ (?:before|left|until|this|for)\b",
        r"\b(?:only|just|merely|no more than|barely|hardly) (?:\w+ ){0,4}?(?:left|remain\w*|available|in stock|"
        r"free|open|exist)\b",
        r"\b(?:one|two|three|four|five|six|\d+|a few|few|a handful|handful|couple) (?:\w+ ){0,6}?(?:left|"
        r"remaining|remain)\b(?! (?:on|of|in) (?:the|my|our) (?:lease|contract|loan|guarantee|warranty|"
        r"term|visa))",
        r"\b(?:this|it|that|which|mine|here|these|those) (?:is|are|was|were|will be) (?:\w+ ){0,2}?the "
        r"(?:very )?last\b|\b(?:the|my|our) (?:very )?last (?:\w+ ){0,2}?(?:one|two|three|unit|slot|room|copy|"
        r"copies|pair|seat|place|spot|table|pallet|batch|lot|crate|piece|car|model|plot|flat|apartment|house|"
        r"available|in stock|of (?:its|their|the|this))\b",
        r"\b(?:sold out|selling out|sells? out|sell(?:s|ing)? (?:fast|like|quickly)|going fast|flying "
        r"off|fly off|"
        r"nearly gone|almost gone|all gone|snapped up|fully booked|booked (?:out|up|solid|until)|filling up|"
        r"fills? up|running (?:low|out)|run out of|out of stock|stock is|in short supply|hard to (?:find|"
        r"come by|"
        r"get)|nowhere else|last few|while stocks? lasts?|no others?|none left|will not last|does not last)\b",
        r"\bdown to (?:my|our|the) (?:very )?(?:last|final)\b|\b(?:my|our|the) final (?:crate|batch|box|bottle|"
        r"unit|slot|seat|room|copy|pallet|lot|piece|ticket|one)\b|\bas good as (?:gone|sold|taken|full)\b|"
        r"\b(?:nobody|no one) else\b.*\b(?:stocks?|sells?|has|makes?|carries|offers?)\b|\b(?:waiting|wait) "
        r"?list\b|\bdemand (?:is|has|for|was|keeps|remains)\b|\b(?:high|huge|strong|enormous|massive|growing|"
        r"great|such) demand\b|\beverybody (?:wants|is after)\b|\beveryone (?:wants|is after)\b",
        r"\b(?:will|would) not be any (?:more|other|others)\b|\bno more of\b|\b(?:for good|for ever|"
        r"discontinued|"
        r"no longer (?:made|produced|printed|available|grown)|last (?:batch|run|of the line)|end of "
        r"the line|out "
        r"of print|production (?:ends|stops|has stopped))\b",
        r"\b(?:with|given|such is|seeing|considering) (?:the|this|so much|all this) (?:demand|interest|rush|"
        r"run)\b|\b(?:nearly|almost|practically|virtually) (?:all |everything )?(?:gone|sold|taken|booked|"
        r"empty)\b|\bjust (?:this|these|that|those) (?:\w+ )?(?:\w+ )?(?:remain\w*|left)\b|\b(?:any|much|many|"
        r"anything) left (?:by|after|soon|tomorrow|at)\b",
        r"\b(?:limited|rare) (?:number|supply|stock|edition|availability|quantity|quantities|run|places|seats|"
        r"slots)\b|\bonce in a lifetime\b|\bone of a kind\b|\b(?:only|single) (?:one|two|three|\d+) "
        r"(?:of (?:its|"
        r"their|these|those|this)|ever|in (?:the|all|this))\b|\bthe only (?:\w+ ){1,4}?(?:left|available|for "
        r"miles|in (?:the|this|all)|on the market|of its kind|anyone)\b",
        r"\b(?:diary|calendar|schedule|order book|books?|slots?|seats|places|spots|rooms|dates|tables) "
        r"(?:is|are|"
        r"was) (?:\w+ ){0,2}?(?:full|packed|crammed|gone|taken|tight|filling|going|disappearing|limited|scarce|"
        r"down to)\b|\bno (?:more |other |further )?(?:slots?|seats?|places?|rooms?|dates?|units?|stock|spots?|"
        r"copies|appointments?)\b(?: \w+){0,3} (?:left|until|available|before|free|this|in)\b",
    )
)
