"""How strongly may the future be spoken of, and how strongly does a sentence speak of it?"""

from __future__ import annotations

import re
from typing import Literal

from upperhand.model.case import Case

Wording = Literal["commitment", "intention", "possibility"]

STRENGTH: dict[Wording, int] = {"possibility": 1, "intention": 2, "commitment": 3}

_LIMITED = re.compile(
    r"\b(?:none|no|not|up to|may|needs?|subject|limited|only|recommend|propose|approval|ask|board|"
    r"decides?|until|"
    r"under|below|unknown|negotiate|must|requires?)\b"
)
_POSSIBLE = re.compile(
    r"\b(?:might|may|could|would|perhaps|maybe|possib\w+|hope|hopes|hoping|who knows|imagine|can "
    r"see you|picture "
    r"you|one day|some day|someday|chances?|could be|if all goes well|potentially|recommend|propose|"
    r"suggest|ask "
    r"for|think of|picture|conceivabl\w+|with (?:any )?luck|dream\w*|down the (?:road|line)|not (?:impossible|"
    r"excluded)|in the cards)\b"
)
_INTENDED = re.compile(
    r"\b(?:intend\w*|intention|plan|plans|planning|planned|expect\w*|aim\w*|mean to|likely|probably|"
    r"want to|would "
    r"like|looking to|in mind|our idea|foresee|anticipate|counting on|thinking of|considering|see (?:you|us|a)|"
    r"think we will|believe we will|should)\b"
)
_CERTAIN = re.compile(
    r"\b(?:will|shall|going to|guarantee\w*|promise\w*|assure|assured|certain|certainly|surely|undoubtedly|"
    r"absolutely|definitely|commit\w*|rely|count on|settled|is yours|are yours|as good as yours|for sure|sure "
    r"thing|without fail|no doubt|bound to|goes to you|go to you|hereby|you get|always|never|forever|for life|"
    r"have my word|my word|done deal|fixed|formality|booked|in the bag|bank on|banked|down for|"
    r"set to|no question|"
    r"in store|is coming|are coming|in line for|earmarked|first call|mark my words|trust me|done "
    r"and dusted|sealed|wrapped up|"
    r"cast iron|written in stone|decided|waiting for you|lined up|reserved for you|a given|inevitabl\w*|"
    r"automatic\w*|make sure|see to it|ahead|from (?:here|now) on)\b"
)


_PERHAPS = re.compile(r"(?:and |but |so |well )*(?:perhaps|maybe|possibly|who knows|with luck|if all goes well)\b")


def future_wording(credible: float, authority: str | None) -> Wording | None:
    """The strongest words that a future may be put in.

    ``credible`` is the chance in [0, 1] that it comes true: commitment from .9, intention from .6, possibility from
    .3; below that no talk of it at all (``None``). ``authority`` is what the case says of the speaker's (``None`` or
    'full...': speaks for themselves); anything that limits it leaves possibility at most. Source: theory.md, G5.
    """
    if credible < 0.3:
        return None
    if is_limited(authority) or credible < 0.6:
        return "possibility"
    return "commitment" if credible >= 0.9 else "intention"


def is_limited(authority: str | None) -> bool:
    """Whether an authority as told keeps its holder from committing anybody."""
    words = (authority or "full").strip().casefold()
    return not words.startswith("full") and bool(_LIMITED.search(words))


def speaks_for(case: Case) -> str | None:
    """My authority; one who acts for another without saying with which authority has none that is known."""
    return case.me.authority or ("unknown" if case.me.represents else None)


def wording_of(sentence: str) -> Wording | None:
    """How strongly a normalised sentence speaks of the future; ``None`` where it does not."""
    certain = bool(_CERTAIN.search(sentence))
    if _PERHAPS.match(sentence):
        return "possibility"
    if re.search(
        r"\b(?:definitely|certainly|formality|in the bag|bank on|no question|mark my words|guarantee\w*|"
        r"promise\w*|assure\w*|rely on|certain|surely|undoubtedly|settled|"
        r"give you my word|my word|for sure|without fail|make sure|hereby|commit\w*)\b",
        sentence,
    ):
        return "commitment"
    if _POSSIBLE.search(sentence) and not re.search(r"\b(?:i|we|you|it) (?:will|shall|are going|am going)\b", sentence):
        return "possibility"
    if _INTENDED.search(sentence):
        return "intention"
    if _POSSIBLE.search(sentence) and not certain:
        return "possibility"
    return (
        "commitment"
        if certain
        or re.search(
            r"\b(?:goes?|gets?|comes?|is|are) (?:to )?(?:you|yours|by|next|"
            r"after)\b",
            sentence,
        )
        else None
    )
