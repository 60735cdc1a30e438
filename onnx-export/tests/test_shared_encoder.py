"""Two models on one encoder: read by one graph, which gives each of them what its own gives."""
import json

import numpy as np
import onnxruntime
import pytest
from checkpoints import make_checkpoint, make_tokenizer, share_encoder

from export_pair.cli import main

SOURCE = np.array([[5, 9, 33, 60, 7, 80, 1]])


def exported(folder, weights, shared=True, layers=2, **settings):
    """
    A pair whose models have 1 and 3 decoder layers, the large one's encoder 2; with `shared` the small one's, of so many
    `layers`, begins with it.
    """
    small = make_checkpoint(folder / "small", num_decoder_layers=1, num_layers=layers, **settings)
    large = make_checkpoint(folder / "large", seed=1)
    if shared:
        share_encoder(large, small)
    texts = folder / "texts"
    texts.write_text("piece5 piece6 piece7\npiece9\n")
    tokenizer = make_tokenizer(folder / "tokenizer.json")
    assert main(["--small", str(small), "--large", str(large), "--tokenizer", str(tokenizer), "--out", str(folder / "pair"), "--name", "x",
                 "--source-language", "de", "--target-language", "en", "--licence", "none", "--weights", weights, "--calibration", str(texts)]) == 0
    return folder / "pair"


def run(path):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return dict(zip([o.name for o in session.get_outputs()], session.run(None, {"input_ids": SOURCE})))


@pytest.mark.parametrize("layers", [2, 4])
@pytest.mark.parametrize("weights", ["float32", "int8", "w8a8"])
def test_the_shared_graph_gives_what_each_models_own_gives(tmp_path, weights, layers):
    """Also where the small model goes on reading where the large one's encoder ends."""
    pair = exported(tmp_path, weights, layers=layers)
    description = json.loads((pair / "pair.json").read_text())
    assert description["sharedEncoder"] == "encoder.onnx" and "encoder.onnx" in description["files"]
    together = run(pair / "encoder.onnx")
    alone = {f"{size}.{name}": array for size in ("small", "large") for name, array in run(pair / size / "encoder.onnx").items()}
    assert together.keys() == alone.keys() and len(alone) == 2 + 6
    for name, array in alone.items():
        np.testing.assert_allclose(together[name], array, atol=1e-5)
    assert (pair / "encoder.onnx").stat().st_size < sum((pair / size / "encoder.onnx").stat().st_size for size in ("small", "large"))


def test_models_with_encoders_of_their_own_get_no_shared_graph(tmp_path):
    pair = exported(tmp_path, "int8", shared=False)
    assert_apart(pair)


@pytest.mark.parametrize("settings", [{"layers": 1}, {"layer_norm_epsilon": 1e-3}], ids=["shorter", "computes otherwise"])
def test_nor_do_models_that_cannot_begin_with_the_large_ones_encoder(tmp_path, settings):
    assert_apart(exported(tmp_path, "int8", **settings))


def assert_apart(pair):
    assert not (pair / "encoder.onnx").exists() and "sharedEncoder" not in json.loads((pair / "pair.json").read_text())
