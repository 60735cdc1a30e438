"""Every input that cannot be exported gets one sentence, an exit code, and no output folder."""

import httpx
import pytest
import torch
from checkpoints import change_config, make_tokenizer
from huggingface_hub.errors import GatedRepoError, RepositoryNotFoundError
from safetensors.torch import load_file, save_file


@pytest.fixture
def refused(export, tmp_path):
    """Runs the command, checks that it refuses in one clean sentence, and returns that sentence."""

    def run(*arguments, code=1, **folders):
        actual, error = export(*arguments, **folders)
        assert actual == code
        assert error.startswith("export-pair: ") and error.endswith(".\n")
        assert error.count("\n") == 1 and "Traceback" not in error
        assert folders.get("out") or not (tmp_path / "pair").exists()
        return error

    return run


def change_tensors(folder, change):
    file = folder / "model.safetensors"
    tensors = load_file(file)
    change(tensors)
    save_file(tensors, file, {"format": "pt"})


def test_vocabularies_that_differ(refused, checkpoints):
    make_tokenizer(checkpoints[1] / "tokenizer.json", changed=[(40, "forty"), (41, "piece40")])
    error = refused()
    assert 'token 40 is "piece40" in' in error and '"forty" in' in error
    assert str(checkpoints[0] / "tokenizer.json") in error and str(checkpoints[1] / "tokenizer.json") in error


def test_a_vocabulary_that_ends_earlier(refused, checkpoints):
    make_tokenizer(checkpoints[1] / "tokenizer.json", size=90)
    assert 'token 90 is "piece90" in' in (error := refused()) and "missing in" in error


def test_a_given_tokenizer_that_is_not_the_checkpoints(refused, tmp_path):
    given = make_tokenizer(tmp_path / "other.json", changed=[(3, "other")])
    assert 'token 3 is "other" in' in refused(f"--tokenizer={given}")


def test_a_tokenizer_with_more_tokens_than_embeddings(refused, checkpoints):
    for folder in checkpoints:
        make_tokenizer(folder / "tokenizer.json", size=100)
    assert "has 97 embeddings but the tokenizer has 100 tokens" in refused()


def test_no_tokenizer_anywhere(refused, checkpoints):
    for folder in checkpoints:
        (folder / "tokenizer.json").unlink()
    assert "give one with --tokenizer" in refused()


@pytest.mark.parametrize("content", ["", "{", "{}", "[]", '{"model": 3}', "\xff"], ids=repr)
def test_a_damaged_tokenizer(refused, checkpoints, content):
    (checkpoints[0] / "tokenizer.json").write_text(content, encoding="latin-1")
    assert str(checkpoints[0] / "tokenizer.json") in refused()


def test_a_damaged_sentencepiece_model(refused, checkpoints):
    (checkpoints[0] / "tokenizer.json").unlink()
    (checkpoints[0] / "spiece.model").write_bytes(b"no model")
    assert "spiece.model cannot be read" in refused()


def test_another_architecture(refused, checkpoints):
    change_config(checkpoints[1], model_type="bart")
    assert "is a model of type bart, not t5 or mt5" in refused()


def test_a_configuration_without_a_type(refused, checkpoints):
    change_config(checkpoints[1], model_type=None)
    assert "is a model of type None, not t5 or mt5" in refused()


def test_a_checkpoint_in_fewer_bits(refused, checkpoints):
    change_config(checkpoints[0], quantization_config={"load_in_8bit": True, "quant_method": "bitsandbytes"})
    assert "stored in fewer bits" in refused()


def test_an_activation_that_no_graph_knows(refused, checkpoints):
    change_config(checkpoints[0], dense_act_fn="tanh")
    assert "uses the activation tanh" in refused()


def test_a_missing_configuration(refused, checkpoints):
    (checkpoints[0] / "config.json").unlink()
    assert f"{checkpoints[0]} has no config.json" in refused()


