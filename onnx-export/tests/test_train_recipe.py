"""The whole recipe on a small grammar, through the command line as a user runs it."""
import json
import sys

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer
from transformers import AutoModelForSeq2SeqLM

import train_sample
from train import checkpoint
from train.__main__ import main
from train.batches import Encoded
from train.corpora import read_lines, read_pairs
from train.translate import Translator


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["train", *map(str, arguments)])
    main()


def target_text(folder):
    """The target side of the training text, as a file."""
    file = folder / "train.en"
    file.write_text("\n".join(pair.target for pair in read_pairs(folder / "work" / "train.tsv")), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """The folder of a pair that went through every step."""
    folder = tmp_path_factory.mktemp("recipe")
    text, evaluation = train_sample.write(folder)
    work = folder / "work"
    how = ["--work", work, "--size", "tiny", "--warmup", 50, "--positions", 1000, "--rate", 2e-2, "--threads", 1, "--print-steps", 100]
    with pytest.MonkeyPatch.context() as patch:
        run(patch, "prepare", "--work", work, "--text", text, "--evaluation", evaluation, "--everyday-size", 40, "--dev-size", 20)
        run(patch, "tokenizer", "--work", work, "--vocabulary", 360, "--from-weight", 0)
        run(patch, "train", *how, "--run", "large", "--steps", 250)
        run(patch, "decay", *how, "--run", "large-decayed", "--start", work / "large", "--steps", 200)
        run(patch, "interpolate", *how, "--start", work / "large-decayed", "--run", "large-interpolated", "--beams", 3, "--limit", 300, "--steps", 40,
            "--text-times", 0.2)
        run(patch, "train", *how, "--run", "small", "--steps", 60)
        run(patch, "align", *how, "--start", work / "small", "--run", "small-aligned", "--limit", 300, "--steps", 60)
        run(patch, "distill", *how, "--start", work / "small-aligned", "--run", "small-distilled", "--steps", 100, "--text-times", 1,
            "--small-pieces", 48, "--target-text", target_text(folder))
        for name in ("large-decayed", "large-interpolated", "small", "small-aligned", "small-distilled"):
            run(patch, "evaluate", "--work", work, "--model", work / name, "--sets", evaluation, "--report", folder / name, "--threads", 1)
    return folder


def bleu(pair, model):
    return {s["name"]: s["bleu"] for s in json.loads((pair / model / "scores.json").read_text())}


def test_large_model_translates_unseen_sentences_of_the_grammar(pair):
    assert bleu(pair, "large-decayed")["news"] > 60


def test_alignment_and_distillation_bring_the_small_model_nearer_to_the_large_one(pair):
    def agreement(model):
        return sum(a == b for name in ("news", "tatoeba-heldout")
                   for a, b in zip(read_lines(pair / model / f"{name}.en"), read_lines(pair / "large-decayed" / f"{name}.en")))
    assert agreement("small-distilled") > agreement("small-aligned") > agreement("small")


def test_scores_carry_signatures_and_every_set_but_the_dev_sample(pair):
    scores = json.loads((pair / "small" / "scores.json").read_text())
    assert [(s["name"], s["sentences"]) for s in scores] == [("news", 40), ("tatoeba-heldout", 40)]
    assert all("tok:13a" in s["bleu_signature"] and "nc:6" in s["chrf_signature"] for s in scores)


def test_alignment_text_is_what_the_large_model_writes_for_training_sources(pair):
    aligned = [p for path in sorted((pair / "work/aligned").glob("*.tsv")) for p in read_pairs(path)]
    sources = {p.source for p in read_pairs(pair / "work/train.tsv")}
    assert 200 < len(aligned) <= 300 and {p.source for p in aligned} <= sources


def test_interpolation_learns_what_beam_search_finds_for_training_sources(pair):
    learned = [p for path in sorted((pair / "work/interpolated").glob("*.tsv")) for p in read_pairs(path)]
    references = {p.source: p.target for p in read_pairs(pair / "work/train.tsv")}
    assert 200 < len(learned) <= 300 and all(p.source in references for p in learned)
    assert len([p for p in learned if p.target == references[p.source]]) > len(learned) / 2
    assert bleu(pair, "large-interpolated")["news"] > 60


def test_interpolation_sees_likeliest_translations_less_often_and_the_text_beside_them(pair):
    learned = Encoded.read(pair / "work/interpolated.npz")
    assert set(learned.weight.tolist()) == {1.0, np.float32(0.3)}
    text = learned.joined(Encoded.read(pair / "work/train.npz").seen(0.2))
    assert checkpoint.read_progress(checkpoint.newest(pair / "work/large-interpolated")).text == text.checksum()


@pytest.mark.parametrize("run_name", ["large", "large-decayed", "large-interpolated", "small", "small-aligned", "small-distilled"])
def test_checkpoints_load_in_transformers_and_translate(pair, run_name):
    tokenizer = Tokenizer.from_file(str(pair / "work/tokenizer.json"))
    model = AutoModelForSeq2SeqLM.from_pretrained(checkpoint.newest(pair / "work" / run_name))
    ids = torch.tensor([tokenizer.encode("Die Frau kauft ein Buch heute.").ids])
    text = tokenizer.decode(model.generate(ids, max_new_tokens=30)[0].tolist())
    assert model.config.vocab_size == tokenizer.get_vocab_size() == 360
    assert text.strip()


def test_beam_search_finds_different_translations_and_the_greedy_one_is_often_the_likeliest(pair):
    tokenizer = Tokenizer.from_file(str(pair / "work/tokenizer.json"))
    model = Translator(checkpoint.newest(pair / "work/large-decayed"), tokenizer)
    sentences = read_lines(pair / "eval/news.de")
    candidates, greedy = model.candidates(sentences, beams=3), model.translate(sentences)
    assert all(len(set(texts)) == len(texts) == 3 for texts in candidates)
    assert sum(texts[0] == text for texts, (text, _) in zip(candidates, greedy)) > len(sentences) / 2


def test_wrong_folder_is_named_in_one_sentence(pair, monkeypatch, tmp_path):
    with pytest.raises(SystemExit, match="holds no model and no checkpoint"):
        run(monkeypatch, "decay", "--work", pair / "work", "--start", tmp_path, "--steps", 1)
    with pytest.raises(SystemExit, match="say how long"):
        run(monkeypatch, "train", "--work", pair / "work", "--size", "tiny", "--run", "x")


def test_an_alignment_that_was_stopped_goes_on_with_its_own_text(pair, monkeypatch, capsys):
    work, before = pair / "work", (pair / "work/aligned.npz").read_bytes()
    run(monkeypatch, "align", "--work", work, "--size", "tiny", "--start", work / "small", "--run", "small-aligned", "--steps", 61, "--threads", 1)
    assert "translated" not in capsys.readouterr().out
    assert (work / "aligned.npz").read_bytes() == before


def test_translations_by_another_model_or_of_another_text_are_not_mixed(pair, monkeypatch):
    how = ["align", "--work", pair / "work", "--size", "tiny", "--start", pair / "work/small", "--run", "x", "--steps", 1, "--limit", 300, "--threads", 1]
    for other in (["--large", pair / "work/large"], ["--seed", 2]):
        with pytest.raises(SystemExit, match="holds translations by another model, of other training text or made with another seed"):
            run(monkeypatch, *how, *other)
    with pytest.raises(SystemExit, match="aligned holds translations of a former training text"):
        run(monkeypatch, "prepare", "--work", pair / "work", "--text", pair / "text.tsv", "--evaluation", pair / "eval")


@pytest.mark.parametrize("command", ["align", "interpolate"])
def test_several_processes_do_not_translate(pair, monkeypatch, command):
    monkeypatch.setenv("WORLD_SIZE", "2")
    with pytest.raises(SystemExit, match=f"one process translates; start '{command}' without torchrun"):
        run(monkeypatch, command, "--work", pair / "work", "--size", "tiny", "--start", pair / "work/small", "--run", "x", "--steps", 1)


def test_one_beam_leaves_nothing_to_choose_from(pair, monkeypatch, capsys):
    with pytest.raises(SystemExit):
        run(monkeypatch, "interpolate", "--work", pair / "work", "--beams", 1, "--steps", 1)
    assert "nothing to choose from with fewer than 2 beams" in capsys.readouterr().err
