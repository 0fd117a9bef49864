"""Does the draft wrong a person: hide whom I act for, use what is private, call them a liar? G10, G12, G17."""

from __future__ import annotations

import re

from upperhand.limits.lexicon import STOP
from upperhand.limits.valence import DECEIVING
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import normalise, stem, tokens

# --- G10 -----------------------------------------------------------------------------------------------------------

_UNTIED = re.compile(
    r"\b(?:outsider|no dog in|nothing to (?:gain|win|earn|sell)|no axe|bystander|neutral|independent|independently|impartial|unaffiliated|unbiased|no (?:stake|commission|interest in|affiliation|agent|agents|dealers?|middlem[ae]n|broker|brokers|company|firm|investors?|third party|one behind|outsiders?|organisation|employer|connection|ties|client|principal|boss)|not (?:a|an|the) (?:\w+ )?(?:scout|agent|dealer|broker|rep|reseller|middleman|recruiter|representative|professional|company)|"
    r"(?:work|act|speak|buy|sell|negotiate) for (?:nobody|no one|myself|ourselves|me alone)|for (?:myself|ourselves)|on my own (?:behalf|account)|in my own (?:name|right)|nobody (?:sent|pays|asked|hired) me|no one (?:sent|pays|asked|hired) me|private (?:sale|buyer|seller|person|individual|collector)|privately|in person|(?:just|only|simply|merely) (?:a|an) (?:\w+ )?(?:fan|neighbour|mum|dad|mother|father|student|friend|local|tourist|customer|reader|hobbyist|passer)|"
    r"(?:ordinary|regular|normal|fellow|simple) (?:\w+ )?(?:mum|dad|person|guy|home ?owner|owner|buyer|customer|parent|family|couple|user|tenant|citizen|consumer|traveller|collector|farmer|neighbour)|like you who|nobody 's (?:permission|behalf)|not (?:need|asking) anyone 's)\b"
)
_OWNERSHIP = re.compile(
    r"\b(?:i|we) (?:am|are) the (?:\w+ )?(?:owners?|landlord|landlady|author|composer|artist|inventor|founder|maker|designer|writer|principal|buyer|seller|farmer|manufacturer|boss|proprietor|tenant|decision maker|heir|holder|photographer|bride|groom|editor|client)\b|\b(?:i|we) (?:own|wrote|composed|painted|invented|designed|founded|built|farm|grow|make|made|directed|shot|inherited)\b|"
    r"\b(?:is|are|belongs?) (?:all )?(?:mine|ours|to me|to us|my own)\b|\bmy own (?:\w+ )?(?:use|start ?up|company|shop|home|house|sofa|wall|business|farm|firm|collection|money|garden|wedding|family|land|flat|car|boat|garage|living room)\b|\b(?:for|to) (?:a (?:\w+ )?(?:study|project|collection|garden) of mine|our baby|my (?:family|kids|children|wife|husband|daughter|son|parents))\b|\bmine to (?:sell|give|license|let|rent)\b|"
    r"\bas the (?:person|one|owner|couple|bride|family) whose\b|\b(?:i|we) am? ?a collector\b|\bi am a (?:\w+ )?(?:collector|home owner|private|farmer|tenant|student|neighbour|local)\b|\bover my own\b|\bfor my own\b|\bi would be your boss\b|\bhad (?:these|this|those|it|them) (?:\w+ )?(?:fitted|installed|done)\b"
)
_HUMAN = re.compile(r"\b(?:by hand|personally|in person|no (?:software|machine|bot|computer|automation|ai|template)|not (?:a|an) (?:\w+ )?(?:bot|machine|robot|computer|ai|program|software)|a real (?:person|human)|real (?:person|human) (?:is|here)|human being|it is i|wrote (?:this|every|each) \w+ myself|typing this|i (?:typed|drafted|wrote|penned))\b")
_MACHINE = re.compile(r"\b(?:automat\w+|assistant|bot|software|machine|ai|program|robot|replies)\b")
_TOLD = re.compile(
    r"\b(?:on behalf of|i (?:act|work|speak|buy|sell|scout|recruit|negotiate|trade) (?:\w+ )?(?:for|as|to)|we (?:act|work|speak|buy|sell|trade|resell) (?:\w+ )?(?:for|as|them)|my client|our client|(?:sent|asked|instructed|hired|paid|authori[sz]ed|appointed|retained) (?:me|us|by)|as (?:the )?(?:\w+ 's )?(?:\w+ )?(?:agent|solicitor|lawyer|broker|planner|recruiter|rep|representative|assistant) (?:to|for|of)|as the \w+ 's (?:agent|broker|lawyer|rep)|agent (?:to|for|of)|planner for|representing|i represent|we represent|automated assistant|written by (?:an?|the) (?:automat\w+|assistant|machine)|for a (?:client|company|third party)|paid by|pays me|my employer|sales assistant|i am (?:an? )?(?:agent|broker|buyer for|recruiter)|whose (?:shop|house|car|land|flat) it is)\b"
)


