"""Who should not hear of it, what nobody wants known, and who in office could do harm: the words of a lever."""

from __future__ import annotations

import re


def any_of(words: str) -> str:
    """One of these words or phrases, one a comma; ``*`` stands for any ending."""
    parts = (p.strip().replace("*", r"\w*") for p in words.replace("\n", " ").split(","))
    return "(?:" + "|".join(p for p in parts if p) + ")"


_KIN = any_of("""wife, husband, spouse, parents, mother, father, mum, mom, dad, kids, children, family, daughter*, son,
sons, brother*, sister*, fianc*, girlfriend, boyfriend, ex, in laws, grandparents, grandmother, grandfather, granny,
grandkids,
grandchildren, uncle, aunt, cousin*, nephew, niece, friend*, mates, relatives""")
_OFFICE = any_of("""boss*, chief, ceo, employer*, supervisor*, manager*, hr, personnel, head office, headquarters,
dean, professor*,
principal, headteacher*, headmaster, teacher*, school*, nursery, faculty, university, college, police, prosecutor,
judge, court,
immigration, customs, tax*, irs, revenue, auditor*, inspector*, inspectorate, regulator*, ministry, minister, mayor,
council*,
board, committee, jury, panel, licensing, licence office, licensing office, authorit*, watchdog*, ombudsman,
bar association, chamber, guild,
union, association, federation, landlord*, insurer*, insurance, bank*, creditor*, investor*, shareholder*, sponsor*,
donor*,
parole officer, probation officer, social services, child services, youth office, health department, health office,
animal
control, planning, zoning, building control, permits, fire department, fire service, embassy, consulate,
visa office, job centre, jobcentre, benefits office, welfare,
church, parish, pastor, priest, vicar, bishop, commanding officer,
imam, congregation, club, team*, colleague*, coworker*, staff, crew,
classmates,
coach*, trainer, captain, press, paper, papers, newspaper*, journalist*, reporter*, media, radio, tv, editor*""")
_CROWD = any_of("""everyone, everybody, anyone, anybody, whole \\w+, entire \\w+,
every (?!day|week|month|year|time|hour)\\w+, all \\w+ \\w+,
neighbour*, neighbor*,
village, town, street, trade, industry, market, customer*, client*, guest*, patient*, pupil*, student*, tenant*,
member*,
supplier*, competitor*, rival*, reader*, follower*, subscriber*, audience, public, internet, online, web, facebook,
twitter,
instagram, tiktok, linkedin, youtube, forum*, group chat, chat group, review*, other \\w+, people, folks, builder*,
agenc*,
venue*, gallery, galleries, publisher*, buyer*, dealer*""")
AUDIENCE = rf"(?:{_KIN}|{_OFFICE}|{_CROWD})"

# What nobody wants known.
_SECRET = any_of("""affair*, secret*, past, debt*, arrears, loan*, drinking, drug*, rehab, gambling, cash job*, cash,
black money,
undeclared, off the books, moonlight*, invoice*, expense*, breach*, leak*, complaint*, mistake*, error*, accident*,
incident*,
night, weekend, divorce*, marriage, cheat*, plagiar*, photo*, picture*, video*, recording*, screenshot*, message*,
mail*, email*,
text*, letter*, chat*, tape*, file*, diagnosis, illness, criminal record, conviction, arrest*, history, story,
stories, truth,
scandal, rumour*, gossip, hygiene, mice, mould, rats, violation*, fine*, illegal*, sublet*, papers, degree, cv,
salary, permit*, rest, questions, dispute, quarrel,
mess, damage, what you, how you, why you, who you, where you, what kind, the kind of, your little, your finances,
your side,
numbers, figures, churn, losses, books, tax*, permit, this, it, everything, what i know, what happened, what really,
all about""")
_LEARN = any_of("""hear*, heard, learn*, learnt, find out, finds out, found out, know, knows, knew, told, discover*,
realis*, read*,
see, sees, saw, get*, got, receiv*, notice*, be informed, is informed, be shown, be sent""")
TELL = any_of("""tell, telling, inform, informing, report, reporting, mention, mentioning, ring, ringing, call,
calling, phone,
phoning, write(?! for\\b), writing(?! for\\b), email, emailing, mail, contact, contacting, alert, notify,
tip off, talk to, talking to,
speak to,
speaking to, speak ill, have a word, a word, have a chat, let slip, show, showing, send, sending, warn, warning,
spread, share,
post, publish, forward, hand, whisper*, drop a line, drop a hint, bring up, raise with, go to,
going to(?= (?:your|the|his|her|their|hr|court|every\\w+|all|immigration|customs|facebook|twitter)\\b), turn to,
complain to,
file, lodge, denounce, trash, slate, put it about, make it known, let it be known, disclose, reveal, let""")

