"""The pair that comes with the program: intact, and the same models as the oracle's, sentence by sentence."""

import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from onnx_model import OnnxModel
from tokenizers import Tokenizer

REPOSITORY = Path(__file__).parents[2]
PAIR = REPOSITORY / "src/main/pairs/de-en"
DESCRIPTION = json.loads((PAIR / "pair.json").read_text(encoding="utf-8"))
START = DESCRIPTION["specialIds"]["decoderStart"]
TEXTS = [json.loads(line) for line in gzip.open(REPOSITORY / "src/test/resources/oracle/texts.jsonl.gz", "rt", encoding="utf-8")]
ALONE = [text for text in TEXTS if text["mode"] in ("large", "small")]
TOGETHER = [text for text in TEXTS if text["mode"] == "big-little"]
EIGHT_BIT = DESCRIPTION["models"]["large"]["weights"] == "w8a8"
TOLERANCE = 0.1 if EIGHT_BIT else 1e-4
"""
Of probabilities and their logarithms that two programs compute in another order, over a whole sentence. In 8-bit
arithmetic roundings tip over where another processor adds floats in another order; on one processor all bits agree.
"""


@pytest.fixture(scope="module")
def models():
    parts = ("encoder", "decoder")
    return {size: OnnxModel(*(PAIR / size / f"{part}.onnx" for part in parts), least_tokens=2 if EIGHT_BIT else 1) for size in ("small", "large")}


def test_the_files_are_those_that_pair_json_lists():
    for name, listed in DESCRIPTION["files"].items():
        content = (PAIR / name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (listed["bytes"], listed["sha256"]), name


def test_the_tokenizer_reads_the_sources_as_the_oracle_did():
    tokenizer = Tokenizer.from_file(str(PAIR / "tokenizer.json"))
    for text in TEXTS:
        assert tokenizer.encode(text["source"]).ids == text["sourceIds"]


def test_each_model_alone_writes_the_oracles_text_with_its_probabilities(models):
    for text in ALONE:
        model = models[text["mode"]]
        model.read(text["sourceIds"])
        outputs = model.write([START, *text["ids"][:-1]], 0)
        np.testing.assert_allclose(outputs["top_probs"][:, 0], text["probabilities"], atol=TOLERANCE)
        if text["margins"]["best"] > TOLERANCE:
            assert outputs["top_ids"][:, 0].tolist() == text["ids"]


def test_the_large_models_distances_are_the_oracles(models):
    differences = []
    for text in TOGETHER:
        models["large"].read(text["sourceIds"])
        nll = models["large"].write([START, *text["ids"]], 0)["draft_nll"]
        reviewed = [position for position, distance in enumerate(text["distances"]) if distance is not None]
        distances = [text["distances"][position] for position in reviewed]
        differences.append(np.abs(nll[reviewed] - distances))
    differences = np.concatenate(differences)
    assert np.quantile(differences, 0.99) <= TOLERANCE
    # a few of thousands lie further off: logarithms of small probabilities
    assert differences.max() <= (5 * TOLERANCE if EIGHT_BIT else TOLERANCE)


@pytest.mark.parametrize("size", ["small", "large"])
def test_tokens_one_by_one_and_in_groups_give_the_same(models, size):
    for text in TOGETHER[:50]:
        tokens = [START, *text["ids"]]
        models[size].read(text["sourceIds"])
        whole = models[size].write(tokens, 0)
        for group in (1, 7):
            sizes = [group] * (len(tokens) // group) + [len(tokens) % group] * (len(tokens) % group > 0)
            parts = models[size].write_in_steps(tokens, sizes)
            np.testing.assert_allclose(np.log(parts["top_probs"]), np.log(whole["top_probs"]), atol=TOLERANCE)
