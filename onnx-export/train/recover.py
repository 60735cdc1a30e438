"""A checkpoint from a pair folder, so that training can go on from a pair whose checkpoints are gone.

8-bit weights come back rounded (by half a step of 1/64 of the row's largest number at most), which training mends at once.
"""
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from transformers import T5Config, T5ForConditionalGeneration

from export_pair.t5 import relative_position_bucket

_OTHER_DISTANCES = "the pair's models tell other distances apart than this recipe's, which have 32 buckets up to 128; only such pairs can be recovered"


def recovered(pair: Path, size: str) -> T5ForConditionalGeneration:
    """The model ``size`` ("small" or "large") of a pair with relu and tied embeddings, as ``train`` makes them."""
    description = json.loads((pair / "pair.json").read_text("utf-8"))
    model = description["models"][size]
    encoder, decoder = (_Stored(pair / model[part]) for part in ("encoder", "decoder"))
    if not encoder.has("encoder.block.0.layer.1.DenseReluDense.wi"):
        raise ValueError(f"the model {size} of {pair} has gated activations; only pairs with relu, as this recipe makes, can be recovered")
    if decoder.has("lm_head") or decoder.has("lm_head.pieces"):
        raise ValueError(f"the model {size} of {pair} has an output layer apart from its embedding; only pairs in which both are one can be recovered")
    if other := (encoder.operators | decoder.operators) & {"Gelu", "Sigmoid"}:
        raise ValueError(f"the model {size} of {pair} has the activation {min(other)}; only pairs with relu, as this recipe makes, can be recovered")
    shared = encoder.matrix("shared")
    config = T5Config(vocab_size=len(shared), d_model=shared.shape[1], d_kv=model["headSize"], num_heads=model["heads"],
                      d_ff=len(encoder.matrix("encoder.block.0.layer.1.DenseReluDense.wi")), num_decoder_layers=model["layers"],
                      num_layers=encoder.layers("encoder"), feed_forward_proj="relu", tie_word_embeddings=True, dropout_rate=0.0,
                      pad_token_id=description["specialIds"]["pad"], eos_token_id=description["specialIds"]["endOfText"],
                      decoder_start_token_id=description["specialIds"]["decoderStart"])
    new = T5ForConditionalGeneration(config)
    with torch.no_grad():
        for name, parameter in new.named_parameters():
            array = _parameter(name.removesuffix(".weight"), encoder, decoder, config)
            parameter.copy_(torch.from_numpy(np.array(array)))
    return new


def _parameter(name: str, encoder: "_Stored", decoder: "_Stored", config: T5Config) -> np.ndarray:
    in_encoder_graph = not name.startswith("decoder.") or name.endswith(("EncDecAttention.k", "EncDecAttention.v"))
    graph = encoder if in_encoder_graph else decoder
    if in_encoder_graph and name.startswith("decoder."):
        stacked = graph.matrix("cross.kv").reshape(config.num_decoder_layers, 2, -1, config.d_model)
        return stacked[int(name.split(".")[2]), "kv".index(name[-1])]
    if name.endswith("relative_attention_bias"):
        return _bias_by_bucket(graph.array("bias_by_distance"), name.startswith("encoder."), config)
    if name.endswith(("SelfAttention.q", "SelfAttention.k", "SelfAttention.v")):
        stacked = graph.matrix(name[:-1] + "qkv")
        return np.split(stacked, 3)["qkv".index(name[-1])]
    if name == "decoder.final_layer_norm":
        return graph.array(name) * np.float32(config.d_model ** 0.5)      # the graph holds it with the head's factor
    return graph.array(name) if name.endswith("norm") else graph.matrix(name)


def _bias_by_bucket(by_distance: np.ndarray, bidirectional: bool, config: T5Config) -> np.ndarray:
    """[buckets, heads] from the graph's table [1, heads, distances 0..furthest, then negative ones].

    A bucket that no distance falls into (T5 has one) stays 0.
    """
    furthest, buckets = config.relative_attention_max_distance, config.relative_attention_num_buckets
    distances = np.arange(furthest + 1)
    if bidirectional:
        distances = np.append(distances, np.arange(-furthest, 0))
    bias = np.zeros((buckets, config.num_heads), np.float32)
    used = relative_position_bucket(-distances, bidirectional, buckets, furthest)
    # the decoder's table ends with an entry for what is still to come
    if by_distance.shape[-1] != len(distances) + (not bidirectional):
        raise ValueError(_OTHER_DISTANCES)
    bias[used] = by_distance[0, :, :len(distances)].T
    if not np.array_equal(bias[used].T, by_distance[0, :, :len(distances)]):
        raise ValueError(_OTHER_DISTANCES)
    return bias


class _Stored:
    """The arrays of a graph, whichever way its weights are stored."""

    def __init__(self, path: Path):
        graph = onnx.load(path).graph
        self._arrays = {t.name: t for t in graph.initializer}
        self.operators = {node.op_type for node in graph.node}

    def has(self, name: str) -> bool:
        return any(form in self._arrays for form in (name, f"{name}.int8", f"{name}.columns"))

    def layers(self, side: str) -> int:
        return len({name.split(".")[2] for name in self._arrays if name.startswith(f"{side}.block.")})

    def array(self, name: str) -> np.ndarray:
        return numpy_helper.to_array(self._arrays[name])

    def matrix(self, name: str) -> np.ndarray:
        """float32 [outputs, inputs]"""
        if f"{name}.int8" in self._arrays:
            return self.array(f"{name}.int8") * self.array(f"{name}.scale")
        if f"{name}.columns" in self._arrays:
            return (self.array(f"{name}.columns") * self.array(f"{name}.scales")).T
        return self.array(name)
