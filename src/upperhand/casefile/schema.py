"""Which keys does a case file have, and what may stand under them?"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, WithJsonSchema

from upperhand.casefile.fields import (
    Amount,
    Certainty,
    Chance,
    Cost,
    Count,
    Day,
    Degree,
    Discounts,
    Duration,
    Flag,
    Name,
    Patience,
    Period,
    Quantity,
    Sentence,
    Sides,
    Step,
    Term,
    Text,
    Unit,
    Waiting,
    Weight,
    one_of,
    read_text,
    telling,
    words,
)
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.parts import Named, Part
from upperhand.casefile.schema_evidence import EvidenceIn
from upperhand.casefile.spelling import did_you_mean, shorten
from upperhand.model.case import Basis, Trend
from upperhand.model.estimate import BOTH, Estimate, Side

VERSION = "1"
BASES = ("standard", "precedent", "on_the_table", "gross_split")
_MIDDLES = (
    "midpoint",
    "mid_point",
    "middle",
    "halfway",
    "half_way",
    "nash",
    "zopa",
    "zone",
    "split_the_difference",
    "fair_split",
    "kalai",
    "egalitarian",
)
_ZERO = Estimate.point(0.0)
_ONE = Estimate.point(1.0)


def read_version(value: Any) -> str:
    """The version of the file's format; this program reads 1."""
    text = read_text(value).strip()
    if text != VERSION:
        raise WrongError(
            f"This program reads version 1 of the case file, not '{shorten(text, 20)}'.", "Write 'upperhand: 1'."
        )
    return text


def read_basis(value: Any) -> str:
    """The ground the reference terms stand on; the middle of the zone is no ground."""
    text = read_text(value).strip()
    key = text.lower().replace(" ", "_").replace("-", "_")
    if key in BASES:
        return key
    if any(sign in key for sign in _MIDDLES):
        raise WrongError(
            f"'{shorten(text, 40)}' cannot be the reference: terms taken from the middle of the zone make no deal cost "
            "both sides the same, so leverage would be 0 by construction.",
            "Use standard, precedent, on_the_table or gross_split.",
        )
    fix = did_you_mean(text, BASES, "Use standard, precedent, on_the_table or gross_split.")
    raise WrongError(f"'{shorten(text, 40)}' is not a ground for reference terms.", fix)


class PartyIn(Part):
    """Me or them."""

    name: Name = Field(description="The name, as you would say it.", examples=["name: ..."])
    role: Text | None = Field(None, description="What they are in this negotiation: contractor, buyer, ...")
    represents: Text | None = Field(None, description="Whom they act for; missing: for themselves.")
    authority: Text | None = Field(None, description="What they may decide: full, or up to where.")
    size: Text | None = Field(None, description="How big they are: small, large, ...")
    certainty: Certainty | None = Field(
        None, description="How settled their wants are: unsure (4), open (20), settled (200), or a number."
    )
    vulnerable: Flag = Field(False, description="Whether pressure would be unfair: a minor, ill, bereaved, in debt.")


class ReferenceIn(Part):
    """The terms that no deal is compared with. Further keys are issues and features."""

    model_config = Part.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, Term] = Field(init=False)

    basis: Annotated[Basis, telling(read_basis), words(*BASES)] = Field(
        description="On which ground: standard, precedent, on_the_table or gross_split.", examples=["basis: standard"]
    )
    features: list[Name] = Field(default_factory=list, description="Features that are part of these terms.")


class WantIn(Part):
    """Something they are after."""

    says: Text = Field("", description="The want in their own words; missing: its name.")
    weight: Weight = Field(_ONE, description="Your first guess of how much it matters, on any scale (missing 1).")
    certainty: Certainty | None = Field(None, description="How settled this want is; missing: as for the person.")


def _serves_kind(value: Any) -> str:
    return "<degrees>" if isinstance(value, dict) else "<trend>"


TrendIn = Annotated[Trend, one_of("rising", "falling"), words("rising", "falling")]
IssueServes = Annotated[
    Annotated[TrendIn, Tag("<trend>")] | Annotated[dict[Name, Degree], Tag("<degrees>")], Discriminator(_serves_kind)
]


