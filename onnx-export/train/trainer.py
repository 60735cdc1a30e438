"""The training loop: constant rate after a warm-up, stopped and resumed at any step, then decayed to zero."""
import math
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from transformers import T5ForConditionalGeneration

from train import checkpoint, model as models
from train.batches import Encoded
from train.checkpoint import OtherParameters, Progress
from train.distill import Teacher
from train.optimizer import ScaledAdamW
from train.processes import Processes


@dataclass(frozen=True)
class Settings:
    """How a model is trained.

    rate: learning rate, as a share of each tensor's RMS. positions: padded positions per batch, source and target averaged.
    freeze_encoder: leave encoder and embedding as they are, for a small model that shares them with the large one; with a
    teacher, layers that follow on the large model's do learn.
    teacher: folder of a large model whose distributions are learnt instead of the text's own pieces. memory: bytes for what it
    has computed, which is then not computed again. pieces: ids of those that the model will write, see Teacher.
    minutes, steps: the budget of this run (or of the whole decay), whichever ends first.
    """
    size: str = "large"
    rate: float = 8e-3
    warmup: int = 500
    positions: int = 2000
    dropout: float = 0.0
    seed: int = 1
    freeze_encoder: bool = False
    teacher: Path | None = None
    memory: int = 0
    pieces: torch.Tensor | None = None
    minutes: float = math.inf
    steps: float = math.inf
    save_minutes: float = 10.0
    print_steps: int = 50
    decay: bool = False


def device() -> str:
    return f"cuda:{os.environ.get('LOCAL_RANK', 0)}" if torch.cuda.is_available() else "cpu"


