"""May this move be planned: its words, its act, its sweetener, its cost to me (G4 to G9, G12, G20)?"""

from __future__ import annotations

import re

from upperhand.limits.guards import judge, pressure_allowed
from upperhand.limits.words import normalise, stem, tokens
from upperhand.model.case import Act, Case
from upperhand.model.move import Move, Refused

# What the user alone reads (what, why) makes no claim to the other side: the rules on what is said do not apply to it.
_UNSAID = frozenset(("G1", "G2", "G3", "G4", "G5", "G8", "G9", "G10"))
_TOO_EARLY = re.compile(
    r"\bbefore (?:they|he|she|you) (?:can |have |has )?(?:\w+ )?(?:answer|reply|respond|"
    r"decide|react)\w*|\bwhile they (?:still )?(?:think|hesitate)\b|\bat once\b|\bon the spot\b"
)
_GIVES_TIME = re.compile(
    r"\b(?:after|once|when) (?:they|the deal|terms|it|you|we|everything|all|the other)\b|"
    r"\btime to\b|\bin full\b|\bfull terms\b|\ball (?:the )?terms\b|\bend\b|\bagreed\b|"
    r"\bsettled\b|\bclos\w+\b"
)
# Freeing the relationship from the deal praises nobody and needs no referent.
_DECOUPLES = re.compile(
    r"\b(?:relationship|friendship|bond)\b.*\b(?:apart|aside|separate|whatever|anyway|either way)\b"
)
_URGES = re.compile(
    r"\b(?:urgen\w+|deadline|hurry|running out|delay\w*|waiting costs?|expir\w+|last chance|lose "
    r"(?:the|a|this) (?:relationship|friend\w*|bond)|relationship (?:is )?at (?:stake|risk)|cost "
    r"of (?:refusing|losing))\b"
)
_STRAINS = re.compile(
    r"\b(?:strain|cost|risk|damage|hurt|harm|sour)\w*\b.*\b(?:relation\w*|goodwill|trust|"
    r"bond)\b|\b(?:relation\w*|goodwill|trust|bond)\b.*\b(?:strain|cost|risk|damage|hurt|harm|"
    r"suffer|sour)\w*\b"
)


def judge_move(move: Move, case: Case) -> tuple[Refused, ...]:
    """Every limit that a planned move oversteps; empty where it may be recommended.

    ``say`` is judged as a draft, with the case's features bearing out what is said of them; ``what`` and ``why``,
    which only the user reads, by the rules that hold for plans. G8 wants a referent or an attestation for an act, G9
    full terms and time to respond for a sweetener, G7 keeps urgency and relationship pressure from the vulnerable, and
    G20 shows the trade-off of a move that gains leverage and loses expected value.
    """
    found = [*judge(move.say, case, origin="move")] if move.say else []
    told = f"{move.what}. {move.why}"
    found += [v for v in judge(told, case, origin="move") if v.rule not in _UNSAID]
    seen: dict[str, Refused] = {}
    for verdict in (*found, *_act(move, case), *_sweetener(move), *_vulnerable(move, case), *_own_harm(move, case)):
        seen.setdefault(verdict.rule, verdict)
    return tuple(seen.values())


def _act(move: Move, case: Case) -> tuple[Refused, ...]:
    if move.kind != "affirm":
        return ()
    act = _act_of(move, case)
    if _DECOUPLES.search(normalise(move.what)):
        return ()
    if move.evidence or (act and (act.referent or act.attested)):
        return ()
    why = (
        f"“{move.what}” names nothing concrete and true that it refers to, and you have not attested that you mean it."
    )
    return (Refused(move.what, "move", "G8", "warn", why, "What was the hardest part for you?"),)


def _act_of(move: Move, case: Case) -> Act | None:
    said = {stem(w) for w in tokens(normalise(f"{move.what} {move.say or ''}"))}
    best: tuple[float, Act] | None = None
    for act in case.acts:
        words = {stem(w) for w in tokens(normalise(act.do))}
        share = len(words & said) / max(1, len(words))
        if share >= 0.6 and (best is None or share > best[0]):
            best = (share, act)
    return best[1] if best else None


def _sweetener(move: Move) -> tuple[Refused, ...]:
    if move.kind != "give":
        return ()
    told = normalise(" ".join(t for t in (move.when, move.what, move.say, move.caution) if t))
    early = _TOO_EARLY.search(normalise(move.when or "")) or _TOO_EARLY.search(normalise(move.say or ""))
    instead = "Here are the full terms. Please take the time you need to answer."
    if early:
        why = f"The sweetener comes “{early[0]}”; they are owed full terms and time to respond."
        return (Refused(move.what, "move", "G9", "block", why, instead),)
    if not _GIVES_TIME.search(told):
        why = "A sweetener is given with full terms and time to respond; the move does not say so."
        return (Refused(move.what, "move", "G9", "warn", why, instead),)
    return ()


def _vulnerable(move: Move, case: Case) -> tuple[Refused, ...]:
    if pressure_allowed(case):
        return ()
    found = _URGES.search(normalise(f"{move.what}. {move.why}. {move.say or ''}"))
    if not found:
        return ()
    why = (
        f"“{found[0]}”: the other side is marked vulnerable, so neither urgency nor the fear of losing a bond is used."
    )
    return (
        Refused(
            move.what, "move", "G7", "block", why, "Here are the full terms. Please take the time you need to answer."
        ),
    )


def _own_harm(move: Move, case: Case) -> tuple[Refused, ...]:
    gain, value = move.effect.leverage, move.effect.expected_value
    if gain is None or gain <= 0:
        return ()
    if value is not None and value < 0:
        why = f"It raises leverage by {gain:+.2f} and lowers what I can expect by {-value:,.2f} {case.unit}."
        return (Refused(move.what, "move", "G20", "warn", why, "Keep the higher expected value."),)
    strains = _STRAINS.search(normalise(move.caution or ""))
    if strains and case.relationship.me.worth.likely > 0:
        worth = case.relationship.me.worth.likely
        why = f"It raises leverage by {gain:+.2f} and puts a relationship worth {worth:,.2f} {case.unit} to me at risk."
        return (Refused(move.what, "move", "G20", "warn", why, "Keep the relationship."),)
    return ()
