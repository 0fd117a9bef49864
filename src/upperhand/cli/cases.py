"""What can be done with a case folder: make it, check it, read it, forget what is in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from upperhand.cli.app import CASE, AsJson, CaseFolder, Width, app
from upperhand.cli.edge import INPUT, answer, edge, screen_of, write_whole
from upperhand.errors import CallError, InputError


@app.command(epilog="Example: upperhand new gutters --like gutters")
def new(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder to make.")] = None,
    like: Annotated[str | None, typer.Option("--like", metavar="NAME", help="Start from this shipped example.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the shipped examples and leave.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a case folder to start from."""
    with edge(as_json):
        from upperhand import session

        if listed:
            names = session.examples()
            answer({"examples": list(names)} if as_json else None, "".join(f"{name}\n" for name in names))
            return
        if folder is None:
            raise CallError("Say which folder to make.", "For example: upperhand new gutters --like gutters")
        made = session.new_case(folder, like)
        told = f"Made {made}. Fill in {made / 'case.yaml'}, then run: upperhand brief {made}\n"
        answer({"created": str(made), "like": like} if as_json else None, told)


@app.command(epilog="Example: upperhand check gutters")
def check(
    case: Annotated[Path | None, CASE] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of case.yaml and leave.")] = False,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """List every problem of a case, with its line and how to mend it."""
    with edge(as_json):
        from upperhand import session

        if schema:
            answer(None, session.schema().rstrip("\n") + "\n")
            return
        if case is None:
            raise CallError("Say which case to check.", "For example: upperhand check gutters")
        found = session.check(case)
        if any(p.severity == "error" for p in found):
            raise InputError(found)
        from upperhand.show import panels

        plain = {"problems": [p.to_dict() for p in found]} if as_json else None
        answer(plain, "" if as_json else panels.problems(found, screen_of(sys.stdout, width)))


@app.command(short_help="The plan on one page.", epilog="Example: upperhand brief gutters --html gutters.html")
def brief(
    case: CaseFolder,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Also write a page to print.")] = None,
    md: Annotated[Path | None, typer.Option("--md", metavar="FILE", help="Also write it as Markdown.")] = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """The plan on one page: where you stand, what they want, what to do."""
    with edge(as_json):
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
            write_whole(target, text)
            typer.echo(f"Wrote {target}", err=True)
        from upperhand.show import terminal

        if as_json:
            answer(plan.to_dict())
        else:
            answer(None, terminal.brief(plan, screen_of(sys.stdout, width)))


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
    with edge(as_json):
        from upperhand import session
        from upperhand.show import panels

        report = session.leverage(session.open_case(case), tuple(what_if or ()))
        if as_json:
            answer(report.to_dict())
        else:
            answer(None, panels.leverage(report, screen_of(sys.stdout, width)))


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
    with edge(as_json):
        from upperhand import session
        from upperhand.show import panels

        if about is None and named is None and named_in is None:
            reports = [session.wants(session.open_case(session.only_case(paths)))]
        else:
            wanted = named.split(",") if named is not None else session.read_wants(named_in) if named_in else []
            reports = list(session.wants_each(paths, about or "", wanted))
        for number, report in enumerate(reports):
            text = "" if as_json else "\n" * bool(number) + panels.wants(report, screen_of(sys.stdout, width))
            answer(report.to_dict() if as_json else None, text, in_one_line=len(reports) > 1)
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
    with edge(as_json):
        if source is None and person is None:
            raise CallError("Say what to forget.", "Give --source NAME or --person NAME.")
        from upperhand import session
        from upperhand.show import words

        report = session.forget(case, source=source, person=person)
        answer(report.to_dict() if as_json else None, f"{words.forgotten(report)}\n")
