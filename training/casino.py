"""CaSiNo as talks with a true order, its folds, and its strategy labels."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ISSUES = ("Food", "Water", "Firewood")
DEAL_ROWS = frozenset(("Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away"))
ACT_OF = {
    "small-talk": "small_talk", "showing-empathy": "affirms", "promote-coordination": "coordinates",
    "no-need": "tells_no_need", "elicit-pref": "asks_wants", "uv-part": "belittles", "vouch-fair": "appeals_fairness",
    "self-need": "tells_want", "other-need": "tells_want_for_others",
}  # fmt: skip
LABELS = ("small-talk", "self-need", "other-need", "no-need", "elicit-pref", "uv-part", "vouch-fair")


@dataclass(frozen=True)
class Camp:
    """A dialogue without its deal rows.

    ``speakers`` has 0 or 1 a turn; ``truth[p]`` is person p's order of ISSUES, most wanted first, as indices.
    ``offers`` are (position among the words, person, gets by issue, gives by issue). ``labels`` run along the
    turns (``None``: not annotated).
    """

    id: int
    speakers: tuple[int, ...]
    texts: tuple[str, ...]
    truth: tuple[tuple[int, ...], tuple[int, ...]]
    offers: tuple[tuple[int, int, tuple[float, ...], tuple[float, ...]], ...]
    labels: tuple[frozenset[str] | None, ...] | None


def read_camps(path: Path) -> list[Camp]:
    """The dialogues of one file, in its order."""
    return [_camp(d) for d in json.loads(path.read_text("utf-8"))]


def read_folds(folder: Path) -> dict[int, int]:
    """Fold 0 to 4 by dialogue id."""
    raw = json.loads((folder / "folds.json").read_text("utf-8"))
    return {int(k): int(v) for k, v in raw["fold_of_dialogue"].items()}


def _camp(d: dict[str, Any]) -> Camp:
    people = sorted(d["participant_info"])
    truth = tuple(
        tuple(ISSUES.index(d["participant_info"][p]["value2issue"][level]) for level in ("High", "Medium", "Low"))
        for p in people
    )
    speakers: list[int] = []
    texts: list[str] = []
    offers: list[tuple[int, int, tuple[float, ...], tuple[float, ...]]] = []
    for row in d["chat_logs"]:
        who = people.index(row["id"])
        if row["text"] == "Submit-Deal":
            deal = row["task_data"]
            gets, gives = (
                tuple(float(deal[side].get(i) or 0) for i in ISSUES) for side in ("issue2youget", "issue2theyget")
            )
            offers.append((len(texts), who, gets, gives))
        elif row["text"] not in DEAL_ROWS:
            speakers.append(who)
            texts.append(row["text"])
    marked = d.get("annotations") or None
    labels = None if marked is None else _aligned(texts, marked)
    return Camp(d["dialogue_id"], tuple(speakers), tuple(texts), (truth[0], truth[1]), tuple(offers), labels)


def _aligned(texts: list[str], marked: list[list[str]]) -> tuple[frozenset[str] | None, ...]:
    """The labels of each text, in order; ``None`` for a text the annotators passed over."""
    rows = [(said.strip(), frozenset(label.strip() for label in labels.split(","))) for said, labels in marked]
    out: list[frozenset[str] | None] = []
    at = 0
    for text in texts:
        found = next((i for i in range(at, len(rows)) if rows[i][0] == text.strip()), None)
        out.append(None if found is None else rows[found][1])
        at = at if found is None else found + 1
    return tuple(out)
