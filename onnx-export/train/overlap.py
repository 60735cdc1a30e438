"""Finds training sentences that repeat, or nearly repeat, a sentence kept for measuring."""
import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from train.clean import folded

SIMILARITY = 0.8


class Overlap:
    """An index of kept-back sentences, asked whether a sentence repeats one of them.

    Near-duplicate: the word sets' Jaccard similarity is at least ``SIMILARITY``. Such a sentence misses at most
    n - ceil(0.8 n) of a kept sentence's n words, so it must hold one of any (that many + 1) of them: only the
    rarest are indexed.
    """

    def __init__(self, sentences: Iterable[str]):
        self._exact = {folded(s) for s in sentences} - {""}
        self._sets = [frozenset(f.split()) for f in sorted(self._exact)]
        frequency = Counter(word for words in self._sets for word in words)
        self._by_word = defaultdict(list)
        for i, words in enumerate(self._sets):
            rarest = sorted(words, key=lambda w: (frequency[w], w))
            for word in rarest[:len(words) - math.ceil(SIMILARITY * len(words)) + 1]:
                self._by_word[word].append(i)

    def repeats(self, sentence: str) -> bool:
        fold = folded(sentence)
        if fold in self._exact:
            return True
        words = set(fold.split())
        candidates = {i for word in words if word in self._by_word for i in self._by_word[word]}
        return any(_jaccard(words, self._sets[i]) >= SIMILARITY for i in candidates)


def _jaccard(a: set[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b)
