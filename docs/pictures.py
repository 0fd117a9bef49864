"""What does the page look like? Draws `docs/brief.png`, the picture in the README, from the page itself.

Run with `make pictures`. The letters are those of whichever monospaced font the computer has.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import vl_convert
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "src" / "upperhand" / "examples" / "gutters"
COLUMNS = 112
CALL = "import sys; from upperhand.cli import main; sys.exit(main())"
PAPER = TerminalTheme(
    (252, 252, 250),
    (34, 38, 43),
    [(34, 38, 43), (176, 58, 46), (24, 119, 72), (150, 98, 10),
     (36, 92, 160), (132, 62, 130), (14, 110, 122), (110, 116, 122)],
)  # fmt: skip
FRAME = """<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", "Menlo", "Consolas", monospace; font-size: {char_height}px; }}
{styles}
</style>
<defs>{lines}</defs>
<rect width="{width}" height="{height}" rx="10" fill="rgb(252,252,250)" stroke="rgb(205,208,212)"/>
<g transform="translate(24, 24)">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def page() -> str:
    """The brief as a terminal with colours shows it."""
    look = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"}
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | look | {"PYTHONPATH": path}
    words = [sys.executable, "-c", CALL, "brief", str(CASE)]
    return subprocess.run(words, env=environment, capture_output=True, check=True, encoding="utf-8").stdout


def drawn(coloured: str) -> str:
    """The same as an SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(coloured.rstrip()), soft_wrap=False)
    svg = console.export_svg(theme=PAPER, code_format=FRAME, font_aspect_ratio=0.602, unique_id="page")
    wide = float(re.findall(r'viewBox="0 0 ([\d.]+) ', svg)[0]) + 40
    high = max(float(y) for y in re.findall(r'<text [^>]*\by="([\d.]+)"', svg)) + 64
    body = svg.split("\n", 1)[1]
    body = re.sub(
        r'<rect width="[\d.]+" height="[\d.]+" rx', f'<rect width="{wide:.0f}" height="{high:.0f}" rx', body, count=1
    )
    head = f'<svg viewBox="0 0 {wide:.0f} {high:.0f}" width="{wide:.0f}" height="{high:.0f}"'
    return f'{head} xmlns="http://www.w3.org/2000/svg">\n{body}'


def main() -> int:
    """Write the picture and say where."""
    target = ROOT / "docs" / "brief.png"
    target.write_bytes(vl_convert.svg_to_png(drawn(page()), scale=1.0))
    print(target.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
