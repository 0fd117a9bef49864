"""Is the other side lured with business to come that nobody has settled?"""

from __future__ import annotations

import re

_HORIZON = (
    r"(?:for (?:many |several |the next \w+ |\w+ )?(?:years?|seasons?|decades?|ages)|for (?:ever|"
    r"good|life)|forever|every (?:single )?"
    r"(?:year|summer|winter|spring|autumn|season|month|week|time|christmas|easter|event|wedding|"
    r"party)|each (?:year|summer|season|month|"
    r"time)|from (?:now|here|then|that day) on\w*|again and again|time and again|year after year|"
    r"year in|in (?:the )?future|always|"
    r"next (?:year|season|summer|spring|autumn|winter|time|month)|years to come|as well|after (?:this|"
    r"that)|afterwards|"
    r"from \d{4} on\w*|the rest of|all (?:our|my|the) (?:other )?\w+s|a long time|in \d{4}|by \d{4}|"
    r"later this year|the year after)"
)
_CUSTOM = (
    r"(?:need|use|order|book|hire|call|buy|come|return|send|bring|recommend|refer|renew|extend|"
    r"keep|want|have you|employ|engage|commission|"
    r"print|stay|choose|pick|take|sell|stock|rent|feed|fly|ship|spend|give you|shop|eat|work with|"
    r"switch|move|place)"
)
_CIRCLE = (
    r"(?:friends?|uncles?|aunts?|brothers?|sisters?|cousins?|colleagues?|neighbours?|family|relatives?|"
    r"parents|boss|partners?|clients?|"
    r"customers?|members|teams?|club|parish|office|company|firm|village|street|school|class|choir|"
    r"department|branch\w*|hotels?|shops?|"
    r"stores?|sites?|subsidiar\w+|group|network|followers|guests|estate|congregation|union|association|"
    r"headquarters|everyone|everybody)"
)
_LURES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:i|we) (?:\w+ )?(?:will|shall|am going to|are going to)(?: \w+){{0,2}}? {_CUSTOM}\b(?=.*\b(?:you|"
        rf"your|yours|here)\b).*"
        rf"\b{_HORIZON}\b",
        rf"\b(?:my|our|the (?:whole|entire|other)|all (?:of )?(?:my|our)) (?:[\w']+ ){{0,5}}?{_CIRCLE}(?: "
        rf"'s \w+)?(?: \w+){{0,3}}? (?:will|are "
        r"going to|is going to|would)(?: \w+){0,2}? (?:come|order|buy|follow|use|book|call|switch|hire|"
        r"want|sign|be knocking|knock|join|flock|"
        r"queue|all be|be|become|need|ask for|return|hear|go)\b(?=.*\b(?:you|your|yours|suit|here|this|"
        r"it|after|too|as well|next)\b)",
        r"\b(?:plenty|lots?|loads|much|a lot|tons|heaps) (?:\w+ )?more (?:where|to come|of (?:this|"
        r"these|that)|work|jobs|orders|business|in the "
        r"pipeline)\b|\bonly the (?:start|beginning|first)\b|\b(?:start|beginning|first) of (?:a (?:long|"
        r"rich|great|beautiful|big|"
        r"lasting)|something|many|years|much)\b",
        r"\bnext (?:\w+ ){0,3}?(?:jobs?|orders?|projects?|contracts?|weddings?|part(?:y|ies)|tours?|"
        r"shows?|films?|seasons?|years?|books?|"
        r"flats?|houses?|buildings?) (?:is|are|will be|go|goes) (?:as good as )?(?:all )?(?:yours|to "
        r"you|with you)\b|\b(?:is|are|will be) "
        r"yours (?:too|as well|next|after|for)\b|\b(?:contract|market|account|territory|region) (?:is|"
        r"are|will be) yours\b",
        r"\b(?:customers?|clients?|guests?|fans?|buyers?|regulars?|tenants?) for (?:life|ever|good|"
        r"years|decades)\b|\b(?:regular|loyal|steady|"
        r"lifelong) (?:customer|client|guest)s? (?:of yours|in me|for)\b|\byou (?:will|would) (?:never|"
        r"not|no longer) (?:\w+ )?(?:be|have|"
        r"lack|need|want|worry|see|run)\b.*\b(?:empty|without|again|short|out of|quiet|idle|ads?|advertis\w+|"
        r"look for|another (?:customer|"
        r"client))\b",
        r"\bknock\w* (?:on|at|down) your door\b|\bkeep you (?:busy|going|in work)\b|\byour (?:calendar|"
        r"diary|order book|books|till|phone|"
        r"schedule|inbox|shop|beds|tables) (?:will|is going to) (?:\w+ )?(?:be full|fill|ring|overflow|"
        r"burst|never)\b|\b(?:open|opens) (?:\w+ )?"
        r"doors (?:for|to) you\b|\bmake you (?:rich|famous|a (?:fortune|name|star|partner|director))\b|"
        r"\bput you on the map\b|\bflood of "
        r"(?:orders|customers|work|bookings)\b",
        r"\b(?:marriage|partnership|friendship|relationship|collaboration) for (?:decades|years|life)\b|"
        r"\bbring (?:you )?(?:my|our) (?:whole|entire|"
        r"full) \w+|\bmake it up to you\b|\bworth your while\b|\brepay you\b|\breturn the favour\b|"
        r"\b(?:will|shall) (?:never|not ever) (?:\w+ )?"
        r"(?:use|need|go to|buy from|hire|ask|call|look at) (?:another|other|anyone else|any other|"
        r"somebody else)\b|\byour (?:investment|money|"
        r"savings|outlay|costs?|stake) (?:will|is going to) (?:be back|double|triple|grow|pay|return|"
        r"come back|multiply)\b|\bopens? (?:\w+ ){1,4}to "
        r"you\b|\b(?:need|want|order|buy|take) (?:\w+ )?(?:more|lots|plenty) (?:of \w+ )?(?:soon|later|"
        r"next|in \w+|very soon|before long)\b|"
        r"\bset for life\b|\bdine out on\b|\balways be (?:first|top|our|my)\b|\b(?:your|our) customers? "
        r"until\b|\bmore of (?:these|this|them|those) coming\b|\bcoming your "
        r"way\b|\bkeep (?:on )?coming back\b|"
        r"\b(?:members|fans|followers|readers|guests|students|employees|residents|parents|visitors) will "
        r"(?:all )?(?:buy|order|book|use|come|call|hire|flock|queue|run)\b",
        rf"\byou (?:will|are going to|get|shall) (?:\w+ )?(?!be paid)(?:get|have|be|become|supply|cater|"
        rf"do|handle|run|make|print|build|manage|see)\b"
        rf"(?: \w+){{0,6}}? (?:all (?:our|my|the)|every|our (?:other|next|whole|entire|biggest|main|"
        rf"only|sole)|(?:more|further|repeat|follow up) "
        rf"(?:orders|work|business|jobs)|{_HORIZON})\b",
        rf"\b(?:i|we) (?:will|shall|am going to|are going to) (?:see to it|make sure|ensure|guarantee|"
        rf"arrange|get)\b.*\b{_CIRCLE}\b.*\b"
        r"(?:orders?|buys?|uses?|hires?|books?|calls?|comes?|you)\b",
    )
)
_HEDGED = re.compile(
    r"\b(?:perhaps|maybe|might|may|could|hope\w*|possibl\w+|not sure|depends?|would like|intend|"
    r"plan|if (?:i|we) (?:like|are happy)|"
    r"can not|no promise\w*|whether|asked|said|want to|wish|no more|no further|nothing|do not|paid|"
    r"deliver\w*|invoice|warranty|guarantee the work)\b"
)


def lures(sentence: str) -> str:
    """The words of a normalised sentence that hold out further business as certain; '' where there are none."""
    if _HEDGED.search(sentence):
        return ""
    return next((m[0] for m in (p.search(sentence) for p in _LURES) if m), "")
