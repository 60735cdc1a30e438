"""Several processes take the step of one batch that holds all of theirs."""
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from train import checkpoint, model as models
from train.optimizer import ScaledAdamW
from train_sample import SETTINGS, encoded

PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path({tests!r})))
import torch
from train_sample import SETTINGS
from dataclasses import replace
from train.batches import Encoded
from train.trainer import Trainer
torch.set_num_threads(1)
text = Encoded.read(Path({text!r}))
Trainer(Path({run!r}), text, text, 340, replace(SETTINGS, dropout=0.0, steps=1), Path({start!r})).train()
"""


@pytest.fixture(scope="module")
def text():
    return encoded()[0]


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    folder = tmp_path_factory.mktemp("start")
    torch.manual_seed(3)
    models.build("tiny", 340, 0.0).save_pretrained(folder)
    return folder


def one_step_of_two(folder, text, start):
    """Two processes take a step from ``start``; returns the checkpoint and what was printed."""
    text.save(folder / "text.npz")
    program = folder / "program.py"
    program.write_text(PROGRAM.format(tests=str(Path(__file__).parent), text=str(folder / "text.npz"), run=str(folder / "run"),
                                      start=str(start)))
    done = subprocess.run([sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", str(program)],
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return checkpoint.latest(folder / "run"), done.stdout


def test_one_step_of_two_is_the_step_with_the_mean_of_their_gradients(text, start, tmp_path):
    trained, printed = one_step_of_two(tmp_path, text, start)
    settings = replace(SETTINGS, dropout=0.0)
    model = models.load(start).train()
    optimizer = ScaledAdamW(model.parameters())
    optimizer.set_rate(settings.rate / settings.warmup, 0)
    pieces = 0
    for rank in range(2):
        part = text.part(rank, 2)
        source, target = part.batch(part.epoch(0, settings.positions, settings.seed)[0])
        pieces += int((target >= 0).sum())
        (models.loss(model, source, target) / 2).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    expected, found = dict(model.named_parameters()), load_file(trained / "model.safetensors")
    begun, moved = load_file(start / "model.safetensors"), 0.0
    for name, value in found.items():
        if name in expected:
            assert torch.allclose(value, expected[name], atol=1e-6), name
            moved = max(moved, (value - begun[name]).abs().max().item())
    assert moved > 1e-4
    assert checkpoint.read_progress(trained).tokens == pieces
    assert printed.count("from ") == 1 and printed.count("saved") == 1      # the first process speaks for both


def test_every_pair_is_seen_by_one_process(text):
    seen = [set(rows.tolist()) for rank in range(3) for rows in [torch.cat([torch.from_numpy(b) for b in text.part(rank, 3).epoch(0, 400, 1)])]]
    assert set.union(*seen) == set(range(len(text))) and sum(map(len, seen)) == len(text)
