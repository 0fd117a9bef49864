"""Does a sentence tie a person to a protected trait, or to a stand-in for one, however it is put?"""

from __future__ import annotations

import re

_HEALTH = (
    r"(?:\w+(?:aemia|emia|[^t]itis|cytosis|fibrosis|phrenia|plegia|ectomy|neuropathy|myalgia|dystrophy|azepam|"
    r"oxetine)|carcinoma|"
    r"lymphoma|melanoma|catheter|stoma|colostomy|breast(?:s)?|mastectomy|vaccin\w+|weeks along|months along|(?:weeks|"
    r"months) "
    r"pregnant|morning sickness|disability benefits?|incontinen\w+|sleep apnoea|bad (?:heart|back)|oxygen (?:tank|"
    r"bottle)|"
    r"blood thinners|lithium|statins|beta blockers|steroids|postnatal|lost (?:a|his|her|one|an|their) (?:leg|arm|"
    r"hand|eye|"
    r"limb|breast|kidney|foot|baby)|can (?:hardly|barely|not|no longer) (?:see|hear|walk|climb|breathe|stand|speak|"
    r"read|"
    r"concentrate|drive)|special (?:school|needs)|learning difficult\w+|care home|nursing home|anti ?vax\w*|"
    r"unvaccinated|(?:bad|"
    r"weak|poor) (?:heart|back|eyes|hip|knees?|lungs|nerves|hearing|sight)|out of breath|hip replacement|cancer\w*|"
    r"tumou?rs?|chemo\w*|radiotherapy|insulin|dialysis|diabet\w+|epilep\w+|seizures?|hiv|aids|ptsd|adhd|"
    r"autis\w+|asperger\w*|dyslexi\w+|bipolar|schizo\w+|psychiatr\w+|psycholog(?:ist|ists)|psychotherap\w+|therapist|"
    r"in therapy|depress(?:ion|ed|ive)|antidepress\w+|burn ?out|burnt out|breakdown|panic attacks?|anxiety|nervous "
    r"disorder|insomnia|dementia|alzheimer\w*|parkinson\w*|sclerosis|stroke|heart (?:attack|condition|disease|trouble|"
    r"problem|surgery|bypass|failure)|bypass surgery|pacemaker|weak heart|asthma\w*|inhaler|arthrit\w+|migraines?|"
    r"limp(?:s|ing)?|cane|crutch\w*|walker|wheelchairs?|prosthe\w+|amput\w+|hearing (?:aids?|loss)|hard of hearing|"
    r"deaf|sight loss|lost (?:\w+ )?(?:sight|hearing|vision)|blind(?!s)|going blind|eyesight|cataracts?|glaucoma|"
    r"tremors?|"
    r"shak(?:y|ing) hands?|stutter\w*|stammer\w*|ill(?:ness)?|sick(?:ness)?(?! of)|disabilit\w+|disabled|handicap\w*|"
    r"down syndrome|syndrome|paraly\w+|miscarr\w+|pregnan\w+|expecting (?:a|twins|again|their|her)|baby bump|bump|"
    r"trimester|maternity leave|ivf|fertility|infertil\w+|menopaus\w+|vasectomy|hysterectomy|abortion|hormones?|"
    r"medicat\w+|medical (?:file|record|history|leave|bills?|condition|appointment)s?|pills|tablets|painkillers?|"
    r"opioids?|methadone|valium|prozac|sedat\w+|addict\w*|alcoholi\w+|aa (?:meetings?|on|group)|(?:goes|go|going) to "
    r"aa|"
    r"rehab|detox|recovering|sober|overdose|drinking (?:problem|habit)|drinks (?:too|heavily|a lot)|drunk|hungover|"
    r"clinic|hospital\w*|surgery|operation|operated|transplant\w*|biops\w+|oncolog\w+|hospice|palliative|"
    r"terminal(?:ly)?|"
    r"diagnos\w+|diseases?|infection|hepatitis|tubercul\w+|covid|long covid|lupus|crohn\w*|anorexi\w+|bulimi\w+|eating "
    r"disorder|obes\w+|overweight|suicid\w+|self harm\w*|manic|psychot\w+|delusion\w+|unstable mentally|mental\w*|"
    r"forgetful|senile|frail|memory (?:loss|problems?|lapses?)|health (?:problems?|issues?|scare|trouble|condition)|"
    r"poor "
    r"health|failing health|blood (?:type|test|pressure|sugar)|genetic\w*|gene test|dna|hereditary|doctor s "
    r"appointments?|sick leave|off sick|kidney\w*|lungs?|liver|back pain|chronic\w*|allerg\w+|colitis|prostate|"
    r"cystic|(?<=has )ms|(?<=have )ms|(?<=had )ms|(?<=got )ms|ms (?:diagnosis|patients?|sufferers?))"
)
_FAITH = (
    r"(?:nowruz|holi|vesak|easter mass|lunar new year|(?:not|never) (?:eat|drink)\w*(?: \w+){0,3} (?:during|until|"
    r"this month|"
    r"before sunset|all day|alcohol|pork|beef)|sunset meal|witness(?:es)?(?= he| she| they)|muslims?|islam\w*|"
    r"christian\w*|catholic\w*|protestants?|jew(?:s|ish)?|hindus?|sikhs?|buddhists?|mormons?|"
    r"jehovah\w*|evangelical\w*|atheists?|quakers?|amish|baptists?|orthodox|methodists?|religio\w+|devout\w*|pious|"
    r"born "
    r"again|church ?go\w+|believers?|pray(?:s|ed|ing|ers?)?|mosque|synagogue|temple|gurdwara|church|chapel|parish|"
    r"rabbi|"
    r"imam|priest|pastor|vicar|nun|monk|headscar\w+|hijab|niqab|burqa|burka|turban|kippa|kippah|yarmulke|skullcap|"
    r"rosary|crucifix|cross (?:round|around|necklace|on)|crosses (?:himself|herself)|baptis\w+|communion|bible|koran|"
    r"quran|torah|ramadan|eid|lent|sabbath|shabbat|yom kippur|passover|hanukkah|diwali|hajj|pilgrimage|kosher|halal|"
    r"fast(?:s|ing)|gods? (?:s )?(?:plan|will|fearing)|god|faith|scientolog\w+|freemasons?|masonic|congregation|prayer "
    r"(?:mat|beads|room|time)|sunday (?:service|mass)|no pork|not eat pork|not eat (?:beef|meat) (?:on|for)|ash "
    r"wednesday)"
)
_LOVE = (
    r"(?:gays?|lesbians?|bisexual\w*|queer|homosexual\w*|trans|transgender\w*|transition\w*|lgbt\w*|closet(?:ed)?|"
    r"hetero\w+|non ?binary|sexual\w*|same sex|two (?:husbands|dads|mums|moms|mothers|fathers|husbands|wives|grooms|"
    r"brides)|"
    r"his (?:husband|boyfriend)|her (?:wife|girlfriend)|rainbow|pride (?:flag|parade|pin|march|sticker)|grindr|drag "
    r"queen|coming out|came out as|affair|mistress|sex life|old name|deadname|pronouns|swing(?:er|ing) clubs?)"
)
_POLITICS = (
    r"(?:vot(?:es?|ed|er|ing) (?:for|left|right|green|labour|tory|conservative|red|blue|with|against)|(?:conservative|"
    r"labour|green|tory|republican|democrat|liberal|left|right|afd|trump|brexit|leave|remain|socialist|nationalist) "
    r"voters?|far (?:right|left)|(?:left|right) ?wing(?:ers?)?|leftists?|leftie|lefty|socialists?|communists?|"
    r"marxists?|"
    r"brexite\w+|remainers?|tor(?:y|ies)|republicans?|democrats?|trump\w*|maga|populis\w+|nationalis\w+|fascis\w+|"
    r"anarchis\w+|libertarian\w*|separatis\w+|activists?|feminists?|party (?:member\w*|card|badge|donor|councillor|"
    r"activist|supporter|book|official)s?|politic\w+|campaign(?:s|ed|ing) for|canvass\w*|march(?:es|ed) (?:with|for|"
    r"against)|demonstrat(?:es|ed|ions?)|protest\w*|donat(?:es|ed) to the|bumper sticker|(?:campaign|election|party) "
    r"(?:sticker|poster|sign|pin|badge)|conservative(?! (?:planner|investor|estim|figure|number|guess|plan|price|"
    r"budget|approach))|"
    r"the greens|green party|votes? (?:conservative|green|labour|left|right)|monarchis\w+|environmental activist)"
)
_UNION = (
    r"(?:(?:in|belongs? to|joined|joins|pays? (?:dues )?to|active in|member of|members of|leads?|chairs?|organi[sz]\w+ "
    r"(?:for|in)|rep (?:for|of)|runs|with|loyal to|from) (?:\w+ ){0,3}?union|union (?:members?\w*|card|rep|man|woman|"
    r"men|"
    r"badge|activist|dues|official|rally|meeting|steward|pin|jacket|people|guy|folk|delegate|organi[sz]er|treasurer|"
    r"membership)s?|unioni[sz]ed|unionists?|shop stewards?|works council|picket\w*|on strike|strikers?|strike "
    r"(?:leader|"
    r"in|last|committee)|trade union\w*|unison|teamsters?|collective bargaining|labou?r organi[sz]er)"
)
_ORIGIN = (
    r"(?:undocumented|illegals?|without status|country of birth|birth ?place|passport says|(?:his|her|their) "
    r"passport|roma|gyps(?:y|ies)|travellers?|blacks|black (?:man|woman|guy|famil\w+|couple|tenants?|buyers?|people|"
    r"lady)|"
    r"asians?|arab\w*|kurd\w*|african\w*|latin[oa]s?|latinx|hispanics?|migrants?|immigrants?|immigrated|refugees?|"
    r"asylum|foreigners?|foreign (?:name|accent|sounding|born|looking)|ethnic\w*|mixed race|colou?red|dark skinned|"
    r"skin "
    r"(?:colou?r|tone)|complexion|race|racial\w*|national origin|nationalit\w+|citizenship|mother tongue|native tongue|"
    r"accents?|surnames?|last names?|family names?|(?:first |given )?names? (?:is|are|sounds?|like|says|suggests?|"
    r"tells|ends|"
    r"looks)|ancest\w+|heritage|roots in|caste|tribe|clan|born (?:in|abroad)|grew up in|comes? (?:originally )?from|"
    r"(?:are|is|was|were) (?:originally )?from|fled (?:from )?\w+|parents (?:are|were|came|come|emigrated)|came "
    r"(?:here |"
    r"over )?from|residence permit|work permit|visa status|(?:no|without) papers|(?:his|her|their) (?:papers|"
    r"passport)|deport\w*|"
    r"turk(?:s|ish)?|polish|poles?|romanians?|bulgarians?|russians?|ukrainians?|chinese|indians?|pakistani?s?|"
    r"bangladeshis?|syrians?|afghans?|iranians?|persians?|iraqis?|nigerians?|ghanaians?|somalis?|ethiopians?|"
    r"eritreans?|"
    r"moroccans?|algerians?|tunisians?|egyptians?|lebanese|palestinians?|israelis?|albanians?|serb\w*|croat\w*|"
    r"italians?|greeks?|spaniards?|portuguese|mexicans?|brazilians?|colombians?|cubans?|jamaicans?|vietnamese|thais?|"
    r"koreans?|japanese|filipin[oa]s?|hungarians?|bosnians?|chechens?|irish|scots?|welsh|germans?|french|dutch|swiss|"
    r"americans?|armenians?|georgians?|kazakhs?|uzbeks?|tamils?|sri lankans?|nepalese|congolese|kenyans?|sudanese|"
    r"libyans?|yemenis?|saudis?|venezuelans?|peruvians?|haitians?|belarusians?|lithuanians?|latvians?|estonians?|"
    r"czechs?|"
    r"slovaks?|slovenes?|macedonians?|kosovars?|maltese|cypriots?|indonesians?|malays\w*|burmese|mongolians?|"
    r"indigenous|aborigin\w+|native american|caribbean|slavs?|slavic|balkans?|eastern europeans?|south "
    r"americans?|white (?:man|woman|guy|famil\w+|couple|people)|whites)"
)
_BODY = (
    r"(?:fingerprints?|face ?(?:scans?|prints?|recognition)|facial\w*|iris scans?|retina\w*|voice ?(?:prints?|stress|"
    r"analysis|recordings?|pattern)|gait|heart ?(?:rates?|beat)|pulse|biometric\w*|micro ?expressions?|palm ?prints?|"
    r"eye "
    r"(?:movements?|tracking)|pupils?|tone of voice|stress (?:software|detector|analysis)|typing rhythm|keystrokes?|"
    r"emotion (?:recognition|detect\w+|analysis|software)|"
    r"(?:his|her|their) emotions|blood type|stress level|sweat\w*|skin response|saliva|lie detector)"
)
_CERTAIN = rf"(?:{_HEALTH}|{_FAITH}|{_LOVE}|{_POLITICS}|{_UNION}|{_BODY})"
_ROLE = (
    r"(?:owners?|buyers?|sellers?|landlords?|landlad\w+|tenants?|agents?|reps?|boss|managers?|clients?|customers?|wife|"
    r"husband|couple|famil(?:y|ies)|m[ae]n|wom[ae]n|guys?|lad(?:y|ies)|counterparts?|counterparty|negotiators?|"
    r"directors?|chair(?:man|woman)|candidates?|applicants?|neighbours?|suppliers?|contacts?|bidders?|people|sons?|"
    r"daughters?|kids?|child(?:ren)?|mother|father|parents|brother|sister|nephew|niece|partner|deputy|assistant|"
    r"lawyer|visitors?|employees?|staff|workers?|seller|widow(?:er)?|pensioner|household|residents?|vendors?|"
    r"contractor|carpenter|farmer|shopkeeper|dealer|broker|chef|driver|nurse|teacher|founder|ceo|cfo|secretary|lad|"
    r"fellow|bloke|mum|dad|opponent|other side|prospects?|leads?|heirs?)"
)
_BEARER = re.compile(
    rf"\b(?:he|she|his|her|him|hers|they|their|them|both|somebody|someone|who|whose|mr|mrs|ms|miss|himself|herself|"
    rf"(?:the|our|this|that|these|those|their|his|her|each|every|all|any|most|a|an|my|old|young|new) (?:\w+ ){{0,2}}?"
    rf"{_ROLE})\b"
)
_NOTE = re.compile(
    rf"\b(?:note|log|record|store|save|file|put|write|jot|add|tag|mark|flag|track|list|sort|rank|group|segment|filter|"
    rf"score|profile|classify|guess|infer|tag|sort|write|find out|check|ask|learn|see|look up|look at|dig|google|"
    rf"research|screen|keep|"
    rf"collect|scan|match|note down|target|column|field|database|crm|dossier|by|estimate|predict|use|account)\b"
    rf"(?: \w+){{0,8}}? (?:{_CERTAIN}|skin colou?r|race|ethnicit\w+|ethnic\w*|nationalit\w+|origin|religion|health|"
    rf"surnames?|accents?|caste|ancestry|heritage|where (?:\w+ ){{0,3}}(?:from|born)|planning (?:a|another) (?:baby|"
    rf"child|"
    rf"family)|pregnan\w+|have (?:kids|children|a baby)|emotions|politics|party)\b"
)
_DATA = re.compile(
    r"\b(?:each|every|all|applicants?|bidders?|tenants?|buyers?|suppliers?|sellers?|customers?|counterparts?|them|"
    r"him|her|"
    r"accounts?|leads?|clients?|contacts?|prospects?|name|he|she|they|their|his|sheet|file|crm|notes|dossier|"
    r"database|card|spreadsheet|column|field|profile|record|log)\b"
)
_GROUP = (
    r"(?:arabs|jews|muslims|blacks|asians|roma|gypsies|refugees|migrants|immigrants|foreigners|gays|lesbians|catholics|"
    r"hindus|sikhs|christians|africans|indians|chinese|turks|poles|romanians|russians|mexicans|latinos|disabled|"
    r"pregnant|elderly|deaf|blind|sick|trans people|unionists|tories|leftists|believers|travellers|\w+ (?:families|"
    r"tenants|women|men|couples|voters|immigrants|people|buyers|members|names|sellers|owners))"
)
_TREAT = re.compile(
    rf"\b(?:give|charge|offer|quote|target|squeeze|try|start with|tell|show|sell|rent|let|press|push|approach|avoid|"
    rf"skip|refuse|prefer|"
    rf"ask)\b(?: \w+){{0,2}}? (?:the|to|any|all|no)? ?(?P<g>{_GROUP})\b|^(?:\w+ )?(?P<h>{_GROUP})\b(?: \w+){{0,4}}? "
    r"(?:can not|never|always|tend|usually|will|are|do not|pay|haggle|love|hate|expect|swallow|have to|must|want|fold|"
    r"rarely|often)\b"
)
_WORN = re.compile(
    r"\b(?:stickers?|badge|pin|necklace|tattoo|flag|poster|t shirt|bracelet|pendant|hat|cap|mezuzah|shrine|altar|"
    r"menorah|candles?|icon)\b(?=.*\b(?:on (?:the|his|her|their)|in (?:the|his|her|their)|round|around|wears?|saw|so|"
    r"suggests?|means|hence|talk|mention|must)\b)"
)
_TIE = re.compile(
    rf"\b{_BEARER.pattern[2:-2]}\b(?: \w+){{0,6}}? (?:{_CERTAIN}|{_ORIGIN})\b|\b(?:{_CERTAIN}|{_ORIGIN})\b(?: "
    rf"\w+){{0,7}}? "
    rf"{_BEARER.pattern[2:-2]}\b"
)
_ACT = re.compile(
    r"\b(?:so|hence|therefore|thus|because|since|means?|use|using|push|squeeze|press|exploit|leverage|offer|open|price|"
    r"charge|raise|lower|lowball|bluff|flatter|mention|remind|avoid|skip|wait|schedule|set|start|anchor|insist|assume|"
    r"expect|adapt|adjust|propose|aim|target|plan|note|log|record|store|save|list|tag|flag|profile|remember|weak|"
    r"weakness|soft|easy|desperate|likely|probably|must be|never|always|cheap|cash|deposit|guarantor|add|ask|less|more|"
    r"hold out|might be useful|useful|handy|leverage|ace|chance|advantage|opportunity|trump|will|would|can not|get|"
    r"make|"
    r"after|before|during|until|call|take|give|play|keep|useful later|good to know|talk|file|card|both|put|tell|talk|"
    r"let us|know what|do not|hit|strike|lean|mind|frame|sell|go|need|needs|quote|"
    r"treat|close|stretch|drag|time|rush|wave|appeal|pay)\b"
)
_HARMLESS_THING = re.compile(
    r"\b(?:(?:compan\w+|firm|business|club|market|economy|bank|finances|balance|books?|industry|trade|team) (?:\w+ "
    r"){0,2}?(?:in "
    r"(?:\w+ )?health|ill|sick|ailing|depressed|paralysed)|blind (?:to|spot|date|tasting)|deaf ear|(?:sick|tired) "
    r"(?:of|pay)|healthy|ill (?:advised|timed|suited)|"
    r"operation of|(?:church|chapel|parish|mosque|synagogue|temple) (?:s )?(?:hall|roof|tower|bells?|organ|windows?|"
    r"car park|"
    r"board|door|garden|wants|needs|asked|asks|buys|is)|(?:\w+ )?(?:hospital|clinic|school|museum|restaurant|union|"
    r"party|"
    r"church|congregation|parish|temple|charity|pharmacy) (?:\w+ )?(?:wants?|needs?|asks?|asked|buys?|orders?|ordered|"
    r"sells?|would|will|has|is|serves?|rents?|client|buyer|board|bed|beds|group|trust)|(?:works?|working|worked|job|"
    r"nurse|"
    r"doctor|manager|buyer|head|director|teacher) (?:\w+ )?(?:at|in|for|of) (?:the|a|an|our) (?:\w+ )?(?:clinic|"
    r"hospital|"
    r"church|union|health\w*|parish|temple|school|department)|medical (?:equipment|devices?|supplies|gear)|(?<!out "
    r")(?:for|of|in) (?:their|the|our|a|his|her) (?:"
    r"\w+ )?(?:hospital|clinic|ward|church|chapel|restaurant|temple|parish|school|canteen|museum)s?|visa card|"
    r"paper\w* work|"
    r"race (?:car|track|course|day|to)|(?:comes?|is|are|was|were|came) (?:\w+ )?from (?:the|a|our|your|my|last|stock)|"
    r"(?:polish|chinese|italian|german|french|dutch|swiss|irish|indian|turkish|greek|portuguese|japanese|american|"
    r"korean|"
    r"spanish) (?:\w+ )?(?:supplier|edition|oak|marble|porcelain|cotton|food|restaurant|market|wine|cheese|version|"
    r"manual|"
    r"branch|factory|office|steel|silk|tiles?|partner|translation|company|firm|brand|law|tea|bread|leather|wool|"
    r"machine|"
    r"engine|team|subsidiary|manufacturer|site|text|website)s?|halal (?:food|meat|plates?|menu|option|catering)|kosher "
    r"(?:food|menu|kitchen|option|catering|certificate)|accent (?:wall|colou?r|table|lamp)|good faith|faith in|union "
    r"(?:"
    r"joint|bar|of)|(?:credit|student\w*|european|customs) (?:s )?union|political risk|straight (?:answer|line|after|"
    r"away|to|"
    r"oak)|green (?:light|roof|energy|paint)|depress(?:ion|ed) (?:in|on|market|prices?)|market is depressed|bump in|"
    r"speed "
    r"bumps?|transition (?:period|phase|plan|to)|transplant(?:ed)? (?:trees?|hedges?|plants?)|accessib\w+ (?:ramp|"
    r"entrance)|wheelchair (?:ramp|access|lift)|(?:bank|fee) transfers?|recovering (?:costs?|the)|terminal (?:building|"
    r"\d+)|operated by|in operation|fast (?:answer|handover|reply|delivery)|papers? (?:for|of) the|frail (?:fence|roof|"
    r"shelf)|chronic (?:delay\w*|shortage)|sober look|drunk driving|allergy friendly|in favou?r|crutch for)\b"
)


