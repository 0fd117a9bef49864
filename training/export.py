"""How do the fitted weights become the file that ships? Matrices as int8 with one scale a column, the rest as half
floats."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.bert import Bert
from training.named import NamedReader
from training.net import FIXED, SPLIT, Reader

Arrays = dict[str, NDArray[np.generic]]


@dataclass(frozen=True)
class Shares:
    """What counts how much: the stance network, the reading with masked names, the words around the names."""

    stance: float
    named: float
    features: float


def arrays_of(
    bert: Bert, net: Reader, doing: Reader, naming: NamedReader, words: tuple[Any, Any], shares: Shares
) -> dict[str, NDArray[np.float32]]:
    """Every array by the name the reader knows; matrices as (inputs, outputs).

    ``net`` brings the stances, ``doing`` the acts, ``naming`` what is said of wants named outright; ``words`` are
    the weights of the words around those (upperhand.reader.mentions) and of phrases (upperhand.reader.phrases).
    """
    out: dict[str, NDArray[np.float32]] = {}
    for name, tensor in bert.state_dict().items():
        out[name] = _plain(name, tensor)
    renamed = {"lower.": "stance.lower.", "layers.": "stance.layers.", "act_layers.": "acts.layers.",
               "segment.": "stance.segment.", "stance.0.": "stance.inner.", "stance.3.": "stance.outer.",
               "unlisted.": "stance.unlisted.", "acts.": "acts.heads.", "question.": "acts.question."}  # fmt: skip
    deeds = ("act_layers.", "acts.", "question.")
    both = {k: v for k, v in net.state_dict().items() if not k.startswith(deeds)}
    both |= {k: v for k, v in doing.state_dict().items() if k.startswith(deeds)}
    for name, tensor in both.items():
        if name == "value":
            value = tensor.detach().numpy().astype(np.float32).copy()
            value[0] = 0.0
            out["stance.value"] = value
            continue
        old = next(prefix for prefix in renamed if name.startswith(prefix))
        out[renamed[old] + name.removeprefix(old)] = _plain(name, tensor)
    out["split"], out["fixed"] = np.array(SPLIT, dtype=np.float32), np.array(FIXED, dtype=np.float32)
    out["stance.scale"] = np.array(shares.stance, dtype=np.float32)
    for name, tensor in naming.state_dict().items():
        out[f"named.{name}"] = _plain(name, tensor)
    for part in ("weight", "bias"):
        out[f"named.outer.{part}"][..., -1] *= shares.named
    out["named.features"] = (words[0] * shares.features).astype(np.float32)
    phrases = words[1].astype(np.float32)
    out["acts.phrases.weight"], out["acts.phrases.bias"] = phrases[:-1], phrases[-1]
    return out


def _plain(name: str, tensor: object) -> NDArray[np.float32]:
    array = np.asarray(tensor.detach().numpy(), dtype=np.float32)  # type: ignore[attr-defined]
    table = name.startswith(("word.", "position.", "kind.", "segment."))
    return array.copy() if array.ndim < 2 or table else array.T.copy()


def small(arrays: dict[str, NDArray[np.float32]]) -> Arrays:
    """Large matrices as int8, the word table with one scale a row, all others as float16 or, if tiny, float32."""
    out: Arrays = {}
    for name, array in arrays.items():
        if array.size < 20_000:
            out[name] = array
        elif array.ndim == 2 and name != "position.weight":
            axis = 1 if name == "word.weight" else 0
            scale = np.maximum(np.abs(array).max(axis=axis, keepdims=True) / 127, 1e-12).astype(np.float32)
            out[name] = np.clip(np.round(array / scale), -127, 127).astype(np.int8)
            out[f"{name}:scale"] = scale
        else:
            out[name] = array.astype(np.float16)
    return out


def write(arrays: dict[str, NDArray[np.float32]], vocabulary: Path, folder: Path) -> int:
    """Write ``reader.npz`` and ``vocabulary.txt`` into ``folder``; the bytes of the first."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / "reader.npz", **small(arrays))  # type: ignore[arg-type]
    text = vocabulary.read_text("utf-8").rstrip("\n")
    (folder / "vocabulary.txt").write_text(text, "utf-8")
    shutil.copystat(vocabulary, folder / "vocabulary.txt")
    return (folder / "reader.npz").stat().st_size
