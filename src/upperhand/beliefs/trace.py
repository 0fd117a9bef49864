"""Which lines stand behind a belief about one want?"""

from __future__ import annotations

from upperhand.model.belief import Belief
from upperhand.model.move import EvidenceRef


def because(belief: Belief, want: str, limit: int = 3) -> tuple[EvidenceRef, ...]:
    """The pieces of evidence that moved the weight of ``want`` most, up or down, largest first."""
    steps = [s for s in belief.trace if abs(s.shift.get(want, 0.0)) >= 0.005 and (s.quote or s.source)]
    steps.sort(key=lambda s: -abs(s.shift[want]))
    return tuple(EvidenceRef(s.quote, s.source, s.line, s.when, s.shift[want]) for s in steps[:limit])
