"""How do time and the number of points grow with the number of issues?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import altair as alt
import numpy as np
import vl_convert

from benchmarks.solvers import theirs
from benchmarks.solvers.arrays import of_tables, weighted
from benchmarks.solvers.fast import fresh, seconds

PICTURE = Path(__file__).parent / "growth.svg"
OPTIONS = 10
ISSUES = (2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50)
LINES = {
    "random": "random",
    "opposed options, noise 0.05": "nearly constant sum",
    "constant sum": "constant sum, thinned",
}
NEGMAS = "NegMAS, random"


def rows(repeats: int) -> list[dict[str, Any]]:
    """Median seconds by kind and number of issues of ten options; NegMAS up to a million outcomes."""
    found: list[dict[str, Any]] = []
    for kind, label in LINES.items():
        for issues in ISSUES:
            took = sorted(fresh(kind, issues, OPTIONS, seed).seconds for seed in range(repeats))
            found.append({"issues": issues, "seconds": took[len(took) // 2], "what": label})
    for issues in range(2, 7):
        asked = theirs.built(of_tables("", weighted(np.random.default_rng([0, issues, OPTIONS]), issues, OPTIONS)))
        found.append({"issues": issues, "seconds": seconds(lambda: theirs.frontier(asked)), "what": NEGMAS})  # noqa: B023
    return found


def picture(found: list[dict[str, Any]]) -> str:
    """The plot as SVG."""
    base = alt.Chart(alt.Data(values=found)).encode(  # type: ignore[no-untyped-call]
        x=alt.X(
            "issues:Q",
            title="issues of ten options each",
            scale=alt.Scale(type="log", domain=[2, 50]),
            axis=alt.Axis(values=[2, 3, 4, 6, 10, 20, 50]),
        ),
        y=alt.Y(
            "seconds:Q",
            title="seconds to the frontier",
            scale=alt.Scale(type="log"),
            axis=alt.Axis(format="~g", values=[1e-4, 1e-3, 0.01, 0.1, 1, 10]),
        ),
        color=alt.Color("what:N", title=None, sort=[NEGMAS, *reversed(LINES.values())]),
    )
    chart = (base.mark_line() + base.mark_point(filled=True, size=18)).properties(width=420, height=240)
    return str(vl_convert.vegalite_to_svg(chart.to_json(indent=None)))


def draw(repeats: int) -> None:
    """Measure and write ``growth.svg``."""
    found = rows(repeats)
    PICTURE.write_text(picture(found) + "\n", encoding="utf-8")
    print(f"\nGrowth with the number of issues, {OPTIONS} options each, median seconds of {repeats}: {PICTURE.name}")
    for what in [*LINES.values(), NEGMAS]:
        print(f"  {what:24} " + "  ".join(f"{r['issues']}: {r['seconds']:.2g}" for r in found if r["what"] == what))
