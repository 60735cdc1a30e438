"""The text that teaches the small model to write as the large one does (paper section 3.5.1).

The large model translates training sources greedily; the small one is then fine-tuned on what it wrote.
"""
import hashlib
import json
import random
import time
from pathlib import Path

from train.clean import folded
from train.corpora import Pair, weight, write_pairs
from train.translate import Translator

CORPUS = "aligned"
_CHUNK = 1024


def sources(pairs: list[Pair], weights: dict[str, float], seed: int) -> list[str]:
    """Every distinct source of the training text once, in a random order in which heavier corpora tend to come first."""
    rng = random.Random(seed)
    keyed = [(rng.random() ** (1 / max(weight(p.corpus, weights), 1e-6)), p.source) for p in pairs]
    return list(dict.fromkeys(source for _, source in sorted(keyed, reverse=True)))


def translate_sources(texts: list[str], large: Translator, folder: Path, minutes: float, limit: int | None) -> list[Path]:
    """Writes ``folder/FIRST-END.tsv``, a chunk of translated sources each, until the time or the texts are used up.

    Chunks that a former run wrote are kept and counted, so that the work can be spread over several runs, and refused where they
    are another model's or of other texts: a sentence kept out since then must not come back with them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _refuse_others(folder / "made-from.json", {"model": large.name, "texts": hashlib.sha256("\n".join(texts).encode()).hexdigest()})
    end = time.monotonic() + 60 * minutes
    started, done = time.monotonic(), 0
    texts = texts[:limit]
    chunks = []
    for start in range(0, len(texts), _CHUNK):
        part = texts[start:start + _CHUNK]
        path = folder / f"{start:07d}-{start + len(part):07d}.tsv"
        if not path.exists():
            if time.monotonic() > end:
                break
            pairs = [Pair(CORPUS, source, text) for source, (text, ended) in zip(part, large.translate(part))
                     if ended and folded(text)]      # unfinished text would teach loops
            write_pairs(path.with_suffix(".part"), pairs)
            path.with_suffix(".part").rename(path)
            done += len(part)
            speed = done / (time.monotonic() - started)
            left = min(end - time.monotonic(), (len(texts) - start - len(part)) / speed)
            print(f"translated {start + len(part):,} of {len(texts):,} sources, {speed:.0f} a second, {left / 60:.0f} minutes left", flush=True)
        chunks.append(path)
    return chunks


def _refuse_others(record: Path, origin: dict[str, str]) -> None:
    """Writes down what the translations beside ``record`` are made from, or holds it against what stands there."""
    if not record.exists():
        record.write_text(json.dumps(origin, indent=1))
    elif json.loads(record.read_text()) != origin:
        raise ValueError(f"{record.parent} holds translations by another model, of other training text or with another seed; "
                         "remove that folder to translate anew, or go on with the ones that it was begun with")
