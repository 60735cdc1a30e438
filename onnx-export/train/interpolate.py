"""The text that teaches a model to write greedily what its beam search finds (sequence-level interpolation, Kim & Rush 2016, section 3.3).

Both models of a pair write greedily, piece by piece. Of a model's own translations the one that comes nearest to the
reference is as good as the text, and easier to learn: it is what the model nearly wrote.
"""
from collections.abc import Iterator

import sacrebleu

from train.clean import folded
from train.corpora import Pair
from train.translate import Translator
from train.translations import INTERPOLATED

LIKELIEST = "likeliest"
"""The corpus of pairs whose best translation is the one that the model finds likeliest: it writes them so anyway."""
_BLEU = sacrebleu.BLEU(effective_order=True)


def nearest(candidates: list[str], reference: str) -> str:
    """The candidate of the highest sentence BLEU; of equals the first, which the model finds likeliest."""
    return max(candidates, key=lambda text: _BLEU.sentence_score(text, [reference]).score)


def chosen(model: Translator, texts: dict[str, str], beams: int) -> Iterator[Pair]:
    """The sources of ``texts`` with the best of the model's ``beams`` translations of each."""
    for (source, reference), candidates in zip(texts.items(), model.candidates(list(texts), beams)):
        if candidates := [text for text in candidates if folded(text)]:
            best = nearest(candidates, reference)
            yield Pair(LIKELIEST if best == candidates[0] else INTERPOLATED, source, best)
