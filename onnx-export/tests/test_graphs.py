"""The exported graphs, run by ONNX Runtime, against the PyTorch model they come from."""

import numpy as np
import pytest
import torch
from checkpoints import VOCABULARY, make_checkpoint
from onnx_model import OnnxModel
from oracle.pytorch_model import PyTorchModel
from transformers.models.t5.modeling_t5 import T5Attention

from export_pair.calibration import observed_ranges
from export_pair.checkpoint import load
from export_pair.t5 import UNWRITTEN, relative_position_bucket
from export_pair.weights import WEIGHTS, W8A8

TOLERANCE = 2e-5
"""Largest difference of two log-probabilities that float32 arithmetic in another order explains here."""

SOURCE = [5, 80, 33, 33, 7, 61, 12, 90, 44, 3, 3, 28, 71, 19, 50, 66, 8, 21, 95, 40, 1]
LENGTH = 40
KINDS = {
    "t5 relu tied": {},
    "t5 relu untied": {"tied": False},
    "t5 gated-gelu untied": {"feed_forward": "gated-gelu", "tied": False},
    "t5 gated-silu tied": {"feed_forward": "gated-silu"},
    "t5 gelu tied": {"feed_forward": "gelu"},
    "mt5 gated-gelu untied": {"family": "mt5", "feed_forward": "gated-gelu", "tied": False},
    "mt5 relu tied": {"family": "mt5"},
    "t5 of one decoder layer and padded vocabulary": {"num_decoder_layers": 1, "vocabulary": 128},
}

EXACT = [name for name in WEIGHTS if name != W8A8.name]
"""The weights whose graphs compute what PyTorch computes, but for the order of additions."""


@pytest.fixture(scope="module", params=[(kind, weights) for kind in KINDS for weights in EXACT], ids=" ".join)
def both(request, tmp_path_factory):
    """One checkpoint as a PyTorchModel (its weights rounded as the graph's are) and as an OnnxModel."""
    kind, weights = request.param
    folder = make_checkpoint(tmp_path_factory.mktemp("checkpoint"), **KINDS[kind])
    checkpoint = load(str(folder), folder, VOCABULARY)
    return PyTorchModel(folder, VOCABULARY, weights == "int8"), OnnxModel.of(checkpoint, WEIGHTS[weights]())


def target(seed, length=LENGTH):
    return [0, *np.random.default_rng(seed).integers(3, VOCABULARY, length - 1).tolist()]


def assert_same_heads(outputs, logs, tokens):
    """`outputs` of the decoder graph against the full log-probabilities [T,V] of PyTorch."""
    best = np.sort(logs, axis=-1)[:, ::-1][:, :5]
    np.testing.assert_allclose(np.log(outputs["top_probs"]), best, atol=TOLERANCE)
    np.testing.assert_allclose(np.take_along_axis(logs, outputs["top_ids"], -1), best, atol=TOLERANCE)
    assert np.isfinite(outputs["draft_nll"]).all()


@pytest.mark.parametrize("sizes", [[LENGTH], [1] * LENGTH, [1, 7, 2, 19, 11], [2] * 20], ids=str)
def test_calls_of_any_size_give_what_one_full_forward_pass_gives(both, sizes):
    pytorch, onnx = both
    tokens = target(seed=1)
    onnx.read(SOURCE)
    outputs = onnx.write_in_steps(tokens, sizes)
    assert_same_heads(outputs, pytorch.logs(SOURCE, tokens), tokens)


def test_draft_nll_is_the_loss_of_the_tokens_that_follow(both):
    pytorch, onnx = both
    tokens = target(seed=2)
    onnx.read(SOURCE)
    loss = -np.take_along_axis(pytorch.logs(SOURCE, tokens), np.array(tokens[1:] + [0])[:, None], -1)[:-1, 0]
    np.testing.assert_allclose(onnx.write(tokens, 0)["draft_nll"][:-1], loss, atol=TOLERANCE)


def test_candidates_are_sorted_best_first(both):
    _, onnx = both
    onnx.read(SOURCE)
    outputs = onnx.write(target(seed=3), 0)
    assert outputs["top_ids"].shape == outputs["top_probs"].shape == (LENGTH, 5)
    assert (np.diff(outputs["top_probs"]) <= 0).all()


@pytest.mark.parametrize("kept", [0, 1, 12, LENGTH - 1, LENGTH])
def test_keep_cuts_the_cache_so_that_what_was_rolled_back_leaves_no_trace(both, kept):
    pytorch, onnx = both
    first, second = target(seed=4), target(seed=5, length=9)
    onnx.read(SOURCE)
    onnx.write(first, 0)
    outputs = onnx.write(second, kept)
    logs = pytorch.logs(SOURCE, first[:kept] + second)
    assert_same_heads(outputs, logs[kept:], second)


