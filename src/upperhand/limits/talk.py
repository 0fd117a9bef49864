"""Does a clause speak of the present talk and its offer, ask inwardly, guess, or require, rather than vouch?"""

from __future__ import annotations

import re

from upperhand.limits.clauses import Clause

_THE_OFFER = (  # what the talk itself is made of
    r"(?:offers?|proposals?|prices?|packages?|bundles?|deals?|agreements?|contracts?|drafts?|points?|terms|details?|amounts?|"
    r"sums?|orders?|rest|dates?|days?|place|venue|time|times|plans?|figures?|fees?|rents?|salary|wages?|pay|scope|ball|doors?|"
    r"choices?|questions?|issues?|matters?|decisions?|table|agenda|start|deposit|discount|instalments?|payments?|delivery|"
    r"conditions?|clauses?|options?|schedule|timetable|quote|quotation|bid|rate|term|length|duration|quantity|number|list|"
    r"summary|gap|difference|sticking points?|next steps?|meetings?|talks?|phase|part|half)"
)
_STANDS = (
    r"(?:settled|open|signed|decided|agreed|fixed|pencilled|pending|taken|done|clear|set|final|closed|firm|flexible|negotiable|"
    r"yours|mine|ours|up to|off|on|in your|in our|in my|not|still|for later|later|enough|missing|unclear|undecided|outstanding|"
    r"needed|left|there|here|here to|ready|written|split|due|payable|free|optional|separate|extra|as|what|where|how|that|to)"
)
_STATUS = re.compile(
    rf"^(?:the|this|that|our|my|these|those|both|all|most|some|no|every|any)? ?(?:\w+ ){{0,2}}?{_THE_OFFER}(?: (?:i|we|you) \w+)?"
    rf"(?: \w+){{0,3}}? (?:is|are|was|were|has|have|stays?|stands?|remains?)(?: been)?(?: \w+){{0,2}}? {_STANDS}\b"
)
_HOLDS = re.compile(
    rf"^(?:the|this|that|our|my|each|every)? ?(?:\w+ )?{_THE_OFFER} (?:has|have|includes?|consists?|contains?|comes?|covers?|leaves?|"
    r"runs?|lasts?|starts?|ends?|begins?|takes?|applies|holds?|gives?|counts?|works? out|is|are)\b"
)
_NONE_YET = re.compile(
    r"^(?:nothing|no \w+|none of (?:it|this|that)|not everything|everything(?: else)?|all of (?:it|this|that)) (?:\w+ )?(?:is|are|has been|"
    r"have been|was)(?: \w+)? (?:signed|decided|settled|agreed|fixed|final|said|taken|made|set|lost|promised|binding|open|negotiable)\b"
)
_INWARD = re.compile(
    r"^(?:and |but |so |or )?(?:whether|when|how|why|where|who|whose|which|that neither|that both|what (?:happens?|goes|comes|i|we|"
    r"you|they|it|would|to|is left|remains|matters|counts|worries|troubles|helps|interests|bothers))\b"
)
_GUESS = re.compile(
    r"\b(?:guess|estimate|hunch|i think|i guess|i suppose|i believe|i reckon|as far as|if i am not mistaken|from memory|roughly|"
    r"i may be wrong|i might be wrong|or so i|in my eyes|to my mind|for my taste|my feeling|gut)\b(?!.*\b(?:certified|tested|expert)\b)"
)
_REQUIRES = re.compile(
    r"\b(?:has|have|had|needs?|ought) (?:\w+ )?to (?!be (?:certified|the))(?!offer)|\b(?:in mind|is what (?:i|we)|are what (?:i|we)|"
    r"i ask for|we ask for|i am after|we are after|i would need|we would need|no need|optional|costs? (?:me|us)|"
    r"\d[\d.,]* (?:\w+ )?(?:more|extra|on top)|on (?:my|our) side|from (?:my|our) side|on (?:my|our) part|for (?:me|us)|with (?:me|us)|"
    r"to (?:me|us)|suits? (?:me|us|you)|fine by|differs? from|says? otherwise|says? something else|only just|just (?:begun|started|arrived)|"
    r"nobody else|new to this|first time|your court|water under|whichever|either way|fair (?:enough|point)|one step|same page|"
    r"common ground|middle|halfway)\b"
)
_DAILY = re.compile(
    r"\b(?:children|kids|school|bedtime|dinner|lunch|supper|church|market|class|classes|shift|practice|training|"
    r"rehearsals?|office hours)\b.*\b(?:at|till|until|from|on|still|o clock)\b(?: \w+)?"
)


def present_talk(clause: Clause, text: str, vouched: bool) -> bool:
    """Whether a clause needs no proof because of what it does.

    It says where the talk stands or what the offer holds, asks inwardly, guesses, requires, tells what suits me or the
    day's routine. ``vouched``: it also vouches for a quality, sweeps, or cites somebody; then only what is about the
    talk itself is let through.
    """
    past = clause.tense in ("past", "perfect")
    if _INWARD.match(text) or _NONE_YET.match(text):
        return True
    if _STATUS.match(text) and not (past and vouched):
        return True
    if vouched:
        return bool(re.search(r"\b(?:i|we) have in mind\b|\bis what (?:i|we) (?:ask|want|need|offer|propose)\b", text))
    if _HOLDS.match(text) and not past:
        return True
    return bool(_GUESS.search(text) or (not past and (_REQUIRES.search(text) or _DAILY.search(text))))
