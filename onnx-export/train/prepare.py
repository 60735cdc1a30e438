"""From raw parallel text to the training text, the held-out everyday set and the dev sample."""
import fnmatch
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from train.checkpoint import trained
from train.clean import SideOfWords, fit, folded, plain_quotes, tidy
from train.corpora import WEIGHTS, Pair, read_lines, read_pairs, read_parallel, weight, write_lines, write_pairs
from train.overlap import Overlap
from train.translations import ALIGNED, INTERPOLATED


EVERYDAY = "tatoeba-heldout"


@dataclass(frozen=True)
class Kept:
    """How many pairs are kept back for measuring, and the corpora (a pattern) the everyday set is drawn from.

    apart: keep only everyday pairs that nothing outside those corpora nearly repeats, for a model that goes on from
    weights which may have seen all the rest. again: a folder that holds the everyday set of a former preparation, which
    is then kept back again instead of a new one.
    """
    everyday_corpora: str = "tatoeba*"
    apart: bool = False
    again: Path | None = None
    everyday: int = 1000
    dev: int = 500
    seed: int = 11


def cleaned(raw: list[Pair], target: str) -> list[Pair]:
    """Tidied pairs that are fit to learn from, each (compared without case and punctuation) once; ``target``: the language translated into."""
    tidied = [Pair(p.corpus, tidy(p.source), plain_quotes(tidy(p.target)) if target == "en" else tidy(p.target)) for p in raw]
    sides = SideOfWords(tidied)
    seen, pairs = set(), []
    for pair in tidied:
        key = folded(pair.source), folded(pair.target)
        if key not in seen and fit(pair.source, pair.target) and not sides.swapped(pair):
            seen.add(key)
            pairs.append(pair)
    return pairs


def without(pairs: list[Pair], sources: list[str], targets: list[str]) -> list[Pair]:
    """The pairs of which neither side repeats or nearly repeats a kept-back sentence of that language."""
    source, target = Overlap(sources), Overlap(targets)
    return [p for p in pairs if not source.repeats(p.source) and not target.repeats(p.target)]


def prepare(raw: Path, evaluation: Path, work: Path, languages: tuple[str, str], kept: Kept = Kept(),
            weights: dict[str, float] = WEIGHTS) -> dict[str, int]:
    """Writes ``train.tsv``, ``tatoeba-heldout.*`` (named after its corpora) and ``dev.*`` into ``work``.

    ``evaluation`` holds ``NAME.SOURCE`` and ``NAME.TARGET`` files that nothing trained on may repeat.
    Returns the number of pairs after each step.
    """
    if raw.resolve() == (work / "train.tsv").resolve():
        raise ValueError(f"--text {raw} is the training text that 'prepare' writes; give the text it was made from, or another --work")
    for old in (work / name for text in (ALIGNED, INTERPOLATED) for name in (text, text + ".npz")):
        if old.exists():
            raise ValueError(f"{old} holds translations of a former training text, which may have sentences that are kept back now; "
                             "remove it, or prepare another --work")
    if not kept.again and (run := trained(work)):
        raise ValueError(f"{run} was trained on the text in {work}, which may have sentences that would be kept back now; "
                         "keep the same ones back by --everyday-set, or prepare another --work")
    source, target = languages
    measured = [[line for f in sorted(evaluation.glob(f"*.{language}")) for line in read_lines(f)] for language in languages]
    if not all(measured):
        raise ValueError(f"{evaluation} holds no *.{source} or no *.{target} file; name the folder of the evaluation sets, "
                         "so that none of their sentences is trained on")
    pairs = list(read_pairs(raw))
    counts = {"raw": len(pairs)}
    pairs = cleaned(pairs, target)
    counts["clean"] = len(pairs)
    pairs = without(pairs, *measured)
    counts["not in an evaluation set"] = len(pairs)

    rng = random.Random(kept.seed)
    everyday = _read_everyday(kept.again, languages) if kept.again else _draw_everyday(rng, pairs, kept)
    pairs = without(pairs, [p.source for p in everyday], [p.target for p in everyday])
    counts["not near the held-out set"] = len(pairs)
    mixture = [p for p in pairs if rng.random() < weight(p.corpus, weights) / 3]
    _refuse_too_few(mixture, kept.dev, "the dev sample (dev) is drawn at random from the rest of the text", "keep fewer by --dev-size, or give more text")
    dev = _distinct(rng, mixture, kept.dev)
    pairs = without(pairs, [p.source for p in dev], [p.target for p in dev])
    counts["training"] = len(pairs)

    work.mkdir(parents=True, exist_ok=True)
    for name, part in ((EVERYDAY, everyday), ("dev", dev)):
        write_lines(work / f"{name}.{source}", [p.source for p in part])
        write_lines(work / f"{name}.{target}", [p.target for p in part])
    write_pairs(work / "train.tsv", pairs)
    write_lines(work / "corpora.tsv", [f"{name}\t{n}\t{weight(name, weights)}" for name, n in
                                       Counter(p.corpus for p in pairs).most_common()])
    return counts


def _read_everyday(folder: Path, languages: tuple[str, str]) -> list[Pair]:
    return [Pair(EVERYDAY, *pair) for pair in zip(*read_parallel(folder / EVERYDAY, *languages))]


def _draw_everyday(rng: random.Random, pairs: list[Pair], kept: Kept) -> list[Pair]:
    candidates, others = [], []
    for p in pairs:
        (candidates if fnmatch.fnmatchcase(p.corpus, kept.everyday_corpora) else others).append(p)
    if kept.apart:
        candidates = _apart(candidates, others)
    _refuse_too_few(candidates, kept.everyday, f"the everyday set ({EVERYDAY}) is drawn from the corpora '{kept.everyday_corpora}'",
                    "name others by --everyday, or keep fewer by --everyday-size")
    return _distinct(rng, candidates, kept.everyday)


def _apart(candidates: list[Pair], others: list[Pair]) -> list[Pair]:
    """The candidates of which neither side is repeated or nearly repeated among the others."""
    met = []
    for side in ("source", "target"):
        overlap = Overlap(getattr(p, side) for p in candidates)
        met.append({fold for p in others for fold in overlap.repeated(getattr(p, side))})
    return [p for p in candidates if folded(p.source) not in met[0] and folded(p.target) not in met[1]]


def _refuse_too_few(pairs: list[Pair], size: int, drawn: str, remedy: str) -> None:
    if len(pairs) < size:
        raise ValueError(f"{drawn}, which gives only {len(pairs)} pairs to keep {size} back from; {remedy}")


def _distinct(rng: random.Random, pairs: list[Pair], size: int) -> list[Pair]:
    """A random sample in which no sentence stands twice."""
    sample, sources, targets = [], set(), set()
    for pair in rng.sample(pairs, len(pairs)):
        if len(sample) == size:
            break
        a, b = folded(pair.source), folded(pair.target)
        if a and b and a not in sources and b not in targets:
            sample.append(pair)
            sources.add(a)
            targets.add(b)
    return sample
