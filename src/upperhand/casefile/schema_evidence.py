"""Which keys does a piece of evidence have, kind by kind?"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, WithJsonSchema

from upperhand.casefile.fields import (
    Count,
    Day,
    Degree,
    Name,
    NotNegative,
    Number,
    Place,
    Positive,
    Quantity,
    Sides,
    Text,
    one_of,
    telling,
    words,
)
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.parts import Part
from upperhand.casefile.spelling import shorten
from upperhand.model.estimate import BOTH
from upperhand.model.evidence import Polarity

KINDS = (
    "statement",
    "comparison",
    "denial",
    "rating",
    "dwell",
    "revisit",
    "purchase",
    "offer",
    "menu_choice",
    "ranking",
    "response",
    "feedback",
    "informant",
)
# keys that show the kind of a claim where it is not named, the first that fits
TELLING_KEYS = (
    ("score", "rating"),
    ("over", "comparison"),
    ("seconds", "dwell"),
    ("counts", "revisit"),
    ("category", "purchase"),
    ("order", "ranking"),
    ("shown", "menu_choice"),
    ("answer", "response"),
    ("better_on", "feedback"),
    ("worse_on", "feedback"),
    ("package", "offer"),
    ("want", "statement"),
)


def read_package(value: Any) -> dict[str, Any]:
    """A package: issue to option, feature to yes, and `features: [..]`; checked against the issues later."""
    if not isinstance(value, dict):
        raise WrongError("A package belongs here.", "Write {price: 1500, start: this week}.")
    for key, part in value.items():
        listed = isinstance(part, list) and key == "features" and all(isinstance(p, str) for p in part)
        if not isinstance(part, str) and not listed:
            raise WrongError(
                f"'{shorten(key, 40)}' needs one option.", "Write {price: 1500, start: this week}.", (key,)
            )
    return value


def kind_tag(data: Any) -> str | None:
    """The variant of a piece of evidence, by its kind."""
    kind = data.get("kind") if isinstance(data, dict) else None
    return f"<{_plain_kind(kind)}>" if isinstance(kind, str) else None


def claim_tag(data: Any) -> str | None:
    """The variant of an informant's claim: by its kind, else by the keys that make it plain."""
    if isinstance(data, dict) and data.get("kind") is None:
        return next((f"<{kind}>" for key, kind in TELLING_KEYS if key in data), None)
    return kind_tag(data)


def _plain_kind(kind: str) -> str:
    return kind.strip().lower().replace(" ", "_").replace("-", "_")


TermsIn = Annotated[dict[str, Any], telling(read_package), WithJsonSchema({"type": "object"})]


class StatementClaim(Part):
    """They said something about one want."""

    kind: Annotated[str, one_of("statement"), words("statement")] = "statement"
    want: Name = Field(description="The want it is about, by its name under 'wants'.")
    polarity: Annotated[
        Polarity, one_of("needs", "does_not_need", "unsure"), words("needs", "does_not_need", "unsure")
    ] = Field("needs", description="needs (default), does_not_need or unsure.")


class ComparisonClaim(Part):
    """They put one want over another."""

    kind: Annotated[str, one_of("comparison"), words("comparison")] = "comparison"
    over: list[Name] = Field(description="Two wants, the preferred one first.", min_length=2, max_length=2)


class DenialClaim(Part):
    """They said they can do without it."""

    kind: Annotated[str, one_of("denial"), words("denial")] = "denial"
    want: Name = Field(description="The want they can do without.")


class RatingClaim(Part):
    """They scored a want."""

    kind: Annotated[str, one_of("rating"), words("rating")] = "rating"
    want: Name = Field(description="The want they scored.")
    score: NotNegative = Field(description="Their score, from 0 to out_of.")
    out_of: Positive = Field(description="The highest score possible.")


class DwellClaim(Part):
    """How long they looked at what serves each want."""

    kind: Annotated[str, one_of("dwell"), words("dwell")] = "dwell"
    seconds: dict[Name, Positive] = Field(description="Seconds by want, above 0.", min_length=1)
    complexity: dict[Name, Number] = Field(
        default_factory=dict, description="What makes it take longer anyway, by want, on any scale (missing 0)."
    )


class RevisitClaim(Part):
    """How often they came back to what serves each want."""

    kind: Annotated[str, one_of("revisit"), words("revisit")] = "revisit"
    counts: dict[Name, Count] = Field(description="Visits by want.", min_length=1)
    size: dict[Name, Positive] = Field(
        default_factory=dict, description="What would draw the eye anyway, by want, above 0 (missing 1)."
    )


class PurchaseClaim(Part):
    """What they bought in a category."""

    kind: Annotated[str, one_of("purchase"), words("purchase")] = "purchase"
    category: Text = Field(description="What was bought.")
    count: Count = Field(description="How many they bought.")
    exposure: Positive = Field(description="How many an average buyer would have bought, above 0.")
    serves: dict[Name, Degree] = Field(description="How far the category serves each want, 0 to 1.", min_length=1)


class OfferClaim(Part):
    """A package they put forward."""

    kind: Annotated[str, one_of("offer"), words("offer")] = "offer"
    package: TermsIn = Field(description="The package: issue to option, feature to yes.")
    cost_to_them: Quantity | None = Field(None, description="What it costs them, in the case's unit, where known.")


class MenuChoiceClaim(Part):
    """Which package of a menu they chose."""

    kind: Annotated[str, one_of("menu_choice"), words("menu_choice")] = "menu_choice"
    shown: list[TermsIn] = Field(description="The packages shown, in order.", min_length=2)
    chosen: Annotated[Place, Tag("<position>")] | Annotated[TermsIn, Tag("<package>")] = Field(
        description="The one they chose: its position from 1, or the package itself.",
        discriminator=Discriminator(lambda v: "<package>" if isinstance(v, dict) else "<position>"),
    )


