"""Are the training texts well formed, varied, and far from each other?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training import corpus
from training.corpus import HERE, near_duplicates, read_letters, read_pieces, read_talks
from upperhand.reader.acts import ACTS


def files(room: str) -> list[Path]:
    return sorted((HERE / room).glob("*.txt"))


@pytest.fixture(scope="module")
def wrong() -> list[str]:
    return []


def test_every_line_is_well_formed() -> None:
    wrong: list[str] = []
    read_talks([*files("talks"), *files("lines")], wrong)
    read_letters(files("letters"), wrong)
    read_pieces(files("turns"), wrong)
    assert wrong == []


def test_the_acts_of_the_texts_are_those_of_the_reader() -> None:
    assert corpus.ACTS == ACTS


def test_there_are_hundreds_of_talks_in_many_domains_and_none_is_half_of_another() -> None:
    talks = read_talks(files("talks"), [])
    assert len(talks) >= 700
    assert len({talk.domain for talk in talks}) >= 100
    assert near_duplicates([" ".join(turn.text for turn in talk.turns) for talk in talks]) < 0.05 * len(talks)


def test_the_top_want_stands_at_no_particular_letter_and_all_stances_occur() -> None:
    talks = read_talks(files("talks"), [])
    tops = Counter(max(talk.wants, key=lambda want: want.importance).letter for talk in talks)
    assert max(tops.values()) < 0.4 * len(talks)
    stances = Counter(stance for talk in talks for turn in talk.turns for stance, _ in turn.stances.values())
    assert set(stances) == set("andou")


def test_counting_the_words_of_a_want_does_not_find_the_top_one() -> None:
    talks = [t for t in read_talks(files("talks"), []) if not t.file.startswith(("plain-", "direct-"))]
    found = 0.0
    for talk in talks:
        said = " ".join(turn.text.lower() for turn in talk.turns if turn.speaker == "T")
        counts = [sum(said.count(w) for w in want.name.lower().split() if len(w) > 3) for want in talk.wants]
        best = [want.importance for want, n in zip(talk.wants, counts, strict=True) if n == max(counts)]
        found += (max(want.importance for want in talk.wants) in best) / len(best)
    assert found / len(talks) < 0.4
