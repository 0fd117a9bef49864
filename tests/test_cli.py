"""Does the command line answer, complain and leave as it says it does?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import briefs, cli_reference
from tests.conftest import Ended
from upperhand import cli, session
from upperhand.errors import CallError, InputError, Problem, WorldError
from upperhand.model.case import Case, Party
from upperhand.model.move import Brief

ROOT = Path(__file__).resolve().parents[1]
OPEN = session.OpenCase(Path("gutters"), Case("Gutters", Party("Dana"), Party("Mr. Ortiz")))
WRONG = (
    Problem("case.yaml", 14, "“qiet tenants” serves nothing.", "Did you mean “quiet tenants”?"),
    Problem("case.yaml", 3, "“pruce” is no key.", "Did you mean “price”?"),
    Problem("evidence/notes.md", None, "It is empty.", "", "warning"),
)
BRIEF_KEYS = {
    "schema_version", "title", "leverage", "predicted_terms", "wants", "moves", "questions", "offers", "refused",
    "problems", "not_built",
}  # fmt: skip
LEVERAGE_KEYS = {
    "value", "median", "low", "high", "probability_positive", "ratio", "stake", "layers", "drivers", "reason",
}  # fmt: skip


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case folder whose brief is the one written by hand."""
    monkeypatch.setattr(session, "open_case", lambda path: OPEN)
    monkeypatch.setattr(session, "brief", lambda opened: briefs.BRIEF)
    (tmp_path / "case.yaml").write_text("upperhand: 1\n", encoding="utf-8")
    return tmp_path


