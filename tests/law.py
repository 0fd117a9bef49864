"""Which of the house's rules (docs/architecture.md) does a source tree break?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "upperhand"
FACE_FLOOR = 13
FACES_MAY_IMPORT = {"session", "show", "model", "errors"}
VAGUE_NAMES = {"base", "common", "utils", "helpers", "misc", "types", "core"}
MAX_FILE_LINES, MAX_BODY_LINES, MAX_PARAMETERS = 350, 40, 6

WORLD_MODULES = {
    "files": {"os", "shutil", "tempfile", "glob", "sqlite3", "subprocess", "fcntl", "zipfile", "tarfile"},
    "network": {"socket", "ssl", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "webbrowser"},
    "clock": {"time"},
    "randomness": {"random", "secrets", "uuid"},
}
FILE_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "mkdir", "rmdir", "unlink", "touch", "rename",
    "iterdir", "glob", "rglob", "exists", "is_file", "is_dir", "stat", "symlink_to", "hardlink_to", "chmod",
}  # fmt: skip
CLOCK_CALLS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Room:
    """One row of the floors table. ``modules`` are the file stems of a folder; empty for a single module."""

    name: str
    floor: int
    modules: frozenset[str] = frozenset()
    touches: frozenset[str] = frozenset()


def rooms_in(page: str) -> dict[str, Room]:
    """The floors table of the architecture page, by room name."""
    rooms = {}
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 5 or not cells[0].isdigit():
            continue
        name = cells[1].strip("`").removesuffix("/").removesuffix(".py")
        touches = frozenset(word for word in re.findall(r"[a-z]+", cells[4]) if word in WORLD_MODULES)
        rooms[name] = Room(name, int(cells[0]), frozenset(re.findall(r"`(\w+)`", cells[2])), touches)
    return rooms


def complaints(package: Path, rooms: dict[str, Room]) -> list[str]:
    """Every breach in the tree below ``package``, as sentences with file and line."""
    found = list(_unknown_to_the_page(package, rooms))
    modules = set(_module_names(package))
    for path in sorted(package.rglob("*.py")):
        where = path.relative_to(package)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        room = rooms.get(where.parts[0].removesuffix(".py"))
        found += [f"{where}:{line}: {what}" for line, what in _sizes(path, tree)]
        if where.as_posix() == "__init__.py":
            found += [f"{where}:{line}: {what}" for line, what in _root_imports(tree, modules)]
        elif room is not None:
            found += [f"{where}:{line}: {what}" for line, what in _imports_up(tree, room, rooms, modules)]
            found += [f"{where}:{line}: {what}" for line, what in _world(tree, room)]
    return found


def _module_names(package: Path) -> Iterator[str]:
    for path in package.rglob("*.py"):
        parts = path.relative_to(package).with_suffix("").parts
        yield ".".join((PACKAGE, *(p for p in parts if p != "__init__")))


def _unknown_to_the_page(package: Path, rooms: dict[str, Room]) -> Iterator[str]:
    here: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        parts = path.relative_to(package).with_suffix("").parts
        if path.stem in VAGUE_NAMES:
            yield f"{path.relative_to(package)}: the name {path.stem!r} says nothing; call the file by what it answers"
        if parts != ("__init__",):
            here.setdefault(parts[0], set()).update(p for p in parts[1:2] if p != "__init__")
    for name in sorted(here.keys() - rooms.keys()):
        yield f"{name}: not in the floors table of docs/architecture.md"
    for name in sorted(rooms.keys() - here.keys()):
        yield f"{name}: in the floors table of docs/architecture.md, and not in the source"
    for name in sorted(here.keys() & rooms.keys()):
        for module in sorted(here[name] ^ rooms[name].modules):
            yield f"{name}/{module}: the floors table of docs/architecture.md and the source disagree about it"


def _imported(tree: ast.Module, modules: set[str]) -> Iterator[tuple[int, str]]:
    """Line and full module name of every import of the package: top-level, lazy, typing-only or spelt as a string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == PACKAGE)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, "."
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == PACKAGE:
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield node.lineno, deeper if deeper in modules else node.module
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in modules - {PACKAGE}:
            yield node.lineno, node.value


