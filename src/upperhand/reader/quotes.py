"""Which pieces show a need surely enough to be quoted for it?

A need is quoted by the chance that the quote is right, from a logistic regression on talks and documents of domains the
network had not seen: how sure the network is, whether the piece speaks as much for another want, and whether another
piece speaks for this want far better. Denials and doubts, which are rarer, are quoted by the network's own chance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from upperhand.reader.network import Floats, sigmoid

NEEDS, DENIES, UNSURE = slice(1, 4), slice(4, 6), slice(6, 7)
"""Of the classes of a stance (upperhand.reader.stance): needs it, does not, is unsure."""
RIGHT = 0.35
"""A need is quoted where the quote is right with at least this chance: then, in domains not seen before, five or six in
ten are, and half of all needs or more are found, with bare names too."""
SHOWN, BESIDE = 0.3, 0.5
"""A denial or doubt is quoted where the words show anything about the want with at least this chance: the first for the
want they show most, the second for any other."""
_WEIGHTS = np.array([1.393, -0.536, -0.196, -0.476], dtype=np.float32)
_OFFSET = np.float32(0.007)
_LEAST, _BESIDE = 1e-3, 0.02


def quoted(chances: Floats) -> NDArray[np.bool_]:
    """Along (pieces, wants): whether the piece is quoted for the want, from its stance chances (classes last)."""
    needs, denies, unsure = (chances[..., part].sum(-1) for part in (NEEDS, DENIES, UNSURE))
    shown = 1 - chances[..., 0]
    most = shown >= shown.max(-1, keepdims=True)
    other = np.where(most, shown >= SHOWN, shown >= BESIDE)
    return np.where((needs >= denies) & (needs >= unsure), right(needs) >= RIGHT, other)


def right(needs: Floats) -> Floats:
    """The chance that a piece quoted as a need is one (pieces, wants), from the network's chance of a need."""
    needs = np.clip(needs, _LEAST, 1 - _LEAST)
    wants = needs.shape[-1]
    others = np.where(np.eye(wants, dtype=bool), _BESIDE, np.maximum(needs, _BESIDE)[:, None, :]).max(-1)
    best = np.broadcast_to(needs.max(0, initial=_LEAST), needs.shape)
    seen = np.stack([np.log(needs), np.log(1 - needs), np.log(others), np.log(best)], -1)
    return sigmoid(seen @ _WEIGHTS + _OFFSET)
