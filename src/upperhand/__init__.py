"""What do they want, where do I stand, and what do I do next? Upperhand answers from files you own."""

from __future__ import annotations

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
    "forget",
    "leverage",
    "new_case",
    "open_case",
    "schema",
    "wants",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from upperhand import session

        return getattr(session, name)
    raise AttributeError(f"module 'upperhand' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
