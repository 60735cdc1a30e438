"""Training stopped and resumed is the training that was never stopped."""
import os
import signal
from dataclasses import replace

import pytest
import torch
from safetensors.torch import load_file

from train import checkpoint, model as models
from train.checkpoint import Progress
from train.reshape import Depth, reshaped
from train.trainer import Trainer
from train_sample import SETTINGS, encoded


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """Tensors this small gain nothing from a second thread."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def texts():
    return encoded()


@pytest.fixture(scope="module")
def text(texts):
    return texts[0]


def train(folder, text, steps, start=None, **changes):
    return Trainer(folder, text, text, 340, replace(SETTINGS, steps=steps, **changes), start, say=lambda line: None).train()


def same(a, b):
    weights, others = load_file(a / "model.safetensors"), load_file(b / "model.safetensors")
    state, other = (torch.load(c / "optimizer.pt", weights_only=True)["state"] for c in (a, b))
    return weights.keys() == others.keys() and all(torch.equal(weights[k], others[k]) for k in weights) \
        and all(torch.equal(state[i]["exp_avg_sq"], other[i]["exp_avg_sq"]) for i in state)


@pytest.fixture(scope="module")
def whole(text, tmp_path_factory):
    """33 steps without a stop; more than an epoch."""
    return train(tmp_path_factory.mktemp("whole"), text, 33)


def test_resumed_run_equals_an_uninterrupted_one(text, whole, tmp_path):
    train(tmp_path, text, 14)
    resumed = train(tmp_path, text, 19)
    assert checkpoint.read_progress(resumed).epoch >= 1
    assert same(whole, resumed)


def test_resumed_decay_equals_an_uninterrupted_one(text, whole, tmp_path):
    straight = train(tmp_path / "straight", text, 12, whole, decay=True)
    decay = Trainer(tmp_path / "halves", text, text, 340, replace(SETTINGS, steps=12, decay=True), whole, say=lambda line: None)
    step = decay._step
    decay._step = lambda indices: (step(indices), decay.stop() if decay.progress.step == 38 else None)
    assert checkpoint.read_progress(decay.train()).step == 38
    resumed = train(tmp_path / "halves", text, 12, whole, decay=True)
    assert checkpoint.read_progress(resumed).step == 45
    assert same(straight, resumed) and not same(whole, resumed)
    with pytest.raises(ValueError, match="step-00000045 is finished: .* remove .*halves to make it anew, or give another --run"):
        train(tmp_path / "halves", text, 12, whole, decay=True)


def test_rate_warms_up_stays_and_decays_to_zero(text, whole, tmp_path):
    trainer = Trainer(tmp_path, text, text, 340, replace(SETTINGS, steps=10, decay=True), whole, say=lambda line: None)
    rates = []
    for trainer.progress.step in range(33, 44):
        rates.append(trainer.rate() / SETTINGS.rate)
    assert rates == pytest.approx([1 - i / 10 for i in range(11)])
    fresh = Trainer(tmp_path, text, text, 340, replace(SETTINGS, steps=10), say=lambda line: None)
    assert fresh.rate() == pytest.approx(SETTINGS.rate / 10)
    fresh.progress.step = 500
    assert fresh.rate() == SETTINGS.rate


def test_terminated_process_leaves_a_checkpoint(text, tmp_path):
    handler = signal.getsignal(signal.SIGTERM)
    trainer = Trainer(tmp_path, text, text, 340, replace(SETTINGS, steps=1000), say=lambda line: None)
    step = trainer._step
    trainer._step = lambda indices: (step(indices), os.kill(os.getpid(), signal.SIGTERM) if trainer.progress.step == 3 else None)
    assert trainer.train() == tmp_path / "step-00000003"
    assert signal.getsignal(signal.SIGTERM) == handler


def test_last_two_checkpoints_stay_and_half_written_ones_do_not_count(text, tmp_path):
    for _ in range(3):
        train(tmp_path, text, 1)
    (tmp_path / "step-00000009.part").mkdir()
    assert sorted(p.name for p in tmp_path.glob("step-????????")) == ["step-00000002", "step-00000003"]
    assert checkpoint.latest(tmp_path) == tmp_path / "step-00000003"


def test_other_batch_size_starts_the_next_epoch(text, whole, tmp_path):
    progress = Trainer(tmp_path, text, text, 340, replace(SETTINGS, positions=500), whole, say=lambda line: None).progress
    before = checkpoint.read_progress(whole)
    assert (progress.step, progress.epoch, progress.batch) == (before.step, before.epoch + 1, 0)


def test_other_text_starts_the_next_epoch(texts, whole, tmp_path):
    text, other = texts
    progress = Trainer(tmp_path, other, text, 340, SETTINGS, whole, say=lambda line: None).progress
    before = checkpoint.read_progress(whole)
    assert before.batch > 0 and (progress.epoch, progress.batch, progress.text) == (before.epoch + 1, 0, other.checksum())


def test_as_many_other_pairs_or_weights_are_another_text(texts):
    text, other = texts[0].part(0, 1), texts[0].seen(2)
    assert text.checksum() == texts[0].checksum() != other.checksum() and len(text) == len(other)
    words = replace(text, target=text.target[::-1])
    assert words.checksum() != text.checksum()


def test_what_an_earlier_version_noted_is_passed_over(tmp_path):
    (tmp_path / "progress.json").write_text('{"step": 7, "positions": 400, "pairs": 200}')
    assert checkpoint.read_progress(tmp_path) == Progress(step=7, positions=400)


def test_training_lowers_the_dev_loss(text, tmp_path):
    trainer = Trainer(tmp_path, text, text, 340, replace(SETTINGS, steps=60), say=lambda line: None)
    before = trainer.dev_loss()
    trainer.train()
    assert trainer.dev_loss() < before - 1
    assert trainer.progress != Progress()


def test_frozen_encoder_stays_while_the_decoder_learns_also_across_a_resume(text, whole, tmp_path):
    start = whole if (whole / "model.safetensors").exists() else checkpoint.newest(whole)
    model = tmp_path / "start"
    model.mkdir()
    for name in ("config.json", "model.safetensors"):
        (model / name).write_bytes((start / name).read_bytes())
    train(tmp_path / "run", text, 5, start=model, freeze_encoder=True)
    after = load_file(train(tmp_path / "run", text, 5, freeze_encoder=True) / "model.safetensors")
    before = load_file(model / "model.safetensors")
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert changed and all(name.startswith("decoder.") for name in changed)
    assert {n for n in before if n.startswith("decoder.block")} <= changed


def test_a_run_is_not_resumed_with_other_parameters(text, tmp_path):
    train(tmp_path, text, 1)
    with pytest.raises(ValueError, match="step-00000001 trained other parameters .* with or without --freeze-encoder, as it was begun"):
        train(tmp_path, text, 1, freeze_encoder=True)


def test_an_encoder_that_goes_on_after_the_large_ones_learns_from_a_start_that_left_it_as_it_was(text, whole, tmp_path):
    """As the recipe's small model does: frozen in 'align', its own encoder layers learning in 'distill'."""
    reshaped(models.load(whole), Depth(2, 1), 340, keep_encoder=True).save_pretrained(tmp_path / "start")
    aligned = train(tmp_path / "aligned", text, 2, tmp_path / "start", freeze_encoder=True, decay=True)
    how, said = replace(SETTINGS, steps=2, freeze_encoder=True, decay=True, teacher=whole), []
    trainer = Trainer(tmp_path / "distilled", text, text, 340, how, aligned, say=said.append)
    assert trainer.progress.step == 0 and "the optimiser begins anew with a warm-up" in said[0]
    before, after = load_file(aligned / "model.safetensors"), load_file(trainer.train() / "model.safetensors")
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert {name.split(".")[2] for name in changed if name.startswith("encoder.block")} == {"1"}
    assert Trainer(tmp_path / "distilled", text, text, 340, replace(how, steps=3), aligned, say=said.append).progress.step == 2
