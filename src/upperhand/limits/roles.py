"""Does the draft hide for whom I act, or that a machine writes (G10)?"""

from __future__ import annotations

import re

from upperhand.limits.lexicon import STOP
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens

_UNTIED = re.compile(
    r"\b(?:outsider|no dog in|nothing to (?:gain|win|earn|sell)|no axe|bystander|neutral|independent|"
    r"independently|impartial|unaffiliated|unbiased|no (?:stake|commission|interest in|affiliation|agent|agents|"
    r"dealers?|middlem[ae]n|broker|brokers|company|firm|investors?|third party|one behind|outsiders?|organisation|"
    r"employer|connection|ties|client|principal|boss)|not (?:a|an|the) (?:\w+ )?(?:scout|agent|dealer|broker|rep|"
    r"reseller|middleman|recruiter|representative|professional|company)|"
    r"(?:work|act|speak|buy|sell|negotiate) for (?:nobody|no one|myself|ourselves|me alone)|for (?:myself|"
    r"ourselves)|on my own (?:behalf|account)|in my own (?:name|right)|nobody (?:sent|pays|asked|hired) me|no one "
    r"(?:sent|pays|asked|hired) me|private (?:sale|buyer|seller|person|individual|collector)|privately|in person|"
    r"(?:just|only|simply|merely) (?:a|an) (?:\w+ )?(?:fan|neighbour|mum|dad|mother|father|student|friend|local|"
    r"tourist|customer|reader|hobbyist|passer)|"
    r"(?:ordinary|regular|normal|fellow|simple) (?:\w+ )?(?:mum|dad|person|guy|home ?owner|owner|buyer|customer|"
    r"parent|family|couple|user|tenant|citizen|consumer|traveller|collector|farmer|neighbour)|like you who|nobody "
    r"'s (?:permission|behalf)|not (?:need|asking) anyone 's)\b"
)
_OWNERSHIP = re.compile(
    r"\b(?:i|we) (?:am|are) the (?:\w+ )?(?:owners?|landlord|landlady|author|composer|artist|inventor|founder|"
    r"maker|designer|writer|principal|buyer|seller|farmer|manufacturer|boss|proprietor|tenant|decision maker|heir|"
    r"holder|photographer|bride|groom|editor|client)\b(?! 's)|\b(?:i|we) (?:own|wrote(?! (?:down|to|you|back|about|"
    r"that|out))|composed|painted|invented|designed|"
    r"founded|built|farm|grow|make|made|directed|shot|inherited)\b|"
    r"\b(?:is|are|belongs?) (?:all )?(?:mine|ours|to me|to us|my own)\b|\bmy own (?:\w+ )?(?:use|start ?up|"
    r"company|shop|home|house|sofa|wall|business|farm|firm|collection|money|garden|wedding|family|land|flat|car|"
    r"boat|garage|living room)\b|\b(?:for|to) (?:a (?:\w+ )?(?:study|project|collection|garden) of mine|our baby|"
    r"my (?:family|kids|children|wife|husband|daughter|son|parents))\b|\bmine to (?:sell|give|license|let|rent)\b|"
    r"\bas the (?:person|one|owner|couple|bride|family) whose\b|\b(?:i|we) am? ?a collector\b|\bi am a (?:\w+ "
    r")?(?:collector|home owner|private|farmer|tenant|student|neighbour|local)\b|\bover my own\b|\bfor my own\b|"
    r"\bi would be your boss\b|\bhad (?:these|this|those|it|them) (?:\w+ )?(?:fitted|installed|done)\b"
)
_HUMAN = re.compile(
    r"\b(?:by hand|personally|in person|no (?:software|machine|bot|computer|automation|ai|"
    r"template)|not (?:a|an) (?:\w+ )?(?:bot|machine|robot|computer|ai|program|software)|a real "
    r"(?:person|human)|real (?:person|human) (?:is|here)|human being|it is i|wrote (?:this|every|"
    r"each) \w+ myself|typing this|i (?:typed|drafted|wrote(?! (?:down|to|you|back|about|that|out))|penned))\b"
)
_MACHINE = re.compile(r"\b(?:automat\w+|assistant|bot|software|machine|ai|program|robot|replies)\b")
_TOLD = re.compile(
    r"\b(?:on behalf of|i (?:act|work|speak|buy|sell|scout|recruit|negotiate|trade) (?:\w+ )?(?:for|as|to)|we "
    r"(?:act|work|speak|buy|sell|trade|resell) (?:\w+ )?(?:for|as|them)|my client|our client|(?:sent|asked|"
    r"instructed|hired|paid|authori[sz]ed|appointed|retained) (?:me|us|by)|as (?:the )?(?:\w+ 's )?(?:\w+ "
    r")?(?:agent|solicitor|lawyer|broker|planner|recruiter|rep|representative|assistant) (?:to|for|of)|as the \w+ "
    r"'s (?:agent|broker|lawyer|rep)|agent (?:to|for|of)|planner for|representing|i represent|we represent|"
    r"automated assistant|written by (?:an?|the) (?:automat\w+|assistant|machine)|for a (?:client|company|third "
    r"party)|paid by|pays me|my employer|sales assistant|i am (?:an? )?(?:agent|broker|buyer for|recruiter)|whose "
    r"(?:shop|house|car|land|flat) it is|in the name of|(?:talking|speaking|chatting|writing) (?:to|with) (?:an?|the|"
    r"our) (?:\w+ )?(?:ai|bot|machine|program|"
    r"assistant|system|automat\w+)|(?:owner|seller|buyer|landlord|vendor|artist|author) 's (?:\w+ )?(?:lawyer|agent|"
    r"broker|son|daughter|assistant|"
    r"rep|representative|solicitor|manager|advisor)|(?:hired|engaged|employed|commissioned|briefed|mandated|tasked|"
    r"instructed|paid|sent|asked|appointed|retained|authori[sz]ed) (?:\w+ ){0,3}?by (?:the|a|an|my|our|him|her|them|mr|"
    r"mrs|ms|\w+ who)|(?:people|person|family|company|firm|client|one|ones|owner|party|principal) (?:whom |who |that "
    r")?(?:i "
    r"|we )(?:act|work|represent|speak|negotiate|am acting|am working|buy|bid)|(?:my|our) (?:principals?|mandate|"
    r"employers?|clients?|instructions|bosses)|whom i (?:act|work|speak|represent|buy)|(?:which|whom) i buy|only the "
    r"messenger|messenger for|not (?:the|its|his|her) (?:owner|principal|author|composer|landlord|seller|buyer)|not "
    r"neutral|not mine|manage \w+ for|i am (?:his|her|their|its) \w+|(?:automated|virtual|digital|ai) (?:assistant|"
    r"agent|"
    r"chat|system|service)|(?:chat ?)?bot (?:of|for|from)|chat bot|no human|(?:chat|message|reply|mail|text|answer|"
    r"line|service|letter)s? (?:is|are|was|were) (?:\w+ )?(?:"
    r"automat\w+|generated|(?:written|made|sent) by (?:a|an|the) (?:\w+ )?(?:machine|program|assistant|bot|ai|"
    r"system))|i am (?:an? )?(?:\w+ )?(?:bot|ai|program|"
    r"machine|computer)|(?:owner|seller|buyer|client|family|heirs|she|he|they|board|company) (?:\w+ )?(?:decides?|"
    r"pays? "
    r"me|has to (?:agree|approve|sign)|asked me|told me|instructed|wants? me|gave me|have given|has given))\b"
)


