"""Does a clause speak of the present talk and its offer, ask inwardly, guess, or require, rather than vouch?"""

from __future__ import annotations

import re

from upperhand.limits.clauses import Clause

_THE_OFFER = (  # what the talk itself is made of
    r"(?:offers?|proposals?|prices?|packages?|bundles?|deals?|agreements?|contracts?|drafts?|points?|"
    r"terms|details?|amounts?|"
    r"sums?|orders?|rest|dates?|days?|place|venue|time|times|plans?|figures?|fees?|rents?|salary|"
    r"wages?|pay|scope|ball|doors?|"
    r"choices?|questions?|issues?|matters?|decisions?|table|agenda|start|deposit|discount|instalments?|"
    r"payments?|delivery|"
    r"conditions?|clauses?|options?|schedule|timetable|quote|quotation|bid|rate|term|length|duration|"
    r"quantity|number|list|"
    r"summary|gap|difference|sticking points?|next steps?|meetings?|talks?|phase|part|half|versions?|"
    r"variants?|renewal)"
)
_STANDS = (
    r"(?:settled|open|signed|decided|agreed|fixed|pencilled|pending|taken|done|clear|set|final|"
    r"closed|firm|flexible|negotiable|"
    r"yours|mine|ours|up to|off|on|in your|in our|in my|not|still|for later|later|enough|missing|"
    r"unclear|undecided|outstanding|"
    r"needed|left|there|here|here to|ready|written|split|due|payable|free|optional|separate|extra|"
    r"as|what|where|how|that|to)"
)
_STATUS = re.compile(
    rf"^(?:the|this|that|our|my|these|those|both|all|most|some|no|every|any)? ?(?:\w+ ){{0,2}}?{_THE_OFFER}(?: "
    rf"(?:i|we|you) \w+)?"
    rf"(?: \w+){{0,3}}? (?:is|are|was|were|has|have|stays?|stands?|remains?)(?: been)?(?: \w+){{0,2}}? "
    rf"{_STANDS}\b"
)
_HOLDS = re.compile(
    rf"^(?:the|this|that|our|my|each|every)? ?(?:\w+ )?{_THE_OFFER} (?:has|have|includes?|consists?|"
    rf"contains?|comes?|covers?|leaves?|"
    r"runs?|lasts?|starts?|ends?|begins?|takes?|applies|holds?|gives?|counts?|works? out|is|are)\b"
)
_NONE_YET = re.compile(
    r"^nothing speaks against\b|^all in all\b|\bnot been (?:discussed|mentioned|raised|talked)\b|"
    r"\bonly this (?:job|order|one)\b|"
    r"^(?:i|we) are (?:\w+ )?at the (?:beginning|start|end)\b|\bto (?:my|our|your) taste\b|\bonly "
    r"\w+ (?:i|we) have seen\b|"
    r"^(?:nothing|no \w+|none of (?:it|this|that)|not everything|everything(?: else)?|all of (?:it|"
    r"this|that)) (?:\w+ )?(?:is|are|has been|"
    r"have been|was)(?: \w+)? (?:signed|decided|settled|agreed|fixed|final|said|taken|made|set|"
    r"lost|promised|binding|open|negotiable)\b"
)
_INWARD = re.compile(
    r"^(?:and |but |so |or )?(?:whether|when|how|why|where|who|whose|which|that neither|that both|"
    r"what (?:happens?|goes|comes|i|we|"
    r"you|they|it|would|to|is left|remains|matters|counts|worries|troubles|helps|interests|bothers))\b"
)
_GUESS = re.compile(
    r"\b(?:guess|estimate|hunch|i think|i guess|i suppose|i believe|i reckon|as far as|if i am "
    r"not mistaken|from memory|roughly|"
    r"i may be wrong|i might be wrong|or so i|in my eyes|to my mind|for my taste|my feeling|gut)\b(?!.*\b(?:certified|"
    r"tested|expert)\b)"
)
_REQUIRES = re.compile(
    r"\b(?:has|have|had|needs?|ought) (?:\w+ )?to (?!be (?:certified|the))(?!offer)|\b(?:in mind|"
    r"is what (?:i|we)|are what (?:i|we)|"
    r"i ask for|we ask for|i am after|we are after|i would need|we would need|no need|optional|"
    r"costs? (?:me|us)|"
    r"\d[\d.,]* (?:\w+ )?(?:more|extra|on top)|on (?:my|our) side|from (?:my|our) side|on (?:my|"
    r"our) part|for (?:me|us)|with (?:me|us)|"
    r"to (?:me|us)|suits? (?:me|us|you)|fine by|differs? from|says? otherwise|says? something else|"
    r"only just|just (?:begun|started|arrived)|"
    r"nobody else|new to this|first time|your court|water under|whichever|either way|fair (?:enough|"
    r"point)|one step|same page|"
    r"common ground|middle|halfway)\b"
)
_DAILY = re.compile(
    r"\b(?:children|kids|school|bedtime|dinner|lunch|supper|church|market|class|classes|shift|practice|"
    r"training|"
    r"rehearsals?|office hours)\b.*\b(?:at|till|until|from|on|still|o clock)\b(?: \w+)?"
)


