"""The exported graphs, run step by step."""

import numpy as np
import onnxruntime

from export_pair.t5 import decoder_graph, encoder_graph


class OnnxModel:
    """
    The encoder and decoder graphs of one checkpoint, as bytes or files; keeps the cache between calls. A call with fewer
    than `least_tokens` repeats its last one, whose outputs are dropped; the next call's `keep` drops it from the cache.
    """

    def __init__(self, encoder, decoder, least_tokens=1):
        self._least_tokens = least_tokens
        self._encoder, self._decoder = _session(encoder), _session(decoder)
        self._past = {
            value.name: np.zeros((1, value.shape[1], 0, value.shape[3]), np.float32)
            for value in self._decoder.get_inputs() if value.name.startswith("past.")
        }  # fmt: skip
        self._empty = self._past

    @classmethod
    def of(cls, checkpoint, weights, candidates=5, least_tokens=1):
        graphs = encoder_graph(checkpoint, weights), decoder_graph(checkpoint, weights, candidates)
        return cls(*(graph.model("test").SerializeToString() for graph in graphs), least_tokens)

    def read(self, source):
        """Starts a text: encodes the source and empties the cache."""
        self._cross = _run(self._encoder, {"input_ids": np.array([source])})
        self._past = self._empty

    def write(self, tokens, keep):
        """Feeds new tokens after `keep` cached positions; returns the decoder's outputs by name, without the batch."""
        given = [*tokens, *tokens[-1:] * (self._least_tokens - len(tokens))]
        inputs = {"input_ids": np.array([given]), "keep": np.array([keep]), **self._past, **self._cross}
        outputs = _run(self._decoder, inputs)
        self._past = {k.replace("present", "past"): v for k, v in outputs.items() if k.startswith("present.")}
        return {name: value[0, : len(tokens)] for name, value in outputs.items() if not name.startswith("present.")}

    def write_in_steps(self, tokens, sizes):
        """Feeds `tokens` in calls of the given sizes; returns the joined outputs."""
        assert sum(sizes) == len(tokens)
        ends = np.cumsum(sizes)
        calls = [self.write(tokens[end - size : end], int(end - size)) for size, end in zip(sizes, ends)]
        return {name: np.concatenate([call[name] for call in calls]) for name in calls[0]}

    def greedy(self, source, start, end, limit):
        """The greedy text of at most `limit` tokens, without the start id, one token a call."""
        self.read(source)
        text = [start]
        while len(text) <= limit and (text[-1] != end or len(text) == 1):
            text.append(int(self.write(text[-1:], len(text) - 1)["top_ids"][0, 0]))
        return text[1:]


def _session(model):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _run(session, inputs):
    return dict(zip((value.name for value in session.get_outputs()), session.run(None, inputs)))
