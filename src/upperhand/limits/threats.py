"""What beyond the deal is held over their answer: an audience, a secret, a friend in office, a bond, a thing of theirs?"""

from __future__ import annotations

import re
from itertools import pairwise


def _any(words: str) -> str:
    """One of these words or phrases, one a comma; ``*`` stands for any ending."""
    parts = (p.strip().replace("*", r"\w*") for p in words.replace("\n", " ").split(","))
    return "(?:" + "|".join(p for p in parts if p) + ")"


_KIN = _any("""wife, husband, spouse, parents, mother, father, mum, mom, dad, kids, children, family, daughter*, son,
sons, brother*, sister*, fianc*, girlfriend, boyfriend, ex, in laws, grandparents, grandmother, grandfather, granny, grandkids,
grandchildren, uncle, aunt, cousin*, nephew, niece, friend*, mates, relatives""")
_OFFICE = _any("""boss*, chief, ceo, employer*, supervisor*, manager*, hr, personnel, head office, headquarters, dean, professor*,
principal, headteacher*, headmaster, teacher*, school*, nursery, faculty, university, college, police, prosecutor, judge, court,
immigration, customs, tax*, irs, revenue, auditor*, inspector*, inspectorate, regulator*, ministry, minister, mayor, council*,
board, committee, licensing, licence office, licensing office, authorit*, watchdog*, ombudsman, bar association, chamber, guild,
union, association, federation, landlord*, insurer*, insurance, bank*, creditor*, investor*, shareholder*, sponsor*, donor*,
parole officer, probation officer, social services, child services, youth office, health department, health office, animal
control, fire department, fire service, embassy, consulate, visa office, job centre, jobcentre, benefits office, welfare,
church, parish, pastor, priest, vicar, imam, congregation, club, team*, colleague*, coworker*, staff, crew, classmates,
coach*, trainer, captain, press, paper, papers, newspaper*, journalist*, reporter*, media, radio, tv, editor*""")
_CROWD = _any("""everyone, everybody, anyone, anybody, whole \\w+, entire \\w+, every \\w+, all \\w+ \\w+, neighbour*, neighbor*,
village, town, street, trade, industry, market, customer*, client*, guest*, patient*, pupil*, student*, tenant*, member*,
supplier*, competitor*, rival*, reader*, follower*, subscriber*, audience, public, internet, online, web, facebook, twitter,
instagram, tiktok, linkedin, youtube, forum*, group chat, chat group, review*, other \\w+, people, folks, builder*, agenc*,
venue*, gallery, galleries, publisher*, buyer*, dealer*""")
_AUDIENCE = rf"(?:{_KIN}|{_OFFICE}|{_CROWD})"

# What nobody wants known.
_SECRET = _any("""affair*, secret*, past, debt*, arrears, loan*, drinking, drug*, rehab, gambling, cash job*, cash, black money,
undeclared, off the books, moonlight*, invoice*, expense*, breach*, leak*, complaint*, mistake*, error*, accident*, incident*,
night, weekend, divorce*, marriage, cheat*, plagiar*, photo*, picture*, video*, recording*, screenshot*, message*, mail*, email*,
text*, letter*, chat*, tape*, file*, diagnosis, illness, criminal record, conviction, arrest*, history, story, stories, truth,
scandal, rumour*, gossip, hygiene, mice, mould, rats, violation*, fine*, illegal*, papers, degree, cv, salary, dispute, quarrel,
mess, damage, what you, how you, why you, who you, where you, what kind, the kind of, your little, your finances, your side,
numbers, figures, churn, losses, books, tax*, permit, this, it, everything, what i know, what happened, what really, all about""")
_LEARN = _any("""hear*, heard, learn*, learnt, find out, finds out, found out, know, knows, knew, told, discover*, realis*, read*,
see, sees, saw, get*, got, receiv*, notice*, be informed, is informed, be shown, be sent""")
_TELL = _any("""tell, telling, inform, informing, report, reporting, mention, mentioning, ring, ringing, call, calling, phone,
phoning, write, writing, email, emailing, mail, contact, contacting, alert, notify, tip off, talk to, talking to, speak to,
speaking to, speak ill, have a word, a word, have a chat, let slip, show, showing, send, sending, warn, warning, spread, share,
post, publish, forward, hand, whisper*, drop a line, drop a hint, bring up, raise with, go to, going to, turn to, complain to,
file, lodge, denounce, trash, slate, put it about, make it known, let it be known, let""")

