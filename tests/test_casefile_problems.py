"""Every complaint: on its line, in plain words, with what to do, and all of them at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.case_texts import EVERYTHING, GUTTERS
from tests.test_casefile_read import SMALL
from upperhand.casefile.read import read_case, read_text
from upperhand.errors import Problem, WorldError


def problems_in(text: str) -> tuple[Problem, ...]:
    opened = read_text(text)
    assert (opened.case is None) == any(p.severity == "error" for p in opened.problems)
    return opened.problems


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


SLIPS = [
    ("title: Gutters", "titel: Gutters", "'titel' is not a key", "'title'"),
    ("weight: [3, 5, 8]", "weight: [8, 5, 3]", "upside down", "[3, 5, 8]"),
    ("from: 900, to: 2600", "from: 2600, to: 900", "upside down", "from: 900"),
    ("better_for_me: higher", "beter_for_me: higher", "'beter_for_me' is not a key", "'better_for_me'"),
    ("{tomorrow: -120", "{tomorow: -120", "'tomorow' is not an option of 'start'", "'tomorrow'"),
    ("chance: 80%", "chance: 180%", "more than certain", "100%"),
    ("chance: 60%", "chance: -0.2", "cannot be negative", "0% to 100%"),
    ("when: 2 weeks", "when: 2 wekes", "'wekes' is not a unit of time", "'weeks'"),
    ("waiting: 50 per day", "waiting: 50", "50 per what", "'50 per day'"),
    ("otherwise: 400", "otherwise: four hundred", "'four hundred' is not a number", "digits"),
    (
        "derivative: five-year seal",
        "derivative: five-yaer seal",
        "'five-yaer seal' is not a feature",
        "'five-year seal'",
    ),
    ("serves: {start: {in", "serves: {strat: {in", "'strat' is not an issue", "'start'"),
    ("credible: 50%", "credible: [50%, 60%]", "three numbers", "[low, likely, high]"),
    ("start: this week}", "start: this weak}", "'this weak' is not an option of 'start'", "'this week'"),
    ("want: dry walls, pol", "want: dry wals, pol", "'dry wals' is not one of their wants", "'dry walls'"),
    ("attested: yes", "attested: maybe", "neither yes nor no", "yes or no"),
    ("true_on: 2026-04-30", "true_on: 2026-02-30", "no day 2026-02-30", "month"),
    ("times: 6", "times: 2.5", "not a count", "whole number"),
    ("certainty: unsure", "certainty: unsuer", "does not say how settled", "'unsure'"),
]


@pytest.mark.parametrize(("good", "bad", "what", "fix"), SLIPS, ids=[s[1] for s in SLIPS])
def test_one_slip_is_one_complaint_on_its_line(good: str, bad: str, what: str, fix: str) -> None:
    assert GUTTERS.count(good) == 1
    text = GUTTERS.replace(good, bad)
    (problem,) = [p for p in problems_in(text) if p.severity == "error"]
    assert what in problem.what and fix in problem.fix
    assert problem.line == line_of(text, bad) and problem.file == "case.yaml"


def test_all_slips_together_are_all_complained_of_together() -> None:
    text = GUTTERS
    for good, bad, _, _ in SLIPS:
        text = text.replace(good, bad)
    said = [(p.line, p.what) for p in problems_in(text) if p.severity == "error"]
    for _, bad, what, _ in SLIPS:
        assert any(line == line_of(text, bad) and what in sentence for line, sentence in said), (what, said)
    assert len(said) == len(SLIPS)


def test_complaints_come_in_the_order_of_the_file() -> None:
    text = GUTTERS.replace("titel", "title").replace("chance: 80%", "chance: 8").replace("[3, 5, 8]", "[9, 5, 8]")
    lines = [p.line or 0 for p in problems_in(text)]
    assert lines == sorted(lines) and len(lines) == 2


def test_no_sentence_speaks_the_language_of_a_library() -> None:
    for text in (GUTTERS, EVERYTHING):
        for number in range(0, len(text), 41):
            for spoilt in (
                text[:number],
                text[:number] + "[" + text[number:],
                text[:number] + "{x: 1}" + text[number + 9 :],
            ):
                for problem in problems_in(spoilt):
                    said = f"{problem.what} {problem.fix}"
                    assert not re.search(r"pydantic|ruamel|validat|type=|<\w+>|Input should|token", said), said
                    assert problem.what and problem.fix


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("1_000", "1000"),
        ("12,5", "12.5"),
        ("€900", "900"),
        ("900 EUR", "900"),
        ("ten", "digits"),
        (".inf", "digits"),
        (".nan", "digits"),
        ("1e400", "digits"),
        ("9" * 400, "digits"),
        ("0x1F", "digits"),
        ("50%", "50"),
        ("true", "digits"),
        ("[1, 2]", "[low, likely, high]"),
        ("{a: 1}", "[low, likely, high]"),
    ],
)
def test_what_is_no_amount_is_refused_with_what_to_write(written: str, instead: str) -> None:
    (problem,) = problems_in(SMALL + f"theirs:\n  worth: {written}\n")
    assert problem.line == 8 and instead in problem.fix


@pytest.mark.parametrize(
    "basis", ["midpoint", "nash", "Nash point", "zopa midpoint", "fair_split_of_zone", "split-the-difference"]
)
def test_the_middle_of_the_zone_is_refused_as_a_reference_with_the_reason(basis: str) -> None:
    (problem,) = problems_in(SMALL + f"reference:\n  price: 200\n  basis: {basis}\n")
    assert problem.line == 9
    assert "both sides the same, so leverage would be 0 by construction" in problem.what
    assert "standard, precedent, on_the_table or gross_split" in problem.fix


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("reference: {basis: standard, price: 900}\n", "lies outside 100 to 300"),
        ("reference: {basis: standard, prise: 200}\n", "neither an issue nor a feature"),
        ("reference: {basis: standard, price: cheap}\n", "settled by a number"),
        ("reference: {basis: usual}\n", "not a ground"),
        ("reference: {price: 200}\n", "'basis' is missing"),
        ("wants: {speed: {}}\nfeatures: {lights: {serves: {sped: 1}}}\n", "'sped' is not one of their wants"),
        ("wants: {speed: {}}\nfeatures: {lights: {serves: {speed: 2}}}\n", "more than certain"),
        ("features: {price: {}}\n", "is an issue and a feature"),
        ("features: {bell: {derivative: bell}}\n", "its own derivative"),
        ("mine: {alternatives: [{name: a}, {name: a}]}\n", "stands twice"),
        ("mine: {issues: {prise: {a: 1}}}\n", "'prise' is not an issue"),
        ("mine: {issues: {price: {cheap: 1}}}\n", "settled by a number"),
        ("mine: {cost: -5}\n", "cannot be negative"),
        ("wants: {speed: {weight: 0}}\n", "weight 0"),
        ("future: [{name: a, for: us, margin: 5}]\n", "'us' is not known here"),
        ("future: [{name: a, for: me}]\n", "'margin' is missing"),
        ("acts: [{kind: listening}]\n", "'do' is missing"),
        ("wants: {a: {}}\nevidence: [{kind: comparison, over: [a, a], source: x}]\n", "compared with itself"),
        ("wants: {a: {}}\nevidence: [{kind: rating, want: a, score: 6, out_of: 5, source: x}]\n", "more than there is"),
        ("evidence: [{kind: statment, want: a, source: x}]\n", "'statment' is not a kind of evidence"),
        ("evidence: [{want: a, source: x}]\n", "does not say its kind"),
        ("evidence: [{kind: menu_choice, shown: [{price: 1}, {price: 2}], chosen: 3, source: x}]\n", "2 packages"),
        ("evidence: [{kind: menu_choice, shown: [{price: 1}, {price: 2}], chosen: {}, source: x}]\n", "not among"),
        ("evidence: [{kind: offer, package: {}, id: a, source: x}, {kind: offer, package: {}, id: a, source: x}]\n",
         "stands twice"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_complained_of(more: str, what: str) -> None:
    errors = [p for p in problems_in(SMALL + more) if p.severity == "error"]
    assert len(errors) == 1 and what in errors[0].what, [str(p) for p in errors]
    assert errors[0].line is not None and errors[0].line >= 7


@pytest.mark.parametrize(
    ("issue", "what"),
    [
        ("{options: [a, b], from: 1, to: 2}", "options and a range"),
        ("{}", "cannot be settled"),
        ("{from: 1}", "to is missing"),
        ("{options: []}", "no options"),
        ("{options: [a, a]}", "stands twice"),
        ("{from: 1, to: 1}", "no width"),
        ("{from: 1, to: 9, step: 0}", "above 0"),
        ("{from: 1, to: 9, step: -1}", "above 0"),
        ("{from: 1, to: 9, step: 20}", "wider than the range"),
        ("{from: 0, to: 1e9, step: 1}", "a million steps"),
        ("{options: [a, b], serves: {w: rising}}", "neither rise nor fall"),
        ("{from: 1, to: 9, serves: {w: {1: 0.5}}}", "settled by a number"),
        ("{options: [a, b], serves: {w: {c: 1}}}", "'c' is not an option"),
        ("{options: [1, 2], serves: {w: {1: 1, 1.0: 1}}}", "mean the same option"),
        ("{from: 100, to: 300, is_price: true}", "a second price"),
    ],
)
def test_an_issue_nobody_could_settle_is_complained_of(issue: str, what: str) -> None:
    text = SMALL + f"  second: {issue}\nwants: {{w: {{}}}}\nfeatures: {{f: {{serves: {{w: 1}}}}}}\n"
    errors = [p for p in problems_in(text) if p.severity == "error"]
    assert len(errors) == 1 and what.casefold() in errors[0].what.casefold(), [str(p) for p in errors]
    assert errors[0].line == 7


def test_a_price_is_never_a_choice_of_options() -> None:
    (problem,) = problems_in(SMALL.replace("from: 100, to: 300, step: 5", "options: [100, 300]"))
    assert "A price is a number" in problem.what and problem.line == 6


def test_which_way_the_price_is_better_must_be_said_where_both_worths_are() -> None:
    silent = SMALL.replace(", better_for_me: higher", "")
    assert problems_in(silent) == ()
    (problem,) = problems_in(silent + "mine: {cost: 100}\ntheirs: {worth: 300}\n")
    assert "which way" in problem.what and problem.line == 6


def test_a_want_that_nothing_serves_is_a_warning() -> None:
    (problem,) = problems_in(SMALL + "wants:\n  speed: {}\n")
    assert problem.severity == "warning" and problem.line == 8 and "serves" in problem.what
    for server in ("features: {bell: {serves: {speed: 1}}}\n", "possibilities: [{want: speed}]\n"):
        assert problems_in(SMALL + "wants:\n  speed: {}\n" + server) == ()


def test_evidence_from_after_the_cases_own_day_is_a_warning() -> None:
    (problem,) = problems_in(GUTTERS.replace("as_of: 2026-05-04", "as_of: 2026-05-01"))
    assert problem.severity == "warning" and "2026-05-02" in problem.what


def test_evidence_without_a_source_is_a_warning() -> None:
    (problem,) = problems_in(GUTTERS.replace("source: call.vtt, ", ""))
    assert problem.severity == "warning" and "where it comes from" in problem.what


def test_a_quote_must_stand_in_its_source(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "case.yaml").write_text(GUTTERS, encoding="utf-8")
    call = tmp_path / "evidence" / "call.vtt"
    call.write_text("... if it rains again I lose the ground floor ...", encoding="utf-8")
    assert read_case(tmp_path).problems == ()
    call.write_text("something else", encoding="utf-8")
    (problem,) = read_case(tmp_path).problems
    assert problem.severity == "warning" and problem.line == line_of(GUTTERS, 'quote: "if it')


def test_a_source_outside_the_case_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("nothing of interest", encoding="utf-8")
    case = tmp_path / "case"
    (case / "evidence").mkdir(parents=True)
    (case / "case.yaml").write_text(GUTTERS.replace("source: call.vtt", "source: ../../secret.txt"), encoding="utf-8")
    assert read_case(case).problems == ()


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", None, "empty"),
        ("# nothing\n", None, "nothing but comments"),
        ("- a\n- b\n", 1, "a list"),
        ("just words\n", 1, "a single text"),
        ("a: 1\nb: 2\na: 3\n", 3, "on line 1 and on line 3"),
        ("a: &x [1, *x]\n", 1, "contains itself"),
        ("a: *nobody\n", 1, "not named above"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        ("b: 1\n<<: {a: 1}\n", 2, "Merge keys"),
        ("a: " + "[" * 3000 + "\n", 1, "deeper"),
        ("a:\n" + "".join("  " * i + "- \n" for i in range(1, 60)), None, ""),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: [1, 2\nb: 3\n", 1, "missing"),
        ('a: "open\nb: 3\n', 1, "not closed"),
        ("a: b: c\n", 1, "second ': '"),
        ("a: 'x' y\n", 1, ""),
        ("? [a, b]\n: c\n", 1, "not a list"),
        ("a: \x07\n", 1, "U+0007"),
        ("%YAML 9.9\n---\na: 1\n", 1, ""),
    ],
)
def test_a_text_that_is_no_case_is_a_complaint_and_nothing_else(
    tmp_path: Path, text: str, line: int | None, what: str
) -> None:
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    opened = read_case(tmp_path)
    assert opened.case is None
    assert any(what in p.what and (line is None or p.line == line) for p in opened.problems), opened.problems


def test_aliases_that_expand_without_end_are_refused() -> None:
    laughs = "a0: &a0 [1, 2]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
    assert any("more than anybody could read" in p.what for p in problems_in(laughs))


def test_what_stands_beside_an_unreadable_block_is_still_complained_of() -> None:
    text = SMALL.replace("title: A bicycle", 'title: "A bicycle') + "mine: {cost: -5}\n"
    said = [(p.line, p.what) for p in problems_in(text)]
    assert any(line == 2 and "not closed" in what for line, what in said)
    assert any(line == 7 and "negative" in what for line, what in said)


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"title: caf\xe9\n", 1, "byte 10 is 0xe9"),
        (b"title: a\nme: \xff\xfe\n", 2, "not UTF-8"),
        (b"a: 1\n\0\0\0", 2, "byte 5 is 0"),
        ("a: 1".encode("utf-16"), 1, "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3, "no text file"),
    ],
)
def test_bytes_that_are_no_text_are_named(tmp_path: Path, data: bytes, line: int, what: str) -> None:
    (tmp_path / "case.yaml").write_bytes(data)
    (problem,) = read_case(tmp_path).problems
    assert problem.line == line and what in problem.what


def test_a_file_too_large_to_be_a_case_is_refused_by_its_size(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_bytes(b"{" * 2_000_001)
    (problem,) = read_case(tmp_path).problems
    assert "2,000,001 bytes" in problem.what


@pytest.mark.parametrize("name", ["absent", "case.yaml/below", "a\0b", "x" * 5000])
def test_a_path_that_leads_nowhere_is_a_complaint(tmp_path: Path, name: str) -> None:
    (tmp_path / "case.yaml").write_text("a: 1", encoding="utf-8")
    opened = read_case(tmp_path / name)
    assert opened.case is None and len(opened.problems) == 1 and opened.problems[0].severity == "error"


def test_a_folder_without_a_case_says_how_to_start_one(tmp_path: Path) -> None:
    (problem,) = read_case(tmp_path).problems
    assert problem.file == "case.yaml" and "has no case.yaml" in problem.what and "upperhand new" in problem.fix


def test_a_disk_that_refuses_is_the_worlds_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case.yaml").write_text(GUTTERS, encoding="utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(WorldError, match="Permission denied"):
        read_case(tmp_path)


PLACES = ["theirs:\n  worth: {}\n", "mine:\n  cost: {}\n", "mine:\n  waiting: {} per day\n",
          "mine:\n  alternatives: [{{name: a, worth: {}}}]\n", "reference:\n  basis: standard\n  price: {}\n",
          "features:\n  bell: {{cost: {}}}\n", "mine:\n  issues: {{price: {{{}: 5}}}}\n",
          "evidence:\n  - {{kind: offer, package: {{price: {}}}, source: x}}\n",
          "evidence:\n  - {{kind: offer, package: {{}}, cost_to_them: {}, source: x}}\n"]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("written", "readings", "instead"),
    [
        ("6.000", "6 or 6000", "Write 6000, or 6.0 if you mean 6"),
        ("112.450", "112.45 or 112450", "Write 112450, or 112.45"),
    ],
)
def test_a_dot_that_parts_thousands_is_never_read_as_a_decimal_point(
    place: str, written: str, readings: str, instead: str
) -> None:
    errors = [p for p in problems_in(SMALL + place.format(written)) if p.severity == "error"]
    assert len(errors) == 1 and f"'{written}' could be {readings}." in errors[0].what and instead in errors[0].fix
    assert errors[0].line is not None and errors[0].line >= 8


@pytest.mark.parametrize("written", ["[2.400, 2.800, 3.500]", "{is: 900, prior: [2.400, 3.000, 4.000]}"])
def test_thousands_in_a_range_are_found_too(written: str) -> None:
    (problem,) = problems_in(SMALL + f"theirs:\n  worth: {written}\n")
    assert problem.severity == "error" and "could be 2.4 or 2400" in problem.what


def test_the_ends_of_an_issue_are_amounts() -> None:
    text = SMALL.replace("from: 100, to: 300, step: 5", "from: 1.000, to: 3.000, step: 1.500")
    assert [p.fix.split(",")[0] for p in problems_in(text)] == ["Write 1000", "Write 3000", "Write 1500"]


@pytest.mark.parametrize("place", [p for p in PLACES if "waiting" not in p])
def test_three_decimals_that_may_be_meant_are_read_with_a_warning(place: str) -> None:
    text = SMALL.replace("from: 100", "from: 1") + place.format("4.125")
    (problem,) = problems_in(text)
    assert problem.severity == "warning" and "'4.125' could be 4.125 or 4125" in problem.what
    assert "Write 4125" in problem.fix and problem.line is not None and problem.line >= 8


@pytest.mark.parametrize(
    "more",
    [
        "theirs: {worth: 0.500}", "theirs: {worth: 6.0}", "theirs: {worth: 1234.500}", "theirs: {worth: 6.50}",
        "mine: {alternatives: [{name: a, chance: 0.500}]}", "mine: {alternatives: [{name: a, chance: 12.500%}]}",
        "wants: {w: {weight: 0.250}}\npossibilities: [{want: w}]", "relationship: {continues: 1.000}",
    ],
)  # fmt: skip
def test_chances_weights_and_plain_decimals_are_beyond_doubt(more: str) -> None:
    assert problems_in(SMALL + more + "\n") == ()


@pytest.mark.parametrize(
    ("place", "written", "fix"),
    [
        ("worth", "1.500 EUR", "Write the bare number: 1500. "), ("worth", "1.5k", "1500."),
        ("worth", "€1.500,00", "1500.00"), ("worth", "1.250.000", "1250000"), ("worth", "1.5 million", "1500000"),
        ("worth", "2400-3500", "[2400, likely, 3500]"), ("worth", "2.400 – 3.500 EUR", "[2400, likely, 3500]"),
        ("worth", "0,500", "0.500"), ("worth", "4.125 EUR", "4.125, or 4125"),
        ("chance", "likely", "Write a chance such as 50% or 0.5."), ("chance", "1/2", "chance such as 50% or 0.5."),
        ("chance", "0,5", "0.5."), ("chance", "60,5%", "60.5%."), ("chance", "50-60%", "[50%, likely, 60%]"),
        ("when", "next week", "Write a duration such as 1 week."), ("when", "2,5 weeks", "Write 2.5 weeks."),
        ("when", "2-3 weeks", "[2 weeks, likely, 3 weeks]"), ("when", "a few months", "a number and a unit"),
    ],
)  # fmt: skip
def test_what_is_to_be_written_instead_fits_what_stands_there(place: str, written: str, fix: str) -> None:
    (problem,) = problems_in(SMALL + f"mine:\n  alternatives:\n    - name: a\n      {place}: {written}\n")
    assert fix in problem.fix and problem.line == 10


def test_a_decimal_comma_in_braces_is_not_taken_for_thousands() -> None:
    for written, plain in (("0,5", "0.5"), ("2,200", "2200"), ("12,5", "12.5")):
        (problem,) = problems_in(SMALL + f"mine: {{cost: {written}}}\n")
        assert problem.severity == "error" and f"write {plain} for {written}" in problem.fix


def test_a_weight_in_per_cent_is_answered_without_a_word_of_the_unit() -> None:
    (problem,) = [p for p in problems_in(SMALL + "wants: {w: {weight: 60%}}\n") if p.severity == "error"]
    assert "Write 60" in problem.fix and "unit" not in problem.what + problem.fix


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("3.5.2026", "Write 2026-05-03."), ("13.12.2026", "Write 2026-12-13."), ("31/12/2026", "Write 2026-12-31."),
        ("3 May 2026", "Write 2026-05-03."), ("May 3rd, 2026", "Write 2026-05-03."), ("2026/5/3", "Write 2026-05-03."),
        ("5/3/2026", "Write year-month-day, such as 2026-05-03."), ("32.5.2026", "Write year-month-day"),
        ("3.5.26", "Write year-month-day"), ("tomorrow", "Write year-month-day, such as 2026-05-03."),
    ],
)  # fmt: skip
def test_a_day_in_another_order_is_put_into_ours_where_it_is_plain(written: str, fix: str) -> None:
    (problem,) = problems_in(SMALL + f"as_of: {written}\n")
    assert fix in problem.fix


@pytest.mark.parametrize("more", ["mine:\n  otherwise: ?\n", "mine: {otherwise: ?}\n"])
def test_a_question_mark_is_answered_in_a_plain_sentence(more: str) -> None:
    (problem,) = problems_in(SMALL + more)
    assert "'?' cannot stand here" in problem.what and "Leave the key empty" in problem.fix


def test_a_unit_is_a_word() -> None:
    for unit in ("6000 EUR", "1000", "€5"):
        (problem,) = problems_in(SMALL + f"unit: {unit}\n")
        assert problem.severity == "error" and "A unit is a word such as EUR" in problem.fix
    for unit in ("EUR", "€", "points", "tons of CO2"):
        assert problems_in(SMALL + f"unit: {unit}\n") == ()


def test_two_parties_of_one_name_are_a_warning() -> None:
    (problem,) = problems_in(SMALL.replace("Ben", "ada"))
    assert problem.severity == "warning" and problem.line == 4 and "same name" in problem.what


def test_a_misspelt_want_is_one_complaint() -> None:
    (problem,) = problems_in(SMALL + "wants: {dry walls: {}}\nfeatures: {seal: {serves: {dry wals: 1}}}\n")
    assert "'dry wals' is not one of their wants" in problem.what
    both = problems_in(SMALL + "wants: {dry walls: {}, quiet: {}}\nfeatures: {seal: {serves: {dry wals: 1}}}\n")
    assert [p.what for p in both if p.severity == "warning"] == ["Nothing here serves 'quiet'."]


def test_evidence_after_the_cases_own_day_is_one_warning_that_names_every_piece() -> None:
    piece = "  - {{kind: denial, want: w, source: x, when: 2026-05-{:02}{}}}\n"
    text = SMALL + "as_of: 2026-05-02\nwants: {w: {}}\npossibilities: [{want: w}]\nevidence:\n"
    text += piece.format(1, "") + piece.format(3, ", id: first") + piece.format(4, "") + piece.format(9, "")
    (problem,) = problems_in(text)
    assert problem.severity == "warning" and problem.line == 12
    assert problem.what.startswith("3 pieces are from after the case's own day 2026-05-02: first (2026-05-03), ")
    assert "case.yaml:13 (2026-05-04), case.yaml:14 (2026-05-09)" in problem.what


@pytest.mark.parametrize(
    ("better", "mine", "theirs", "like"),
    [
        ("higher", "worth", "cost", "a buyer"), ("lower", "cost", "worth", "a seller"),
        ("higher", "cost", "worth", None), ("lower", "worth", "cost", None),
    ],
)  # fmt: skip
def test_numbers_of_the_other_role_are_a_warning(better: str, mine: str, theirs: str, like: str | None) -> None:
    text = SMALL.replace("better_for_me: higher", f"better_for_me: {better}")
    problems = problems_in(text + f"mine: {{{mine}: 150}}\ntheirs: {{{theirs}: 250}}\n")
    assert [p.severity for p in problems] == ([] if like is None else ["warning"])
    assert like is None or (f"like those of {like}" in problems[0].what and problems[0].line == 6)
    assert problems_in(text + f"mine: {{{mine}: 150}}\ntheirs: {{worth: 250, cost: 10}}\n") == ()