def _imports_up(tree: ast.Module, room: Room, rooms: dict[str, Room], modules: set[str]) -> Iterator[tuple[int, str]]:
    for line, name in _imported(tree, modules):
        parts = name.split(".")
        if name == ".":
            yield line, "imports by dots; write the full name, so that the direction can be read"
        elif len(parts) == 1:
            yield line, "imports the package root"
        elif parts[1] == room.name:
            continue
        elif (other := rooms.get(parts[1])) is None:
            yield line, f"imports {parts[1]}, which docs/architecture.md does not know"
        elif other.floor >= room.floor:
            way = "up" if other.floor > room.floor else "sideways"
            yield line, f"{room.name} (floor {room.floor}) imports {way}: {other.name} (floor {other.floor})"
        elif other.name == "casefile" and room.name != "session":
            yield line, f"{room.name} imports casefile; only session does"
        elif room.floor == FACE_FLOOR and other.name not in FACES_MAY_IMPORT:
            yield line, f"the face {room.name} imports {other.name}; a face calls session and shows"


def _root_imports(tree: ast.Module, modules: set[str]) -> Iterator[tuple[int, str]]:
    at_once = {node.lineno for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)}
    for line, name in _imported(tree, modules):
        if name != f"{PACKAGE}.session":
            yield line, f"the package root imports {name}; it imports only session"
        elif line in at_once:
            yield line, "the package root imports at once; it imports when a name is first asked for"


def _world(tree: ast.Module, room: Room) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt | ast.expr):
            for kind, what in _touches(node):
                if kind not in room.touches:
                    yield node.lineno, f"{room.name} touches {kind} ({what}); take it as an argument"


def _touches(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        if names == ["os"] and {alias.name for alias in node.names} == {"PathLike"}:
            return
        for name in names:
            yield from ((kind, name) for kind, heads in WORLD_MODULES.items() if name.split(".")[0] in heads)
            if name == "numpy.random" and {alias.name for alias in node.names} != {"Generator"}:
                yield "randomness", name
    elif isinstance(node, ast.Attribute):
        owner = node.value
        if isinstance(owner, ast.Attribute) and owner.attr == "random" and node.attr != "Generator":
            yield "randomness", f"random.{node.attr}"
    elif isinstance(node, ast.Call):
        yield from _touching_call(node.func)


def _touching_call(called: ast.expr) -> Iterator[tuple[str, str]]:
    if isinstance(called, ast.Name) and called.id == "open":
        yield "files", "open"
    elif isinstance(called, ast.Attribute):
        owner = called.value
        head = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
        if (head, called.attr) in CLOCK_CALLS:
            yield "clock", f"{head}.{called.attr}"
        elif called.attr in FILE_METHODS:
            yield "files", called.attr


def _sizes(path: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n") + (not text.endswith("\n") and bool(text))
    if lines > MAX_FILE_LINES:
        yield 1, f"{lines} lines; a file has at most {MAX_FILE_LINES}"
    if tree.body and not ast.get_docstring(tree):
        yield 1, "no docstring; a module's first line is the question it answers"
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield from _function_sizes(node)


def _function_sizes(node: Function) -> Iterator[tuple[int, str]]:
    told = ast.get_docstring(node) is not None and len(node.body) > 1
    start = node.body[1 if told else 0].lineno
    length = (node.end_lineno or start) - start + 1
    if length > MAX_BODY_LINES:
        yield node.lineno, f"{node.name} has {length} lines; a body has at most {MAX_BODY_LINES}"
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    count = sum(a.arg not in ("self", "cls") for a in every)
    if count > MAX_PARAMETERS:
        yield node.lineno, f"{node.name} takes {count} parameters; more than {MAX_PARAMETERS} want a noun"