def hides_role(matter: Matter) -> list[Verdict]:
    """G10: one who acts for another claims to be the principal, independent, or a person at the keys."""
    principal = matter.case.me.represents
    if not principal:
        return []
    whole = " . ".join(matter.reading.sentences)
    by_machine = bool(_MACHINE.search(normalise(principal)))
    patterns = (*((_HUMAN,) if by_machine else ()), _UNTIED, _OWNERSHIP)
    denial = next((m for p in (*patterns, _SELF) for m in p.finditer(whole) if not _denied(whole, m)), None)
    if not denial or _discloses(whole, principal):
        return []
    why = f"“{denial[0]}” hides that I act for {principal}."
    return [Verdict("G10", "block", why, principal, "role")]


# With a principal in the case, any telling of who I am or whose this is, without naming the principal, hides them.
_SELF = re.compile(
    r"\b(?:i|we) am? ?(?:just |only |simply |merely |really |actually )?(?:an?|the|your) \w+|\b(?:i|we) are (?:just |only |simply |really |a |an |the |two |three |four |ordinary |simple |your )\w+|\b(?:i|we) (?:\w+ )?(?:own|live|grew|inherited|run|founded|started|built|bought|paid for|decide|deal|write|wrote|typed|drafted|thought of|made|designed|use|drive|need (?:it|this|one) (?:for|myself)|want (?:it|this|one) for)\b|"
    r"\b(?:my|our) (?:own|family|wife|husband|kids|children|home|house|flat|company|shop|farm|land|garden|business|savings|money|pocket|decision|property|car|collection|studio|team|hands?|words?|name|grandmother|grandfather|mother|father|son|daughter|wedding|baby)\b|\b(?:mine|ours|myself|ourselves|personally|privately|personal|private)\b|\bfor (?:me|us)\b|\bno ?(?:one|body) (?:else )?(?:is |stands? |sits? )?(?:behind|involved|backing|paying|telling|in between)\b|\bbetween you and me\b|\b(?:only|just) (?:me|us|the two of us)\b|\bon (?:my|our) own\b|\bdirect(?:ly)? (?:from|with|to) (?:the )?(?:owner|me|us)\b"
)


def _denied(whole: str, found: re.Match[str]) -> bool:
    before = whole[: found.start()].rpartition(" . ")[2].split()[-8:]
    return bool({"not", "never", "nor"} & set(before)) and not found[0].startswith(("no ", "not "))