_OWN_LACK = re.compile(
    r"^(?:i|we) (?:have|had|did|do|am|are) (?:not|never) (?:\w+ )?(?:test|check|measur|look|seen|"
    r"see|tri|try|us|open|ask|heard|hear|read|thought|"
    r"decid|kept|keep|know|knew|driven|drive|certified|insured|trained|qualified|sure|count)\w*\b(?! "
    r"(?:a|any|one) (?:single|complaint))"
)
_PLANNED = re.compile(
    r"\b(?:is|are|am) (?:coming|arriving|meeting|starting|going|visiting|joining|moving|bringing|"
    r"sending|picking|leaving|travelling)\b|"
    r"\bwill (?:play|come|arrive|start|begin|finish|bring|meet|take place|be there|be back|pick|"
    r"collect|send|call|join|visit|show|explain|move)\b|"
    r"^(?:i|we) (?:start|finish|open|close|meet|begin|work|eat|rehearse|train) (?:on|at|from|in|"
    r"until|every|each)\b|"
    r"\bfor (?:the |my |our )?\w+(?: \w+)? to (?:decide|say|judge|settle)\b"
)
_READ_THERE = re.compile(
    r"\b(?:says?|states?|written|reads?|stands?|mentions?|printed) (?:\w+ ){0,2}?(?:in|on) (?:your|"
    r"the)\b|\b(?:do|does|did) not (?:\w+ )?"
    r"(?:match|agree|add up|fit|tally)\b|^the (?:trick|story|idea|point|reason|secret|easiest|hardest|"
    r"best thing|first step|thing)\b|"
    r"\bthan (?:i|we|you) do$|^(?:he|she|they) (?:told|said)\b|\bas the tag says\b"
)


_THEIR_WORK = re.compile(
    r"^(?:mr \w+ |mrs \w+ |ms \w+ |dear \w+ )?(?:the|that|this|those|these) (?:\w+ ){1,2}you \w+\b"
)


