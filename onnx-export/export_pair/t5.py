"""
T5 (arXiv 1910.10683, section 2.1) as two ONNX graphs, the decoder's cache in the caller's hands.

Batch is 1 and there is no padding, so the inputs need no mask. Shapes: S source tokens, T new target tokens,
P cached positions, H heads, D head size, K top candidates, V tokens in the vocabulary.

The graphs are written node by node instead of traced from PyTorch: the architecture is small and frozen, and a
decoder that runs once per token on a CPU feels every needless node.
"""

import math
from copy import copy

import numpy as np

from export_pair.graph import MICROSOFT, Graph

MASKED = np.finfo(np.float32).min
"""Added to the score of a key that a query must not see: e^MASKED is 0, and unlike -inf it never makes a NaN."""

UNWRITTEN = 100.0
"""Nats that a piece which the model never writes is away at least; finite, so that differences are numbers."""

READING = (
    "d_model", "num_heads", "d_kv", "feed_forward_proj", "layer_norm_epsilon", "relative_attention_num_buckets", "relative_attention_max_distance",
)  # fmt: skip
"""What of the configuration decides how an encoder's layers compute, beside the weights."""

ACTIVATIONS = {
    "relu": lambda graph, x: graph.add("Relu", x),
    "gelu": lambda graph, x: graph.add("Gelu", x),
    "gelu_new": lambda graph, x: graph.add("Gelu", x, approximate="tanh"),
    "silu": lambda graph, x: graph.add("Mul", x, graph.add("Sigmoid", x)),
}
"""`dense_act_fn` of the configuration -> its nodes."""


def encoder_graph(checkpoint, weights):
    """`input_ids` int64 [1,S] -> `cross.l.key`, `cross.l.value` float [1,H,S,D] for every decoder layer l."""
    graph = Graph("encoder")
    stack, bias = _source(graph, checkpoint, weights)
    stack.read(range(checkpoint.config.num_layers), bias)
    _put_out_cross(graph, stack, {"": checkpoint})
    return graph


def shared_encoder_graph(small, large, small_weights, large_weights):
    """
    One encoder for two models that begin alike (`begin_alike`): the outputs of `encoder_graph` for both, named
    `small.cross.l.key` and so on and `large.cross.l.key` and so on. Encoder layers that only the small model has follow
    on the large one's.
    """
    graph = Graph("encoder")
    stack, bias = _source(graph, large, large_weights)
    depth = large.config.num_layers
    stack.read(range(depth), bias)
    if _same(small, large, _encoder_names(small)):
        _put_out_cross(graph, stack, {"small.": small, "large.": large})
        return graph
    _put_out_cross(graph, stack, {"large.": large})
    branch = graph.branch("small.")
    stack = stack.continued(branch, small, small_weights)
    stack.read(range(depth, small.config.num_layers), bias)
    _put_out_cross(branch, stack, {"": small})
    return graph


def begin_alike(small, large):
    """Whether the small model reads a source as the large one does, or goes on where that one's encoder ends: the same embedding, layers and heads."""
    one, other = small.config, large.config
    names = [name for name in _encoder_names(large) if not name.startswith("encoder.final_layer_norm.")]
    return all(getattr(one, key) == getattr(other, key) for key in READING) and one.num_layers >= other.num_layers and _same(small, large, names)


def _same(small, large, names):
    return all(name in small.tensors and name in large.tensors and np.array_equal(small.tensors[name], large.tensors[name]) for name in names)


def _encoder_names(checkpoint):
    return [name for name in checkpoint.tensors if name.startswith(("encoder.", "shared."))]


def _source(graph, checkpoint, weights):
    """The encoder before its first layer, and its scores' bias."""
    ids = graph.input("input_ids", np.int64, [1, "source"])
    stack = _Stack(graph, checkpoint, weights, "encoder", ids)
    return stack, stack.position_bias(graph.int(0), graph.add("Squeeze", graph.add("Shape", ids, start=1, end=2)))


