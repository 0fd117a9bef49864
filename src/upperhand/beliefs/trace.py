"""Which lines stand behind a belief about one want?"""

from __future__ import annotations

from upperhand.model.belief import Belief
from upperhand.model.evidence import FAINT
from upperhand.model.move import EvidenceRef

MOVED = 0.005
"""Evidence that moved a weight by less than this is not named as its reason."""


def because(belief: Belief, want: str, limit: int = 3) -> tuple[EvidenceRef, ...]:
    """The pieces of evidence that speak of ``want`` and moved its weight most, up or down, largest first.

    What speaks of another want moves this one too, because weights share a sum of one; it is no reason for it. Nor is
    what was heard too faintly to be quoted.
    """
    told = [s for s in belief.trace if s.kind != FAINT and (want in s.about or not s.about)]
    steps = [s for s in told if abs(s.shift.get(want, 0.0)) >= MOVED]
    steps.sort(key=lambda s: -abs(s.shift[want]))
    return tuple(EvidenceRef(s.quote, s.source, s.line, s.when, s.shift[want], s.kind) for s in steps[:limit])
