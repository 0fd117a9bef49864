"""What did the user ask on the command line, and how does the answer get back to them?

Exit codes: 0 done, 1 problems in the user's input, 2 a wrong call, 3 the world failed (130 interrupted, 141 the reader
of our output went away). Everything heavy is imported inside the commands, so that help is instant.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from upperhand.errors import CallError, InputError, Problem, WorldError

if TYPE_CHECKING:
    from types import TracebackType

    from upperhand.show.screen import Screen

DONE, INPUT, CALL, WORLD, INTERRUPTED, READER_GONE = 0, 1, 2, 3, 130, 141
NARROWEST, WIDEST, USUAL = 40, 160, 100
TRACE = "UPPERHAND_TRACEBACK"

app = typer.Typer(
    name="upperhand",
    help="Know what they want. Know where you stand. Walk in ready.",
    epilog="Start with: upperhand new gutters --like gutters, then upperhand brief gutters",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_CASE = typer.Argument(metavar="CASE", help="The case folder, or the case.yaml in it.")
CaseFolder = Annotated[Path, _CASE]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
Width = Annotated[
    int | None,
    typer.Option("--width", min=NARROWEST, max=WIDEST, help="Columns to print in (default: as wide as the terminal)."),
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; ``arguments`` default to those of the process."""
    sys.excepthook = _fault
    sys.stdout, sys.stderr = (stream or Path(os.devnull).open("w") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    typer.main.get_command(app)(args=list(arguments) if arguments is not None else None, prog_name="upperhand")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"upperhand {version('upperhand')}")
        except PackageNotFoundError:
            typer.echo("upperhand (run from its source, not installed)")
        raise typer.Exit(DONE)


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: upperhand new gutters --like gutters")
def new(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder to make.")] = None,
    like: Annotated[str | None, typer.Option("--like", metavar="NAME", help="Start from this shipped example.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the shipped examples and leave.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a case folder to start from."""
    with _edge(as_json):
        from upperhand import session

        if listed:
            names = session.examples()
            _answer({"examples": list(names)} if as_json else None, "".join(f"{name}\n" for name in names))
            return
        if folder is None:
            raise CallError("Say which folder to make.", "For example: upperhand new gutters --like gutters")
        made = session.new_case(folder, like)
        told = f"Made {made}. Fill in {made / 'case.yaml'}, then run: upperhand brief {made}\n"
        _answer({"created": str(made), "like": like} if as_json else None, told)


@app.command(epilog="Example: upperhand check gutters")
def check(
    case: Annotated[Path | None, _CASE] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of case.yaml and leave.")] = False,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """List every problem of a case, with its line and how to mend it."""
    with _edge(as_json):
        from upperhand import session

        if schema:
            _answer(None, session.schema().rstrip("\n") + "\n")
            return
        if case is None:
            raise CallError("Say which case to check.", "For example: upperhand check gutters")
        found = session.check(case)
        if any(p.severity == "error" for p in found):
            raise InputError(found)
        from upperhand.show import panels

        plain = {"problems": [p.to_dict() for p in found]} if as_json else None
        _answer(plain, "" if as_json else panels.problems(found, _screen(sys.stdout, width)))


@app.command(short_help="The plan on one page.", epilog="Example: upperhand brief gutters --html gutters.html")
def brief(
    case: CaseFolder,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Also write a page to print.")] = None,
    md: Annotated[Path | None, typer.Option("--md", metavar="FILE", help="Also write it as Markdown.")] = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """The plan on one page: where you stand, what they want, what to do."""
    with _edge(as_json):
        from upperhand import session

        for target in (html, md):
            session.spare_the_case(case, target)
        plan = session.brief(session.open_case(case))
        pages: dict[Path, str] = {}
        if html is not None:
            from upperhand.show import html as web

            pages[html] = web.brief(plan)
        if md is not None:
            from upperhand.show import markdown

            pages[md] = markdown.brief(plan)
        for target, text in pages.items():
            _write(target, text)
            typer.echo(f"Wrote {target}", err=True)
        from upperhand.show import terminal

        if as_json:
            _answer(plan.to_dict())
        else:
            _answer(None, terminal.brief(plan, _screen(sys.stdout, width)))


@app.command(
    short_help="Who loses more without a deal, and why.",
    epilog="Example: upperhand leverage gutters --if 'theirs.alternatives.other contractor.chance=30%'",
)
def leverage(
    case: CaseFolder,
    what_if: Annotated[
        list[str] | None,
        typer.Option(
            "--if", metavar="KEY=VALUE", help="Suppose an entry of case.yaml were different; repeat for more."
        ),
    ] = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """Who loses more without a deal, what drives it, and what would change it."""
    with _edge(as_json):
        from upperhand import session
        from upperhand.show import panels

        report = session.leverage(session.open_case(case), tuple(what_if or ()))
        if as_json:
            _answer(report.to_dict())
        else:
            _answer(None, panels.leverage(report, _screen(sys.stdout, width)))


@app.command(
    short_help="What they want, and the lines behind it.",
    epilog='Example: upperhand wants call.vtt mail.eml --about "Mr. Ortiz" --wants "dry walls,low price"',
)
def wants(
    paths: Annotated[list[Path], typer.Argument(metavar="CASE|TALK...", help="A case folder; or talks and documents.")],
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Whose wants: a speaker, or who a document is about.")
    ] = None,
    named: Annotated[str | None, typer.Option("--wants", metavar="A,B,C", help="The wants to look for.")] = None,
    named_in: Annotated[
        Path | None, typer.Option("--wants-file", metavar="FILE", help="The wants as JSON: {name: description}.")
    ] = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """What they want, how sure that is, and the line behind every claim.

    A case is read with all its evidence. Talks and documents are each read on their own; with --json, one line of JSON
    for each.
    """
    with _edge(as_json):
        from upperhand import session
        from upperhand.show import panels

        if about is None and named is None and named_in is None:
            reports = [session.wants(session.only_case(paths))]
        else:
            wanted = named.split(",") if named is not None else session.read_wants(named_in) if named_in else []
            reports = list(session.wants_each(paths, about or "", wanted))
        for number, report in enumerate(reports):
            text = "" if as_json else "\n" * bool(number) + panels.wants(report, _screen(sys.stdout, width))
            _answer(report.to_dict() if as_json else None, text, in_one_line=len(reports) > 1)
        if any(p.severity == "error" for report in reports for p in report.problems):
            raise typer.Exit(INPUT)


@app.command(epilog="Example: upperhand forget gutters --source call.vtt")
def forget(
    case: CaseFolder,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Erase what came from here.")] = None,
    person: Annotated[str | None, typer.Option("--person", metavar="NAME", help="Erase what this person said.")] = None,
    as_json: AsJson = False,
) -> None:
    """Erase evidence for good, as if it had never been seen."""
    with _edge(as_json):
        if source is None and person is None:
            raise CallError("Say what to forget.", "Give --source NAME or --person NAME.")
        from upperhand import session
        from upperhand.show import words

        report = session.forget(case, source=source, person=person)
        _answer(report.to_dict() if as_json else None, f"{words.forgotten(report)}\n")


@contextmanager
def _edge(as_json: bool) -> Iterator[None]:
    """The one place where failures become exit codes."""
    try:
        yield
        sys.stdout.flush()
    except InputError as error:
        _complain(error.problems, as_json)
        raise typer.Exit(INPUT) from None
    except CallError as error:
        _fail("call", error, as_json)
        raise typer.Exit(CALL) from None
    except WorldError as error:
        _fail("world", error, as_json)
        raise typer.Exit(WORLD) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(READER_GONE) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _fail("world", WorldError(f"{place}{error.strerror or error}."), as_json)
        raise typer.Exit(WORLD) from None
    except MemoryError:
        _fail("world", WorldError("The case does not fit into memory.", "List fewer options or features."), as_json)
        raise typer.Exit(WORLD) from None
    except KeyboardInterrupt:
        typer.echo("Interrupted; nothing was saved.", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _complain(problems: Sequence[Problem], as_json: bool) -> None:
    if as_json:
        _answer({"problems": [p.to_dict() for p in problems]})
        return
    from upperhand.show import panels

    sys.stderr.write(panels.problems(problems, _screen(sys.stderr, None)))


def _fail(kind: str, error: CallError | WorldError, as_json: bool) -> None:
    if as_json:
        _answer({"error": {"kind": kind, "what": error.what, "fix": error.fix}, "problems": []})
    typer.echo(str(error), err=True)


def _fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault of our own: a sentence instead of a trace, and the exit code of a failed engine."""
    if os.environ.get(TRACE):
        sys.__excepthook__(kind, fault, trace)
    else:
        sys.stderr.write(
            f"Upperhand failed in a way it should not ({kind.__name__}: {fault}). "
            f"Please report it, with what is printed when {TRACE}=1 is set.\n"
        )
    raise SystemExit(WORLD)


def _answer(plain: Mapping[str, Any] | None, text: str = "", in_one_line: bool = False) -> None:
    """Print the JSON object where there is one, else the text."""
    if plain is not None:
        ordered = {"schema_version": 1, **plain}
        indent = None if in_one_line else 2
        text = json.dumps(ordered, ensure_ascii=not _is_unicode(sys.stdout), indent=indent, allow_nan=False) + "\n"
    sys.stdout.write(text)


def _screen(stream: TextIO, width: int | None) -> Screen:
    from upperhand.show.screen import Screen

    found = width or shutil.get_terminal_size((USUAL, 24)).columns
    wanted = bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")
    colour = wanted and not os.environ.get("NO_COLOR")
    return Screen(max(NARROWEST, min(WIDEST, found)), colour, _is_unicode(stream))


def _is_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "ascii").lower().replace("-", "").startswith("utf")


def _write(target: Path, text: str) -> None:
    """Write the whole file or nothing. WorldError where that cannot be done."""
    goal = target.resolve()
    if goal.is_dir():
        raise WorldError(f"{target} is a folder.", "Name a file in it.")
    if not goal.parent.is_dir():
        raise WorldError(f"The folder {goal.parent} does not exist.", "Make it first, or name another place.")
    draft = goal.parent / f".upperhand-{os.getpid()}.part"
    try:
        if goal.exists() and not goal.is_file():
            goal.write_text(text, encoding="utf-8")
            return
        draft.write_text(text, encoding="utf-8", newline="\n")
        if goal.exists():
            shutil.copymode(goal, draft)
        draft.replace(goal)
    except OSError as error:
        raise WorldError(f"{target} could not be written: {error.strerror or error}.", "Name another place.") from error
    finally:
        draft.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
