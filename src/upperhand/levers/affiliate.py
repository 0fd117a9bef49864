"""Lever 3, tap affiliation: what does the relationship hold on each side, and which sincere acts and small gifts fit?

theory.md 1.5. A relationship is never made a condition: what they would miss is shown, not said.
"""

from __future__ import annotations

from dataclasses import replace

from upperhand.leverage.nodeal import at_stake
from upperhand.levers.table import NO_EFFECT, Table
from upperhand.levers.words import claims, quoted, the
from upperhand.model.case import Act, Bond, Feature
from upperhand.model.estimate import Estimate
from upperhand.model.move import Move
from upperhand.value.worth import likely

MOST_ACTS = 3
"""A few sincere acts, not a programme (theory.md C47)."""

SOURCES: dict[str, tuple[str, str]] = {
    "listening": ("Weger et al. 2014 (small)", "B"),
    "affirmation": ("Weger et al. 2014 (small)", "B"),
    "welcome": ("Morris et al. 2002; Nadler 2004", "B"),
    "small talk": ("Morris et al. 2002; Nadler 2004", "B"),
    "name": ("Howard, Gengler & Jain 1995", "B"),
    "humour": ("Kurtzberg, Naquin & Belkin 2009", "B"),
    "similarity": ("Montoya et al. 2008 (strong in the lab, small in the field)", "A"),
}
"""Source and grade by kind of act; any other kind rests on the article alone."""

PLAIN = ("Volkema 2006", "D")
SWEETENER = "Burger 1986, turned round: full terms first, time to answer"


def moves(table: Table) -> tuple[Move, ...]:
    """Sweeteners by value over cost, decoupling where I am the one who fears for the relationship, sincere acts."""
    return (*_sweeteners(table), *_decoupling(table), *_acts(table))


def is_sweetener(feature: Feature) -> bool:
    """A feature that serves no listed want and is worth more to them than it costs me."""
    worth = feature.worth_to_them
    return not feature.serves and not feature.showcase and worth is not None and worth.likely > feature.cost.likely


def value_over_cost(feature: Feature) -> float:
    """Worth to them over cost to me; infinite where it costs nothing."""
    worth = feature.worth_to_them.likely if feature.worth_to_them is not None else 0.0
    return worth / feature.cost.likely if feature.cost.likely > 0 else float("inf")


def _sweeteners(table: Table) -> list[Move]:
    offered = [f for f in table.case.features if is_sweetener(f) and f.name not in table.reference.features]
    offered.sort(key=lambda f: -value_over_cost(f))
    return [_sweetener(table, f) for f in offered]


def _sweetener(table: Table, feature: Feature) -> Move:
    ratio = value_over_cost(feature)
    times = "and costs you nothing" if ratio == float("inf") else f"{ratio:.1f} times what it costs you"
    return Move(
        kind="give",
        lever="affiliate",
        what=f"{feature.name}, as a sweetener",
        why=f"worth {feature.worth_to_them.likely if feature.worth_to_them else 0:,.0f} to them, {times}",
        effect=table.try_out(table.with_package(table.reference.including(feature.name))),
        cost=feature.cost.likely,
        evidence=(),
        grade="B",
        source=SWEETENER,
        say=f"These are the full terms, so take your time. I am glad to add {the(feature.name)}."
        + claims(feature.benefit, feature.drawback),
        when="at the end, when the terms are clear and they have had time to answer",
        caution="it costs little: do not present it as a sacrifice",
    )


def _decoupling(table: Table) -> list[Move]:
    """Where refusing would cost me the relationship, set the deal apart from it (theory.md C46)."""
    mine = float(at_stake(table.case, "me", likely))
    if mine <= 0:
        return []
    bond = table.case.relationship.me
    free = replace(bond, lost_if_refused=Estimate.point(0.0, bond.lost_if_refused.name))
    apart = replace(
        table.case, relationship=replace(table.case.relationship, me=Bond(free.worth, free.lost_if_refused))
    )
    return [
        Move(
            kind="affirm",
            lever="affiliate",
            what="set the relationship apart from this deal",
            why=f"fear for it costs you {mine:,.0f} at the table: the cost of being liked",
            effect=table.try_out(table.with_case(apart)),
            cost=0.0,
            evidence=(),
            grade="B",
            source="Amanatullah, Morris & Curhan 2008",
            say="Whatever we settle on this, I want us to stay on good terms.",
            when="before the first number",
        )
    ]


def _acts(table: Table) -> list[Move]:
    """At most three acts, those with a referent or the user's word first; effect unknown, so none is given."""
    acts = sorted(table.case.acts, key=lambda a: (not (a.attested and a.referent), not (a.attested or a.referent)))
    return [_act(act) for act in acts[:MOST_ACTS]]


def _act(act: Act) -> Move:
    source, grade = SOURCES.get(act.kind.lower(), PLAIN)
    about = f"it is about {quoted(act.referent)}" if act.referent else "you mean it" if act.attested else "no referent"
    return Move(
        kind="affirm",
        lever="affiliate",
        what=act.do,
        why=f"{act.kind}: {about}; the case gives no number for it",
        effect=NO_EFFECT,
        cost=act.cost.likely,
        evidence=(),
        grade=grade,
        source=source,
        caution=None if act.attested else "only if you mean it",
    )
