"""Is what `import upperhand` offers exactly what it says it offers?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import upperhand as uh

SOURCE = Path(uh.__file__).resolve().parents[1]
AGREED = {
    "CallError", "Case", "InputError", "Problem", "UpperhandError", "WorldError", "__version__",
    "brief", "check", "forget", "leverage", "new_case", "open_case", "wants",
}  # fmt: skip


def test_the_list_is_sorted_short_and_holds_what_was_agreed() -> None:
    assert list(uh.__all__) == sorted(set(uh.__all__))
    assert len(uh.__all__) <= 25
    assert set(uh.__all__) >= AGREED


def test_every_name_on_the_list_is_there_and_documented() -> None:
    for name in uh.__all__:
        assert getattr(uh, name) is not None, name
        assert name == "__version__" or (getattr(uh, name).__doc__ or "").strip(), f"{name} has no docstring"


def test_a_name_that_is_not_on_the_list_is_not_there() -> None:
    assert not hasattr(uh, "nonsense")


def test_a_fresh_import_offers_the_list_and_nothing_else() -> None:
    program = (
        "import sys, types, upperhand as uh\n"
        "assert 'upperhand.session' not in sys.modules and 'numpy' not in sys.modules, 'eager'\n"
        "offered = {n for n in dir(uh) if not n.startswith('_')}\n"
        "rooms = {n for n in offered if isinstance(getattr(uh, n), types.ModuleType)}\n"
        "print(*sorted(offered - rooms - set(uh.__all__)))\n"
        "print(*sorted(set(uh.__all__) - set(dir(uh))))\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=SOURCE)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == []


def test_the_version_is_that_of_the_project_file() -> None:
    told = (SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{uh.__version__}"' in told


def test_a_name_stays_what_it_is_after_use() -> None:
    shipped = SOURCE / "upperhand" / "examples" / "gutters"
    program = (
        "import upperhand as uh\n"
        f"case = uh.open_case({str(shipped)!r})\n"
        "for _ in range(2):\n"
        "    assert uh.brief(case).title and uh.leverage(case).title and uh.wants(case).wants\n"
        "import types, upperhand.leverage.balance\n"
        "print(*[n for n in uh.__all__ if isinstance(getattr(uh, n), types.ModuleType)])\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=SOURCE)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == []
