"""Is a word like “church” or “wheelchair” said here of an organisation, goods or an event, not of a person (G12)?"""

from __future__ import annotations

import re

_HOUSE = (
    r"(?:church|mosque|temple|synagogue|chapel|parish|cathedral|monastery|convent|hospital|clinic|hospice|nursing home|"
    r"care home|rehab (?:centre|center|clinic)|charity|museum|school|union|party|congregation|pharmacy|"
    r"special school|surgery)"
)
_GOODS = (
    r"(?:wheelchairs|hearing aids?|kosher|halal|walkers|crutches|canes|prosthe\w+|pacemakers|inhalers|insulin|"
    r"vaccines?|pills|"
    r"tablets|painkillers|medication|hormones|headscarves|turbans|rosaries|bibles|prayer (?:mats|beads)|"
    r"pregnancy tests|blood tests|fingerprint \w+|face scanners?|stickers|badges)"
)
_MADE = (
    r"(?:sells?|sold|selling|makes?|making|suppl(?:y|ies|ied)|stocks?|manufactur\w+|builds?|imports?|exports?|"
    r"produc(?:es?|ed)|ships?|shows?|exhibits?|publish(?:es)?|prints?|repairs?|delivers?|serves?|cares? for|houses|"
    r"rents? out|trains?)"
)
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)"
_BEAST = r"(?:dogs?|cats?|horses?|mares?|ponies|pony|cows?|cattle|sheep|goats?|hens?|puppy|puppies|pets?|trees?)"
_WHEN = r"(?:starts?|begins?|ends?|finish\w*|takes place|is (?:at|on|in|over)|opens?|lasts?|goes on|runs)"
_WHATEVER = r"(?:wherever|no matter where|regardless of where|irrespective of where|not matter where|never mind where)"

# Said of houses, goods, beasts, occasions or papers, or said of nobody in particular.
_OF_THINGS = re.compile(
    rf"\b(?:is|are|was|were) (?:for )?(?:a|an|the|our) (?:\w+ )?{_HOUSE}\b(?! (?:go\w+|member\w*|elder|activist|rep))|"
    rf"(?<!to the )(?<!at the )(?<!in the )(?<!to )(?<!at )(?<!in )\b{_HOUSE} (?:next door|across|opposite|on the "
    rf"corner|owns?|pays?|paid|signs?|signed|must|can|could|council|office|sells?|lets?|offers?|books?|hosts?|"
    rf"closes?|opens?|festival|fair|bazaar|fete|concert|choir|{_WHEN})\b|\bparish council\b|"
    rf"\b{_MADE} (?:\w+ ){{0,2}}?(?:{_GOODS}|refugees|migrants|immigrants|asylum seekers|patients|jewish|muslim|"
    rf"christian|islamic|catholic|african|asian|arab\w*|indigenous|disabled|deaf|blind|elderly|pregnan\w+)\b"
    rf"(?: \w+)?|\b{_NUMBER} (?:new |used |more )?{_GOODS}\b|"
    rf"(?<!guide )(?<!assistance )\b{_BEAST} (?:\w+ ){{0,3}}?(?:surgery|operation|ill|sick|pregnant|deaf|blind|"
    rf"limps?|limping|medication|diabet\w+|epilep\w+|arthritis|disease\w*|cancer|allerg\w+)\b|"
    rf"\b(?:(?:bike|boat|charity|running|cycle|horse|car|ski|relay|sailing) race|race (?:{_WHEN}|organi[sz]ers?|"
    rf"morning|week\w*|committee|director|number)|(?:before|after|during) the race)\b|"
    rf"\b{_WHATEVER} (?:\w+ ){{1,2}}?(?:come|comes|came|are|is|was|were)(?: from| born)?\b|"
    r"\b(?:is|are|remains?|stays?) (?:entirely |purely |really )?(?:their|his|her|your|our|my) (?:own )?affair\b|"
    r"\b(?:surname|last name|family name)s? (?:is |are |was )?(?:spelled|spelt|written|missing|misspelt|misspelled|"
    r"wrong|twice|on the (?:contract|form|invoice|lease))\b|"
    r"\b(?:deliver(?:y|ies)|goods|parts?|wood|timber|tiles|stones?|order|shipment|materials?|machines?|wine|beans|"
    r"fabric|cloth|batch|containers?|steel|furniture|coffee|marble) (?:\w+ )?(?:comes?|came|is|are|was|were) "
    r"(?:\w+ )?from \w+|"
    r"\bvot(?:e|es|ed|ing) (?:for|against) (?:the )?(?:\w+ )?(?:tiles|colou?rs?|designs?|dates?|plans?|proposals?|"
    r"options?|logo|venue|price|offer|budget|layout|motion|renovation|repair|lift|roof)\b|"
    r"\bcan not see (?:how|why|what|where|whether|that|a reason|any|the (?:point|reason|use|garden|view|file|photos?|"
    r"documents?|calendar|difference|benefit|house|road|street|price|link|attachment))\b|"
    r"\b(?:market|economy|trade|prices|demand|sector|industry) (?:is|are|was|looks?) (?:\w+ )?(?:depressed|sick|ill|"
    r"paralysed)\b|\b(?:chinese|polish|italian|german|french|dutch|turkish|indian|japanese|korean|romanian|"
    r"vietnamese|mexican|spanish|portuguese|russian|greek) (?:supplier|contract|documents?|invoice|text|version|"
    r"factory|manufacturer|branch|subsidiary|importer|exporter|plant)s?\b|"
    r"\bwork permit (?:for|of) (?:the|a|this)\b|\baccent on\b|\boperations? in \w+ (?:closes?|opens?|runs?|employs?|"
    r"makes?|"
    r"grows?|needs?|moves?)\b|\bparty (?:tent|hall|room|supplies|service|food|wall)\b|\b(?:the|a) (?:white|black) "
    r"ones?\b|"
    r"\bsurgery (?:room|premises|space|hours)\b"
)
_HANDS_OFF = re.compile(
    r"\b(?:do not|never|please do not|must not|should not|may not|will not|can not|nobody should|no one should) "
    r"(?:\w+ )?(?:write|note|record|store|log|save|put|file|keep|collect|ask|enquire|inquire|guess|speculate)\b|"
    r"\b(?:none|not any) of (?:our|my|your) (?:business|concern)\b|\bnot (?:our|my|your|any of our) "
    r"(?:business|concern)\b|\bno (?:concern|business) of (?:ours|mine)\b|\b(?:plays?|has|have|makes?) no "
    r"(?:part|role|difference|bearing|influence)\b|\b(?:delete|erase|strike out|cross out) (?:the|that|this|what)\b"
)
_YET = re.compile(
    r"\b(?:but|push|squeeze|press|exploit|leverage|instead|remember|use|so|offer|charge|raise|lower|lowball|weak\w*|"
    r"though|still|just|while|because|until|since)\b"
)


def of_persons(plain: str) -> str:
    """The plain text without what is said of houses, goods, beasts, occasions or papers."""
    return _OF_THINGS.sub(" ", plain)


def hands_off(plain: str) -> bool:
    """Whether a plain sentence tells to leave a private matter alone, and makes no use of it."""
    return bool(_HANDS_OFF.search(plain)) and not _YET.search(plain)