class IssueIn(Part):
    """A thing to settle: named options, or a range of numbers."""

    options: list[Name] | None = Field(None, description="The named options.")
    low: Quantity | None = Field(None, alias="from", description="The lowest number, for an issue settled by a number.")
    high: Quantity | None = Field(None, alias="to", description="The highest number.")
    step: Step | None = Field(None, description="The step between numbers; missing: a fine grid.")
    is_price: Flag = Field(False, description="Whether this is the money that changes hands.")
    better_for_me: Annotated[Literal["higher", "lower"], one_of("higher", "lower"), words("higher", "lower")] | None = (
        Field(None, description="Which way I want the number: higher or lower.")
    )
    serves: Named[IssueServes] = Field(
        default_factory=dict,
        description="By want: the degree (0 to 1) of each option; for a number rising or falling.",
    )


class AlternativeIn(Part):
    """What a party could do instead of agreeing."""

    name: Name = Field(description="What it is called.", examples=["name: ..."])
    worth: Amount | None = Field(
        None, description="What that party would gain by it, after paying for it, in the case's unit."
    )
    chance: Chance = Field(_ONE, description="The chance that it comes off (missing 100%).")
    when: Duration = Field(_ZERO, description="How long until it is in hand (missing 0 days).")
    switch_cost: Cost = Field(_ZERO, description="What changing over costs (missing 0).")
    same_event: Text | None = Field(None, description="Alternatives with the same word here happen or fail together.")
    serves: Named[Degree] = Field(default_factory=dict, description="By want: how far it serves it, 0 to 1.")
    visible_to: Sides = Field(BOTH, description="Who knows of it: [me], [them] or both (missing: both).")


class PositionIn(Part):
    """One side's numbers."""

    cost: Cost | None = Field(None, description="What delivering costs that side.")
    worth: Amount | None = Field(None, description="All but the price, at the reference terms, to that side.")
    issues: Named[Named[Amount]] = Field(
        default_factory=dict, description="Worth of single options: issue, option, worth."
    )
    alternatives: list[AlternativeIn] = Field(default_factory=list, description="What they could do instead.")
    otherwise: Amount | None = Field(None, description="What they have if nothing comes off: the status quo.")
    waiting: Waiting = Field(_ZERO, description="What waiting costs: '50 per day' (missing 0).")
    patience: Patience | None = Field(
        None, description="The rate at which later is worth less: '1% per week'. Missing: not known, shares are equal."
    )


class FeatureIn(Part):
    """Something I can bring."""

    serves: Named[Degree] = Field(default_factory=dict, description="By want: how far it serves it, 0 to 1.")
    cost: Cost = Field(_ZERO, description="What it costs me (missing 0).")
    worth_to_them: Amount | None = Field(None, description="What it is worth to them; missing: by what it serves.")
    benefit: Text | None = Field(None, description="What it does for them, in a few words.")
    drawback: Text | None = Field(None, description="What it takes, said honestly.")
    proof: Text | None = Field(None, description="What shows that it is true.")
    true_on: Day | None = Field(None, description="The day on which it was last known to be true.")
    showcase: Flag = Field(False, description="Shown to open the mind, not meant to be bought.")
    derivative: Name | None = Field(None, description="The affordable feature that follows from a showcase.")
    included: Flag = Field(False, description="Already part of the reference terms.")


class PossibilityIn(Part):
    """A want they have not thought of."""

    want: Name = Field(description="Its name.", examples=["want: quiet tenants"])
    says: Text = Field("", description="The want in words of theirs; missing: its name.")
    serves: Named[dict[Name, Degree]] = Field(
        default_factory=dict, description="What would serve it: issue, option, degree."
    )


class BondIn(Part):
    """The relationship, to one side."""

    worth: Amount = Field(_ZERO, description="What the relationship is worth to that side (missing 0).")
    lost_if_refused: Chance = Field(_ZERO, description="The chance that no agreement now damages it (missing 0%).")


class RelationshipIn(Part):
    """What lies beyond this deal."""

    continues: Chance = Field(_ONE, description="The chance that there is a relationship after today (missing 100%).")
    me: BondIn = Field(default_factory=BondIn, description="Mine.")
    them: BondIn = Field(default_factory=BondIn, description="Theirs.")