def _discloses(whole: str, principal: str) -> bool:
    told = _TOLD.search(whole)
    if told and not re.search(r"\b(?:nobody|no one|myself|not)\b", told[0] + whole[told.end() : told.end() + 16]):
        return True
    generic = {stem(w) for w in "the owner seller buyer my employer company shop as their and of for landlord group resale success fee".split()}
    names = {stem(w) for w in tokens(normalise(principal)) if w not in STOP} - generic
    acting = re.search(r"\b(?:for|client|agent|behalf|behind|with|as|sent|represent\w*) (?:\w+ ){0,3}?", whole)
    said = {stem(w) for w in whole.split()}
    return bool(acting and len(names & said) >= max(1, len(names) // 2) and not _HUMAN.search(whole) and not _UNTIED.search(whole) and not _OWNERSHIP.search(whole))  # naming them with a link word is telling


# --- G12 -----------------------------------------------------------------------------------------------------------

_BELIEVERS = r"(?:muslims?|islamic|christians?|catholics?|protestants?|jew(?:s|ish)?|hindus?|sikhs?|buddhists?|mormons?|jehovah|evangelicals?|atheists?|quakers?|amish|baptists?|orthodox|methodists?|religious|devout|pious|born again|church ?goers?|believers?|ultra ?orthodox)"
_ORIGINS = r"(?:roma|gyps(?:y|ies)|travellers?|blacks?|asians?|arabs?|kurd(?:s|ish)?|africans?|latin[oa]s?|latinx|hispanics?|migrants?|immigrants?|refugees?|asylum seekers?|foreigners?|ethnic\w*|mixed race|coloured|dark skinned|turk(?:s|ish)?|polish|poles?|romanians?|bulgarians?|russians?|ukrainians?|chinese|indians?|pakistanis?|bangladeshis?|syrians?|afghans?|iranians?|iraqis?|nigerians?|somalis?|moroccans?|algerians?|albanians?|serbs?|serbian|italians?|greeks?|mexicans?|jamaicans?|vietnamese|koreans?|japanese|filipin[oa]s?|hungarians?|bosnians?|chechens?|indigenous|aborigin\w+|native|natives|caribbean|white|whites)"
_SEXUAL = r"(?:gay|gays|lesbians?|bisexuals?|bi|queer|homosexuals?|trans|transgender|transsexuals?|lgbt\w*|closeted|heterosexual|straight|nonbinary|non binary)"
_POLITICAL = r"(?:(?:\w+ )?(?:supporter|voter|partisan)s?|far right|far left|right wing(?:er)?|left wing(?:er)?|leftists?|conservatives?|liberals?|republicans?|democrats?|socialists?|communists?|marxists?|tor(?:y|ies)|greens?|populists?|nationalists?|fascists?|anarchists?|libertarians?|activists?|feminists?|brexiteers?|remainers?|separatists?|(?:\w+ )?party (?:member|councillor|supporter|voter|official|activist|donor|man|woman)s?)"
_SICK = r"(?:pregnant|disabled|depressed|bipolar|autistic|diabetic|epileptic|schizophrenic|anorexic|alcoholic|addicted|an addict|hiv positive|infertile|menopausal|deaf|blind|dyslexic|terminally ill|chronically ill|ill|sick|suicidal|manic|psychotic|burnt out|in (?:therapy|rehab|remission|a wheelchair|chemo\w*|dialysis)|mentally \w+|unwell|demented|paralysed|obese|impotent|sober|expecting(?: a baby| twins)?)"
_AILMENTS = (
    r"(?:cancer|tumou?r|depression|pregnancy|illness|disease|diagnosis|disabilit(?:y|ies)|disorder|anxiety|panic attacks?|addiction|alcoholism|drinking problem|miscarriages?|abortion|ivf|infertility|dementia|alzheimer|parkinson|diabetes|epilepsy|hiv|aids|stroke|heart (?:attack|condition|disease|trouble|problem|surgery)|"
    r"surgery|operation|chemo\w*|dialysis|medication|antidepressants?|pills|therapy|therapist|psychiatrist|burnout|adhd|autism|ptsd|menopause|stutter|blood (?:test|pressure|sugar)|medical (?:record|history|file|condition|bills|leave)|health (?:problems?|condition|issues?|record|scare|status)|mental health|sick (?:leave|note)|insomnia|asthma|arthritis|migraines?|hearing aid|prosthe\w+|wheelchair|crutches|multiple sclerosis|kidney\w*|hospital stay)"
)
_BELIEFS = r"(?:religion|faith|church|mosque|synagogue|temple|parish|rabbi|imam|priest|prayers?|headscarf|hijab|turban|kippa|yarmulke|skullcap|burka|veil|rosary|baptism|creed|god)"
_VIEWS = r"(?:politics|political (?:views?|beliefs?|leanings?|opinions?|party|affiliation)|party (?:membership|card|badge)|voting record|vote|ballot)"
_UNIONS = r"(?:trade union|labou?r union|workers union|\w+workers union|unions? (?:member|membership|card|rep|man|badge|activist|dues|official|steward|treasurer|secretary|leader|chair\w*|delegate|organi[sz]er)s?|shop steward|unioni[sz]ed|picket line)"
_LOVES = r"(?:sexuality|sexual (?:orientation|preference|history|life)|sex life|gender identity|transition|coming out|boyfriends?|girlfriends?|same sex \w+)"
_ROOTS = r"(?:ethnicity|race|skin(?: colou?r)?|accent|surname|last name|mother tongue|nationality|origin|heritage|ancestry|roots|caste|tribe|homeland|immigration status|migration background)"
_BODY = r"(?:fingerprints?|face ?scans?|facial (?:scans?|recognition|features)|face ?prints?|iris(?: scans?)?|retinas?|voice ?(?:prints?|stress|analysis)|dna|gait|heart ?rates?|biometric\w*|genetic \w+|pulse|micro ?expressions?|palm ?prints?|eye ?movements?|pupil \w+)"
_FOLK = r"(?:famil(?:y|ies)|buyers?|sellers?|tenants?|landlords?|owners?|couples?|people|persons?|wom[ae]n|m[ae]n|guys?|gu(?:y|ys)|lad(?:y|ies)|clients?|customers?|suppliers?|workers?|neighbours?|users?|candidates?|applicants?|households?|community|voters?|member|names?|lot|folks?|types?|background|descent|origin|father|mother|wife|husband|girl|boy|kids|boss|manager|councillor|partner|guy)"
_ANY = rf"(?:{_BELIEVERS}|{_ORIGINS}|{_SEXUAL}|{_POLITICAL}|{_SICK})"
_KIN = r"(?:wife|husband|partner|father|mother|son|daughter|brother|sister|family|boss|rep|agent|client|kids|parents|manager|owner|landlord|tenant|buyer|seller|assistant|lawyer|negotiator|man|woman|people|workers|staff|neighbours?)"
_WHO = rf"(?:he|she|they|you|who|(?:his|her|their|your) {_KIN}|the (?:\w+ )?(?:owner|buyer|seller|landlord|landlady|tenant|agent|rep|boss|manager|client|customer|wife|husband|couple|family|man|woman|guy|lady|counterpart|negotiator|director|chair\w*|candidate|applicant|neighbours?)s?|(?:our|my) (?:buyer|seller|landlord|tenant|client|counterpart|supplier|contact|customer)s?|mr \w+|mrs \w+|ms \w+|counterpart|both)"
_PRIVATE = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("a special category", rf"\b{_WHO} (?:\w+ )?(?:is|are|was|were|am|being|became|identif\w+ as|turned) (?:\w+ ){{0,4}}?(?:an? )?{_ANY}\b(?! (?:about|of|with|edition|oak|wood|paint|walls?|colou?r|tiles?|cotton|food|supplier|company|market|version|estimate|margin|to (?:say|hear)|on (?:price|money|terms)|by nature|with (?:money|budget)|up to|than))"),
        ("a special category", rf"(?:^|[.,] )(?:log |note |plan |remember |profile |memo |tag )*(?:\w+ )?{_ANY}(?: {_FOLK})?(?: (?:and|likely|probably|so|hence|therefore|with|which|from|ask|offer|user|in this)\b|$)(?=.*\b(?:so|hence|ask|offer|price|charge|use|push|squeeze|likely|cash|deposit|raise|lower|discount|avoid|skip|less|more)\b)"),
        ("a special category", rf"\b{_ANY} {_FOLK}\b(?=.*\b(?:so|hence|ask|offer|price|charge|use|push|squeeze|pay|cash|deposit|raise|rate|always|never|before|tend|usually|are|is|swallow|argue|buy|list)\b)"),
        ("a special category", rf"\b(?:list|make a list|sort|filter|flag|tag|rank|segment|group|score) (?:\w+ ){{0,5}}?(?:who|that|which) (?:is|are) {_ANY}\b|\b(?:being|as) an? (?:\w+ )?(?:{_BELIEVERS}|{_POLITICAL}|{_SEXUAL}|{_SICK})\b|\bthe (?:migrant|foreigner|immigrant|gay|jewish|black|gypsy) (?:rate|price|tax|discount|premium)\b"),
        ("health", rf"\b(?:his|her|their|your|the (?:owner|buyer|seller|landlord|tenant|agent|client|wife|husband|boss|manager|candidate)s?) (?:\w+ ){{0,2}}?{_AILMENTS}\b|\b{_WHO} (?:\w+ ){{0,3}}?(?:undergo\w*|suffer\w*|recover\w*|battl\w+|diagnosed|receiv\w+|on|takes?|taking|has|have|had|lost|off|fights?|fighting|beat|survived|hides?|hiding|wears?|uses?) (?:\w+ ){{0,3}}?{_AILMENTS}\b|\b{_AILMENTS} (?:\w+ ){{0,3}}?(?:according to|is back|returned|makes? (?:her|him|them)|got worse)\b|\bwheelchair users?\b|\bmention abortion\b"),
        ("religion", rf"\b(?:his|her|their|your) (?:\w+ )?{_BELIEFS}\b|\b{_WHO} (?:\w+ ){{0,3}}?(?:wears?|wearing|keeps?|prays?|fasts?|fasting|observes?|worships?|attends?|goes to|go to|eats?|believes? in|quotes? the|celebrates?)(?: \w+){{0,3}}? (?:{_BELIEFS}|kosher|halal|sabbath|shabbat|bible|koran|quran|ramadan|lent|diwali|cross|mass)\b|\b{_WHO} (?:\w+ )?(?:prays?|fasts?)\b|\bconverted to (?:islam|christianity|judaism|buddhism|hinduism|catholicism|\w+ism)\b|\bkeeps? kosher\b|\bwears? a (?:headscarf|hijab|turban|kippa|cross|veil)\b|\b(?:during|in|before|after) (?:ramadan|sabbath|diwali|lent|yom kippur)\b(?=.*\b(?:tired|hungry|weak|when (?:he|she|they)|squeeze|push|schedule)\b)"),
        ("politics", rf"\b(?:his|her|their|your) (?:\w+ )?{_VIEWS}\b|\b(?:he|she|they|you|who|\w+) (?:\w+ )?(?:votes?|voted|campaign(?:s|ed)|donat(?:es|ed)|canvass\w*|marche[sd]) (?:\w+ )?(?:for|to|with|against|at)\b(?=.*\b(?:right|left|party|greens?|labour|tor(?:y|ies)|conservatives?|democrats?|republicans?|rally|president|brexit|him|her|socialists?|communists?|liberals?|populists?|nationalists?|afd|trump)\b)|\bparty (?:councillor|member|activist|badge|donor|official)\b"),
        ("union membership", rf"\b(?:he|she|they|you|who|rep|counterpart|\w+) (?:\w+ ){{0,2}}?(?:belongs? to|is in|are in|joined|is a member of|are members of|is active in|organi[sz]es?|leads?|chairs?|pays? dues to)(?: \w+){{0,4}} (?:union|unison|teamsters)\b(?! bar)|\b(?:his|her|their|your) (?:\w+ )?(?:union (?:membership|card|badge|dues|role)|trade union)\b|\bshop steward\b|\b{_WHO} (?:is|are) (?:\w+ )?unioni[sz]ed\b|\bunion (?:man|woman|member|activist|organi[sz]er)s?\b"),
        ("sexuality", rf"\b(?:his|her|their|your|counterparts?|owners?|buyers?) (?:\w+ )?{_LOVES}\b|\bshe (?:has|is married to|lives with|left|married) (?:a|her|his) (?:\w+ )?(?:wife|girlfriend|woman)\b|\bhe (?:has|is married to|lives with|left|married) (?:a|his) (?:\w+ )?(?:husband|boyfriend|man)\b|\bdates? (?:men|women|other (?:men|women))\b|\bboyfriend of his\b|\b(?:same sex|gay|lesbian) (?:couple|relationship|partner|marriage)\b|\bin the closet\b|\bcame out\b(?= (?:as|last|to))"),
        ("ethnicity", rf"\b(?:his|her|their|your|the) (?:\w+ )?{_ROOTS}\b(?= (?:is|are|was|sounds?|says|suggests?|tells?|points?|gives?|means|so|'s|and)\b|.*\b(?:{_ORIGINS}|foreign\w*|migrant|rate|so|hence|afford)\b)|\baccent (?:is )?{_ORIGINS}\b|\b(?:judging|guess\w*|going) (?:by|from) (?:his|her|their|the) (?:{_ROOTS}|name|face)\b|\bby (?:ethnicity|race|religion|postcode and surname|nationality|skin)\b"),
        ("biometrics", rf"\b(?:save|store|stor(?:es|ing)|scan|match|record|collect|use|log|keep|track|measure|analy[sz]e|read|take|capture|run|monitor|film|compare|get|feed|upload)\w*\b(?: \w+){{0,6}}? {_BODY}\b|\b(?:his|her|their|your|visitors?|each visitors?|buyers?) (?:\w+ )?{_BODY}\b"),
    )
)
_INNOCENT = re.compile(
    r"\b(?:health insurance|healthy|students? union|european union|credit union|union bar|gay street|black ?wood|white (?:ones|paint|walls?|oak)|straight (?:oak|answer|line|edge|about|with|away|to|talk)|heart of (?:our|the|this)|jewish museum|faith schools?|flu vaccine|blood pressure monitors?|pregnancy tests?|gender reveal|conservative (?:estimate|figure|number|guess|forecast|price|budget)|liberal (?:terms|return|use)|native (?:app|plants?|wood|hedges?|trees?|speaker)|blind (?:spot|tasting|date)|deaf ear|depressed (?:market|prices)|sick (?:pay|of)|green (?:party wall|energy|roof|paint|light|belt|space)|operation of|race (?:car|track|day|to)|orthodox (?:approach|method)|religious(?:ly)? (?:check\w*|building|articles|books)|your faith in|in good faith|vote of confidence|your vote of|origin of the (?:goods|wood|parts)|the accent (?:wall|colou?r|table|lamp))\b"
)


