"""The encoder in torch, for training: BERT with positions of our own."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as f


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor, memory: Tensor | None = None, of: Tensor | None = None) -> Tensor:
        """``memory`` (groups, places, width) is looked at and not changed; row n of ``x`` looks at group ``of[n]``.

        ``bias`` runs along the places of ``x``, then those of the memory.
        """
        n, length, width = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        if memory is not None and of is not None:
            seen = f.linear(memory, self.qkv.weight[width:], self.qkv.bias[width:])
            seen = seen.view(*memory.shape[:2], 2, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
            k, v = torch.cat([k, seen[0][of]], 2), torch.cat([v, seen[1][of]], 2)
        scores = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(n, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(f.gelu(self.up(x)))))


class Bert(nn.Module):
    """Token ids (n, length), positions, kinds and mask likewise -> states (n, length, width)."""

    def __init__(self, vocabulary: int = 30522, width: int = 384, layers: int = 6, heads: int = 12) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(512, width)
        self.kind = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(width, heads, 4 * width) for _ in range(layers))

    def embed(self, ids: Tensor) -> Tensor:
        """The input of the first layer."""
        positions = torch.arange(ids.shape[1])
        return self.drop(self.norm(self.word(ids) + self.position(positions) + self.kind.weight[0]))


def load_minilm(folder: Path) -> Bert:
    """all-MiniLM-L6-v2 from its ``model.safetensors``."""
    from safetensors.torch import load_file

    raw = load_file(str(folder / "model.safetensors"))
    raw = {k.removeprefix("bert."): v for k, v in raw.items()}
    out = {
        "word.weight": raw["embeddings.word_embeddings.weight"],
        "position.weight": raw["embeddings.position_embeddings.weight"],
        "kind.weight": raw["embeddings.token_type_embeddings.weight"],
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    names = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
             "down": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
    for i in range(6):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            q, k, v = (raw[f"{old}attention.self.{x}.{part}"] for x in ("query", "key", "value"))
            out[f"{new}qkv.{part}"] = torch.cat([q, k, v])
            for ours, theirs in names.items():
                out[f"{new}{ours}.{part}"] = raw[f"{old}{theirs}.{part}"]
    model = Bert()
    model.load_state_dict(out)
    return model