_HABIT = re.compile(
    r"\b(?:church|mass|mosque|temple|synagogue|prayers?|clinic|aa|dialysis|therapy|chemo\w*|rehab|confession)\b(?: "
    r"\w+)? "
    r"(?:every|each|on|twice|three times|once) (?:a |the )?(?:\w*days?|week|month|evening|morning)\b"
)
_SEEN = re.compile(
    rf"\b(?:noticed|saw|spotted|heard (?:of|about)|found|overheard|caught|seen)\b(?: \w+){{0,4}}? {_CERTAIN}\b"
)
_PAIR = re.compile(r"\btwo (?:husbands|dads|mums|moms|mothers|fathers|wives|grooms|brides)\b")
_NATIONAL = re.compile(
    rf"\b(?:people|clients?|buyers?|famil\w+|tenants?|anyone|everyone|those|customers?) with (?:\w+ "
    rf"){{0,2}}?(?:surnames?|names?|accents?|"
    rf"skin|passports?)\b|\b{_ORIGIN} (?:\w+ )?(?:association|club|community|centre|society|congregation|diaspora|"
    rf"quarter|neighbourhood)\b"
)
_TO_THEM = re.compile(r"\b(?:we|our|us|you|your|yours|my)\b")
_KIND = re.compile(
    r"\b(?:(?:i am |we are |so |very )?sorry (?:to hear|about|that)|get well|better soon|speedy recovery|i believe you|"
    r"i (?:sincerely )?hope (?:he|she|they)|wish (?:him|her|them)|condolences|sympath\w+)\b"
)