HINGE = re.compile(
    r"\b(?:if|unless|or|(?<!one )(?<!body )(?<!who )(?<!what )(?<!where )(?<!thing )else|otherwise|either|until|"
    r"without|only if|provided|providing|should you|in case|so "
    r"long as|as "
    r"long as|once|once you|then|before you|depends?|hangs? on|in return|in exchange|so|instead|let us|just|"
    r"would not want|"
    r"do not make|you choose|choose|up to you|careful|carefully|wise|better|twice|think|remember|reconsider|"
    r"and|push|wish|when i|would not like|"
    r"turning|turn|refus\w+|reject\w*|insist\w*|no \w+|keep \w+ing|cut|lower|reduce|sign|accept|agree|pay|"
    r"drop|withdraw|give|"
    r"approve|come down|say yes|helps?|reasonable|sensible|nice)\b"
)
WARY = re.compile(  # words that turn a plain remark into a warning
    r"\b(?:think (?:very |about it )?(?:twice|hard|carefully|again|over|about|of)|want to think|be (?:wise|"
    r"smart|clever|sensible|"
    r"prudent|reasonable|careful|nice)|good for you to|(?:wise|wiser|smart|smarter|better|healthier|safer|"
    r"sensible) (?:to|of you|if|for "
    r"(?:you|everyone))|do not (?:push|test|cross|make me|force me|tempt me)|you (?:really )?(?:would|will|"
    r"do) not want|do you "
    r"(?:really )?want|would you (?:really )?(?:want|like)|(?:a|such a|real|great) (?:pity|shame)|(?:pity|"
    r"shame|sad|unfortunate|"
    r"unpleasant|awkward|embarrassing|regrettable|tragic|terrible|inconvenient|too bad) (?:if|for|to)|would "
    r"hate|we both know|"
    r"a lot to lose|much to lose|everything to lose|bear (?:that|it|this) in mind|keep (?:that|it|this) in "
    r"mind|remember (?:that|this|who)|just "
    r"saying|by the way|take the hint|draw your own|do the maths|if i were you|i would be careful|in your "
    r"(?:own )?interest|"
    r"would help you|imagine (?:what|how|if)|how would|what would|you know how|are not you|is not (?:she|he|"
    r"it)|would not you|"
    r"would it not|depend\w*|up to you|your choice)\b"
)
_ACTOR = r"(?:i|we|somebody|someone|my \w+|our \w+|and|or|to|not|me|make me|force me)"
_COND = (
    r"(?:will|would|shall|can|could|might|may|must|have to|going to|ready to|tempted to|"
    r"forced to|obliged to|free to|or|am|are)"
)

