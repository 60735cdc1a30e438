"""The small model learns the large one's whole distribution over every next piece (word-level distillation, Kim & Rush 2016).

BiLD asks two things of the small model (paper sections 3.2 to 3.4): that it chooses what the large one would, and that
its probability says when it does not. Both are the large model's distribution, which tells far more per position than
the one piece that a text goes on with.
"""
import numpy as np
import torch
from transformers import T5ForConditionalGeneration

from train.loss import FusedDivergence
from train.model import decoded, embedded, encoded, normed, read_on
from train.precision import precision
from train.tokenizer import PAD


class Teacher:
    """The large model, held fast.

    shares_encoder: the small model's encoder is the large one's, or begins with it. memory: bytes for what the large model has computed of
    pairs; for these it does not run again in later epochs, and most of a step's time was the large model's. pieces: ids
    [W] int64, ascending, of those that the small model will write (every one unless given); both distributions are then
    those among them, and the two output layers, which are most of what is left of a step, so much smaller.
    """

    def __init__(self, model: T5ForConditionalGeneration, shares_encoder: bool, memory: int = 0, pieces: torch.Tensor | None = None):
        self.model, self.shares_encoder, self._room = model.eval().requires_grad_(False), shares_encoder, memory
        self._pieces = pieces if pieces is None else pieces.to(model.shared.weight.device)
        self._known: dict[int, tuple[torch.Tensor, torch.Tensor]] = {}

    def check(self, student: T5ForConditionalGeneration) -> None:
        """Refuses a student whose embedding is of another shape, so that no distribution of its could be compared."""
        own, large = student.shared.weight.shape, self.model.shared.weight.shape
        if own[0] != large[0] or self.shares_encoder and own != large:
            raise ValueError(f"the small model has {own[0]} embeddings of width {own[1]} and the large one {large[0]} of width {large[1]}; both must "
                             "have the same pieces and, with --freeze-encoder, the same width")

    def lend_encoder(self, student: T5ForConditionalGeneration) -> None:
        """Gives the student the large one's embedding and, as the first of its encoder, its layers; in the encoder only what follows on these learns."""
        own, lent = student.encoder, self.model.encoder
        depth = len(lent.block)
        if len(own.block) < depth:
            raise ValueError(f"the small model's encoder has {len(own.block)} layers and the large one's {depth}; make one that begins "
                             "with the large one's by 'reshape --share-encoder', or leave --freeze-encoder out")
        student.shared.load_state_dict(self.model.shared.state_dict())
        own.block[:depth].load_state_dict(lent.block.state_dict())
        if len(own.block) == depth:
            own.final_layer_norm.load_state_dict(lent.final_layer_norm.state_dict())
        else:
            own.block[depth:].requires_grad_(True)
            own.final_layer_norm.requires_grad_(True)

    def loss(self, student: T5ForConditionalGeneration, source: torch.Tensor, target: torch.Tensor, pairs: np.ndarray) -> torch.Tensor:
        """KL(large || small), nats per target piece.

        source [B, S], padded with 0; target [B, T], padded with -100; pairs [B]: their numbers, by which they are known again.
        """
        states, teacher_hidden = self._remembered(source, target, pairs.tolist())
        hidden = self._student(student, source, target, states)
        return FusedDivergence.apply(hidden, self._written(student), student.config.d_model ** -0.5, teacher_hidden.flatten(0, 1),
                                     self._written(self.model), self.model.config.d_model ** -0.5, target.flatten() >= 0,
                                     precision(source.device.type))

    @torch.no_grad()
    def agreement(self, student: T5ForConditionalGeneration, source: torch.Tensor, target: torch.Tensor) -> float:
        """The share of target pieces, 0 to 1, before which both models put the same piece first: the large one any, the small one one of its own."""
        states, teacher_hidden = self._computed(source, target)
        hidden = self._student(student, source, target, states)
        first = (hidden @ self._written(student).t()).argmax(-1)
        if self._pieces is not None:
            first = self._pieces[first]
        wanted = (teacher_hidden.flatten(0, 1) @ self.model.shared.weight.t()).argmax(-1)
        return (first == wanted)[target.flatten() >= 0].float().mean().item()

    def _written(self, model: T5ForConditionalGeneration) -> torch.Tensor:
        """The rows of the output layer of the pieces that the small model writes [W, d]."""
        return model.shared.weight if self._pieces is None else model.shared.weight[self._pieces]

    def _remembered(self, source: torch.Tensor, target: torch.Tensor, pairs: list[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """As ``_computed``, in float16's precision whether remembered or not: a resumed run remembers nothing."""
        found = {pair: self._known[pair] for pair in pairs if pair in self._known}
        new = [row for row, pair in enumerate(pairs) if pair not in found]
        if new:
            for row, states, hidden in zip(new, *self._computed(source[new], target[new])):
                # a copy each: a part of the batch would keep the whole of it
                found[pairs[row]] = kept = states[source[row] != PAD].half().cpu(), hidden[target[row] >= 0].half().cpu()
                size = sum(2 * part.numel() for part in kept)
                if size <= self._room:
                    self._known[pairs[row]] = kept
                    self._room -= size
        sides = zip(*(found[pair] for pair in pairs))
        return tuple(torch.nn.utils.rnn.pad_sequence(side, batch_first=True).float().to(source.device) for side in sides)

    @torch.no_grad()
    def _computed(self, source: torch.Tensor, target: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The large model's last hidden states: its encoder's before the norm [B, S, d] and its decoder's [B, T, d]."""
        states = read_on(self.model, embedded(self.model, source), source)
        return states, decoded(self.model, normed(self.model, states), source, target)

    def _student(self, student, source, target, states) -> torch.Tensor:
        """The small model's last hidden states [B * T, d]; states: the large one's encoder's, before the norm."""
        if self.shares_encoder:
            states = normed(student, read_on(student, states, source, len(self.model.encoder.block)))
        else:
            states = encoded(student, source)
        return decoded(student, states, source, target).flatten(0, 1)