def test_rollbacks_one_after_the_other(both):
    pytorch, onnx = both
    onnx.read(SOURCE)
    text = []
    for turn, (kept, length) in enumerate([(0, 6), (4, 3), (7, 1), (2, 8), (9, 2), (0, 4), (3, 5)]):
        new = target(seed=20 + turn, length=length)
        text = text[:kept] + new
        outputs = onnx.write(new, kept)
        assert_same_heads(outputs, pytorch.logs(SOURCE, text)[kept:], new)


@pytest.mark.parametrize("source", [[1], [9, 1], SOURCE, SOURCE * 7], ids=len)
def test_sources_of_any_length(both, source):
    pytorch, onnx = both
    onnx.read(source)
    tokens = target(seed=6)
    assert_same_heads(onnx.write(tokens, 0), pytorch.logs(source, tokens), tokens)


def test_greedy_text_is_what_generate_writes(both):
    pytorch, onnx = both
    suppressed = list(range(VOCABULARY, pytorch.model.config.vocab_size)) or None
    # without the cache, which transformers 5.18 makes as deep as the encoder, too short for a deeper decoder
    expected = pytorch.model.generate(
        torch.tensor([SOURCE]), max_new_tokens=30, do_sample=False, suppress_tokens=suppressed, use_cache=False
    )[0, 1:].tolist()
    assert onnx.greedy(SOURCE, start=0, end=1, limit=30) == expected


@pytest.fixture(scope="module", params=KINDS)
def rounded(request, tmp_path_factory):
    """One checkpoint as a PyTorchModel and as an OnnxModel in 8-bit arithmetic."""
    folder = make_checkpoint(tmp_path_factory.mktemp("checkpoint"), **KINDS[request.param])
    checkpoint = load(str(folder), folder, VOCABULARY)
    ranges = observed_ranges(checkpoint, [SOURCE, SOURCE[::-1][1:] + [1]], LENGTH)
    return PyTorchModel(folder, VOCABULARY, False), OnnxModel.of(checkpoint, W8A8(ranges), least_tokens=2)


@pytest.mark.parametrize("sizes", [[1] * LENGTH, [1, 7, 2, 19, 11], [2] * 20], ids=str)
def test_8_bit_arithmetic_gives_the_same_bits_in_calls_of_any_size(rounded, sizes):
    _, onnx = rounded
    tokens = target(seed=1)
    onnx.read(SOURCE)
    at_once = onnx.write(tokens, 0)
    in_steps = onnx.write_in_steps(tokens, sizes)
    np.testing.assert_array_equal(in_steps["top_probs"], at_once["top_probs"])
    np.testing.assert_array_equal(in_steps["top_ids"], at_once["top_ids"])


def test_8_bit_arithmetic_is_near_pytorch(rounded):
    pytorch, onnx = rounded
    tokens = target(seed=1)
    onnx.read(SOURCE)
    best = np.sort(pytorch.logs(SOURCE, tokens), axis=-1)[:, ::-1][:, :5]
    differences = np.abs(np.log(onnx.write(tokens, 0)["top_probs"]) - best)
    assert 0 < differences.mean() < 0.25  # another text is several nats away


@pytest.mark.parametrize("kind", ["t5 relu tied", "t5 gated-gelu untied"])
@pytest.mark.parametrize("weights", EXACT)
def test_a_model_that_writes_some_pieces_gives_their_distribution_alone(kind, weights, tmp_path):
    folder = make_checkpoint(tmp_path, **KINDS[kind])
    pieces = np.arange(1, VOCABULARY, 3)
    pytorch = PyTorchModel(folder, VOCABULARY, weights == "int8")
    onnx = OnnxModel.of(load(str(folder), folder, VOCABULARY).writing(pieces), WEIGHTS[weights]())
    tokens = target(seed=7)
    onnx.read(SOURCE)
    outputs = onnx.write_in_steps(tokens, [1, 7, 2, 19, 11])
    whole = pytorch.logs(SOURCE, tokens)
    logs = np.full_like(whole, -np.inf)
    logs[:, pieces] = whole[:, pieces] - np.log(np.exp(whole[:, pieces]).sum(-1, keepdims=True))
    assert_same_heads(outputs, logs, tokens)
    following, distances = np.array(tokens[1:]), onnx.write(tokens, 0)["draft_nll"][:-1]
    written = np.isin(following, pieces)
    assert 0 < written.sum() < len(written)
    np.testing.assert_allclose(distances[written], -logs[np.arange(len(following)), following][written], atol=TOLERANCE)
    assert (distances[~written] > UNWRITTEN).all()


@pytest.mark.parametrize("bidirectional", [True, False])
@pytest.mark.parametrize(("buckets", "furthest"), [(32, 128), (8, 16), (64, 256), (32, 1000), (16, 17), (10, 50)])
def test_position_buckets_are_those_of_transformers(bidirectional, buckets, furthest):
    distances = np.arange(-2 * furthest, 2 * furthest + 1)
    expected = T5Attention._relative_position_bucket(torch.tensor(distances), bidirectional, buckets, furthest)
    assert relative_position_bucket(distances, bidirectional, buckets, furthest).tolist() == expected.tolist()
