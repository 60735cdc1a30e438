"""Models made from trained ones: deeper (growing a model that has learned something) or shallower (a small one from a large)."""
from dataclasses import dataclass

import torch
from transformers import T5Config, T5ForConditionalGeneration

# A layer that is copied a second time adds to the residual stream what is there already. Its last matrices are scaled
# down by this factor, so that the deeper model starts close to the shallower one (Gong et al. 2019, stacking).
DAMPING = 0.15


@dataclass(frozen=True)
class Depth:
    """Layers of encoder and decoder."""
    encoder: int
    decoder: int


def reshaped(model: T5ForConditionalGeneration, depth: Depth, vocabulary: int, keep_encoder: bool = False) -> T5ForConditionalGeneration:
    """A model of ``depth`` with ``model``'s weights: layers taken evenly, repeated where there are more than before.

    With ``keep_encoder`` the encoder begins with ``model``'s, whole; further layers, which repeat its last, follow on it.
    Pieces beyond the old vocabulary start as its last, rarest ones.
    """
    config = T5Config(**{**model.config.to_dict(), "num_layers": depth.encoder, "num_decoder_layers": depth.decoder,
                         "vocab_size": vocabulary})
    config._attn_implementation = "eager"
    new = T5ForConditionalGeneration(config)
    with torch.no_grad():
        _copy_embedding(model.shared.weight, new.shared.weight)
        _copy_stack(model.encoder, new.encoder, keep_encoder)
        _copy_stack(model.decoder, new.decoder)
    return new


def _copy_embedding(old: torch.Tensor, new: torch.Tensor) -> None:
    shared = min(len(old), len(new))
    new[:shared] = old[:shared]
    if len(new) > shared:
        new[shared:] = old[-(len(new) - shared):]


def _copy_stack(old, new, keep: bool = False) -> None:
    bias = old.block[0].layer[0].SelfAttention.relative_attention_bias.weight
    new.block[0].layer[0].SelfAttention.relative_attention_bias.weight.copy_(bias)      # shared by all layers, kept in the first
    new.final_layer_norm.load_state_dict(old.final_layer_norm.state_dict())
    used = set()
    for i, block in enumerate(new.block):
        source = min(i, len(old.block) - 1) if keep else i * len(old.block) // len(new.block)
        state = {k: v for k, v in old.block[source].state_dict().items() if "relative_attention_bias" not in k}
        block.load_state_dict(state, strict=False)
        if source in used:
            for name, weight in block.named_parameters():
                if name.endswith((".o.weight", ".wo.weight")):
                    weight.mul_(DAMPING)
        used.add(source)