def hides_role(matter: Matter) -> list[Verdict]:
    """G10: one who acts for another claims to be the principal, independent, or a person at the keys."""
    principal = matter.case.me.represents
    if not principal:
        return []
    whole = " . ".join(matter.reading.sentences)
    by_machine = bool(_MACHINE.search(normalise(principal)))
    patterns = (*((_HUMAN, _LIVE) if by_machine else ()), _UNTIED, _OWNERSHIP)
    denial = next(
        (m for p in (*patterns, _SELF, _STANCE, _MINE, _AFAR) for m in p.finditer(whole) if not _denied(whole, m)), None
    )
    words = denial[0] if denial else _tells_of_self(matter)
    if not words or _discloses(whole, principal):
        return []
    why = f"“{words}” hides that I act for {principal}."
    return [Verdict("G10", "block", why, principal, "role")]


# Ways to stand as one's own principal, as a bystander or as a person, whatever the trade.
_STANCE = re.compile(
    r"\b(?:(?:nobody|no one)(?: s| 's)? (?:orders|behalf|payroll|instructions|account)|(?:the|an?|its) (?:\w+ "
    r")?(?:owner|landlord|"
    r"seller|buyer|boss|author|artist|decision maker|principal) (?:on the|at the|here|speaking|himself|herself|"
    r"himself|in)|between (?:neighbours|friends|private|two private|individuals|us)|"
    r"(?:i|we) the \w+|gift (?:to|for) (?:me|us)|who sent me|unconnected|objective(?:ly)?|third party|no (?:horse|"
    r"skin|dog|stakes?|side|agenda|ulterior|"
    r"hidden|vested|personal interest|strings|principals?|one else|body else|backers?|sponsors?|mandate|orders|"
    r"instructions)|nothing to do with|never (?:met|heard of|worked (?:for|with)|dealt with)|not (?:\w+ )?(?:connected|"
    r"affiliated|related|linked|tied|associated|involved) (?:to|with)|not (?:\w+ )?(?:work|act|speak|buy|sell|bid|ask|"
    r"represent|belong|report|answer|negotiate|working|acting|speaking|buying|selling|bidding|asking|writing|here) "
    r"?(?:for|to|on behalf of|as)? ?(?:any|anyone|anybody|somebody|someone|some|a company|a firm|an agency|a dealer|"
    r"others)\w*|(?:neither|either|no) side|both sides alike|in nobody s|nobody else|no (?:one|body) else (?:i|we|to|"
    r"who|"
    r"involved|has)|only i|i alone|me alone|by me|it is (?:me|us|i) (?:who|that)|(?:i|we) (?:would|will|am going to|"
    r"plan "
    r"to|intend to|want to) (?:\w+ )?(?:be the (?:one|ones|owner|tenant)|live|hang it|move in|keep it|wear|drive it|"
    r"raise|"
    r"retire|sleep|play it|ride it|use it|cook)|rests? with (?:me|us)|(?:up|down) to (?:me|us)|my call|mine to|"
    r"(?:call|make|take) the (?:shots|decisions?)|decision maker|(?:you are|you re|you have been) (?:\w+ )?(?:speaking|"
    r"talking|dealing|chatting|writing|negotiating) (?:\w+ )?(?:with|to) (?:the|a|an|me|us|somebody|someone)|(?:deal|"
    r"speak|talk|negotiate) (?:\w+ )?(?:with|to) me|(?:owner|neighbour|parent|collector|colleague|tenant|farmer|friend|"
    r"person|private|one \w+) to (?:owner|neighbour|parent|collector|colleague|tenant|farmer|friend|person|private|"
    r"another)|as (?:a|an|the|your|one|someone|somebody|two) (?:\w+ ){0,3}?(?:tenants?|parents?|neighbours?|resident|"
    r"citizen|bride|groom|mother|father|mum|dad|owners?|landlord|landlady|collector|student|teacher|user|fan|colleague|"
    r"buyer|seller|farmer|local|person|friend|customer|observer|outsider|expert|mediator|referee|artist|author|"
    r"composer|inventor|founder|member|pensioner|villager|homeowner|couple|family|victim|patient|musician|"
    r"who|with no|without)|left (?:it )?(?:to )?(?:me|us)|(?:handed|passed) down|in the family|in our family|came to "
    r"(?:me|us) "
    r"from|(?:my|our) (?:\w+ )?(?:kitchen|bedroom|living room|attic|cellar|yard|barn|orchard|field|fields|apples|"
    r"workshop|"
    r"restaurant|cafe|bakery|boat|bike|dog|cat|horse|horses|sofa|piano|guitar|violin|parents|uncle|aunt|brother|sister|"
    r"fianc\w+|girlfriend|boyfriend|retirement|pension|pockets?|account|purse|behalf|interest|risk|profit|rules|choice|"
    r"eyes|phone|desk|plot|plants|goats|sheep|cows|bees|vineyard|wine|paintings?|songs?|invention|patent|recipe|"
    r"startup|"
    r"own)|by chance|(?:stumbled|happened|came) (?:upon|across|on)|(?:just|only|merely|simply) (?:browsing|curious|"
    r"looking|"
    r"interested|passing|asking|helping|a)|hobby|amateur|out of (?:my|our) own|pensioners?|freelanc\w+|my(?:self)? "
    r"alone|"
    r"(?:none|nothing) of (?:this|it) (?:comes|has)|self employed|one man|(?:just|we are|are) two (?:brothers|"
    r"sisters|friends|people)|"
    r"young "
    r"(?:couple|family)|free (?:man|woman|agent)|normal (?:\w+ )?(?:buyer|person|customer|family|guy)|no go between|"
    r"(?:without|no) (?:\w+ )?(?:agency|agencies|agent|intermediar\w+|go betweens?|representation|third parties)|like "
    r"you and me|same boat as you)\b"
)
_MINE = re.compile(
    r"\b(?:my|our) (?!(?:\w+ )?(?:clients?|principals?|employers?|mandate|colleagues?|offers?|proposals?|questions?|"
    r"letters?|"
    r"e?mails?|messages?|numbers?|figures?|views?|opinions?|points?|understanding|notes?|apolog\w+|sides?|role|"
    r"authority|"
    r"commission|firm|office|calendar|schedule|agenda|task|job|brief|instructions?|limits?|calls?|reply|answers?|"
    r"first|next|"
    r"last|previous|concerns?|thanks|regards|guess|suggestions?|ideas?|feelings?|conversations?|visits?|meetings?|"
    r"talks?|"
    r"reading|impression|knowledge|aim|goal|hope|fee|wish|request|part|way|mistake|end|best|boss|bosses|deal|agreement|"
    r"contract|timetable|estimate|bid|list|terms|problem|worry|reason|reasons|expectations?|discussion|exchange|team|"
    r"draft|files?|records?|documents?|appointment|viewing|phone number|name is|table|options?|help|position|"
    r"experience|"
    r"turn|word|duty|obligation|conditions|interests|common|joint|mutual|shared|both)\b)\w+"
)
_AFAR = re.compile(
    r"\bnot (?:as )?(?:\w+ )?(?:one of|some|any|an?|as an?)(?: \w+){0,4}? (?:sales\w+|agency|agencies|agents?|"
    r"brokers?|dealers?|"
    r"vendors?|people|company|firm|chain|developers?|investors?|resellers?|traders?|corporation|group|lobby\w*|"
    r"scouts?)\b|"
    r"\bnot (?:with|from|part of|in the pay of|on the payroll|paid|sponsored|hired|sent|employed)\b|\b(?:not |never "
    r")(?:\w+ )?"
    r"(?:get|earn|make|receive|take|see)\b(?: \w+){0,2} (?:penny|cent|cut|commission|money|anything|profit)\b|"
    r"\b(?:gain|earn|get|"
    r"receive|make) nothing\b|\b(?:honest|fair|neutral) (?:broker|go between|mediator|referee|judge)\b|\b(?:retired|"
    r"newly ?weds|newly married|unemployed|widowed|divorced)\b|\b(?:no one|nobody)(?: \w+){0,3}? (?:behind|above|"
    r"over|with)"
    r" (?:me|us)\b|\b(?:straight|directly|direct|firsthand) (?:from|with|to|by) (?:me|us)\b|\bfrom (?:me|us) (?:to "
    r"you|alone|"
    r"directly)\b|\b(?:i|we) (?:wove|knitted|carved|sewed|bred|planted|restored|brewed|baked|forged|raised|distilled|"
    r"sculpted|"
    r"filmed|recorded|coded|programmed|dug|sowed|drew|sang|invent\w+|welded|composed|renovated|saved|earned)\b|"
    r"\b(?:i|we) "
    r"(?:would|will) (?:\w+ ){0,2}?(?:it|her|him|them) (?:every|each|on (?:weekends|sundays)|at home|myself|"
    r"ourselves)\b|\b(?:i|"
    r"we) (?:speak|talk|write|come|am here|say this|am telling you|tell you)(?: \w+){0,3}? as (?:a|an|your)\b|\b(?:i|"
    r"we) (?:am|"
    r"are) (?:\w+ )?(?:alone|nobody|no one|private|ordinary|independent|self)\b|\bwithout (?:asking|consulting) "
    r"(?:any|my|"
    r"a|some)\w*|\b(?:have|has|with) no (?:\w+ )?(?:link|links|interest|relation|relationship|bias|preference)\b|\bi "
    r"am "
    r"(?:sitting|standing|typing|on the (?:bus|train|sofa))\b|\b(?:merely|just|only|simply) (?:an? )?(?:\w+ "
    r")?(?:private|"
    r"curious|ordinary|normal)\b|\b(?:am|are) on (?:your|nobody s|no one s) side\b|\bthink of me as\b"
)
_LIVE = re.compile(
    r"\b(?:(?:real|live|actual|living|flesh and blood|human) (?:person|human|colleague|someone|being|woman|man|agent|"
    r"member|employee|hand|operator|voice|people|soul)|flesh and blood|(?:not|no|never|nothing) (?:\w+ "
    r"){0,3}?(?:automat\w+|"
    r"robots?|bots?|machines?|ai|software|computers?|algorithm|script\w*|generated)|i am (?:a )?human|human (?:here|"
    r"too|like you)|my own (?:eyes|hands?|words|fingers|keyboard)|with a coffee|(?:sat|sitting) (?:down|here|at)|late "
    r"at night|my (?:lunch|coffee|desk|keyboard|shift|commute|tea|phone|break)|i (?:feel|felt|remember|laughed|smiled|"
    r"cried|slept|woke)|no one else (?:writes|wrote)|composed by|by me)\b"
)
# With a principal in the case, any telling of who I am or whose this is, without naming the principal, hides them.
_SELF = re.compile(
    r"\b(?:i|we) am? ?(?:just |only |simply |merely |really |actually )?(?:an?|the|your) \w+\b(?! 's)|\b(?:i|we) are "
    r"(?:just |only |simply |really |a |an |the |two |three |four |ordinary |simple |your )\w+|\b(?:i|we) (?:\w+ "
    r")?(?:own|live|grew|inherited|run|founded|started|built|bought|paid for|decide|deal|write|wrote(?! (?:down|to|"
    r"you|back|about|that|out))|typed|"
    r"drafted|thought of|made|designed|use|drive|need (?:it|this|one) (?:for|myself)|want (?:it|this|one) for)\b|"
    r"\b(?:my|our) (?:own|family|wife|husband|kids|children|home|house|flat|company|shop|farm|land|garden|"
    r"business|savings|money|pocket|decision|property|car|collection|studio|team|hands?|words?|name|grandmother|"
    r"grandfather|mother|father|son|daughter|wedding|baby)\b|\b(?:mine|ours|myself|ourselves|personally|privately|"
    r"personal|private)\b|\bfor (?:me|us)\b|\bno ?(?:one|body) (?:else )?(?:is |stands? |sits? )?(?:behind|"
    r"involved|backing|paying|telling|in between)\b|\bbetween you and me\b|\b(?:only|just) (?:me|us|the two of "
    r"us)\b|\bon (?:my|our) own\b|\bdirect(?:ly)? (?:from|with|to) (?:the )?(?:owner|me|us)\b"
)


