"""Files that are missing or damaged and numbers that make no sense: one sentence that says which."""
import lzma
import sys

import numpy as np
import pytest
from checkpoints import VOCABULARY, change_config, make_checkpoint, make_tokenizer

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


@pytest.fixture
def work(tmp_path):
    """A WORK folder after 'tokenizer', with little in it, and a model of as many pieces as its tokenizer has."""
    make_tokenizer(tmp_path / "tokenizer.json", size=40)
    (tmp_path / "train.tsv").write_text("news\tpiece5\tpiece6\n")
    for name in ("train", "dev"):
        Encoded(np.array([5, 1]), np.array([0, 2]), np.array([6, 1]), np.array([0, 2]), np.ones(1, np.float32)).save(tmp_path / f"{name}.npz")
    model(tmp_path)
    return tmp_path


def test_no_set_to_measure_on_or_half_of_one_or_in_other_letters(refused, work):
    how = ["evaluate", "--work", work, "--model", work / "model", "--report", work / "report", "--sets", work / "sets"]
    (work / "dev.de").write_text("piece5\n")
    (work / "dev.en").write_text("piece6\n")
    assert f"no set to measure on, NAME.de and NAME.en, in {work}/sets, {work}; name a folder of such files by --sets" in refused(*how)
    (work / "sets").mkdir()
    (work / "sets/news.de").write_bytes("gr\u00fcn\n".encode("latin-1"))
    assert "sets/news.de cannot be read as UTF-8 text" in refused(*how)
    (work / "sets/news.de").write_text("piece5\n")
    assert "sets/news.en is missing; a set to measure on is two files" in refused(*how)


def test_a_report_in_place_of_the_references(refused, work):
    (work / "sets").mkdir()
    for language in ("de", "en"):
        (work / f"sets/news.{language}").write_text("piece5\n")
    for report in (work / "sets", work / "sets/../sets", work):
        assert "holds the references, which the translations would replace" in refused(
            "evaluate", "--work", work, "--model", work / "model", "--sets", work / "sets", "--report", report)
    assert (work / "sets/news.en").read_text() == "piece5\n"


def test_a_preparation_of_its_own_result_or_under_trained_models(refused, work):
    how, before = ["prepare", "--work", work, "--evaluation", work / "sets", "--text"], (work / "train.tsv").read_text()
    (work / "sets").mkdir()
    assert "train.tsv is the training text that 'prepare' writes" in refused(*how, work / "sets/../train.tsv")
    (work / "large/step-00000001").mkdir(parents=True)
    assert "large was trained on the text in" in refused(*how, work / "text.tsv")
    assert "holds no *.de or no *.en file" in refused(*how, work / "text.tsv", "--everyday-set", work)
    assert (work / "train.tsv").read_text() == before


def test_another_tokenizer_under_trained_models(refused, work, monkeypatch):
    for language in ("de", "en"):
        (work / f"dev.{language}").write_text("piece5\n")
    how = ["tokenizer", "--work", work, "--adopt"]
    monkeypatch.setattr(sys, "argv", list(map(str, ["train", *how, work / "tokenizer.json"])))
    main()
    (work / "large/step-00000001").mkdir(parents=True)
    main()
    before = (work / "tokenizer.json").read_text()
    assert "large was trained with" in refused(*how, make_tokenizer(work / "other.json", size=41))
    assert (work / "tokenizer.json").read_text() == before


@pytest.mark.parametrize("option, value, said", [("--everyday-size", 1, "the everyday set (tatoeba-heldout) is drawn from the corpora 'tatoeba*', which "
                                                  "gives only 0 pairs to keep 1 back from; name others by --everyday, or keep fewer by --everyday-size"),
                                                 ("--dev-size", 2, "only 1 pairs to keep 2 back from; keep fewer by --dev-size")])
