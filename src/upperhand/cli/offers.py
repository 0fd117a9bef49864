"""What to put on the table, what a reply changes, and scenarios from and to other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from upperhand.cli.app import AsJson, CaseFolder, Width, app
from upperhand.cli.edge import answer, edge, screen_of, write_whole
from upperhand.errors import CallError, Problem

if TYPE_CHECKING:
    from upperhand.model.offers import OffersReport


@app.command(
    short_help="Packages, menus and the score of their offer.",
    epilog="Example: upperhand offers gutters --menu 3 --score 'price = 1800, start = tomorrow'",
)
def offers(
    case: CaseFolder,
    menu: Annotated[
        int,
        typer.Option(
            "--menu", metavar="N", min=0, max=9, help="Also N packages worth the same to you, to choose from."
        ),
    ] = 0,
    score: Annotated[
        str | None, typer.Option("--score", metavar="TERMS", help="Score their offer, for example 'price = 1800'.")
    ] = None,
    write: Annotated[
        list[Path] | None,
        typer.Option(
            "--write",
            metavar="FILE",
            help="Also write it there: .html or .md a page, .svg or .png the frontier; repeat for more.",
        ),
    ] = None,
    as_json: AsJson = False,
    width: Width = None,
) -> None:
    """What to put on the table: the plan, the best packages, a menu, and how their offer compares."""
    with edge(as_json):
        from upperhand import session
        from upperhand.show import frontier_chart, offers_pages, offers_screen

        papers: dict[str, Callable[[OffersReport], str | bytes]] = {
            ".html": offers_pages.html,
            ".md": offers_pages.markdown,
            ".svg": frontier_chart.svg,
            ".png": frontier_chart.png,
        }
        targets = write or []
        for target in targets:
            session.spare_the_case(case, target)
            if target.suffix.lower() not in papers:
                raise CallError(f"What to write to {target} is not clear.", f"End its name in {', '.join(papers)}.")
        report = session.offers(session.open_case(case), menu=menu, score=score)
        for target in targets:
            write_whole(target, papers[target.suffix.lower()](report))
            typer.echo(f"Wrote {target}", err=True)
        if as_json:
            answer(report.to_dict())
        else:
            answer(None, offers_screen.offers(report, screen_of(sys.stdout, width)))


@app.command(
    short_help="Note what you put on the table.",
    epilog="Example: upperhand offered gutters 'price = 2100, start = tomorrow'",
)
def offered(
    case: CaseFolder,
    terms: Annotated[str | None, typer.Argument(metavar="TERMS", help="The package you offered.")] = None,
    menu: Annotated[
        int, typer.Option("--menu", metavar="N", min=0, max=9, help="You offered the menu of N that 'offers' makes.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Note what you put on the table, so that a reply can refer to it."""
    with edge(as_json):
        from upperhand import session

        noted = session.offered(session.open_case(case), terms, menu=menu)
        answer(noted.to_dict() if as_json else None, f"{noted.said} {case} '...'\n")


@app.command(
    short_help="Note what they said to an offer.",
    epilog="Example: upperhand reply gutters 'chose B'",
)
def reply(
    case: CaseFolder,
    text: Annotated[
        str, typer.Argument(metavar="REPLY", help="What they said: 'chose B', 'rejected', 'counter: price = 1700', ...")
    ],
    as_json: AsJson = False,
) -> None:
    """Note their reply to what you offered last: it becomes evidence, and the beliefs follow."""
    with edge(as_json):
        from upperhand import session

        noted = session.reply(case, text)
        answer(noted.to_dict() if as_json else None, f"{noted.said}\n")


@app.command(
    name="import",
    short_help="Make a case from another program's scenario.",
    epilog="Example: upperhand import party.xml --out party",
)
def bring(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH", help="A scenario: a folder or a file of GENIUS, GeniusWeb, NegMAS, NegoLog, or a sheet."
        ),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="CASE", help="The case folder to make.")],
    meaning: Annotated[
        str, typer.Option("--as", metavar="PROGRAM", help="Read values as this program does: own (default) or negmas.")
    ] = "own",
    me: Annotated[
        str | None, typer.Option("--me", metavar="NAME", help="Which profile is mine (default: the first).")
    ] = None,
    them: Annotated[
        str | None, typer.Option("--them", metavar="NAME", help="Which profile is theirs (default: the other).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a case folder from a scenario of another program, or from a sheet of points."""
    with edge(as_json):
        from upperhand import session

        made = session.import_scenario(path, out, meaning=meaning, me=me, them=them)
        told = f"Made {made.folder}. Then run: upperhand offers {made.folder}\n"
        answer(made.to_dict() if as_json else None, _with_problems(made.problems, told))


@app.command(
    name="export",
    short_help="Write a case for another program.",
    epilog="Example: upperhand export party --to genius --out party-genius",
)
def send(
    case: CaseFolder,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="genius, geniusweb, negmas, negolog, csv or xlsx.")],
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="The folder or file to write.")],
    as_json: AsJson = False,
) -> None:
    """Write a case as a scenario of another program, or as a sheet."""
    with edge(as_json):
        from upperhand import session

        sent = session.export_scenario(case, to, out)
        told = "".join(f"Wrote {path}\n" for path in sent.written)
        answer(sent.to_dict() if as_json else None, _with_problems(sent.problems, told))


def _with_problems(problems: Sequence[Problem], told: str) -> str:
    """What was done, after what had to be said about it."""
    from upperhand.show import panels

    return f"{panels.problems(problems, screen_of(sys.stdout, None))}{told}" if problems else told
