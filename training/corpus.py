"""What stands in the training texts, and is every line of them well formed?

`python -m training.corpus [FILE ...]` checks files (default: all) and counts what is there. See FORMAT.md.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
STANCES = "andou"
ACTS = tuple(
    "small_talk affirms reflects summarises asks_wants tells_want tells_want_for_others tells_no_need offers accepts "
    "rejects coordinates appeals_fairness belittles gives_reason mentions_future threatens_relationship "
    "adds_sweetener reveals_limit irritator informs".split()
)
KINDS = frozenset("mail thread report note minutes letter review profile chat".split())
_HEAD = re.compile(r"## (\S+)\s*$")
_WANT = re.compile(r"want ([A-Z]): ([^|]+?)\s*\|([^|]*)\|\s*(\d+)\s*$")
_KEY = re.compile(r"(domain|setting|me|them|about|kind): (.+)$")
_TURN = re.compile(r"([MTPS]):\s?(.*?)\s*\{([^{}]*)\}\s*$")
_MARK = re.compile(r"\[\[(new|[A-Z]:[andou][123])\|([^\[\]\n]+)\]\]")
_STANCE = re.compile(r"([A-Z]):([andou])([123])$")
_NEW = re.compile(r'new="([^"]*)"')


@dataclass(frozen=True)
class TruthWant:
    """A want as the user would type it, with its true importance (0 to 10)."""

    letter: str
    name: str
    says: str
    importance: int


@dataclass(frozen=True)
class LabelledTurn:
    """One turn. ``stances``: letter to (stance, strength 1 to 3). ``question``: open, closed or none."""

    speaker: str
    text: str
    line: int
    acts: frozenset[str]
    question: str
    stances: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    unlisted: str | None = None


@dataclass(frozen=True)
class TrueTalk:
    """A talk with its truth. Speakers are ``M`` (me) and ``T`` (them)."""

    name: str
    file: str
    domain: str
    wants: tuple[TruthWant, ...]
    turns: tuple[LabelledTurn, ...]
    me: str = ""
    them: str = ""


@dataclass(frozen=True)
class Mark:
    """A marked passage: ``letter`` is ``None`` for a need that fits no listed want."""

    start: int
    end: int
    letter: str | None
    stance: str
    strength: int


@dataclass(frozen=True)
class TrueLetter:
    """A document with its truth; ``text`` is without marks and ``marks`` are offsets into it."""

    name: str
    file: str
    domain: str
    kind: str
    about: str
    wants: tuple[TruthWant, ...]
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Piece:
    """A turn on its own, with what the other said just before."""

    file: str
    before: str
    turn: LabelledTurn


Complaints = list[str]


def read_talks(files: Iterable[Path], wrong: Complaints) -> list[TrueTalk]:
    """Every talk of ``files``; malformed lines go to ``wrong`` as ``file:line: what``."""
    return [talk for path in files for block in _blocks(path) if (talk := _talk(path, block, wrong)) is not None]


def read_letters(files: Iterable[Path], wrong: Complaints) -> list[TrueLetter]:
    """Every document of ``files``."""
    return [found for path in files for block in _blocks(path) if (found := _letter(path, block, wrong)) is not None]


def read_pieces(files: Iterable[Path], wrong: Complaints) -> list[Piece]:
    """Every single turn of ``files``."""
    pieces: list[Piece] = []
    for path in files:
        before = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.startswith("P:"):
                before = line[2:].strip()
            elif line.startswith("S:"):
                turn = _turn(path, number, line, {}, wrong)
                if turn is not None:
                    pieces.append(Piece(path.name, before, turn))
                before = ""
            elif line.strip() and not line.startswith("#"):
                wrong.append(f"{path.name}:{number}: neither P: nor S:")
    return pieces


def _blocks(path: Path) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if _HEAD.match(line):
            if block:
                yield block
            block = []
        if block or _HEAD.match(line):
            block.append((number, line))
    if block:
        yield block


def _header(
    path: Path, block: list[tuple[int, str]], wrong: Complaints
) -> tuple[dict[str, str], tuple[TruthWant, ...], list[tuple[int, str]]] | None:
    head = _HEAD.match(block[0][1])
    keys = {"name": head[1] if head else ""}
    wants: list[TruthWant] = []
    for at, (number, line) in enumerate(block[1:], 1):
        if line.strip() == "---":
            if len({w.importance for w in wants}) != len(wants) or len(wants) < 2:
                wrong.append(f"{path.name}:{number}: importances must differ, and there are two wants or more")
            if len({w.letter for w in wants}) != len(wants):
                wrong.append(f"{path.name}:{number}: two wants have one letter")
                return None
            return keys, tuple(wants), block[at + 1 :]
        if found := _WANT.match(line):
            wants.append(TruthWant(found[1], found[2].strip(), found[3].strip(), int(found[4])))
        elif found := _KEY.match(line):
            keys[found[1]] = found[2].strip()
        elif line.strip():
            wrong.append(f"{path.name}:{number}: not a header line: {line[:60]}")
    wrong.append(f"{path.name}:{block[0][0]}: no line --- after the header")
    return None


def _talk(path: Path, block: list[tuple[int, str]], wrong: Complaints) -> TrueTalk | None:
    header = _header(path, block, wrong)
    if header is None:
        return None
    keys, wants, rest = header
    known = {w.letter: w.name for w in wants}
    turns = [_turn(path, number, line, known, wrong) for number, line in rest if line.strip()]
    kept = tuple(t for t in turns if t is not None)
    if not any(t.stances for t in kept):
        wrong.append(f"{path.name}:{block[0][0]}: no turn shows a want")
    place = {"me": keys.get("me", ""), "them": keys.get("them", "")}
    return TrueTalk(keys["name"], path.name, keys.get("domain", path.stem), wants, kept, **place)


def _turn(path: Path, number: int, line: str, known: Mapping[str, str], wrong: Complaints) -> LabelledTurn | None:
    found = _TURN.match(line)
    if found is None:
        wrong.append(f"{path.name}:{number}: not a turn with its braces: {line[:60]}")
        return None
    speaker, text, braces = found[1], found[2], found[3]
    fresh = _NEW.search(braces)
    if fresh is not None and fresh[1] not in text:
        wrong.append(f"{path.name}:{number}: new={fresh[1]!r} is no part of the turn")
    acts, question, stances = set[str](), "none", dict[str, tuple[str, int]]()
    for word in _NEW.sub("", braces).replace(",", " ").split():
        stance = _STANCE.match(word)
        if stance is not None and stance[1] in known:
            stances[stance[1]] = (stance[2], int(stance[3]))
        elif word in ACTS:
            acts.add(word)
        elif word in ("q=open", "q=closed", "q=none"):
            question = word[2:]
        else:
            wrong.append(f"{path.name}:{number}: unknown label {word!r}")
    if not acts and question == "none":
        wrong.append(f"{path.name}:{number}: no act")
    unlisted = fresh[1] if fresh is not None and fresh[1] in text else None
    return LabelledTurn(speaker, text, number, frozenset(acts), question, stances, unlisted)


def _letter(path: Path, block: list[tuple[int, str]], wrong: Complaints) -> TrueLetter | None:
    header = _header(path, block, wrong)
    if header is None:
        return None
    keys, wants, rest = header
    known = {w.letter for w in wants}
    if keys.get("kind") not in KINDS:
        wrong.append(f"{path.name}:{block[0][0]}: kind is one of {', '.join(sorted(KINDS))}")
    raw = "\n".join(line for _, line in rest).strip("\n")
    text, marks, at = "", list[Mark](), 0
    for found in _MARK.finditer(raw):
        text += raw[at : found.start()]
        label = found[1]
        letter = None if label == "new" else label[0]
        if letter is not None and letter not in known:
            wrong.append(f"{path.name}:{block[0][0]}: a mark names want {letter}, which is not listed")
        stance, strength = ("n", 2) if letter is None else (label[2], int(label[3]))
        marks.append(Mark(len(text), len(text) + len(found[2]), letter, stance, strength))
        text += found[2]
        at = found.end()
    text += raw[at:]
    if "[[" in text or "]]" in text:
        wrong.append(f"{path.name}:{block[0][0]}: a mark is malformed near {text[max(text.find('[['), 0) :][:60]!r}")
    if not marks:
        wrong.append(f"{path.name}:{block[0][0]}: nothing is marked")
    return TrueLetter(keys["name"], path.name, keys.get("domain", path.stem), keys.get("kind", ""),
                      keys.get("about", ""), wants, text, tuple(marks))  # fmt: skip


def near_duplicates(texts: list[str], share: float = 0.5) -> int:
    """How many texts share more than ``share`` of their word 5-grams with an earlier one (Jaccard)."""
    places: dict[tuple[str, ...], list[int]] = {}
    sizes: list[int] = []
    count = 0
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        grams = set(zip(*(words[i:] for i in range(5)), strict=False))
        common = Counter(old for gram in grams for old in places.get(gram, ()))
        count += any(n > share * (len(grams) + sizes[old] - n) for old, n in common.items())
        for gram in grams:
            places.setdefault(gram, []).append(number)
        sizes.append(len(grams))
    return count


def main(arguments: list[str]) -> int:
    """Check and count; 1 where a line is malformed."""
    asked = [Path(a).resolve() for a in arguments] or list(HERE.glob("*/*.txt"))
    wrong: Complaints = []
    by = {room: sorted(p for p in asked if p.parent.name == room) for room in ("talks", "lines", "letters", "turns")}
    talks = read_talks([*by["talks"], *by["lines"]], wrong)
    letters = read_letters(by["letters"], wrong)
    pieces = read_pieces(by["turns"], wrong)
    for line in wrong:
        print(line)
    turns = [t for talk in talks for t in talk.turns]
    held = sum(len(t.stances) for t in turns)
    print(f"{len(talks)} talks in {len({t.domain for t in talks})} domains, {len(turns)} turns, {held} stances; "
          f"{len(letters)} letters with {sum(len(x.marks) for x in letters)} marks; {len(pieces)} single turns; "
          f"{near_duplicates([' '.join(t.text for t in talk.turns) for talk in talks])} talks nearly alike; "
          f"{len(wrong)} complaints")  # fmt: skip
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