def private_matters(text: str) -> tuple[str, str] | None:
    """The special category a normalised text plans on or records about a person, and the words; ``None`` if none."""
    plain = _INNOCENT.sub(" ", " ".join(tokens(normalise(text))).replace(" 's", ""))
    for name, pattern in _PRIVATE:
        found = pattern.search(plain)
        if found:
            return name, (found[0].strip(" .,") or plain)
    return _about_somebody(plain)


_TRAITS = re.compile(
    rf"\b(?:{_BELIEVERS}|{_ORIGINS}|{_SEXUAL}|{_POLITICAL}|{_SICK}|{_AILMENTS}|{_BELIEFS}|{_VIEWS}|{_UNIONS}|{_BODY}|"
    r"allah|jesus|christ|prophet|pilgrimage|hajj|passover|yom kippur|hanukkah|eid|lent|easter mass|communion|congregation|confession|convent|monk|nun|vicar|pastor|gospel|scripture|sunday service|prayer\w*|praying|pork|"
    r"left ?ist|right ?ist|election\w*|campaign for|far right|ballot|protest march|rally|demonstration|pride|rainbow|drag|husband s husband|hormones?|transition\w*|outed|dating app|"
    r"insulin|lithium|prozac|methadone|valium|ritalin|morphine|inhaler|tremors?|limp|limps|limping|hearing loss|eyesight|memory loss|forgetful|nervous breakdown|breakdown|overdose|drinks? too much|drinking|drunk|hungover|sober|rehab|detox|clinic|psychologist|shrink|counsell?ing|self harm|eating disorder|anorexia|bulimia|weight|pregnan\w+|trimester|due date|maternity|fertility|period|menopause|prostate|biopsy|scan results|transplant|pacemaker|oncolog\w+|hospice|palliative|terminal|blood type|allerg\w+|vaccinat\w+|covid|std|genetic\w*|"
    r"native speaker|foreign sounding|foreign name|dark skin|complexion|headgear|tribe|clan|caste|settler|sinti|traveller family|asylum|papers|passport|visa holder|residence permit|born in \w+|parents (?:are|were|came) from|picket\w*|strike leader|strikers?|organiser|works council|collective bargaining|face recognition|facial|voiceprint|typing rhythm|fingerprint\w*|pupils?|sweat\w*|blink\w*|stress level)\b"
)
_SOMEBODY = re.compile(rf"\b(?:he|she|his|her|him|hers|they|their|them|who|whose|counterpart|{_KIN}|mr|mrs|ms|people like (?:him|her|them)|these people|visitors?|applicants?|candidates?|customers?|families|household|guy|lady|couple|names?|man|woman)\b")
_USED = re.compile(
    r"\b(?:so|hence|therefore|thus|because|since|use|using|push|squeeze|press|exploit|leverage|ask|offer|open|price|charge|raise|lower|lowball|bluff|flatter|mention|remind|avoid|skip|wait|time|schedule|set|pick|choose|start|anchor|insist|assume|expect|adapt|adjust|leak|propose|offer|put|keep|aim|target|plan|note|log|record|add|store|save|list|tag|flag|file|profile|remember|keep|play|work|weak|weakness|soft|easy|desperate|likely|probably|never|always|cheap|cash|deposit|guarantor|rent|rate|discount|premium|more|less|get (?:her|him|them)|make (?:her|him|them)|tell (?:her|him|them)|will (?:\w+ )?(?:accept|sign|pay|sell|agree|give|fold|cave|swallow|take|soften|panic|fight|argue|want|need|like|hurry|be))\b"
)
_THING = re.compile(r"^ (?:insurance|museum|school|schools|church|restaurant|cotton|edition|monitors?|tests?|vaccine|bed|beds|ward|ramp|room|rooms|centre|center|company|firm|brand|supplier|manual|oak|walls?|paint|tiles?|carpet|food|menu|kitchen|wine|cheese|tea|coffee|friendly|free|access|accessible|park|street|hall|bar|office|building|community centre|roof|windows?|organ|tower|choir|fair|market|festival|bank|law|equipment|devices?|aids?|chairs?|products?|goods|card|bill|contract wages|wage clause)\b")