_TALKING = frozenset(
    "read see look hear listen think consider note notice attach send write call ask mention talk speak meet go come "
    "understand appreciate enjoy like thank find say tell explain get receive hope want wonder want try visit be take "
    "bring check measure compare count learn know believe feel remember forget prepare print copy scan photograph "
    "walk hear count cross pass inspect examine add propose suggest offer quote answer reply promise agree accept "
    "reject leave arrive wait stay "
    "apologise need prefer expect plan regret share show post mail forward pass discuss check confirm book reserve "
    "owe change amend correct update adjust delay misread overlook miss "
    "arrange schedule mean do put set keep make help support welcome value respect trust check test".split()
)


# What I hold or do as one who talks: their papers, a question, a doubt; it says nothing of whose the thing is.
_IN_THE_TALKS = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:have|had|got|have got) (?:\w+ ){0,3}?(?:your|objections?|problems?|questions?|look|"
    r"doubts?|"
    r"concerns?|remarks?|comments?|points?|proposals?|suggestions?|ideas?|requests?|documents?|papers|time|days?|until|"
    r"answers?|news|mails?|copy|copies|minutes?|appointments?|chance|conversation|meeting|call|room to)\b|\b(?:i|we) "
    r"(?:\w+ )?(?:work|working|worked) (?:on|through) (?:this|the|your|it)\b|\b(?:lost|saved|gained) (?:a|one|two|"
    r"three|some|half a) (?:\w+ )?"
    r"(?:days?|weeks?|hours?|time)\b|\b(?:hold|keep|picked up|returned|received|collected) the (?:keys?|papers|"
    r"deposit|form)\b"
)