EXPOSED = tuple(
    re.compile(p)
    for p in (
        # they hear of it
        rf"\b(?:your|the|his|her|our|every|all|other|some|whole|whole \w+)?(?: \w+)? ?\b{AUDIENCE}\b(?: "
        rf"(?!i\b|we\b|you\b|and\b)\w+)? (?:(?:(?!i\b|we\b|you\b|and\b)\w+ ){{0,2}}?)"
        rf"{_LEARN}\b(?: \w+){{0,4}}? (?:about|of|how|why|what|that|{_SECRET})\b",
        # I tell them of it
        rf"\b{_ACTOR} (?:\w+ ){{0,2}}?{_COND} (?:\w+ ){{0,3}}?{TELL}\b(?: \w+){{0,5}}? (?:your|the|to|"
        rf"every\w*|all|other|round|"
        rf"around|with|at|on|in)? ?(?:\w+ )?{AUDIENCE}\b",
        rf"\b(?:i|we) (?:\w+ )?(?:tell|told|show|remind|ask|call|inform) (?:\w+ )?{AUDIENCE} (?:\w+ )?(?:what|"
        rf"how|where|why|who|that|about) "
        r"(?:you|your)\b",
        rf"\b(?:(?:would|might|will|may) (?:\w+ )?{AUDIENCE} (?:\w+ ){{0,3}}?(?:interested|like|love|enjoy|"
        rf"mind|think|feel|say)|{AUDIENCE} "
        r"(?:\w+ )?(?:would|might|will|may) (?:\w+ ){0,2}?(?:interested|love|enjoy|think|feel|say|react)(?: "
        r"\w+){0,2}?)\b(?: \w+){0,4}? "
        r"(?:where|what|how|who|why|whether|if) (?:\w+ )?(?:you|your|she|he|they|heard|knew|saw|learnt|i|we)\b",
        rf"\bor (?:shall|should|do|must|will) (?:i|we) (?:have to |need to |rather )?(?:{TELL}|remind|ask)\b",
        rf"\b(?:have|had|forced|obliged|need) to {TELL} (?:\w+ ){{0,3}}?{AUDIENCE}\b",
        rf"\b(?:a|one|single|quick|little|quiet|anonymous) (?:word|call|phone call|ring|letter|mail|email|tip|"
        rf"line|note|visit|post)\b"
        rf"(?: \w+){{0,5}}? {AUDIENCE}\b",
        rf"\b{AUDIENCE} (?:\w+ ){{0,2}}?(?:gets?|receives?|finds?) (?:an?|the|my|some|these|those|copies) "
        rf"(?:\w+ )?(?:letter|mail|"
        r"email|call|copy|copies|photos?|tip|report|file|envelope|visit|message)\b",
        r"\b(?:word|news|rumours?|stories|story|dispute|it|this|that|things?) (?:\w+ )?(?:gets?|got|goes|"
        r"comes?|came|spreads?|leaks?|"
        r"leaked) (?:around|round|about|out|public)\b",
        rf"\b(?:do not|please do not) (?:make|force|oblige) (?:me|us)(?: to)? (?:{TELL}|take|do|get|use|turn|"
        rf"involve|bring)\b",
        rf"\bin the ear of\b|\bwhen (?:the )?(?:\w+ )?{_OFFICE} (?:asks?|calls?|comes?|knocks?|phones?|checks?)\b",
    )
)
SILENCE = re.compile(
    r"\b(?:lips (?:are |stay |remain |will be )?sealed|(?:nobody|no one|no body)(?: else)? (?:has|needs|need|"
    r"ever has|will have|would "
    r"have|must|should)(?: ever)? (?:to )?(?:know|hear|learn|find out|see|be told)|(?:i|we|me|us) (?:\w+ ){0,2}?forget "
    r"(?:that )?(?:i|we|what|about (?:what|the|your)|all about|the)|(?:stays?|remains?|keep it|kept|safe) "
    r"(?:on my|in my|with me|"
    r"between|under wraps|buried|locked|quiet|private|hidden|in the drawer|our secret|a secret)|(?:hold|"
    r"holding|held|keep|keeping) "
    r"(?:it |this |them |that )?(?:back|quiet|silent|to myself|under my hat|my mouth|my tongue)|say nothing|"
    r"saying nothing|look the "
    r"other way|turn a blind eye|delete (?:them|the|those|everything|all)|silence|discretion|stop (?:asking|"
    r"looking|digging|checking)|look away|in the dark|discreet|(?:will|would) not (?:have to |"
    r"need to |be forced to )?(?:tell|mention|report|inform|bring up|raise|show|remind|say a word|breathe a "
    r"word|go to|show|share|publish|post|pass on)|rather "
    r"not (?:tell|mention|report|inform|involve|go to|show|have to|speak)|never (?:saw|heard|happened|"
    r"existed)|(?:got|have|kept|saved) "
    r"(?:the|all the|those|your|some|copies of the|a few|everything on) (?:\w+ )?(?:recordings?|screenshots?|"
    r"photos?|pictures|emails?|"
    r"messages|tapes?|video|videos|evidence|texts?|voicemails?))\b"
)
SECRETIVE = re.compile(rf"\b{_SECRET}\b")
_PATRON = any_of("""uncle, aunt, cousin, brother, sister, father, mother, husband, wife, friend*, son, daughter,
partner, dad, mum, best friend, neighbour, old friend, golf partner, people, boys, mates, buddy, nephew, niece,
contact*""")
PULL = re.compile(
    rf"\b(?:my|our) (?:\w+ )?{_PATRON} "
    rf"(?:\w+ )?(?:is|are|sits?|works?|plays?|knows?|runs?|heads?|dines?|went|goes|happens? to|has)\b(?: "
    rf"\w+){{0,5}}? {_OFFICE}\b|"
    rf"\b(?:i|we) (?:\w+ )?(?:have|know|got|play|sit|drink|dine|golf)\b(?: \w+){{0,5}}? (?:friends?|people|"
    rf"contacts?|someone|somebody|on|"
    rf"in|at|with|your|the) (?:\w+ ){{0,3}}?{_OFFICE}\b|\b(?:people|they|everyone|everybody|the \w+) listens? "
    rf"to (?:me|us)\b|\b(?:it is|"
    r"this is|we are in|ours is) (?:such )?a (?:\w+ )?small (?:\w+ )?(?:world|town|industry|trade|village|"
    r"business|market|scene|place|"
    r"city|field|community)\b|\bi know (?:which|where|what|when|who) (?:\w+ )?(?:your|you|she|he|they|her|"
    r"his)\b|\byour (?:daughter|son|"
    r"child|kid|kids|children|wife|husband|mother|brother|sister|boy|girl) (?:\w+ )?(?:is|are|works?|goes|"
    r"walks?|plays?|studies|"
    r"attends?|takes)\b(?: \w+){0,4}? (?:my|our|for me|for us|under me|alone|here|with us|past)\b"
)
BONDS = any_of("""friend*, friendship*, sister*, brother*, family, relationship, relation, marriage, wedding*,
christmas, birthday*, table,
sunday*, lunch*, dinner*, holiday*, visit*, grandchildren, grandkids, children, kids, love, trust, godfather,
godmother, godchild, son,
daughter, father, mother, dad, mum, aunt, uncle, cousin, mate, mates, buddy, pal, team, band, club, choir, group,
circle, gang,
neighbour*, neighbourly, party, parties, babysit*, invit*, help, helping, favour*, support, supporting, vouch*,
recommend*, defend*,
cover for, covering, stand up for, good word, reference*, referral*, respect, welcome, hello, greet*, speak, talk*,
alone, company,
thirty years, years of""")
SEVERED = re.compile(
    rf"\b(?:no more|no longer|not any more|never again|never|stop|stops|stopping|quit|end of|throw away|"
    rf"throw that away|throw it away|break\w* (?:up|off)|do not (?:count|expect|bother|rely|come|ask|look)|can not "
    rf"(?:still )?(?:call|see|count|trust|be)|could (?:still |not )?(?:call|see|count|trust)|will not be|would "
    rf"not be|will not (?:call|"
    rf"see|come|visit|help|speak|talk|invite|babysit|vouch|cover|ring)|forget|out of|hate you|hates you|dead|"
    rf"disown\w*|cut off)\b"
    rf"(?: \w+){{0,6}}? {BONDS}\b|\b{BONDS}(?: (?!price|deposit|offer|once|when|after|before|until)\w+){{0,4}}? "
    rf"(?:is|are|will be|would "
    rf"be) (?:over|finished|dead|done|"
    r"gone|history|ended|at an end|at stake|on the line|in danger|at risk)\b|\byou (?:are|will be|would be) "
    r"no (?:\w+ )?(?:son|daughter|"
    r"friend|brother|sister|father|mother|mate|child|family) of\b|\b(?:eat|sit|sitting|eating|be|stand|"
    r"standing|working) (?:\w+ )?alone\b|"
    r"\b(?:everyone|everybody|the (?:whole )?\w+|they all|nobody) will (?:hate|shun|ignore|despise|avoid|turn "
    r"(?:on|against)|talk to|speak "
    r"to|blame|laugh at) you\b|\bhow could i (?:\w+ )?(?:love|trust|face|look)\b|\bwhat (?:kind|sort) of "
    r"(?:friend|son|daughter|brother|"
    r"sister|father|mother|husband|wife|mate|neighbour)\b|\bme or (?:the|your|that|her|him|this|it)\b|\btake "
    r"the (?:children|kids)\b|\bgo "
    r"and take\b"
)
STOOD = any_of("""defended, covered, helped, supported, protected, vouched, kept, stood, spoken, spoke, recommended,
looked""")
KEEP_ON = re.compile(
    rf"\b(?:you )?want (?:me|us) to (?:keep|go on|continue|stay|still)\b(?: \w+){{0,3}}? (?:{BONDS}|\w+ing)\b|"
    rf"\b(?:i|we) (?:can|could|might|may|"
    rf"will|would) (?:also |always |easily |just |soon )?(?:stop|quit|end|cease)\b(?: (?:doing|being))?(?: "
    rf"\w+){{0,2}}? (?:that|this|it|{BONDS}|so)\b|"
    rf"\b(?:i|we) (?:have )?(?:always|so far|until now|often) (?:\w+ )?{STOOD}\b"
    rf"(?=.*\b(?:stop|change|if|unless|otherwise|no longer|end)\b)"
)
RELATION = re.compile(
    r"\b(?:stay\w*|be|being|remain\w*|still|call\w* (?:ourselves|us|you)) (?:\w+ )?(?:friends?|family|mates?|"
    r"buddies)\b|\b(?:not|never|no longer|nor|stop|stops|quit|cease|forget about|end of|last time|done) (?:\w+ "
    r"){0,4}?(?:your friend|my friend|friends|friendship|love you|loving|speak(?:ing)? (?:to|with)|talk(?:ing)? "
    r"to you|see(?:ing)? (?:you|me|us|the (?:grand)?(?:children|kids))|recommend\w*|refer\w*|invit\w+|"
    r"help(?:ing)? you|vouch\w*|forgive|my (?:son|daughter|brother|sister)|welcome|me again|us again|with you "
    r"again|put\w* in a good word|work(?:ing)? with you|do(?:ing)? business with you|hear(?:ing)? from (?:me|us)|"
    r"come to (?:my|our|your)|be there for|support(?:ing)? you|trust you|look you in)\b|"
    r"\b(?:we|i) (?:\w+ )?(?:are|am|will be|would be) (?:\w+ )?(?:done|through|finished|history|strangers|"
    r"over)\b(?! (?:by|with (?:the|it|this)|before|on|in|at))|\bout of (?:the|our|my) (?:\w+ )?(?:band|lives|life|"
    r"family|group|circle|team|club|will|wedding|house)\b|\b(?:lose|lost|losing) (?:me|us|a friend|my "
    r"(?:friendship|love|trust|support|vote|respect)|our (?:friendship|trust|support)|your (?:friend|family|"
    r"mother|father|brother|sister))\b|"
    r"\b(?:friendship|relationship|marriage) (?:\w+ )?(?:is |will be )?(?:over|ends|finished|dead|suffers?|at "
    r"stake|depends|hangs|on the line)\b|\bcut (?:you off|ties|all ties|you out|all contact)\b|\bturn (?:my|our) "
    r"back\b|\b(?:wash|washing) (?:my|our) hands of you\b|\bno (?:longer|more) (?:\w+ )?(?:welcome|invited|part "
    r"of|reference|good word|christmas|friend|son|daughter|references)\b|\b(?:forget|kiss) (?:\w+ )?(?:about "
    r")?(?:me|us|our|my|the|your) (?:\w+ )?(?:ever |recommend\w*|friendship|reference|help|goodbye|wedding|"
    r"invitation|love|support)\b|"
    r"\bkeep putting in a good word\b|\breal (?:friend|mate|brother|sister|son|daughter)s? would\b|\bif you "
    r"(?:really |truly )?(?:loved|cared about|valued) (?:me|us|our)\b|\bdo not (?:bother|expect|count on|come|"
    r"ever)\b(?: \w+){0,3} (?:calling|coming|me|us|my|our|crying|back)\b|\bno longer (?:my|our|a) (?:son|daughter|"
    r"friend|brother|sister|part)\b|\b(?:good word|reference|recommendation)\b.*\b(?:otherwise|or else|unless|"
    r"only if)\b|\b(?:otherwise|or else|unless|only if)\b.*\b(?:good word|reference|recommendation)\b|\bdisown\w*|"
    r"\bdisinherit\w*"
)

