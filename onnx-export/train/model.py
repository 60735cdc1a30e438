"""The two sizes of a pair, both of T5's architecture."""
from pathlib import Path

import torch
from transformers import T5Config, T5ForConditionalGeneration
from transformers.masking_utils import create_bidirectional_mask
from transformers.utils import logging

from export_pair.checkpoint import read_config, read_model
from export_pair.errors import ExportError
from train.loss import FusedCrossEntropy
from train.precision import precision, products
from train.tokenizer import END, PAD

SIZES = {
    "large": dict(d_model=256, d_kv=64, num_heads=4, d_ff=1024, num_layers=8, num_decoder_layers=12),
    "small": dict(d_model=256, d_kv=64, num_heads=4, d_ff=1024, num_layers=10, num_decoder_layers=1),     # the large one's encoder and two layers of its own
    "large-wide": dict(d_model=512, d_kv=64, num_heads=8, d_ff=2048, num_layers=6, num_decoder_layers=8),
    "small-wide": dict(d_model=256, d_kv=64, num_heads=4, d_ff=1024, num_layers=3, num_decoder_layers=1),
    "tiny": dict(d_model=64, d_kv=16, num_heads=4, d_ff=128, num_layers=1, num_decoder_layers=1),
}
SMOOTHING = 0.1
logging.disable_progress_bar()      # one file a model: its bars only litter the log


def build(size: str, vocabulary: int, dropout: float) -> T5ForConditionalGeneration:
    config = T5Config(vocab_size=vocabulary, dropout_rate=dropout, feed_forward_proj="relu", tie_word_embeddings=True,
                      pad_token_id=PAD, eos_token_id=END, decoder_start_token_id=PAD, relative_attention_num_buckets=32,
                      **SIZES[size])
    config._attn_implementation = "eager"
    return T5ForConditionalGeneration(config)


def load(folder: Path, dropout: float = 0.0, vocabulary: int = 0) -> T5ForConditionalGeneration:
    """The model in ``folder``. Refused: what is no whole T5 model, an output layer that is not the embedding, as all of this recipe takes
    both for one, and fewer embeddings than ``vocabulary``."""
    try:
        config = read_config(folder, folder)
        config.dropout_rate, config._attn_implementation = dropout, "eager"
        model = read_model(folder, folder, config)
    except ExportError as problem:
        raise ValueError(str(problem)) from problem
    if model.lm_head.weight is not model.shared.weight or not model.config.scale_decoder_outputs:
        raise ValueError(f"{folder} has an output layer apart from its embedding (as T5 v1.1, flan-T5 and mT5 have), which would stay as it is; "
                         "give a model in which both are one, such as this recipe makes")
    if model.config.vocab_size < vocabulary:
        raise ValueError(f"{folder} has {model.config.vocab_size} embeddings but the tokenizer has {vocabulary} pieces; take over the model's own "
                         "tokenizer by 'tokenizer --adopt', and where that adds bytes, make room for them by 'reshape'")
    return model


def loss(model: T5ForConditionalGeneration, source: torch.Tensor, target: torch.Tensor, smoothing: float = SMOOTHING) -> torch.Tensor:
    """Mean cross-entropy per target token. source [B, S], padded with 0; target [B, T], padded with -100."""
    hidden = decoded(model, encoded(model, source), source, target).flatten(0, 1)
    labels, dtype = target.flatten(), precision(source.device.type)
    scale = model.config.d_model ** -0.5      # with tied embeddings T5 scales the hidden state before the output layer
    if torch.is_grad_enabled():
        return FusedCrossEntropy.apply(hidden, model.shared.weight, labels, smoothing, scale, dtype)
    logits = (hidden * scale).to(dtype) @ model.shared.weight.to(dtype).t()
    return torch.nn.functional.cross_entropy(logits.float(), labels, label_smoothing=smoothing)


def encoded(model: T5ForConditionalGeneration, source: torch.Tensor) -> torch.Tensor:
    """The encoder's last hidden states [B, S, d] of source [B, S], padded with 0."""
    return normed(model, read_on(model, embedded(model, source), source))


def embedded(model: T5ForConditionalGeneration, source: torch.Tensor) -> torch.Tensor:
    """What the encoder's first layer reads [B, S, d] of source [B, S]."""
    return model.encoder.dropout(model.shared(source))


def read_on(model: T5ForConditionalGeneration, states: torch.Tensor, source: torch.Tensor, first: int = 0) -> torch.Tensor:
    """The encoder's hidden states after its last layer [B, S, d], before the norm; states [B, S, d]: those before layer ``first``."""
    encoder, length = model.encoder, source.shape[1]
    with products(source.device.type):
        bias = encoder.block[0].layer[0].SelfAttention.compute_bias(length, length, device=source.device)
        mask = create_bidirectional_mask(config=model.config, inputs_embeds=states, attention_mask=(source != PAD).long())
        for block in encoder.block[first:]:
            states = block(states, mask, bias)[0]
    return states


def normed(model: T5ForConditionalGeneration, states: torch.Tensor) -> torch.Tensor:
    """What the decoder reads of the encoder's ``states`` after its last layer."""
    return model.encoder.dropout(model.encoder.final_layer_norm(states))


def decoded(model: T5ForConditionalGeneration, states: torch.Tensor, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """The decoder's last hidden states [B, T, d] float32 before each piece of target [B, T]; states [B, S, d]: the encoder's."""
    with products(source.device.type):
        return model.decoder(input_ids=shifted(target), encoder_hidden_states=states, encoder_attention_mask=(source != PAD).long(),
                             use_cache=False)[0].float()


def shifted(target: torch.Tensor) -> torch.Tensor:
    """What the decoder reads to write ``target`` [B, T]: the start piece, then all but the last, without -100."""
    return torch.nn.functional.pad(target[:, :-1].clamp(min=0), (1, 0), value=PAD)