Group = Annotated[
    Annotated[Place, Tag("<position>")] | Annotated[list[Place], Tag("<alike>")],
    Discriminator(lambda v: "<alike>" if isinstance(v, list) else "<position>"),
]


class RankingClaim(Part):
    """In which order they put the packages of a menu."""

    kind: Annotated[str, one_of("ranking"), words("ranking")] = "ranking"
    shown: list[TermsIn] = Field(description="The packages shown, in order.", min_length=2)
    order: list[Group] = Field(
        description="Positions from 1, best first; [2, [1, 3]]: 1 and 3 are alike. Those left out come last.",
        min_length=1,
    )


class ResponseClaim(Part):
    """Their answer to a package of mine."""

    kind: Annotated[str, one_of("response"), words("response")] = "response"
    package: TermsIn = Field(description="The package I offered.")
    answer: Annotated[str, one_of("accept", "reject"), words("accept", "reject")] = Field(
        description="accept or reject."
    )


class FeedbackClaim(Part):
    """What is better and worse for them in a package of mine."""

    kind: Annotated[str, one_of("feedback"), words("feedback")] = "feedback"
    package: TermsIn = Field(description="The package it is about.")
    than: TermsIn | None = Field(None, description="The package they compared it with; missing: any other choice.")
    better_on: list[Name] = Field(default_factory=list, description="Issues and features on which it is better.")
    worse_on: list[Name] = Field(default_factory=list, description="Issues and features on which it is worse.")


ClaimIn = Annotated[
    Annotated[StatementClaim, Tag("<statement>")]
    | Annotated[ComparisonClaim, Tag("<comparison>")]
    | Annotated[DenialClaim, Tag("<denial>")]
    | Annotated[RatingClaim, Tag("<rating>")]
    | Annotated[DwellClaim, Tag("<dwell>")]
    | Annotated[RevisitClaim, Tag("<revisit>")]
    | Annotated[PurchaseClaim, Tag("<purchase>")]
    | Annotated[OfferClaim, Tag("<offer>")]
    | Annotated[MenuChoiceClaim, Tag("<menu_choice>")]
    | Annotated[RankingClaim, Tag("<ranking>")]
    | Annotated[ResponseClaim, Tag("<response>")]
    | Annotated[FeedbackClaim, Tag("<feedback>")],
    Discriminator(claim_tag),
]


class InformantClaim(Part):
    """A third person's claim about them."""

    kind: Annotated[str, one_of("informant"), words("informant")] = "informant"
    name: Name = Field(description="Who told you.")
    reliability: Degree = Field(description="How far that person is to be trusted, 0 to 1.")
    claim: ClaimIn = Field(description="What they said: evidence of its own, with its kind's keys.")


class Seen(Part):
    """What every piece of evidence can say about itself."""

    id: Name | None = Field(None, description="A short name of your own; missing: made from the content.")
    quote: Text = Field("", description="Their words, exactly as they stand in the source.")
    source: Text | None = Field(None, description="The file in evidence/, or the person, it comes from.")
    line: Place | None = Field(None, description="The line in the source, from 1.")
    when: Day | None = Field(None, description="The day it was observed; missing: it does not age.")
    who: Text | None = Field(None, description="Who said or did it.")
    origin: Text | None = Field(None, description="The occasion it goes back to; missing: the source.")
    confidence: Degree = Field(0.8, description="How sure you are of having understood, 0 to 1 (missing 80%).")
    reliability: Degree = Field(1.0, description="How far the source is to be trusted, 0 to 1 (missing 100%).")
    visible_to: Sides = Field(BOTH, description="Who knows of it: [me], [them] or both (missing: both).")


class StatementIn(StatementClaim, Seen):
    """A statement."""


class ComparisonIn(ComparisonClaim, Seen):
    """A comparison."""


class DenialIn(DenialClaim, Seen):
    """A denial."""


class RatingIn(RatingClaim, Seen):
    """A rating."""


class DwellIn(DwellClaim, Seen):
    """Time spent looking."""


class RevisitIn(RevisitClaim, Seen):
    """Coming back."""


class PurchaseIn(PurchaseClaim, Seen):
    """Purchases."""


class OfferIn(OfferClaim, Seen):
    """An offer of theirs."""


class MenuChoiceIn(MenuChoiceClaim, Seen):
    """A choice from a menu."""


class RankingIn(RankingClaim, Seen):
    """An order of a menu."""


class ResponseIn(ResponseClaim, Seen):
    """An answer to an offer of mine."""


class FeedbackIn(FeedbackClaim, Seen):
    """Better on this, worse on that."""


class InformantIn(InformantClaim, Seen):
    """Hearsay."""


EvidenceIn = Annotated[
    Annotated[StatementIn, Tag("<statement>")]
    | Annotated[ComparisonIn, Tag("<comparison>")]
    | Annotated[DenialIn, Tag("<denial>")]
    | Annotated[RatingIn, Tag("<rating>")]
    | Annotated[DwellIn, Tag("<dwell>")]
    | Annotated[RevisitIn, Tag("<revisit>")]
    | Annotated[PurchaseIn, Tag("<purchase>")]
    | Annotated[OfferIn, Tag("<offer>")]
    | Annotated[MenuChoiceIn, Tag("<menu_choice>")]
    | Annotated[RankingIn, Tag("<ranking>")]
    | Annotated[ResponseIn, Tag("<response>")]
    | Annotated[FeedbackIn, Tag("<feedback>")]
    | Annotated[InformantIn, Tag("<informant>")],
    Discriminator(kind_tag),
]
