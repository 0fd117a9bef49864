"""How do our figures stand beside the published ones, and beside the bars?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
OUT_OF_FOLD = ROOT / "benchmarks" / "out_of_fold.json"

Figure = float | tuple[float, float] | str | None
"""A number; a number with its standard error; a word; or nothing known."""


class Absent(Exception):
    """A part cannot be measured here; the message says why."""


@dataclass(frozen=True)
class Asked:
    """Where data and out-of-fold readings lie, and of how many talks at most the slow parts read (``None``: of all)."""

    data: Path = DATA
    out_of_fold: Path = OUT_OF_FOLD
    most: int | None = None


@dataclass(frozen=True)
class Bar:
    """A figure of ours beside what it must reach and what we aim at (``None``: no aim). ``below``: less is better."""

    name: str
    ours: float
    must: float
    aim: float | None = None
    below: bool = False

    def reached(self, level: float) -> bool:
        """Whether ours is as good as ``level``."""
        return self.ours <= level if self.below else self.ours >= level

    @property
    def verdict(self) -> str:
        """``aim``, ``yes`` or ``NO``."""
        if not self.reached(self.must):
            return "NO"
        return "aim" if self.aim is not None and self.reached(self.aim) else "yes"


@dataclass(frozen=True)
class Part:
    """What a part prints, and the bars it is held against."""

    title: str
    lines: Sequence[str]
    bars: Sequence[Bar] = field(default=())

    def __str__(self) -> str:
        return "\n".join([f"## {self.title}", "", *self.lines, *(bar_table(self.bars) if self.bars else ())])


def told(figure: Figure) -> str:
    """A figure as a cell: .612 ± .010, 12.3, – where there is none."""
    if figure is None:
        return "–"
    if isinstance(figure, str):
        return figure
    if isinstance(figure, tuple):
        return f"{told(figure[0])} ± {told(figure[1])}"
    if abs(figure) >= 2:
        return f"{figure:.1f}"
    return f"{figure:.3f}".replace("0.", ".", 1)


def table(heads: Sequence[str], rows: Sequence[Sequence[Figure]]) -> list[str]:
    """A Markdown table with its columns in line, and a blank line after it."""
    cells = [list(heads), *([told(figure) for figure in row] for row in rows)]
    wide = [max(len(row[i]) for row in cells) for i in range(len(heads))]
    shown = ["| " + " | ".join(cell.ljust(w) for cell, w in zip(row, wide, strict=True)) + " |" for row in cells]
    return [shown[0], "|" + "|".join("-" * (w + 2) for w in wide) + "|", *shown[1:], ""]


def bar_table(bars: Sequence[Bar]) -> list[str]:
    """Ours against the bars of issue 3."""
    rows = [(b.name, b.ours, ("≤ " if b.below else "≥ ") + told(b.must), b.aim, b.verdict) for b in bars]
    return table(("bar", "ours", "must", "aim", "met"), rows)
