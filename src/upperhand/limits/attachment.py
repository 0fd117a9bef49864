"""Do these words hold something out as dear, needed or a sacrifice, in whatever figure of speech?"""

from __future__ import annotations

import re

from upperhand.limits.words import stem

_WHO = (
    r"(?:me|us|my \w+|our(?: \w+)?|mine|ours|"
    r"the (?:team|crew|family|staff|members|board|kids|children|boys|girls|choir|band|club))"
)

_DEAR = re.compile(
    # the body, the heart, the self
    r"\b(?:(?:close|near|dear|dearest|nearest) to (?:my|our)|hearts?|(?:my|our) (?:little )?(?:baby|babies|"
    r"darling|pride|joy|everything|"
    r"treasure|soul|dream)|like (?:a |my |our )?(?:\w+ )?(?:babies|baby|child|children|family|home)|part of "
    r"(?:who|me|us|my|our|what)|(?:is|are|was) part of$|"
    r"(?:in|runs in) (?:my|our) (?:dna|blood|bones|genes)|who (?:i am|we are)|what (?:i|we) (?:live|work|"
    r"stand|exist) for|live(?:s|d)? "
    r"(?:and breathe(?:s|d)? )?for|all (?:my|our) (?:life|lives)|whole (?:week|life|year|world)|since (?:i "
    r"was|we were|childhood)|"
    r"cr(?:y|ied|ying)|weep\w*|wept|tears|mourn\w*|grie(?:f|ve|ving)|tortur\w+|torment\w*|agon\w+|anguish|"
    r"inconsolable|crushed|shattered|gutted|heartsick|homesick|bereft|memor(?:y|ies)|nostalgi\w*|sleep at "
    r"night|dread\w*|shudder\w*|horror|"
    r"nightmare|unbearabl\w+|unthinkable|inconceivable|excruciating|wrench\w*|bitter\w*|hard pill|(?:kill|"
    r"kills|destroy|destroys|break|breaks|"
    rf"crush|crushes|upset|upsets|shatter|shatters|ruin|ruins|pain|pains|tear|tears) (?:{_WHO}|it)|lost "
    rf"without|stomach ache|sick to (?:my|our)|right arm|arm and a leg|"
    r"limb|teeth|blood|bleeds?|look (?:\w+ ){1,3}in the (?:eye|face)|(?:never|not) (?:\w+ )?forgive|"
    r"grandfather|late (?:father|mother|wife|husband)|"
    # rank and weight
    r"rank\w* (?:first|top|high\w*|above)|(?:first|foremost|uppermost|top) (?:on|of|in|for|with|and)|highest "
    r"(?:\w+ )?(?:value|priority|importance|"
    r"rank)|(?:place|attach|put|lay|set|give)\w* (?:\w+ ){0,3}?(?:value|weight|emphasis|store|importance|"
    r"stress|significance|premium|priority)|"
    r"(?:beyond|above|over|before) (?:all|every\w*)(?: else)?|fundamental\w*|foundation|pillar|linchpin|"
    r"keystone|crux|core|cent(?:re|er)piece|"
    r"be all|end all|holy grail|crown jewels?|heart of|make or break|breaking point|walk away over|(?:huge|"
    r"big|enormous|massive|major|real|"
    r"giant|immense) (?:deal|thing|ask|blow|effort|favour|loss|wrench|step|concession|sacrifice|compromise|"
    r"point|issue|climb ?down|gesture)|"
    r"(?:immense|extraordinary|exceptional|enormous|tremendous|considerable|great|special|unheard of|"
    r"unprecedented|substantial|significant|generous) "
    r"(?:\w+ )?(?:concession|effort|sacrifice|step|gesture|loss|compromise|favour|weight|importance|value|"
    r"pain|price|burden|hardship|worth)|"
    r"giv(?:e|ing) (?:you|them) the (?:moon|world|shirt)|bend\w* over backwards?|worth (?:more|the world|"
    r"everything|its weight|gold)|"
    r"more (?:to (?:me|us) )?than (?:money|anything|you (?:think|know)|life|words)|than (?:anything|money)|"
    r"want most|most (?:wanted|treasured|precious|"
    rf"cherished|valued|beloved|of all)|(?:counts?|matters?|means?) (?:\w+ ){{0,3}}?(?:to|for|with) {_WHO}|"
    rf"(?:can not|could not|hard to|difficult to) (?:\w+ )?"
    r"(?:stress|overstate|tell you|imagine|express|describe|emphasi[sz]e|exaggerate|put into words)(?: \w+)? "
    r"(?:how|enough|what)|stress enough|no idea "
    r"(?:how|what)|you (?:can|could) (?:not|hardly|only) imagine|imagine (?:how|what) (?:\w+ ){1,4}?(?:mean|"
    r"matter|import)\w*|"
    # need and refusal
    r"ne{3,}d\w*|badly|desperat\w+|indispensabl\w*|irreplaceabl\w*|nothing (?:could|can|will|would) (?:ever "
    r")?(?:replace|make up|compensate|beat|compare)|"
    r"(?:no way|never|hardly|impossible|not possibly|not) (?:\w+ ){0,3}?(?:live with|live without|do without|"
    r"part with|part from|manage without|work "
    r"without|cope without|imagine|picture|see (?:myself|ourselves)|let go|go without|function without|"
    r"survive)|(?:would|could) never|over my dead|"
    r"the last thing (?:i|we)|last thing (?:i|we) (?:would|want)|hate\w*|loath\w*|abhor|detest|despis\w+|has "
    r"to (?:be|stay|remain|happen)|"
    r"(?:absolute|total|strict|hard|firm|clear) (?:must|need|necessity|condition|requirement|no go|fave|"
    r"favou?rite|priority)|a must|no go|"
    r"must haves?|non negotiables?|on this (?:point )?(?:i|we) (?:can|will) not|stand firm|"
    r"(?:i|we) (?:will|can) not (?:budge|move)|"
    r"dig (?:my|our) heels|insist\w*|adamant|"
    r"obsess\w*|crazy about|mad about|dying for|die for|kill for|fall(?:en)? in love|fell in love|in love "
    r"with|ador\w+|cherish\w*|treasur\w+|"
    r"love\w*|beloved|sentiment\w*|precious|prized?|prid(?:e|ed)|proud\w*|passion\w*|devoted|attached|fond of|"
    r"special to|sacred|hallowed|holy|traditions?|"
    r"strongly|deeply|dearly|fave|favourite|longing|yearn\w*|craving|dream(?:t|ed|s|ing)?|always (?:wanted|"
    r"wished|hoped|had)|looking forward|looked "
    r"forward|set on|set (?:my|our) (?:sights|mind)|existential\w*|bled|(?:leave|divorce|disown|kill|strangle|"
    r"murder) (?:me|us)\b|makes? (?:my|our|us|me) (?:\w+ )?(?:my|our|who|what)|swear by|swears by|ritual|"
    r"rather die|die rather|etched|engraved in|identity|fortune|worked (?:for|towards)|fought|struggl\w+|"
    r"sleepless|nights|come to terms|get over|swallow|stomach|concede|concession\w*|"
    r"sacrific\w*|surrender\w*|forgo\w*|renounc\w*|relinquish\w*|climb down|let down|disappoint\w*|win "
    r"(?:them|him|her) over|persuad\w*|up in arms|in droves|clamour\w*|the whole point|the (?:only |main |"
    r"very )?reason|against everything|run away|rebel\w*|revolt\w*|outcry|mutiny|uproar|not compromise|"
    r"compromise on|live down|explain to (?:my|our)|"
    r"(?:real|great|big|huge|heavy|terrible|sad|enormous|serious|severe|painful) (?:loss|blow|pity|shame|"
    r"setback|hit)|suffer\w*|hurt\w*|pain\w*|ache\w*|"
    r"vital\w*|crucial\w*|critical\w*|essential\w*|paramount|imperative|decisive|key|survival|livelihood|"
    r"lifeline|backbone|at stake|reputation|"
    r"face with|lose face|credibility|matter of|question of|principle|honour|dignity|important\w*|importance|"
    r"significan\w+|priorit\w+|serious\w*|big one|"
    r"dealbreaker|deal breaker|red line)\b"
)
_CASUAL = re.compile(
    r"\b(?:(?:do|does|did|will|would|is|are|am|was) (?:\w+ )?not (?:\w+ ){0,3}?(?:care|mind|need|matter\w*|"
    r"important|decisive|essential|crucial|priority|"
    r"bother|want|notice|hurt|a big|big|key|fond|attached|vital|critical|hard|painful|of (?:\w+ )?importance|"
    r"make a difference|miss|particular)|no "
    r"(?:\w+ )?(?:trouble|difference|preference|problem|matter|loss|sacrifice|issue|importance|concern|need|"
    r"big|pain|weight|deal|use|great|hardship|"
    r"priority|attachment|interest|value)|hardly (?:matters?|important|cost|hurt|care|a |any)|little (?:\w+ "
    r")?(?:to|for|importance|weight|matter|trouble)|"
    r"fine|all right|alright|ok with|happy|glad|gladly|easy|easily|cheap\w*|next to nothing|whichever|"
    r"whatever|either|any (?:of|\w+ will|\w+ do)|up to you|"
    r"as you (?:like|please|prefer|wish)|welcome to|all the same|all one|not (?:all that|that|so|too|very|"
    r"really|especially|particularly|terribly) "
    r"(?:\w+)|nothing (?:much|special|dear|important)|secondary|minor|trifle|small (?:thing|matter|point)|can "
    r"(?:well |easily |happily |gladly )?(?:do "
    r"without|live with|live without|spare)|nice to have|would be nice|for nothing|never use|costs? (?:me|us) "
    r"(?:nothing|little|hardly|next)|least|"
    r"less important|indifferent|yours)\b"
)
_OTHERS = re.compile(
    r"\b(?:to|for|with) (?:you|your \w+|yours|them|their \w+|him|her|his \w+)\b|\byou (?:said|told|mentioned|"
    r"wrote|find|feel|care|need|want|love|value|insist)\b|\b(?:i|we) (?:was|were|am|are|have been) told\b|\bi "
    r"(?:hear|heard|gather|know|understand)\b"
)
_OWN = re.compile(rf"\b(?:to|for|of|with) {_WHO}\b|\b(?:i|we|me|us|my|our)\b")
_SURELY_OWN = re.compile(rf"\b(?:to|for|of|with) {_WHO}\b")


