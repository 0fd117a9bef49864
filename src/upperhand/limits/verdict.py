"""What a rule hands back before a truthful alternative is found for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from upperhand.limits.clauses import Reading
from upperhand.limits.grounding import Entry
from upperhand.model.case import Case

Action = Literal["block", "warn", "rewrite"]


@dataclass(frozen=True)
class Verdict:
    """A rule's finding: which rule, what is to be done, why; ``entries`` are the ledger lines that could be said
    instead, ``about`` the words the finding hangs on, ``goal`` what the draft was after."""

    rule: str
    action: Action
    why: str
    about: str
    goal: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Matter:
    """What every rule looks at: the draft as read, the case, its ledger, the question it answers (or ``None``)."""

    reading: Reading
    case: Case
    entries: tuple[Entry, ...]
    soft: frozenset[str]
    answers: str | None = None
