"""Which parts of a package does a remark such as `better on price, not on start` call better, and which worse?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from upperhand.casefile.spelling import shorten
from upperhand.casefile.terms import Folded, meant

_SIGN = re.compile(
    r"(?:(not|no|worse|further|bad)(?:\s+(?:better|closer|nearer|good|off|away|so\s+good))?|(better|closer|nearer|good))"
    r"\s+(?:on|about)(?:\s+|$)"
)
_FILLER = re.compile(r"(?:[\s,;:.、，；]|(?:but|and|it|is|was|the)(?![^\W_]))+")
Signed = tuple[list[str], list[str], tuple[str, str] | None]


def signed_parts(text: str, names: Sequence[str]) -> Signed:
    """The names called better, those called worse, and what is wrong with the remark with its fix, if anything.

    "Closer" and "good" say better, "not", "further" and "bad" worse. A name is taken whole before any word in it.
    """
    line = Folded(text)
    found: tuple[list[str], list[str]] = ([], [])
    side: int | None = None
    at = 0
    while at < len(line.folded):
        name = line.match(at, names)
        sign, filler = _SIGN.match(line.folded, at), _FILLER.match(line.folded, at)
        if name is not None and side is not None:
            found[side].extend([name[0]] if name[0] not in found[side] else [])
            at = name[1]
        elif sign is not None:
            side, at = int(sign[1] is not None), sign.end()
        elif filler is not None:
            at = filler.end()
        else:
            rest = re.split(r"[,;]|\s(?:but|and)\s", line.written(at))[0].strip()
            what = f"'{shorten(rest, 40)}' is neither an issue nor a feature of this case."
            return *found, (what, meant(rest, names, "Write 'better on' or 'worse on' and a name of the case."))
    return *found, None
