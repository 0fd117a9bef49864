"""How are the figures of an offers report said, each with its spread and with the decimals its values call for?"""

from __future__ import annotations

import math

from upperhand.model.offers import MenuItem, OffersReport, ValuedPackage
from upperhand.show import words
from upperhand.show.offers_page import Line

YOU, THEM, YES, EXPECTED, CHOSEN, EFFICIENT = "you", "them", "yes", "expected", "chosen", "efficient"
SPECIAL = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "welfare": "welfare",
}
"""The special points: the field of the report, and the name on the page."""

_UNDECIDED = "the case does not say how they decide"


class Figures:
    """The figures of one report in words.

    ``limit`` and ``their_limit`` are the no-deal values (``None``: unknown). ``why`` says why something is unknown;
    ``again`` says it where the reader has been told.
    """

    def __init__(self, report: OffersReport) -> None:
        listed = every_package(report)
        self._report = report
        expected = [p.expected for p in listed if p.expected is not None]
        self._mine = words.decimals([*(p.mine for p in listed), *expected, *_number(report.no_deal.get("me"))])
        self._theirs = words.decimals([*(p.theirs for p in listed), *_number(report.no_deal.get("them"))])
        self.unit = words.clean(report.unit) or words.POINTS
        self.limit, self.their_limit = known(report.no_deal.get("me")), known(report.no_deal.get("them"))
        self._has_yes = any(known(p.acceptance) is not None for p in listed)
        self._has_expected = any(known(p.expected) is not None for p in listed)
        self.why = words.unknown(self._missing())
        self.again = "unknown, for the reason given above"

    def mine(self, value: float | None, with_unit: bool = False) -> str:
        """A value of mine, or a difference of two."""
        return self._with_unit(words.figure(value, self._mine), value, with_unit)

    def theirs(self, value: float | None, with_unit: bool = False) -> str:
        """A value of theirs."""
        return self._with_unit(words.figure(value, self._theirs), value, with_unit)

    def _with_unit(self, text: str, value: float | None, wanted: bool) -> str:
        return f"{text} {self.unit}" if wanted and known(value) is not None else text

    def them(self, package: ValuedPackage) -> str:
        """Their value, and its range in brackets where there is one."""
        low, high = known(package.low), known(package.high)
        if low is None or high is None or math.isclose(low, high, rel_tol=1e-9, abs_tol=1e-9):
            return self.theirs(package.theirs)
        dash = "–" if low >= 0 else " to "
        return f"{self.theirs(package.theirs)} ({self.theirs(low)}{dash}{self.theirs(high)})"

    def heads(self) -> tuple[str, ...]:
        """The columns of a list of packages; what is unknown of every package has none."""
        return (YOU, THEM, *([YES] if self._has_yes else []), *([EXPECTED] if self._has_expected else []))

    def frontier_heads(self, listed: tuple[ValuedPackage, ...]) -> tuple[str, ...]:
        """The columns of the frontier."""
        sure = any(known(p.efficient) is not None for p in listed)
        return (YOU, THEM, *([YES] if self._has_yes else []), *([EFFICIENT] if sure else []))

    def cells(self, package: ValuedPackage, heads: tuple[str, ...]) -> tuple[str, ...]:
        """The figures of a package in these columns."""
        every = {
            YOU: self.mine(package.mine),
            THEM: self.them(package),
            YES: chance(package.acceptance),
            EXPECTED: self.mine(package.expected),
            EFFICIENT: chance(package.efficient),
        }
        return tuple(every[head] for head in heads)

    def legend(self) -> tuple[Line, ...]:
        """What the columns mean, and why one is missing."""
        parts = [f"You, them: what a package is worth to each side, in {self.unit}"]
        if self._report.their_values == "belief":
            parts[0] += "; theirs is the mean of the belief, in brackets the range that holds eight times out of ten"
        if self._has_yes:
            parts.append("Yes: the chance that they take it")
        if self._has_expected:
            parts.append("Expected: your value times that chance, and your no-deal value otherwise")
        lines = [Line(". ".join(parts) + ".", "aside")]
        columns = (("the chance of a yes", self._has_yes), ("what to expect of an offer", self._has_expected))
        missing = [name for name, has in columns if not has]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            why = self.again if self.limit is None or self.their_limit is None else words.unknown(_UNDECIDED)
            lines.append(Line(words.sentence(f"{' and '.join(missing)} {verb} {why}"), "warning"))
        return tuple(lines)

    def _missing(self) -> str:
        unsaid = [who for who, limit in (("you", self.limit), ("they", self.their_limit)) if limit is None]
        if self._report.reason and unsaid:
            return self._report.reason
        return f"the case does not say what {' and '.join(unsaid)} have without a deal" if unsaid else _UNDECIDED


def every_package(report: OffersReport) -> list[ValuedPackage]:
    """All packages of the report, as often as they stand in it."""
    scored = report.scored
    found = [*report.frontier, *report.best, *(step.offer for step in report.steps)]
    found += [item.offer for item in menu_items(report)]
    found += [point for name in SPECIAL if (point := getattr(report, name)) is not None]
    return found + ([scored.offer, *(trade.offer for trade in scored.ask)] if scored else [])


def menu_items(report: OffersReport) -> tuple[MenuItem, ...]:
    """The packages of the menu, wherever they stand."""
    return report.menu or (report.menu_tells.items if report.menu_tells else ())


def known(value: float | None) -> float | None:
    """The number, or ``None`` where it is none."""
    return value if value is not None and math.isfinite(value) else None


def chance(value: float | None) -> str:
    """A chance in words; ``unknown`` for none."""
    return words.percent(value) if value is not None and math.isfinite(value) else "unknown"


def nats(told: float, single: float) -> str:
    """Information in words: a yes or no that was as likely as not tells .693 nats (1 bit), and none can tell more.

    ``told`` is what a choice tells, ``single`` what the answer to one package would, both in nats.
    """
    if not math.isfinite(told):
        return "unknown"
    bits = told / math.log(2)
    much = f"{words.percent(bits)} of what" if bits < 1 else f"{words.times(bits)} what"
    said = f"{_small(told)} nats, {much} a plain yes-or-no question can tell at most"
    if not math.isfinite(single):
        return said
    if single < 0.005:
        return f"{said}; the answer to one package alone would tell next to nothing"
    return (
        f"{said}, and {words.times(told / single)} what the answer to one package alone would ({_small(single)} nats)"
    )


def _small(value: float) -> str:
    return "under 0.01" if 0 < value < 0.005 else f"{value:.2f}"


def _number(value: float | None) -> list[float]:
    return [] if value is None else [value]