_HINGE = re.compile(
    r"\b(?:if|unless|or|else|otherwise|either|until|without|only if|provided|providing|should you|in case|so long as|as "
    r"long as|once|once you|then|before you|depends?|hangs? on|in return|in exchange|so|instead|let us|just|would not want|"
    r"do not make|you choose|choose|up to you|careful|carefully|wise|better|twice|think|remember|reconsider|and|push|"
    r"turning|turn|refus\w+|reject\w*|insist\w*|no \w+|keep \w+ing|cut|lower|reduce|sign|accept|agree|pay|drop|withdraw|give|"
    r"approve|come down|say yes|helps?|reasonable|sensible|nice)\b"
)
_WARY = re.compile(  # words that turn a plain remark into a warning
    r"\b(?:think (?:very |about it )?(?:twice|hard|carefully|again|over|about|of)|want to think|be (?:wise|smart|clever|sensible|"
    r"prudent|reasonable|careful|nice)|(?:wise|wiser|smart|smarter|better|healthier|safer|sensible) (?:to|of you|if|for "
    r"(?:you|everyone))|do not (?:push|test|cross|make me|force me|tempt me)|you (?:really )?(?:would|will|do) not want|do you "
    r"(?:really )?want|would you (?:really )?(?:want|like)|(?:a|such a|real|great) (?:pity|shame)|(?:pity|shame|sad|unfortunate|"
    r"unpleasant|awkward|embarrassing|regrettable|tragic|terrible|inconvenient|too bad) (?:if|for|to)|would hate|we both know|"
    r"a lot to lose|much to lose|bear (?:that|it|this) in mind|keep (?:that|it|this) in mind|remember (?:that|this|who)|just "
    r"saying|by the way|take the hint|draw your own|do the maths|if i were you|i would be careful|in your (?:own )?interest|"
    r"would help you|imagine (?:what|how|if)|how would|what would|you know how|are not you|is not (?:she|he|it)|would not you|"
    r"would it not|depend\w*|up to you|your choice)\b"
)
_ACTOR = r"(?:i|we|somebody|someone|my \w+|our \w+|and|or|to|not|me|make me|force me)"
_COND = r"(?:will|would|shall|can|could|might|may|must|have to|going to|ready to|tempted to|forced to|obliged to|free to|or|am|are)"

