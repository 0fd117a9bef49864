"""How many drafts that break a limit are caught, and how many harmless ones are stopped?

Reads ``tests/drafts/g*.yaml`` and ``tests/drafts/blind``; prints, for each rule and split, recall and
false positives with Wilson 95 % intervals.
Drafts of the other splits than dev are only counted, never shown. Run: ``python -m benchmarks.guards [--misses]``.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from upperhand.limits.guards import is_blocked, judge
from upperhand.model.case import Act, Alternative, Case, Fact, Feature, Future, Issue, Party, Position, Want
from upperhand.model.estimate import Estimate, Side
from upperhand.model.move import Refused

DRAFTS = Path(__file__).parent.parent / "tests" / "drafts"
AS_OF = date(2026, 5, 4)


@dataclass(frozen=True)
class Entry:
    """One draft with the case it is said in; ``breaks`` is the rule it violates, ``None`` if harmless."""

    rule: str
    breaks: str | None
    split: str
    text: str
    answers: str | None
    expect: str | None
    case: Case


def load(rule: str, folder: Path = DRAFTS) -> tuple[Entry, ...]:
    """Every draft of one rule's file."""
    data = YAML(typ="safe").load((folder / f"{rule.lower()}.yaml").read_text(encoding="utf-8"))
    return tuple(
        Entry(
            data["rule"],
            data["rule"] if group == "violating" else None,
            e["split"],
            e["text"],
            e.get("answers"),
            e.get("expect"),
            case_of(e),
        )
        for group in ("violating", "harmless")
        for e in data[group]
    )


def rules(folder: Path = DRAFTS) -> tuple[str, ...]:
    """The rules that have a file of drafts, in order."""
    found = (p.stem.upper() for p in folder.glob("g*.yaml"))
    return tuple(sorted(found, key=lambda r: int(r[1:])))


def case_of(entry: Mapping[str, Any]) -> Case:
    """The case that a draft's few lines of context describe."""
    me = entry.get("me") or {}
    matters: Mapping[str, float] = entry.get("mine_matters") or {}
    return Case(
        title="",
        me=Party("me", represents=me.get("represents"), authority=me.get("authority", "full")),
        them=Party("them"),
        unit="EUR",
        as_of=AS_OF,
        wants=tuple(Want(n, str(n), Estimate.point(float(w))) for n, w in (entry.get("wants") or {}).items()),
        issues=tuple(Issue(n, options=("as it is", "changed")) for n in matters),
        mine=Position(
            issues={
                n: {"as it is": Estimate.point(0.0), "changed": Estimate.point(float(v))} for n, v in matters.items()
            },
            alternatives=tuple(_alternative(a) for a in entry.get("alternatives") or ()),
        ),
        features=tuple(_feature(f) for f in entry.get("features") or ()),
        future=tuple(_future(f) for f in entry.get("future") or ()),
        acts=tuple(
            Act(a["do"], a.get("kind", "affirmation"), a.get("referent"), attested=_yes(a.get("attested")))
            for a in entry.get("acts") or ()
        ),
        facts=tuple(_fact(f) for f in (*(entry.get("facts") or ()), *(entry.get("expires") or ()))),
    )


def _yes(value: object) -> bool:
    return value is True or str(value).casefold() in ("yes", "true")


def _fact(f: Mapping[str, Any]) -> Fact:
    return Fact(
        f["text"], _yes(f.get("true", True)), f.get("date"), f.get("source"), _yes(f.get("would_change_their_mind"))
    )


def _feature(f: Mapping[str, Any]) -> Feature:
    return Feature(f["name"], benefit=f.get("benefit"), drawback=f.get("drawback"), proof=f.get("proof"), true_on=AS_OF)


def _alternative(a: Mapping[str, Any]) -> Alternative:
    nothing = Estimate.point(0.0)
    return Alternative(a["name"], None, Estimate.point(float(a.get("chance", 1.0))), nothing, nothing)


def _future(f: Mapping[str, Any]) -> Future:
    zero = Estimate.point(0.0)
    side: Side = "me" if f.get("for") == "me" else "them"
    return Future(f["name"], side, "if_agreed", zero, 365.0, 1, zero, Estimate.point(float(f["credible"])))


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval for a share."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, hits / of
    centre, spread = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return max(0.0, (centre - spread) / (1 + z * z / of)), min(1.0, (centre + spread) / (1 + z * z / of))


def verdicts(entry: Entry) -> tuple[Refused, ...]:
    """What the limits say of one draft in its case."""
    return judge(entry.text, entry.case, answers=entry.answers)


def _share(flags: Iterable[bool]) -> str:
    found = list(flags)
    hits = sum(found)
    low, high = wilson(hits, len(found))
    return f"{hits:3}/{len(found):<3} {hits / max(1, len(found)):.2f} ({low:.2f}-{high:.2f})"


def _line(rule: str, split: str, entries: tuple[Entry, ...]) -> str:
    mine = [(e, verdicts(e)) for e in entries if split in (e.split, "all")]
    bad, good = [m for m in mine if m[0].breaks], [m for m in mine if not m[0].breaks]
    caught = _share(any(v.rule == rule for v in found) for _, found in bad)
    stopped = _share(is_blocked(found) or any(v.rule == rule for v in found) for _, found in bad)
    false = _share(any(v.rule == rule for v in found) for _, found in good)
    cross = _share(any(v.rule != rule and v.action != "warn" for v in found) for _, found in good)
    return f"{rule:4} {split:9} recall {caught}  by any rule {stopped}  false {false}  other rules {cross}"


def _misses(rule: str, entries: tuple[Entry, ...]) -> Iterable[str]:
    for e in entries:
        if e.split != "dev":
            continue
        found = {v.rule: v for v in verdicts(e)}
        if e.breaks and rule not in found:
            yield f"  MISSED {e.text}   {sorted(found)}"
        if not e.breaks and any(v.action != "warn" or v.rule == rule for v in found.values()):
            yield f"  FALSE  {e.text}   " + " | ".join(f"{r}: {v.why}" for r, v in found.items())


def main() -> None:
    """Print the table; ``--misses`` adds the development drafts that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "held_out", "blind", "all"), default="all")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--rule", nargs="*")
    chosen = parser.parse_args()
    for rule in chosen.rule or rules():
        entries = (*load(rule), *load(rule, DRAFTS / "blind"))
        for split in ("dev", "held_out", "blind") if chosen.split == "all" else (chosen.split,):
            print(_line(rule, split, entries))
        if chosen.misses:
            print("\n".join(_misses(rule, entries)))


if __name__ == "__main__":
    main()