def test_too_few_pairs_to_keep_back(refused, tmp_path, option, value, said):
    (tmp_path / "text.tsv").write_text("news\tEin kurzer Satz.\tA short sentence.\n")
    (tmp_path / "weights.tsv").write_text("*\t9\n")
    for language in ("de", "en"):
        (tmp_path / f"set.{language}").write_text("x\n")
    sizes = {"--everyday-size": 0, "--dev-size": 0} | {option: value}
    assert said in refused("prepare", "--work", tmp_path / "work", "--text", tmp_path / "text.tsv", "--evaluation", tmp_path, "--weights",
                           tmp_path / "weights.tsv", *(argument for size in sizes.items() for argument in size))


def test_no_text_to_learn_pieces_from(refused, work):
    assert "weighs 3.0 or more, so there is no text to learn pieces from; give the table of your corpora by --weights, or a lower --from-weight" \
        in refused("tokenizer", "--work", work, "--from-weight", 3)


def test_a_tokenizer_of_more_pieces_than_encoded_text_has_room_for(refused, work):
    adopted = make_tokenizer(work / "adopted.json", size=65_500)
    assert "has 65,756 pieces, and encoded text has room for 65,536" in refused("tokenizer", "--work", work, "--adopt", adopted)


def test_pairs_that_are_all_too_long_to_be_encoded(refused, work):
    (work / "train.tsv").write_text("news\t" + "piece5 " * 200 + "\tpiece6\n")
    assert "there is nothing to encode: no pair has at most 127 pieces" in refused("tokenizer", "--work", work, "--adopt", work / "tokenizer.json")


def test_a_large_model_that_finishes_no_text(refused, work, monkeypatch):
    monkeypatch.setattr("train.align.written", lambda *_: iter(()))
    assert "aligned holds no finished translation: " in refused("align", "--work", work, "--large", work / "model", "--start", work / "model", "--steps", 1)


def test_a_start_with_fewer_embeddings_than_the_tokenizer_has_pieces(refused, work):
    make_tokenizer(work / "tokenizer.json", size=41)
    assert "model has 40 embeddings but the tokenizer has 41 pieces; take over the model's own tokenizer by 'tokenizer --adopt'" \
        in refused("decay", "--work", work, "--start", work / "model", "--steps", 1)


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


def test_a_model_that_is_none_or_not_whole(tmp_path):
    for change, said in ((lambda folder: change_config(folder, model_type="bart"), "is a model of type bart"),
                         (lambda folder: change_config(folder, d_ff=96), "where config.json asks for"),
                         (lambda folder: change_config(folder, num_layers=3), "lack encoder.block.2"),
                         (lambda folder: (folder / "model.safetensors").write_bytes(b"damaged"), "cannot be read"),
                         (lambda folder: (folder / "model.safetensors").unlink(), "cannot be read")):
        folder = make_checkpoint(tmp_path / "model")
        change(folder)
        with pytest.raises(ValueError, match=said):
            models.load(folder)


@pytest.mark.parametrize("option, value", [("--warmup", 0), ("--minutes", 0), ("--minutes", "nan"), ("--print-steps", 0), ("--positions", -1),
                                           ("--rate", "-1"), ("--threads", "two")])
def test_numbers_that_make_no_sense(refused, tmp_path, option, value):
    assert f"argument {option}: '{value}' is not a" in refused("train", "--work", tmp_path, f"{option}={value}")


def model(folder):
    models.build("tiny", 40, 0.0).save_pretrained(folder / "model")
    return folder / "model"


def test_a_limit_that_leaves_nothing(refused, tmp_path):
    for command in (["evaluate", "--model", tmp_path, "--report", tmp_path], ["align"], ["interpolate"]):
        assert "argument --limit: '0' is not a whole number above 0" in refused(*command, "--work", tmp_path, "--limit", 0)


@pytest.mark.parametrize("problem, said", [(PermissionError(13, "Permission denied", "file"), "train evaluate: file cannot be read or written (Permission denied); "
                                            "mend that, and start the command again"), (KeyboardInterrupt(), 130)])
def test_an_end_from_outside(refused, monkeypatch, tmp_path, problem, said):
    def ends(_):
        raise problem

    monkeypatch.setattr("train.__main__.run_evaluate", ends)
    assert refused("evaluate", "--model", tmp_path, "--report", tmp_path, "--work", tmp_path) == said
