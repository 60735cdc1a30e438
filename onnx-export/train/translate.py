"""Translation of many sentences in batches: greedy, for alignment and evaluation, or by beam search, for interpolation."""
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
        self.model: T5ForConditionalGeneration = models.load(folder, vocabulary=tokenizer.get_vocab_size()).to(device()).eval()
        self.tokenizer, self.rows, self.name = tokenizer, rows, "/".join(folder.parts[-2:])

    def translate(self, sentences: list[str]) -> list[tuple[str, bool]]:
        """Each sentence's greedy translation, and whether the model came to an end within the limit."""
        out = [("", False)] * len(sentences)
        for i, (ids,) in self._written(sentences, beams=1):
            out[i] = self.tokenizer.decode(ids), END in ids
        return out

    def candidates(self, sentences: list[str], beams: int) -> list[list[str]]:
        """For each sentence at most ``beams`` (two or more) finished translations that beam search finds, the likeliest per piece first."""
        out: list[list[str]] = [[] for _ in sentences]
        for i, written in self._written(sentences, beams):
            out[i] = [self.tokenizer.decode(ids) for ids in written if END in ids]
        return out

    def _written(self, sentences: list[str], beams: int) -> Iterator[tuple[int, list[list[int]]]]:
        """Yields each sentence's number with the ``beams`` best sequences of ids for it: at most twice the source's pieces + 10."""
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
                written = self.model.generate(input_ids=source, attention_mask=(source != PAD).long(), num_beams=beams, num_return_sequences=beams,
                                              early_stopping=beams > 1, do_sample=False, max_new_tokens=2 * width + 10,
                                              past_key_values=cache)
            for row, i in enumerate(indices):
                yield i, [ids[1:] for ids in written[row * beams:(row + 1) * beams].tolist()]
