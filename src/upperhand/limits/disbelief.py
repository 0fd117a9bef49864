"""Does the draft call them a liar (G17)?"""

from __future__ import annotations

import re

from upperhand.limits.private import SOMEBODY_NAMED
from upperhand.limits.valence import DECEIVING
from upperhand.limits.verdict import Matter, Verdict
from upperhand.limits.words import stem

_FALSE = (
    r"(?:l(?:ie|ies|ied|ying)|liars?|deceiv\w+|decept\w+|deceit\w*|dishonest\w*|bluff\w*|fak(?:e|ed|ing|er)|"
    r"fraud\w*|cheat\w*|swindl\w+|scam\w*|con(?:ned|ning| artist| job)?|trick(?:ed|ing|ery|ster)|mislead\w*|"
    r"misled|falsif\w+|fabricat\w+|"
    r"untrue|untruthful|full of (?:it|nonsense|lies|hot air)|porkies|fibs?|fibbing|pretend\w*|an act|a (?:sham|"
    r"hoax|ruse|ploy|fiction|fairy tale|story|lie)|crooks?|hypocrit\w*|two faced|disingenuous\w*|bogus|phoney|"
    r"phony|rip ?off|ripping (?:me|us) off|perjur\w+|concoct\w*|false(?! (?:ceiling|alarm|economy|start|floor|"
    r"impression|move))|nonsense|rubbish|fiction|invent(?:ed|ing)|mak(?:e|es|ing) (?:it|this|that|"
    r"things|stuff) "
    r"up|made (?:it|this|that|things|all) (?:all )?up|made up|doctored|forged|taking (?:me|us) for)"
)
_LIE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:you|he|she|they|{SOMEBODY_NAMED}|(?:the|that|this|your|their|his|her|our) (?:\w+ ){{0,3}}?(?:rep|"
        rf"broker|agent|landlord|seller|buyer|contractor|dealer|salesman|statement|claim|figures?|numbers?|"
        rf"story|"
        rf"quote|offer|budget|deadline|excuse|word|bid|invoice|company|side|counterpart|manager|boss|"
        rf"lawyer|tenant|"
        rf"client|supplier|owner|account|explanation|version|letter|report|reason|promise|figure|bill|"
        rf"number)s?)\b(?: (?!if|not|never)\w+){{0,7}}? {_FALSE}\b",
        r"\b(?:that|this|it|which|all of (?:it|that|this)|everything you \w+|what (?:you|he|she|they) "
        r"(?:say|said|"
        r"says|told \w+|claim\w*|wrote)) (?:is|are|was|were) (?:\w+ ){0,4}?(?:not (?:even )?true|false|untrue|"
        r"lies?|a lie|fake|a fake|fraud|a fraud|a con|a scam|a bluff|bluff|a trick|a sham|deception|"
        r"dishonest|a "
        r"hoax|nonsense|rubbish|invented|made up|fabricated|an invention|deliberate \w+|bogus|all an "
        r"act|a story|"
        r"a ploy|a fairy tale)\b(?! (?:ceiling|alarm|economy|start|leather|fur|grass|positive|that you))",
        r"\b(?:not|never|hardly|stop|quit|without) (?:\w+ )?(?:being |been |telling |told )?(?:straight with|"
        r"honest with|truthful|the truth|level(?:ling)? with|lying|bluffing|pretending|cheating|deceiving|"
        r"misleading|inventing|making things up)\b(?! (?:with you|to you|about how))",
        r"\b(?:take|taking|took|think) (?:me|us) (?:for|are|am|is) (?:\w+ )?(?:a )?(?:fools?|idiots?|stupid|"
        r"mugs?)\b|\b(?:pull(?:ing)?|pulled) (?:the wool|my leg|our leg|a fast one)\b|\byou (?:all "
        r")?kn(?:ow|ew) "
        r"(?:it|better|that|full well|very well|perfectly well)\b(?=.*(?:\bnot\b|\bno\b|shame|false|"
        r"damp|true|lie|"
        r".$))(?=.*\b(?:shame|true|false|lie|lied|no|not|swore|claimed)\b)|\byou (?:\w+ )?(?:swore|claimed|"
        r"insisted|assured)\b.*\b(?:knew better|shame|but you knew)\b",
        r"^(?:liars?|cheats?|frauds?|fraudsters?|crooks?|swindlers?|con (?:men|man|artists?)|scammers?|thieves|"
        r"thief|bluff|nonsense|rubbish|bullshit|lies|fake)\b",
        r"\b(?:is|are|was|were|has been|have been|been|be|being|they|he|she|you) (?:\w+ )?(?:forged|faked|"
        r"falsified|doctored|rigged|fabricated|fraudulent|bogus|phoney|phony|concocted|counterfeit)\b|"
        r"\bcook(?:ed|ing|s)? the (?:numbers|figures|books|accounts)\b|\b(?:your|his|her|their) (?:\w+ "
        r")?(?:tricks|lies|games|deceit|deception|bluff|fibs|dishonesty|fraud)\b|\b(?:nothing|not (?:one|a) "
        r"(?:word|thing)) (?:that )?(?:you|he|she|they) (?:\w+ )?(?:say|says|said|tell|tells|told)\b.*\b(?:true|"
        r"truth|believe)\b",
        r"\bthere is no (?:other|such|second) (?:bidder|buyer|offer|deadline|bid|client|supplier|boss|tenant|"
        r"applicant|rule|policy)\b|\b(?:stop|quit) (?:playing|the) (?:\w+ )?(?:games?|act|charade|theatre|"
        r"nonsense|lies)\b|\bwhat a (?:load|pack|heap) of\b|\b(?:none|not a word|nothing) of (?:it|"
        r"that|this|what "
        r"\w+ \w+) (?:is|was) (?:true|real)\b|\bfeed(?:ing|s)? (?:me|us) (?:\w+ )?(?:false|wrong|fake|made up|"
        r"bogus|lies)\b|\b(?:chang(?:es|ing|ed)|twist\w*) (?:his|her|their|your) story\b|\bwhen (?:some(?:one|"
        r"body)|people|you|he|she) (?:is|are) (?:lying|bluffing)\b|\b(?:i can tell|i know) (?:that )?(?:you|he|"
        r"she|they) (?:are|is) (?:lying|bluffing)\b",
        r"\b(?:pack of lies|bare ?faced|web of lies|smoke and mirrors|snake oil|hogwash|bullshit|cock and bull|"
        r"tissue of lies|talking rubbish|sell(?:ing)? (?:me|us) a story|(?:hid(?:ing|es)?|hidden|conceal\w*|"
        r"cover(?:ing|ed) up) (?:the (?:truth|facts?|damage|defects?|real \w+)|it|this|that|something)|knew "
        r"(?:all along|very well|full well)|cook(?:ed|ing) the books|playing (?:me|us)|string(?:ing)? "
        r"(?:me|us) "
        r"along|strung (?:me|us) along|double ?crossed|hoodwink\w*|bamboozl\w*|duped|gaslight\w*|stabb\w+ "
        r"(?:me|"
        r"us) in the back|out of (?:his|her|their|your) mouth is)\b",
        r"\b(?:probability|likelihood|chance|odds|score|confidence|analysis|verdict|finding|result|indicators?|"
        r"reading|model)\b.*\b(?:lying|lies?|decepti\w+|deceiv\w+|bluff\w*|dishonest\w*|untruthful\w*|fraud\w*|"
        r"insincer\w*|false|mislead\w*)\b|\b(?:lie|deception|bluff|honesty|truthfulness) (?:score|detector|"
        r"index|"
        r"probability|detected|likelihood)\b|\bmarked? (?:\w+ ){0,6}as (?:deceptive|false|a lie|dishonest)\b",
        r"\bknow a (?:con|lie|liar|scam|bluff|cheat|fraud) when\b|\byou (?:tricked|cheated|conned|misled|"
        r"deceived|"
        r"fooled|duped|swindled|scammed|robbed|betrayed) (?:me|us)\b|\b(?:told|telling|tells|fed|feeding|sold) "
        r"(?:me|us|you) (?:\w+ ){0,2}?(?:porkies|lies|a lie|fibs|stories|tales|rubbish|nonsense|untruths|"
        r"falsehoods)\b|\byour (?:boss|wife|partner|other buyer|deadline|manager) never (?:said|existed)\b",
    )
)
_NO_VERDICT = re.compile(
    rf"\b(?:i|we) (?:do not|did not|am not|are not|would not|will not|have not|never) (?:\w+ )?(?:say|saying|claim\w*|"
    rf"suggest\w*|imply\w*|accus\w+|think|thinking|believe) (?:that )?(?:you|he|she|they|anyone|anybody) (?:of "
    rf")?(?:\w+ ){{0,3}}?{_FALSE}\b|\bthere is no (?:other|such|second) \w+ (?:on (?:our|my)|for (?:us|me)|with us|"
    r"here|in (?:our|my))\b|\bnot true (?:of|for)\b|\b(?:would|could|might) be misleading to\b|\b(?:leather|fur|"
    r"grass|flowers|plants?|snow|beams?|marble|wood|stones?|bricks?|fireplace|ivy|panelling) (?:is|are|was|were) "
    r"(?:\w+ )?fake\b|\b(?:lies?|lying) (?:by (?!omission|\w+ing\b)|beside|next to|across|close)\b|"
    r"\b(?:i|we) (?:do not|did not|am not|are not|would not|will not|have not|never|can not) (?:\w+ )?(?:say|"
    r"saying|think|thinking|believe|believing|mean|suggest\w*|accus\w+|call\w*|claim\w*|doubt\w*|imply\w*|lie|"
    r"lying|bluff\w*|mislead|deceive|cheat|trick|pretend|want to (?:mislead|deceive|trick)|judge)\b|\b(?:i|we) "
    r"(?:would be|am|are) (?:lying|bluffing|fibbing|pretending)\b|\bnot (?:a|my) (?:lie|bluff|trick)\b|"
    r"\b(?:lies?|"
    r"lying) (?:awake|still|low|there|here|to rest|around|in|on|with|ahead|between|north|south|east|west|at|"
    r"within|behind|beyond|flat|down|idle|near|under|"
    r"just)\b(?! (?:turn|the statement))|\b(?:set|pair|box|one|some|things?|parts?|tools?) lying about\b|"
    r"\btrick of the light\b|\bfalse (?:ceiling|alarm|economy|start|floor|bottom)\b|\bfake (?:leather|"
    r"fur|grass|"
    r"flowers|plants|snow)\b|\bcon man\b|\breal or fake\b|\bfilm\b|\bnovel\b|\bplay about\b|\b(?:thank|"
    r"thanks)\b.*\b(?:straight|honest|frank|truth)\b|\bthe (?:tricky|trick is|trick to)\b|\bpretend(?:ing)? "
    r"play\b|\b(?:card|magic|your) tricks?\b(?= (?:with|for|to))|\bno (?:bluff|lie|trick|tricks|bluffing)\b|"
    r"\bpros and cons\b|\bcons\b|\bmade up (?:my|our|your|his|her|their) mind\b|\bmade up of\b|\bmake up (?:my|"
    r"our|your|for|the)\b|\bif (?:i|we) lied\b|\bnonsense to\b|\bnews story\b|\bone story\b|\bthe story (?:of|"
    r"behind)\b|\ba (?:two|three|single) story\b|\bact (?:for|on|as)\b"
)