_EXPOSED = tuple(
    re.compile(p)
    for p in (
        # they hear of it
        rf"\b(?:your|the|his|her|our|every|all|other|some|whole|whole \w+)?(?: \w+)? ?\b{_AUDIENCE}\b(?: (?!i\b|we\b|you\b|and\b)\w+)? (?:(?:(?!i\b|we\b|you\b|and\b)\w+ ){{0,2}}?)"
        rf"{_LEARN}\b(?: \w+){{0,4}}? (?:about|of|how|why|what|that|{_SECRET})\b",
        # I tell them of it
        rf"\b{_ACTOR} (?:\w+ ){{0,2}}?{_COND} (?:\w+ ){{0,3}}?{_TELL}\b(?: \w+){{0,5}}? (?:your|the|to|every\w*|all|other|round|"
        rf"around|with|at|on|in)? ?(?:\w+ )?{_AUDIENCE}\b",
        rf"\b(?:i|we) (?:\w+ )?(?:tell|told|show|remind|ask|call|inform) (?:\w+ )?{_AUDIENCE} (?:\w+ )?(?:what|how|where|why|who|that|about) "
        r"(?:you|your)\b",
        rf"\b(?:(?:would|might|will|may) (?:\w+ )?{_AUDIENCE} (?:\w+ ){{0,3}}?(?:interested|like|love|enjoy|mind|think|feel|say)|{_AUDIENCE} "
        r"(?:\w+ )?(?:would|might|will|may) (?:\w+ ){0,2}?(?:interested|love|enjoy|think|feel|say|react)(?: \w+){0,2}?)\b(?: \w+){0,4}? "
        r"(?:where|what|how|who|why|whether|if) (?:\w+ )?(?:you|your|she|he|they|heard|knew|saw|learnt|i|we)\b",
        rf"\bor (?:shall|should|do|must|will) (?:i|we) (?:have to |need to |rather )?(?:{_TELL}|remind|ask)\b",
        rf"\b(?:have|had|forced|obliged|need) to {_TELL} (?:\w+ ){{0,3}}?{_AUDIENCE}\b",
        rf"\b(?:a|one|single|quick|little|quiet|anonymous) (?:word|call|phone call|ring|letter|mail|email|tip|line|note|visit|post)\b"
        rf"(?: \w+){{0,5}}? {_AUDIENCE}\b",
        rf"\b{_AUDIENCE} (?:\w+ ){{0,2}}?(?:gets?|receives?|finds?) (?:an?|the|my|some|these|those|copies) (?:\w+ )?(?:letter|mail|"
        r"email|call|copy|copies|photos?|tip|report|file|envelope|visit|message)\b",
        r"\b(?:word|news|rumours?|stories|story|dispute|it|this|that|things?) (?:\w+ )?(?:gets?|got|goes|comes?|came|spreads?|leaks?|"
        r"leaked) (?:around|round|about|out|public)\b",
        rf"\b(?:do not|please do not) (?:make|force|oblige) (?:me|us)(?: to)? (?:{_TELL}|take|do|get|use|turn|involve|bring)\b",
        rf"\bin the ear of\b|\bwhen (?:the )?(?:\w+ )?{_OFFICE} (?:asks?|calls?|comes?|knocks?|phones?|checks?)\b",
    )
)
_SILENCE = re.compile(
    r"\b(?:lips (?:are |stay |remain |will be )?sealed|(?:nobody|no one|no body)(?: else)? (?:has|needs|need|ever has|will have|would "
    r"have|must|should)(?: ever)? (?:to )?(?:know|hear|learn|find out|see|be told)|(?:i|we|me|us) (?:\w+ ){0,2}?forget "
    r"(?:that )?(?:i|we|what|about (?:what|the|your)|all about|the)|(?:stays?|remains?|keep it|kept|safe) (?:on my|in my|with me|"
    r"between|under wraps|buried|locked|quiet|private|hidden|in the drawer|our secret|a secret)|(?:hold|holding|held|keep|keeping) "
    r"(?:it |this |them |that )?(?:back|quiet|silent|to myself|under my hat|my mouth|my tongue)|say nothing|saying nothing|look the "
    r"other way|turn a blind eye|delete (?:them|the|those|everything|all)|silence|discretion|discreet|(?:will|would) not (?:have to |"
    r"need to |be forced to )?(?:tell|mention|report|inform|bring up|raise|show|remind|say a word|breathe a word|go to|show|share|publish|post|pass on)|rather "
    r"not (?:tell|mention|report|inform|involve|go to|show|have to|speak)|never (?:saw|heard|happened|existed)|(?:got|have|kept|saved) "
    r"(?:the|all the|those|your|some|copies of the|a few|everything on) (?:\w+ )?(?:recordings?|screenshots?|photos?|pictures|emails?|"
    r"messages|tapes?|video|videos|evidence|texts?|voicemails?))\b"
)
_SECRETIVE = re.compile(rf"\b{_SECRET}\b")
_PATRON = _any("""uncle, aunt, cousin, brother, sister, father, mother, husband, wife, friend*, son, daughter,
partner, dad, mum, best friend, neighbour, old friend, golf partner, people, boys, mates, buddy, nephew, niece, contact*""")
_PULL = re.compile(
    rf"\b(?:my|our) (?:\w+ )?{_PATRON} "
    rf"(?:\w+ )?(?:is|are|sits?|works?|plays?|knows?|runs?|heads?|dines?|went|goes|happens? to|has)\b(?: \w+){{0,5}}? {_OFFICE}\b|"
    rf"\b(?:i|we) (?:\w+ )?(?:have|know|got|play|sit|drink|dine|golf)\b(?: \w+){{0,5}}? (?:friends?|people|contacts?|someone|somebody|on|"
    rf"in|at|with|your|the) (?:\w+ ){{0,3}}?{_OFFICE}\b|\b(?:people|they|everyone|everybody|the \w+) listens? to (?:me|us)\b|\b(?:it is|"
    r"this is|we are in|ours is) (?:such )?a (?:\w+ )?small (?:\w+ )?(?:world|town|industry|trade|village|business|market|scene|place|"
    r"city|field|community)\b|\bi know (?:which|where|what|when|who) (?:\w+ )?(?:your|you|she|he|they|her|his)\b|\byour (?:daughter|son|"
    r"child|kid|kids|children|wife|husband|mother|brother|sister|boy|girl) (?:\w+ )?(?:is|are|works?|goes|walks?|plays?|studies|"
    r"attends?|takes)\b(?: \w+){0,4}? (?:my|our|for me|for us|under me|alone|here|with us|past)\b"
)
_OWN = _any("""your \\w+, you, yourself, yours, your brother 's \\w+, your \\w+ 's \\w+, your \\w+ \\w+""")
_DEAL = re.compile(
    r"\b(?:clause|section|paragraph|statut\w+|law|legally|regulation\w*|contract says|as agreed|terms|warranty|guarantee lapses|"
    r"by law|duty|rules?|insured|safety|safe|whatever (?:we|you) (?:agree|decide)|in good faith)\b"
)
_STRUCK = _any("""moved, kicked, removed, thrown, closed, shut, fired, sacked,
picked up, towed, searched, inspected, audited, investigated, demoted, transferred, banned, blocked, cancelled, struck, evicted,
deported, arrested, expelled, excluded, suspended, blacklisted, replaced, checked, barred, reported, dragged, beaten, taken away,
taken from, put down, disbarred, revoked, withdrawn, pulled, burnt, burned, smashed, wrecked, charged, prosecuted, dismissed, sent back,
downgraded, passed over, frozen""")
_CAUSED = re.compile(
    rf"\b(?:have|having|get|getting|see|want) {_OWN} (?:\w+ ){{0,3}}?{_STRUCK}\b"
)
_GOODS = _any("""car, cars, van, truck, tyres, tires, house, home, barn, roof, shed, greenhouse, garden, fence, dog, cat, horse*, hens,
cattle, animals, boat, bike, shop, stall, stand, store, window*, kitchen, restaurant, business, firm, company, practice, workshop,
booth, tools, machines, equipment, crops, harvest, field, phone, computer, server*, website, account*, data, place, name, job, jobs,
career, scholarship, visa, permit, licence, license, passport, residence permit, work permit, papers, reputation, standing, marriage,
pension, promotion, degree, grade*, grant, funding, reference*, membership, future, life, health, kids, children, daughter, son, wife,
husband, mother, family, parents, brother, sister, people, legs, face, hands, fingers, knees, contract with us""")
_BROKEN = _any("""burn*, burnt, flat, broken, break*, scratch*, smash*, dent*, gone, missing, lost, lose, loses, vanish*, disappear*, die,
dies, dead, sick, poison*, hurt, harmed, damag*, ruin*, wreck*, destroy*, finished, over, history, shut, closed, empty, crash*, stolen,
steal*, towed, hacked, fail, fails, suffer*, starve*, cry, crying, accident*, fire, trouble, revoked, cancelled, withdrawn, expire*,
not start, not be renewed, not renewed, not extended, not last, not survive, not stay, not be safe, happen to, happens to, happened to,
bite the dust, in danger, at risk, on the line, stop, stops, end, ends, worthless, mud, dirt, tatters, terminated, regret, sorry, alone,
nights, street, homeless, unemployed, wonder why, explaining, explain""")
_GRIEF = _any("""will regret, regret it, regret this, be sorry, be finished, be ruined, be homeless, be unemployed, be alone, starve, suffer, wonder why, explaining, explain to, in danger, on the street, be in trouble, have an accident, be shut, be dead""")
_DAMAGED = re.compile(
    rf"\byour (?:\w+ ){{0,2}}?{_GOODS} (?:'s \w+ )?(?:(?!the\b|i\b|we\b|and\b|for\b)\w+ ){{0,5}}?{_BROKEN}\b|\byou (?:\w+ ){{0,3}}?"
    rf"{_GRIEF}\b|\byou (?:might |may |could |would |will |can )?(?:\w+ )?(?:lose|losing) (?:your|everything|the) ?(?:\w+ )?{_GOODS}?\b|\b(?:anything|something|what|an accident|things|harm)"
    rf" (?:\w+ ){{0,2}}?(?:happen|happens|happened|befall\w*|go wrong|come|came) (?:\w+ )?to (?:your|you)\b|\b{_BROKEN} (?:\w+ ){{0,2}}?your "
    rf"(?:\w+ )?{_GOODS}\b"
)
_PAWN = _any("""passport, papers, visa, permit, residence permit, work permit, reference*, wages, belongings, things, tools,
dog, kids, children, certificate*, diploma, keys, phone, medication""")
_LEASH = re.compile(
    rf"\byour (?:\w+ )?{_PAWN} (?:back )?(?:\w+ )?(?:once|when|as soon as|only if|if|after|until)\b|"
    r"\b(?:keep|withhold|hold on to|hold back|not return|not release) (?:on to )?your (?:\w+ )?(?:passport|papers|reference\w*|wages|"
    r"belongings|tools|dog|kids|certificate\w*|diploma|keys|phone|medication|visa)\b|\bwithout my (?:signature|letter|word|support|"
    r"reference|approval|sponsorship) (?:\w+ )?(?:you|your)\b"
)
_BONDS = _any("""friend*, friendship*, sister*, brother*, family, relationship, relation, marriage, wedding*, christmas, birthday*, table,
sunday*, lunch*, dinner*, holiday*, visit*, grandchildren, grandkids, children, kids, love, trust, godfather, godmother, godchild, son,
daughter, father, mother, dad, mum, aunt, uncle, cousin, mate, mates, buddy, pal, team, band, club, choir, group, circle, gang,
neighbour*, neighbourly, party, parties, babysit*, invit*, help, helping, favour*, support, supporting, vouch*, recommend*, defend*,
cover for, covering, stand up for, good word, reference*, referral*, respect, welcome, hello, greet*, speak, talk*, alone, company,
thirty years, years of""")
_SEVERED = re.compile(
    rf"\b(?:no more|no longer|not any more|never again|never|stop|stops|stopping|quit|end of|throw away|"
    rf"throw that away|throw it away|break\w* (?:up|off)|do not (?:count|expect|bother|rely|come|ask|look)|can not "
    rf"(?:still )?(?:call|see|count|trust|be)|could (?:still |not )?(?:call|see|count|trust)|will not be|would not be|will not (?:call|"
    rf"see|come|visit|help|speak|talk|invite|babysit|vouch|cover|ring)|forget|out of|hate you|hates you|dead|disown\w*|cut off)\b"
    rf"(?: \w+){{0,6}}? {_BONDS}\b|\b{_BONDS}(?: (?!price|deposit|offer)\w+){{0,4}}? (?:is|are|will be|would be) (?:over|finished|dead|done|"
    r"gone|history|ended|at an end|at stake|on the line|in danger|at risk)\b|\byou (?:are|will be|would be) no (?:\w+ )?(?:son|daughter|"
    r"friend|brother|sister|father|mother|mate|child|family) of\b|\b(?:eat|sit|sitting|eating|be|stand|standing|working) (?:\w+ )?alone\b|"
    r"\b(?:everyone|everybody|the (?:whole )?\w+|they all|nobody) will (?:hate|shun|ignore|despise|avoid|turn (?:on|against)|talk to|speak "
    r"to|blame|laugh at) you\b|\bhow could i (?:\w+ )?(?:love|trust|face|look)\b|\bwhat (?:kind|sort) of (?:friend|son|daughter|brother|"
    r"sister|father|mother|husband|wife|mate|neighbour)\b|\bme or (?:the|your|that|her|him|this|it)\b|\btake the (?:children|kids)\b|\bgo "
    r"and take\b"
)
_STOOD = _any("""defended, covered, helped, supported, protected, vouched, kept, stood, spoken, spoke, recommended, looked""")
_KEEP_ON = re.compile(
    rf"\b(?:you )?want (?:me|us) to (?:keep|go on|continue|stay|still)\b(?: \w+){{0,3}}? (?:{_BONDS}|\w+ing)\b|\b(?:i|we) (?:can|could|might|may|"
    rf"will|would) (?:also |always |easily |just |soon )?(?:stop|quit|end|cease)\b(?: (?:doing|being))?(?: \w+){{0,2}}? (?:that|this|it|{_BONDS}|so)\b|"
    rf"\b(?:i|we) (?:have )?(?:always|so far|until now|often) (?:\w+ )?{_STOOD}\b"
    rf"(?=.*\b(?:stop|change|if|unless|otherwise|no longer|end)\b)"
)
_ATTACK = re.compile(
    r"\b(?:trash|slate|smear|shame|roast|destroy|ruin|wreck|sink|crush|break|bury|finish|hurt|humiliate|expose|denounce|blacklist|boycott|"
    r"sabotage|drown|tie (?:you|them) up|come after|go after|drag) (?:you|your|your \w+)\b(?! (?:mind|time|sleep))|\bmake (?:very |damn )?sure"
    r"\b(?: \w+){1,4}? (?:touch\w*|hire\w*|hear\w*|know\w*|never|nobody|no \w+|not|find\w*|lose\w*|regret\w*)\b|\bwarn (?:\w+ ){0,3}?"
    r"(?:off|against|about) (?:you|them|your)\b|\b(?:your|you) (?:\w+ )?(?:will|would) (?:be )?(?:find|wake|explain\w*|wonder\w*) (?:\w+ ){0,6}?"
    r"(?:flat|gone|burn\w*|empty|locked|missing|why|dead|broken|alone|outside|yourself)\b|\breconsider whether you\b|\bspeak ill of\b|"
    r"\b(?:whether|if) you (?:still )?(?:have|keep) (?:a|your) (?:job|place|position|contract|home|desk|visa|room)\b"
)
_FEARED = _any("""thesis, exhibition, show, concert, career, exam*, grade*, mark*, degree, kids, children, son, daughter, grandson, granddaughter,
grandchildren, mother, father, family, wife, husband, brother, sister, boss, visa, permit, passport, licence, license, job, name,
reputation, standing, reference*, recommendation*, scholarship, promotion, pension, health, life, safety, dog, cat, car, tyres,
house, home, shop, stall, kitchen, greenhouse, business, friends, neighbours, marriage, secret, past, credit rating, place at, place in, sponsorship,
residence, membership, career, audition, studies, tenants, patients, followers, in laws, parole, custody, green card, inheritance""")
_REFUSAL = re.compile(
    r"\b(?:if|unless|should) you (?:\w+ )?(?:will not|would not|do not|refuse|reject|decline|say no|turn|raise|insist|keep|go with|go to|take|leave|"
    r"want|ask|sell|choose|report|complain|tell|agree|sign|accept|lower|pay|drop|cross|push|fight|ever)\b|^do not \w+\b(?=.*\b(?:and|or|then)\b)|\bor "
    r"(?:else )?(?:you|your|i|we|the|nobody|no one|everyone|one|my)\b|\b(?:otherwise|or else)\b|^(?:sign|agree|accept|vote|take|give|let|pay|lower|keep|drop|"
    r"sell|approve|withdraw|say|refuse|reject|decline|turn|cut|settle|raise|ask|make|choose|stop|go|help|do|waive|renew)\b(?=.*\b(?:and|or)\b)|"
    r"\b(?:one|a single) (?:phone )?(?:call|word|mail|email|letter|signature|click)\b|\bsay goodbye\b|\bremember\b|\bi promise (?:you )?that\b"
)
_SURE = re.compile(
    r"\b(?:nobody|no one|anyone|anybody|people|those|everyone|everybody|the last (?:one|man|person|\w+)) (?:who|that) (?:\w+ ){0,2}?(?:says? no|said no|"
    r"cross\w*|refus\w+|turn\w* (?:me|us|him|down)|betray\w*|oppos\w+|disappoint\w*|go(?:es)? against|went against|stand\w* in)\b|\bcan not (?:guarantee|"
    r"answer for|promise|vouch for) (?:\w+ )?(?:your safety|what (?:will )?happens?|your \w+ safety|for what)\b|\bif you (?:ever |still )?(?:want|wish|hope|"
    r"plan|like) to (?:\w+ ){0,6}?(?:again|ever|keep|stay|see)\b(?! (?:the|if|whether|how|our|it|more))|\bhelp you lose\b|\bpoison the\b|\bend(?:s|ed)? badly\b|"
    r"\bi (?:will )?(?:always )?(?:pay|get) back\b|\b(?:hurt|kill|harm) myself\b|\bbe your fault\b|\b(?:find|see|notice|wake|regret|wish)\b.*\b(?:nobody|no "
    r"one)\b.*\byou\b|\byou will (?:\w+ )?wish you\b|\bcall it quits\b|\bsay goodbye to\b|\b(?:go|goes) up or down\b|\byou would be (?:surprised|amazed|"
    r"astonished) (?:what|how|who)\b|\bso easy for (?:a|an|the|some)\b|\bi (?:hold|have) your (?:references?|papers|passport|keys|file)\b|\b(?:gave|made|"
    r"got|built|put) you\b.*\b(?:take|undo|break|unmake) (?:it|you|that|them)\b|\b(?:one|some) (?:day|night|morning)\b.*\b(?:eat|burn|find|wake|gone|break|fall|"
    r"crash|happen)\w*"
)
_GOOD = re.compile(
    r"\b(?:still|always|welcome|happy|glad|free|for free|thank\w*|please|no strings|if you (?:\w+ )?like|good luck|love to|enjoy|throw in|include\w*|gladly|"
    r"no problem|of course|fine|all right|understand|sorry|help you|for you)\b"
)
_THEIRS = re.compile(rf"\byour (?:\w+ ){{0,2}}?{_FEARED}\b")
_BLEAK = re.compile(
    rf"\b(?:{_BROKEN}|another|longer|more years|stays?|remains?|keeps?|goes|go up|down|hear\w*|know\w*|learn\w*|tell\w*|stop\w*|not|never|no|nobody|wrong|"
    r"difficult|hard|hate\w*|fall\w*|pull\w*|lost|without|think|remember|surpris\w+)\b"
)
_FAIR = re.compile(
    r"\b(?:whatever|whichever) (?:we|you|way|happens)\b|\b(?:deal or no deal|regardless|either way|in any case|no matter (?:what|how|which)|no "
    r"hard feelings|nothing to do with|no bearing on|legal duty|required by law|law requires|law (?:does not|obliges|says)|has no influence|"
    r"not a lever|no harm done|independent of|do not worry|no pressure|do not feel pushed|never (?:want|mean) to|not (?:want|wish|mean|like) to (?:put|hurt|harm|risk)|please mind|mind it|usual way|costs neither|how can i help|can i help|"
    r"please (?:tell|say hello|give)|give my (?:love|regards)|good luck|all the best|as (?:the|our|its|your) (?:contract|invoice|terms|reminder|"
    r"notice|lease)|says? (?:clause|section|paragraph|so)|(?:clause|section|paragraph|article) \w+|announced in public|also if)\b"
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|somebody|someone|ex|(?:my|our|the|a|an|his|her)(?: \w+){1,3}?) (?:has |have |had |once )?(?:said|threatened|told (?:me|us)|"
    r"warned (?:me|us)|wrote|tried|blackmailed|used to)\b"
)
_KINDLY = re.compile(
    r"\b(?:happy|glad|like|love|pleased|delighted|please|keen|want|need) (?:to |you to |us to )?(?:\w+ )?(?:tell|write|talk|speak|show|call|share|"
    r"recommend|introduce|send|invite|mention|put|ask)\b|\bput you forward\b"
)
_OPEN = re.compile(
    r"(?:would you (?:tell|let|like|mind|be)|could you|can (?:you|your)|may i|shall (?:i|we)|who|when|where|what happens|how (?:can|may|"
    r"much|many|long|soon)|is (?:there|it possible)|will you (?:invite|bring|come))\b|(?:i|we) (?:am|are|will|would) (?:never|not) (?:going "
    r"to )?(?:\w+ )?(?:badmouth|tell|threat\w*|harm|hurt|post|publish|talk)\b(?!.*\b(?:as long|provided|once|only if|if you (?!do not)|when you)\b)"
)
_CHECKS: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...] = (
    ("exposure", _EXPOSED), ("a bond", (_SEVERED, _KEEP_ON)), ("a thing or status of theirs", (_CAUSED, _LEASH, _ATTACK)),
)  # fmt: skip


