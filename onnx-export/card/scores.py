"""Quality of each way to write a text: sacreBLEU's BLEU and chrF, and how much the large model had to do."""

from dataclasses import dataclass

import sacrebleu


@dataclass(frozen=True)
class Score:
    """One way on one set. `fallbacks`, `rolled_back`: per target token; None for a model alone."""

    bleu: float
    chrf: float
    sentences: int
    fallbacks: float | None
    rolled_back: float | None
    texts: list[str]


def measure(program, name, sources, references, presets):
    """"large", "small" and each preset's name -> its `Score`."""
    ways = {"large": ("large", None), "small": ("small", None), **{preset: ("big-little", t) for preset, t in presets.items()}}
    scores = {}
    for way, (mode, thresholds) in ways.items():
        scores[way] = _score(program.translate(sources, mode, thresholds), references, mode == "big-little")
        print(f"{name}, {way}: BLEU {scores[way].bleu:.2f}, chrF {scores[way].chrf:.2f}", flush=True)
    return scores


def signatures():
    """sacreBLEU's signatures of the two metrics as `measure` uses them."""
    return [str(_scored(metric, ["a b"], ["a b"])[1]) for metric in (sacrebleu.BLEU(), sacrebleu.CHRF())]


def _score(written, references, together):
    texts = [w["translation"] for w in written]
    tokens, fallbacks, rolled_back = (sum(w["stats"][key] for w in written) for key in ("targetTokens", "fallbacks", "rolledBackTokens"))
    return Score(
        _scored(sacrebleu.BLEU(), texts, references)[0], _scored(sacrebleu.CHRF(), texts, references)[0], len(texts),
        fallbacks / tokens if together else None, rolled_back / tokens if together else None, texts,
    )


def _scored(metric, texts, references):
    return metric.corpus_score(texts, [references]).score, metric.get_signature()
