"""What stands in an exported pair folder."""

import hashlib
import json

import numpy as np
import onnx
import pytest
from checkpoints import VOCABULARY, change_config, make_tokenizer
from google.protobuf.message import EncodeError
from onnx_model import OnnxModel
from oracle.pair_model import PairModel
from oracle.pytorch_model import PyTorchModel
from test_graphs import SOURCE, assert_same_heads, target
from tokenizers import Tokenizer, processors

import export_pair.graph
from export_pair.graph import Graph


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def contents(folder):
    return {name: path.read_bytes() for name, path in files(folder).items()}


def test_pair_json_describes_the_pair(export, pair_json):
    assert export() == (0, "")
    content = pair_json()
    assert (content["format"], content["name"], content["task"], content["licence"]) == (1, "A to B", "translation", "none")
    assert (content["sourceLanguage"], content["targetLanguage"], content["sourcePrefix"]) == ("de", "en", "")
    assert content["specialIds"] == {"pad": 0, "endOfText": 1, "unknown": 2, "decoderStart": 0}
    assert (content["vocabularySize"], content["topCandidates"]) == (VOCABULARY, 5)
    assert content["limits"] == {"sourceTokens": 128, "targetTokens": 128}
    assert content["presets"]["balanced"] == {"fallback": 0.5, "rollback": 3.0, "maxRun": 10}
    small, large = content["models"]["small"], content["models"]["large"]
    assert (small["layers"], large["layers"]) == (1, 3)
    assert (small["heads"], small["headSize"], small["weights"]) == (3, 20, "int8")
    assert small["parameters"] == 74256
    assert content["provenance"]["checkpoints"]["small"].endswith("/small")


def test_every_file_is_listed_with_its_size_and_hash(export, pair_json, tmp_path):
    export()
    present = {
        name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for name, path in files(tmp_path / "pair").items() if name != "pair.json"
    }  # fmt: skip
    assert pair_json()["files"] == present
    assert set(present) == {f"{size}/{part}.onnx" for size in ("small", "large") for part in ("encoder", "decoder")} | {"tokenizer.json"}


def test_the_same_checkpoints_give_the_same_bytes(export, tmp_path):
    for name in ("pair", "again"):
        assert export(out=tmp_path / name) == (0, "")
    assert contents(tmp_path / "pair") == contents(tmp_path / "again")


@pytest.mark.parametrize("weights", ["int8", "float32"])
@pytest.mark.parametrize("size", ["small", "large"])
def test_the_files_compute_what_the_checkpoints_do(export, checkpoints, tmp_path, weights, size):
    export(f"--weights={weights}")
    folder = checkpoints[["small", "large"].index(size)]
    pytorch = PyTorchModel(folder, VOCABULARY, weights == "int8")
    onnx_model = OnnxModel(*(tmp_path / "pair" / size / f"{part}.onnx" for part in ("encoder", "decoder")))
    onnx_model.read(SOURCE)
    tokens = target(seed=1)
    assert_same_heads(onnx_model.write(tokens, 0), pytorch.logs(SOURCE, tokens), tokens)


def test_options_reach_pair_json_and_graphs(export, pair_json, tmp_path):
    (tmp_path / "text.json").write_text('{"text": "public domain"}')
    code, error = export(
        "--source-prefix=translate: ", "--source-limit=200", "--target-limit=300", "--top=3", "--task=summarization",
        "--preset=balanced=0.4,2.5", "--preset=own=0.1,6,4", "--preset=sure=0.2,1,confident", f"--provenance={tmp_path}/text.json",
    )  # fmt: skip
    assert (code, error) == (0, "")
    content = pair_json()
    assert (content["sourcePrefix"], content["task"]) == ("translate: ", "summarization")
    assert content["limits"] == {"sourceTokens": 200, "targetTokens": 300}
    assert content["presets"]["balanced"] == {"fallback": 0.4, "rollback": 2.5, "maxRun": 10}
    assert content["presets"]["own"] == {"fallback": 0.1, "rollback": 6.0, "maxRun": 4}
    assert content["presets"]["sure"] == {"fallback": 0.2, "rollback": 1.0, "maxRun": "confident"}
    assert content["provenance"]["text"] == "public domain"
    outputs = {value.name: value for value in onnx.load(tmp_path / "pair/small/decoder.onnx").graph.output}
    assert outputs["top_ids"].type.tensor_type.shape.dim[2].dim_value == content["topCandidates"] == 3


