"""Does a text record or plan on what is private in law: health, belief, politics, union, love, origin, body (G12)?"""

from __future__ import annotations

import re

from upperhand.limits.bearers import hands_off, of_persons
from upperhand.limits.persons import tied
from upperhand.limits.verdict import Verdict
from upperhand.limits.words import normalise, tokens

_BELIEVERS = (
    r"(?:muslims?|islamic|christians?|catholics?|protestants?|jew(?:s|ish)?|hindus?|sikhs?|buddhists?|mormons?|"
    r"jehovah|evangelicals?|atheists?|quakers?|amish|baptists?|orthodox|methodists?|religious|devout|pious|born "
    r"again|church ?goers?|believers?|ultra ?orthodox)"
)
_ORIGINS = (
    r"(?:roma|gyps(?:y|ies)|travellers?|blacks?|asians?|arabs?|kurd(?:s|ish)?|africans?|latin[oa]s?|latinx|"
    r"hispanics?|migrants?|immigrants?|refugees?|asylum seekers?|foreigners?|ethnic\w*|mixed race|coloured|dark "
    r"skinned|turk(?:s|ish)?|polish|poles?|romanians?|bulgarians?|russians?|ukrainians?|chinese|indians?|"
    r"pakistanis?|bangladeshis?|syrians?|afghans?|iranians?|iraqis?|nigerians?|somalis?|moroccans?|algerians?|"
    r"albanians?|serbs?|serbian|italians?|greeks?|mexicans?|jamaicans?|vietnamese|koreans?|japanese|filipin[oa]s?|"
    r"hungarians?|bosnians?|chechens?|indigenous|aborigin\w+|native|natives|caribbean|white|whites)"
)
_SEXUAL = (
    r"(?:gay|gays|lesbians?|bisexuals?|bi|queer|homosexuals?|trans|transgender|transsexuals?|lgbt\w*|closeted|"
    r"heterosexual|straight|nonbinary|non binary)"
)
_POLITICAL = (
    r"(?:(?:\w+ )?(?:supporter|voter|partisan)s?|far right|far left|right wing(?:er)?|left wing(?:er)?|leftists?|"
    r"conservatives?|liberals?|republicans?|democrats?|socialists?|communists?|marxists?|tor(?:y|ies)|the greens|"
    r"populists?|nationalists?|fascists?|anarchists?|libertarians?|activists?|feminists?|brexiteers?|remainers?|"
    r"separatists?|(?:\w+ )?party (?:member|councillor|supporter|voter|official|activist|donor|man|woman)s?)"
)
_SICK = (
    r"(?:pregnant|disabled|depressed|bipolar|autistic|diabetic|epileptic|schizophrenic|anorexic|alcoholic|"
    r"addicted|an addict|hiv positive|infertile|menopausal|deaf|blind|dyslexic|terminally ill|chronically ill|ill|"
    r"sick|suicidal|manic|psychotic|burnt out|in (?:therapy|rehab|remission|a wheelchair|chemo\w*|dialysis)|"
    r"mentally \w+|unwell|demented|paralysed|obese|impotent|sober|expecting(?: a baby| twins)?)"
)
_AILMENTS = (
    r"(?:cancer|tumou?r|depression|pregnancy|illness|disease|diagnosis|disabilit(?:y|ies)|disorder|anxiety|panic "
    r"attacks?|addiction|alcoholism|drinking problem|miscarriages?|abortion|ivf|infertility|dementia|alzheimer|"
    r"parkinson|diabetes|epilepsy|hiv|aids|stroke|heart (?:attack|condition|disease|trouble|problem|surgery)|"
    r"surgery|operation|chemo\w*|dialysis|medication|antidepressants?|pills|therapy|therapist|psychiatrist|"
    r"burnout|adhd|autism|ptsd|menopause|stutter|blood (?:test|pressure|sugar)|medical (?:record|history|file|"
    r"condition|bills|leave)|health (?:problems?|condition|issues?|record|scare|status)|mental health|sick "
    r"(?:leave|note)|insomnia|asthma|arthritis|migraines?|hearing aid|prosthe\w+|wheelchair|crutches|multiple "
    r"sclerosis|kidney\w*|hospital stay)"
)
_BELIEFS = (
    r"(?:religion|faith|church|mosque|synagogue|temple|parish|rabbi|imam|priest|prayers?|headscarf|hijab|turban|"
    r"kippa|yarmulke|skullcap|burka|veil|rosary|baptism|creed|god)"
)
_VIEWS = (
    r"(?:politics|political (?:views?|beliefs?|leanings?|opinions?|party|affiliation)|party (?:membership|card|"
    r"badge)|voting record|vote|ballot)"
)
_UNIONS = (
    r"(?:trade union|labou?r union|workers union|\w+workers union|unions? (?:member|membership|card|rep|man|badge|"
    r"activist|dues|official|steward|treasurer|secretary|leader|chair\w*|delegate|organi[sz]er)s?|shop steward|"
    r"unioni[sz]ed|picket line)"
)
_LOVES = (
    r"(?:sexuality|sexual (?:orientation|preference|history|life)|sex life|gender identity|transition|coming out|"
    r"boyfriends?|girlfriends?|same sex \w+)"
)
_ROOTS = (
    r"(?:ethnicity|race|skin(?: colou?r)?|accent|surname|last name|mother tongue|nationality|origin|heritage|"
    r"ancestry|roots|caste|tribe|homeland|immigration status|migration background)"
)
_BODY = (
    r"(?:fingerprints?|face ?scans?|facial (?:scans?|recognition|features)|face ?prints?|iris(?: scans?)?|"
    r"retinas?|voice ?(?:prints?|stress|analysis)|dna|gait|heart ?rates?|biometric\w*|genetic \w+|pulse|micro "
    r"?expressions?|palm ?prints?|eye ?movements?|pupil \w+)"
)
_FOLK = (
    r"(?:famil(?:y|ies)|buyers?|sellers?|tenants?|landlords?|owners?|couples?|people|persons?|wom[ae]n|m[ae]n|"
    r"guys?|gu(?:y|ys)|lad(?:y|ies)|clients?|customers?|suppliers?|workers?|neighbours?|users?|candidates?|"
    r"applicants?|households?|community|voters?|member|names?|lot|folks?|types?|background|descent|origin|father|"
    r"mother|wife|husband|girl|boy|kids|boss|manager|councillor|partner|guy)"
)
_ANY = rf"(?:{_BELIEVERS}|{_ORIGINS}|{_SEXUAL}|{_POLITICAL}|{_SICK})"
_KIN = (
    r"(?:wife|husband|partner|father|mother|son|daughter|brother|sister|family|boss|rep|agent|client|kids|parents|"
    r"manager|owner|landlord|tenant|buyer|seller|assistant|lawyer|negotiator|man|woman|people|workers|staff|"
    r"neighbours?)"
)
SOMEBODY_NAMED = (
    rf"(?:he|she|they|you|who|(?:his|her|their|your) {_KIN}|the (?:\w+ )?(?:owner|buyer|seller|landlord|landlady|"
    rf"tenant|agent|rep|boss|manager|client|customer|wife|husband|couple|family|man|woman|guy|lady|counterpart|"
    rf"negotiator|director|chair\w*|candidate|applicant|neighbours?)s?|(?:our|my) (?:buyer|seller|landlord|tenant|"
    rf"client|counterpart|supplier|contact|customer)s?|mr \w+|mrs \w+|ms \w+|counterpart|both)"
)
_PRIVATE = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "a special category",
            rf"\b{SOMEBODY_NAMED} (?:\w+ )?(?:is|are|was|were|am|being|became|identif\w+ as|"
            rf"turned) (?:\w+ ){{0,4}}?(?:an? )?{_ANY}\b(?! (?:about|of|with|edition|oak|wood|"
            rf"paint|walls?|colou?r|tiles?|cotton|food|supplier|company|market|version|estimate|"
            rf"margin|to (?:say|hear)|on (?:price|money|terms)|by nature|with (?:money|budget)|"
            rf"up to|than))",
        ),
        (
            "a special category",
            rf"(?:^|[.,] )(?:log |note |plan |remember |profile |memo |tag )*(?:\w+ )?{_ANY}(?: "
            rf"{_FOLK})?(?: (?:and|likely|probably|so|hence|therefore|with|which|from|ask|offer|"
            rf"user|in this)\b|$)(?=.*\b(?:so|hence|ask|offer|price|charge|use|push|squeeze|"
            rf"likely|cash|deposit|raise|lower|discount|avoid|skip|less|more)\b)",
        ),
        (
            "a special category",
            rf"\b{_ANY} {_FOLK}\b(?=.*\b(?:so|hence|ask|offer|price|charge|use|push|squeeze|pay|"
            rf"cash|deposit|raise|rate|always|never|before|tend|usually|are|is|swallow|argue|"
            rf"buy|list)\b)",
        ),
        (
            "a special category",
            rf"\b(?:list|make a list|sort|filter|flag|tag|rank|segment|group|score) (?:\w+ "
            rf"){{0,5}}?(?:who|that|which) (?:is|are) {_ANY}\b|\b(?:being|as) an? (?:\w+ "
            rf")?(?:{_BELIEVERS}|{_POLITICAL}|{_SEXUAL}|{_SICK})\b|\bthe (?:migrant|foreigner|"
            rf"immigrant|gay|jewish|black|gypsy) (?:rate|price|tax|discount|premium)\b",
        ),
        (
            "health",
            rf"\b(?:his|her|their|your|the (?:owner|buyer|seller|landlord|tenant|agent|client|wife|husband|"
            rf"boss|manager|candidate)s?) (?:\w+ ){{0,2}}?{_AILMENTS}\b|\b{SOMEBODY_NAMED} (?:\w+ "
            rf"){{0,3}}?(?:undergo\w*|suffer\w*|recover\w*|battl\w+|diagnosed|receiv\w+|on|takes?|taking|"
            rf"has|have|had|lost|off|fights?|fighting|beat|survived|hides?|hiding|wears?|uses?) (?:\w+ "
            rf"){{0,3}}?{_AILMENTS}\b|\b{_AILMENTS} (?:\w+ ){{0,3}}?(?:according to|is back|returned|makes? "
            rf"(?:her|him|them)|got worse)\b|\bwheelchair users?\b|\bmention abortion\b",
        ),
        (
            "religion",
            rf"\b(?:his|her|their|your) (?:\w+ )?{_BELIEFS}\b|\b{SOMEBODY_NAMED} (?:\w+ "
            rf"){{0,3}}?(?:wears?|wearing|keeps?|prays?|fasts?|fasting|observes?|worships?|attends?|goes "
            rf"to|go to|eats?|believes? in|quotes? the|celebrates?)(?: \w+){{0,3}}? (?:{_BELIEFS}|kosher|"
            rf"halal|sabbath|shabbat|bible|koran|quran|ramadan|lent|diwali|cross|mass)\b|"
            rf"\b{SOMEBODY_NAMED} (?:\w+ )?(?:prays?|fasts?)\b|\bconverted to (?:islam|christianity|"
            rf"judaism|buddhism|hinduism|catholicism|\w+ism)\b|\bkeeps? kosher\b|\bwears? a (?:headscarf|"
            rf"hijab|turban|kippa|cross|veil)\b|\b(?:during|in|before|after) (?:ramadan|sabbath|diwali|"
            rf"lent|yom kippur)\b(?=.*\b(?:tired|hungry|weak|when (?:he|she|they)|squeeze|push|schedule)\b)",
        ),
        (
            "politics",
            rf"\b(?:his|her|their|your) (?:\w+ )?{_VIEWS}\b|\b(?:he|she|they|you|who|\w+) (?:\w+ "
            rf")?(?:votes?|voted|campaign(?:s|ed)|donat(?:es|ed)|canvass\w*|marche[sd]) (?:\w+ )?(?:for|"
            rf"to|with|against|at)\b(?=.*\b(?:right|left|party|greens?|labour|tor(?:y|ies)|conservatives?|"
            rf"democrats?|republicans?|rally|president|brexit|him|her|socialists?|communists?|liberals?|"
            rf"populists?|nationalists?|afd|trump)\b)|\bparty (?:councillor|member|activist|badge|donor|"
            rf"official)\b",
        ),
        (
            "union membership",
            rf"\b(?:he|she|they|you|who|rep|counterpart|\w+) (?:\w+ ){{0,2}}?(?:belongs? to|is in|"
            rf"are in|joined|is a member of|are members of|is active in|organi[sz]es?|leads?|"
            rf"chairs?|pays? dues to)(?: \w+){{0,4}} (?:union|unison|teamsters)\b(?! bar)|"
            rf"\b(?:his|her|their|your) (?:\w+ )?(?:union (?:membership|card|badge|dues|role)|"
            rf"trade union)\b|\bshop steward\b|\b{SOMEBODY_NAMED} (?:is|are) (?:\w+ "
            rf")?unioni[sz]ed\b|\bunion (?:man|woman|member|activist|organi[sz]er)s?\b",
        ),
        (
            "sexuality",
            rf"\b(?:his|her|their|your|counterparts?|owners?|buyers?) (?:\w+ )?{_LOVES}\b|\bshe (?:has|"
            rf"is married to|lives with|left|married) (?:a|her|his) (?:\w+ )?(?:wife|girlfriend|woman)\b|"
            rf"\bhe (?:has|is married to|lives with|left|married) (?:a|his) (?:\w+ )?(?:husband|"
            rf"boyfriend|man)\b|\bdates? (?:men|women|other (?:men|women))\b|\bboyfriend of his\b|"
            rf"\b(?:same sex|gay|lesbian) (?:couple|relationship|partner|marriage)\b|\bin the closet\b|"
            rf"\bcame out\b(?= (?:as|last|to))",
        ),
        (
            "ethnicity",
            rf"\b(?:his|her|their|your|the) (?:\w+ )?{_ROOTS}\b(?= (?:is|are|was|sounds?|says|suggests?|"
            rf"tells?|points?|gives?|means|so|'s|and)\b|.*\b(?:{_ORIGINS}|foreign\w*|migrant|rate|so|"
            rf"hence|afford)\b)|\baccent (?:is )?{_ORIGINS}\b|\b(?:judging|guess\w*|going) (?:by|from) "
            rf"(?:his|her|their|the) (?:{_ROOTS}|name|face)\b|\bby (?:ethnicity|race|religion|postcode "
            rf"and surname|nationality|skin)\b",
        ),
        (
            "biometrics",
            rf"\b(?:save|store|stor(?:es|ing)|scan|match|record|collect|use|log|keep|track|measure|"
            rf"analy[sz]e|read|take|capture|run|monitor|film|compare|get|feed|upload)\w*\b(?: "
            rf"\w+){{0,6}}? {_BODY}\b|\b(?:his|her|their|your|visitors?|each visitors?|buyers?) (?:\w+ "
            rf")?{_BODY}\b",
        ),
    )
)
_INNOCENT = re.compile(
    r"\b(?:health insurance|healthy|conservative (?:planner|investor|banker|buyer|approach|person|man with)|blind to|"
    r"students? union|european union|credit union|union bar|gay street|black ?wood|"
    r"white (?:ones|paint|walls?|oak)|straight (?:oak|answer|line|edge|about|with|away|to|talk)|heart of (?:our|"
    r"the|this)|jewish museum|faith schools?|flu vaccine|blood pressure monitors?|pregnancy tests?|gender reveal|"
    r"conservative (?:estimate|figure|number|guess|forecast|price|budget)|liberal (?:terms|return|use)|native "
    r"(?:app|plants?|wood|hedges?|trees?|speaker)|blind (?:spot|tasting|date)|deaf ear|depressed (?:market|"
    r"prices)|sick (?:pay|of)|green (?:party wall|energy|roof|paint|light|belt|space)|operation of|race (?:car|"
    r"track|day|to)|orthodox (?:approach|method)|religious(?:ly)? (?:check\w*|building|articles|books)|your faith "
    r"in|in good faith|vote of confidence|your vote of|origin of the (?:goods|wood|parts)|the accent (?:wall|"
    r"colou?r|table|lamp))\b"
)