def _put_out_cross(graph, stack, readers):
    """`readers`: prefix of the outputs' names -> the checkpoint whose decoder they are for."""
    names = [
        prefix + name for prefix, reader in readers.items()
        for layer in range(reader.config.num_decoder_layers) for name in _cache(layer, "cross")
    ]  # fmt: skip
    stack.cross_keys_and_values(readers.values(), to=names)
    for name in names:
        graph.output(name, np.float32, stack.cache_shape("source"))


def decoder_graph(checkpoint, weights, candidates):
    """
    `input_ids` int64 [1,T], `keep` int64 [1] (how many of the P cached positions stay), `past.l.key/value` float
    [1,H,P,D] (P may be 0), `cross.l.key/value` [1,H,S,D] -> `present.l.key/value` [1,H,keep+T,D], `top_ids` int64
    [1,T,K] and `top_probs` float [1,T,K] (best first), `draft_nll` float [1,T]: entry t is -ln p(input_ids[t+1]),
    the last entry is finite and means nothing. K best and p are of the pieces that the checkpoint writes; any other
    following token is `UNWRITTEN` nats away and more.
    """
    graph = Graph("decoder")
    ids = graph.input("input_ids", np.int64, [1, "tokens"])
    keep = graph.input("keep", np.int64, [1])
    stack = _Stack(graph, checkpoint, weights, "decoder", ids)
    total = graph.add("Add", keep, graph.add("Shape", ids, start=1, end=2))
    bias = stack.position_bias(graph.add("Squeeze", keep), graph.add("Squeeze", total))
    for layer in range(checkpoint.config.num_decoder_layers):
        past = [graph.input(name, np.float32, stack.cache_shape("past")) for name in _cache(layer, "past")]
        kept = [graph.add("Slice", name, graph.ints(0), keep, graph.ints(2)) for name in past]
        stack.self_attention(layer, bias, kept, _cache(layer, "present"))
        for name in _cache(layer, "present"):
            graph.output(name, np.float32, stack.cache_shape("kept + tokens"))
        stack.cross_attention(
            layer, *(graph.input(name, np.float32, stack.cache_shape("source")) for name in _cache(layer, "cross"))
        )
        stack.feed_forward(layer, sublayer=2)
    _policy_heads(graph, stack.logits(), ids, candidates, checkpoint)
    return graph


def relative_position_bucket(distance, bidirectional, buckets, furthest):
    """
    The bucket of key position minus query position (T5's logarithmic buckets; Mesh TensorFlow's formula).

    `distance`: int array; `buckets`, `furthest`: the configuration's `relative_attention_num_buckets` and
    `relative_attention_max_distance`.
    """
    base = np.zeros_like(distance)
    if bidirectional:
        buckets //= 2
        base = np.where(distance > 0, buckets, 0)
        distance = np.abs(distance)
    else:
        distance = np.maximum(-distance, 0)
    exact = buckets // 2
    # in this order and in float32, because distances stand exactly on the borders of buckets
    steps = np.log(np.maximum(distance, 1).astype(np.float32) / exact) / math.log(furthest / exact) * (buckets - exact)
    return base + np.where(distance < exact, distance, np.minimum(exact + steps.astype(np.int64), buckets - 1))


