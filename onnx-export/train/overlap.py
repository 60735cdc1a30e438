"""Finds training sentences that repeat, or nearly repeat, a sentence kept for measuring."""
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from train.clean import folded

SIMILARITY = 0.8


class Overlap:
    """An index of kept-back sentences, asked whether a sentence repeats one of them.

    Near-duplicate: the word sets' Jaccard similarity is at least ``SIMILARITY``. Such a sentence misses at most
    n - ceil(0.8 n) of a kept sentence's n words, so it must hold one of any (that many + 1) of them: only the
    rarest are indexed. And its own word set is at least 0.8 and at most 1 / 0.8 times as large.
    """

    def __init__(self, sentences: Iterable[str]):
        self._exact = {folded(s) for s in sentences} - {""}
        self._folds = sorted(self._exact)
        self._sets = [frozenset(fold.split()) for fold in self._folds]
        frequency = Counter(word for words in self._sets for word in words)
        self._by_word_and_size = defaultdict(list)
        for i, words in enumerate(self._sets):
            rarest = sorted(words, key=lambda w: (frequency[w], w))
            for word in rarest[:len(words) - math.ceil(SIMILARITY * len(words)) + 1]:
                self._by_word_and_size[word, len(words)].append(i)

    def repeats(self, sentence: str) -> bool:
        return any(True for _ in self.repeated(sentence))

    def repeated(self, sentence: str) -> Iterator[str]:
        """Yields the kept sentences (as ``folded`` writes them) that ``sentence`` repeats or nearly repeats."""
        fold = folded(sentence)
        if fold in self._exact:
            yield fold
        words = set(fold.split())
        sizes = range(math.ceil(SIMILARITY * len(words)), int(len(words) / SIMILARITY) + 1)
        candidates = {i for word in words for size in sizes for i in self._by_word_and_size.get((word, size), ())}
        yield from (self._folds[i] for i in candidates if _jaccard(words, self._sets[i]) >= SIMILARITY)


def _jaccard(a: set[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b)
