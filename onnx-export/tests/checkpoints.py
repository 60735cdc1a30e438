"""Small randomly initialised checkpoints in the HuggingFace format, for shapes and arithmetic (they know no language)."""

import json

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer, models
from transformers import MT5Config, MT5ForConditionalGeneration, T5Config, T5ForConditionalGeneration

VOCABULARY = 97
CLASSES = {"t5": (T5Config, T5ForConditionalGeneration), "mt5": (MT5Config, MT5ForConditionalGeneration)}


def make_checkpoint(folder, family="t5", feed_forward="relu", tied=True, seed=0, vocabulary=VOCABULARY, **settings):
    """
    Saves a checkpoint and returns its folder. The shapes are as awkward as T5 allows: heads times head size is not
    the width, encoder and decoder differ in depth, and relative positions are far within 20 tokens.
    """
    config_class, model_class = CLASSES[family]
    shape = {
        "d_model": 48, "num_heads": 3, "d_kv": 20, "d_ff": 80, "num_layers": 2, "num_decoder_layers": 3,
        "relative_attention_num_buckets": 8, "relative_attention_max_distance": 16,
    }  # fmt: skip
    config = config_class(
        vocab_size=vocabulary, feed_forward_proj=feed_forward, tie_word_embeddings=tied,
        decoder_start_token_id=0, **{**shape, **settings},
    )  # fmt: skip
    torch.manual_seed(seed)
    model = model_class(config).eval()
    if not tied:
        model.lm_head.weight = torch.nn.Parameter(torch.randn_like(model.lm_head.weight) / 3)
    model.shared.weight.data *= 0.2  # or a tied head repeats its input
    for name, weights in model.named_parameters():
        if "layer_norm" in name or "relative_attention_bias" in name:
            weights.data += 0.5 * torch.randn_like(weights)  # as initialised they are all 1 or all near 0
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    change_config(folder, tie_word_embeddings=tied, scale_decoder_outputs=None)
    return folder


def share_encoder(source, target):
    """Gives the checkpoint `target` the embedding and the encoder of `source`."""
    mine, others = (load_file(folder / "model.safetensors") for folder in (target, source))
    same = {name: array for name, array in others.items() if name.startswith(("shared", "encoder."))}
    save_file({**mine, **same}, target / "model.safetensors", {"format": "pt"})


def change_config(folder, **changes):
    """Sets keys of config.json; None takes a key out."""
    file = folder / "config.json"
    content = {**json.loads(file.read_text()), **changes}
    file.write_text(json.dumps({key: value for key, value in content.items() if value is not None}))


def make_tokenizer(file, size=VOCABULARY, changed=()):
    """Writes a Unigram tokenizer of `size` tokens; `changed` holds (id, token) pairs that differ from the usual."""
    tokens = ["<pad>", "</s>", "<unk>", *(f"piece{index}" for index in range(3, size))]
    for index, token in changed:
        tokens[index] = token
    tokenizer = Tokenizer(models.Unigram([(token, -1.0) for token in tokens], unk_id=2))
    file.parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(file))
    return file
