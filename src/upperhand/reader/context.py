"""Does this turn need what was said just before it to be understood?

A short answer does ("yes, exactly"), a full sentence mostly does not. What I say they want is no evidence that they
do, so my turn is read only where theirs leans on it.
"""

from __future__ import annotations

import re

SHORT = 7
"""Words up to which a turn leans on the one before."""
LEANING = 14
"""Words up to which a turn that opens with assent or dissent leans on the one before."""
_OPENS = re.compile(
    r"\W*(?:yes|yeah|yep|yup|no|nope|nah|not (?:really|at all|quite|so much)|exactly|precisely|absolutely|definitely|"
    r"correct|right|true|indeed|sure|of course|certainly|that(?:'s| is) (?:it|right|true|the)|you(?:'ve| have) |"
    r"you got|spot on|bingo|both|neither|either|the (?:first|second|former|latter|other)|agreed|hardly|both)\b",
    re.IGNORECASE,
)


def needed_context(text: str, before: str) -> str:
    """``before`` where ``text`` leans on it, else the empty text."""
    words = len(text.split())
    if words <= SHORT or (words <= LEANING and _OPENS.match(text)):
        return before
    return ""