class FutureIn(Part):
    """Business that hangs on this deal."""

    name: Name = Field(description="What it is called.", examples=["name: ..."])
    side: Annotated[Side, one_of("me", "them"), words("me", "them")] = Field(
        alias="for", description="Whose gain it is: me or them.", examples=["for: me"]
    )
    arises: Annotated[
        Literal["if_agreed", "lost_if_refused"],
        one_of("if_agreed", "lost_if_refused"),
        words("if_agreed", "lost_if_refused"),
    ] = Field("if_agreed", description="if_agreed (default): agreement brings it; lost_if_refused: refusal costs it.")
    margin: Amount = Field(description="The gain each time, in the case's unit.", examples=["margin: 250"])
    every: Period = Field(365.25, description="How often: '6 months' (missing: 1 year).")
    times: Count = Field(1, description="How many times (missing 1).")
    discount: Discounts | None = Field(None, description="What later is worth less: '5%' each time, or '5% per year'.")
    credible: Chance = Field(_ONE, description="The chance that it comes true (missing 100%).")
    counted: Flag = Field(True, description="yes (default): part of the reading; no: an allusion, shown as a what-if.")
    visible_to: Sides = Field(BOTH, description="Who knows of it: [me], [them] or both (missing: both).")


class ActIn(Part):
    """A sincere act."""

    do: Text = Field(description="What to do.", examples=["do: ask how the tenants are coping"])
    kind: Text = Field("other", description="Of which kind: listening, affirmation, welcome, ...")
    referent: Text | None = Field(None, description="What true thing it is about.")
    cost: Cost = Field(_ZERO, description="What it costs me (missing 0).")
    attested: Flag = Field(False, description="Whether you mean it.")


class FactIn(Part):
    """An entry of the ledger that claims are checked against."""

    text: Text = Field(description="The fact, in a sentence.", examples=["text: the warranty covers re-sealing"])
    true: Flag = Field(True, description="Whether it is so (missing yes).")
    day: Day | None = Field(None, alias="date", description="The day on which it was so.")
    source: Text | None = Field(None, description="Where it stands.")
    would_change_their_mind: Flag = Field(False, description="Whether knowing it would change their mind (missing no).")


class DraftIn(Part):
    """A sentence you think of saying, with the question it answers."""

    text: Text = Field(description="The sentence.", examples=["text: the warranty covers re-sealing"])
    answers: Text | None = Field(None, description="The question of theirs that it replies to.")


def _draft_kind(value: Any) -> str:
    return "<text>" if isinstance(value, str) else "<draft>"


AnyDraft = Annotated[Annotated[Text, Tag("<text>")] | Annotated[DraftIn, Tag("<draft>")], Discriminator(_draft_kind)]


class CaseIn(Part):
    """One negotiation, as the user writes it down."""

    upperhand: Annotated[str, telling(read_version), WithJsonSchema({"const": 1})] = Field(
        description="The version of this format: 1.", examples=["upperhand: 1"]
    )
    title: Text = Field(description="What the negotiation is about.", examples=["title: Gutters after the storm"])
    as_of: Day | None = Field(None, description="The day from which ages are counted; missing: the latest evidence.")
    unit: Unit = Field("points", description="The currency of all amounts, or points (default).")
    me: PartyIn = Field(description="You.", examples=["me: {name: Dana}"])
    them: PartyIn = Field(description="The other side.", examples=["them: {name: Mr. Ortiz}"])
    reference: ReferenceIn | None = Field(
        None, description="The terms that no deal is compared with; missing: a gross split."
    )
    wants: Named[WantIn] = Field(default_factory=dict, description="What they are after, by name.")
    issues: Named[IssueIn] = Field(default_factory=dict, description="What is to be settled, by name.")
    mine: PositionIn = Field(default_factory=PositionIn, description="Your numbers.")
    theirs: PositionIn = Field(default_factory=PositionIn, description="Your guesses about their numbers.")
    features: Named[FeatureIn] = Field(default_factory=dict, description="What you can bring, by name.")
    rules: list[Sentence] = Field(
        default_factory=list, description="What packages must keep to, in plain words: 'A only if B'."
    )
    possibilities: list[PossibilityIn] = Field(default_factory=list, description="Wants they have not thought of.")
    relationship: RelationshipIn = Field(default_factory=RelationshipIn, description="What lies beyond this deal.")
    future: list[FutureIn] = Field(default_factory=list, description="Business that hangs on this deal.")
    acts: list[ActIn] = Field(default_factory=list, description="Sincere acts you are ready for.")
    facts: list[FactIn] = Field(default_factory=list, description="The ledger that your claims are checked against.")
    drafts: list[AnyDraft] = Field(default_factory=list, description="Sentences you think of saying.")
    evidence: list[EvidenceIn] = Field(default_factory=list, description="What was observed; moves the beliefs.")
