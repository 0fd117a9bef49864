"""What has the reader learnt? Its weights, as they ship."""

from __future__ import annotations

import io
from functools import lru_cache
from importlib.resources import files

import numpy as np

from upperhand.reader.network import Floats
from upperhand.reader.wordpiece import WordPiece


@lru_cache(maxsize=1)
def load_weights() -> dict[str, Floats]:
    """All arrays by name, as float32.

    Matrices ship as int8 with one scale an output column (``name`` and ``name:scale``); sums are done in float32 all
    the same, so that every processor gives the same reading.
    """
    data = (files("upperhand.reader") / "weights" / "reader.npz").read_bytes()
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        raw = {name: stored[name] for name in stored.files}
    out: dict[str, Floats] = {}
    for name, array in raw.items():
        if name.endswith(":scale"):
            continue
        scale = raw.get(f"{name}:scale")
        out[name] = array.astype(np.float32) if scale is None else array.astype(np.float32) * scale.astype(np.float32)
    return out


@lru_cache(maxsize=1)
def load_pieces() -> WordPiece:
    """The word pieces the encoder knows."""
    text = (files("upperhand.reader") / "weights" / "vocabulary.txt").read_text("utf-8")
    return WordPiece(text.split("\n"))
