"""How does a text pass through the layers of the encoder, in plain numpy?

Transformer encoder layers with the norm after each part, as in BERT (Vaswani et al. 2017, arXiv 1706.03762; Devlin
et al. 2019, arXiv 1810.04805). All arrays are float32.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
EPSILON = 1e-12
HEADS = 12
_ERF = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
FAR = np.float32(-1e4)
"""What is added to the attention score of padding."""
AT_ONCE = 24
"""Texts that pass the upper layers together."""


@dataclass(frozen=True)
class Layer:
    """The weights of one layer; matrices are (inputs, outputs)."""

    qkv: tuple[Floats, Floats]
    out: tuple[Floats, Floats]
    norm1: tuple[Floats, Floats]
    up: tuple[Floats, Floats]
    down: tuple[Floats, Floats]
    norm2: tuple[Floats, Floats]


def layer_of(weights: Mapping[str, Floats], name: str) -> Layer:
    """The layer whose arrays are called ``name.part.weight`` and ``name.part.bias``."""

    def pair(part: str) -> tuple[Floats, Floats]:
        return weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"]

    return Layer(pair("qkv"), pair("out"), pair("norm1"), pair("up"), pair("down"), pair("norm2"))


def in_batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts in batches, like lengths together: padding costs as much as words."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for at in range(0, len(order), AT_ONCE):
        yield order[at : at + AT_ONCE]


def padded(states: Sequence[Floats]) -> tuple[Floats, Floats]:
    """States (length, width) of several texts as one array (n, longest, width), and the bias that hides the padding."""
    x = np.zeros((len(states), max(len(s) for s in states), states[0].shape[1]), dtype=np.float32)
    bias = np.full((len(states), 1, 1, x.shape[1]), FAR, dtype=np.float32)
    for n, own in enumerate(states):
        x[n, : len(own)], bias[n, :, :, : len(own)] = own, 0
    return x, bias


def through(layer: Layer, x: Floats, bias: Floats, memory: Floats | None = None) -> Floats:
    """States (n, length, width) after the layer.

    ``memory`` (places, width) are words that every row looks at and that stay as they are. ``bias`` (n, 1, 1, length [+
    places]) is 0 for words and FAR for padding.
    """
    n, length, width = x.shape
    size = width // HEADS
    mixed = linear(x, layer.qkv).reshape(n, length, 3, HEADS, size).transpose(2, 0, 3, 1, 4)
    q, k, v = mixed[0], mixed[1], mixed[2]
    scores = q @ k.transpose(0, 1, 3, 2)
    if memory is not None:
        weights, offset = layer.qkv
        seen = linear(memory, (weights[:, width:], offset[width:])).reshape(-1, 2, HEADS, size).transpose(1, 2, 0, 3)
        scores = np.concatenate([scores, q @ seen[0].transpose(0, 2, 1)], axis=-1)
    scores *= np.float32(size**-0.5)
    scores += bias
    shares = softmax(scores)
    heads = shares[..., :length] @ v
    if memory is not None:
        heads += shares[..., length:] @ seen[1]
    x = normed(x + linear(heads.transpose(0, 2, 1, 3).reshape(n, length, width), layer.out), layer.norm1)
    return normed(x + linear(gelu(linear(x, layer.up)), layer.down), layer.norm2)


def linear(x: Floats, weights: tuple[Floats, Floats]) -> Floats:
    """x W + b over the last axis, as one matrix product."""
    flat = x.reshape(-1, x.shape[-1]) @ weights[0]
    flat += weights[1]
    return np.asarray(flat.reshape(*x.shape[:-1], -1))


def normed(x: Floats, weights: tuple[Floats, Floats]) -> Floats:
    """Layer norm over the last axis."""
    x = x - x.mean(-1, keepdims=True)
    spread = np.sqrt(np.einsum("...i,...i->...", x, x)[..., None] / np.float32(x.shape[-1]) + np.float32(EPSILON))
    return np.asarray(x / spread * weights[0] + weights[1])


def softmax(x: Floats) -> Floats:
    """Softmax over the last axis."""
    x = x - x.max(-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(-1, keepdims=True)
    return x


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + e^-x)."""
    return np.asarray(1 / (1 + np.exp(-x)), dtype=np.float32)


def gelu(x: Floats) -> Floats:
    """x Phi(x), with erf to 1.5e-7 (Abramowitz and Stegun 1964, formula 7.1.26)."""
    z = np.abs(x)
    z *= np.float32(0.7071067811865476)
    t = z * np.float32(0.3275911)
    t += np.float32(1)
    np.reciprocal(t, out=t)
    tail = t * np.float32(_ERF[0])
    for factor in _ERF[1:]:
        tail += np.float32(factor)
        tail *= t
    np.multiply(z, z, out=z)
    np.negative(z, out=z)
    tail *= np.exp(z, out=z)
    erf: Floats = np.copysign(np.subtract(np.float32(1), tail, out=tail), x, out=tail)
    erf += np.float32(1)
    erf *= x
    erf *= np.float32(0.5)
    return erf
