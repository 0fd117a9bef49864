"""How wide is the screen, can it show colour, and how does a bar look on it?"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

INDENT = 2
HEAD, DIM, STRONG, MINE, THEIRS, WARN = "bold cyan", "dim", "bold", "green", "magenta", "yellow"
_LEVELS = "▁▂▃▄▅▆▇█"
_PLAIN_LEVELS = " .:-=+*#"
_PLAIN = str.maketrans(
    {"−": "-", "–": "-", "…": "...", "·": "|", "“": '"', "”": '"', "’": "'", "×": "x", "█": "#", "│": "|", "±": "+/-",
     "→": "->", "░": ".", "•": "*"}
)  # fmt: skip


@dataclass(frozen=True)
class Screen:
    """What the page is printed on. ``width`` in cells; ``unicode`` is false where only ASCII can be shown."""

    width: int = 100
    colour: bool = False
    unicode: bool = True

    @property
    def is_narrow(self) -> bool:
        """Whether figures go below the words instead of beside them."""
        return self.width < 84


def printed(screen: Screen, parts: Iterable[RenderableType]) -> str:
    """The parts one below the other, as text with or without colour codes, no line wider than the screen."""
    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=screen.width,
        height=1000,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    text = "\n".join(line.rstrip() for line in sheet.getvalue().splitlines()) + "\n"
    return text if screen.unicode else text.translate(_PLAIN)


def text(words: str, style: str = "") -> Text:
    """Words in one style, broken anywhere rather than running over the edge."""
    return Text(words, style=style, overflow="fold")


def spans(*pieces: tuple[str, str]) -> Text:
    """Words in several styles on one line."""
    line = Text(overflow="fold")
    for words, style in pieces:
        line.append(words, style=style)
    return line


def indented(part: RenderableType, by: int = INDENT) -> Padding:
    """The part moved to the right."""
    return Padding(part, (0, 0, 0, by))


def columns(widths: Sequence[int], cells: Sequence[RenderableType], right: Sequence[int] = ()) -> Table:
    """One row of cells with fixed widths, two apart; the columns in ``right`` are flush right."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    for index, width in enumerate(widths):
        grid.add_column(width=max(1, width), justify="right" if index in right else "left", overflow="fold")
    grid.add_row(*cells)
    return grid


def labelled(label: str, words: RenderableType, width: int, screen: Screen) -> Padding:
    """A short label with its words hanging beside it."""
    rest = max(10, screen.width - INDENT - width - 2)
    return indented(columns((width, rest), (text(label, DIM), words)))


def heading(words: str) -> Text:
    """A section's name."""
    return text(words, HEAD)


def bar(share: float, width: int) -> str:
    """A bar for a share in [0, 1]; anything above nothing shows."""
    filled = round(max(0.0, min(1.0, share)) * width)
    return "█" * max(filled, 1 if share > 0 else 0)


def range_bar(share: float, high: float, width: int) -> str:
    """A bar for a share in [0, 1] with a lighter tail up to the top of its range."""
    solid = bar(share, width)
    return solid + "░" * max(0, round(max(0.0, min(1.0, high)) * width) - len(solid))


def signed_bar(share: float, half: int) -> str:
    """A bar for a share in [-1, 1] that grows left or right of a middle line; ``half`` cells either way."""
    filled = max(round(min(1.0, abs(share)) * half), 1 if share else 0)
    left, right = ("█" * filled, "") if share < 0 else ("", "█" * filled)
    return f"{left:>{half}}│{right:<{half}}"


def sparkline(counts: Sequence[int], width: int, screen: Screen) -> str:
    """The draws as a small histogram, at most ``width`` cells; an empty string where there are none."""
    if not counts or max(counts) <= 0:
        return ""
    size = max(1, -(-len(counts) // width))
    bins = [sum(counts[i : i + size]) for i in range(0, len(counts), size)]
    levels, top = (_LEVELS if screen.unicode else _PLAIN_LEVELS), max(bins)
    return "".join(levels[round(b / top * (len(levels) - 1))] for b in bins)


def cells(words: str) -> int:
    """How many cells the words take on a screen."""
    return cell_len(words)


def tone(figure: str) -> str:
    """The colour of a signed figure."""
    return MINE if figure.startswith("+") else THEIRS if figure.startswith(("−", "-")) else ""
