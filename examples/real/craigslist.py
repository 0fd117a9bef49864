"""What does a negotiation over a classified ad look like as a case folder?

Turns one dialogue of the CraigslistBargain research data (He et al., 2018: real listings, two people, message times,
offers) into a folder that `upperhand brief` reads, as the buyer or as the seller has it:

    python examples/real/craigslist.py --data dev.json --index 3 --me buyer --out my-case
    python examples/real/craigslist.py --data dev.json --all 50 --out cases

Only what the listing and the talk literally say goes in. What a listing does not tell stays out: what else either side
could do, what the thing is worth to the other side, what happens without a deal. Upperhand then names what is missing
rather than guess.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from ruamel.yaml import YAML

Role = Literal["buyer", "seller"]
NOTE = "notes.md"
# What no text file should hold: control characters, lone surrogates, marks that change a line's direction or end it.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Event:
    """One thing that happened in the talk. ``price`` is that of a formal offer; ``day`` is ``None`` where unknown."""

    who: Role
    action: str
    text: str
    price: float | None
    day: date | None


def one_line(text: str) -> str:
    """The text on one line, without what no text file should hold."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def amount(price: float) -> float | int:
    """A price as people write it: 243, not 243.0."""
    return int(price) if float(price).is_integer() else float(price)


def events(dialogue: Mapping[str, Any]) -> list[Event]:
    """What happened, in order. Times are seconds since 1970 and become days in UTC."""
    roles: list[Role] = [side["personal"]["Role"] for side in dialogue["scenario"]["kbs"]]
    found = []
    for event in dialogue["events"]:
        data = event.get("data")
        text = one_line(data) if isinstance(data, str) else ""
        price = data.get("price") if isinstance(data, dict) else None
        day = datetime.fromtimestamp(float(event["time"]), UTC).date() if event.get("time") else None
        found.append(Event(roles[event["agent"]], event["action"], text, price, day))
    return found


def side(dialogue: Mapping[str, Any], role: Role) -> Mapping[str, Any]:
    """What the data gives to one role: its own target, and the item as that role sees it."""
    for knowledge in dialogue["scenario"]["kbs"]:
        if knowledge["personal"]["Role"] == role:
            return dict(knowledge)
    raise ValueError(f"the dialogue has no {role}")


def says_price(text: str, price: float) -> bool:
    """Whether the words name exactly this number: 250 is in "$250." and in "250 dollars", not in 1250 or 250.5."""
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return re.search(rf"(?<![\d.,]){re.escape(str(amount(price)))}(?:\.0+)?(?![\d]|[.,]\d)", plain) is not None


def says_something(line: str) -> bool:
    """Whether a line of a listing can be a fact: three words at least, and no address to click on."""
    return len(line.split()) >= 3 and not re.search(r"https?:|www\.", line) and any(c.isalpha() for c in line)


def note(happened: Sequence[Event], them: Role, day: date | None) -> tuple[str, dict[int, int]]:
    """The other side's words as a note, and on which line the words of each event stand (event index -> line)."""
    head = ["---", f"who: the {them}", *([f"when: {day.isoformat()}"] if day else []), "origin: chat", "---", ""]
    lines, places = [*head, f"# What the {them} wrote", ""], {}
    for index, event in enumerate(happened):
        if event.who == them and event.action == "message" and event.text:
            # Braces are how a note is tagged. A stranger's braces are words, and a fence keeps them so.
            fence = ["```"] if "{" in event.text else []
            places[index] = len(lines) + len(fence) + 1
            lines += [*fence, f"{them}: {event.text}", *fence, ""]
    return "\n".join(lines).rstrip("\n") + "\n", places


