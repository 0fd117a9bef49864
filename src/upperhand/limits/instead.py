"""What can truthfully be said instead, to the same end?"""

from __future__ import annotations

from collections.abc import Iterator

from upperhand.limits.grounding import Entry, plain_date
from upperhand.limits.verdict import Verdict
from upperhand.model.case import Case

_PLAIN = {
    "rival": "I would like to find terms that work for both of us. What would you need to decide?",
    "deadline": "When would you be able to decide? I would be glad to know early.",
    "authority": "I would like to stay close to my figure. May I explain how I get to it?",
    "scarcity": "When would you like it? I will check what is free.",
    "fact": "Let me check that and come back to you. What would you need to see?",
    "disclose": "There is one more thing I should tell you before you decide. May I?",
    "strawman": "I would be glad to include it. What would you add in return?",
    "future": "Let us look at this deal on its own. What would make it work for you?",
    "coercion": "I would like us to agree. If we can not, we part as friends. What would you need?",
    "praise": "What was the hardest part for you?",
    "time": "Here are the full terms. Please take the time you need to answer.",
    "role": "May I tell you first for whom I act?",
    "private": "What matters most to you in this?",
    "verdict": "My information differs from yours. Could you show me where the figure comes from?",
}


def candidates(verdict: Verdict, case: Case) -> Iterator[str]:
    """Sentences to offer in place of a refused one, best first; the last needs nothing from the case."""
    for entry in verdict.entries:
        if entry.firm and entry.true:
            yield from _from_entry(entry, verdict)
    if verdict.goal == "rival":
        for alternative in case.mine.alternatives:
            if "them" not in alternative.visible_to:
                continue  # a card the user keeps hidden is not given away
            yield f"I do have an alternative: {alternative.name}. I would rather agree with you."
    if verdict.goal == "strawman":
        about = verdict.about.capitalize()
        yield f"{about} costs me little, so I would be glad to include it. What would you add in return?"
    if verdict.goal == "future":
        yield from _softer(verdict.about)
    if verdict.goal == "role":
        yield f"I act on behalf of {verdict.about}."
    if verdict.goal == "praise":
        for act in case.acts:
            if act.attested and act.referent:
                yield f"I noticed {act.referent}. Thank you for that."
    yield _PLAIN[verdict.goal]


def _from_entry(entry: Entry, verdict: Verdict) -> Iterator[str]:
    proof = f" ({entry.source}{', ' + plain_date(entry.when) if entry.when else ''})" if entry.source else ""
    if verdict.goal == "verdict":
        yield f"What I have is this: {entry.text}{proof}. Could you show me what yours rests on?"
    yield f"{entry.text}{proof}."
    yield f"{entry.text}."


def _softer(about: str) -> Iterator[str]:
    name, _, allowed = about.partition("|")
    if name and allowed == "intention":
        yield f"We intend to come to you for this: {name}. It is not settled."
    if name and allowed in ("intention", "possibility"):
        yield f"It is possible that this comes up: {name}. I can not promise it."