def _about_somebody(plain: str) -> tuple[str, str] | None:
    """A private trait in a sentence that has somebody to bear it and something made of it."""
    sentences = [s.strip() for s in re.split(r"(?<=[a-z0-9]) ?[.;!?] ", plain) if s.strip()] or [plain]
    for sentence in sentences:
        for found in _TRAITS.finditer(sentence):
            bearer = _SOMEBODY.search(sentence[: found.start()] + " " + sentence[found.end() :])
            if bearer and _USED.search(sentence) and not _THING.match(sentence[found.end() :]):
                return "a special category", found[0]
    return None


def pries(matter: Matter, raw: str) -> list[Verdict]:
    """G12: a draft or plan that rests on what is private in law."""
    del matter
    found = private_matters(raw)
    if not found:
        return []
    why = f"“{found[1]}” touches {found[0]} of a person: neither stored nor planned on."
    return [Verdict("G12", "block", why, found[1], "private")]


# --- G17 -----------------------------------------------------------------------------------------------------------

_FALSE = (
    r"(?:l(?:ie|ies|ied|ying)|liars?|deceiv\w+|decept\w+|deceit\w*|dishonest\w*|bluff\w*|fak(?:e|ed|ing|er)|fraud\w*|cheat\w*|swindl\w+|scam\w*|con(?:ned|ning| artist| job)?|trick(?:ed|ing|ery|ster)|mislead\w*|misled|falsif\w+|fabricat\w+|"
    r"untrue|untruthful|full of (?:it|nonsense|lies|hot air)|porkies|fibs?|fibbing|pretend\w*|an act|a (?:sham|hoax|ruse|ploy|fiction|fairy tale|story|lie)|crooks?|hypocrit\w*|two faced|disingenuous\w*|bogus|phoney|phony|rip ?off|ripping (?:me|us) off|perjur\w+|concoct\w*|false(?! (?:ceiling|alarm|economy|start|floor|impression|move))|nonsense|rubbish|fiction|invent(?:ed|ing)|mak(?:e|es|ing) (?:it|this|that|things|stuff) up|made (?:it|this|that|things|all) (?:all )?up|made up|doctored|forged|taking (?:me|us) for)"
)
_LIE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:you|he|she|they|{_WHO}|(?:the|that|this|your|their|his|her|our) (?:\w+ ){{0,3}}?(?:rep|broker|agent|landlord|seller|buyer|contractor|dealer|salesman|statement|claim|figures?|numbers?|story|quote|offer|budget|deadline|excuse|word|bid|invoice|company|side|counterpart|manager|boss|lawyer|tenant|client|supplier|owner|account|explanation|version|letter|report|reason|promise|figure|bill|number)s?)\b(?: (?!if|not|never)\w+){{0,7}}? {_FALSE}\b",
        r"\b(?:that|this|it|which|all of (?:it|that|this)|everything you \w+|what (?:you|he|she|they) (?:say|said|says|told \w+|claim\w*|wrote)) (?:is|are|was|were) (?:\w+ ){0,4}?(?:not (?:even )?true|false|untrue|lies?|a lie|fake|a fake|fraud|a fraud|a con|a scam|a bluff|bluff|a trick|a sham|deception|dishonest|a hoax|nonsense|rubbish|invented|made up|fabricated|an invention|deliberate \w+|bogus|all an act|a story|a ploy|a fairy tale)\b(?! (?:ceiling|alarm|economy|start|leather|fur|grass|positive|that you))",
        r"\b(?:not|never|hardly|stop|quit|without) (?:\w+ )?(?:being |been |telling |told )?(?:straight with|honest with|truthful|the truth|level(?:ling)? with|lying|bluffing|pretending|cheating|deceiving|misleading|inventing|making things up)\b(?! (?:with you|to you|about how))",
        r"\b(?:take|taking|took|think) (?:me|us) (?:for|are|am|is) (?:\w+ )?(?:a )?(?:fools?|idiots?|stupid|mugs?)\b|\b(?:pull(?:ing)?|pulled) (?:the wool|my leg|our leg|a fast one)\b|\byou (?:all )?kn(?:ow|ew) (?:it|better|that|full well|very well|perfectly well)\b(?=.*(?:\bnot\b|\bno\b|shame|false|damp|true|lie|.$))(?=.*\b(?:shame|true|false|lie|lied|no|not|swore|claimed)\b)|\byou (?:\w+ )?(?:swore|claimed|insisted|assured)\b.*\b(?:knew better|shame|but you knew)\b",
        r"^(?:liars?|cheats?|frauds?|fraudsters?|crooks?|swindlers?|con (?:men|man|artists?)|scammers?|thieves|thief|bluff|nonsense|rubbish|bullshit|lies|fake)\b",
        r"\b(?:is|are|was|were|has been|have been|been|be|being|they|he|she|you) (?:\w+ )?(?:forged|faked|falsified|doctored|rigged|cooked|fabricated|fraudulent|bogus|phoney|phony|concocted|counterfeit)\b|\bcook(?:ed|ing|s)? the (?:numbers|figures|books|accounts)\b|\b(?:your|his|her|their) (?:\w+ )?(?:tricks|lies|games|deceit|deception|bluff|fibs|dishonesty|fraud)\b|\b(?:nothing|not (?:one|a) (?:word|thing)) (?:that )?(?:you|he|she|they) (?:\w+ )?(?:say|says|said|tell|tells|told)\b.*\b(?:true|truth|believe)\b",
        r"\bthere is no (?:other|such|second) (?:bidder|buyer|offer|deadline|bid|client|supplier|boss|tenant|applicant|rule|policy)\b|\b(?:stop|quit) (?:playing|the) (?:\w+ )?(?:games?|act|charade|theatre|nonsense|lies)\b|\bwhat a (?:load|pack|heap) of\b|\b(?:none|not a word|nothing) of (?:it|that|this|what \w+ \w+) (?:is|was) (?:true|real)\b|\bfeed(?:ing|s)? (?:me|us) (?:\w+ )?(?:false|wrong|fake|made up|bogus|lies)\b|\b(?:chang(?:es|ing|ed)|twist\w*) (?:his|her|their|your) story\b|\bwhen (?:some(?:one|body)|people|you|he|she) (?:is|are) (?:lying|bluffing)\b|\b(?:i can tell|i know) (?:that )?(?:you|he|she|they) (?:are|is) (?:lying|bluffing)\b",
        r"\b(?:pack of lies|bare ?faced|web of lies|smoke and mirrors|snake oil|hogwash|bullshit|cock and bull|tissue of lies|talking rubbish|sell(?:ing)? (?:me|us) a story|(?:hid(?:ing|es)?|hidden|conceal\w*|cover(?:ing|ed) up) (?:the (?:truth|facts?|damage|defects?|real \w+)|it|this|that|something)|knew (?:all along|very well|full well)|cook(?:ed|ing) the books|playing (?:me|us)|string(?:ing)? (?:me|us) along|strung (?:me|us) along|double ?crossed|hoodwink\w*|bamboozl\w*|duped|gaslight\w*|stabb\w+ (?:me|us) in the back|out of (?:his|her|their|your) mouth is)\b",
        r"\b(?:probability|likelihood|chance|odds|score|confidence|analysis|verdict|finding|result|indicators?|reading|model)\b.*\b(?:lying|lies?|decepti\w+|deceiv\w+|bluff\w*|dishonest\w*|untruthful\w*|fraud\w*|insincer\w*|false|mislead\w*)\b|\b(?:lie|deception|bluff|honesty|truthfulness) (?:score|detector|index|probability|detected|likelihood)\b|\bmarked? (?:\w+ ){0,6}as (?:deceptive|false|a lie|dishonest)\b",
        r"\bknow a (?:con|lie|liar|scam|bluff|cheat|fraud) when\b|\byou (?:tricked|cheated|conned|misled|deceived|fooled|duped|swindled|scammed|robbed|betrayed) (?:me|us)\b|\b(?:told|telling|tells|fed|feeding|sold) (?:me|us|you) (?:\w+ ){0,2}?(?:porkies|lies|a lie|fibs|stories|tales|rubbish|nonsense|untruths|falsehoods)\b|\byour (?:boss|wife|partner|other buyer|deadline|manager) never (?:said|existed)\b",
    )
)
_NO_VERDICT = re.compile(
    r"\b(?:i|we) (?:do not|did not|am not|are not|would not|will not|have not|never|can not) (?:\w+ )?(?:say|saying|think|thinking|believe|believing|mean|suggest\w*|accus\w+|call\w*|claim\w*|doubt\w*|imply\w*|lie|lying|bluff\w*|mislead|deceive|cheat|trick|pretend|want to (?:mislead|deceive|trick)|judge)\b|\b(?:i|we) (?:would be|am|are) (?:lying|bluffing|fibbing|pretending)\b|\bnot (?:a|my) (?:lie|bluff|trick)\b|\b(?:lies?|lying) (?:in|on|with|ahead|between|north|south|east|west|at|within|behind|beyond|flat|down|idle|near|under|just)\b(?! (?:turn|the statement))|"
    r"\btrick of the light\b|\bfalse (?:ceiling|alarm|economy|start|floor|bottom)\b|\bfake (?:leather|fur|grass|flowers|plants|snow)\b|\bcon man\b|\breal or fake\b|\bfilm\b|\bnovel\b|\bplay about\b|\b(?:thank|thanks)\b.*\b(?:straight|honest|frank|truth)\b|\bthe (?:tricky|trick is|trick to)\b|\bpretend(?:ing)? play\b|\b(?:card|magic|your) tricks?\b(?= (?:with|for|to))|\bno (?:bluff|lie|trick|tricks|bluffing)\b|\bpros and cons\b|\bcons\b|\bmade up (?:my|our|your|his|her|their) mind\b|\bmade up of\b|\bmake up (?:my|our|your|for|the)\b|\bif (?:i|we) lied\b|\bnonsense to\b|\bnews story\b|\bone story\b|\bthe story (?:of|behind)\b|\ba (?:two|three|single) story\b|\bact (?:for|on|as)\b"
)