def private_matters(text: str) -> tuple[str, str] | None:
    """The special category a normalised text plans on or records about a person, and the words; ``None`` if none."""
    text = " . ".join(s for s in _sentences(text) if not hands_off(_plain(s)))
    plain = of_persons(_INNOCENT.sub(" ", " ".join(tokens(normalise(text))).replace(" 's", "")))
    for name, pattern in _PRIVATE:
        found = pattern.search(plain)
        if found:
            return name, (found[0].strip(" .,") or plain)
    return _about_somebody(_sentences(text)) or _tied(text)


def _tied(text: str) -> tuple[str, str] | None:
    """The same, sentence by sentence, by who bears the trait and what is made of it."""
    plain = [_plain(s) for s in _sentences(text)]
    for sentence, after in zip(plain, [*plain[1:], ""][: len(plain)], strict=True):
        found = tied(sentence, after)
        if found:
            return "a special category", found
    return None


_TRAITS = re.compile(
    rf"\b(?:{_BELIEVERS}|{_ORIGINS}|{_SEXUAL}|{_POLITICAL}|{_SICK}|{_AILMENTS}|{_BELIEFS}|{_VIEWS}|{_UNIONS}|{_BODY}|"
    r"allah|jesus|christ|prophet|pilgrimage|hajj|passover|yom kippur|hanukkah|eid|lent|easter mass|communion|"
    r"congregation|confession|convent|monk|nun|vicar|pastor|gospel|scripture|sunday service|prayer\w*|praying|pork|"
    r"left ?ist|right ?ist|election\w*|campaign for|far right|ballot|protest march|rally|demonstration|pride|"
    r"rainbow|drag|husband s husband|hormones?|transition\w*|outed|dating app|"
    r"insulin|lithium|prozac|methadone|valium|ritalin|morphine|inhaler|tremors?|limp|limps|limping|hearing loss|"
    r"eyesight|memory loss|forgetful|nervous breakdown|breakdown|overdose|drinks? too much|drinking|drunk|"
    r"hungover|sober|rehab|detox|clinic|psychologist|shrink|counsell?ing|self harm|eating disorder|anorexia|"
    r"bulimia|pregnan\w+|trimester|due date|maternity|fertility|period|menopause|prostate|biopsy|scan "
    r"results|transplant|pacemaker|oncolog\w+|hospice|palliative|terminal|blood type|allerg\w+|vaccinat\w+|covid|"
    r"std|genetic\w*|"
    r"native speaker|foreign sounding|foreign name|dark skin|complexion|headgear|tribe|clan|caste|settler|sinti|"
    r"traveller family|asylum|visa holder|residence permit|born in \w+|parents (?:are|were|came) "
    r"from|picket\w*|strike leader|strikers?|organiser|works council|collective bargaining|face recognition|"
    r"facial|voiceprint|typing rhythm|fingerprint\w*|pupils?|sweat\w*|blink\w*|stress level)\b"
)
_PLAIN_TRAITS = re.compile(rf"(?:{_BELIEVERS}|{_SEXUAL}|{_SICK}|{_UNIONS})")
_SOMEBODY = re.compile(
    rf"\b(?:he|she|his|her|him|hers|they|their|them|who|whose|counterpart|{_KIN}|mr|mrs|ms|"
    rf"people like (?:him|her|them)|these people|visitors?|applicants?|candidates?|customers?|"
    rf"families|household|guy|lady|couple|names?|man|woman)\b"
)
_USED = re.compile(
    r"\b(?:so|hence|therefore|thus|because|since|use|using|push|squeeze|press|exploit|leverage|ask|offer|open|"
    r"price|charge|raise|lower|lowball|bluff|flatter|mention|remind|avoid|skip|wait|time|schedule|set|pick|choose|"
    r"start|anchor|insist|assume|expect|adapt|adjust|leak|propose|offer|put|keep|aim|target|plan|note|log|record|"
    r"add|store|save|list|tag|flag|file|profile|remember|keep|play|work|weak|weakness|soft|easy|desperate|likely|"
    r"probably|never|always|cheap|cash|deposit|guarantor|rent|rate|discount|premium|more|less|get (?:her|him|"
    r"them)|make (?:her|him|them)|tell (?:her|him|them)|will (?:\w+ )?(?:accept|sign|pay|sell|agree|give|fold|"
    r"cave|swallow|take|soften|panic|fight|argue|want|need|like|hurry|be))\b"
)
_THING = re.compile(
    r"^ (?:insurance|museum|school|schools|church|restaurant|cotton|edition|monitors?|tests?|"
    r"vaccine|bed|beds|ward|ramp|room|rooms|centre|center|company|firm|brand|supplier|manual|oak|"
    r"walls?|paint|tiles?|carpet|food|menu|kitchen|wine|cheese|tea|coffee|friendly|free|access|"
    r"accessible|park|street|hall|bar|office|building|community centre|roof|windows?|organ|tower|"
    r"choir|bells?|board|door|garden|art|history|exhibition|exhibits|music|cuisine|books?|design|software|client|"
    r"fair|market|festival|bank|law|equipment|devices?|aids?|chairs?|"
    r"products?|goods|card|"
    r"bill|contract wages|wage clause)\b"
)


