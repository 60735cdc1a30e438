"""Which pairs are fit to learn from, and how their text is written."""
import math
import re
import unicodedata
from collections import Counter

from train.corpora import Pair

MAX_CHARACTERS = 500
# A letter's marks (accents that no composed letter has, vowel signs), which \w leaves out, are part of its word. That none
# stands below U+0300 is said first, because to look for a character among all marks takes ten times as long as all else.
_MARKS = "".join(c for c in map(chr, range(0x300, 0x20000)) if unicodedata.category(c) in ("Mn", "Mc"))
_WORD = re.compile(rf"\w+(?:(?![\0-\u02ff])[{_MARKS}]+\w*)*")
_NUMBER = re.compile(r"\d[\d.,'’\u00a0\u202f]*\d")
_SEPARATOR = re.compile(r"\D")
# English corpora disagree on quotation marks; one form where English is written is one thing less to guess.
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})


def tidy(text: str) -> str:
    """NFC, invisible format characters dropped (soft hyphens, zero-width marks), white space folded to one space."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(text.split())


def plain_quotes(text: str) -> str:
    return text.translate(_QUOTES)


def folded(text: str) -> str:
    """The text as duplicates are compared: lower case, without punctuation and spacing differences."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def fit(source: str, target: str) -> bool:
    """Whether two tidied sentences look like a translation of each other, from their surface alone."""
    return all(1 <= len(s) <= MAX_CHARACTERS and _letters(s) for s in (source, target)) \
        and _similar_length(len(source), len(target)) \
        and not _copied(source, target) \
        and _long_numbers(source) == _long_numbers(target)


def _letters(text: str) -> bool:
    """At least half letters, and nothing that marks a broken encoding."""
    if any(c == "\ufffd" or unicodedata.category(c) in ("Cc", "Co", "Cn") for c in text):
        return False
    return 2 * sum(c.isalpha() or c.isspace() for c in text) >= len(text)


def _similar_length(source: int, target: int) -> bool:
    """Ratio at most 2.2; short sentences may differ by 15 characters whatever the ratio."""
    return abs(source - target) <= 15 or max(source, target) <= 2.2 * min(source, target)


def _copied(source: str, target: str) -> bool:
    """Whether a sentence of four words or more was left untranslated for the most part."""
    a, b = set(folded(source).split()), set(folded(target).split())
    return len(a) >= 4 and len(a & b) > 0.7 * len(a | b)


def _long_numbers(text: str) -> set[str]:
    """Numbers of three digits or more, without separators: years and amounts that both sides must share."""
    digits = (_SEPARATOR.sub("", n) for n in _NUMBER.findall(text))
    return {d for d in digits if len(d) >= 3}


class SideOfWords:
    """Tells the two languages apart by the pairs themselves: which side each word mostly stands on.

    ``lean`` is the mean log-odds of a sentence's words, above 0 for source-like text and below 0 for target-like.
    """

    def __init__(self, pairs: list[Pair]):
        self.source, self.target = Counter(), Counter()
        for pair in pairs:
            self.source.update(_WORD.findall(pair.source.casefold()))
            self.target.update(_WORD.findall(pair.target.casefold()))
        self.bias = math.log((self.source.total() + 1) / (self.target.total() + 1))

    def lean(self, text: str) -> float:
        words = _WORD.findall(text.casefold())
        odds = (math.log((self.source[w] + 1) / (self.target[w] + 1)) - self.bias for w in words)
        return sum(odds) / max(1, len(words))

    def swapped(self, pair: Pair) -> bool:
        """Whether either sentence is written in the other side's language."""
        return self.lean(pair.source) < -0.7 or self.lean(pair.target) > 0.7
