"""Is what they replied read as it was meant, kept in the case without touching anything else, and forgettable?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case_texts import EVERYTHING, GUTTERS
from upperhand.beliefs.posterior import infer
from upperhand.casefile.answers import Answer, Shown, read_answer
from upperhand.casefile.edit import in_line, with_item
from upperhand.casefile.forget import forget
from upperhand.casefile.journal import JOURNAL, append, read_journal
from upperhand.casefile.nodes import plain
from upperhand.casefile.read import read_case, read_text
from upperhand.casefile.replies import last_shown, record_offer, record_reply
from upperhand.casefile.scan import scan
from upperhand.casefile.terms import parse_terms, read_terms
from upperhand.errors import CallError, InputError, WorldError
from upperhand.model.case import Case, Feature, Issue, Party
from upperhand.model.evidence import Feedback, MenuChoice, Offer, Ranking, Response
from upperhand.model.package import Package

DAY = date(2026, 5, 4)


def noon() -> datetime:
    return datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def case_in(text: str) -> Case:
    case = read_text(text).case
    assert case is not None
    return case


ORTIZ = case_in(GUTTERS)
SEAL = "five-year seal"


def terms(line: str, case: Case = ORTIZ) -> Package:
    package, problems = parse_terms(line, case)
    assert problems == [], [str(p) for p in problems]
    return package


# --- terms on one line


@pytest.mark.parametrize(
    ("line", "settled", "features"),
    [
        ("price=1800, start=tomorrow", {"price": 1800.0, "start": "tomorrow"}, ()),
        ("  Price : 1800 ;START= This   Week", {"price": 1800.0, "start": "this week"}, ()),
        ("price 1800 start tomorrow", {"price": 1800.0, "start": "tomorrow"}, ()),
        ("price=1800 and start=in two weeks", {"price": 1800.0, "start": "in two weeks"}, ()),
        ("price = 1800 EUR", {"price": 1800.0}, ()),
        ("price=€1800", {"price": 1800.0}, ()),
        ("tomorrow", {"start": "tomorrow"}, ()),
        ("price=1800 with five-year seal", {"price": 1800.0}, (SEAL,)),
        ("Five Year Seal, start=tomorrow", {"start": "tomorrow"}, (SEAL,)),
        ("five_year_seal = yes", {}, (SEAL,)),
    ],
)
def test_terms_are_read_as_people_write_them(line: str, settled: dict[str, str | float], features: tuple[str]) -> None:
    assert terms(line) == Package(settled, frozenset(features))


def test_terms_of_any_script_are_read_by_their_names() -> None:
    olga = case_in(EVERYTHING)
    assert terms("price=1500、срок=СРАЗУ", olga) == Package({"price": 1500.0, "срок": "сразу"})
    assert terms("срок=1.5, монтаж", olga) == Package({"срок": "1.50"}, frozenset({"монтаж"}))
    named, problems = read_terms("without показ, срок: no", olga)
    assert problems == [] and named.without == {"показ"} and named.package == Package({"срок": "no"})


ODD = Case(
    "odd names",
    Party("me"),
    Party("them"),
    issues=(
        Issue("start", options=("Monday", "Monday, early", "a=b")),
        Issue("start, late", options=("yes", "no")),
        Issue("x=y", options=("1", "2,5")),
        Issue("und", options=("with care", "without")),
    ),
    features=(Feature("with love"), Feature("love")),
)


@pytest.mark.parametrize(
    ("line", "settled", "features"),
    [
        ("start=Monday, early, x=y=2,5", {"start": "Monday, early", "x=y": "2,5"}, ()),
        ("start=Monday, start, late=no", {"start": "Monday", "start, late": "no"}, ()),
        ("start=a=b, und=without, with love", {"start": "a=b", "und": "without"}, ("with love",)),
        ("with with love, love", {}, ("with love", "love")),
        ("x=y=1", {"x=y": "1"}, ()),
    ],
)
def test_names_that_hold_commas_and_signs_are_taken_whole(
    line: str, settled: dict[str, str | float], features: tuple[str]
) -> None:
    assert terms(line, ODD) == Package(settled, frozenset(features))


@pytest.mark.parametrize(
    ("line", "what", "fix"),
    [
        ("prise=1800", "'prise' is neither an issue nor a feature", "Did you mean 'price'?"),
        ("start=in two week", "'in two week' is not an option of 'start'", "Did you mean 'in two weeks'?"),
        ("start=never", "'never' is not an option of 'start'", "tomorrow, this week, in two weeks"),
        ("price=99", "99 lies outside 900 to 2600", "in the range"),
        ("price=soon", "'price' is settled by a number", "digits"),
        ("price=1,800", "'1,800' is not a number", "1800"),
        ("price=1.800", "could be 1.8 or 1800", "Write 1800"),
        ("price=nan", "settled by a number", ""),
        ("price=1e400", "too large", ""),
        ("price=", "not said what 'price' should be", "price=900"),
        ("with seal", "'seal' is not a feature", "Did you mean 'five-year seal'?"),
        ("five-year seal=maybe", "in or it is not", "five-year seal=yes"),
        ("start=tomorrow, start=this week", "named twice", "once"),
        ("five-year seal, without five-year seal", "named twice", "once"),
        ("", "No term is named", "price=900, start=tomorrow"),
        (" ,; ", "No term is named", "price=900, start=tomorrow"),
        ("1800", "'1800' is neither", "Known: price, start"),
    ],
)
def test_terms_that_cannot_be_meant_are_one_problem_with_its_fix(line: str, what: str, fix: str) -> None:
    package, (problem,) = parse_terms(line, ORTIZ, "--score")
    assert what in problem.what and fix in problem.fix
    assert (problem.file, problem.line, problem.severity) == ("--score", None, "error")
    assert package.terms.keys() <= {"start"}


def test_all_that_is_wrong_is_told_at_once_and_the_rest_is_read() -> None:
    package, problems = parse_terms("prise=1800, start=tomorrow, price=99", ORTIZ)
    assert package == Package({"start": "tomorrow"}) and len(problems) == 2


def test_a_number_off_its_step_is_kept_with_a_warning() -> None:
    package, (problem,) = parse_terms("price=1825", ORTIZ)
    assert package.terms == {"price": 1825.0} and problem.severity == "warning" and "1800 and 1850" in problem.fix


@given(st.text(max_size=60))
def test_any_line_is_read_to_its_end(line: str) -> None:
    for case in (ORTIZ, ODD):
        package, problems = parse_terms(line, case)
        assert problems or package != Package() or read_terms(line, case)[0].without


NUMBERS = st.integers(0, 34).map(lambda i: 900.0 + 50 * i)


@given(
    st.dictionaries(st.sampled_from(["price", "start"]), st.none(), min_size=1),
    NUMBERS,
    st.sampled_from(ORTIZ.issue("start").options),
    st.sets(st.sampled_from([SEAL, "roof renewal"])),
)
def test_what_is_written_out_is_read_back(named: dict[str, None], price: float, start: str, extra: set[str]) -> None:
    both: dict[str, str | float] = {"price": price, "start": start}
    package = Package({name: both[name] for name in named}, frozenset(extra))
    parts = [
        f"{name}={term:g}" if isinstance(term, float) else f"{name}={term}" for name, term in package.terms.items()
    ]
    assert terms(", ".join([*parts, *(f"with {name}" for name in sorted(extra))])) == package


# --- replies

MENU = Shown(
    (
        terms("price=1500, start=tomorrow"),
        terms("price=1400, start=this week"),
        terms("price=1300, start=in two weeks, with five-year seal"),
    ),
    "2026-05-04T12:00:00+00:00",
)
BEFORE = terms("price=1700, start=this week")
ONE = Shown((terms("price=1500, start=in two weeks"),), "2026-05-04T12:00:00+00:00", BEFORE)
A, B, C = MENU.packages
(X,) = ONE.packages


def answer(text: str, shown: Shown | None) -> Answer:
    return read_answer(text, ORTIZ, shown)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("chose 2", [MenuChoice(MENU.packages, 1)]),
        ("B", [MenuChoice(MENU.packages, 1)]),
        ("b.", [MenuChoice(MENU.packages, 1)]),
        ("They picked option C.", [MenuChoice(MENU.packages, 2)]),
        ("chose price=1400", [MenuChoice(MENU.packages, 1)]),
        ("took: start = in two weeks", [MenuChoice(MENU.packages, 2)]),
        ("ranked B A C", [Ranking(MENU.packages, ((1,), (0,), (2,)))]),
        ("Ranked: 2, 1", [Ranking(MENU.packages, ((1,), (0,)))]),
        ("B > A = C", [Ranking(MENU.packages, ((1,), (0, 2)))]),
        ("they ranked C = A before B", [Ranking(MENU.packages, ((0, 2), (1,)))]),
        ("accepted B", [MenuChoice(MENU.packages, 1), Response(B, True)]),
        ("rejected B", [Response(B, False)]),
        ("rejected", [Response(A, False), Response(B, False), Response(C, False)]),
        ("none of these", [Response(A, False), Response(B, False), Response(C, False)]),
        ("rejected: price=1400", [Response(B, False)]),
        ("C: better on price, worse on start", [Feedback(C, ("price",), ("start",))]),
        ("C is better on five year seal than A", [Feedback(C, (SEAL,), (), A)]),
        ("rejected A: better on start, not on price", [Response(A, False), Feedback(A, ("start",), ("price",))]),
        ("counter: price = 1700, start=tomorrow", [Offer(terms("price=1700, start=tomorrow"))]),
        ("they offered price=1200", [Offer(terms("price=1200"))]),
    ],
)
def test_a_reply_to_a_menu_is_read_as_it_was_meant(text: str, claims: list[object]) -> None:
    found = answer(text, MENU)
    assert list(found.claims) == claims and found.problems == () and len(found.said) == len(claims)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("accepted", [Response(X, True)]),
        ("yes", [Response(X, True)]),
        ("Rejected!", [Response(X, False)]),
        ("no", [Response(X, False)]),
        ("rejected price=1500", [Response(X, False)]),
        ("rejected: price=2500, start=tomorrow", [Response(terms("price=2500, start=tomorrow"), False)]),
        ("accepted price=1600", [Response(terms("price=1600"), True)]),
        ("better on price, worse on start", [Feedback(X, ("price",), ("start",), BEFORE)]),
        ("closer on price, not on start", [Feedback(X, ("price",), ("start",), BEFORE)]),
        ("better on price but not on start", [Feedback(X, ("price",), ("start",), BEFORE)]),
        ("no, better on price and start", [Response(X, False), Feedback(X, ("price", "start"), (), BEFORE)]),
        ("better on price than before", [Feedback(X, ("price",), (), BEFORE)]),
        ("worse on roof renewal", [Feedback(X, (), ("roof renewal",))]),
    ],
)
def test_a_reply_to_one_package_is_read_as_it_was_meant(text: str, claims: list[object]) -> None:
    found = answer(text, ONE)
    assert list(found.claims) == claims and found.problems == ()


@pytest.mark.parametrize(
    ("text", "shown", "what", "fix"),
    [
        ("chose D", MENU, "no package D", "A, B, C"),
        ("chose 0", MENU, "no package 0", "A, B, C"),
        ("chose", MENU, "not said which package", "A, B, C"),
        ("chose price=2000", MENU, "None of the packages", "A, B, C"),
        ("chose the cheap one", MENU, "'the cheap one' is neither", "price"),
        ("accepted", MENU, "3 packages were offered", "accepted B"),
        ("ranked B B", MENU, "ranked twice", "once"),
        ("ranked A=B=C", MENU, "which comes before which", "ranked B A C"),
        ("ranked", MENU, "which comes before which", "ranked B A C"),
        ("ranked B D", MENU, "no package D", "A, B, C"),
        ("better on price", MENU, "which package this is about", "'B: better on price'"),
        ("C: better on", MENU, "not said what is better", "better on price"),
        ("C: better on prise", MENU, "'prise' is neither", "Did you mean 'price'?"),
        ("chose 1", ONE, "Only one package was offered", "accepted or rejected"),
        ("better on start, worse on start", ONE, "better and worse", "one of the two"),
        ("chose B", None, "Nothing was offered yet", "Note your offer"),
        ("accepted", None, "Nothing was offered yet", "price=900"),
        ("better on price", None, "Nothing was offered yet", "Note your offer"),
        ("counter:", MENU, "No term is named", "price=900"),
        ("counter: price=99", MENU, "99 lies outside", "range"),
        ("", MENU, "The reply is empty", "chose B"),
        ("I will think about it", MENU, "'I will think about it' is no reply", "counter: price=900"),
    ],
)
def test_a_reply_that_cannot_be_meant_says_what_to_write(text: str, shown: Shown | None, what: str, fix: str) -> None:
    found = answer(text, shown)
    assert found.claims == () and what in found.problems[0].what and fix in found.problems[0].fix


def test_a_part_the_package_leaves_open_cannot_be_better() -> None:
    found = answer("better on start", Shown((Package({"price": 1500.0}),)))
    assert found.claims == () and "does not say what 'start' is" in found.problems[0].what


@given(st.text(max_size=50))
def test_any_reply_is_read_or_answered(text: str) -> None:
    for shown in (MENU, ONE, None):
        found = answer(text, shown)
        assert bool(found.claims) != any(p.severity == "error" for p in found.problems)


# --- a new piece in the user's own text

HEAD = GUTTERS[: GUTTERS.index("evidence:")]
OLD = "{kind: denial, want: low price, source: x}"
PLACES = {
    "a list": GUTTERS,
    "windows": GUTTERS.replace("\n", "\r\n"),
    "no key": HEAD,
    "no last newline": HEAD.rstrip("\n"),
    "nothing": HEAD + "evidence:   # to come\n# the end\n",
    "null": HEAD + "evidence: null  # none\n",
    "brackets": HEAD + "evidence: []\n",
    "one in brackets": HEAD + f"evidence: [{OLD}]  # one\n",
    "brackets over lines": HEAD + f"evidence: [\n  {OLD},  # one\n]\n",
    "no indent": HEAD
    + "evidence:\n- kind: denial\n  want: low price\n  source: x\n  quote: |\n    a\n    b\n\n# end\n",
    "in the middle": HEAD.replace("drafts:", f"evidence:\n  - {OLD}  # one\n\n# my drafts\ndrafts:"),
    "everything": EVERYTHING,
}
ITEM = {"id": "reply-1", "kind": "response", "package": {"price": 1500}, "answer": "accept", "source": "O: a, b #1"}


@pytest.mark.parametrize("name", PLACES)
def test_a_piece_is_added_and_nothing_else_moves(name: str) -> None:
    text = PLACES[name]
    written = with_item(text, "evidence", ITEM)
    before, after = read_text(text).case, read_text(written).case
    assert before is not None and after is not None
    assert after.evidence[:-1] == before.evidence and after.evidence[-1].id == "reply-1"
    assert after.evidence[-1].source == "O: a, b #1"
    gone = [line for line in text.splitlines() if line not in written.splitlines()]
    assert len(gone) <= 1 and all("evidence" in line or OLD in line for line in gone)
    assert written.count("\r\n") == (written.count("\n") if "\r\n" in text else 0)


def test_a_piece_that_has_no_place_is_refused() -> None:
    for text in (HEAD + "evidence: {a: b}\n", HEAD + "evidence: later\n"):
        with pytest.raises(CallError, match="no list"):
            with_item(text, "evidence", ITEM)
    with pytest.raises(InputError):
        with_item("a: [1\n", "evidence", ITEM)


KEYS = st.text("abc: ,#-é价", min_size=1, max_size=6).map(str.strip).filter(bool)
PLAIN = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=5,
)  # fmt: skip


@given(PLAIN)
def test_data_on_one_line_is_read_back(value: object) -> None:
    root = scan(f"{{a: {in_line(value)}}}\n").root
    assert root is not None

    def texts(data: object) -> object:
        if isinstance(data, dict):
            return {str(k): texts(v) for k, v in data.items()}
        return [texts(v) for v in data] if isinstance(data, list) else None if data is None else str(data)

    assert texts(plain(root)) == {"a": texts(value)}


# --- noted, believed, forgotten


@pytest.fixture
def gutters(tmp_path: Path) -> Path:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "case.yaml").write_text(GUTTERS, encoding="utf-8")
    return tmp_path


def test_an_offer_is_noted_and_read_back(gutters: Path) -> None:
    record_offer(gutters, [BEFORE], noon)
    record_offer(gutters, MENU.packages, noon)
    entries, problems = read_journal(gutters)
    assert problems == () and [e.kind for e in entries] == ["offered", "offered"]
    assert entries[1].data["packages"][2] == {
        "terms": {"price": 1300, "start": "in two weeks"},
        "features": ["five-year seal"],
    }
    shown = last_shown(entries, ORTIZ)
    assert shown == Shown(MENU.packages, entries[1].at, BEFORE)
    assert last_shown(entries[:1], ORTIZ) == Shown((BEFORE,), entries[0].at)
    with pytest.raises(CallError):
        record_offer(gutters, [], noon)


def test_a_reply_becomes_evidence_and_the_journal_keeps_no_word_of_it(gutters: Path) -> None:
    record_offer(gutters / "case.yaml", MENU.packages, noon)
    noted = record_reply(gutters, "chose B", DAY, clock=noon)
    assert noted.problems == () and noted.said == "Noted as reply-1: they chose B of 3."
    opened = read_case(gutters)
    assert opened.case is not None and opened.problems == ()
    piece = opened.case.evidence[-1]
    assert piece.claim == MenuChoice(MENU.packages, 1)
    assert (piece.id, piece.kind, piece.who, piece.when) == ("reply-1", "menu_choice", "Mr. Ortiz", DAY)
    assert piece.origin == "offer 2026-05-04T12:00:00+00:00"
    text = (gutters / "case.yaml").read_text(encoding="utf-8")
    assert [line for line in GUTTERS.splitlines() if line not in text.splitlines()] == []
    entries, _ = read_journal(gutters)
    assert entries[-1].kind == "replied"
    assert entries[-1].data == {"evidence": ["reply-1"], "kinds": ["menu_choice"]}


def test_several_claims_are_several_pieces_and_ids_are_never_given_twice(gutters: Path) -> None:
    record_offer(gutters, [BEFORE], noon)
    record_offer(gutters, [X], noon)
    first = record_reply(gutters, "no, better on price, not on start", DAY, clock=noon)
    assert [piece.id for piece in first.evidence] == ["reply-1", "reply-2"]
    forget(gutters, person="Mr. Ortiz", clock=noon)
    again = record_reply(gutters, "counter: price=1400", DAY, clock=noon, confidence=0.5)
    assert [piece.id for piece in again.evidence] == ["reply-3"]
    case = read_case(gutters).case
    assert case is not None and [e.id for e in case.evidence] == ["reply-3"] and case.evidence[0].confidence == 0.5


def test_what_was_replied_can_be_forgotten_as_if_never_said(gutters: Path) -> None:
    record_offer(gutters, MENU.packages, noon)
    before = read_case(gutters).case
    kept = (gutters / "case.yaml").read_bytes()
    record_reply(gutters, "ranked C A", DAY, clock=noon)
    record_reply(gutters, "counter: price = 1234, start = in two weeks", DAY, clock=noon)
    told = read_case(gutters).case
    assert before is not None and told is not None
    assert infer(told, "seed")[0].mean != infer(before, "seed")[0].mean
    text = (gutters / "case.yaml").read_text(encoding="utf-8")
    mine = text.replace("who: Mr. Ortiz, origin: call,", "who: somebody else, origin: call,")
    (gutters / "case.yaml").write_text(mine, encoding="utf-8")
    assert forget(gutters, person="Mr. Ortiz", clock=noon).erased == 2
    after = read_case(gutters).case
    assert after is not None and infer(after, "seed")[0].mean == infer(before, "seed")[0].mean
    assert (gutters / "case.yaml").read_bytes() == kept.replace(
        b"who: Mr. Ortiz, origin: call,", b"who: somebody else, origin: call,"
    )
    journal = (gutters / JOURNAL).read_text(encoding="utf-8")
    assert "1234" not in journal and "ranked" not in journal and "Ortiz" not in journal


def test_a_reply_that_cannot_be_meant_leaves_every_file_as_it_was(gutters: Path) -> None:
    record_offer(gutters, MENU.packages, noon)
    before = {path.name: path.read_bytes() for path in gutters.iterdir() if path.is_file()}
    noted = record_reply(gutters, "chose D", DAY, clock=noon)
    assert noted.evidence == () and "no package D" in noted.problems[0].what
    assert {path.name: path.read_bytes() for path in gutters.iterdir() if path.is_file()} == before


def test_an_offer_of_terms_the_case_no_longer_has_is_no_ground_for_a_reply(gutters: Path) -> None:
    record_offer(gutters, [Package({"price": 1500.0, "colour": "red"}), A], noon)
    before = (gutters / "case.yaml").read_bytes()
    noted = record_reply(gutters, "chose A", DAY, clock=noon)
    assert noted.evidence == () and "'colour' is neither an issue nor a feature" in noted.problems[0].what
    assert (gutters / "case.yaml").read_bytes() == before and len(read_journal(gutters)[0]) == 1


def test_the_same_reply_noted_twice_counts_once(gutters: Path) -> None:
    record_offer(gutters, MENU.packages, noon)
    record_reply(gutters, "chose B", DAY, clock=noon)
    once = read_case(gutters).case
    record_reply(gutters, "B", DAY, clock=noon)
    twice = read_case(gutters).case
    assert once is not None and twice is not None and len(twice.evidence) == len(once.evidence) + 1
    assert infer(twice, "seed")[0].mean == infer(once, "seed")[0].mean


def test_strange_lines_in_the_journal_are_passed_over(gutters: Path) -> None:
    record_offer(gutters, MENU.packages, noon)
    strange: list[dict[str, Any]] = [
        {},
        {"packages": "A"},
        {"packages": [1]},
        {"packages": []},
        {"package": {"price": 1}},
    ]
    for data in strange:
        append(gutters, "offered", data, noon)
    append(gutters, "replied", {"evidence": 3}, noon)
    append(gutters, "replied", {"evidence": ["reply-x", 7, "reply-41"]}, noon)
    noted = record_reply(gutters, "chose C", DAY, clock=noon)
    assert [piece.id for piece in noted.evidence] == ["reply-42"]
    assert noted.evidence[0].claim == MenuChoice(MENU.packages, 2)


def test_a_case_that_cannot_be_read_takes_no_reply(gutters: Path) -> None:
    (gutters / "case.yaml").write_text("a: [1\n", encoding="utf-8")
    with pytest.raises(InputError):
        record_reply(gutters, "accepted", DAY, clock=noon)
    with pytest.raises(WorldError):
        record_offer(gutters / "absent" / "case.yaml", [A], noon)