def tied(plain: str, after: str = "") -> str:
    """The protected trait, or its stand-in, that a plain sentence ties to a person; '' if none.

    ``after`` is the sentence that follows: what is made of a trait often stands there.
    """
    if _KIND.search(plain):
        return ""
    sentence = _HARMLESS_THING.sub(" ", plain)
    data = _NOTE.search(sentence)
    if data and _DATA.search(sentence):
        return data[0]
    treated = _TREAT.search(sentence)
    if treated:
        group = treated["g"] or treated["h"]
        if re.search(rf"\b(?:{_CERTAIN}|{_ORIGIN}|elderly)\b", group):
            return group
    worn = _WORN.search(sentence)
    if worn and re.search(rf"\b(?:{_FAITH}|{_LOVE}|{_POLITICS}|{_UNION}|trump|party|election)\b", sentence):
        return worn[0]
    seen = _SEEN.search(sentence) or _NATIONAL.search(sentence) or _PAIR.search(sentence)
    if seen and _ACT.search(f"{sentence} {after}"):
        return seen[0]
    habit = _HABIT.search(sentence)
    if habit and not re.search(r"\b(?:i|we|my|our|you|your)\b", sentence):
        return habit[0]
    trait = _TIE.search(sentence)
    if trait and (_ACT.search(f"{sentence} {after}") or not _TO_THEM.search(sentence)):
        return trait[0]
    bare = re.search(rf"\b(?:{_CERTAIN})\b", sentence)
    if bare and not re.search(r"\b(?:i|we|my|our|you|your)\b", sentence) and len(sentence.split()) < 9:
        return bare[0] if _ACT.search(sentence) and _BEARER.search(sentence) else ""
    return ""