_DISBELIEF = re.compile(
    r"\b(?:not|never|anything but|far from|hardly|less than|nothing|without) (?:\w+ ){0,3}?(?:honest|truthful|"
    r"straight with|sincere|candid|upfront|honesty|a word of truth|the truth|a true word)\b(?= "
    r"|$)(?<!with you)|"
    r"\b(?:do|does|can|could|will|would) (?:not|hardly) (?:\w+ )?(?:believe|trust|buy|swallow|fall for) (?:you|"
    r"him|her|them|a word|one word|any of|this|it|your|his|her|their|that (?:story|tale|excuse|"
    r"line))\b|\bexpect "
    r"(?:me|us) to (?:believe|buy|swallow|fall for)\b|\b(?:not|was not|were not) born yesterday\b|"
    r"\b(?:(?:pure|sheer|nothing but|merely) (?:theatre|show|invention|fantasy|fiction|pretence)|"
    r"tampered|garden path|(?:invented|imaginary|alleged|"
    r"fictional|phantom|make believe|mythical) (?:\w+ )?(?:cousin|buyer|bidder|boss|offer|deadline|"
    r"rival|tenant|client|supplier|partner|budget|limit)|"
    r"(?:do|can|could) not (?:\w+ )?believe (?:for \w+ \w+ )?(?:that )?(?:there is|you have|he "
    r"has|she has|they have|any)|hot air|cooked up|(?:stranger|allergic|enemy|foreign) to (?:the "
    r"truth|honesty)|what a crock|crock of|insult(?:ing|s)? (?:my|our) "
    r"intelligence|bare ?faced|shameless(?:ly)? (?:invent|lie)|figments? of|never told (?:me|us) "
    r"the truth|(?:takes?|took|taking) liberties with|"
    r"for a ride|one over on|having (?:me|us) on|tall (?:tale|story)|(?:your|his|her|their|save) (?:\w+ "
    r")?fairy (?:tales?|stories)|pull the other|"
    r"so called|work of fiction|pure (?:invention|fantasy|fiction)|spin(?:ning)? (?:me|us|a)|yarn|smell a rat|"
    r"something fishy|fishy|come clean|own up|admit it|caught you|caught (?:him|her|them) (?:out|red)|see "
    r"(?:right )?through (?:you|him|her|them|this|your)|two faces|double game|double dealing|two "
    r"timing|two timer|back ?stabb\w*|pinocchio|nose (?:\w+ ){0,4}?(?:longer|grow\w*)|playing (?:games|"
    r"dirty|dumb|"
    r"innocent)|played (?:me|us)|game is up|game you are playing|dirty (?:trick|game)s?|mouth is false|"
    r"twist(?:ing|ed)? (?:the|my|our) (?:facts|words|truth)|bend(?:ing|s)? the truth|stretch(?:ing|"
    r"ed)? the truth|"
    r"economical with|the opposite is true|has no idea of the truth|smokescreen|(?:(?:just|only|merely|"
    r"all|is) a front(?! (?:door|garden|yard|room|row|wheel|page|desk|seat|end|window|wall|lawn)\b)|all front)|"
    r"facade|charade|never "
    r"(?:existed|happened|was (?:any|another))|(?:you|he|she|they|there) never had (?:another|any)|"
    r"does not exist|exists only|in (?:his|her|your|"
    r"their) (?:head|imagination|dreams)|out of thin air|thin air|plucked|from (?:his|her|your|their) sleeve)\b"
)
_THEM = re.compile(
    r"\b(?:you|your|yours|he|she|they|his|her|their|him|them|this|that|it|rep|broker|agent|"
    r"landlord|seller|buyer|dealer|contractor|supplier|tenant|client|boss|owner|manager|company|lot)\b"
)
_MAYBE = re.compile(
    r"\b(?:appearances? (?:can|may|are)|looks (?:can|may) be|(?:looks|photos?|pictures?|names?|"
    r"first impressions?) (?:can|may|are|is) "
    r"\w* ?(?:deceiv\w*|decept\w*|mislead\w*)|lying (?:about|around|on|in|under|there|here|idle)$|"
    r"rubbish (?:bin|collection|dump)|fool ?proof|april fool|fake (?:\w+ )?(?:or|nails|tan)|"
    r"manipulat\w+ (?:the )?(?:data|image|arm|robot)|let us (?:not )?pretend|no need to pretend|"
    r"(?:should|need|must|can) not pretend|pretend (?:that )?(?:i|we)|"
    r"might be (?:a )?(?:mistake|error)|lie (?:down|flat|in|on))\b"
)