# What makes a word to outsiders hang on their answer; without it, only damaging content threatens.
_TIE = re.compile(
    r"\b(?:if|unless|or(?! (?:we|i) (?:could|can) let)|(?<!one )(?<!body )(?<!who )(?<!what )(?<!where )(?<!thing "
    r")else|"
    r"otherwise|either|until|without|provided|providing|should you|in case|so long as|as long as|depend\w*|hangs? on|"
    r"in "
    r"(?:return|exchange)|instead|before you|once you|then|turn\w*|refus\w+|reject\w*|insist\w*|push\w*|do not|(?:make|"
    r"force) (?:me|us)|would not|reconsider|cut|lower|reduce|sign|accept|agree|pay|withdraw|approve|come down|say yes|"
    r"say no|your choice|up to you|no \w+ no|and (?:i|we|then|your|everyone|nobody|no one))\b"
)
_COURTESY = re.compile(
    r"\bif (?:that|this|it) (?:is|would be|suits|works) (?:\w+ )?(?:all right|alright|ok|okay|fine|possible|convenient|"
    r"you|for you|acceptable|helpful|useful)\b|\bif (?:you )?(?:possible|(?:do not|would not) mind|have (?:no "
    r"objections?|"
    r"nothing against))\b|\bif i may\b"
)
_OWN_FOLK = re.compile(r"\b(?:(?:my|our) (?:own )?\w+|the (?:team|crew|fitters?|driver|printer|notary))$")
_ABOUT_YOU = re.compile(r"^(?: \w+){0,3}?(?: (?:about|what|how|why|that|of|where|who|to|everything|all))? your?\b")


def tied(text: str) -> bool:
    """Whether a stretch of talk hangs something on their answer, warns, or tells of what is secret of theirs."""
    return bool(_TIE.search(text) or WARY.search(text) or re.search(rf"\byour (?:\w+ )?{_SECRET}\b", text))


def without_courtesy(text: str) -> str:
    """The text less polite conditions (“if that is all right”), which tie nothing; “my wife and I” is we."""
    return re.sub(r"\b(?:my|our) \w+ and i\b", "we", _COURTESY.sub(" ", text))


def own_people(text: str, start: int, end: int) -> bool:
    """Whether those who hear of it, between ``start`` and ``end``, are my own, and hear nothing about you."""
    mine = _OWN_FOLK.search(text[:end]) or re.search(r"\b(?:my|our) (?:own )?$", text[:start])
    return bool(mine) and not _ABOUT_YOU.match(text[end:]) and not re.search(rf"\byour (?:\w+ )?{_SECRET}\b", text)
