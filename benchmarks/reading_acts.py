"""Does the reader tell the seven negotiation strategies of CaSiNo apart?

From chances that models trained without the dialogue's fold gave out (benchmarks/out_of_fold.json). The threshold of
each label is the one with the best F1 on the four other folds.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.measures import Flags, Floats, Whole, best_threshold, bootstrap_error, hits, label_f1, summed
from benchmarks.reading_casino import read_out_of_fold
from benchmarks.reading_tables import Absent, Asked, Bar, Figure, Part, table
from training.casino import LABELS, Camp, read_camps, read_folds
from upperhand.reader.acts import ACTS

BEST_BY_LABEL = (0.827, 0.744, 0.779, 0.364, 0.832, 0.445, 0.679)
ANCHORS: tuple[tuple[Figure, ...], ...] = (
    ("majority, published [L]", 0.0, 0.395),
    ("bag of words [L]", 0.519, 0.606),
    ("best published [S]", 0.683, 0.702),
)
FOLDS_USED = (
    "Folds: the five of casino/folds.json, figures pooled over them. The published protocol cuts the dialogues,\n"
    "unshuffled in the order of their ids, into five others; the models behind these chances were not fitted on those."
)


@dataclass(frozen=True)
class Marked:
    """Annotated turns: arrays along them; ``truth`` and ``chances`` are (n, 7) along LABELS."""

    dialogue: Whole
    fold: Whole
    truth: Flags
    chances: Floats


def part(asked: Asked) -> Part:
    """The tables."""
    marked = read_marked(asked.data / "casino", asked.out_of_fold)
    limits = thresholds(marked)
    said = marked.chances >= limits
    overall: list[Sequence[Figure]] = [
        at_random(marked),
        ("majority (no label)", *overall_of(marked, np.zeros_like(said))),
        ("**ours**", *overall_of(marked, said)),
    ]
    lines = [
        FOLDS_USED,
        "",
        *table(("strategies", "F1, mean of 7", "Joint-A"), [*overall, *ANCHORS]),
        *label_table(marked, said, limits),
    ]
    ours = (float(label_f1(hits(said, marked.truth).sum(0)).mean()), joint(said, marked.truth))
    bars = [Bar("F1, mean of 7 labels", ours[0], 0.66, 0.683), Bar("Joint-A", ours[1], 0.66, 0.702)]
    count = len(set(marked.dialogue.tolist()))
    return Part(f"Acts in talk: CaSiNo strategies, {len(said)} turns of {count} annotated dialogues", lines, bars)


def read_marked(folder: Path, out_of_fold: Path) -> Marked:
    """Every annotated turn with the chances of its labels."""
    try:
        camps = [c for name in ("train", "valid") for c in read_camps(folder / f"{name}.json") if c.labels is not None]
        fold_of = read_folds(folder)
    except FileNotFoundError as gone:
        raise Absent(f"no {gone.filename}") from gone
    chances, acts = read_out_of_fold(out_of_fold)["acts"], act_of()
    columns = [ACTS.index(acts[label]) for label in LABELS]
    found = [turn for camp in camps for turn in turns_of(camp, chances.get(str(camp.id), []))]
    return Marked(
        np.array([camp.id for camp, _, _ in found]),
        np.array([fold_of[camp.id] for camp, _, _ in found]),
        np.array([[label in labels for label in LABELS] for _, labels, _ in found]),
        np.array([row for _, _, row in found])[:, columns],
    )


def turns_of(camp: Camp, chances: list[list[float]]) -> list[tuple[Camp, frozenset[str], list[float]]]:
    """The turns of a dialogue that were annotated."""
    if len(chances) != len(camp.texts):
        what = f"has {len(chances)} turns of dialogue {camp.id}, which has {len(camp.texts)}"
        raise Absent(f"the out-of-fold file {what}")
    marked = zip(camp.labels or (), chances, strict=True)
    return [(camp, labels, row) for labels, row in marked if labels is not None]


def act_of() -> Mapping[str, str]:
    """The act that stands for each label; its table may lie beside code that needs torch."""
    for name in ("training.casino", "training.camps"):
        try:
            table_: Mapping[str, str] | None = getattr(importlib.import_module(name), "ACT_OF", None)
        except ModuleNotFoundError as gone:
            raise Absent(f"ACT_OF lies in {name}, which needs {gone.name}") from gone
        if table_ is not None:
            return table_
    raise Absent("nothing in training says which act stands for which label")


def thresholds(marked: Marked) -> Floats:
    """The threshold of each turn's fold and label (n, 7)."""
    out = np.zeros_like(marked.chances)
    for fold in np.unique(marked.fold):
        rest, here = marked.fold != fold, marked.fold == fold
        out[here] = [best_threshold(marked.chances[rest, k], marked.truth[rest, k]) for k in range(len(LABELS))]
    return out


def joint(said: Flags, truth: Flags) -> float:
    """The share of turns with all labels right."""
    return float((said == truth).all(1).mean())


def at_random(marked: Marked) -> tuple[Figure, ...]:
    """Each label guessed as often as it holds: F1 is that share, and all are right by the product of theirs."""
    share = marked.truth.mean(0)
    all_right = np.where(marked.truth, share, 1 - share).prod(1)
    return "random, at each label's rate", float(share.mean()), float(all_right.mean())


def overall_of(marked: Marked, said: Flags) -> tuple[Figure, Figure]:
    """Mean F1 and Joint-A with standard errors over dialogues."""
    found = hits(said, marked.truth)
    right = (said == marked.truth).all(1)
    mean = float(label_f1(found.sum(0)).mean())
    spread = bootstrap_error(summed(found, marked.dialogue), lambda c: label_f1(c).mean(-1))
    turns = summed(np.stack([right, np.ones(len(right))], 1), marked.dialogue)
    joint_spread = bootstrap_error(turns, lambda c: np.asarray(c[:, 0] / c[:, 1]))
    return (mean, float(spread)), (float(right.mean()), float(joint_spread))


def label_table(marked: Marked, said: Flags, limits: Floats) -> list[str]:
    """F1 of each label beside a published row."""
    found = hits(said, marked.truth)
    scores = label_f1(found.sum(0))
    spread = bootstrap_error(summed(found, marked.dialogue), label_f1)
    rows: list[Sequence[Figure]] = []
    for k, label in enumerate(LABELS):
        span = f"{limits[:, k].min():.2f}–{limits[:, k].max():.2f}"
        share = float(marked.truth[:, k].mean())
        rows.append((label, (float(scores[k]), float(spread[k])), BEST_BY_LABEL[k], share, span))
    return table(("label", "F1, ours", "F1, published [S]", "share of turns", "thresholds"), rows)
