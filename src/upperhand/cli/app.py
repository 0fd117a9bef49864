"""Which options do commands share, and what is the program called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from upperhand.cli.edge import DONE, NARROWEST, WIDEST

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

CASE = typer.Argument(metavar="CASE", help="The case folder, or the case.yaml in it.")
CaseFolder = Annotated[Path, CASE]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
Width = Annotated[
    int | None,
    typer.Option("--width", min=NARROWEST, max=WIDEST, help="Columns to print in (default: as wide as the terminal)."),
]


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
