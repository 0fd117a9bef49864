"""What do they want, where do I stand, and what do I do next? Upperhand answers from files you own."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

__version__ = "0.1.0"

__all__ = [
    "CallError",
    "Case",
    "InputError",
    "Problem",
    "UpperhandError",
    "WorldError",
    "__version__",
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
    "open_case",
    "read_document",
    "read_talk",
    "reply",
    "schema",
    "wants",
    "wants_from_offers",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from upperhand import session

        return getattr(session, name)
    raise AttributeError(f"module 'upperhand' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


class _Root(ModuleType):
    """The package itself. ``upperhand.brief`` and ``upperhand.leverage`` name both a room and what it is for: a call.

    Importing a room would put the folder in the place of the call, so that the second call failed. The room stays
    reachable by import.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Root
