"""Which turns does a list of JSON objects hold, whatever its keys are called?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from upperhand.intake.jsontext import Places
from upperhand.intake.labels import bare_name
from upperhand.intake.seconds import seconds_of
from upperhand.intake.source import normal
from upperhand.intake.spoken import UNKNOWN
from upperhand.model.talk import ItemOffer, Turn

TEXT = ("text", "content", "message", "utterance", "body", "transcript", "sentence", "value")
SPEAKER = ("speaker", "speaker_name", "speakerName", "role", "name", "author", "from", "sender", "user", "participant")
START = ("start", "start_time", "startTime", "timestamp", "ts", "time", "begin", "created_at", "date")
END = ("end", "end_time", "endTime", "stop")
MILLISECONDS = (("start_ms", "end_ms"), ("startMs", "endMs"), ("start_in_ms", "end_in_ms"))
LISTS = (
    "transcript", "turns", "messages", "segments", "utterances", "dialogue", "dialog", "conversation", "chunks",
    "monologues", "log",
)  # fmt: skip
_DEEPEST = 6
# People say two or three words a second; fewer than one in ten seconds means that the times are milliseconds.
_SLOWEST = 0.1


def words_of(value: Any, deep: int = 0) -> str | None:
    """The words of a text field: a text, or parts that hold texts; ``None`` where there are none."""
    if isinstance(value, str):
        return value
    if deep < _DEEPEST and isinstance(value, list):
        parts = [words for part in value if (words := words_of(part, deep + 1)) is not None]
        return " ".join(parts) if parts else None
    if deep < _DEEPEST and isinstance(value, dict):
        return next((w for key in (*TEXT, "parts") if (w := words_of(value.get(key), deep + 1)) is not None), None)
    return None


def text_in(item: Any) -> str | None:
    """The words of a turn; ``None`` where the object is no turn."""
    if not isinstance(item, dict):
        return None
    return next((words for key in TEXT if key in item and (words := words_of(item[key])) is not None), None)


def speaker_name(value: Any) -> str | None:
    """A speaker's name from a name, a number or an object; ``None`` where there is none."""
    if isinstance(value, dict):
        return next((n for key in ("name", *SPEAKER, "id") if (n := _simple_name(value.get(key))) is not None), None)
    return _simple_name(value)


def _simple_name(value: Any) -> str | None:
    if isinstance(value, str):
        return bare_name(normal(value)) or None
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9:
        return f"Speaker {value}"
    return f"Speaker {value:.0f}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e9 else None


def speaker_in(item: Mapping[str, Any]) -> str | None:
    """The speaker of a turn under any of the usual keys."""
    return next((name for key in SPEAKER if (name := speaker_name(item.get(key))) is not None), None)


def times_in(item: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Start and end of a turn in seconds."""
    for first, last in MILLISECONDS:
        if first in item:
            start, end = seconds_of(item[first]), seconds_of(item.get(last))
            return (None if start is None else start / 1000, None if end is None else end / 1000)
    pair = item.get("timestamp")
    if isinstance(pair, list) and len(pair) == 2:
        return seconds_of(pair[0]), seconds_of(pair[1])
    start = next((s for key in START if (s := seconds_of(item.get(key))) is not None), None)
    end = next((s for key in END if (s := seconds_of(item.get(key))) is not None), None)
    length = seconds_of(item.get("duration"))
    if end is None and start is not None and length is not None:
        end = start + length
    return start, end


def offer_in(item: Mapping[str, Any]) -> ItemOffer | None:
    """The offer of a turn as the talk's own JSON writes it."""
    offer = item.get("offer")
    if not isinstance(offer, dict):
        return None
    gets, gives = amounts(offer.get("gets")), amounts(offer.get("gives"))
    return ItemOffer(gets, gives) if gets or gives else None


def amounts(value: Any) -> dict[str, float]:
    """Numbers of items by item; what is no number is left out."""
    told = value.items() if isinstance(value, dict) else ()
    return {normal(key): n for key, number in told if (n := _amount(number)) is not None}


def _amount(value: Any) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value[:60])
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1e15 < value < 1e15:
        return None
    return float(value)


def is_turns(items: Any) -> bool:
    """Whether a value is a list that holds turns."""
    return isinstance(items, list) and any(text_in(item) is not None for item in items)


def turns_of(items: Sequence[Any], places: Places, *, milliseconds: bool = False) -> list[Turn]:
    """The turns of a list, in its order. An ``id`` names the speaker only where ids come back.

    Whole numbers of ``milliseconds`` become seconds, also where that is not said and only the speed of speech tells.
    """
    objects = [item for item in items if text_in(item) is not None]
    ids = [item["id"] for item in objects if isinstance(item.get("id"), str | int)]
    by_id = len(set(ids)) < len(ids) or (len(objects) <= 2 and all(isinstance(i, str) for i in ids))
    turns = []
    for item in objects:
        name = speaker_in(item) or (speaker_name(item.get("id")) if by_id else None) or UNKNOWN
        turns.append(turn(name, text_in(item) or "", times_in(item), places, offer_in(item)))
    if _whole_times(objects) and (milliseconds or _too_slow(turns)):
        return [Turn(t.speaker, t.text, _thousandth(t.start), _thousandth(t.end), t.line, t.offer) for t in turns]
    return turns


def turn(
    speaker: str, text: str, times: tuple[float | None, float | None], places: Places, offer: ItemOffer | None = None
) -> Turn:
    """One turn, with the line where its text stands in the JSON."""
    start, end = times
    if start is not None and end is not None and end < start:
        end = None
    return Turn(speaker, normal(text).strip(), start, end, places.line_of(text), offer)


def _whole_times(objects: Iterable[Mapping[str, Any]]) -> bool:
    pairs = [(item.get("start"), item.get("end")) for item in objects]
    return bool(pairs) and all(type(start) is int and type(end) is int for start, end in pairs)


def _too_slow(turns: list[Turn]) -> bool:
    spent = sum(t.end - t.start for t in turns if t.start is not None and t.end is not None)
    return spent > 0 and sum(len(t.text.split()) for t in turns) / spent < _SLOWEST


def _thousandth(value: float | None) -> float | None:
    return None if value is None else value / 1000
