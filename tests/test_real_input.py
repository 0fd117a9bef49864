"""Do real listings and real talk come in whole, and does the page say what they leave unknown?"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from examples.real import craigslist
from upperhand import session
from upperhand.model.case import Case
from upperhand.model.evidence import Offer
from upperhand.model.move import Brief

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "craigslist" / "dev.json"
needs_data = pytest.mark.skipif(not DATA.is_file(), reason="the CraigslistBargain data is not beside the project")
HOW_MANY = 50
ROLES: tuple[craigslist.Role, ...] = ("buyer", "seller")

# A stranger's words that look like the tags and fences of a note.
HOSTILE = (
    '"I will take it" {needs: a high price}',
    "as is {no: returns}",
    "```",
    "~~~",
    "---",
    "# 2026-01-01 90?",
    "{offers",
)


def dialogue(
    title: str = "Desk",
    said: tuple[tuple[int, str], ...] = (),
    deal: tuple[Any, ...] = (),
    listed: tuple[str, ...] = (),
) -> dict[str, Any]:
    """A talk over a desk listed at 100, in the data's shape: agent 0 buys and aims at 70, agent 1 sells."""
    item = {"Title": title, "Price": 100, "Description": list(listed), "Category": "furniture"}
    sides = [{"personal": {"Role": r, "Target": t}, "item": item} for r, t in (("buyer", 70), ("seller", 100))]
    happened = [{"agent": who, "action": "message", "data": text, "time": "1496341531.17"} for who, text in said]
    for who, action, price in deal:
        data = {"price": price, "sides": ""} if action == "offer" else None
        happened.append({"agent": who, "action": action, "data": data, "time": "1496427931.5"})
    return {"scenario": {"kbs": sides}, "events": happened}


def test_their_offer_carries_the_words_that_named_it(tmp_path: Path) -> None:
    talk = dialogue(
        said=((1, "I paid 1,250 for it"), (0, "would you take 80?"), (1, "I could do $ 85."), (1, "850 is a joke")),
        deal=((1, "offer", 85.0), (0, "accept", None)),
    )
    folder = craigslist.write(talk, "buyer", tmp_path / "case")
    offer = YAML(typ="safe").load(folder / "case.yaml")["evidence"][0]
    assert (offer["kind"], offer["package"], offer["quote"]) == ("offer", {"price": 85}, "I could do $ 85.")
    note = (folder / "evidence" / "notes.md").read_text(encoding="utf-8").splitlines()
    assert note[offer["line"] - 1] == f"seller: {offer['quote']}"


def test_their_answer_to_my_offer_is_a_response() -> None:
    talk = dialogue(deal=((1, "offer", 90.0), (0, "reject", None), (0, "offer", 80.5), (1, "accept", None)))
    bought = craigslist.case(talk, "buyer")[0]["evidence"]
    assert [(e["kind"], e["package"]["price"], e.get("answer")) for e in bought] == [
        ("offer", 90, None), ("response", 80.5, "accept"),
    ]  # fmt: skip
    sold = craigslist.case(talk, "seller")[0]["evidence"]
    assert [(e["kind"], e["package"]["price"], e.get("answer")) for e in sold] == [
        ("response", 90, "reject"), ("offer", 80.5, None),
    ]  # fmt: skip


def test_what_a_listing_does_not_tell_is_left_out() -> None:
    for role in ROLES:
        content = craigslist.case(dialogue(listed=("solid oak throughout",)), role)[0]
        assert "theirs" not in content and "relationship" not in content and "future" not in content
    assert craigslist.case(dialogue(), "buyer")[0]["mine"] == {"worth": 70}
    assert "mine" not in craigslist.case(dialogue(), "seller")[0]
    bought, sold = (craigslist.case(dialogue(listed=("solid oak throughout",)), role)[0] for role in ROLES)
    assert bought["facts"][0]["text"] == "the listing says: solid oak throughout"
    assert sold["facts"][0]["text"] == "solid oak throughout"


@pytest.mark.parametrize(
    ("text", "named"),
    [("$250.", True), ("250 dollars", True), ("250.00", True), ("1,250", False), ("1250", False), ("250.5", False)],
)
def test_a_price_is_found_only_where_it_is_that_price(text: str, named: bool) -> None:
    assert craigslist.says_price(text, 250.0) is named


@pytest.mark.parametrize(
    "title",
    [
        "He said: \"oak\" & 'pine' # 2",
        "🛋️ sofa {new}: [50% off]",
        "no",
        "12:30:00",
        "- *a !b %c @d",
        "null",
        "\x00\ud83d~\x85x",
    ],
)
def test_any_title_makes_a_case_that_opens(tmp_path: Path, title: str) -> None:
    talk = dialogue(title, said=tuple((1, text) for text in HOSTILE), deal=((1, "offer", 90.0),))
    opened = session.open_case(craigslist.write(talk, "buyer", tmp_path / "case"))
    assert opened.case.title == craigslist.one_line(title)
    assert [e.kind for e in opened.case.evidence if e.kind not in ("heard", "faint")] == ["offer"]
    assert [p for p in opened.problems if p.severity == "error"] == []


