"""Which packages did they offer, and when: offers as option numbers, in an order that no relabelling changes?

Issues are taken in the order of their names, and the options of an issue from whichever end leaves the one first
offered in the nearer half; so listing issues otherwise, or an issue's options from the other end, gives the same
belief to the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.errors import CallError
from upperhand.model.bids import Option

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Issues = Mapping[str, Sequence[Option]]


@dataclass(frozen=True)
class Space:
    """Issues and offers as arrays; D options of K issues stand in one row, issue after issue.

    ``names`` (K) and ``options`` in working order; ``first`` (K,) is where an issue begins, ``of`` (D,) the issue
    of an option, ``place`` (D,) its place in the order of the options, from -1 to 1 (0 where there is one).
    ``offers`` (k, K) holds columns into the row of D. ``times`` (k,) are shares of the deadline, or None.
    """

    names: tuple[str, ...]
    options: tuple[tuple[Option, ...], ...]
    first: Ints
    of: Ints
    place: Floats
    offers: Ints
    times: Floats | None

    @property
    def log_size(self) -> float:
        """Logarithm of the number of packages."""
        return float(sum(math.log(len(o)) for o in self.options))


def space_of(
    issues: Issues, offers: Sequence[Mapping[str, Option]], times: Sequence[float] | None, deadline: float | None
) -> Space:
    """Read the call. Raises CallError for issues without options, unknown options and impossible times.

    An issue that an offer does not name stays as in the offer before it.
    """
    if not issues:
        raise CallError("There are no issues.", "Give at least one issue with its options.")
    names = tuple(sorted(issues, key=str))
    listed = {name: _options(name, issues[name]) for name in names}
    full = _full(listed, offers)
    options = tuple(_turned(listed[name], full[0][name] if full else None) for name in names)
    sizes = np.array([len(o) for o in options])
    first = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64)
    number = [{option: i for i, option in enumerate(row)} for row in options]
    picks = np.array([[number[j][o[name]] for j, name in enumerate(names)] for o in full], dtype=np.int64)
    return Space(
        names, options, first, np.repeat(np.arange(len(names)), sizes),
        np.concatenate([np.linspace(-1.0, 1.0, m) if m > 1 else np.zeros(1) for m in sizes]),
        picks.reshape(len(full), len(names)) + first, _shares(times, deadline, len(full)),
    )  # fmt: skip


def _options(name: str, options: Sequence[Option]) -> tuple[Option, ...]:
    row = tuple(options) if not isinstance(options, str) else (options,)
    if not row:
        raise CallError(f"Issue '{name}' has no options.", "Give it at least one, or leave the issue out.")
    if any(isinstance(o, float) and not math.isfinite(o) for o in row):
        raise CallError(f"Issue '{name}' has an option that is no finite number.", "Give numbers or words.")
    if len(set(row)) < len(row):
        raise CallError(f"Issue '{name}' lists an option twice.", "List every option once.")
    return tuple(sorted(row)) if all(isinstance(o, int | float) for o in row) else row


def _full(listed: Mapping[str, tuple[Option, ...]], offers: Sequence[Mapping[str, Option]]) -> list[dict[str, Option]]:
    known = {name: set(options) for name, options in listed.items()}
    full: list[dict[str, Option]] = []
    for n, offer in enumerate(offers, start=1):
        for issue, option in offer.items():
            if issue not in known:
                raise CallError(f"Offer {n} names the issue '{issue}', which is not among the issues.")
            if option not in known[issue]:
                raise CallError(f"Offer {n} has '{option}' for '{issue}', which is not among its options.")
        now = {**(full[-1] if full else {}), **offer}
        lacking = [str(name) for name in listed if name not in now]
        if lacking:
            raise CallError(f"Offer {n} does not say what it gives on {', '.join(lacking)}.", "Name every issue.")
        full.append(now)
    return full


def _turned(options: tuple[Option, ...], opening: Option | None) -> tuple[Option, ...]:
    last = len(options) - 1
    twice = last if opening is None else 2 * options.index(opening)
    turn = twice > last or (twice == last and str(options[0]) > str(options[-1]))
    return options[::-1] if turn else options


def _shares(times: Sequence[float] | None, deadline: float | None, count: int) -> Floats | None:
    if times is None:
        return None
    at = np.asarray(times, dtype=np.float64)
    if at.shape != (count,):
        raise CallError(f"There are {count} offers and {at.size} times.", "Give one time for every offer.")
    if not np.isfinite(at).all() or (at < 0).any():
        raise CallError("A time is not a number from 0 on.", "Give the time of every offer since the start.")
    if (np.diff(at) < 0).any():
        raise CallError("The times do not rise.", "Give offers and times in their order.")
    if deadline is None:
        return None
    if not math.isfinite(deadline) or deadline <= 0:
        raise CallError("The deadline is not a number above 0.", "Leave it out where it is not known.")
    if (at > deadline).any():
        raise CallError("An offer was made after the deadline.", "Give times and deadline on one scale.")
    return at / deadline
