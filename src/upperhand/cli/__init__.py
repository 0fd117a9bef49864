"""What did the user ask on the command line, and how does the answer get back to them?

Exit codes: 0 done, 1 problems in the user's input, 2 a wrong call, 3 the world failed (130 interrupted, 141 the reader
of our output went away). Everything heavy is imported inside the commands, so that help is instant.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from upperhand.cli import cases as cases  # commands enter the program by being imported
from upperhand.cli import offers as offers
from upperhand.cli.app import app as app
from upperhand.cli.edge import TRACE as TRACE
from upperhand.cli.edge import fault


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; ``arguments`` default to those of the process."""
    sys.excepthook = fault
    sys.stdout, sys.stderr = (stream or Path(os.devnull).open("w") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    typer.main.get_command(app)(args=list(arguments) if arguments is not None else None, prog_name="upperhand")