class _Stack:
    """The encoder or the decoder on its way into a graph; its hidden states are float [1,tokens,d_model]."""

    def __init__(self, graph, checkpoint, weights, side, ids):
        self._begin(graph, checkpoint, weights, side)
        self._states = graph.add("Gather", weights.matrix(graph, *checkpoint.embedding(side)), ids)
        self._update = None  # what the last sub-layer adds to the states: the next norm does the addition

    def _begin(self, graph, checkpoint, weights, side):
        self._graph, self._checkpoint, self._weights, self._side = graph, checkpoint, weights, side
        self._config = checkpoint.config

    def continued(self, graph, checkpoint, weights):
        """Another model's stack, which goes on from this one's states after its `output`."""
        stack = copy(self)
        stack._begin(graph, checkpoint, weights, self._side)
        return stack

    def read(self, layers, bias):
        """The encoder's `layers`."""
        for layer in layers:
            self.self_attention(layer, bias)
            self.feed_forward(layer, sublayer=1)

    def cache_shape(self, positions):
        return [1, self._config.num_heads, positions, self._config.d_kv]

    def position_bias(self, first, total):
        """
        The scores' bias [1,H,queries,keys]: queries stand at first..total-1, keys at 0..total-1 (int64 scalars).

        It is looked up in a table by query position minus key position; negative ones count from the table's end.
        """
        graph, furthest = self._graph, self._config.relative_attention_max_distance
        queries = graph.add("Unsqueeze", graph.add("Range", first, total, graph.int(1)), graph.ints(1))
        keys = graph.add("Range", graph.int(0), total, graph.int(1))
        nearest = -furthest if self._side == "encoder" else -1
        distances = graph.add("Clip", graph.add("Sub", queries, keys), graph.int(nearest), graph.int(furthest))
        return graph.add("Gather", graph.store("bias_by_distance", self._bias_by_distance()), distances, axis=2)

    def self_attention(self, layer, bias, past=(), present=()):
        """With `past` (key, value) the new tokens' keys and values are appended to it and come out as `present`."""
        prefix = f"{self._side}.block.{layer}.layer.0"
        names = [f"{prefix}.SelfAttention.{kind}" for kind in "qkv"]
        stacked = np.concatenate([self._checkpoint.weight(name) for name in names])
        projected = self._times(self._norm(prefix), f"{prefix}.SelfAttention.qkv", stacked)
        parts = self._graph.add("Split", projected, to=[f"{name}.out" for name in names], axis=-1, num_outputs=3)
        self._attend(f"{prefix}.SelfAttention", [*parts, "", "", bias, *past], present)

    def cross_attention(self, layer, key, value):
        """`key`, `value`: float [1,H,S,D], as the encoder graph makes them."""
        prefix = f"{self._side}.block.{layer}.layer.1"
        query = self.linear(self._norm(prefix), f"{prefix}.EncDecAttention.q")
        self._attend(f"{prefix}.EncDecAttention", [query, key, value])

    def feed_forward(self, layer, sublayer):
        prefix = f"{self._side}.block.{layer}.layer.{sublayer}"
        dense = f"{prefix}.DenseReluDense"
        states = self._norm(prefix)
        if self._config.is_gated_act:
            gate = self._activation(self.linear(states, f"{dense}.wi_0"))
            inner = self._graph.add("Mul", gate, self.linear(states, f"{dense}.wi_1"))
        elif self._config.dense_act_fn == "relu":
            inner = self._weights.rectified(self._graph, self.linear(states, f"{dense}.wi"))
        else:
            inner = self._activation(self.linear(states, f"{dense}.wi"))
        self._update = self.linear(inner, f"{dense}.wo")

    def output(self):
        return self._norm(self._side, "final_layer_norm")

    def logits(self):
        """float [1,T,V]; the head's factor goes into the last norm's weight."""
        states = self._norm(self._side, "final_layer_norm", self._checkpoint.head_factor())
        return self._times(states, *self._checkpoint.head())

    def linear(self, states, name):
        return self._times(states, name, self._checkpoint.weight(name))

    def cross_keys_and_values(self, readers, to):
        """The encoder's output -> keys and values of all the readers' layers, each [1,H,S,D], by one product."""
        config, graph = self._config, self._graph
        matrices = [
            reader.weight(f"decoder.block.{layer}.layer.1.EncDecAttention.{kind}")
            for reader in readers for layer in range(reader.config.num_decoder_layers) for kind in "kv"
        ]  # fmt: skip
        projected = self._times(self.output(), "cross.kv", np.concatenate(matrices))
        heads = graph.add("Reshape", projected, graph.ints(-1, len(to), config.num_heads, config.d_kv))
        graph.add("Split", graph.add("Transpose", heads, perm=[1, 2, 0, 3]), to=to, axis=0, num_outputs=len(to))

    def _times(self, states, name, array):
        """[1,tokens,inputs] times the transposed matrix [outputs,inputs]"""
        return self._weights.times(self._graph, states, name, array)

    def _activation(self, states):
        return ACTIVATIONS[self._config.dense_act_fn](self._graph, states)

    def _attend(self, prefix, inputs, present=()):
        mixed, *_ = self._graph.add(
            "MultiHeadAttention", *inputs, to=[f"{prefix}.mixed", *present],
            domain=MICROSOFT, num_heads=self._config.num_heads, scale=1.0,
        )  # fmt: skip
        self._update = self.linear(mixed, f"{prefix}.o")

    def _norm(self, prefix, name="layer_norm", factor=1.0):
        """Adds the last sub-layer's output to the states; returns them at root mean square 1, times weight and factor."""
        weight = self._checkpoint.weight(f"{prefix}.{name}") * np.float32(factor)
        weight = self._graph.store(f"{prefix}.{name}", weight)
        epsilon = self._config.layer_norm_epsilon
        if self._update is None:
            return self._graph.add("SimplifiedLayerNormalization", self._states, weight, epsilon=epsilon, axis=-1)
        normed, _, _, self._states = self._graph.add(
            "SkipSimplifiedLayerNormalization", self._states, self._update, weight,
            to=[f"{prefix}.normed", "", "", f"{prefix}.states"], domain=MICROSOFT, epsilon=epsilon,
        )  # fmt: skip
        self._update = None
        return normed

    def _bias_by_distance(self):
        """
        float [1,H,entries]: distances 0 to the furthest (all beyond share its bucket), then the negative ones up to -1.
        In the decoder the only negative entry masks the keys that stand after the query.
        """
        config = self._config
        furthest, buckets = config.relative_attention_max_distance, config.relative_attention_num_buckets
        name = f"{self._side}.block.0.layer.0.SelfAttention.relative_attention_bias"
        by_bucket = self._checkpoint.weight(name).T[np.newaxis]
        distances = np.arange(furthest + 1)
        if self._side == "encoder":
            distances = np.append(distances, np.arange(-furthest, 0))
            return by_bucket[..., relative_position_bucket(-distances, True, buckets, furthest)]
        table = by_bucket[..., relative_position_bucket(-distances, False, buckets, furthest)]
        return np.append(table, np.full_like(table[..., :1], MASKED), axis=-1)