def observed(happened: Sequence[Event], them: Role, places: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Their formal offers, with the words that last named the price, and their answers to mine."""
    on_the_table: Event | None = None
    for index, event in enumerate(happened):
        if event.action == "offer" and event.price is not None:
            on_the_table = event
            if event.who == them:
                found = [i for i in places if i < index and says_price(happened[i].text, event.price)]
                words = {"quote": happened[found[-1]].text, "source": NOTE, "line": places[found[-1]]} if found else {}
                yield _piece("offer", index, event, {"package": {"price": amount(event.price)}, **words})
        elif event.action in ("accept", "reject") and on_the_table and on_the_table.price is not None:
            if event.who == them != on_the_table.who:
                package = {"price": amount(on_the_table.price)}
                yield _piece("response", index, event, {"package": package, "answer": event.action})
            on_the_table = None


def _piece(kind: str, index: int, event: Event, claim: Mapping[str, Any]) -> dict[str, Any]:
    when = {"when": event.day} if event.day else {}
    seen = {"source": "chat", **claim, **when, "who": f"the {event.who}", "origin": "chat"}
    return {"id": f"event-{index}", "kind": kind, **seen}


def case(dialogue: Mapping[str, Any], me: Role) -> tuple[dict[str, Any], str]:
    """The content of case.yaml as plain data, and the text of the note."""
    them: Role = "seller" if me == "buyer" else "buyer"
    mine, happened = side(dialogue, me), events(dialogue)
    item, target = mine["item"], mine["personal"]["Target"]
    asked = float(item["Price"])
    last = max((event.day for event in happened if event.day), default=None)
    written, places = note(happened, them, last)
    evidence = list(observed(happened, them, places))
    named = [asked, float(target), *(float(piece["package"]["price"]) for piece in evidence)]
    want, trend = ("a high price", "rising") if them == "seller" else ("a low price", "falling")
    mine_is = "lower" if me == "buyer" else "higher"
    price = {"from": 0, "to": amount(max(named)), "is_price": True, "better_for_me": mine_is}
    content: dict[str, Any] = {
        "upperhand": 1,
        "title": one_line(str(item["Title"])) or "An untitled listing",
        **({"as_of": last} if last else {}),
        "unit": "USD",
        "me": {"name": f"the {me}", "role": me},
        "them": {"name": f"the {them}", "role": them},
        "reference": {"basis": "on_the_table", "price": amount(asked)},
        "wants": {want: {}},
        "issues": {"price": {**price, "serves": {want: trend}}},
    }
    if me == "buyer":  # The most I mean to pay; the seller's target is the listed price and says nothing about a limit.
        content["mine"] = {"worth": amount(target)}
    return content | _facts(item, me) | ({"evidence": evidence} if evidence else {}), written


def _facts(item: Mapping[str, Any], me: Role) -> dict[str, Any]:
    """The listing's own lines. To the buyer it is a fact only that the listing says so."""
    told = dict.fromkeys(one_line(line) for text in item["Description"] for line in str(text).splitlines())
    words = [line if me == "seller" else f"the listing says: {line}" for line in told if says_something(line)]
    return {"facts": [{"text": line, "true": True, "source": "listing"} for line in words]} if words else {}


def write(dialogue: Mapping[str, Any], me: Role, folder: Path) -> Path:
    """Write the case folder and return it. A case that is already there is not overwritten: FileExistsError."""
    content, written = case(dialogue, me)
    (folder / "evidence").mkdir(parents=True, exist_ok=True)
    yaml = YAML()
    yaml.width = 120
    text = io.StringIO()
    yaml.dump(_spelt(content), text)
    for path, body in ((folder / "case.yaml", text.getvalue()), (folder / "evidence" / NOTE, written)):
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(body)
    return folder


def _spelt(value: Any) -> Any:
    """The same data with truth spelt yes or no, as the rest of a case file spells it."""
    if isinstance(value, dict):
        return {key: _spelt(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_spelt(inner) for inner in value]
    return ("yes" if value else "no") if isinstance(value, bool) else value


def spread(count: int, of: int) -> list[int]:
    """``count`` indices spread evenly over ``of`` dialogues."""
    count = min(count, of)
    return [i * of // count for i in range(count)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert one dialogue, or ``--all N`` spread over the file: as buyer and seller in turn, unless told ``--me``."""
    parser = argparse.ArgumentParser(description="Turn a CraigslistBargain dialogue into a case folder.")
    parser.add_argument("--data", type=Path, required=True, help="the data file (JSON)")
    parser.add_argument("--out", type=Path, required=True, help="the case folder; with --all the folder for all")
    parser.add_argument("--me", choices=("buyer", "seller"), help="whose case it is (default: buyer; --all: in turn)")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--index", type=int, help="which dialogue, from 0")
    which.add_argument("--all", type=int, metavar="N", help="this many, spread over the file")
    told = parser.parse_args(arguments)
    try:
        dialogues = json.loads(told.data.read_text(encoding="utf-8"))
        if told.index is not None and not 0 <= told.index < len(dialogues):
            parser.error(f"--index {told.index}: the file has dialogues 0 to {len(dialogues) - 1}")
        roles: tuple[Role, ...] = (told.me,) if told.me else ("buyer", "seller") if told.all else ("buyer",)
        for turn, index in enumerate(spread(told.all, len(dialogues)) if told.all else [told.index]):
            me = roles[turn % len(roles)]
            print(write(dialogues[index], me, told.out / f"{index:04d}-{me}" if told.all else told.out))
    except (OSError, json.JSONDecodeError) as failure:
        print(failure, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
