"""Which words does the command line know? Writes docs/reference/cli.md: `python -m tests.cli_reference`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from upperhand import cli

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "cli.md"
PLACES = {"CASE", "DIR"}

HEAD = """# The command line

Made from the commands themselves by `python -m tests.cli_reference`; a test fails when it is out of date.

Every command prints text for people, or with `--json` one JSON object for programs
([its keys](json.md)). Text goes to standard output, complaints go to standard error.

| exit code | means |
|---|---|
| 0 | done |
| 1 | there are problems in your input; all of them are listed |
| 2 | the call was wrong: an unknown option, name or key |
| 3 | the world failed: a file, a folder, an engine |
| 130 | you interrupted it |
| 141 | whatever read the output went away |

Pages are as wide as the terminal (`COLUMNS` and `--width` overrule it), at most 160 columns. `NO_COLOR` switches colour
off and `FORCE_COLOR` switches it on. A failure that is a fault of ours is one sentence; set `UPPERHAND_TRACEBACK=1` to
see its trace.
"""


def reference() -> str:
    """The page, made from the commands."""
    root: Any = typer.main.get_command(cli.app)
    options = ", ".join(f"`{name}`" for option in root.params for name in option.opts)
    rows = [f"| {options} | {root.params[0].help} |"]
    parts = [HEAD, "| option | does |\n|---|---|\n" + "\n".join(rows)]
    parts += [_command(name, command) for name, command in root.commands.items()]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _command(name: str, command: Any) -> str:
    places = " ".join(p.metavar if p.required else f"[{p.metavar}]" for p in command.params if _is_place(p))
    lines = [f"## upperhand {name}", "", str(command.help).strip(), "", f"`upperhand {name} {places}`", ""]
    lines += ["| argument or option | does |", "|---|---|", *_rows(command)]
    example = str(command.epilog or "").removeprefix("Example: ")
    return "\n".join([*lines, "", f"Example: `{example}`"])


def _rows(command: Any) -> Iterator[str]:
    for parameter in command.params:
        said = parameter.metavar if _is_place(parameter) else parameter.opts[0]
        takes = parameter.metavar or ("" if getattr(parameter, "is_flag", False) else "N")
        shown = said if _is_place(parameter) or not takes else f"{said} {takes}"
        yield f"| `{shown}` | {parameter.help} |"


def _is_place(parameter: Any) -> bool:
    return parameter.metavar in PLACES


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(reference(), encoding="utf-8")