def raising(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


def test_brief_prints_the_page(call: Callable[..., Ended], case: Path) -> None:
    code, out, err = call("brief", case)
    assert (code, err) == (0, "")
    assert "LEVERAGE  +71 of ±100" in out
    assert max(map(len, out.splitlines())) <= 100


def test_the_page_is_as_wide_as_asked(call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 100 < max(map(len, call("brief", case, "--width", "130")[1].splitlines())) <= 130
    monkeypatch.setenv("COLUMNS", "64")
    assert max(map(len, call("brief", case)[1].splitlines())) <= 64


def test_colour_is_for_screens_and_for_those_who_ask(
    call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in call("brief", case)[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in call("brief", case)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in call("brief", case)[1]


def test_brief_as_json_keeps_the_contract(call: Callable[..., Ended], case: Path) -> None:
    code, out, err = call("brief", case, "--json")
    told = json.loads(out)
    assert (code, err, told["schema_version"]) == (0, "", 1)
    assert told.keys() >= BRIEF_KEYS
    assert told["leverage"].keys() >= LEVERAGE_KEYS
    assert told["leverage"]["stake"] == {"me": 240.0, "them": 1440.0}
    assert told["leverage"]["drivers"][0] == {"name": "reference", "share": 0.9, "controllable": "no"}
    assert told["predicted_terms"].keys() >= {"terms", "deal_me_out", "my_value", "their_value", "zone"}
    assert told["wants"][0].keys() >= {"want", "weight", "low", "high", "top_probability", "evidence"}
    assert told["wants"][0]["evidence"][0].keys() >= {"quote", "source", "line", "when"}
    assert told["moves"][0].keys() >= {"kind", "lever", "what", "why", "effect", "cost", "evidence"}
    assert told["moves"][0]["effect"].keys() >= {"leverage", "my_value", "acceptance"}
    assert told["questions"] is None
    assert told["not_built"] == ["questions"]
    assert len(told["moves"]) == len(briefs.MOVES), "what the page has no room for is in the JSON"


def test_pages_are_written_beside_the_text(call: Callable[..., Ended], case: Path) -> None:
    page, text = case / "out.html", case / "out.md"
    page.write_text("old", encoding="utf-8")
    page.chmod(0o640)
    code, out, err = call("brief", case, "--html", page, "--md", text)
    assert code == 0
    assert "LEVERAGE" in out
    assert err == f"Wrote {page}\nWrote {text}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert text.read_text(encoding="utf-8").startswith("# Gutters after the storm\n")
    assert page.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in case.iterdir()) == ["case.yaml", "out.html", "out.md"], "no draft is left behind"


@pytest.mark.parametrize(("where", "why"), [("", "is a folder"), ("nowhere/b.html", "does not exist")])
def test_a_page_that_cannot_be_written_is_a_sentence(
    call: Callable[..., Ended], case: Path, where: str, why: str
) -> None:
    code, out, err = call("brief", case, "--html", case / where)
    assert (code, out) == (3, "")
    assert why in err
    assert sorted(p.name for p in case.iterdir()) == ["case.yaml"]


def test_a_failing_disk_keeps_the_old_page(
    call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = case / "out.html"
    page.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", raising(OSError(28, "No space left on device")))
    code, _, err = call("brief", case, "--html", page)
    assert code == 3
    assert "could not be written: No space left on device" in err
    assert page.read_text(encoding="utf-8") == "old"
    assert sorted(p.name for p in case.iterdir()) == ["case.yaml", "out.html"]


@pytest.mark.parametrize("target", ["case.yaml", "journal.jsonl", "evidence/brief.md", "x/../case.yaml"])
def test_a_page_never_lands_on_the_case_itself(call: Callable[..., Ended], case: Path, target: str) -> None:
    (case / "evidence").mkdir()
    for named in (case, case / "case.yaml"):
        code, out, err = call("brief", named, "--md", case / target)
        assert (code, out) == (2, "")
        assert "belongs to the case itself" in err
    assert (case / "case.yaml").read_text(encoding="utf-8") == "upperhand: 1\n"


@pytest.mark.parametrize("command", ["brief", "leverage", "wants", "check"])
def test_problems_are_all_listed(
    call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(session, "open_case", raising(InputError(WRONG)))
    monkeypatch.setattr(session, "check", lambda path: WRONG)
    code, out, err = call(command, case)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "case.yaml",
        "  line 3     “pruce” is no key. Did you mean “price”?",
        "  line 14    “qiet tenants” serves nothing. Did you mean “quiet tenants”?",
        "evidence/notes.md",
        "  file       It is empty. (warning)",
        "2 problems and 1 warning.",
    ]
    code, out, err = call(command, case, "--json")
    assert (code, err) == (1, "")
    assert json.loads(out) == {"schema_version": 1, "problems": [p.to_dict() for p in WRONG]}


def test_warnings_alone_do_not_stop_the_work(
    call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "check", lambda path: WRONG[2:])
    code, out, err = call("check", case)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "1 warning."
    monkeypatch.setattr(session, "check", lambda path: ())
    assert call("check", case) == (0, "No problems found.\n", "")
    assert json.loads(call("check", case, "--json")[1]) == {"schema_version": 1, "problems": []}


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (CallError("'nonsense' is not in the case.", "Try: worth."), 2, "'nonsense' is not in the case. Try: worth."),
        (WorldError("case.yaml cannot be read.", "Check it."), 3, "case.yaml cannot be read. Check it."),
        (PermissionError(13, "Permission denied", "case.yaml"), 3, "case.yaml: Permission denied."),
        (MemoryError(), 3, "does not fit into memory"),
        (KeyboardInterrupt(), 130, "Interrupted"),
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
    ],
)  # fmt: skip
def test_every_failure_has_its_code_and_one_sentence(
    call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, words: str
) -> None:
    monkeypatch.setattr(session, "open_case", raising(error))
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    monkeypatch.setattr(type(sys.stdout), "fileno", lambda self: 1, raising=False)
    ended, out, err = call("leverage", case)
    assert (ended, out) == (code, "")
    assert words in err
    assert len(err.splitlines()) == (1 if words else 0)


@pytest.mark.parametrize(("error", "kind"), [(CallError("No.", "Yes."), "call"), (WorldError("No.", "Yes."), "world")])
def test_failures_in_json_are_one_object(
    call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str
) -> None:
    monkeypatch.setattr(session, "open_case", raising(error))
    _, out, err = call("brief", case, "--json")
    told = {"schema_version": 1, "error": {"kind": kind, "what": "No.", "fix": "Yes."}, "problems": []}
    assert json.loads(out) == told
    assert err == "No. Yes.\n"


@pytest.mark.parametrize(
    "arguments",
    [("bri", "x"), ("brief",), ("brief", "x", "--nope"), ("brief", "x", "--width", "7"), ("check",), ("new",),
     ("forget", "x")],
)  # fmt: skip
def test_a_wrong_call_is_code_two(call: Callable[..., Ended], arguments: tuple[str, ...]) -> None:
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert err


def test_what_ifs_reach_the_session(call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def read(opened: session.OpenCase, what_if: tuple[str, ...]) -> session.LeverageReport:
        asked.append(what_if)
        before = session.LeverageReport("Gutters", briefs.GUTTERS, briefs.TERMS)
        changed = briefs.UNKNOWN if what_if else briefs.GUTTERS
        return session.LeverageReport("Gutters", changed, briefs.TERMS, what_if, before if what_if else None)

    monkeypatch.setattr(session, "leverage", read)
    code, out, _ = call("leverage", case, "--if", "a.b=1", "--if", "c.d e=30%")
    assert (code, asked) == (0, [("a.b=1", "c.d e=30%")])
    assert "leverage  +71 (likely +42 to +86) → unknown" in out
    told = json.loads(call("leverage", case, "--json")[1])
    assert told["schema_version"] == 1
    assert told["before"] is None
    assert told["leverage"]["value"] == briefs.GUTTERS.value


def test_a_case_from_an_example_goes_all_the_way(call: Callable[..., Ended], tmp_path: Path) -> None:
    names = json.loads(call("new", "--list", "--json")[1])["examples"]
    assert "gutters" in names
    assert call("new", "--list")[1].splitlines() == names
    folder = tmp_path / "mine"
    code, out, _ = call("new", folder, "--like", "gutters")
    assert code == 0
    assert f"upperhand brief {folder}" in out
    assert call("new", folder, "--like", "gutters")[0] == 2, "a folder with something in it is left alone"
    assert call("check", folder)[0] == 0
    told = json.loads(call("wants", folder, "--json")[1])
    assert told.keys() >= {"schema_version", "about", "wants", "order", "order_probability", "unlisted"}
    for line in told["wants"].values():
        assert line.keys() == {"weight", "low", "high", "top_probability", "evidence"}
    heard = next(line["evidence"][0] for line in told["wants"].values() if line["evidence"])
    assert heard["quote"] in call("wants", folder)[1].replace("\n    ", " ")
    code, out, _ = call("brief", folder, "--html", tmp_path / "b.html")
    assert code == 0
    assert "LEVERAGE  +71 of ±100" in out


def test_forgetting_says_what_is_gone(call: Callable[..., Ended], case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []

    def erase(path: Path, **named: Any) -> session.ForgetReport:
        asked.append(named)
        places = ("case.yaml:6", "evidence/notes.md:4")
        nothing = session.ForgetReport(0, (), hint="Did you mean the person 'Aunt Mary'?")
        return session.ForgetReport(1, ("case.yaml",), places) if named["source"] else nothing

    monkeypatch.setattr(session, "forget", erase)
    assert "Erased 1 piece of evidence from case.yaml." in call("forget", case, "--source", "call.vtt")[1]
    left = "The name still stands in case.yaml:6 and evidence/notes.md:4; delete these by hand."
    assert left in call("forget", case, "--source", "call.vtt")[1]
    assert "changed. Did you mean the person 'Aunt Mary'?" in call("forget", case, "--person", "Aunt May")[1]
    assert "Found nothing to erase" in call("forget", case, "--person", "Aunt May")[1]
    assert json.loads(call("forget", case, "--source", "a", "--json")[1])["erased"] == 1
    assert asked[2] == {"source": None, "person": "Aunt May"}


def test_the_schema_of_the_case_file_is_json(call: Callable[..., Ended]) -> None:
    code, out, _ = call("check", "--schema")
    assert code == 0
    assert json.loads(out)["properties"].keys() >= {"title", "me", "them", "wants", "issues"}


def process(*arguments: str, code: str = "from upperhand.cli import main; main()", **named: Any) -> Any:
    """The command line in a process of its own."""
    path = {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    environment = {k: v for k, v in os.environ.items() if k != cli.TRACE} | path | named.pop("env", {})
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, env=environment, encoding="utf-8", **named
    )


def test_help_is_instant() -> None:
    heavy = "numpy pydantic ruamel.yaml rich altair vl_convert upperhand.session"
    code = (
        "import sys\nfrom upperhand.cli import main\n"
        f"try: main()\nexcept SystemExit: print([m for m in {heavy.split()} if m in sys.modules], file=sys.stderr)"
    )
    ended = process("--help", code=code)
    assert ended.stderr == "[]\n"
    assert "Example" in process("brief", "--help").stdout


def test_a_fault_of_ours_is_a_sentence() -> None:
    code = (
        "from upperhand import cli, session\n"
        "def fail(path): raise ZeroDivisionError('by nothing')\n"
        "session.open_case = fail\ncli.main()"
    )
    ended = process("leverage", "x", code=code)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.startswith("Upperhand failed in a way it should not (ZeroDivisionError: by nothing).")
    assert "Traceback" not in ended.stderr
    told = process("leverage", "x", code=code, env={cli.TRACE: "1"})
    assert (told.returncode, "Traceback" in told.stderr) == (3, True)


def test_a_reader_that_goes_away_is_no_drama() -> None:
    code = (
        "import os, sys\nfrom upperhand.cli import main\n"
        "r, w = os.pipe(); os.dup2(w, 1); os.close(r); os.close(w)\nmain()"
    )
    ended = process("new", "--list", code=code)
    assert (ended.returncode, ended.stderr) == (141, "")


def test_a_closed_output_is_no_drama() -> None:
    ended = process("new", "--list", code="import sys\nsys.stdout = None\nfrom upperhand.cli import main\nmain()")
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_terminal_of_ascii_gets_ascii() -> None:
    folder = str(ROOT / "src" / "upperhand" / "examples" / "gutters")
    plain = {"PYTHONIOENCODING": "ascii"}
    page = process("leverage", folder, env=plain)
    assert (page.returncode, page.stdout.isascii()) == (0, True)
    assert "of +/-100" in page.stdout
    told = process("wants", folder, "--json", env=plain)
    assert (told.returncode, told.stdout.isascii()) == (0, True)
    assert json.loads(told.stdout)["wants"]


def test_the_version_is_said() -> None:
    assert process("--version").stdout.startswith("upperhand ")


def test_the_reference_of_the_commands_is_current() -> None:
    assert cli_reference.PAGE.read_text(encoding="utf-8") == cli_reference.reference(), "python -m tests.cli_reference"


def test_every_key_of_the_json_has_its_line() -> None:
    page = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    missing = sorted(key for key in keys(briefs.BRIEF) if f"`{key}`" not in page)
    assert not missing


def keys(plain: Brief | Any) -> set[str]:
    """Every key in a brief that is a word of the contract and not of the user."""
    plain = plain.to_dict() if isinstance(plain, Brief) else plain
    found: set[str] = set()
    if isinstance(plain, dict):
        for key, value in plain.items():
            found.add(key)
            if key not in ("terms", "deal_me_out"):
                found |= keys(value)
    if isinstance(plain, list):
        found = found.union(*(keys(entry) for entry in plain)) if plain else found
    return found
