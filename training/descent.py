"""How do weights move? By AdamW, with two rates that are warmed up and then let down."""

from __future__ import annotations

import torch
from torch import Tensor, nn

DECAY, CLIP, WARM, LEAST = 0.01, 1.0, 0.1, 0.02
"""Weight decay; the longest gradient; the share of steps in which the rates rise; the least share of a rate."""


class Descent:
    """Holds the optimiser while ``steps`` steps are taken.

    ``rates`` are those of the upper layers and of all else, a stance network's own lower layers among it.
    """

    def __init__(self, net: nn.Module, rates: tuple[float, float], steps: int) -> None:
        self._net = net
        layers = [p for name, p in net.named_parameters() if "layers." in name]
        rest = [p for name, p in net.named_parameters() if "layers." not in name]
        groups = [{"params": layers, "lr": rates[0]}, {"params": rest, "lr": rates[1]}]
        self._optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda t: min((t + 1) / (WARM * steps), max(LEAST, (steps - t) / ((1 - WARM) * steps)))
        )

    def step(self, loss: Tensor) -> None:
        """Move down ``loss``."""
        self._optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._net.parameters(), CLIP)
        self._optimiser.step()
        self._schedule.step()
