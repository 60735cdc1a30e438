"""BLEU and chrF of a model on the evaluation sets."""
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import sacrebleu

from train.corpora import read_parallel
from train.translate import Translator


@dataclass(frozen=True)
class Score:
    """sacreBLEU's numbers for one set, with the signatures that say how they were computed."""
    name: str
    sentences: int
    bleu: float
    chrf: float
    unfinished: int
    bleu_signature: str
    chrf_signature: str


def find_sets(folders: list[Path], source: str, target: str, work: Path | None = None) -> dict[str, tuple[list[str], list[str]]]:
    """All ``NAME.SOURCE`` and ``NAME.TARGET`` texts of the folders and of WORK, there without the dev sample, which training looks at, as lists of lines."""
    sets = {}
    folders = [*folders, work] if work else folders
    for folder in folders:
        for path in sorted(folder.glob(f"*.{source}")):
            if folder != work or path.stem != "dev":
                sets[path.stem] = read_parallel(path.with_suffix(""), source, target)
    if not sets:
        raise ValueError(f"there is no set to measure on, NAME.{source} and NAME.{target}, in {', '.join(map(str, folders))}; "
                         "name a folder of such files by --sets")
    return sets


def score(name: str, model: Translator, sources: list[str], references: list[str]) -> tuple[Score, list[str]]:
    """Translates greedily and scores; returns the translations as well."""
    written = model.translate(sources)
    texts = [text for text, _ in written]
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    return Score(name, len(texts), round(bleu.corpus_score(texts, [references]).score, 2), round(chrf.corpus_score(texts, [references]).score, 2),
                 sum(not ended for _, ended in written), str(bleu.get_signature()), str(chrf.get_signature())), texts


def table(scores: list[Score]) -> str:
    rows = [f"{'set':<18}{'sentences':>10}{'BLEU':>8}{'chrF':>8}{'unfinished':>12}"]
    rows += [f"{s.name:<18}{s.sentences:>10}{s.bleu:>8.2f}{s.chrf:>8.2f}{s.unfinished:>12}" for s in scores]
    return "\n".join(rows + [f"BLEU {scores[0].bleu_signature}", f"chrF {scores[0].chrf_signature}"])


def to_json(scores: list[Score]) -> str:
    return json.dumps([asdict(s) for s in scores], indent=1) + "\n"