class Trainer:
    """Trains one model in one run folder. ``start``: a checkpoint (or model) to begin from when the folder has none."""

    def __init__(self, run: Path, text: Encoded, dev: Encoded, vocabulary: int, settings: Settings, start: Path | None = None,
                 say: Callable[[str], None] = lambda line: print(line, flush=True)):
        self.run, self.settings, self.device = run, settings, device()
        self.processes = Processes(self.device)
        self.say = say if self.processes.first else lambda line: None
        self.text = text.part(self.processes.rank, self.processes.count)
        own = checkpoint.latest(run)
        origin = own or start
        torch.manual_seed(settings.seed)
        self.model = models.load(origin, settings.dropout, vocabulary) if origin else models.build(settings.size, vocabulary, settings.dropout)
        self.model.to(self.device).train()
        if settings.freeze_encoder:
            self.model.shared.requires_grad_(False)
            self.model.encoder.requires_grad_(False)
        self.teacher = None
        if settings.teacher:
            self.teacher = Teacher(models.load(settings.teacher, vocabulary=vocabulary).to(self.device), settings.freeze_encoder, settings.memory,
                                   settings.pieces)
            self.teacher.check(self.model)
            if settings.freeze_encoder:
                self.teacher.lend_encoder(self.model)
        self.optimizer = ScaledAdamW(p for p in self.model.parameters() if p.requires_grad)
        positions, checksum = settings.positions * self.processes.count, text.checksum()
        self.progress = self._restored(origin, resumes=origin == own) or Progress(positions=positions, text=checksum)
        if (self.progress.positions, self.progress.text) != (positions, checksum):      # other batches: the place in the epoch means nothing
            self.progress.epoch, self.progress.batch = self.progress.epoch + 1, 0
            self.progress.positions, self.progress.text = positions, checksum
        if not settings.decay:
            self.progress.decay_step = self.progress.decay_seconds = None
        elif self.progress.decay_step is None:
            self.progress.decay_step, self.progress.decay_seconds = self.progress.step, self.progress.seconds
        # a decay's budget counts from where the decay began, also when it is resumed; a plain run's from now
        self._first_step = self.progress.decay_step if settings.decay else self.progress.step
        self._first_second = self.progress.decay_seconds if settings.decay else self.progress.seconds
        if own and self.spent() >= 1:
            raise ValueError(f"{own} is finished: it has used up its budget, and nothing that was trained since is in it; "
                             f"remove {run} to make it anew, or give another --run")
        self._dev = [dev.batch(indices) for indices in dev.epoch(0, settings.positions, seed=0)]
        self._stopping = False
        millions = sum(p.numel() for p in self.model.parameters()) / 1e6
        self.say(f"{run.name}: {millions:.1f} M parameters on {self.device}, {len(text)} pairs, from "
            f"{origin or 'fresh weights'} at step {self.progress.step}")

    def _restored(self, origin: Path | None, resumes: bool) -> Progress | None:
        """Where the checkpoint stands, its optimiser's state taken over; None if there is no such state, or if it is of no use to a start."""
        if not origin or not (origin / "progress.json").exists():
            return None
        progress = checkpoint.read_progress(origin)
        try:
            checkpoint.restore_optimizer(origin, self.optimizer, self.device)
        except OtherParameters:
            if resumes:
                raise
            self.say(f"{origin} trained other parameters than this run does: its weights are taken, and the optimiser begins anew with a warm-up")
            return None
        if not resumes:      # a former phase's decay is over
            progress.decay_step = progress.decay_seconds = None
        return progress

    def train(self) -> Path | None:
        """Runs until the budget is used up or the process is told to stop; returns the last checkpoint in the first process."""
        former = {number: signal.signal(number, lambda *_: self.stop()) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            self._run()
            return self.save()
        finally:
            for number, handler in former.items():
                signal.signal(number, handler)

    def _run(self) -> None:
        progress, settings = self.progress, self.settings
        batches = self._epoch()
        clock = saved = time.monotonic()
        printed, printed_tokens = clock, progress.tokens
        while self._goes_on():
            if progress.batch >= len(batches):
                progress.epoch, progress.batch = progress.epoch + 1, 0
                batches = self._epoch()
            self._step(batches[progress.batch])
            progress.batch += 1
            now = time.monotonic()
            progress.seconds += now - clock
            clock = now
            if progress.step % settings.print_steps == 0:
                self._report(len(batches), (progress.tokens - printed_tokens) / (now - printed))
                printed, printed_tokens = now, progress.tokens
            if now - saved >= 60 * settings.save_minutes:
                self.save()
                clock = saved = time.monotonic()

    def _epoch(self) -> list[np.ndarray]:
        """This epoch's batches: as many in each process, whose parts of the text may yield one more or less, so that all begin the next together."""
        batches = self.text.epoch(self.progress.epoch, self.settings.positions, self.settings.seed)
        return batches[:int(self.processes.least(len(batches)))]

    def _goes_on(self) -> bool:
        self.progress.seconds = self.processes.as_first(self.progress.seconds)
        return self.spent() < 1 and not self.processes.as_first(self._stopping)

    def stop(self) -> None:
        """Ends the run after the current step, with a checkpoint."""
        self._stopping = True

    def spent(self) -> float:
        """The share of the budget that is used up, 0 to 1 and above."""
        progress, settings = self.progress, self.settings
        return max((progress.step - self._first_step) / settings.steps,
                   (progress.seconds - self._first_second) / (60 * settings.minutes))

    def rate(self) -> float:
        settings = self.settings
        rate = settings.rate * min(1.0, (self.progress.step + 1) / settings.warmup)
        return rate * (1 - self.spent()) if settings.decay else rate

    def _step(self, indices: np.ndarray) -> None:
        progress = self.progress
        # dropout: the same after a resume, another in each process
        torch.manual_seed((self.settings.seed + self.processes.rank) * 1_000_003 + progress.step)
        source, target = (t.to(self.device) for t in self.text.batch(indices))
        self.optimizer.set_rate(self.rate(), progress.step)
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.teacher.loss(self.model, source, target, indices) if self.teacher else models.loss(self.model, source, target)
        loss.backward()
        self.processes.average_gradients(self.model.parameters())
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        value = loss.item()
        if not math.isfinite(value):
            raise FloatingPointError(f"{self.run}: the loss is {value} at step {progress.step}; "
                                     "start again from the last checkpoint with a lower --rate")
        progress.loss = value if progress.loss is None else 0.98 * progress.loss + 0.02 * value
        progress.tokens += int(self.processes.total(int((target >= 0).sum())))
        progress.step += 1

    def dev_loss(self) -> float:
        """Mean negative log-likelihood (nats, no smoothing) per target token of the dev sample."""
        self.model.eval()
        with torch.no_grad():
            losses = [(int((t >= 0).sum()), models.loss(self.model, s.to(self.device), t.to(self.device), 0.0).item())
                      for s, t in self._dev]
        self.model.train()
        return sum(n * v for n, v in losses) / sum(n for n, _ in losses)

    def agreement(self) -> float:
        """How often, 0 to 1, the model and its teacher put the same piece first on the dev sample."""
        self.model.eval()
        shares = [(int((t >= 0).sum()), self.teacher.agreement(self.model, s.to(self.device), t.to(self.device))) for s, t in self._dev]
        self.model.train()
        return sum(n * v for n, v in shares) / sum(n for n, _ in shares)

    def save(self) -> Path | None:
        """Writes a checkpoint and tells how good it is; only the first process does."""
        if not self.processes.first:
            return None
        path = checkpoint.save(self.run, self.model, self.optimizer, self.progress)
        agreement = f" agreement {self.agreement():.4f}" if self.teacher else ""
        self.say(f"saved {path} dev loss {self.dev_loss():.4f}{agreement}")
        return path

    def _report(self, batches: int, speed: float) -> None:
        p = self.progress
        left = self._left()
        self.say(f"step {p.step} epoch {p.epoch + p.batch / batches:.3f} loss {p.loss:.4f} rate {self.rate():.2e} "
                 f"tokens/s {speed:.0f} tokens {p.tokens / 1e6:.2f}M elapsed {_clock(p.seconds)} left {_clock(left)}")

    def _left(self) -> float:
        spent = self.spent()
        used = self.progress.seconds - self._first_second
        return used * (1 - spent) / spent if spent > 0 else math.inf


def _clock(seconds: float) -> str:
    if math.isinf(seconds):
        return "unlimited"
    minutes, seconds = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
