"""How do I get from a bare Python to a running Upperhand? `python3 dev.py demo`, or `python3 dev.py test`."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TOOLS, VENV, LOCK = ROOT / ".tools", ROOT / ".venv", ROOT / "requirements" / "dev.txt"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXAMPLE = Path("src") / "upperhand" / "examples" / "gutters"
CHECKS = (["ruff", "check", "."], ["mypy"], ["pytest"])


def mirror() -> dict[str, str]:
    """Point uv at the package index that pip is set to, unless uv has been told its own."""
    if {"UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_CONFIG_FILE"} & os.environ.keys():
        return {}
    pip = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    told = os.environ.get("PIP_INDEX_URL") or subprocess.run(pip, capture_output=True, text=True).stdout.strip()
    return {"UV_DEFAULT_INDEX": told} if told else {}


def run(what: str, *command: str | Path) -> None:
    """Run one step of the set-up; end with a sentence if it fails."""
    if subprocess.run([str(part) for part in command], cwd=ROOT, env={**mirror(), **os.environ}).returncode:
        sys.exit(
            f"dev.py could not {what}; the lines above say why. If it is the network, connect or set "
            "PIP_INDEX_URL and UV_INDEX_URL to a mirror, and run the same command again."
        )


def install() -> None:
    """Bring .venv to what requirements/dev.txt pins; do nothing where it already is."""
    told = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + f"{sys.version}{ROOT}".encode()
    stamp, wanted = VENV / "stamp", hashlib.sha256(told).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if sys.version_info < (3, 11):
        sys.exit(f"Upperhand needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode:
        sys.exit("This Python has no pip. Install it (on Debian and Ubuntu: apt install python3-pip) and run again.")
    uv = TOOLS / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if not uv.exists():
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", TOOLS)
        run("fetch uv", *pip, "--upgrade", "uv")
    shutil.rmtree(VENV, ignore_errors=True)
    run("make .venv", uv, "venv", "--quiet", "--python", sys.executable, VENV)
    into = (uv, "pip", "install", "--quiet", "--python", VENV)
    run("install the pinned packages", *into, "--require-hashes", "-r", LOCK)
    run("install Upperhand itself", *into, "--no-deps", "--no-build-isolation", "-e", ROOT)
    stamp.write_text(wanted)


def main(arguments: list[str]) -> int:
    """Set up, then show an example (demo), run every check (test), or stop there (install)."""
    wish, *rest = arguments or ["install"]
    if wish not in ("demo", "test", "install"):
        sys.exit(f"dev.py does not know {wish!r}. Say demo, test or install.")
    install()
    steps = {"demo": [["upperhand", "brief", str(EXAMPLE)]], "test": CHECKS, "install": []}[wish]
    codes = [subprocess.run([BIN / step[0], *step[1:], *rest], cwd=ROOT).returncode for step in steps]
    return max(codes, default=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
