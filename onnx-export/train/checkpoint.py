"""Checkpoints: a model folder that transformers loads, with the optimiser's state and the place in the data beside it."""
import json
import pickle
import shutil
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import torch
from transformers import T5ForConditionalGeneration

from export_pair.errors import first_line

KEEP = 2


@dataclass
class Progress:
    """Where a run stands. ``positions`` and ``text`` (its checksum) tell whether ``batch`` still means the same; ``decay_step`` and
    ``decay_seconds`` mark where the decay phase began, if it did."""
    step: int = 0
    epoch: int = 0
    batch: int = 0
    positions: int = 0
    text: int = 0
    tokens: int = 0
    seconds: float = 0.0
    loss: float | None = None
    decay_step: int | None = None
    decay_seconds: float | None = None


class OtherParameters(ValueError):
    """A checkpoint's optimiser knows other parameters than those that are trained now."""


def latest(run: Path) -> Path | None:
    """The newest whole checkpoint of a run's folder, or None."""
    return max(run.glob("step-" + "[0-9]" * 8), default=None)


def newest(folder: Path) -> Path:
    """A model's folder: the given one if it is a model itself, otherwise the newest checkpoint in it."""
    found = folder if (folder / "config.json").exists() else latest(folder)
    if found is None:
        raise FileNotFoundError(f"{folder} holds no model and no checkpoint; train it first, or name another folder")
    return found


def trained(work: Path) -> Path | None:
    """A run of this WORK folder that has a checkpoint, or None."""
    return next((step.parent for step in sorted(work.glob("*/step-*"))), None)


def save(run: Path, model: T5ForConditionalGeneration, optimizer: torch.optim.Optimizer, progress: Progress) -> Path:
    """Writes the checkpoint beside its final name and renames it, so that a crash leaves no half-written one."""
    final = run / f"step-{progress.step:08d}"
    part = final.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    model.save_pretrained(part)
    torch.save(optimizer.state_dict(), part / "optimizer.pt")
    (part / "progress.json").write_text(json.dumps(asdict(progress), indent=1))
    if final.exists():
        shutil.rmtree(final)
    part.rename(final)
    for old in sorted(run.glob("step-" + "[0-9]" * 8))[:-KEEP]:
        shutil.rmtree(old)
    return final


def read_progress(checkpoint: Path) -> Progress:
    known = {field.name for field in fields(Progress)}      # an earlier version of this program may have noted others
    return Progress(**{k: v for k, v in json.loads((checkpoint / "progress.json").read_text()).items() if k in known})


def restore_optimizer(checkpoint: Path, optimizer: torch.optim.Optimizer, device: str) -> None:
    file = checkpoint / "optimizer.pt"
    try:
        state = torch.load(file, map_location=device, weights_only=True)
    except (OSError, EOFError, RuntimeError, pickle.UnpicklingError) as problem:
        raise ValueError(f"{file} cannot be read ({first_line(problem)}); remove {checkpoint.name}, and the checkpoint before it is used") from problem
    try:
        optimizer.load_state_dict(state)
    except ValueError:
        raise OtherParameters(f"{checkpoint} trained other parameters than this run would; resume it with or without --freeze-encoder, as it was "
                              "begun, or give another --run") from None