def is_offer(text: str) -> bool:
    """Whether the clause gives the thing: "we can give up", "take the". A cost named in passing is then no lament."""
    return bool(_OFFERING.search(text))


def held_dear(text: str) -> re.Match[str] | None:
    """The words of a clause that call something dear to the speaker; ``None`` where it is called light or is theirs."""
    if _CASUAL.search(text):
        return None
    found = _DEAR.search(text)
    if not found or (_OTHERS.search(text) and not _SURELY_OWN.search(text)):
        return None
    return found


def mine(text: str) -> bool:
    """Whether the clause says outright for whom the thing weighs: for me or my people."""
    return bool(_SURELY_OWN.search(text))


# What an issue's name stands for: its usual options and near names, by the root of the name.
KINDS = {
    stem(kind): words
    for kind, words in {
        "finish": "matt matte glossy gloss metallic chrome polished brushed lacquer varnish satin",
        "slot": "headliner headlining headline opener opening evening morning afternoon closing matinee spot",
        "row": "front second back first stalls",
        "time": "dusk dawn early late",
        "shift": "early late night morning nights",
        "seat": "window aisle leather cloth",
        "hall": "gym room court",
        "venue": "city hall place hotel geneva location",
        "language": "english german french spanish italian dutch",
        "material": "glass plastic wood metal paper cotton linen steel leather",
        "wood": "oak ash pine beech walnut maple cherry",
        "currency": "euro euros dollars dollar pounds francs sterling",
        "bedtime": "bed nine ten staying late",
        "format": "pdf paper digital files print",
        "packaging": "wrapping box boxes bag bags carton",
        "parking": "garage car carport",
        "logo": "branding emblem name crest",
        "title": "senior junior director head lead called",
        "report": "reporting reports statements",
        "desk": "window workplace table",
        "flower": "roses tulips lilies",
        "handle": "blue white colour",
        "invoice": "paper email bills billing",
        "garden": "lawn beds flowers",
        "office": "corner room desk",
        "seal": "label mark certificate",
        "signature": "sign signatories signed",
        "meeting": "call calls session weekly monthly",
        "paint": "red blue green grey white black yellow shade",
        "shade": "red blue green grey white black yellow",
        "label": "sticker tag print",
        "delivery": "friday monday morning seven nine",
        "address": "street postcode",
        "fabric": "cotton linen silk wool velvet",
        "menu": "fish meat vegan dessert",
        "uniform": "shirts jackets badge",
        "dress": "suit tie jeans",
        "pet": "dog cat",
        "furniture": "table chair chairs sofa cupboard wardrobe lamp",
        "holiday": "july august summer leave",
        "month": "january february march april may june july august september october november december",
        "plate": "number registration",
        "court": "arbitration jurisdiction law",
        "law": "jurisdiction english german swiss",
        "arbitration": "zurich london",
    }.items()
}


_EXTREME = re.compile(
    r"\b(?:very|whole|entire|all|everything|everyone|everybody|nobody|no one|nothing|never|always|only|most|"
    r"absolute\w*|years?|months|such|so much|really|truly|"
    r"simply|literally|ever|believe|best|worst|first|one thing|at all|fav|highlight|jewel|gem|unique|without|"
    r"rather|extremely|awfully|dreadful\w*|terrible|terribly|"
    r"utterly|totally|completely|definitely|certainly|surely|too|big|huge|enormous|impossible|hardly|why "
    r"(?:we|i)|the reason|mascot|symbol|soul|life|lives|understand)\b"
)
_OFFERING = re.compile(
    r"^(?:\w+ )?(?:i|we|you|they) (?:can|could|will|would|may|might|are|am|shall) (?!not\b|never\b|"
    r"hardly\b)|^(?:take|keep|have|choose|leave|thank|please)\b"
)


def extreme(text: str) -> re.Match[str] | None:
    """All, nothing, never, the very thing: hyperbole about what is mine, unless offered or made light of."""
    plain = _CASUAL.search(text) or _OFFERING.search(text) or not _OWN.search(text) or _OTHERS.search(text)
    return None if plain else _EXTREME.search(text)
