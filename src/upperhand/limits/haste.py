"""Does a sentence tie the deal to the moment: an offer that perishes, a decision now, a price on thinking it over?"""

from __future__ import annotations

import re

from upperhand.limits.ease import needs_nothing, untimed

OFFER = (
    r"(?:offers?|gestures?|goodwill|generous\w*|bargains?|commitments?|favou?rs?|pric\w+|deals?|discounts?|quot\w+|"
    r"rates?|bonus\w*|figures?|"
    r"numbers?|amounts?|sums?|terms|conditions|"
    r"coupons?|vouchers?|codes?|promo\w*|proposals?|salary|wages?|margins?|rebates?|specials?|waiv\w+|fees?|rent|"
    r"seats?|slots?|place|upgrades?|gifts?|goodies?|extras?|concessions?|packages?|positions?|posts?|reductions?|"
    r"free|cheap\w*|perks?|sweeteners?|options?|reservations?|bids?|invitations?|chances?|opportunit\w+|it|this|"
    r"these|everything|yours|half (?:price|off)|percent|%|\d+)"
)
_PERISH = (
    r"(?:expir\w+|laps(?:es?|ed|ing)|vanish\w*|disappear\w*|die[sd]?|dying|dead|void|gone|melt\w*|evaporat\w+|"
    r"destruct\w*|explod\w+|dissolv\w+|runs? out|withdraw\w*|withdrawn|pull(?:ed|s)?|cancels?|self cancels?|off the "
    r"table|over|history|toast|shrink\w*|fad(?:es?|ing)|wakes? up|ends?|ended|stops?|clos(?:es?|ed)|shuts?|goes away|"
    r"go away|slip\w* away|fl(?:y|ies) away|walks? away|turns? (?:into|back)|reverts?|resets?|jumps?|is off|are off|"
    r"goes|go back|goes? up|rises?|climbs?|doubles?|drops? (?:by|to|off|out)|worth less|expiry|"
    r"(?:not|never|no longer) (?:\w+ )?(?:\w+ )?(?:survive|last|be (?:here|there|had|repeated|available|around|"
    r"valid|honou?red|offered|on)|stand|stay|exist|repeat\w*|apply|wait|hold|keep|promise|guarantee|come (?:back|"
    r"again)|(?:available|valid|possible)|return|see|get|live|extend\w*)|never (?:to be )?repeated|to someone else|"
    r"to somebody else|to the next|"
    r"to another|relist\w*|back on the market|pumpkin)"
)
_MINE_FIRST = (  # something I am about to do ends their time
    r"(?:before|until|till|by the time|while|once|as soon as) (?:i|we|my|our|he|she|they|anyone|anybody|someone) "
    r"(?!(?:\w+ )?(?:"
    r"decide|answer|know|sign|hear|see|seen|read|check|ask|can|need|agree|commit|reply|start|send|deliver|understand|"
    r"order|build|"
    r"meet|pay|buy|could|may|might|choose|had|visit|speak|talk|get|receive|ship|install|move|view|looked|talked|"
    r"met)\b)\w+"
)
_MEET = (
    r"(?:docks?|sails?|returns?|starts?|begins?|boards?|leav(?:e|es|ing)|left|hang(?:s|ing)?|walk(?:s|ing|ed)?|"
    r"get(?:s|ting)? (?:up|in|on|off|out)|stand(?:s|ing)?|"
    r"sit(?:s|ting)?|clos(?:e|es|ing)|finish\w*|boils?|ends?|go|goes|going|driv(?:e|es|ing)|put(?:s|ting)? (?:down|"
    r"the|my|it)|log (?:off|out)|logs|blink\w*|count(?:s|ing)?|brings?|step\w*|turn(?:s|ing)?|cross(?:es)?|pass(?:es)?|"
    r"reach(?:es)?|open(?:s)?|drink\w*|eat\w*|cools?|cold|dry|rings?|arriv\w+|lasts?|runs?|talk(?:ing|s)?|"
    r"speak(?:ing)?|here|there|on the (?:phone|line|call)|together|in (?:the|this|my|a) (?:\w+ )?(?:room|shop|office|"
    r"mood|yard|car|showroom|store|building|stand|booth|line)|disconnect\w*|tab|page|changes?|hits?|sets?|goes down|"
    r"wakes?|breathe?|signed|agreed|out)"
)
SPOT = (
    r"(?:now|right now|today|tonight|midnight|noon|midday|at once|immediately|instantly|straight away|right away|on "
    r"the (?:spot|line|phone)|here and now|this (?:very )?(?:minute|second|moment|morning|afternoon|evening|hour|"
    r"instant|visit|call|meeting|interview|chat|session|conversation)|(?:in the course of|during|in|at|on|within|"
    r"over|through) "
    r"(?:this|the|our|"
    r"my|today s) (?:\w+ )?(?:visit|call|meeting|chat|session|conversation|fair|webinar|event|show|demo|drive|viewing|"
    r"drink|coffee|stand|booth|line|shop|talk)|as long as (?:this|my|the) \w+|before (?:the |this )?(?:weekend|week "
    r"end|holidays?)|(?:\d+|one|two|three|four|five|six|ten|twelve|fifteen|"
    r"twenty|thirty|forty|sixty|ninety|half|an|a few|a couple of|few) ?(?:and a half |an )?(?:more )?(?:seconds?|secs?|"
    r"minutes?|mins?|hours?|hrs?|heartbeats?|breaths?)|the hour|the minute|end of (?:the |this |our |my |business "
    r")?(?:day|play|call|meeting|class|interview|talk|visit|chat|song|shift|session|conversation|zoom|coffee|lunch|"
    r"dinner|"
    r"evening|"
    r"business)|close of (?:business|play)|cob|eod|by return|return of (?:mail|post)|(?:before|by|until|till|over|"
    r"after) (?:the |this |our |my )?(?:teatime|lunch(?:time)?|dinner|dessert|breakfast|coffee|supper|tea|bedtime|"
    r"sunset|"
    r"sundown|nightfall|sunrise|closing time|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
    r"(?: (?:sharp|o clock|pm|am|p m|a m|tonight|today|tomorrow|this|at the latest))?(?= |$)(?! (?:may|june|july|"
    r"august|september|october|november|december|january|february|march|april|days?|weeks?|months?|years?|"
    r"people|guests|percent|%|euros?|th|nd|st)))|"
    rf"(?:until|till|before|by the time|while|once|when|the (?:moment|second|minute|instant)|as soon as|as long as|"
    rf"after|unless) (?:\w+ ){{1,6}}?{_MEET}|(?:the|this|my|our) (?:zoom|timer|kettle|door)|same day|next "
    r"(?:\d+|few|five|ten|thirty|sixty) \w+|(?:in|within) (?:a|the|one) (?:minute|hour|moment|breath|flash|second)|"
    r"this (?:\w+ )?breath|by the (?:minute|hour|second|day)|for the duration of|in \d+$|"
    rf"{_MINE_FIRST})"
)
LATER = (
    r"(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|(?:the )?\d+(?: ?(?:st|nd|rd|th))|\d+ (?:may|june|"
    r"july|august|september|october|november|december|january|february|march|april)|end of (?:the )?(?:week|month|"
    r"year|quarter)|(?:forty eight|twenty four|\d+|two|three) (?:hours|days)|next week|monthly? end|this week)"
)
DECIDE = (
    r"(?:consent\w*|approv\w+|wrap\w* (?:this |it )?up|go ahead|form is in|sealed?|paperwork|decid\w+|decision|"
    r"sign\w*|signature|answer\w*|accept\w*|acceptance|commit\w*|agree\w*|say (?:yes|the word)|"
    r"tell me (?:yes|no)|yes or no|yes|shake|shak\w+|settle\w*|deal|(?:make|made) (?:up )?your (?:mind|choice)|your "
    r"mind|in or out|sold|buy|pay|take it|grab|book|order|deposit|initial|ink|nod|confirm\w*|verdict|reply|respond|"
    r"choose|close (?:it|this|the|now|this|tonight|today)|hand on|pen|go ahead|lock (?:it|this)|transfer|let me know|"
    r"yours)"
)
_THINKING = (
    r"(?:sleep\w* (?:on|over)|think\w*|hesitat\w+|wait\w*|dither\w*|delay\w*|compar\w+|shop\w* around|look\w* "
    r"(?:around|elsewhere)|ask (?:your|a|an|any)\w*|ask\w* (?:around|others|someone|for time)|have to ask|"
    r"(?:call|ring|phone|contact|consult|show|speak to|talk to|talk with|check with|bring in|involve|run it past|run "
    r"it by) "
    r"(?:\w+ )?(?:your|a|an|the|another|any|somebody|someone|others?|them|him|her|husband|wife|"
    r"partner|lawyer|family)|go(?:ing)? home|come back|go away|take (?:it|this|that|them) (?:home|away|with you)|"
    r"discuss\w*|need (?:more |a )?(?:time|days?|night|week|weekend|to "
    r"(?:think|ask|check|talk|consult|call|read))|want (?:more |a )?(?:time|days?|night|to (?:think|ask|check|talk|"
    r"consult|compare|read))|take (?:your|too|more) (?:time|long)|read\w* it|overnight|ponder\w*|mull\w*|linger\w*|"
    r"dawdl\w+|procrastinat\w+|stall\w*|drag\w*|postpone\w*|slow|too long|put (?:it|this) off|get (?:a|another) "
    r"(?:quote|opinion))"
)
_LOSS = (
    rf"(?:{_PERISH}|lose|loses|lost|forfeit\w*|i take|belongs? to|forget|given away|goes (?:to|with|back|straight)|"
    rf"let (?:it|them) to|"
    rf"vanish\w*|shuts|miss(?:es)?|pays? (?:the )?(?:list|full|more)|full price|list price|"
    r"(?:sticker|normal|regular|old|usual|standard) (?:price|rate|fee|terms|conditions|tariff)|higher|dearer|more "
    r"expensive|costs? (?:you|another|more)|add (?:\w+ )?\d+|i add|charge|off|void|someone else|somebody else|next "
    r"(?:name|one|person|buyer|candidate|caller|in line|on the list)|else gets|declined|rejected|out of|nobody|not at "
    r"all|forget (?:it|about)|no deal|never|do not get|does not|worse|goes with|too late|regret|"
    r"(?:you are|that is|we are|i am|it is) (?:out|done|off|gone|through|finished))"
)
_RULES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{OFFER}\b(?: \w+){{0,9}}? {_PERISH}\b(?=.*\b(?:{SPOT}|{LATER})\b)",
        rf"\b(?:{SPOT}|after {LATER})\b(?: \w+){{0,9}}? {OFFER}\b(?: \w+){{0,6}}? {_PERISH}\b",
        rf"\b{OFFER}\b(?: \w+){{0,8}}? (?:only|good|valid|open|alive|available|stands?|holds?|held|keep\w*|reserved?|"
        rf"yours|on the table|on offer|counts?|applies|guaranteed|lasts?|is for|to you|you|gives?|is)(?: "
        rf"\w+){{0,5}}? (?:until|"
        rf"till|while|as long as|within|for the duration|for the next|for (?:another |the )?(?=\d+|one|two|five|ten|"
        rf"fifteen|twenty|"
        rf"thirty|half|an|a few)|for today|exactly|up to|through)(?: \w+){{0,4}}? ?\b(?:{SPOT}|{LATER}|compare|ask)\b",
        rf"\b(?:if|once|as soon as|when|should|the (?:moment|second|minute)|whoever|who|unless|every|each|per|those "
        rf"who)"
        rf"\b(?: \w+){{0,7}}? {_THINKING}\b(?=.*\b{_LOSS}\b)",
        rf"\b{_LOSS}\b(?: \w+){{0,6}}? (?:if|once|as soon as|when|because|by|the (?:moment|second|minute)|with every|"
        rf"each|every) "
        rf"(?:\w+ ){{0,4}}?{_THINKING}\b",
        rf"\b(?:if|unless|should)\b(?: \w+){{0,6}}? (?:not|no|nothing|fail|without)\b(?=.*\b{DECIDE}\b)"
        rf"(?=.*\b(?:{SPOT}|by {LATER})\b)(?=.*\b{_LOSS}\b)",
        rf"^(?:think\w*|sleep\w*|wait\w*|hesitat\w+|dither\w*)\b(?: \w+){{0,5}} and\b(?=.*\b(?:{_LOSS}|up)\b)",
        r"\b(?:every|each|with each|with every) (?:\w+ )?(?:minutes?|hours?|days?|seconds?)\b(?: \w+){0,3} (?:you|your|"
        r"of|we)\b",
        rf"\b(?:after|from) (?:today|tonight|tomorrow|this (?:\w+)|now|midnight|that)\b(?=.*\b(?:{OFFER})\b)(?=.*\b"
        r"(?:old|full|normal|list|higher|usual|regular|again|no longer|not|back|double|gone|over|more)\b)",
        rf"^(?=.*\b{OFFER}\b).*\b(?:today|tonight|now|this (?:visit|call|evening|hour|minute|second|meeting|moment))\b"
        rf"(?=.*\b(?:not (?:for |until )?(?:tomorrow|later)|tomorrow (?:i|it|you|the)|or (?:not at all|never|not))\b)",
        rf"\b(?:keep|hold|give|guarantee|promise|honou?r|leave|offer|extend|freeze|block|lock)\w*(?: \w+){{0,4}}? "
        rf"{OFFER}\b"
        rf"(?: \w+){{0,4}}? (?:until|till|while|as long as|within|for the next|for another|before|only) ?(?:\w+ "
        rf"){{0,3}}?"
        rf"(?:{SPOT})\b|\b(?:keep|hold|held|reserve\w*|give|save)\b(?: \w+){{0,5}}? (?:{SPOT})\b(?=.*\b(?:then|only|"
        rf"after|or)\b)|\b(?:keep|hold)\w*(?: \w+){{0,4}}? {OFFER}\b(?: \w+){{0,3}} {SPOT}\b",
        r"\b(?:read|check|think|ask|talk|look|stud|review|call|go through)\w*(?: \w+){0,4} (?:later|afterwards|"
        r"another time|"
        r"after that|next week|at home)\b(?=.*\b(?:sign\w*|first|now|initial|pay|shake)\b)|\b(?:sign|initial|pay|shake|"
        r"commit)\w* (?:\w+ ){0,3}?(?:first|now)\b(?=.*\b(?:read|think|check|look|ask|talk)\w* (?:\w+ ){0,3}?(?:later|"
        r"afterwards|after)\b)|\b(?:can not|will not|not going to|no) wait\w* (?:for|until) (?:your|you to)\b",
        r"\b(?:next|first|last|only) (?:\w+ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|person|people|"
        r"caller|customer|buyer|one|visitor|guest)s?\b(?: \w+){0,4}? ?(?:callers?|who|that|to|gets?|takes?|through|"
        r"customers?|buyers?|sign\w*|only|pay)\b(?=.*\b(?:offer|special|discount|free|waive|gets?|bonus|price|deal|yes|"
        r"walks?|half)\b)|\b(?:waive|discount|free|bonus|special|price|deal|gift)\b.*\b(?:first|next) (?:\d+|two|three|"
        r"five|six|ten|few|person|caller|customer)\b",
        r"\b(?:quick|fast|immediate|instant|prompt|same day|on the spot|spontaneous|swift)\w* (?:decision|answer|"
        r"signature|yes|reply|acceptance|commitment|handshake|decider)s?\b(?=.*\b(?:gets?|earns?|wins?|lower|discount|"
        r"saves?|rewarded|slow|price|rate|required|needed|expected|must|only)\b)",
    )
)
_BLINDLY = re.compile(
    r"\b(?:do not|need not|never mind|no need to|need to|forget|skip|cut|stop|without|no point in|enough of|spare|"
    r"leave)\b"
    rf"(?: \w+){{0,3}}? ?(?:read\w*|{_THINKING}|ring\w*|call\w*|phon\w*|ask\w*|check\w*|consider\w*|lawyers?|appendix|"
    r"fine print|small print|details|questions?|consult\w*|bother\w*)\b(?=.*\b(?:sign\b|just say|say yes|initial|pay "
    r"(?:now|"
    r"first|me)|shake|decide|cash now|put your|tick|buy|trust me|agree\b))|\bwhat is (?:there )?(?:to (?:consider|"
    r"think|discuss|"
    r"check|wait)|keeping you|holding you|stopping you)|\bwhy (?:wait|hesitate|think|sleep|delay|not sign)\b|"
    r"\b(?:foolish|"
    rf"silly|mistake|pity|risky|unwise|shame|stupid|mad|crazy|regret|folly)\b(?: \w+){{0,3}}? ?(?:to|if you) (?:\w+ "
    rf"){{0,2}}?"
    rf"{_THINKING}|\bbother\w* (?:thinking|reading|asking|comparing|checking|calling)\b|\b(?:sign|initials?|"
    rf"signature|name)"
    r" (?:\w+ )?here\b|\b(?:here|now) or (?:it|we|i|not|never|nowhere)\b|\bpatience (?:lasts?|is|wears?|runs?|ends?)\b|"
    r"\b(?:life ?span|shelf life|half life|best before|use by)\b(?=.*\b(?:of|is|as)\b)(?=.*\b(?:mayfly|minute|hour|"
    r"snowflake|"
    r"tonight|today|butterfly|ice|day)\b)|\bmake me ask (?:again|twice)|\bask (?:you )?(?:only )?(?:once|one last "
    r"time)\b|\bnot (?:be )?offer\w* (?:this|it|that)(?: \w+)? again|"
    r"\bone signature away\b|\bgive me (?:a|your) (?:yes|hand|word)\b"
)
_TIED = re.compile(
    rf"\b(?:if|provided|providing|only if|as long as|so long as|on condition|when|depends on|tied to|in exchange for|"
    rf"for|assuming)"
    rf"\b(?: that)?(?: \w+)? (?:you|your)\b(?: \w+){{0,4}}? ?(?:{DECIDE}|say so|transfer|put down|hand over|"
    rf"subscribe|join)\b"
    rf"(?: \w+){{0,4}}? ?(?:{SPOT})\b"
)
_TWO_PRICES = re.compile(
    r"\d.*\b(?:right now|now|today)\b.*\b(?:tomorrow|later|in (?:a|an|one|two|half|\d+|ten|twenty) \w+)\b.*\d|"
    r"\b(?:today|now|tonight|this (?:hour|minute|evening|morning|week))\b(?: \w+){0,6}? \d[\d.,]*k?\b.*\b(?:tomorrow|"
    r"later|next|"
    r"afterwards|after|then)\b(?: \w+){0,8}? ?\d"
)
_ONLY_WHO = re.compile(
    rf"\b{OFFER}\b.*\b(?:those|people|anyone|whoever|everyone|customers?|guests?|visitors?|clients?|buyers?|you) "
    rf"(?:who |that |if "
    rf"you |only if you )?(?:\w+ )?(?:{DECIDE}|subscribe\w*|calls?|pays?|books?|orders?|joins?|registers?)\b(?: "
    rf"\w+){{0,3}}? ?"
    rf"(?:{SPOT})\b|\bonly (?:those|people|the ones|clients|buyers|tenants|customers) (?:who )?(?:\w+ "
    rf")?(?:{DECIDE})\b(?: \w+){{0,3}}? ?(?:{SPOT})\b"
    rf"|\bwhoever (?:calls?|signs?|pays?|decides?|books?)\b(?=.*\b(?:{SPOT})\b)"
)
_ELSE = re.compile(
    rf"\b(?:{DECIDE})\b(?=.*\b(?:{SPOT}|by {LATER})\b).*\b(?:or|else|otherwise|or else|failing (?:that|which)|"
    rf"thereafter|after "
    rf"which|if not)\b(?: \w+){{0,8}}? ?{_LOSS}\b|\b{OFFER}\b(?: \w+){{0,6}}? {_LOSS}\b(?: \w+){{0,3}} (?:if|unless)\b"
    rf"(?=.*\b(?:not|no|without|unless)\b)(?=.*\b(?:{SPOT}|{LATER})\b)|\b(?:not|never|no longer|can not)\b(?: "
    rf"\w+){{0,5}}? "
    rf"(?:same|this|that|these|such|the) {OFFER}(?: \w+){{0,3}}? (?:{SPOT}|{LATER}|again)\b|^(?:if|unless|should|"
    rf"once|when)\b"
    rf"(?: \w+){{0,5}}? (?:walk|leave|go|hang|drive|step|get up|return)\b(?=.*\b{_LOSS}\b)(?=.*\b{OFFER}\b)"
)
_IDIOM = re.compile(
    r"\b(?:not (?:be )?offer\w* (?:this|it|that) (?:\w+ )?again|think (?:fast|quick\w*)|be quick|not (?:hold|keep|"
    r"reserve|leave)\w*(?: \w+){0,3}? (?:overnight|open long)|(?:guarantee\w*|valid|available|honou?red|"
    r"yours|hold|held|survive|exist)(?: \w+)? beyond|would (?:\w+ )?(?:say yes|sign|take it|accept|decide)(?: "
    r"\w+){0,4} if i were you|strike while|iron is hot|snooze|blink and|flash "
    r"(?:deal|sale|offer)|one time (?:only|offer|deal|price)|"
    r"(?:once in a lifetime|never to be repeated|limited time|time limited|time sensitive)|sold or not|going going|"
    r"three two one|get off the fence|on the fence any longer|train is leaving|ship (?:has|is) (?:sail\w+|leaving)|"
    r"window (?:is )?clos\w+|door (?:is )?(?:closing|closes|shuts)|time is (?:running|almost|nearly|up|ticking)|"
    r"running out of time|clock (?:is|has|keeps)|sand in|hourglass|pen is (?:out|ready|here)|here is (?:the|a|my) pen|"
    r"act (?:now|fast|quickly)|before it is too late|do not (?:miss|wait|delay|dawdle|hesitate|overthink|sleep on)|"
    r"no (?:dawdling|dithering|delay|waiting)|can not (?:wait|keep (?:this|it) open|hold (?:this|it)) (?:for ?ever|any "
    r"longer|much longer|all day|long)|not (?:giving|leaving|granting) you (?:the|any|another|a) (?:weekend|night|"
    r"time|day|week|hour|minute)\w*|last (?:call|orders|chance)|better (?:book|buy|sign|act|decide|move|be quick)|"
    r"you have got (?:until|till)|you have (?:until|till)|gives? you (?:until|till)|i count to|while (?:it|the offer|"
    r"stocks?|they) lasts?|speak now|take it or leave it|now or|this is your moment|must not wait|too late (?:by|"
    r"tomorrow|in)|before (?:i|we) (?:change|come to) (?:my|our)|before my (?:mood|mind)|good mood|jump (?:on|at) "
    r"(?:it|this)|seize|no tomorrow|only today|today only)\b"
)
_DEMANDED = re.compile(
    rf"\b(?:i|we|he|she|they|hr|my boss) (?:\w+ )?(?:need|wants?|expect|require|demand|insist\w*|must (?:have|"
    rf"insist\w*)|would need|ask "
    rf"for|would have|have to have|should have|must know|want it)\b(?: \w+){{0,6}}? ?{DECIDE}\b|\byou (?:\w+ "
    rf")?(?:must|have to|"
    rf"have got to|need to|had better|should|got to|ought to|are to|will have to)\b(?: \w+){{0,5}}? ?{DECIDE}\b|"
    rf"^(?:so |and |but |well |then |come on |please |kindly |just |ok |right |either )*(?:decide|sign|answer|say "
    r"(?:yes|the|it|so)|tell me|take it|grab|shake|pay|make (?:up )?your|give (?:me|us) (?:a|an|your)|commit|agree|"
    r"accept|buy|order|book|approve|seal|wrap|kindly confirm|confirm by return|initial|we close|we settle|we shake|"
    r"we sign)\b|\bgive "
    rf"(?:me|us) (?:an?|your|the) (?:\w+ )?{DECIDE}\b|\b(?:what do you say|what is it|yes or no|in or out|deal or no "
    rf"deal|sold or not|do we have a deal|are we (?:doing|agreed|on))\b|\blet us (?:\w+ )?{DECIDE}\b|\byour (?:\w+ "
    r")?(?:answer|signature|decision|acceptance|reply|commitment|yes|word)\b(?: \w+){0,3} (?:by|before|within|now|at|"
    r"due|is (?:due|needed|required|expected))\b|\b(?:has|have|got|needs?) to be (?:\w+ )?(?:signed|settled|agreed|"
    r"decided|done|answered|an answer|a yes|today|tonight|now)\b|\b(?:wise|best|better|smart|advisable|time|good "
    r"idea) to (?:\w+ )?(?:sign|decide|"
    r"say yes|accept|commit|agree|close|settle|buy|book|pay)\b|\bmust be (?:signed|settled|agreed|decided|accepted)\b"
)
_HELD_BACK = re.compile(
    rf"\b(?:nobody|no one|not|never|neither)\b(?: \w+){{0,3}}? (?:leav\w+|walk\w*|get(?:s|ting)? up|goes|go|going home|"
    rf"hang\w*|mov\w+|rest|out of)\b(?=.*\b(?:before|until|till|without|unless)\b(?: \w+){{0,5}} ?(?:{DECIDE}|an "
    r"agreement|settled|done)\b)"
)
_CALM = re.compile(
    r"\b(?:no need|need not|(?:nobody|no one) (?:expects|needs|wants|asks) (?:you|an|a)|let us (?:stop|pause|break|"
    r"continue|end|meet)|or "
    r"(?:in (?:spring|summer|autumn|winter|\w+ ?weeks?|may|june|july|august)|next|later|another)|(?:nothing|neither) "
    r"changes|not (?:need|have|want) (?:you )?to (?:answer|decide|say|sign|reply|rush|hurry)|no (?:rush|"
    r"hurry|pressure|deadline|expiry|end date|time limit)|without (?:rush|hurry|pressure)|take (?:your|all the|the) "
    r"time|(?:is|are) not needed|(?:works|fine|ok|good) (?:as well|too|for me|for us)|i can not (?:decide|answer|"
    r"sign|commit)|if (?:possible|you like|that suits|it suits|you can|you are ready|that is too|you "
    r"prefer)|would you like|also (?:fine|works|ok)|works too|that is fine|is fine|or later|any ?time|take (?:the|a|"
    r"all) (?:week|day|night|weekend|month|evening)|rather not (?:decide|answer|sign|say)|whenever|does "
    r"not (?:expire|end|lapse|change|run out)|do not (?:expire|end|lapse)|(?:not|nothing) (?:\w+ )?(?:expires?|lapses?|"
    r"runs? out)|stays? (?:open|the same|valid)|remains? (?:open|the same)|still (?:stands?|be (?:there|open|valid))|"
    r"no longer in a hurry|extend it|gladly extend|can be extended|as long as you (?:need|like|want|wish)|same price|"
    r"change your mind|cooling off period|could you (?:give|tell)|may i|asked (?:me|us|for)|i would need|i need "
    r"(?:more|"
    r"until|time|a few|to (?:ask|check|think|talk|sleep))|we need (?:more|until|time|to (?:ask|check|think))|per "
    r"(?:day|hour|week|month) (?:of|for) (?:use|work|rent)|costs? nothing)\b"
)
_ASKS = re.compile(
    r"^(?:and |so |but |or |then )?(?:when|would|could|can|may|might|do|does|did|is|are|how|shall|which|why|where|who|"
    r"was|were|have|has|what (?:is|are|would|if|date|time|matters|about|happens)|by when)\b|\b(?:would|could|can|do|"
    r"are|will) you\b"
)


def calm(sentence: str) -> bool:
    """Whether a plain sentence gives time, or speaks of no haste at all."""
    return bool(_CALM.search(sentence)) or needs_nothing(sentence)


def presses(sentence: str, asked: bool) -> tuple[str, bool] | None:
    """The words that press with time in one plain sentence, and whether a real expiry would excuse them."""
    sentence = untimed(re.sub(r" 's\b|\b(?:\d+|all|both) at once\b", "", sentence), asked)
    blindly = _BLINDLY.search(sentence)
    if blindly and not re.match(r"(?:i|we) ", sentence):
        return blindly[0], False
    if calm(sentence) or (asked and _ASKS.search(sentence)):
        return None
    for pattern in (*_RULES, _TIED, _TWO_PRICES, _ONLY_WHO, _ELSE):
        found = pattern.search(sentence)
        if found:
            return found[0], True
    idiom = _IDIOM.search(sentence) or _HELD_BACK.search(sentence)
    if idiom:
        return idiom[0], False
    demand, spot = _DEMANDED.search(sentence), re.search(rf"\b{SPOT}\b", sentence)
    if demand and spot:
        return spot[0], True
    return None