_SCORED = re.compile(
    r"\b(?:detected|statement|confidence|likely|probab\w+|verdict|signs?|flag\w*|speaker|answer|"
    r"subject|sender)\b"
)


def _deceiving(sentence: str) -> re.Match[str] | None:
    """A word of deceit in a sentence about them, not denied of myself and not a plain thing's name."""
    if (
        (not _THEM.search(sentence) and not _SCORED.search(sentence))
        or _MAYBE.search(sentence)
        or re.match(
            r"(?:i|we) (?:\w+ )?(?:would|will|do|did|"
            r"have|am|are|could) (?:not|never)\b",
            sentence,
        )
    ):
        return None
    for found in re.finditer(r"[a-z]+", sentence):
        if stem(found[0]) in DECEIVING and found[0] not in (
            "lie",
            "rubbish",
            "snake",
            "fiction",
            "fool",
            "nonsense",
            "lying",
            "con",
            "shame",
            "doctor",
            "doctors",
            "lay",
            "laid",
            "lain",
        ):
            return found
    return None


def calls_liar(matter: Matter) -> list[Verdict]:
    """G17: a verdict that they lie; to be said as evidence and a question that can be checked."""
    for sentence, asked in zip(matter.reading.sentences, matter.reading.asked, strict=True):
        cleared = _NO_VERDICT.sub(" ", sentence.replace(" 's", ""))
        found = next((m for m in (p.search(cleared) for p in (*_LIE, _DISBELIEF)) if m), None) or _deceiving(cleared)
        if not found or (
            asked
            and re.match(
                r"(?:is|are|was|were|could|would|might|may|can|what|which|how|do|does|"
                r"did) (?!you (?:lying|bluffing))",
                sentence,
            )
            and not re.search(r"\byou (?:lying|bluffing|lie)\b", sentence)
        ):
            continue
        why = (
            f"“{found[0].strip()}” is a verdict that they deceive. People tell lies from truth little better "
            f"than chance (54 %); say what differs and ask."
        )
        entries = tuple(
            e
            for e in matter.entries
            if e.firm and e.kind == "fact" and set(e.stated.roots) & {stem(w) for w in sentence.split()}
        )
        return [Verdict("G17", "rewrite", why, found[0], "verdict", entries[:1])]
    return []
