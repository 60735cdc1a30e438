"""The mean of a model's weights before and after it was trained on.

It keeps what both have in common: weights on the line between a model and what became of it stay as good, and the mean is
often better than either end (WiSE-FT, Wortsman et al., arXiv 2109.01903).
"""
import torch
from transformers import T5ForConditionalGeneration


def mean(before: T5ForConditionalGeneration, after: T5ForConditionalGeneration, share: float) -> T5ForConditionalGeneration:
    """``after``, each weight now ``share`` (0 to 1) of its own and the rest of ``before``'s. Raises ValueError for models of other shapes."""
    former, latter = dict(before.named_parameters()), dict(after.named_parameters())      # a matrix that two parts share is in once
    shapes, wanted = ({name: tuple(weight.shape) for name, weight in weights.items()} for weights in (former, latter))
    if other := sorted(set(shapes.items()) ^ set(wanted.items())):
        raise ValueError(f"the two models are not of one shape ('{other[0][0]}' differs); give a model and what it was trained from")
    with torch.no_grad():
        for name, weight in latter.items():
            weight.lerp_(former[name], 1 - share)
    return after
