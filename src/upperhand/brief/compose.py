"""How does it all come to one page? Gather the moves of the three levers, hold them against the limits, rank them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from upperhand.beliefs.trace import because
from upperhand.brief.remarks import remarks
from upperhand.errors import Problem
from upperhand.leverage.evaluate import Evaluator
from upperhand.leverage.ground import standpoint
from upperhand.leverage.reading import Views, read
from upperhand.levers import affiliate, alter, match
from upperhand.levers.table import Table, edges
from upperhand.limits.guards import is_blocked, judge, judge_case
from upperhand.limits.numbers import judge_brief
from upperhand.limits.plan import judge_move
from upperhand.model.case import Case, Future, Party
from upperhand.model.move import Brief, Move, Refused, WantLine, WhatIf
from upperhand.model.offers import OffersInBrief
from upperhand.offers.plan import concession_plan
from upperhand.offers.report import best_packages, solve_case
from upperhand.value.service import service

WORTHLESS = 1e-9

BEST_SHOWN = 3
FEW_FRONTIERS = 10
"""So many draws of their wants are solved for the page; `offers` looks at more."""

SPOKEN = frozenset(("G1", "G2", "G3", "G5", "G17"))
"""Rules on what a sentence claims; they turn down the sentence, not the move behind it."""


def compose(case: Case, views: Views, seed: str, problems: Sequence[Problem] = ()) -> Brief:
    """The brief of a case. ``problems`` are the warnings to show with it; ``seed`` keys the draws."""
    leverage, terms, evaluator = read(case, views, seed)
    table = Table(case, views.all, leverage, evaluator)
    moves, refused_moves = _within_limits([*match.moves(table), *alter.moves(table), *affiliate.moves(table)], case)
    brief = Brief(
        title=case.title,
        unit=case.unit,
        me=_party(case.me),
        them=_party(case.them),
        as_of=case.as_of.isoformat() if case.as_of else None,
        leverage=leverage,
        predicted_terms=terms,
        wants=_wants(table),
        moves=rank(moves),
        refused=(*judge_case(case), *_drafts(case), *refused_moves),
        what_ifs=tuple(_what_if(table, f) for f in case.future if not f.counted),
        notes=remarks(table),
        problems=tuple(problems),
        trace=views.all.trace,
        offers=_offers(case, views, seed, evaluator),
    )
    return replace(brief, refused=(*brief.refused, *judge_brief(brief)))


def _offers(case: Case, views: Views, seed: str, evaluator: Evaluator | None) -> OffersInBrief:
    """The plan and the best packages; the whole of it is a page of its own."""
    found = standpoint(case, views.all, seed, evaluator=evaluator)
    if isinstance(found, str):
        return OffersInBrief((), (), found)
    ground = solve_case(found.table, found.stakes, FEW_FRONTIERS)
    plan = concession_plan(ground.valuer, ground.field.picks, ground.field.worths)
    return OffersInBrief(plan.steps, best_packages(ground, BEST_SHOWN), "; ".join(plan.notes) or None)


def rank(moves: Sequence[Move]) -> tuple[Move, ...]:
    """By expected value to me, never by leverage (theory.md, trap 2): gains first, then what the case gives no number
    for, then losses, which are not recommended."""

    def place(move: Move) -> tuple[int, float]:
        gain = move.effect.expected_value
        if not move.recommended:
            return 3, -(gain or 0.0)
        if gain is None:
            return 1, 0.0
        return (0, -gain) if gain > WORTHLESS else (2, -gain)

    return tuple(sorted(moves, key=place))


def _within_limits(moves: Sequence[Move], case: Case) -> tuple[list[Move], list[Refused]]:
    kept, refused = [], []
    for move in moves:
        gain = move.effect.expected_value
        if gain is not None and gain < -WORTHLESS:
            move = _not_for_you(move, gain)
        verdicts = judge_move(move, case)
        harm = [v.why for v in verdicts if v.rule == "G20"]
        if harm and move.recommended:
            move = replace(move, recommended=False, caution="; ".join(filter(None, (*harm, move.caution))))
        stops = [v for v in verdicts if is_blocked((v,)) or v.rule == "G8"]
        refused += stops
        if stops and move.say is not None and all(v.rule in SPOKEN for v in stops):
            # Only the sentence claims too much: the move stands, to be put in the user's own words.
            kept.append(replace(move, say=None))
        elif not stops:
            kept.append(move)
    return kept, refused


def _not_for_you(move: Move, gain: float) -> Move:
    words = f"about {-gain:,.0f} less"
    return replace(move, recommended=False, caution="; ".join(filter(None, (words, move.caution))))


def _drafts(case: Case) -> list[Refused]:
    return [r for draft in case.drafts for r in judge(draft.text, case, origin="draft", answers=draft.answers)]


def _party(party: Party) -> dict[str, str | None]:
    return {"name": party.name, "role": party.role, "represents": party.represents}


def _wants(table: Table) -> tuple[WantLine, ...]:
    """One line a want, the heaviest first."""
    case, belief = table.case, table.belief
    found = edges(table)
    known = table.evaluator is not None
    served = service(case, table.reference) if known else None
    lines = [
        WantLine(
            want=want.name,
            says=want.says,
            weight=belief.mean[k],
            low=belief.low[k],
            high=belief.high[k],
            top_probability=belief.top_probability[k],
            evidence=because(belief, want.name),
            served=float(served[k]) if served is not None else None,
            gap=belief.mean[k] * (1.0 - float(served[k])) if served is not None else None,
            edge=float(found.edge[k]) if found is not None and known else None,
        )
        for k, want in enumerate(case.wants)
    ]
    return tuple(sorted(lines, key=lambda line: -line.weight))


def _what_if(table: Table, future: Future) -> WhatIf:
    """Leverage and price if an allusion were counted, at the credibility the user gives it."""
    effect = table.try_out(table.counting(future))
    words = f"if you credit {future.name} at {future.credible.likely:.0%}"
    if future.side == "me":
        words += f"; {alter.allusion_words(future, table.case)}"
    return WhatIf(future.name, effect.leverage_after, effect.price_after, words)