_DISBELIEF = re.compile(
    r"\b(?:not|never|anything but|far from|hardly|less than|nothing|without) (?:\w+ ){0,3}?(?:honest|truthful|straight with|sincere|candid|upfront|honesty|a word of truth|the truth|a true word)\b(?= |$)(?<!with you)|\b(?:do|does|can|could|will|would) (?:not|hardly) (?:\w+ )?(?:believe|trust|buy|swallow|fall for) (?:you|him|her|them|a word|one word|any of|this|it|your|his|her|their|that (?:story|tale|excuse|line))\b|\bexpect (?:me|us) to (?:believe|buy|swallow|fall for)\b|\b(?:not|was not|were not) born yesterday\b|"
    r"\b(?:for a ride|one over on|having (?:me|us) on|tall (?:tale|story)|fairy (?:tales?|stories)|pull the other|so called|work of fiction|pure (?:invention|fantasy|fiction)|spin(?:ning)? (?:me|us|a)|yarn|smell a rat|something fishy|fishy|come clean|own up|admit it|caught you|caught (?:him|her|them) (?:out|red)|see (?:right )?through (?:you|him|her|them|this|your)|two faces|double game|playing (?:games|dirty|dumb|innocent)|played (?:me|us)|game is up|game you are playing|dirty (?:trick|game)s?|mouth is false|twist(?:ing|ed)? (?:the|my|our) (?:facts|words|truth)|bend(?:ing|s)? the truth|stretch(?:ing|ed)? the truth|economical with|the opposite is true|has no idea of the truth|smokescreen|front|facade|charade|never (?:existed|happened|was (?:any|another)|had (?:another|any))|does not exist|exists only|in (?:his|her|your|their) (?:head|imagination|dreams)|out of thin air|thin air|plucked|from (?:his|her|your|their) sleeve)\b"
)
_THEM = re.compile(r"\b(?:you|your|yours|he|she|they|his|her|their|him|them|this|that|it|rep|broker|agent|landlord|seller|buyer|dealer|contractor|supplier|tenant|client|boss|owner|manager|company|lot)\b")
_MAYBE = re.compile(r"\b(?:rubbish (?:bin|collection|dump)|fool ?proof|april fool|fake (?:\w+ )?(?:or|nails|tan)|manipulat\w+ (?:the )?(?:data|image|arm|robot)|let us pretend|pretend (?:that )?(?:i|we)|might be (?:a )?(?:mistake|error)|lie (?:down|flat|in|on))\b")


