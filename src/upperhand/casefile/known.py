"""Which keys may stand at a place of the case file?"""

from __future__ import annotations

import types
from collections.abc import Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from upperhand.casefile.parts import Part
from upperhand.casefile.schema import CaseIn, ReferenceIn


def kinds_at(place: Sequence[str | int]) -> tuple[Any, ...]:
    """The types that may stand at ``place``: parts, ``dict[...]``, ``list[...]``, single values; empty: nothing may."""
    found: tuple[Any, ...] = (CaseIn,)
    for segment in place:
        found = tuple(inner for kind in found for inner in _inside(kind, segment))
    return found


def keys_at(place: Sequence[str | int]) -> tuple[str, ...]:
    """The keys the parts at ``place`` know; empty where names are free or no keys belong."""
    keys = (key for kind in kinds_at(place) if _is_part(kind) for key in kind.written_keys())
    return tuple(dict.fromkeys(keys))


def may_be_added(place: Sequence[str | int], key: str) -> bool:
    """Whether a change may write ``key`` under ``place`` where it does not stand yet.

    Known keys may be added, and entries of tables of numbers; a new want, issue or feature is no change of a number.
    """
    for kind in kinds_at(place):
        if _is_part(kind):
            if key in kind.written_keys() or kind is ReferenceIn:
                return True
        elif get_origin(kind) is dict:
            values = _flat(get_args(kind)[1])
            if not any(_is_part(value) for value in values):
                return True
    return False


def _inside(kind: Any, segment: str | int) -> tuple[Any, ...]:
    if _is_part(kind):
        for name, info in kind.model_fields.items():
            if segment in (info.alias or name, name):
                return _flat(info.annotation)
        return (str,) if kind is ReferenceIn else ()
    if get_origin(kind) is dict:
        return _flat(get_args(kind)[1])
    if get_origin(kind) is list and isinstance(segment, int):
        return _flat(get_args(kind)[0])
    return ()


def _flat(annotation: Any) -> tuple[Any, ...]:
    """The members of a union, without what annotates them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _flat(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(kind for member in get_args(annotation) for kind in _flat(member))
    return () if annotation is types.NoneType else (annotation,)


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)
