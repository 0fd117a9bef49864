"""Does the source obey the house's law, and would the law notice if it did not?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.law import Room, complaints, rooms_in

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "upperhand"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
# What costs start-up time; upperhand --help needs none of it.
HEAVY = ("numpy", "pydantic", "ruamel", "altair", "vl_convert")

FLOORS = """
| floor | room | modules | answers | may touch |
|---|---|---|---|---|
| 1 | `model/` | `case` | nouns | |
| 2 | `casefile/` | `read` | the folder | files |
| 2 | `reader/` | `acts` | sentences | |
| 3 | `value/` | `draws` | numbers | randomness |
| 11 | `session.py` | | the door | |
| 13 | `cli.py` | | the face | files, clock |
"""
HEALTHY = {
    "__init__.py": "'''Root?'''\ndef __getattr__(name):\n    import upperhand.session\n",
    "model/case.py": "'''Case?'''\n",
    "casefile/read.py": "'''Read?'''\nfrom upperhand.model.case import Case\ndef f(p):\n    return p.read_text()\n",
    "reader/acts.py": "'''Acts?'''\nfrom upperhand.model import case\n",
    "value/draws.py": "'''Draws?'''\nimport numpy as np\ndef f(s):\n    return np.random.default_rng(s)\n",
    "session.py": "'''Door?'''\nfrom upperhand.casefile.read import f\nfrom upperhand.value import draws\n",
    "cli.py": "'''Face?'''\nimport time\nfrom upperhand import session\nopen('x')\n",
}


def house(folder: Path, changes: dict[str, str]) -> list[str]:
    """What the law says about the healthy little house with some files changed."""
    for name, text in {**HEALTHY, **changes}.items():
        path = folder / "upperhand" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return complaints(folder / "upperhand", rooms_in(FLOORS))


def test_the_house_obeys_its_law() -> None:
    found = complaints(SOURCE, rooms_in(PAGE))
    assert not found, "\n".join(found)


def test_the_floors_are_those_of_the_page() -> None:
    rooms = rooms_in(PAGE)
    assert {name: rooms[name].floor for name in ("errors", "model", "session", "show", "cli")} == {
        "errors": 0, "model": 1, "session": 11, "show": 12, "cli": 13,
    }  # fmt: skip
    assert rooms["casefile"].touches >= {"files"}
    assert not any(rooms[name].touches for name in ("model", "beliefs", "leverage", "levers", "brief", "show"))


def test_a_healthy_house_draws_no_complaint(tmp_path: Path) -> None:
    assert house(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("model/case.py", "from upperhand.value.draws import f", "imports up: value"),
        ("model/case.py", "def f():\n    from upperhand.value import draws", "imports up: value"),
        ("model/case.py", "if TYPE_CHECKING:\n    import upperhand.value.draws", "imports up: value"),
        ("model/case.py", "HOME = 'upperhand.value.draws'", "imports up: value"),
        ("reader/acts.py", "import upperhand.casefile.read", "imports sideways: casefile"),
        ("value/draws.py", "import upperhand.casefile.read", "only session does"),
        ("value/draws.py", "import upperhand", "imports the package root"),
        ("value/draws.py", "from upperhand import open_case", "imports the package root"),
        ("value/draws.py", "from ..model import case", "imports by dots"),
        ("value/draws.py", "import upperhand.nowhere", "does not know"),
        ("cli.py", "from upperhand.value import draws", "a face calls session"),
        ("cli.py", "from upperhand.casefile import read", "only session does"),
        ("__init__.py", "from upperhand.session import brief", "imports at once"),
        ("__init__.py", "def f():\n    import upperhand.model.case", "imports only session"),
    ],
)
def test_imports_that_do_not_go_down_are_named(tmp_path: Path, file: str, text: str, complaint: str) -> None:
    found = house(tmp_path, {file: f"'''Why?'''\n{text}\n"})
    assert len(found) == 1
    assert found[0].startswith(f"{file}:") and complaint in found[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("open('x')", "files"),
        ("import os", "files"),
        ("from os import environ", "files"),
        ("def f(p):\n    return p.read_text()", "files"),
        ("def f(p):\n    p.write_bytes(b'')", "files"),
        ("import socket", "network"),
        ("from urllib.request import urlopen", "network"),
        ("def f():\n    import http.client", "network"),
        ("import requests", "network"),
        ("import time", "clock"),
        ("datetime.now()", "clock"),
        ("datetime.date.today()", "clock"),
        ("import random", "randomness"),
        ("np.random.default_rng(1)", "randomness"),
        ("numpy.random.seed(1)", "randomness"),
        ("from numpy.random import default_rng", "randomness"),
    ],
)
def test_reaching_for_the_world_is_named(tmp_path: Path, text: str, kind: str) -> None:
    found = house(tmp_path, {"session.py": f"'''Door?'''\n{text}\n"})
    assert len(found) == 1
    assert f"session touches {kind}" in found[0]


def test_naming_a_type_touches_nothing(tmp_path: Path) -> None:
    typed = "from os import PathLike\nimport numpy as np\ndef f(rng: np.random.Generator, path: PathLike[str]): ..."
    assert house(tmp_path, {"session.py": f"'''Why?'''\n{typed}\n"}) == []


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("attic.py", "'''Why?'''", "attic: not in the floors table"),
        ("value/attic.py", "'''Why?'''", "value/attic: the floors table"),
        ("value/utils.py", "'''Why?'''", "'utils' says nothing"),
        ("value/draws.py", "x = 1", "no docstring"),
        ("value/draws.py", "'''Why?'''\n" + "x = 1\n" * 350, "351 lines"),
        ("value/draws.py", "'''Why?'''\ndef f():\n    '''Told.'''\n" + "    x = 1\n" * 41, "f has 41 lines"),
        ("value/draws.py", "'''Why?'''\ndef f(self, a, b, c, *, d, e, g, h): ...", "f takes 7 parameters"),
    ],
)
def test_rooms_unknown_or_too_big_are_named(tmp_path: Path, file: str, text: str, complaint: str) -> None:
    assert any(complaint in line for line in house(tmp_path, {file: text}))


def test_a_body_of_forty_lines_and_six_parameters_fit(tmp_path: Path) -> None:
    full = "'''Why?'''\ndef f(self, a, b, c, d, e, g):\n    '''Told.'''\n" + "    x = 1\n" * 40
    assert house(tmp_path, {"value/draws.py": full}) == []


def test_a_row_with_nothing_behind_it_is_named(tmp_path: Path) -> None:
    rooms = rooms_in(FLOORS) | {"coach": Room("coach", 8)}
    house(tmp_path, {})
    assert any(line.startswith("coach:") for line in complaints(tmp_path / "upperhand", rooms))


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\nsys.argv = ['upperhand', '--help']\nfrom upperhand.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print('LOADED', *[m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)\n"
    )
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.strip().splitlines()[-1] == "LOADED"
