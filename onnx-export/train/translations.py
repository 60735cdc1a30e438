"""What the large model writes for training sources: text for ``align`` (paper section 3.5.1) and ``interpolate``."""
import hashlib
import json
import random
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from train.corpora import Pair, weight, write_pairs

ALIGNED, INTERPOLATED = "aligned", "interpolated"
"""The two kinds of such text: a corpus, the folder of its translations, ``NAME.npz`` with these encoded, and the run that learns it."""
_CHUNK = 1024


def sources(pairs: list[Pair], weights: dict[str, float], seed: int) -> dict[str, str]:
    """Every distinct source of the training text once, with its translation there, in a random order in which heavier corpora tend to come first."""
    rng = random.Random(seed)
    keyed = [(rng.random() ** (1 / max(weight(p.corpus, weights), 1e-6)), p.source, p.target) for p in pairs]
    texts: dict[str, str] = {}
    for _, source, target in sorted(keyed, reverse=True):
        texts.setdefault(source, target)
    return texts


def write_translations(texts: dict[str, str], translate: Callable[[dict[str, str]], Iterable[Pair]], origin: dict[str, str], folder: Path,
                       minutes: float, limit: int | None) -> list[Path]:
    """Writes ``folder/FIRST-END.tsv``, a chunk of translated sources each, until the time or the texts are used up.

    texts: sources with their translations in the training text; translate: from some of them to the pairs to learn; origin: how
    they are made. Chunks that a former run wrote are kept and counted, so that the work can be spread over several runs, and
    refused where they are of another origin or of other texts: a sentence kept out since then must not come back with them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _refuse_others(folder / "made-from.json", origin | {"texts": hashlib.sha256("\n".join(texts).encode()).hexdigest()})
    end = time.monotonic() + 60 * minutes
    started, done = time.monotonic(), 0
    items = list(texts.items())[:limit]
    chunks = []
    for start in range(0, len(items), _CHUNK):
        part = dict(items[start:start + _CHUNK])
        path = folder / f"{start:07d}-{start + len(part):07d}.tsv"
        if not path.exists():
            if time.monotonic() > end:
                break
            write_pairs(path.with_suffix(".part"), list(translate(part)))
            path.with_suffix(".part").rename(path)
            done += len(part)
            speed = done / (time.monotonic() - started)
            left = min(end - time.monotonic(), (len(items) - start - len(part)) / speed)
            print(f"translated {start + len(part):,} of {len(items):,} sources, {speed:.0f} a second, {left / 60:.0f} minutes left", flush=True)
        chunks.append(path)
    return chunks


def _refuse_others(record: Path, origin: dict[str, str]) -> None:
    """Writes down what the translations beside ``record`` are made from, or holds it against what stands there."""
    if not record.exists():
        record.write_text(json.dumps(origin, indent=1))
    elif json.loads(record.read_text()) != origin:
        raise ValueError(f"{record.parent} holds translations by another model, of other training text or made with another seed or in "
                         "another way; remove that folder to translate anew, or go on with the ones that it was begun with")
