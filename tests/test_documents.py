"""Do the documents tell the truth: do their commands run, their links lead somewhere, and is nothing left out?"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
from ruamel.yaml import YAML

from upperhand.model.move import Lever

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
FENCE = re.compile(r"^(<!-- not run[^\n]*-->\n+)?```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
CALL = "import sys; from upperhand.cli import main; sys.exit(main())"


@dataclass(frozen=True)
class Step:
    """One command of a console block: what it should print (empty: not said) and with which code it should end."""

    command: str
    printed: str
    code: int


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language that are not marked `<!-- not run -->`."""
    return [body for skipped, tongue, body in FENCE.findall(page) if tongue == language and not skipped]


def steps(block: str) -> Iterator[Step]:
    """The commands of a console block. A comment `# exits N` says that N is the exit code to expect."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        said = re.search(r"#\s*exits (\d+)\s*$", command)
        yield Step(re.sub(r"\s+#.*$", "", command), printed.strip("\n"), int(said[1]) if said else 0)


def alike(told: str, printed: str) -> bool:
    """Whether a print-out is what the page shows; `...` on a line of its own stands for any lines."""
    pattern = "".join(
        r"(?:[^\n]*\n)*?" if line.strip() in ("...", "…") else re.escape(line.rstrip()) + "\n"
        for line in told.splitlines()
    )
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed.strip("\n").splitlines())) is not None


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `upperhand ...` in a folder as a terminal of 100 columns without colours would."""
    quiet = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    words = shlex.split(command)
    return subprocess.run(
        [sys.executable, "-c", CALL, *words[1:]],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", env={**os.environ, **quiet, "PYTHONPATH": path},
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder laid out as the page's reader has it: the shipped examples where the project keeps them."""
    shipped = Path("src") / "upperhand" / "examples"
    shutil.copytree(ROOT / shipped, tmp_path / shipped)
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def pages_with(pattern: str) -> list[Any]:
    """The pages whose text matches, as test parameters named by their path."""
    told = [(page, page.read_text(encoding="utf-8")) for page in PAGES]
    return [pytest.param(text, id=page.relative_to(ROOT).as_posix()) for page, text in told if re.search(pattern, text)]


@pytest.mark.parametrize("page", pages_with(r"(?m)^\$ upperhand "))
def test_commands_on_a_page_do_what_the_page_shows(page: str, desk: Path) -> None:
    for step in (step for block in blocks(page, "console") for step in steps(block)):
        if step.command.startswith("upperhand "):
            ended = run(step.command, desk)
            assert ended.returncode == step.code, f"{step.command}\n{ended.stdout}{ended.stderr}"
            assert not step.printed or alike(step.printed, ended.stdout or ended.stderr), (
                f"$ {step.command}\n--- the page shows\n{step.printed}\n--- it prints\n{ended.stdout}{ended.stderr}"
            )


@pytest.mark.parametrize("page", pages_with(r"(?m)^```python\n"))
def test_python_on_a_page_runs(page: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    names: dict[str, Any] = {}
    for block in blocks(page, "python"):
        if "import upperhand" in block or names:
            exec(compile(block, "page", "exec"), names)


@pytest.mark.parametrize("page", pages_with(r"(?m)^```yaml\n"))
def test_yaml_on_a_page_can_be_read(page: str) -> None:
    for block in blocks(page, "yaml"):
        YAML(typ="safe").load(block)


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings give."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [pytest.param(p, id=p.relative_to(ROOT).as_posix()) for p in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in (first or second for first, second in LINK.findall(text)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        goal = (page.parent / file).resolve() if file else page
        assert goal.exists(), f"{target} leads nowhere"
        assert not anchor or goal.suffix != ".md" or anchor in anchors(goal), f"{target}: no such heading"


def commands() -> dict[str, Any]:
    """Every command of the command line, by name."""
    import typer

    from upperhand import cli

    return dict(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]


def test_every_command_is_named_on_a_page_and_has_help() -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    for name, command in commands().items():
        assert re.search(rf"upperhand {re.escape(name)}\b", told), f"no page names `upperhand {name}`"
        assert (command.help or "").strip(), f"`upperhand {name}` has no help"
        for option in command.params:
            assert getattr(option, "help", None), f"`upperhand {name}`: {option.name} has no help"


@pytest.mark.parametrize("lever", get_args(Lever))
def test_every_lever_has_a_page(lever: str) -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "theory").glob("*.md"))
    assert re.search(rf"(?im)^#+ .*\b{lever.rstrip('e')}", told), f"no page of docs/theory has a heading about {lever}"


def test_a_console_block_is_read_as_a_reader_would() -> None:
    page = "```console\n$ upperhand check a b  # exits 1\na: wrong\n...\nend\n$ upperhand --help\n```\n"
    assert list(steps(blocks(page, "console")[0])) == [
        Step("upperhand check a b", "a: wrong\n...\nend", 1),
        Step("upperhand --help", "", 0),
    ]
    assert alike("a\n...\nend", "a\nb\nc\nend\n") and alike("a\n...\nend", "a\nend\n")
    assert not alike("a\n...\nend", "a\nb\n") and not alike("a", "a\nb")


def test_a_block_marked_not_run_is_not_run() -> None:
    assert blocks("<!-- not run: needs a network -->\n```console\n$ upperhand x\n```\n", "console") == []
