"""The text that teaches the small model to write as the large one does (paper section 3.5.1): what the large one writes, greedily."""
from collections.abc import Iterator

from train.clean import folded
from train.corpora import Pair
from train.translate import Translator
from train.translations import ALIGNED


def written(large: Translator, texts: dict[str, str]) -> Iterator[Pair]:
    """The sources of ``texts`` with the large model's translations."""
    for source, (text, ended) in zip(texts, large.translate(list(texts))):
        if ended and folded(text):      # unfinished text would teach loops
            yield Pair(ALIGNED, source, text)