def held_over(sentences: tuple[str, ...]) -> str:
    """The words that hold something beyond the deal over their answer; '' where none do.

    ``sentences``: the draft's plain sentences. A sentence is read alone and with the next, as a threat is often told in two.
    """
    spoken = tuple(s for s in sentences if not _REPORTED.search(s) and not _OPEN.match(s))
    if any(_FAIR.search(s) for s in sentences):
        spoken = tuple(s for s in spoken if not _FAIR.search(s) and _WARY.search(s))
    for text in (*spoken, *(f"{a} . {b}" for a, b in pairwise(spoken))):
        found = _held(text)
        if found:
            return found
    return ""


def _held(text: str) -> str:
    if not _HINGE.search(text):
        sure = _SURE.search(text)
        return sure[0] if sure and not _KINDLY.search(text) else ""
    for _, patterns in _CHECKS:
        for pattern in patterns:
            found = pattern.search(text)
            if found and not _DEAL.search(text) and not _own_circle(found[0], text) and not _KINDLY.search(found[0]) and not _FAIR.search(text):
                return found[0]
    silence = _SILENCE.search(text)
    if silence and _SECRETIVE.search(text):
        return silence[0]
    if (sure := _SURE.search(text)) and not _KINDLY.search(text):
        return sure[0]
    if _GOOD.search(text) or _DEAL.search(text) or _FAIR.search(text):
        return ""
    theirs = _THEIRS.search(text)
    if theirs and (_WARY.search(text) or (_REFUSAL.search(text) and _BLEAK.search(text))):
        return theirs[0]
    damaged = _DAMAGED.search(text)
    if damaged and not _DEAL.search(text):
        return damaged[0]
    pull = _PULL.search(text)
    return pull[0] if pull and _asks(text) else ""


def _asks(text: str) -> bool:
    """Whether the remark stands beside a warning or a demand."""
    return bool(
        _WARY.search(text)
        or re.search(r"\b(?:let us|let me|give|keep|cut|lower|reduce|sign|accept|pay|drop|approve|say yes|agree|so)\b", text)
    )


def _own_circle(found: str, text: str) -> bool:
    """Whether those told are my own people, and of nothing of yours; or whether it is offered as a kindness."""
    mine = bool(re.search(r"\b(?:my|our|a|the) (?:\w+ )?\w+$", found)) and not re.search(r"\byou(?:r|rs)?\b", text)
    return mine or bool(re.search(r"\b(?:if you (?:would )?like|no strings|thank\w*)\b", text))
