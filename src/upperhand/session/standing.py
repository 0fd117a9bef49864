"""Where does the user stand, and what is the plan?"""

from __future__ import annotations

from collections.abc import Sequence

from upperhand.model.move import Brief
from upperhand.model.reports import LeverageReport, OpenCase
from upperhand.session.opening import CasePath, as_opened, believed, open_case


def brief(opened: OpenCase | CasePath) -> Brief:
    """The one-page brief of a case: leverage, likely terms, wants, moves, what was left out on purpose."""
    from upperhand.brief.compose import compose

    opened = as_opened(opened)
    views, more = believed(opened.case)
    return compose(opened.case, views, opened.case.title, (*opened.problems, *more))


def leverage(opened: OpenCase | CasePath, what_if: Sequence[str] = ()) -> LeverageReport:
    """The leverage reading of a case; ``what_if`` are ``KEY=VALUE`` changes, evaluated on the same draws."""
    opened = as_opened(opened)
    before = _report(opened)
    if not what_if:
        return before
    changed = _report(open_case(opened.folder, (*opened.changes, *what_if)))
    return LeverageReport(
        changed.title, changed.leverage, changed.predicted_terms, tuple(what_if), before, changed.problems
    )


def _report(opened: OpenCase) -> LeverageReport:
    from upperhand.leverage.reading import read

    views, more = believed(opened.case)
    reading, terms, _ = read(opened.case, views, opened.case.title)
    return LeverageReport(opened.case.title, reading, terms, problems=(*opened.problems, *more))
