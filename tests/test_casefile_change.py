"""What-ifs reach every number by its path, and a path or value that fits nowhere says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.case_texts import EVERYTHING, GUTTERS
from upperhand.casefile.edit import edited
from upperhand.casefile.read import read_case, read_text
from upperhand.errors import CallError, InputError
from upperhand.model.case import Case


@pytest.fixture
def gutters(tmp_path: Path) -> Path:
    (tmp_path / "case.yaml").write_text(GUTTERS, encoding="utf-8")
    return tmp_path


def changed(folder: Path, *changes: str) -> Case:
    case = read_case(folder, changes=changes).case
    assert case is not None
    return case


def test_changes_reach_what_they_name(gutters: Path) -> None:
    case = changed(
        gutters,
        "future.0.credible=10%",
        "future.half-yearly cleaning.counted=yes",
        "theirs.alternatives.other contractor.chance={yes: 3, no: 7}",
        "features.roof renewal.included=yes",
        "reference.price=1800",
        "relationship.them.lost_if_refused=50%",
        "theirs.worth=[2500, 4000, 6000]",
        "mine.waiting=5 per day",
        "theirs.issues.start.tomorrow=7",
        "evidence.e1.confidence=0.5",
        "wants.low price.certainty=settled",
    )
    assert case.future[0].credible.likely == 0.1 and case.future[0].counted
    assert case.theirs.alternatives[0].chance.counts == (3, 7)
    assert case.reference is not None
    assert case.reference.package.terms["price"] == 1800 and "roof renewal" in case.reference.package.features
    assert case.relationship.them.lost_if_refused.likely == 0.5
    assert case.theirs.worth is not None and case.theirs.worth.low == 2500
    assert case.mine.waiting.likely == 5 and case.theirs.issues["start"]["tomorrow"].likely == 7
    assert case.evidence[0].confidence == 0.5 and case.wants[1].certainty == 200


def test_a_change_stays_in_memory_and_leaves_all_else_alone(gutters: Path) -> None:
    before = read_case(gutters).case
    assert before is not None
    assert changed(gutters, "theirs.worth=4000") == before
    assert (gutters / "case.yaml").read_text(encoding="utf-8") == GUTTERS


def test_keys_with_dots_are_matched_whole(tmp_path: Path) -> None:
    text = GUTTERS.replace("other contractor", "A.B. Contractors").replace("five-year seal", "v1.5")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    case = changed(tmp_path, "theirs.alternatives.A.B. Contractors.chance=30%", "features.v1.5.cost=1")
    assert case.theirs.alternatives[0].chance.likely == 0.3 and case.feature("v1.5").cost.likely == 1


@pytest.mark.parametrize(
    ("change", "names", "hint"),
    [
        ("futur.0.credible=10%", "'futur' is not in the case", "'future'"),
        ("theirs.worht=5", "'worht' is not in 'theirs'", "'worth'"),
        ("theirs.alternatives.other contractor.chanse=30%", "'chanse'", "'chance'"),
        ("theirs.alternatives.another contractor.chance=30%", "'another contractor'", "'other contractor'"),
        ("future.3.credible=1", "has no item 3: it has 1", "0 to 0"),
        ("features.roof.included=yes", "'roof' is not in 'features'", "roof renewal"),
        ("wants.new.weight=3", "'new' is not in 'wants'", "dry walls"),
        ("theirs.worth.low=3", "Nothing stands below 'theirs.worth'", "End the path there"),
        ("theirs.worth=much", "'much' is not a number", "digits"),
        ("theirs.worth=[1", "cannot be read", "brackets"),
        ("theirs.worth=[3, 2, 1]", "upside down", "[1, 2, 3]"),
        ("reference.start=never", "'never' is not an option", "tomorrow"),
        ("reference.prise=3", "'prise'", "'price'"),
        ("reference.price=99", "outside 900 to 2600", "Widen"),
        ("reference.basis=midpoint", "leverage would be 0", "standard"),
        ("price=1200", "'price' is not in the case", "Did you mean reference.price?"),
        ("mine.cost=2.500", "could be 2.5 or 2500", "Write 2500"),
        ("theirs.worth", "not KEY=VALUE", "theirs.worth=4000"),
        ("=5", "not KEY=VALUE", "theirs.worth=4000"),
    ],
)
def test_a_change_that_fits_nowhere_says_where_and_what_is_there(
    gutters: Path, change: str, names: str, hint: str
) -> None:
    with pytest.raises(CallError) as refused:
        read_case(gutters, changes=[change])
    assert names in refused.value.what and hint in refused.value.fix


def test_a_broken_case_keeps_its_own_complaints_under_a_change(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(GUTTERS.replace("chance: 80%", "chance: 8"), encoding="utf-8")
    opened = read_case(tmp_path, changes=["theirs.worth=5000"])
    assert opened.case is None and len(opened.problems) == 1


KEPT = [
    ("theirs.worth=[2500, 4000, 6000]", "worth: 4000  ", "worth: [2500, 4000, 6000]  "),
    ("future.0.credible=10%", "credible: 50%", "credible: 10%"),
    ("features.roof renewal.included=yes", "cost: 9000}", "cost: 9000, included: yes}"),
    ("wants.low price.weight=3", "low price: {}", "low price: {weight: 3}"),
    (
        "mine.waiting=5 per day",
        "otherwise: 0                      # status",
        "otherwise: 0                      # status",
    ),
    ("title=Now: then", "title: Gutters after the storm", 'title: "Now: then"'),
    ("me.represents=the {firm}, Ltd", "represents: null", 'represents: "the {firm}, Ltd"'),
]


@pytest.mark.parametrize(("change", "before", "after"), KEPT)
def test_a_kept_change_touches_its_own_characters_only(change: str, before: str, after: str) -> None:
    text = edited(GUTTERS, [change])
    assert before in GUTTERS and after in text
    old, new = GUTTERS.splitlines(), text.splitlines()
    assert len([line for line in old if line not in new]) <= 1
    assert len([line for line in new if line not in old]) == 1


@pytest.mark.parametrize("source", [GUTTERS, EVERYTHING, GUTTERS.replace("\n", "\r\n")], ids=["gutters", "all", "crlf"])
@pytest.mark.parametrize(
    "change",
    [
        "title=x",
        "mine.otherwise=7",
        "theirs.worth=[1, 2000, 3000]",
        "them.role=x",
        "relationship.me.worth=3",
        "as_of=2026-05-09",
    ],
)
def test_a_kept_change_says_what_the_what_if_says(tmp_path: Path, source: str, change: str) -> None:
    (tmp_path / "case.yaml").write_bytes(source.encode())
    wanted = changed(tmp_path, change)
    kept = read_text(edited(source, [change])).case
    assert kept is not None
    assert kept.mine == wanted.mine and kept.theirs == wanted.theirs and kept.them == wanted.them
    assert (kept.title, kept.as_of, kept.relationship) == (wanted.title, wanted.as_of, wanted.relationship)


def test_a_text_that_cannot_be_read_cannot_be_edited() -> None:
    with pytest.raises(InputError):
        edited("a: [1\n", ["title=x"])


def test_an_aliased_value_is_not_edited_behind_its_twin() -> None:
    text = GUTTERS.replace("worth: 450", "worth: &w 450").replace("worth: 2200", "worth: *w")
    with pytest.raises(CallError):
        edited(text, ["theirs.alternatives.other contractor.worth=9"])
