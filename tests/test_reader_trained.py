"""Does the reader that ships understand plain speech?

These are the only tests that depend on what the weights have learnt. Every sentence is one that any useful reader must
get right by a wide margin, in trades and words that stand nowhere in `training/`: a planetarium on tour, a puppet
theatre, an aquarium, a cable car. A failure here means that the weights are untrained or spoilt; how well the reader
does on real talk is told by `make bench-reading`.
"""

from __future__ import annotations

from functools import cache

import pytest

import upperhand as uh
from upperhand.intake.documents import document_from_bytes
from upperhand.model.talk import Talk, Turn
from upperhand.reader.hear import Listener
from upperhand.reader.spoken import Said

PLANETARIUM = {"evening slots": "shows after dark", "spare bulbs": "for the projector", "local guide": ""}
PUPPETS = {"high ceiling": "room above the stage", "free van": "transport of the puppets", "insurance": ""}


@cache
def listener() -> Listener:
    return Listener()


def strengths(text: str, wants: dict[str, str], before: str = "") -> dict[str, float]:
    """What one turn adds to each want, in log-odds."""
    findings, _ = listener().hear([Said(text, before)], wants)
    return dict.fromkeys(wants, 0.0) | {f.want: f.strength for f in findings}


def shown(text: str, wants: dict[str, str], before: str = "") -> dict[str, str]:
    """The polarity of every want that one turn shows."""
    findings, _ = listener().hear([Said(text, before)], wants)
    return {f.want: f.polarity for f in findings if f.quoted}


KNOWN = pytest.mark.xfail(reason="a known failure, named in docs/reference/reader-model.md")


@pytest.mark.parametrize(
    ("text", "wants", "want"),
    [
        ("We absolutely need the evening slots, without them the tour makes no sense.", PLANETARIUM, "evening slots"),
        ("What I really need from you is spare bulbs, as many as you can find.", PLANETARIUM, "spare bulbs"),
        ("The high ceiling is a must, our giant is four metres tall.", PUPPETS, "high ceiling"),
        ("Please, we need that free van, otherwise the puppets stay at home.", PUPPETS, "free van"),
    ],
)  # fmt: skip
def test_a_plain_need_is_a_need(text: str, wants: dict[str, str], want: str) -> None:
    found = strengths(text, wants)
    assert shown(text, wants).get(want) == "needs"
    assert found[want] > 0.3 and all(found[want] > found[other] + 0.3 for other in wants if other != want)


@pytest.mark.parametrize(
    ("text", "wants", "want"),
    [
        ("We don't need spare bulbs, we have two boxes full of them.", PLANETARIUM, "spare bulbs"),
        ("I can do without a local guide, my team speaks the language.", PLANETARIUM, "local guide"),
        ("We do not need the free van at all, we have our own lorry.", PUPPETS, "free van"),
    ],
)
def test_a_plain_no_is_no_need(text: str, wants: dict[str, str], want: str) -> None:
    found = strengths(text, wants)
    assert shown(text, wants).get(want) == "does_not_need"
    assert found[want] < -0.1 and all(found[want] < found[other] - 0.1 for other in wants if other != want)


def test_needing_and_not_needing_are_worlds_apart() -> None:
    for want in PLANETARIUM:
        yes, no = (strengths(f"We {verb} need the {want}.", PLANETARIUM)[want] for verb in ("really", "don't"))
        assert yes > no + 0.8, want


def test_an_assent_takes_up_what_was_asked() -> None:
    for want in PLANETARIUM:
        found = strengths("Yes, exactly.", PLANETARIUM, f"So what you need most of all is the {want}?")
        assert found[want] > 0.2 and found[want] == max(found.values()), want


def test_a_no_turns_down_what_was_asked() -> None:
    yes, no = (strengths(answer, PLANETARIUM, "Do you need the local guide?")["local guide"]
               for answer in ("Yes, we do.", "No, we don't need that."))  # fmt: skip
    assert no < 0 < yes and yes > no + 0.5


@KNOWN
def test_a_must_comes_before_what_would_be_nice() -> None:
    found = strengths("A free van would be nice, but the high ceiling is what we cannot do without.", PUPPETS)
    assert found["high ceiling"] > found["free van"] + 0.3


def test_small_talk_shows_nothing() -> None:
    for text in ("Good morning, did you have a pleasant trip?", "Thanks a lot, talk to you on Monday then!"):
        assert shown(text, PLANETARIUM) == {}
        assert all(abs(strength) < 0.4 for strength in strengths(text, PLANETARIUM).values())


def test_a_paraphrase_is_understood() -> None:
    found = strengths("Nothing before nightfall, please: by daylight nobody sees a single star.", PLANETARIUM)
    assert found["evening slots"] > 0 and found["evening slots"] == max(found.values())


AQUARIUM = {"live corals": "healthy pieces to grow on", "short transport": "few hours on the road", "publicity": ""}
TALK = (
    ("Kit", "Thanks for calling back. What would make this exchange worth your while?"),
    ("Noor", "Live corals. We lost half of our reef in the heat wave, and the basin is empty without them."),
    ("Kit", "I thought publicity was what you were after, with the new building and all that publicity around it."),
    ("Noor", "Publicity we don't need, we are sold out until June. A short transport would help a little."),
    ("Kit", "Understood, thank you. I will ask the curator and write to you by Friday."),
)


def talk() -> Talk:
    turns = tuple(Turn(who, words, line=number) for number, (who, words) in enumerate(TALK, 1))
    return Talk(("Kit", "Noor"), turns, "call.txt")


def test_the_order_of_a_plain_talk_of_five_turns() -> None:
    report = uh.wants(talk(), about="Noor", wants=AQUARIUM)
    assert report.order == ("live corals", "short transport", "publicity")
    assert report.wants["live corals"]["top_probability"] > 0.6
    assert report.wants["publicity"]["top_probability"] < 0.2
    corals, transport, publicity = ([line["quote"] for line in report.wants[want]["evidence"]] for want in AQUARIUM)
    assert any(quote.startswith("Live corals.") or "basin" in quote for quote in corals)
    assert "A short transport would help a little." in transport
    assert any("Publicity we don't need" in quote for quote in publicity)
    assert {line["polarity"] for line in report.wants["publicity"]["evidence"]} == {"does_not_need"}


def test_the_top_of_a_plain_mail() -> None:
    text = (
        "From: Iris Vidal <iris@example.org>\nTo: kit@example.org\nSubject: Inspection of the cable car\n"
        "Date: Tue, 05 May 2026 10:00:00 +0200\n\nDear Kit,\n\nall that counts for us is that the inspection "
        "is finished before Easter: we must have the cable car running by then. The price is no problem at all, take "
        "what you need.\n\nBest wishes\nIris\n"
    )  # fmt: skip
    document, _ = document_from_bytes(text.encode(), "mail.eml")
    report = uh.wants(document, about="Iris Vidal", wants=["ready before Easter", "low price", "written report"])
    assert report.order[0] == "ready before Easter"
    assert report.wants["ready before Easter"]["top_probability"] > 0.5
    assert report.wants["low price"]["weight"] < report.wants["ready before Easter"]["weight"] - 0.1
