"""What else should the reader know before walking in? Short remarks, each only where the case gives cause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from upperhand.leverage.nodeal import at_stake, net_worth
from upperhand.leverage.predict import alpha
from upperhand.levers.table import Table, edges
from upperhand.model.estimate import Side
from upperhand.model.evidence import Offer
from upperhand.value.frame import payee, price_issue
from upperhand.value.worth import likely


def remarks(table: Table) -> tuple[str, ...]:
    """The remarks of a case, in fixed order."""
    return (
        *_named(table),
        *_to_find_out(table),
        *_alternatives(table),
        *_relationship(table),
        *_parties(table),
        *_wants(table),
    )


def _named(table: Table) -> Iterator[str]:
    """The price they named last, if any."""
    price = price_issue(table.case)
    offers = [
        e for e in table.case.evidence if isinstance(e.claim, Offer) and price and price.name in e.claim.package.terms
    ]
    if price is None or not offers:
        return
    last = max(offers, key=lambda e: e.when or date.min)
    claim = last.claim
    if isinstance(claim, Offer):
        when = f", {last.when.isoformat()}" if last.when else ""
        yield f"they last named {float(claim.package.terms[price.name]):,.0f} ({last.source}{when})"


def _to_find_out(table: Table) -> Iterator[str]:
    """Where leverage is unknown: what can be filled in at once, and what to ask them."""
    if table.evaluator is not None:
        return
    mine, theirs = table.case.mine, table.case.theirs
    if mine.otherwise is None or any(a.worth is None for a in mine.alternatives):
        yield "you can fill in your own side now: what you will do without this deal, and what that is worth to you"
    paid = payee(table.case)
    if theirs.otherwise is None or any(a.worth is None for a in theirs.alternatives):
        yield "ask them: “What will you do if this does not work out?”"
    if theirs.worth is None and theirs.cost is None and not theirs.issues:
        question = "What goes into your price?" if paid == "them" else "What would change for you once this is done?"
        yield f"ask them: “{question}”; then write down your guess as a range"


def _alternatives(table: Table) -> Iterator[str]:
    case = table.case
    if table.evaluator is None:
        return
    if table.evaluator.frame.money:
        share = 1.0 - alpha(case)
        if table.reading.value is not None:
            yield f"every 100 that your own alternative gets better moves the likely price {100 * share:.0f} your way"
    quo = likely(case.mine.otherwise) if case.mine.otherwise is not None else 0.0
    nets = [float(net_worth(a, case.mine, likely)) for a in case.mine.alternatives]
    if nets and max(nets) <= quo:
        yield (
            "your alternatives are no better than doing nothing: set your target from the reference terms, not them "
            "(Schaerer et al. 2015)"
        )
    if not any(d.controllable != "no" and abs(d.share) > 1e-9 for d in table.reading.drivers) and not case.features:
        yield "nothing in this case is yours to move yet: improve your alternatives, or be ready to walk"


def _relationship(table: Table) -> Iterator[str]:
    case = table.case
    mine, theirs = (float(at_stake(case, side, likely)) for side in _SIDES)
    if mine > 0 or theirs > 0:
        yield f"refusing would cost you {mine:,.0f} and them {theirs:,.0f} in the relationship"


_SIDES: tuple[Side, Side] = ("me", "them")


def _parties(table: Table) -> Iterator[str]:
    me, them = table.case.me, table.case.them
    if me.size and them.size and me.size != them.size:
        yield "size is not leverage: what counts is what each side loses without a deal"
    if them.vulnerable:
        yield f"{them.name} is marked vulnerable: no urgency, no fear for the relationship, plain terms only"


def _wants(table: Table) -> Iterator[str]:
    case = table.case
    if case.wants and case.theirs.alternatives and edges(table) is None:
        yield (
            "which of your points to light is unknown, because the case does not say what their best alternative "
            "serves (theirs.alternatives: serves)"
        )
    if not case.wants:
        yield "no want of theirs is listed: write down what they are after, in their words (wants)"
