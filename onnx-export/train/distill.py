"""The small model learns the large one's whole distribution over every next piece (word-level distillation, Kim & Rush 2016).

BiLD asks two things of the small model (paper sections 3.2 to 3.4): that it chooses what the large one would, and that
its probability says when it does not. Both are the large model's distribution, which tells far more per position than
the one piece that a text goes on with.
"""
import torch
from transformers import T5ForConditionalGeneration

from train.loss import FusedDivergence
from train.model import shifted
from train.tokenizer import PAD


class Teacher:
    """The large model, held fast. ``shares_encoder``: the small model reads the large one's encoder, so it is run once."""

    def __init__(self, model: T5ForConditionalGeneration, shares_encoder: bool):
        self.model, self.shares_encoder = model.eval().requires_grad_(False), shares_encoder

    def loss(self, student: T5ForConditionalGeneration, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """KL(large || small), nats per target piece. source [B, S], padded with 0; target [B, T], padded with -100."""
        hidden, teacher_hidden = self._hidden(student, source, target)
        return FusedDivergence.apply(hidden, student.shared.weight, student.config.d_model ** -0.5, teacher_hidden,
                                     self.model.shared.weight, self.model.config.d_model ** -0.5, target.flatten() >= 0)

    @torch.no_grad()
    def agreement(self, student: T5ForConditionalGeneration, source: torch.Tensor, target: torch.Tensor) -> float:
        """The share of target pieces, 0 to 1, before which both models put the same piece first."""
        first = [(hidden @ model.shared.weight.t()).argmax(-1)
                 for hidden, model in zip(self._hidden(student, source, target), (student, self.model))]
        return (first[0] == first[1])[target.flatten() >= 0].float().mean().item()

    def _hidden(self, student, source, target) -> tuple[torch.Tensor, torch.Tensor]:
        """Both decoders' last hidden states [B * T, d], the student's first."""
        inputs, mask = shifted(target), (source != PAD).long()
        with torch.autocast(source.device.type, dtype=torch.bfloat16):
            with torch.no_grad():
                encoded = self.model.encoder(input_ids=source, attention_mask=mask)[0]
                teacher = self.model.decoder(input_ids=inputs, encoder_hidden_states=encoded, encoder_attention_mask=mask, use_cache=False)[0]
            if not self.shares_encoder:
                encoded = student.encoder(input_ids=source, attention_mask=mask)[0]
            hidden = student.decoder(input_ids=inputs, encoder_hidden_states=encoded, encoder_attention_mask=mask, use_cache=False)[0]
        return hidden.flatten(0, 1).float(), teacher.flatten(0, 1).float()
