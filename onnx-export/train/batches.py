"""Encoded text, and the same batches every time for the same seed and epoch."""
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from train.corpora import Pair

MAX_TOKENS = 127
MAX_PIECES = 1 << 16
"""Of a tokenizer: ids are kept in 16 bits."""


@dataclass(frozen=True)
class Encoded:
    """Pairs as piece ids: ``source[source_at[i]:source_at[i + 1]]`` is the source of pair i; likewise its target.

    ``weight[i]`` is how many times pair i is seen per epoch, on average.
    """
    source: np.ndarray
    source_at: np.ndarray
    target: np.ndarray
    target_at: np.ndarray
    weight: np.ndarray

    def __len__(self) -> int:
        return len(self.weight)

    def save(self, path: Path) -> None:
        """Writes the file beside its name and renames it, so that none is half written."""
        part = path.with_name("part-" + path.name)
        np.savez(part, **vars(self))
        part.rename(path)

    @staticmethod
    def read(path: Path) -> "Encoded":
        try:
            with np.load(path) as arrays:
                return Encoded(**{name: arrays[name] for name in arrays.files})
        except FileNotFoundError:
            raise FileNotFoundError(f"{path} is missing: encoded text, which 'tokenizer' writes, and of translations 'align' or 'interpolate'") from None
        except (zipfile.BadZipFile, ValueError, EOFError, TypeError) as problem:
            raise ValueError(f"{path} is damaged ({problem}); remove it and have it written again") from problem

    def seen(self, factor: float) -> "Encoded":
        """The same pairs, each ``factor`` times as often."""
        return replace(self, weight=(self.weight * factor).astype(np.float32))

    def joined(self, other: "Encoded") -> "Encoded":
        """This text and another."""
        return Encoded(np.concatenate([self.source, other.source]), _continued(self.source_at, other.source_at),
                       np.concatenate([self.target, other.target]), _continued(self.target_at, other.target_at),
                       np.concatenate([self.weight, other.weight]))

    def part(self, number: int, of: int) -> "Encoded":
        """Every ``of``-th pair from ``number`` on; the others keep their numbers and are never seen."""
        return replace(self, weight=np.where(np.arange(len(self)) % of == number, self.weight, np.float32(0)))

    def checksum(self) -> int:
        """Tells this text from another: batches of the same epoch hold the same pairs for the same checksum only."""
        total = 0
        for array in vars(self).values():
            total = zlib.crc32(np.ascontiguousarray(array), total)
        return total

    def batch(self, indices: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """source [B, S] padded with 0 and target [B, T] padded with -100, both int64."""
        sources = [self.source[self.source_at[i]:self.source_at[i + 1]] for i in indices]
        targets = [self.target[self.target_at[i]:self.target_at[i + 1]] for i in indices]
        return _padded(sources, 0), _padded(targets, -100)

    def epoch(self, number: int, positions: int, seed: int) -> list[np.ndarray]:
        """All batches of an epoch, as pair numbers, shuffled; rows x (S + T) / 2 is at most ``positions`` in each.

        A pair of weight 1.5 is in once, and in half of the epochs twice. Sorted by the target's length, then by the
        source's, pairs hardly need padding on either side; the noise lets them meet others in each epoch.
        """
        rng = np.random.default_rng([seed, number])
        copies = np.floor(self.weight + rng.random(len(self))).astype(np.int64)
        chosen = np.repeat(np.arange(len(self)), copies)
        source, target = (np.diff(at)[chosen] for at in (self.source_at, self.target_at))
        order = np.lexsort((source + 2 * rng.random(len(chosen)), target))
        source, target = source[order], target[order]
        starts, widest, tallest = [0], 0, 0
        for i, (s, t) in enumerate(zip(source.tolist(), target.tolist())):
            widest, tallest = max(widest, s), max(tallest, t)
            if (i + 1 - starts[-1]) * (widest + tallest) > 2 * positions and i > starts[-1]:
                starts.append(i)
                widest, tallest = s, t
        batches = np.split(chosen[order], starts[1:])
        return [batches[i] for i in rng.permutation(len(batches))]


def encode(tokenizer: Tokenizer, pairs: Iterator[tuple[Pair, float]]) -> Encoded:
    """Encodes pairs with their weights; a pair with a side of more than ``MAX_TOKENS`` pieces is left out."""
    sources, targets, weights = [], [], []
    while part := list(islice(pairs, 20_000)):
        encoded_sources = tokenizer.encode_batch([p.source for p, _ in part])
        encoded_targets = tokenizer.encode_batch([p.target for p, _ in part])
        for a, b, (_, w) in zip(encoded_sources, encoded_targets, part):
            if max(len(a), len(b)) <= MAX_TOKENS:
                sources.append(np.array(a.ids, np.uint16))
                targets.append(np.array(b.ids, np.uint16))
                weights.append(w)
    if not sources:
        raise ValueError(f"there is nothing to encode: no pair has at most {MAX_TOKENS} pieces on either side; give more text, or shorter sentences")
    return Encoded(np.concatenate(sources), _starts(sources), np.concatenate(targets), _starts(targets), np.array(weights, np.float32))


def _starts(rows: list[np.ndarray]) -> np.ndarray:
    return np.cumsum([0] + [len(r) for r in rows])


def _continued(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return np.concatenate([first, second[1:] + first[-1]])


def _padded(rows: list[np.ndarray], value: int) -> torch.Tensor:
    out = np.full((len(rows), max(map(len, rows))), value, np.int64)
    for i, row in enumerate(rows):
        out[i, :len(row)] = row
    return torch.from_numpy(out)