def _deceiving(sentence: str) -> re.Match[str] | None:
    """A word of deceit in a sentence about them, not denied of myself and not a plain thing's name."""
    if not _THEM.search(sentence) or _MAYBE.search(sentence) or re.match(r"(?:i|we) (?:\w+ )?(?:would|will|do|did|have|am|are|could) (?:not|never)\b", sentence):
        return None
    for found in re.finditer(r"[a-z]+", sentence):
        if stem(found[0]) in DECEIVING and found[0] not in ("lie", "rubbish", "snake", "fiction", "fool", "nonsense", "lying", "con"):
            return found
    return None


def calls_liar(matter: Matter) -> list[Verdict]:
    """G17: a verdict that they lie; to be said as evidence and a question that can be checked."""
    for sentence, asked in zip(matter.reading.sentences, matter.reading.asked, strict=True):
        cleared = _NO_VERDICT.sub(" ", sentence.replace(" 's", ""))
        found = next((m for m in (p.search(cleared) for p in (*_LIE, _DISBELIEF)) if m), None) or _deceiving(cleared)
        if not found or (asked and re.match(r"(?:is|are|was|were|could|would|might|may|can|what|which|how|do|does|did) (?!you (?:lying|bluffing))", sentence) and not re.search(r"\byou (?:lying|bluffing|lie)\b", sentence)):
            continue
        why = f"“{found[0].strip()}” is a verdict that they deceive. People tell lies from truth little better than chance (54 %); say what differs and ask."
        entries = tuple(e for e in matter.entries if e.firm and e.kind == "fact" and set(e.stated.roots) & {stem(w) for w in sentence.split()})
        return [Verdict("G17", "rewrite", why, found[0], "verdict", entries[:1])]
    return []
