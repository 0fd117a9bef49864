"""Does a sentence tie the deal to the moment: an offer that perishes, a decision now, a price on thinking it over?"""

from __future__ import annotations

import re

OFFER = (
    r"(?:offers?|pric\w+|deals?|discounts?|quot\w+|rates?|bonus\w*|figures?|numbers?|amounts?|sums?|terms|conditions|"
    r"coupons?|vouchers?|codes?|promo\w*|proposals?|salary|wages?|margins?|rebates?|specials?|waiv\w+|fees?|rent|"
    r"seats?|slots?|place|upgrades?|gifts?|goodies?|extras?|concessions?|packages?|positions?|posts?|reductions?|"
    r"free|cheap\w*|perks?|sweeteners?|options?|reservations?|bids?|invitations?|chances?|opportunit\w+|it|this|"
    r"these|everything|yours|half price|percent|%|\d+)"
)
_PERISH = (
    r"(?:expir\w+|laps(?:es?|ed|ing)|vanish\w*|disappear\w*|die[sd]?|dying|dead|void|gone|melt\w*|evaporat\w+|"
    r"destruct\w*|explod\w+|dissolv\w+|runs? out|withdraw\w*|withdrawn|pull(?:ed|s)?|cancels?|self cancels?|off the "
    r"table|over|history|toast|shrink\w*|fad(?:es?|ing)|wakes? up|ends?|ended|stops?|clos(?:es?|ed)|shuts?|goes away|"
    r"go away|slip\w* away|fl(?:y|ies) away|walks? away|turns? (?:into|back)|reverts?|resets?|jumps?|is off|are off|"
    r"goes|go back|goes? up|rises?|climbs?|doubles?|drops? (?:by|to|off|out)|worth less|expiry|"
    r"(?:not|never|no longer) (?:\w+ )?(?:\w+ )?(?:survive|last|be (?:here|there|had|repeated|available|around|"
    r"valid|honou?red|offered|on)|stand|stay|exist|repeat\w*|apply|wait|hold|keep|promise|guarantee|come (?:back|"
    r"again)|return|see|get|live|extend\w*)|never (?:to be )?repeated|to someone else|to somebody else|to the next|"
    r"to another|relist\w*|back on the market|pumpkin)"
)
_MEET = (
    r"(?:leav(?:e|es|ing)|left|hang(?:s|ing)?|walk(?:s|ing|ed)?|get(?:s|ting)? (?:up|in|on|off|out)|stand(?:s|ing)?|"
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
    r"instant|visit|call|meeting|chat|session|conversation)|(?:\d+|one|two|three|four|five|six|ten|twelve|fifteen|"
    r"twenty|thirty|forty|sixty|ninety|half|an|a few|a couple of|few) ?(?:and a half |an )?(?:more )?(?:seconds?|secs?|"
    r"minutes?|mins?|hours?|hrs?|heartbeats?|breaths?)|the hour|the minute|end of (?:the |this |our |my |business "
    r")?(?:day|play|call|meeting|talk|visit|chat|song|shift|session|conversation|zoom|coffee|lunch|dinner|evening|"
    r"business)|close of (?:business|play)|cob|eod|by return|return of (?:mail|post)|(?:before|by|until|till|over|"
    r"after) (?:the |this |our |my )?(?:lunch(?:time)?|dinner|dessert|breakfast|coffee|supper|tea|bedtime|sunset|"
    r"sundown|nightfall|sunrise|closing time|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
    r"(?: (?:sharp|o clock|pm|am|p m|a m|tonight|today|tomorrow|this|at the latest))?(?= |$)(?! (?:may|june|july|"
    r"august|september|october|november|december|january|february|march|april|days?|weeks?|months?|years?|"
    r"people|guests|percent|%|euros?|th|nd|st)))|"
    rf"(?:until|till|before|by the time|while|once|when|the (?:moment|second|minute|instant)|as soon as|as long as|"
    rf"after|unless) (?:\w+ ){{1,6}}?{_MEET}|(?:the|this|my|our) (?:zoom|timer|kettle|door)|same day|next "
    r"(?:\d+|few|five|ten|thirty|sixty) \w+|(?:in|within) (?:a|the|one) (?:minute|hour|moment|breath|flash|second)|"
    r"this (?:\w+ )?breath|by the (?:minute|hour|second|day))"
)
LATER = (
    r"(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|(?:the )?\d+(?: ?(?:st|nd|rd|th))|\d+ (?:may|june|"
    r"july|august|september|october|november|december|january|february|march|april)|end of (?:the )?(?:week|month|"
    r"year|quarter)|(?:forty eight|twenty four|\d+|two|three) (?:hours|days)|next week|monthly? end|this week)"
)
DECIDE = (
    r"(?:decid\w+|decision|sign\w*|signature|answer\w*|accept\w*|acceptance|commit\w*|agree\w*|say (?:yes|the word)|"
    r"tell me (?:yes|no)|yes or no|yes|shake|shak\w+|settle\w*|deal|(?:make|made) (?:up )?your (?:mind|choice)|your "
    r"mind|in or out|sold|buy|pay|take it|grab|book|order|deposit|initial|ink|nod|confirm\w*|verdict|reply|respond|"
    r"choose|close (?:it|this|the|now|this|tonight|today)|hand on|pen|go ahead|lock (?:it|this)|transfer|let me know|"
    r"yours)"
)
_THINKING = (
    r"(?:sleep\w* (?:on|over)|think\w*|hesitat\w+|wait\w*|dither\w*|delay\w*|compar\w+|shop\w* around|look\w* "
    r"(?:around|elsewhere)|ask (?:your|a|an|any)\w*|ask\w* (?:around|others|someone|for time)|have to ask|"
    r"(?:call|ring|phone|consult|show|speak to|talk to|talk with|check with|bring in|involve|run it past|run it by) "
    r"(?:\w+ )?(?:your|a|an|the|another|any|somebody|someone|others?|them|him|her|husband|wife|"
    r"partner|lawyer|family)|go(?:ing)? home|come back|go away|need (?:more |a )?(?:time|days?|night|week|weekend|to "
    r"(?:think|ask|check|talk|consult|call|read))|want (?:more |a )?(?:time|days?|night|to (?:think|ask|check|talk|"
    r"consult|compare|read))|take (?:your|too|more) (?:time|long)|read\w* it|overnight|ponder\w*|mull\w*|linger\w*|"
    r"dawdl\w+|procrastinat\w+|stall\w*|drag\w*|postpone\w*|slow|too long|put (?:it|this) off|get (?:a|another) "
    r"(?:quote|opinion))"
)
_LOSS = (
    rf"(?:{_PERISH}|lose|loses|lost|forfeit\w*|miss(?:es)?|pay (?:the )?(?:list|full|more)|full price|list price|"
    r"(?:sticker|normal|regular|old|usual|standard) (?:price|rate|fee|terms|conditions|tariff)|higher|dearer|more "
    r"expensive|costs? (?:you|another|more)|add (?:\w+ )?\d+|i add|charge|off|void|someone else|somebody else|next "
    r"(?:name|one|person|buyer|candidate|caller|in line|on the list)|else gets|declined|rejected|out of|nobody|not at "
    r"all|forget (?:it|about)|no deal|never|do not get|does not|worse|goes with|too late|regret|"
    r"(?:you are|that is|we are|i am|it is) (?:out|done|off|gone))"
)
_RULES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{OFFER}\b(?: \w+){{0,9}}? {_PERISH}\b(?=.*\b(?:{SPOT}|{LATER})\b)",
        rf"\b(?:{SPOT}|after {LATER})\b(?: \w+){{0,9}}? {OFFER}\b(?: \w+){{0,6}}? {_PERISH}\b",
        rf"\b{OFFER}\b(?: \w+){{0,8}}? (?:only|good|valid|open|alive|available|stands?|holds?|held|keep\w*|reserved?|"
        rf"yours|on the table|counts?|applies|guaranteed|lasts?|is for|to you|you|gives?|is)(?: \w+){{0,5}}? (?:until|"
        rf"till|while|as long as|within|for the next|for (?:another |the )?(?=\d+|one|two|five|ten|fifteen|twenty|"
        rf"thirty|half|an|a few)|for today|exactly|up to|through)(?: \w+){{0,4}}? ?\b(?:{SPOT}|{LATER}|compare|ask)\b",
        rf"\b(?:if|once|as soon as|when|should|the (?:moment|second|minute)|whoever|who|unless|every|each|per|those who)"
        rf"\b(?: \w+){{0,7}}? {_THINKING}\b(?=.*\b{_LOSS}\b)",
        rf"\b{_LOSS}\b(?: \w+){{0,6}}? (?:if|once|as soon as|when|the (?:moment|second|minute)|with every|each|every) "
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
        rf"\b(?:keep|hold|give|guarantee|promise|honou?r|leave|offer|extend|freeze|block|lock)\w*(?: \w+){{0,4}}? {OFFER}\b"
        rf"(?: \w+){{0,4}}? (?:until|till|while|as long as|within|for the next|for another|before|only) ?(?:\w+ ){{0,3}}?"
        rf"(?:{SPOT})\b|\b(?:keep|hold|held|reserve\w*|give|save)\b(?: \w+){{0,5}}? (?:{SPOT})\b(?=.*\b(?:then|only|"
        rf"after|or)\b)|\b(?:keep|hold)\w*(?: \w+){{0,4}}? {OFFER}\b(?: \w+){{0,3}} {SPOT}\b",
        r"\b(?:read|check|think|ask|talk|look|stud|review|call|go through)\w*(?: \w+){0,4} (?:later|afterwards|another time|"
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
_IDIOM = re.compile(
    r"\b(?:strike while|iron is hot|snooze|blink and|flash (?:deal|sale|offer)|one time (?:only|offer|deal|price)|"
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
    rf"\b(?:i|we|he|she|they|hr|my boss) (?:\w+ )?(?:need|wants?|expect|require|demand|insist\w*|must have|would need|ask "
    rf"for|would have|have to have|should have|must know|want it)\b(?: \w+){{0,6}}? ?{DECIDE}\b|\byou (?:\w+ )?(?:must|have to|"
    rf"have got to|need to|had better|should|got to|ought to|are to|will have to)\b(?: \w+){{0,5}}? ?{DECIDE}\b|"
    rf"^(?:so |and |but |well |then |come on |please |kindly |just |ok |right |either )*(?:decide|sign|answer|say "
    r"(?:yes|the|it|so)|tell me|take it|grab|shake|pay|make (?:up )?your|give (?:me|us) (?:a|an|your)|commit|agree|"
    r"accept|buy|order|book|kindly confirm|confirm by return|initial|we close|we settle|we shake|we sign)\b|\bgive "
    rf"(?:me|us) (?:an?|your|the) (?:\w+ )?{DECIDE}\b|\b(?:what do you say|what is it|yes or no|in or out|deal or no "
    rf"deal|sold or not|do we have a deal|are we (?:doing|agreed|on))\b|\blet us (?:\w+ )?{DECIDE}\b|\byour (?:\w+ "
    r")?(?:answer|signature|decision|acceptance|reply|commitment|yes|word)\b(?: \w+){0,3} (?:by|before|within|now|at|"
    r"due|is (?:due|needed|required|expected))\b|\b(?:has|have|got|needs?) to be (?:\w+ )?(?:signed|settled|agreed|"
    r"decided|done|answered|an answer|a yes|today|tonight|now)\b|\b(?:wise|best|better|smart|advisable|time|good idea) to (?:\w+ )?(?:sign|decide|"
    r"say yes|accept|commit|agree|close|settle|buy|book|pay)\b|\bmust be (?:signed|settled|agreed|decided|accepted)\b"
)
_HELD_BACK = re.compile(
    rf"\b(?:nobody|no one|not|never|neither)\b(?: \w+){{0,3}}? (?:leav\w+|walk\w*|get(?:s|ting)? up|goes|go|going home|"
    rf"hang\w*|mov\w+|rest|out of)\b(?=.*\b(?:before|until|till|without|unless)\b(?: \w+){{0,5}} ?(?:{DECIDE}|an "
    r"agreement|settled|done)\b)"
)
_CALM = re.compile(
    r"\b(?:no need|need not|not (?:need|have|want) (?:you )?to (?:answer|decide|say|sign|reply|rush|hurry)|no (?:rush|"
    r"hurry|pressure|deadline|expiry|end date|time limit)|without (?:rush|hurry|pressure)|take (?:your|all the|the) "
    r"time|(?:is|are) not needed|if (?:possible|you like|that suits|it suits|you can|you are ready|that is too|you "
    r"prefer)|would you like|also (?:fine|works|ok)|works too|that is fine|is fine|or later|any ?time|whenever|does "
    r"not (?:expire|end|lapse|change|run out)|do not (?:expire|end|lapse)|(?:not|nothing) (?:\w+ )?(?:expires?|lapses?|"
    r"runs? out)|stays? (?:open|the same|valid)|remains? (?:open|the same)|still (?:stands?|be (?:there|open|valid))|"
    r"no longer in a hurry|extend it|gladly extend|can be extended|as long as you (?:need|like|want|wish)|same price|"
    r"change your mind|cooling off|could you (?:give|tell)|may i|asked (?:me|us|for)|i would need|i need (?:more|"
    r"until|time|a few|to (?:ask|check|think|talk|sleep))|we need (?:more|until|time|to (?:ask|check|think))|per "
    r"(?:day|hour|week|month) (?:of|for) (?:use|work|rent)|costs? nothing)\b"
)
_ASKING = re.compile(
    r"^(?:and |so |but |or |then )?(?:when|would|could|can|may|might|do|does|did|is|are|how|shall|which|why|where|who|"
    r"was|were|have|has|what (?:is|are|would|if|date|time|matters|about|happens)|by when)\b"
)


def calm(sentence: str) -> bool:
    """Whether a plain sentence gives time, or speaks of no haste at all."""
    return bool(_CALM.search(sentence))


def presses(sentence: str, asked: bool) -> tuple[str, bool] | None:
    """The words that press with time in one plain sentence, and whether a real expiry would excuse them."""
    sentence = sentence.replace(" 's", "")
    if calm(sentence) or (asked and _ASKING.match(sentence)):
        return None
    for pattern in _RULES:
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
