"""The ranges of the numbers that a model's matrices are multiplied by, seen on sample texts."""

import tempfile
from pathlib import Path

import numpy as np
import onnxruntime

from export_pair.errors import ExportError
from export_pair.t5 import decoder_graph, encoder_graph
from export_pair.texts import read_texts
from export_pair.weights import Float32

TEXTS = 100
"""Texts that are used; more change the ranges by a few percent."""


def calibration_sources(file, vocabulary, description):
    """Token ids of the texts in `file`, one a line, as the program would feed them: with prefix, end-of-text and limit."""
    tokenizer = vocabulary.tokenizer()
    sources = []
    for line in filter(str.strip, read_texts(file, "source")):
        ids = tokenizer.encode(description.source_prefix + line).ids
        if len(ids) <= description.source_limit:
            sources.append(ids)
    if not sources:
        raise ExportError(f"{file} holds no text of at most {description.source_limit} tokens; give source texts, one a line.")
    return sources[:TEXTS]


class _Observed(Float32):
    """Floats, with the least and the greatest of each matrix's multiplicands as further outputs."""

    def __init__(self):
        self.names = {}  # output of the graph -> name of the matrix

    def times(self, graph, states, name, array):
        for kind in ("Min", "Max"):
            output = graph.add(f"Reduce{kind}", states, to=f"{kind} {name}", keepdims=0)
            graph.output(output, np.float32, [])
            self.names[output] = name
        return super().times(graph, states, name, array)


def observed_ranges(checkpoint, sources, limit=128):
    """
    The least and the greatest multiplicand of each matrix, by the matrix's name, while the model writes.

    `sources`: token ids of texts, end-of-text included; the model writes their greedy results of at most `limit` tokens.
    """
    observed = _Observed()
    graphs = encoder_graph(checkpoint, observed), decoder_graph(checkpoint, observed, 1)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        encoder, decoder = (_session(graph, Path(folder) / f"{number}.onnx") for number, graph in enumerate(graphs))
        return _ranges(observed, encoder, decoder, checkpoint.config, sources, limit)


def _ranges(observed, encoder, decoder, config, sources, limit):
    seen = {}
    for source in sources:
        encoded = _run(encoder, {"input_ids": np.array([source])})
        _note(seen, observed.names, encoded)
        cross = {name: value for name, value in encoded.items() if name.startswith("cross.")}
        _write(decoder, cross, config, limit, lambda outputs: _note(seen, observed.names, outputs))
    return {name: tuple(map(float, limits)) for name, limits in seen.items()}


def _write(decoder, cross, config, limit, note):
    past = {
        value.name: np.zeros((1, config.num_heads, 0, config.d_kv), np.float32)
        for value in decoder.get_inputs() if value.name.startswith("past.")
    }  # fmt: skip
    token = config.decoder_start_token_id
    for position in range(limit):
        outputs = _run(decoder, {"input_ids": np.array([[token]]), "keep": np.array([position]), **past, **cross})
        note(outputs)
        token = int(outputs["top_ids"][0, 0, 0])
        if token == config.eos_token_id:
            return
        past = {name.replace("present", "past"): value for name, value in outputs.items() if name.startswith("present.")}


def _note(seen, names, outputs):
    for output, name in names.items():
        if output in outputs:
            value = outputs[output]
            low, high = seen.get(name, (0.0, 0.0))
            seen[name] = min(low, value), max(high, value)


def _session(graph, path):
    """Runs the graph from a file, which `path` becomes: one with more than 2 GiB of weights is nothing else."""
    graph.save(path, "calibration")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _run(session, inputs):
    return dict(zip((value.name for value in session.get_outputs()), session.run(None, inputs)))
