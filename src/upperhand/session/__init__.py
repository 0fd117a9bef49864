"""The one door: open a case, run the stages, hand back results.

Whatever the faces can do, ``import upperhand`` can. Results are frozen and have ``.to_dict()``.
"""

from __future__ import annotations

from upperhand.errors import CallError, InputError, Problem, UpperhandError, WorldError
from upperhand.model.case import Case
from upperhand.model.offers import OffersReport
from upperhand.model.reports import (
    ExportReport,
    ForgetReport,
    ImportReport,
    LeverageReport,
    OfferedReport,
    OpenCase,
    ReplyReport,
    WantsReport,
)
from upperhand.session.folders import examples, forget, new_case, only_case, schema, spare_the_case
from upperhand.session.hearing import read_document, read_talk, read_wants, wants, wants_each
from upperhand.session.offering import offers, wants_from_offers
from upperhand.session.opening import check, open_case
from upperhand.session.replying import offered, reply
from upperhand.session.scenarios import export_scenario, import_scenario
from upperhand.session.standing import brief, leverage

__all__ = [
    "CallError",
    "Case",
    "ExportReport",
    "ForgetReport",
    "ImportReport",
    "InputError",
    "LeverageReport",
    "OfferedReport",
    "OffersReport",
    "OpenCase",
    "Problem",
    "ReplyReport",
    "UpperhandError",
    "WantsReport",
    "WorldError",
    "brief",
    "check",
    "examples",
    "export_scenario",
    "forget",
    "import_scenario",
    "leverage",
    "new_case",
    "offered",
    "offers",
    "only_case",
    "open_case",
    "read_document",
    "read_talk",
    "read_wants",
    "reply",
    "schema",
    "spare_the_case",
    "wants",
    "wants_each",
    "wants_from_offers",
]