def _policy_heads(graph, logits, ids, candidates, checkpoint):
    """What the fallback and the rollback policy need of the next-token distributions, and no more."""
    logs = graph.add("LogSoftmax", logits, axis=-1)
    pieces = checkpoint.pieces
    top_logs, best = graph.add("TopK", logs, graph.ints(candidates), to=["top_logs", "top_ids" if pieces is None else "best"])
    graph.add("Exp", top_logs, to="top_probs")
    longer = graph.add("Concat", ids, graph.store("anything", np.zeros((1, 1), np.int64)), axis=1)
    following = graph.add("Slice", longer, graph.ints(1), graph.ints(np.iinfo(np.int64).max), graph.ints(1))
    if pieces is None:
        graph.add("Neg", _of_following(graph, logs, following), to="draft_nll")
    else:
        graph.add("Gather", graph.store("pieces", pieces), best, to="top_ids")
        places, distances = np.zeros(checkpoint.vocabulary_size, np.int64), np.full(checkpoint.vocabulary_size, UNWRITTEN, np.float32)
        places[pieces], distances[pieces] = np.arange(len(pieces)), 0
        of_following = _of_following(graph, logs, graph.add("Gather", graph.store("places", places), following))
        graph.add("Sub", graph.add("Gather", graph.store("distances", distances), following), of_following, to="draft_nll")
    graph.output("top_ids", np.int64, [1, "tokens", candidates])
    graph.output("top_probs", np.float32, [1, "tokens", candidates])
    graph.output("draft_nll", np.float32, [1, "tokens"])


def _of_following(graph, logs, places):
    """From logs [1,T,N] the one at each of `places` [1,T]."""
    drafted = graph.add("GatherElements", logs, graph.add("Unsqueeze", places, graph.ints(2)), axis=2)
    return graph.add("Squeeze", drafted, graph.ints(2))


def _cache(layer, kind):
    return [f"{kind}.{layer}.{name}" for name in ("key", "value")]
