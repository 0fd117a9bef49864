"""What do all parts of the case file share?

A key with nothing behind it counts as not said. An unknown key is collected with the keys that are known there; where
it is plainly a misspelling, what stands under it is still read, so that one slip is one complaint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from upperhand.casefile.spelling import closest

Place = tuple[str | int, ...]
SURELY_MEANT = 0.72  # from this likeness on, a misspelt key is read as the one it is like


@dataclass
class Reading:
    """What one validation gathers: where each piece stands (by identity), and the keys nobody knows."""

    places: dict[int, Place] = field(default_factory=dict)
    kept: list[Any] = field(default_factory=list)  # identities stay unique while their objects live
    unknown: list[tuple[Place, str, tuple[str, ...], str | None]] = field(default_factory=list)
    doubts: list[tuple[Place, str, str]] = field(default_factory=list)

    def doubt(self, value: object, found: Iterable[tuple[Place, str, str]]) -> None:
        """Note what is doubtful in a value: where in it, what, and what to write."""
        if id(value) in self.places:
            self.doubts += [((*self.places[id(value)], *within), what, fix) for within, what, fix in found]


class Part(BaseModel):
    """A mapping of the case file. ``place`` leads to it from the top of the file."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, validate_by_alias=True)
    _place: Place = PrivateAttr(default=())

    @property
    def place(self) -> Place:
        """The path to this part: keys and list positions."""
        return self._place

    @classmethod
    def written_keys(cls) -> tuple[str, ...]:
        """The keys as they are written in the file."""
        return tuple(f.alias or name for name, f in cls.model_fields.items())

    @model_validator(mode="wrap")
    @classmethod
    def _forgive(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        reading = info.context if isinstance(info.context, Reading) else Reading()
        place = reading.places.get(id(data), ())
        if data is None:
            data = {}
        if isinstance(data, dict):
            data = dict(cls._respelt(data, place, reading))
        part = handler(data)
        part._place = place
        return part

    @classmethod
    def _respelt(cls, data: dict[str, Any], place: Place, reading: Reading) -> Iterator[tuple[str, Any]]:
        known = cls.written_keys()
        open_ended = cls.model_config.get("extra") == "allow"
        for key, value in data.items():
            if key in known or open_ended:
                if value is not None:
                    yield key, value
                continue
            meant = closest(key, (k for k in known if k not in data), SURELY_MEANT)
            reading.unknown.append((place, key, known, meant))
            if meant is not None and value is not None:
                yield meant, value


def every_part(part: type[Part]) -> list[type[Part]]:
    """A kind of part and all that are made from it."""
    return [part, *(p for child in part.__subclasses__() for p in every_part(child))]


T = TypeVar("T")


def _empty_mapping(value: Any) -> Any:
    return {} if value is None else value


Named = Annotated[dict[str, T], BeforeValidator(_empty_mapping)]
