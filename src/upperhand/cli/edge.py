"""How does an answer get back to the user, and where do failures become exit codes?"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from upperhand.errors import CallError, InputError, Problem, WorldError

if TYPE_CHECKING:
    from types import TracebackType

    from upperhand.show.screen import Screen

DONE, INPUT, CALL, WORLD, INTERRUPTED, READER_GONE = 0, 1, 2, 3, 130, 141
NARROWEST, WIDEST, USUAL = 40, 160, 100
TRACE = "UPPERHAND_TRACEBACK"


@contextmanager
def edge(as_json: bool) -> Iterator[None]:
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
        answer({"problems": [p.to_dict() for p in problems]})
        return
    from upperhand.show import panels

    sys.stderr.write(panels.problems(problems, screen_of(sys.stderr, None)))


def _fail(kind: str, error: CallError | WorldError, as_json: bool) -> None:
    if as_json:
        answer({"error": {"kind": kind, "what": error.what, "fix": error.fix}, "problems": []})
    typer.echo(str(error), err=True)


def fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault of our own: a sentence instead of a trace, and the exit code of a failed engine."""
    if os.environ.get(TRACE):
        sys.__excepthook__(kind, fault, trace)
    else:
        sys.stderr.write(
            f"Upperhand failed in a way it should not ({kind.__name__}: {fault}). "
            f"Please report it, with what is printed when {TRACE}=1 is set.\n"
        )
    raise SystemExit(WORLD)


def answer(plain: Mapping[str, Any] | None, text: str = "", in_one_line: bool = False) -> None:
    """Print the JSON object where there is one, else the text."""
    if plain is not None:
        ordered = {"schema_version": 1, **plain}
        indent = None if in_one_line else 2
        text = json.dumps(ordered, ensure_ascii=not _is_unicode(sys.stdout), indent=indent, allow_nan=False) + "\n"
    sys.stdout.write(text)


def screen_of(stream: TextIO, width: int | None) -> Screen:
    """The screen to print on: as wide as asked or found, in colour only where it is wanted and understood."""
    from upperhand.show.screen import Screen

    found = width or shutil.get_terminal_size((USUAL, 24)).columns
    wanted = bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")
    colour = wanted and not os.environ.get("NO_COLOR")
    return Screen(max(NARROWEST, min(WIDEST, found)), colour, _is_unicode(stream))


def _is_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "ascii").lower().replace("-", "").startswith("utf")


def write_whole(target: Path, page: str | bytes) -> None:
    """Write the whole file or nothing. WorldError where that cannot be done."""
    data = page.encode("utf-8") if isinstance(page, str) else page
    goal = target.resolve()
    if goal.is_dir():
        raise WorldError(f"{target} is a folder.", "Name a file in it.")
    if not goal.parent.is_dir():
        raise WorldError(f"The folder {goal.parent} does not exist.", "Make it first, or name another place.")
    draft = goal.parent / f".upperhand-{os.getpid()}.part"
    try:
        if goal.exists() and not goal.is_file():
            goal.write_bytes(data)
            return
        draft.write_bytes(data)
        if goal.exists():
            shutil.copymode(goal, draft)
        draft.replace(goal)
    except OSError as error:
        raise WorldError(f"{target} could not be written: {error.strerror or error}.", "Name another place.") from error
    finally:
        draft.unlink(missing_ok=True)
