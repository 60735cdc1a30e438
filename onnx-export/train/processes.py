"""Several processes train one model (data parallel): each on its own part of the text, all with the same step.

``torchrun --nproc-per-node N -m -- train ...`` starts them, on the cores of one processor or on a graphics card each. The
step is that of a batch N times as large.
"""
import os
from collections.abc import Iterable

import torch
import torch.distributed as dist


def process_count() -> int:
    """How many processes torchrun has started for this training."""
    return int(os.environ.get("WORLD_SIZE", 1))


class Processes:
    """The processes of this training: ``count`` of them, of which this one is number ``rank``; the first speaks and saves."""

    def __init__(self, device: str):
        self.rank, self.count = int(os.environ.get("RANK", 0)), process_count()
        if self.count > 1:
            dist.init_process_group("nccl" if device.startswith("cuda") else "gloo")
        self._device = device

    @property
    def first(self) -> bool:
        return self.rank == 0

    def as_first(self, value: float) -> float:
        """The first process's value: one clock and one signal count for all, or their models would drift apart."""
        return self._shared(value, lambda tensor: dist.broadcast(tensor, 0))

    def total(self, value: float) -> float:
        """The sum of every process's value."""
        return self._shared(value, dist.all_reduce)

    def least(self, value: float) -> float:
        """The least of every process's value."""
        return self._shared(value, lambda tensor: dist.all_reduce(tensor, dist.ReduceOp.MIN))

    def average_gradients(self, parameters: Iterable[torch.nn.Parameter]) -> None:
        """Replaces each gradient by its mean over all processes, in one exchange."""
        if self.count == 1:
            return
        gradients = [p.grad for p in parameters if p.grad is not None]
        all_in_one = torch.cat([g.flatten() for g in gradients])
        dist.all_reduce(all_in_one)
        for gradient, mean in zip(gradients, all_in_one.div_(self.count).split([g.numel() for g in gradients])):
            gradient.copy_(mean.view_as(gradient))

    def _shared(self, value: float, exchange) -> float:
        if self.count == 1:
            return value
        tensor = torch.tensor([value], dtype=torch.float64, device=self._device)
        exchange(tensor)
        return tensor.item()