@pytest.mark.parametrize("content", ["", "{", "[]", "\xff"], ids=repr)
def test_a_damaged_configuration(refused, checkpoints, content):
    (checkpoints[0] / "config.json").write_text(content, encoding="latin-1")
    assert f"{checkpoints[0] / 'config.json'} is damaged" in refused()


def test_a_configuration_with_nonsense_in_it(refused, checkpoints):
    change_config(checkpoints[0], d_model="wide")
    assert "describes no T5 model" in refused()


def test_special_tokens_that_differ(refused, checkpoints):
    change_config(checkpoints[1], eos_token_id=5)
    assert "eos_token_id is 1 in" in (error := refused()) and "and 5 in" in error


def test_several_end_of_text_tokens(refused, checkpoints):
    change_config(checkpoints[1], eos_token_id=[1, 5])
    assert "gives no single number as eos_token_id" in refused()


@pytest.mark.parametrize("token", [-1, 97])
def test_a_special_token_that_the_tokenizer_does_not_have(refused, checkpoints, token):
    for folder in checkpoints:
        change_config(folder, eos_token_id=token)
    assert f"gives {token} as eos_token_id, but the tokenizer has the tokens 0 to 96" in refused()


def test_more_candidates_than_pieces(refused, tmp_path):
    assert "--top 98 asks for more candidates than the 97 pieces" in refused("--top=98")
    (tmp_path / "texts").write_text("piece5piece6piece7")
    assert "--top 5 asks for more candidates than the 4 pieces" in refused("--small-pieces=4", f"--target-text={tmp_path}/texts")


@pytest.mark.parametrize("length", [0, 7, 500, 100_000])
def test_truncated_weights(refused, checkpoints, length):
    file = checkpoints[1] / "model.safetensors"
    file.write_bytes(file.read_bytes()[:length])
    assert f"The weights of {checkpoints[1]} cannot be read" in refused()


def test_missing_weights(refused, checkpoints):
    (checkpoints[1] / "model.safetensors").unlink()
    assert f"The weights of {checkpoints[1]} cannot be read" in refused()


def test_a_tensor_too_few(refused, checkpoints):
    change_tensors(checkpoints[1], lambda tensors: tensors.pop("decoder.block.2.layer.2.DenseReluDense.wo.weight"))
    assert "lack decoder.block.2.layer.2.DenseReluDense.wo.weight" in refused()


def test_an_encoder_without_its_decoder(refused, checkpoints):
    def keep_encoder(tensors):
        for name in [name for name in tensors if name.startswith("decoder.")]:
            del tensors[name]

    change_tensors(checkpoints[1], keep_encoder)
    assert "lack decoder." in refused()


def test_weights_and_configuration_of_two_models(refused, checkpoints):
    change_config(checkpoints[1], d_ff=96)
    assert "where config.json asks for" in refused()


def test_weights_that_are_not_finite(refused, checkpoints):
    change_tensors(checkpoints[0], lambda tensors: tensors["shared.weight"][3].fill_(torch.nan))
    assert "the tensor shared.weight holds numbers that are not finite" in refused()


def test_a_folder_that_is_not_there(refused, tmp_path):
    assert f"{tmp_path / 'nowhere'} is no folder" in refused(small=tmp_path / "nowhere")