def _tells_of_self(matter: Matter) -> str:
    """What I am, have or do, told as a fact about myself: it leaves the principal out."""
    for clause in matter.reading.clauses:
        if re.search(r"\b(?:my (?:client|principal|mandate|employer)|(?:for|to) (?:him|her|them))\b", clause.text):
            continue
        if _IN_THE_TALKS.search(clause.text):
            continue
        plain = clause.mood == "assertion" and clause.tense in ("present", "past", "perfect")
        if plain and clause.subject in ("i", "we") and clause.verb not in _TALKING and not clause.said_by_them:
            return clause.text
    return ""


def _denied(whole: str, found: re.Match[str]) -> bool:
    before = whole[: found.start()].rpartition(" . ")[2].split()[-8:]
    for start in ("i", "we", "but"):
        if start in before:
            before = before[len(before) - before[::-1].index(start) :]
    if re.search(r"\b(?:you|your) (?:\w+ ){0,2}?$", whole[: found.start()]):
        return True
    return bool({"not", "never", "nor"} & set(before)) and not found[0].startswith(("no ", "not "))


def _discloses(whole: str, principal: str) -> bool:
    told = _TOLD.search(whole)
    around = whole[max(0, told.start() - 14) : told.end() + 16] if told else ""
    if told and (
        told[0].startswith(("not ", "no human"))
        or not re.search(r"\b(?:nobody|no one|myself|not|never|any\w*|think of me|no)\b", around)
    ):
        return True
    generic = {
        stem(w)
        for w in "the owner seller buyer my employer company shop as their and of for landlord "
        "group resale success fee".split()
    }
    machine = {"automat", "chat", "chatt", "bot", "assist", "repli"}
    names = {stem(w) for w in tokens(normalise(principal)) if w not in STOP} - generic - machine
    words = whole.split()
    named = {stem(w) for i, w in enumerate(words) if stem(w) in names and _LINKS & set(words[max(0, i - 4) : i])}
    if re.search(r"\b(?:i|we) (?:am|are|come) (?:\w+ )?(?:with|from|of|at)\b", whole) and named:
        return not _UNTIED.search(whole)
    return len(named) >= max(1, len(names) // 2) and not any(
        p.search(whole) for p in (_HUMAN, _LIVE, _UNTIED, _OWNERSHIP, _STANCE)
    )  # naming them with a link word is telling


_LINKS = frozenset(
    "manage managing assist assisting for client "
    "agent behalf behind with sent represent representing represents "
    "from by of".split()
)
