"""Greedy translation of many sentences in batches, for alignment and evaluation."""
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import DynamicCache, EncoderDecoderCache, T5ForConditionalGeneration

from train import model as models
from train.batches import MAX_TOKENS
from train.precision import products
from train.tokenizer import END, PAD
from train.trainer import device


class Translator:
    """A model with its tokenizer. ``rows`` sentences are translated at once, long ones with long ones. ``name``: run and step."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, rows: int = 64):
        self.model: T5ForConditionalGeneration = models.load(folder).to(device()).eval()
        self.tokenizer, self.rows, self.name = tokenizer, rows, "/".join(folder.parts[-2:])

    def translate(self, sentences: list[str]) -> list[tuple[str, bool]]:
        """Each sentence's greedy translation, and whether the model came to an end within the limit."""
        out = [("", False)] * len(sentences)
        for indices, written in self._batches(sentences):
            for i, ids in zip(indices, written):
                out[i] = self.tokenizer.decode(ids), END in ids
        return out

    def _batches(self, sentences: list[str]) -> Iterator[tuple[list[int], list[list[int]]]]:
        """Yields sentence numbers with the ids written for them: at most twice the source's pieces + 10."""
        encoded = [e.ids if len(e.ids) <= 4 * MAX_TOKENS else e.ids[:4 * MAX_TOKENS - 1] + [END]
                   for e in self.tokenizer.encode_batch(sentences)]
        order = sorted(range(len(sentences)), key=lambda i: len(encoded[i]))
        for start in range(0, len(order), self.rows):
            indices = order[start:start + self.rows]
            width = max(len(encoded[i]) for i in indices)
            source = torch.tensor([encoded[i] + [PAD] * (width - len(encoded[i])) for i in indices], device=device())
            with torch.no_grad(), products(device()):
                # a cache of its own: transformers sizes the default one by the encoder, which may be the shallower
                cache = EncoderDecoderCache(DynamicCache(), DynamicCache())
                written = self.model.generate(input_ids=source, attention_mask=(source != PAD).long(), num_beams=1,
                                              do_sample=False, max_new_tokens=2 * width + 10, past_key_values=cache)
            yield indices, [row[1:] for row in written.tolist()]
