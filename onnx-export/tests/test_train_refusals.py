"""Files that are missing or damaged and numbers that make no sense: one sentence that says which."""
import lzma
import sys

import numpy as np
import pytest
from checkpoints import VOCABULARY, make_checkpoint

from train import checkpoint, model as models
from train.__main__ import main
from train.batches import Encoded
from train.optimizer import ScaledAdamW


@pytest.fixture
def refused(monkeypatch, capsys):
    """Runs a command; returns what it ends with."""
    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["train", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        return end.value.code if end.value.code != 2 else capsys.readouterr().err
    return run


def test_a_text_that_is_missing_or_no_text(refused, tmp_path):
    for language in ("de", "en"):
        (tmp_path / f"set.{language}").write_text("Ein Satz.\n")
    for name, content, expected in (("no.tsv", None, "no.tsv is missing"), ("a.xz", b"no archive", "a.xz cannot be read as UTF-8 text"),
                                    ("cut.xz", lzma.compress(b"a\tb\tc\n" * 999)[:-20], "cut.xz cannot be read as UTF-8 text"),
                                    ("latin.tsv", "a\tb\tä\n".encode("latin-1"), "latin.tsv cannot be read as UTF-8 text")):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        assert expected in refused("prepare", "--work", tmp_path / "work", "--text", tmp_path / name, "--evaluation", tmp_path)


def test_a_tokenizer_that_is_missing_or_damaged(refused, tmp_path):
    (tmp_path / "train.tsv").write_text("x\ta\tb\n")
    assert "tokenizer.json is missing" in refused("evaluate", "--work", tmp_path, "--model", model(tmp_path), "--report", tmp_path / "report")
    (tmp_path / "bad.json").write_text("{")
    assert "bad.json is no tokenizer" in refused("tokenizer", "--work", tmp_path, "--adopt", tmp_path / "bad.json")


def test_encoded_text_that_is_missing_or_damaged(tmp_path):
    with pytest.raises(FileNotFoundError, match="train.npz is missing"):
        Encoded.read(tmp_path / "train.npz")
    text = Encoded(*(np.arange(2) for _ in range(4)), np.ones(1, np.float32))
    text.save(tmp_path / "train.npz")
    assert len(Encoded.read(tmp_path / "train.npz")) == 1
    whole = (tmp_path / "train.npz").read_bytes()
    for content in (b"", b"PK", whole[:-30]):
        (tmp_path / "train.npz").write_bytes(content)
        with pytest.raises(ValueError, match="train.npz is damaged"):
            Encoded.read(tmp_path / "train.npz")


def test_an_optimizer_state_that_is_damaged(tmp_path):
    network = models.build("tiny", 40, 0.0)
    optimizer = ScaledAdamW(network.parameters())
    saved = checkpoint.save(tmp_path, network, optimizer, checkpoint.Progress(step=7))
    checkpoint.restore_optimizer(saved, optimizer, "cpu")
    for content in (b"", b"nothing", (saved / "optimizer.pt").read_bytes()[:-40]):
        (saved / "optimizer.pt").write_bytes(content)
        with pytest.raises(ValueError, match="optimizer.pt cannot be read .* remove step-00000007"):
            checkpoint.restore_optimizer(saved, optimizer, "cpu")


@pytest.mark.parametrize("family", ["t5", "mt5"])
def test_a_model_whose_output_layer_is_not_its_embedding(tmp_path, family):
    folder = make_checkpoint(tmp_path / "untied", family, "gated-gelu", tied=False)
    with pytest.raises(ValueError, match="untied has an output layer apart from its embedding .* give a model in which both are one"):
        models.load(folder)
    assert len(models.load(make_checkpoint(tmp_path / "tied")).shared.weight) == VOCABULARY


@pytest.mark.parametrize("option, value", [("--warmup", 0), ("--minutes", 0), ("--minutes", "nan"), ("--print-steps", 0), ("--positions", -1),
                                           ("--rate", "-1"), ("--threads", "two")])
def test_numbers_that_make_no_sense(refused, tmp_path, option, value):
    assert f"argument {option}: '{value}' is not a" in refused("train", "--work", tmp_path, f"{option}={value}")


def model(folder):
    models.build("tiny", 40, 0.0).save_pretrained(folder / "model")
    return folder / "model"