BEHAVES = re.compile(
    r"\b(?:comes? from|stems? from|grew|grows?|do(?:es)? not (?:\w+ )?(?:make|sell|shed|fade|shrink|"
    r"smell|need|require|lose|leak|rust|break|"
    r"crack|burn|bite|bark|kick|scratch|hurt|fail|stain|run|jam|stick|overheat|wear|drip|squeak|"
    r"freeze|flood|crash|charge|cost))\b"
)
ORIGIN = re.compile(
    r"\b(?:bought|built|made|painted|wove|carved|designed|commissioned|restored|sewed|planted|bred|"
    r"imported)\b.*\b(?:from|by|in|at|"
    r"himself|herself|themselves|with)\b"
)
DONE_TO = re.compile(r"\b(?:been|being|was|were|got) (?:\w+ly )?[a-z]{3,}(?:ed|en|wn|ught|ilt|pt)\b")
RIVALS_OF_YOURS = re.compile(r"your (?:\w+ )?(?:competitors?|rivals?|neighbours?|peers|competition)\b")
DID = re.compile(
    r"^(?:i|we)(?: \w+ly)? (?:sang|swam|drove|flew|taught|grew|bred|won|wove|rode|led|ran|fought|"
    r"danced|coached|cooked|trained|studied|"
    r"graduated|qualified|served|worked|played|performed|exhibited|managed|[a-z]{3,}ed)\b"
)
PAPER = (
    r"(?:invoice|contract|lease|clause|page|paragraph|letter|mail|ad|advert|listing|register|land "
    r"register|photo|"
    r"photograph|picture|table|tariff|tariff table|log|list|stock list|price list|catalogue|timetable|calendar|"
    r"minutes|sheet|draft|agreement|terms|law|statute|deed|plan|map|drawing|brochure|website|bill|"
    r"notes|statement|"
    r"survey|testimonial|receipt|ticket|form|forecast)"
)
CITES = re.compile(
    rf"^(?:the|this|that|your|their|a|my) (?:\w+ ){{0,3}}?{PAPER}s?\b(?: \w+){{0,4}}? (?:say|says|"
    rf"said|show|shows|showed|give|gives|gave|state|states|mention|mentions|list|lists|has|have|"
    rf"put|puts|name|names|read|reads|speaks?|describes?|quotes?|lets?|allows?|is|are)\b|\b(?:as|"
    rf"like) (?:the|your|our) (?:\w+ )?{PAPER} (?:says|shows|states|provides)\b|^(?:it|this|that) "
    rf"(?:is )?(?:mentions|printed|written|stated|clause|attached|enclosed)\b|\bis (?:attached|"
    rf"enclosed)\b|\b(?:statutory|legal duty|by law)\b"
)
DISCOURSE = re.compile(
    r"\b(?:this (?:call|meeting|talk|mail|letter|conversation)|our (?:talk|meeting|conversation|"
    r"discussion|chat|"
    r"friendship|relationship|last \w+)|the (?:agenda|attachment|table|following|above|below|decision|trouble|"
    r"choice|rest|truth)|attached|enclosed|next step|(?:a|one|two|three|some|my|our|another|only|few) (?:\w+ "
    r")?(?:points?|questions?|concerns?|ideas?|suggestions?|thoughts?|proposals?|requests?|conditions?|"
    r"packages?|"
    r"ways?|things? (?:i|we|to|that)|reasons? (?:i|we)|worr(?:y|ies)|room (?:to|for)|hurry|rush)|"
    r"^here (?:is|are)\b|^what (?:i|we) have is this|"
    r"part of the (?:price|deal|offer|package)|the full package|plenty of time|same price|on "
    r"the (?:agenda|way)|is about)\b"
)


def present_talk(clause: Clause, text: str, vouched: bool) -> bool:
    """Whether a clause needs no proof because of what it does.

    It says where the talk stands or what the offer holds, asks inwardly, guesses, requires, tells what suits me or the
    day's routine. ``vouched``: it also vouches for a quality, sweeps, or cites somebody; then only what is about the
    talk itself is let through.
    """
    if _THEIR_WORK.match(text) or re.search(r"\b(?:my|a|only a) (?:\w+ )?guess$", text):
        return True
    if _OWN_LACK.match(text) or _PLANNED.search(text) or _READ_THERE.search(text):
        return True
    past = clause.tense in ("past", "perfect")
    if _INWARD.match(text) or _NONE_YET.search(text):
        return True
    if _STATUS.match(text) and not (past and vouched):
        return True
    if vouched:
        return bool(re.search(r"\b(?:i|we) have in mind\b|\bis what (?:i|we) (?:ask|want|need|offer|propose)\b", text))
    if _HOLDS.match(text) and not past:
        return True
    return bool(_GUESS.search(text) or (not past and (_REQUIRES.search(text) or _DAILY.search(text))))
