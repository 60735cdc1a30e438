"""A model of an exported pair as a function from target tokens to log-probabilities: one call over the whole text, no cache."""

import numpy as np
import onnxruntime

LEAST_TOKENS = {"w8a8": 2}
"""Tokens that a call of such graphs needs at least to be exact (see export_pair.weights); the program gives them to the large model alone."""


class PairModel:
    """`folder`: one model's folder in the pair; `weights`: how pair.json says they are stored; `vocabulary_size`: V."""

    def __init__(self, folder, weights, vocabulary_size):
        self._encoder, self._decoder = (_session(folder / f"{part}.onnx") for part in ("encoder", "decoder"))
        self._least_tokens = LEAST_TOKENS.get(weights, 1)
        self._vocabulary_size = vocabulary_size
        self._past = {
            value.name: np.zeros((1, value.shape[1], 0, value.shape[3]), np.float32)
            for value in self._decoder.get_inputs() if value.name.startswith("past.")
        }  # fmt: skip
        self._source, self._cross = None, None

    def logs(self, source, target):
        """
        Log-probabilities float32 [len(target),V] of what follows each position of `target`, as far as the graphs tell
        them: of the best tokens and of the token that does follow; -inf for all others.
        """
        if source != self._source:
            self._source, self._cross = source, _run(self._encoder, {"input_ids": np.array([source])})
        given = [*target, *target[-1:] * (self._least_tokens - len(target))]
        outputs = _run(self._decoder, {"input_ids": np.array([given]), "keep": np.array([0]), **self._past, **self._cross})
        rows = np.full((len(target), self._vocabulary_size), -np.inf, np.float32)
        following = np.array(target[1:], np.int64)
        rows[np.arange(len(following)), following] = -outputs["draft_nll"][0, : len(following)]
        with np.errstate(divide="ignore"):
            logs = np.log(outputs["top_probs"][0, : len(target)])
        np.put_along_axis(rows, outputs["top_ids"][0, : len(target)], logs, axis=1)
        return rows


def _session(file):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])


def _run(session, inputs):
    return dict(zip((value.name for value in session.get_outputs()), session.run(None, inputs)))
