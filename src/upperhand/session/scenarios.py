"""How do scenarios of other programs come in and go out?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from upperhand.errors import CallError, InputError, Problem
from upperhand.model.case import Case
from upperhand.model.estimate import Estimate
from upperhand.model.reports import ExportReport, ImportReport, OpenCase
from upperhand.model.scenario import Scenario
from upperhand.session.opening import CasePath, as_opened, believed

SHEETS = frozenset((".csv", ".tsv", ".txt", ".xlsx"))


def import_scenario(
    path: CasePath, out: CasePath, *, meaning: str = "own", me: str | None = None, them: str | None = None
) -> ImportReport:
    """Make a case folder ``out`` of a scenario of GENIUS, GeniusWeb, NegMAS or NegoLog, or of a sheet of points.

    ``me`` and ``them`` are names of profiles, needed where there are more than two; ``meaning`` is how GENIUS XML is
    understood (own, negmas). Raises InputError where no scenario can be read, CallError for names it does not have or
    a folder that is not empty, WorldError where the disk refuses.
    """
    from upperhand.casefile.new import case_folder
    from upperhand.formats.cases import case_of, not_carried
    from upperhand.formats.read import read_scenario

    if meaning not in ("own", "negmas"):
        raise CallError(f"Values can be read as own or as negmas, not as '{meaning}'.", "Leave it out for own.")
    scenario, problems = read_scenario(Path(path), meaning="negmas" if meaning == "negmas" else "own")
    if scenario is None:
        raise InputError(problems)
    case = case_of(scenario, me, them)
    assumed: list[Problem] = []
    if Path(path).suffix.lower() not in SHEETS:
        case, assumed = _no_deal_of_nothing(case)
    folder = case_folder(Path(out), case)
    return ImportReport(str(folder), (*problems, *assumed, *not_carried(scenario, me, them)))


def _no_deal_of_nothing(case: Case) -> tuple[Case, list[Problem]]:
    """Scenario files that give no reservation value mean 0 by it, as their programs do; a sheet means nothing."""
    sides = {"mine": case.mine, "theirs": case.theirs}
    silent = [side for side, position in sides.items() if position.issues and position.otherwise is None]
    zero = {side: replace(sides[side], otherwise=Estimate.point(0.0, f"{side}.otherwise")) for side in silent}
    found = [
        Problem(
            "case.yaml",
            None,
            f"The scenario gives no reservation value for '{side}'; it counts 0, as in the programs it comes from.",
            f"Write under {side}.otherwise what no deal is worth.",
            "warning",
        )
        for side in silent
    ]
    return replace(case, mine=zero.get("mine", case.mine), theirs=zero.get("theirs", case.theirs)), found


def export_scenario(opened: OpenCase | CasePath, to: str, out: CasePath) -> ExportReport:
    """Write a case as a scenario: genius, geniusweb, negmas, negolog (folders), csv or xlsx (files). A case in money is
    written as each choice is worth at likely values. Raises InputError where the case is no such scenario, CallError
    for an unknown format or a place that is taken."""
    from upperhand.formats.cases import POINTS, scenario_of
    from upperhand.formats.write import write_scenario

    opened = as_opened(opened)
    scenario, problems = scenario_of(opened.case) if opened.case.unit == POINTS else _in_money(opened)
    if scenario is None:
        raise InputError(problems)
    written = write_scenario(scenario, to, Path(out))
    return ExportReport(tuple(str(path) for path in written), tuple(problems))


def _in_money(opened: OpenCase) -> tuple[Scenario | None, list[Problem]]:
    from upperhand.formats.valued import scenario_of_table
    from upperhand.leverage.ground import standpoint

    found = standpoint(opened.case, believed(opened.case)[0].all, opened.case.title)
    if isinstance(found, str):
        return None, [Problem("case.yaml", None, f"Packages cannot be valued: {found}.", "Fill in what is missing.")]
    return scenario_of_table(found.table, found.stakes)