def test_tokenizer_neither_cuts_nor_pads_and_may_be_given_apart(export, checkpoints, pair_json, tmp_path):
    for folder in checkpoints:
        (folder / "tokenizer.json").unlink()
    given = make_tokenizer(tmp_path / "given.json")
    content = json.loads(given.read_text())
    content["truncation"] = {"direction": "Right", "max_length": 8, "strategy": "LongestFirst", "stride": 0}
    given.write_text(json.dumps(content))
    assert export(f"--tokenizer={given}") == (0, "")
    content["truncation"] = None
    end = {"single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}]}
    assert (written := json.loads((tmp_path / "pair/tokenizer.json").read_text(encoding="utf-8")))["post_processor"].items() >= end.items()
    content["post_processor"] = written["post_processor"]
    assert written == content


@pytest.mark.parametrize("former", [None, processors.ByteLevel(trim_offsets=True)], ids=["nothing", "another post-processor"])
def test_every_source_ends_as_the_models_learnt_it(export, checkpoints, tmp_path, former):
    for folder in checkpoints:
        change_config(folder, eos_token_id=7)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        if former:
            tokenizer.post_processor = former
        tokenizer.save(str(folder / "tokenizer.json"))
    assert export() == (0, "")
    assert Tokenizer.from_file(str(tmp_path / "pair/tokenizer.json")).encode("piece5piece6").ids == [5, 6, 7]
    assert export(f"--tokenizer={tmp_path}/pair/tokenizer.json", out=tmp_path / "again") == (0, "")
    assert (tmp_path / "again/tokenizer.json").read_bytes() == (tmp_path / "pair/tokenizer.json").read_bytes()


def test_tokenizer_without_an_unknown_token(export, checkpoints, pair_json):
    for folder in checkpoints:
        content = json.loads((folder / "tokenizer.json").read_text())
        content["model"]["unk_id"] = None
        (folder / "tokenizer.json").write_text(json.dumps(content))
    assert export() == (0, "")
    assert pair_json()["specialIds"]["unknown"] is None


def test_large_weights_go_to_files_of_their_own(export, pair_json, tmp_path, monkeypatch):
    monkeypatch.setattr(export_pair.graph, "EXTERNAL_ABOVE", 10_000)
    assert export("--weights=float32") == (0, "")
    assert "large/decoder.data" in pair_json()["files"]
    graph, data = (tmp_path / f"pair/large/decoder.{kind}" for kind in ("onnx", "data"))
    assert data.stat().st_mode == graph.stat().st_mode
    model = OnnxModel(tmp_path / "pair/large/encoder.onnx", tmp_path / "pair/large/decoder.onnx")
    model.read(SOURCE)
    assert model.write([0], 0)["top_ids"].shape == (1, 5)


class TooLarge:
    """A model as protobuf treats one above 2 GiB, scaled down: it tells no size, and becomes bytes only once its weights are elsewhere."""

    def __init__(self, model):
        self._model = model

    def __getattr__(self, name):
        return getattr(self._model, name)

    def ByteSize(self):
        raise EncodeError("Failed to serialize proto")

    def SerializeToString(self):
        return self._model.SerializeToString() if self._model.ByteSize() < 100_000 else self.ByteSize()


def test_weights_above_what_protobuf_can_hold_are_measured_calibrated_and_written(export, pair_json, tmp_path, monkeypatch):
    (tmp_path / "texts").write_text("piece5piece6piece7")
    options = ["--weights=w8a8", f"--calibration={tmp_path}/texts"]
    assert export(*options, out=tmp_path / "small enough") == (0, "")
    monkeypatch.setattr(export_pair.graph, "EXTERNAL_ABOVE", 10_000)
    model = Graph.model
    monkeypatch.setattr(Graph, "model", lambda graph, version: TooLarge(model(graph, version)))
    assert export(*options) == (0, "")
    present = {name: path.stat().st_size for name, path in files(tmp_path / "pair").items() if name != "pair.json"}
    assert {name: listed["bytes"] for name, listed in pair_json()["files"].items()} == present
    for size in ("small", "large"):
        outputs = []
        for folder in ("small enough", "pair"):
            parts = [tmp_path / folder / size / f"{part}.onnx" for part in ("encoder", "decoder")]
            assert [part.with_suffix(".data").exists() for part in parts] == [folder == "pair"] * 2
            written = OnnxModel(*parts, least_tokens=2)
            written.read(SOURCE)
            outputs.append(written.write(target(seed=1), 0))
        for name in ("top_ids", "top_probs", "draft_nll"):
            np.testing.assert_array_equal(outputs[0][name], outputs[1][name])


def test_force_replaces_a_pair_and_leaves_nothing_of_the_old_one(export, tmp_path):
    export()
    (tmp_path / "pair" / "stray.txt").write_text("old")
    assert export("--force", "--weights=float32") == (0, "")
    assert "stray.txt" not in files(tmp_path / "pair")


@pytest.mark.parametrize("arguments", [[], ["--force"]], ids=["new", "force"])
def test_a_failure_half_way_leaves_things_as_they_were(export, tmp_path, monkeypatch, arguments):
    before = {}
    if arguments:
        export()
        before = contents(tmp_path / "pair")
    save, calls = onnx.save_model, []

    def full_disk(*positional, **named):
        calls.append(positional)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(positional[1]))
        save(*positional, **named)

    monkeypatch.setattr(onnx, "save_model", full_disk)
    code, error = export(*arguments)
    assert code == 1
    assert "No space left on device" in error
    assert contents(tmp_path / "pair") == before
    assert not list(tmp_path.glob(".pair*"))


