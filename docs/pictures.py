"""What does the page look like in a terminal? Draws `docs/terminal.png` from the page itself.

Run with `make pictures`. The letters are those of whichever monospaced font the computer has.
"""

from __future__ import annotations

import io
import os
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import vl_convert
from numpy.typing import NDArray
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


def lean(png: bytes) -> bytes:
    """The same picture on white with at most 256 colours, a seventh of the size: text on paper needs no more."""
    chunks, at = [], 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        chunks.append((kind, png[at + 8 : at + 8 + length]))
        at += 12 + length
    wide, high = struct.unpack(">II", chunks[0][1][:8])
    flow = np.frombuffer(zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT")), np.uint8)
    rows = flow.reshape(high, 4 * wide + 1)
    if chunks[0][1][8:10] != b"\x08\x06" or set(rows[:, 0].tolist()) != {1}:
        return png  # not the filtering that vl-convert writes
    pixels = np.cumsum(rows[:, 1:].reshape(high, wide, 4), axis=1, dtype=np.uint8).astype(float)
    solid = pixels[..., 3:] / 255
    flat = np.round(pixels[..., :3] * solid + 255 * (1 - solid))
    step = next(n for n in (1, 4, 8, 16, 32, 64) if len(_colours(flat, n)[0]) <= 256)
    palette, place = _colours(flat, step)
    body = b"".join(b"\0" + row.tobytes() for row in place.reshape(high, wide).astype(np.uint8))
    header = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    told = (
        (b"IHDR", header),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(body, 9)),
        (b"IEND", b""),
    )
    return png[:8] + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in told
    )


def _colours(flat: NDArray[np.float64], step: int) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    near = np.minimum(np.round(flat.reshape(-1, 3) / step) * step, 255)
    found, place = np.unique(near, axis=0, return_inverse=True)
    return found, place.reshape(-1)


def main() -> int:
    """Write the picture and say where."""
    target = ROOT / "docs" / "terminal.png"
    target.write_bytes(lean(vl_convert.svg_to_png(drawn(page()), scale=1.0)))
    print(target.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
