"""Does the reader find the order of a camper's three wants, and does it know how sure it may be?

On CaSiNo, from evidence that models trained without the dialogue's fold gave out (benchmarks/out_of_fold.json). A
want's score is the sum over the person's turns; orders have Plackett-Luce chances of scores over a temperature, which
is chosen for each fold on the four others. Predictions at a person's k-th utterance use what was said up to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.measures import (
    K_WEIGHTS,
    ORDERS,
    Floats,
    Whole,
    brier,
    calibration_error,
    clustered_error,
    cross_fitted,
    hard_orders,
    log_losses,
    order_chances,
    order_index,
    order_marks,
    top_want,
)
from benchmarks.reading_tables import Absent, Asked, Bar, Figure, Part, table
from training.casino import Camp, read_camps, read_folds

EARLY = 10
"""Utterances of the dialogue among which a person's k-th is looked for."""
SURE = 0.7
TEMPERATURES = np.geomspace(0.25, 8, 51)
OFFER_WEIGHTS = (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
NAMED = tuple(re.compile(rf"\b(?:{p})s?\b", re.IGNORECASE) for p in ("food", "water", "fire[ -]?wood|wood|log"))
TIE = 1e-3
"""What the want named first gains where two are named equally often."""

ANCHORS_WHOLE: tuple[tuple[Figure, ...], ...] = (
    ("plain regex + offers, Bayesian [L]", 0.414, 0.638, None),
    ("masked word n-grams, linear [L]", ".62–.65", 0.82, None),
    ("the partner in the room [L]", 0.539, 0.767, 0.834),
    ("outside annotators [L]", 0.674, 0.842, 0.892),
)
ANCHORS_K: tuple[tuple[Figure, ...], ...] = (
    ("counting mentions, published [L]", 0.355, 0.604, 0.696),
    ("Llama-3.3-70B, 150 dialogues [S]", 0.373, 0.630, ".709 (gains 5/4/3)"),
    ("RoBERTa ranker, Chawla 2022 [S]", "?", 0.700, 0.771),
    ("fine-tuned 8B, 2605.04507 [S]", 0.538, 0.762, ".809 (gains 5/4/3)"),
)
ANCHORS_BRIER: tuple[tuple[Figure, ...], ...] = (
    ("70B prompted [S]", None, 0.194, None, None, None),
    ("distilled 8B [P]", None, 0.114, None, None, None),
    ("its teacher [P]", None, 0.085, None, None, None),
)
BARS = (
    ("EMA", 0.63, 0.70),
    ("Top-1", 0.84, 0.88),
    ("EMA, k-penalty", 0.47, 0.538),
    ("Top-1, k-penalty", 0.71, 0.762),
)


@dataclass(frozen=True)
class People:
    """Both people of every dialogue: arrays (n,) along them; ``truth`` is an index into ORDERS."""

    seats: Sequence[tuple[Camp, int]]
    dialogue: Whole
    fold: Whole
    truth: Whole


def part(asked: Asked) -> Part:
    """The tables."""
    people = read_people(asked.data / "casino")
    words, deals = after(people, out_of_fold(people, asked.out_of_fold)), after(people, offers(people))
    shown = {
        "random": np.zeros_like(words),
        "counting own mentions": after(people, mentions(people, whose="own")),
        "counting both people's mentions": after(people, mentions(people, whose="both")),
    }
    heat, with_deals, lines = fitted(people, words, deals)
    shown |= {"**ours, words only**": words, "ours + deal rows": with_deals}
    whole, early, bars = order_tables(people, shown)
    sure, more = calibration_table(people, words[:, -1] / heat, with_deals[:, -1])
    count = f"{len(people.dialogue)} people of {len(set(people.dialogue.tolist()))} dialogues"
    title = f"Wants from talk: CaSiNo, {count}, pooled over the folds of casino/folds.json"
    return Part(title, [*whole, *early, *lines, *sure], [*bars, *more])


def read_people(folder: Path) -> People:
    """Everybody in CaSiNo."""
    try:
        camps = [c for name in ("train", "valid") for c in read_camps(folder / f"{name}.json")]
        fold_of = read_folds(folder)
    except FileNotFoundError as gone:
        raise Absent(f"no {gone.filename}") from gone
    seats = [(camp, person) for camp in camps for person in (0, 1)]
    return People(
        seats,
        np.array([camp.id for camp, _ in seats]),
        np.array([fold_of[camp.id] for camp, _ in seats]),
        np.array([order_index(camp.truth[person]) for camp, person in seats]),
    )


def out_of_fold(people: People, path: Path) -> list[Floats]:
    """What each turn adds to each want, (turns + 1, 3) a person, as the model of the other folds read it."""
    evidence = read_out_of_fold(path)["evidence"]
    rows = []
    for camp, person in people.seats:
        own = [i for i, who in enumerate(camp.speakers) if who == person]
        found = evidence.get(f"casino-{camp.id}-{person}", [])
        if len(found) != len(own):
            what = f"{len(found)} turns of person {person} in dialogue {camp.id}, which has {len(own)}"
            raise Absent(f"{path.name} has {what}")
        adds = blank(camp)
        adds[own] = np.reshape(found, (-1, 3))
        rows.append(adds)
    return rows


def read_out_of_fold(path: Path) -> dict[str, dict[str, list[list[float]]]]:
    """The file that `train.py --folds` writes."""
    if not path.exists():
        raise Absent(f"no {path.name}; `python -m training.train --folds` writes it (torch, some hours)")
    read: dict[str, dict[str, list[list[float]]]] = json.loads(path.read_text("utf-8"))
    return read


def mentions(people: People, whose: str) -> list[Floats]:
    """How often each good is named, by the person or by both; the one the person names first wins a tie."""
    rows = []
    for camp, person in people.seats:
        adds, named = blank(camp), set[int]()
        for i, (who, text) in enumerate(zip(camp.speakers, camp.texts, strict=True)):
            if who == person or whose == "both":
                adds[i] += [len(name.findall(text)) for name in NAMED]
            if who == person:
                found = [(m.start(), k) for k, name in enumerate(NAMED) if (m := name.search(text))]
                for _, k in sorted(found):
                    adds[i, k] += 0 if k in named else TIE * (3 - len(named))
                    named.add(k)
        rows.append(adds)
    return rows


def offers(people: People) -> list[Floats]:
    """Of each deal a person submits: the share of each good kept, less the mean share."""
    rows = []
    for camp, person in people.seats:
        adds = blank(camp)
        for at, who, gets, gives in camp.offers:
            kept = np.array(gets)
            total = kept + np.array(gives)
            if who == person and (total > 0).all():
                adds[at] += kept / total - (kept / total).mean()
        rows.append(adds)
    return rows


def blank(camp: Camp) -> Floats:
    """Nothing added by any turn (turns + 1, 3); the last row takes what comes after all words."""
    return np.zeros((len(camp.texts) + 1, 3))


def moments(camp: Camp, person: int) -> list[int]:
    """How many rows of what turns add are known at the person's 1st to 5th utterance, and in the end.

    Utterances count among the first ten of the dialogue; where there is no such one, as much is known as at the last.
    """
    own = [i + 1 for i, who in enumerate(camp.speakers[:EARLY]) if who == person]
    known = [own[min(k, len(own) - 1)] if own else 0 for k in range(len(K_WEIGHTS))]
    return [*known, len(camp.texts) + 1]


def after(people: People, adds: Sequence[Floats]) -> Floats:
    """Scores (n, 6, 3): at the k-th utterance, k = 1 to 5, and of the whole dialogue."""
    out = []
    for (camp, person), rows in zip(people.seats, adds, strict=True):
        total = np.vstack([np.zeros(3), np.cumsum(rows, 0)])
        out.append(total[moments(camp, person)])
    return np.array(out)


def fitted(people: People, words: Floats, deals: Floats) -> tuple[Floats, Floats, list[str]]:
    """The temperature of each person's fold (n, 1); scores with deal rows, over theirs (n, 6, 3); what was chosen."""
    alone = np.array([log_losses(order_chances(words[:, -1] / t), people.truth) for t in TEMPERATURES])
    heat = TEMPERATURES[cross_fitted(alone, people.fold)]
    pairs = [(a, t) for a in OFFER_WEIGHTS for t in TEMPERATURES]
    losses = [log_losses(order_chances((words[:, -1] + a * deals[:, -1]) / t), people.truth) for a, t in pairs]
    chosen = np.array(pairs)[cross_fitted(np.array(losses), people.fold)]
    with_deals = (words + chosen[:, :1, None] * deals) / chosen[:, 1:, None]
    mean, best = alone.mean(1), pairs[int(np.argmin(np.mean(losses, 1)))]
    per_fold = ", ".join(f"{heat[people.fold == fold][0]:.2f}" for fold in np.unique(people.fold))
    lines = [
        f"Temperature, pooled: **{TEMPERATURES[int(np.argmin(mean))]:.3f}**; cross-fitted, by fold: {per_fold}. "
        f"Log-loss of the order {mean.min():.3f}, uniform {np.log(len(ORDERS)):.3f}.",
        f"With deal rows: temperature {best[1]:.3f}, weight of an offer {best[0]:g}.",
        "",
    ]
    return heat[:, None], with_deals, lines


def order_tables(people: People, shown: dict[str, Floats]) -> tuple[list[str], list[str], list[Bar]]:
    """Whole-dialogue and k-penalty figures of each way of scoring, and the bars for ours."""
    whole: list[Sequence[Figure]] = []
    early: list[Sequence[Figure]] = []
    bars: list[Bar] = []
    for name, scores in shown.items():
        marks = order_marks(hard_orders(scores), np.repeat(people.truth[:, None], scores.shape[1], 1))
        penal = np.einsum("k,nkm->nm", K_WEIGHTS, marks[:, :-1])
        for rows, values in ((whole, marks[:, -1]), (early, penal)):
            rows.append((name, *((float(v.mean()), clustered_error(v, people.dialogue)) for v in values.T)))
        if "words only" in name:
            ours = [float(v) for v in (*marks[:, -1].mean(0)[:2], *penal.mean(0)[:2])]
            bars = [Bar(name, v, must, aim) for v, (name, must, aim) in zip(ours, BARS, strict=True)]
    heads = ("whole dialogue", "EMA", "Top-1", "NDCG@3")
    return table(heads, [*whole, *ANCHORS_WHOLE]), table(("k-penalty", *heads[1:]), [*early, *ANCHORS_K]), bars


def calibration_table(people: People, words: Floats, with_deals: Floats) -> tuple[list[str], list[Bar]]:
    """How far chances can be believed, from scores (n, 3) over their temperature."""
    rows: list[Sequence[Figure]] = []
    bars: list[Bar] = []
    shown = {"uniform": np.zeros_like(words), "**ours, words only**": words, "ours + deal rows": with_deals}
    for name, scores in shown.items():
        chances = order_chances(scores)
        said, right = top_want(chances, people.truth)
        sure = said >= SURE
        covers = float(sure.mean())
        holds = (float(right[sure].mean()), clustered_error(right[sure], people.dialogue[sure])) if sure.any() else None
        off, squared = calibration_error(said, right), brier(chances, people.truth)
        loss = float(log_losses(chances, people.truth).mean())
        error = clustered_error(squared, people.dialogue)
        rows.append((name, off, (float(squared.mean()), error), covers, holds, loss))
        if "words only" in name:
            bars = [
                Bar("calibration error of the top want", off, 0.05, below=True),
                Bar("Brier over the six orders", float(squared.mean()), 0.083, below=True),
                Bar("right where it says .7 or more", holds[0] if holds else 0.0, 0.92),
                Bar("says .7 or more of so many people", covers, 0.65),
            ]
    heads = ("whole dialogue", "calibration error", "Brier, 6 orders", "says ≥ .7", "right there", "log-loss")
    return table(heads, [*rows, *ANCHORS_BRIER]), bars