def _sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?:[.!?]+(?:\s+|$)|\n)+", normalise(text)) if s]


def _plain(sentence: str) -> str:
    """The words of one sentence, less what is said innocently or of things."""
    return of_persons(_INNOCENT.sub(" ", " ".join(tokens(sentence)).replace(" 's", "")))


_WISHES = re.compile(r"\b(?:get well|better soon|recovery|sorry to hear|condolences|wish (?:him|her|them) well)\b")


def _about_somebody(sentences: list[str]) -> tuple[str, str] | None:
    """A private trait in a sentence that has somebody to bear it and something made of it."""
    for raw in sentences:
        sentence = _plain(raw)
        if _WISHES.search(sentence):
            continue
        for found in _TRAITS.finditer(sentence):
            bearer = _SOMEBODY.search(sentence[: found.start()] + " " + sentence[found.end() :])
            plain_trait = _PLAIN_TRAITS.fullmatch(found[0])
            if bearer and (plain_trait or _USED.search(sentence)) and not _THING.match(sentence[found.end() :]):
                return "a special category", found[0]
    return None


def pries(raw: str) -> list[Verdict]:
    """G12: a draft or plan that rests on what is private in law."""
    found = private_matters(raw)
    if not found:
        return []
    why = f"“{found[1]}” touches {found[0]} of a person: neither stored nor planned on."
    return [Verdict("G12", "block", why, found[1], "private")]
