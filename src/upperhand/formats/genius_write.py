"""How is a scenario written as GENIUS XML?

GENIUS wants evaluations from 0 to 1 and weights that sum to 1. Where a profile's are not so, they are divided, and the
attribute `scale`, which GENIUS passes over, keeps what to multiply by again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from upperhand.errors import CallError
from upperhand.formats.complaints import shown_name
from upperhand.formats.listing import is_unit, is_whole, line_of, lines_of, listed
from upperhand.formats.naming import stem_of, stems_of
from upperhand.formats.points import within_one
from upperhand.formats.ranges import plain
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

PROGRAM = "GENIUS"
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def escaped(text: str) -> str:
    """A text as an attribute's value. Raises CallError for characters that XML has no place for."""
    if _FORBIDDEN.search(text):
        raise CallError(f"'{shown_name(text)}' holds a character that XML cannot.", "Rename it, or write json or yaml.")
    return "".join(_ESCAPES.get(c, c) for c in text)


def genius_files(scenario: Scenario) -> dict[str, bytes]:
    """The files of a scenario by name: the domain, and a profile for each party. Raises CallError."""
    scaled = [within_one(profile, PROGRAM) for profile in scenario.profiles]
    spans = {i.name for i in scenario.issues if _is_native(i, [profile for profile, _ in scaled])}
    stems = stems_of([profile.name for profile in scenario.profiles], ".xml")
    files = {f"{stem_of(scenario.name)}_domain.xml": _domain(scenario, spans)}
    for stem, (profile, scale) in zip(stems, scaled, strict=True):
        name = f"{stem}.xml" if f"{stem}.xml" not in files else f"{stem} profile.xml"
        said = {"name": profile.name} if name != f"{profile.name}.xml" else {}
        if scale != 1:
            said["scale"] = repr(scale)
        files[name] = _profile(scenario, profile, spans, said)
    return files


def _is_native(issue: ScenarioIssue, profiles: Sequence[Profile]) -> bool:
    """Whether GENIUS has the range itself: whole numbers or any number, and straight lines from 0 to 1."""
    lines = lines_of(issue, profiles)
    return lines is not None and is_unit(lines) and (issue.step is None or is_whole(issue))


def _domain(scenario: Scenario, spans: set[str]) -> bytes:
    rows = [
        '<negotiation_template number_of_sessions="1">',
        f'<utility_space number_of_issues="{len(scenario.issues)}">',
    ]
    if scenario.name in ("", "root", "any"):
        rows[0] = f'<negotiation_template name="{escaped(scenario.name)}">'
    rows.append(_objective(scenario))
    for index, issue in enumerate(scenario.issues, 1):
        rows.append(_open(index, issue, spans))
        if issue.name in spans:
            rows += _range(issue)
        else:
            rows += [
                f'<item index="{i}" value="{escaped(option)}"></item>'
                for i, option in enumerate(listed(issue, PROGRAM), 1)
            ]
        rows.append("</issue>")
    rows += ["</objective>", "</utility_space>", "</negotiation_template>"]
    return _text(rows)


def _profile(scenario: Scenario, profile: Profile, spans: set[str], said: dict[str, str]) -> bytes:
    attributes = "".join(f' {key}="{escaped(value)}"' for key, value in said.items())
    rows = [f'<utility_space number_of_issues="{len(scenario.issues)}"{attributes}>', _objective(scenario)]
    for index, issue in enumerate(scenario.issues, 1):
        rows.append(f'<weight index="{index}" value="{profile.weights[issue.name]!r}"></weight>')
    for index, issue in enumerate(scenario.issues, 1):
        rows.append(_open(index, issue, spans))
        rows += _evaluations(issue, profile, spans)
        rows.append("</issue>")
    rows.append("</objective>")
    if profile.discount is not None:
        rows.append(f'<discount_factor value="{profile.discount!r}"></discount_factor>')
    if profile.reservation is not None:
        rows.append(f'<reservation value="{profile.reservation!r}"></reservation>')
    return _text([*rows, "</utility_space>"])


def _evaluations(issue: ScenarioIssue, profile: Profile, spans: set[str]) -> Iterator[str]:
    line = line_of(issue, profile) if issue.name in spans else None
    if line is None:
        for i, option in enumerate(listed(issue, PROGRAM), 1):
            value = profile.evaluation(issue.name, option)
            yield f'<item index="{i}" value="{escaped(option)}" evaluation="{value!r}"></item>'
        return
    yield from _range(issue)
    if issue.step is None:
        offset = line.at_low - line.slope * line.low
        yield f'<evaluator ftype="linear" parameter0="{offset!r}" parameter1="{line.slope!r}"></evaluator>'
    else:
        yield f'<evaluator ftype="linear" slope="{line.slope!r}" offset="{line.at_low!r}"></evaluator>'


def _objective(scenario: Scenario) -> str:
    return f'<objective index="0" etype="objective" type="objective" description="" name="{escaped(scenario.name)}">'


def _open(index: int, issue: ScenarioIssue, spans: set[str]) -> str:
    kind = "discrete" if issue.name not in spans else "real" if issue.step is None else "integer"
    ends = ""
    if kind == "integer" and issue.low is not None and issue.high is not None:
        ends = f' lowerbound="{plain(issue.low)}" upperbound="{plain(issue.high)}"'
    return f'<issue index="{index}" name="{escaped(issue.name)}" vtype="{kind}" type="{kind}" etype="{kind}"{ends}>'


def _range(issue: ScenarioIssue) -> list[str]:
    """The ends of a range of any numbers; whole ones stand in the issue's attributes."""
    if issue.step is not None or issue.low is None or issue.high is None:
        return []
    return [f'<range lowerbound="{plain(issue.low)}" upperbound="{plain(issue.high)}"></range>']


def _text(rows: Sequence[str]) -> bytes:
    return ("\n".join(rows) + "\n").encode("utf-8")
