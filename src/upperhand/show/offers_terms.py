"""How are packages said side by side, so that a reader sees at once what differs?

Up to six issues every package is said whole. Beyond, what all of them have in common is said once, and of each only
what differs; where that is still long, only what differs from another package of the list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from upperhand.model.offers import ValuedPackage
from upperhand.show import words

MOST_TERMS = 6
"""So many issues and features can be read at a glance."""


@dataclass(frozen=True)
class Terms:
    """A package in words: ``lead`` (``as A, but``; may be empty), then its ``parts`` (``start this week``)."""

    lead: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        """On one line."""
        return " ".join(filter(None, (self.lead, ", ".join(self.parts))))


@dataclass(frozen=True)
class Told:
    """Several packages: what they have in ``common`` (``None``: each is said whole), and each of them in ``rows``."""

    common: Terms | None
    rows: tuple[Terms, ...]


def told(packages: Sequence[ValuedPackage], names: Sequence[str], in_turn: bool = False) -> Told:
    """The packages, each under its name.

    Where too much differs to say it all, a package is compared with the first; ``in_turn``: with the one before it.
    """
    sides = [_said(package, packages) for package in packages]
    differing = [key for key in _keys(sides) if len({side.get(key, "") for side in sides}) > 1]
    if len(_keys(sides)) <= MOST_TERMS or len(sides) < 2:
        return Told(None, tuple(_whole(side) for side in sides))
    same = [key for key in _keys(sides) if key not in differing]
    common = Terms("", _parts(sides[0], same)) if same else None
    if len(differing) <= MOST_TERMS:
        return Told(common, tuple(_differing(side, differing) for side in sides))
    rows = [_differing(sides[0], differing)]
    for place in range(1, len(sides)):
        base = place - 1 if in_turn else 0
        rows.append(_against(sides[place], sides[base], names[base], differing))
    return Told(common, tuple(rows))


def term(issue: str, option: str | float) -> str:
    """One term: ``start this week``, ``price 1,850.5``; a number keeps every digit it has, up to twelve."""
    return f"{words.clean(issue)} {words.clean(option) if isinstance(option, str) else words.whole_number(option)}"


def _said(package: ValuedPackage, among: Sequence[ValuedPackage]) -> dict[str, str]:
    """What stands under each issue and feature. A feature that only others have is said to be left out."""
    said = {f"issue {issue}": term(issue, option) for issue, option in package.package.items()}
    for name in sorted({name for other in among for name in other.features}):
        said[f"feature {name}"] = f"{'with' if name in package.features else 'without'} {words.clean(name)}"
    return said


def _keys(sides: Sequence[Mapping[str, str]]) -> list[str]:
    return list(dict.fromkeys(key for side in sides for key in side))


def _parts(side: Mapping[str, str], keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(side[key] for key in keys if key in side)


def _whole(side: Mapping[str, str]) -> Terms:
    parts = tuple(text for key, text in side.items() if key.startswith("issue ") or text.startswith("with "))
    return Terms("", parts) if parts else Terms("nothing but the deal itself", ())


def _differing(side: Mapping[str, str], keys: Sequence[str]) -> Terms:
    parts = _parts(side, keys)
    return Terms("", parts) if parts else Terms("the same terms", ())


def _against(side: Mapping[str, str], base: Mapping[str, str], name: str, keys: Sequence[str]) -> Terms:
    moved = [key for key in keys if side.get(key) != base.get(key)]
    if len(moved) == len(keys):
        return _differing(side, keys)
    return Terms(f"as {name}, but", _parts(side, moved)) if moved else Terms(f"as {name}", ())
