"""AdamW whose step is, for each tensor, a share of that tensor's own size."""
import torch

REFRESH = 10
SMALLEST = 1e-3


class ScaledAdamW(torch.optim.AdamW):
    """AdamW with each tensor's learning rate multiplied by the tensor's root mean square, as Adafactor does.

    T5's initial scales differ from tensor to tensor by up to the width of the model: one rate for all is too high for
    some or leaves the rest standing still (plain AdamW stays at the plateau of unigram frequencies). The scale is
    taken again every ``REFRESH`` steps and saved with the state.
    """

    def __init__(self, parameters):
        super().__init__([{"params": [p], "scale": 0.0} for p in parameters], lr=0.0, betas=(0.9, 0.98), weight_decay=0.0, fused=True)

    @torch.no_grad()
    def set_rate(self, rate: float, step: int) -> None:
        """Sets the rate of the coming step, ``step`` counted from 0."""
        for group in self.param_groups:
            if step % REFRESH == 0 or group["scale"] == 0.0:
                group["scale"] = max(SMALLEST, group["params"][0].float().pow(2).mean().sqrt().item())
            group["lr"] = rate * group["scale"]