def test_a_pair_in_8_bit_arithmetic_writes_nearly_what_the_checkpoints_do(export, checkpoints, pair_json, tmp_path):
    texts = tmp_path / "texts"
    texts.write_text("\n".join("".join(f"piece{3 + (7 * i + j * j) % 94}" for j in range(20)) for i in range(5)))
    assert export("--weights=w8a8", f"--calibration={texts}") == (0, "")
    assert pair_json()["models"]["large"]["weights"] == "w8a8"
    model = PairModel(tmp_path / "pair" / "large", "w8a8", VOCABULARY)
    pytorch = PyTorchModel(checkpoints[1], VOCABULARY)
    tokens = target(seed=1)
    rows, expected = model.logs(SOURCE, tokens), pytorch.logs(SOURCE, tokens)
    known = np.isfinite(rows)
    assert (known.sum(axis=1) >= 5).all()
    assert 0 < np.abs(rows - expected)[known].mean() < 0.25


@pytest.mark.parametrize("size", ["small", "large"])
def test_graphs_for_graphics_cards_compute_nearly_what_the_checkpoints_do(export, checkpoints, pair_json, tmp_path, size):
    assert export("--cuda") == (0, "")
    listed = pair_json()["variants"]["cuda"]["models"][size]
    assert listed["weights"] == "float16" and listed["decoder"] in pair_json()["files"]
    model = OnnxModel(tmp_path / "pair" / listed["encoder"], tmp_path / "pair" / listed["decoder"])
    model.read(SOURCE)
    tokens = target(seed=1)
    outputs = model.write_in_steps(tokens, [1, 7, 32])
    logs = PyTorchModel(checkpoints[["small", "large"].index(size)], VOCABULARY).logs(SOURCE, tokens)
    best = np.sort(logs, axis=-1)[:, ::-1][:, :5]
    assert np.abs(np.log(outputs["top_probs"]) - best).max() < 0.1


def test_the_products_that_outgrow_half_precision_stay_in_floats(export, tmp_path):
    export("--cuda")
    for part, layers in (("encoder", 2), ("decoder", 3)):
        graph = onnx.load(tmp_path / f"pair/cuda/large/{part}.onnx").graph
        types = {tensor.name: tensor.data_type for tensor in graph.initializer}
        products = [types[node.input[1]] for node in graph.node if node.op_type == "FusedMatMul" and ".wo" in node.input[1]]
        assert products == [onnx.TensorProto.FLOAT] * layers
        assert onnx.TensorProto.FLOAT16 in types.values()


@pytest.mark.parametrize("weights", ["int8", "w8a8"])
def test_the_small_model_may_write_the_frequent_pieces_only(export, pair_json, tmp_path, weights):
    texts = tmp_path / "texts"
    texts.write_text("\n".join("".join(f"piece{3 + (i * j) % 40}" for j in range(20)) for i in range(30)))
    assert export(f"--weights={weights}", f"--calibration={texts}", "--small-pieces=20", f"--target-text={texts}") == (0, "")
    models = pair_json()["models"]
    assert models["small"]["writesPieces"] == 20 and "writesPieces" not in models["large"]
    small, large = (
        OnnxModel(*(tmp_path / "pair" / size / f"{part}.onnx" for part in ("encoder", "decoder")), least_tokens=2) for size in ("small", "large")
    )
    seen = []
    for model in (small, large):
        model.read(SOURCE)
        seen.append(set(model.write(target(seed=1), 0)["top_ids"].ravel().tolist()))
    assert max(seen[0]) < 43 <= max(seen[1]) and len(seen[0]) <= 20