def test_a_file_in_place_of_a_folder(refused, checkpoints):
    assert "is no folder" in refused(small=checkpoints[0] / "config.json")


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (ConnectionError("no route to host"), "cannot be fetched from the hub (no route to host); download the checkpoint and give its folder"),
        (httpx.ProxyError("403 Forbidden"), "cannot be fetched from the hub (403 Forbidden); download the checkpoint and give its folder"),
        (OSError(28, "No space left on device", "/cache/x"), "cannot be stored in /cache/x (No space left on device); mend that"),
        (GatedRepoError("403\nmore", response=httpx.Response(403, request=httpx.Request("GET", "https://hub"))), "accepted its terms; accept them on"),
        (RepositoryNotFoundError("404", response=httpx.Response(404, request=httpx.Request("GET", "https://hub"))), "check the name"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_hub_name_that_cannot_be_fetched(refused, monkeypatch, problem, expected):
    def fails(*_, **__):
        raise problem

    monkeypatch.setattr("export_pair.checkpoint.snapshot_download", fails)
    assert expected in refused(small="someone/some-model")


def test_an_output_that_exists(refused, checkpoints, tmp_path):
    (tmp_path / "taken").mkdir()
    assert "taken exists already" in refused(out=tmp_path / "taken")
    assert not list((tmp_path / "taken").iterdir())


def test_force_replaces_nothing_but_a_pair(refused, tmp_path):
    (tmp_path / "pairs" / "mine").mkdir(parents=True)
    assert "pairs exists and is no pair" in refused("--force", out=tmp_path / "pairs")
    (tmp_path / "file").write_text("mine")
    assert "file exists and is no pair" in refused("--force", out=tmp_path / "file")
    assert (tmp_path / "pairs" / "mine").is_dir() and (tmp_path / "file").read_text() == "mine"


def test_an_output_that_cannot_be_made(refused, tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot be written" in refused(out=tmp_path / "file" / "pair")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--weights=int4"], ["--top=0"], ["--top=x"], ["--source-limit=-1"], ["--target-limit=1.5"], ["--unknown"],
        ["--preset=own"], ["--preset=own=0.5"], ["--preset=own=a,b"], ["--preset=own=0.5,1,0"], ["--preset=own=-1,1"],
        ["--preset==0.5,1"], ["--preset=own=0.5,1,2,3"], ["--preset=own=nan,1"], ["--preset=own=0.5,inf"], ["--preset=own=2.5,1"],
        ["--preset=own=0.5,1,2147483648"], ["--preset=own=0.5,1,often"], ["--source-limit=1"], ["--source-limit=2147483648"], ["--target-limit=2147483648"],
        ["--provenance=missing.json"], ["--source-language"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage(refused, arguments):
    assert "see export-pair --help" in refused(*arguments, code=2)


@pytest.mark.parametrize("content", ["", "[]", "{"], ids=repr)
def test_a_provenance_file_that_holds_no_object(refused, tmp_path, content):
    (tmp_path / "provenance.json").write_text(content)
    assert "see export-pair --help" in refused(f"--provenance={tmp_path}/provenance.json", code=2)


def test_8_bit_arithmetic_without_texts_to_measure_ranges_on(refused):
    assert "give --calibration FILE" in refused("--weights=w8a8", code=2)


def test_calibration_texts_that_cannot_be_read(refused, tmp_path):
    assert "nowhere cannot be read" in refused("--weights=w8a8", f"--calibration={tmp_path}/nowhere")
    (tmp_path / "latin1").write_bytes(b"f\xfcr")
    assert "latin1 cannot be read as UTF-8 text" in refused("--weights=w8a8", f"--calibration={tmp_path}/latin1")


def test_calibration_texts_that_are_empty_or_too_long(refused, tmp_path):
    (tmp_path / "texts").write_text("\n" + "piece5" * 300 + "\n")
    assert "holds no text of at most 128 tokens" in refused("--weights=w8a8", f"--calibration={tmp_path}/texts")


def test_a_configuration_that_cannot_be_read(refused, checkpoints):
    (checkpoints[0] / "config.json").unlink()
    (checkpoints[0] / "config.json").mkdir()
    assert "config.json cannot be read (Is a directory)" in refused()


def test_pieces_and_their_text_go_together(refused, tmp_path):
    assert "--small-pieces and --target-text go together" in refused("--small-pieces=20", code=2)
    assert "--small-pieces and --target-text go together" in refused(f"--target-text={tmp_path}/texts", code=2)


def test_a_target_text_that_cannot_be_read_or_is_too_short(refused, tmp_path):
    assert "nowhere cannot be read" in refused("--small-pieces=20", f"--target-text={tmp_path}/nowhere")
    (tmp_path / "texts").write_text("piece5piece6")
    assert "holds only 2 different pieces, fewer than 20" in refused("--small-pieces=20", f"--target-text={tmp_path}/texts")