@given(title=st.text(min_size=1), words=st.text(), line=st.text())
def test_any_text_survives_the_writing(
    tmp_path_factory: pytest.TempPathFactory, title: str, words: str, line: str
) -> None:
    folder = tmp_path_factory.mktemp("case")
    talk = dialogue(title, said=((0, words),), deal=((0, "offer", 90.0),), listed=(line,))
    craigslist.write(talk, "seller", folder)
    read = YAML(typ="safe").load(folder / "case.yaml")
    assert read["title"] == (craigslist.one_line(title) or "An untitled listing")
    facts = [fact["text"] for fact in read.get("facts", [])]
    assert facts == [
        text for text in dict.fromkeys(map(craigslist.one_line, line.splitlines())) if craigslist.says_something(text)
    ]
    assert craigslist.one_line(words) in (folder / "evidence" / "notes.md").read_text(encoding="utf-8")


def test_a_case_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    craigslist.write(dialogue(), "buyer", tmp_path)
    with pytest.raises(FileExistsError):
        craigslist.write(dialogue(), "seller", tmp_path)


def test_a_wrong_index_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data.json"
    data.write_text(json.dumps([dialogue()]), encoding="utf-8")
    with pytest.raises(SystemExit):
        craigslist.main(["--data", str(data), "--index", "1", "--out", str(tmp_path / "case")])
    assert "dialogues 0 to 0" in capsys.readouterr().err
    assert craigslist.main(["--data", str(tmp_path / "none"), "--index", "0", "--out", str(tmp_path)]) == 3


@cache
def real() -> tuple[dict[str, Any], ...]:
    """The dialogues that the tests look at, spread over the file."""
    told = json.loads(DATA.read_text(encoding="utf-8"))
    return tuple(told[i] for i in craigslist.spread(HOW_MANY, len(told)))


def offers_made(talk: dict[str, Any], by: craigslist.Role) -> list[float]:
    """The prices one role formally offered, in order, counted from the data itself."""
    agent = [side["personal"]["Role"] for side in talk["scenario"]["kbs"]].index(by)
    formal = [e["data"]["price"] for e in talk["events"] if e["action"] == "offer" and e["agent"] == agent]
    return [price for price in formal if price is not None]


def offers_seen(case: Case) -> list[Any]:
    """The prices of the offers in the case's evidence, in order."""
    return [e.claim.package.terms["price"] for e in case.evidence if isinstance(e.claim, Offer)]


@needs_data
@pytest.mark.parametrize("turn", range(HOW_MANY))
def test_a_real_listing_becomes_a_page(tmp_path: Path, turn: int) -> None:
    me: craigslist.Role = "buyer" if turn % 2 == 0 else "seller"
    talk = real()[turn]
    folder = craigslist.write(talk, me, tmp_path / "case")
    opened = session.open_case(folder)
    assert [p for p in opened.problems if p.severity == "error"] == []
    page = session.brief(opened)

    reason = page.leverage.reason
    assert page.leverage.value is None and reason is not None
    assert ("theirs.cost" if me == "buyer" else "theirs.worth") in reason
    assert page.predicted_terms.terms is None and page.predicted_terms.reason
    assert offers_seen(opened.case) == offers_made(talk, "seller" if me == "buyer" else "buyer")
    assert_every_quote_is_theirs(talk, folder, opened, page)
    assert json.loads(json.dumps(page.to_dict(), allow_nan=False))["title"] == opened.case.title


def assert_every_quote_is_theirs(talk: dict[str, Any], folder: Path, opened: session.OpenCase, page: Brief) -> None:
    """Every quote in the evidence, the beliefs' trace and the page stands in the data, and on the line it names."""
    said = [craigslist.one_line(e["data"]) for e in talk["events"] if e["action"] == "message"]
    note = (folder / "evidence" / "notes.md").read_text(encoding="utf-8").splitlines()
    behind = [
        *(ref for want in page.wants for ref in want.evidence),
        *(ref for move in page.moves for ref in move.evidence),
    ]
    trace = session.wants(opened).belief.trace
    assert {step.evidence_id for step in trace} == {piece.id for piece in opened.case.evidence}
    shown = [(piece.quote, piece.line) for piece in opened.case.evidence]
    shown += [(step.quote, step.line) for step in trace] + [(ref.quote, ref.line) for ref in behind]
    for quote, line in shown:
        assert not quote or any(quote in words for words in said)
        assert not quote or (line is not None and quote in note[line - 1])


@needs_data
def test_some_real_offers_carry_their_words() -> None:
    pieces = [p for i, talk in enumerate(real()) for p in craigslist.case(talk, ROLES[i % 2])[0].get("evidence", [])]
    assert any(piece.get("quote") for piece in pieces if piece["kind"] == "offer")
    assert {piece["kind"] for piece in pieces} == {"offer", "response"}
