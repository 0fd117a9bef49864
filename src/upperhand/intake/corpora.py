"""Which turns do the published collections hold: CaSiNo, CraigslistBargain, ConvoKit?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from upperhand.intake.jsontext import Places
from upperhand.intake.seconds import seconds_of
from upperhand.intake.spoken import UNKNOWN
from upperhand.intake.turnlists import amounts, speaker_in, speaker_name, text_in, times_in, turn
from upperhand.model.talk import ItemOffer, Turn

_THREADS = ("conversation_id", "root", "reply-to", "reply_to")


def is_casino(data: Any) -> bool:
    """Whether an object is a CaSiNo dialogue."""
    return isinstance(data, dict) and isinstance(data.get("chat_logs"), list)


def casino(data: Mapping[str, Any], places: Places) -> list[Turn]:
    """The turns of a CaSiNo dialogue; what a submitted deal gives to whom is the speaker's offer."""
    turns = []
    for row in data["chat_logs"]:
        text = text_in(row)
        if text is None:
            continue
        task = row.get("task_data")
        told = task if isinstance(task, dict) else {}
        gets, gives = amounts(told.get("issue2youget")), amounts(told.get("issue2theyget"))
        offer = ItemOffer(gets, gives) if gets or gives else None
        name = speaker_name(row.get("id")) or speaker_in(row) or UNKNOWN
        turns.append(turn(name, text, times_in(row), places, offer))
    return turns


def is_craigslist(data: Any) -> bool:
    """Whether an object is a CraigslistBargain dialogue."""
    events = data.get("events") if isinstance(data, dict) else None
    return isinstance(events, list) and any(isinstance(event, dict) and "action" in event for event in events)


def craigslist(data: Mapping[str, Any], places: Places) -> list[Turn]:
    """The turns of a CraigslistBargain dialogue; offers carry their price, other acts stay as turns of one word."""
    roles = _roles(data.get("scenario"))
    turns = []
    for event in data["events"]:
        if not isinstance(event, dict) or not isinstance(event.get("action"), str):
            continue
        agent = event.get("agent")
        name = roles.get(agent) if isinstance(agent, int) else None
        sent = seconds_of(event.get("time"))
        begun = seconds_of(event.get("start_time"))
        times = (begun if begun is not None else sent, sent)
        turns.append(_event(name or speaker_name(agent) or UNKNOWN, event, times, places))
    return turns


def _event(name: str, event: Mapping[str, Any], times: tuple[float | None, float | None], places: Places) -> Turn:
    action, said = event["action"], event.get("data")
    if action == "message":
        return turn(name, said if isinstance(said, str) else "", times, places)
    price = amounts(said).get("price")
    done = turn(name, action, times, places)
    if price is None:
        return done
    # the buyer gives the price, whoever sells gets it
    terms = {"price": price}
    offer = ItemOffer(gives=terms) if name == "buyer" else ItemOffer(gets=terms)
    figure = f"{price:.0f}" if price.is_integer() else f"{price:.2f}"
    return Turn(name, f"{action} {figure}", done.start, done.end, done.line, offer)


def _roles(scenario: Any) -> dict[int, str]:
    sides = scenario.get("kbs") if isinstance(scenario, dict) else None
    roles = {}
    for number, side in enumerate(sides if isinstance(sides, list) else ()):
        personal = side.get("personal") if isinstance(side, dict) else None
        role = personal.get("Role") if isinstance(personal, dict) else None
        if isinstance(role, str) and role.strip():
            roles[number] = role.strip()
    return roles


def is_convokit(items: Sequence[Any]) -> bool:
    """Whether objects are ConvoKit utterances: they say who speaks and to which thread they belong."""
    told = [item for item in items if isinstance(item, dict)]
    return bool(told) and all(
        any(k in item for k in _THREADS) and ("speaker" in item or "user" in item) for item in told
    )


def convokit(items: Sequence[Any], places: Places) -> list[list[Turn]]:
    """The turns of each ConvoKit conversation, by time where every utterance has one."""
    threads: dict[str, list[Turn]] = {}
    for item in items:
        text = text_in(item)
        if text is None:
            continue
        thread = next((str(item[key]) for key in ("conversation_id", "root") if item.get(key) is not None), "")
        said = turn(speaker_in(item) or UNKNOWN, text, times_in(item), places)
        threads.setdefault(thread, []).append(said)
    return [_by_time(turns) for turns in threads.values()]


def _by_time(turns: list[Turn]) -> list[Turn]:
    if any(t.start is None for t in turns):
        return turns
    return sorted(turns, key=lambda t: t.start or 0.0)
