"""
Writes what the program's ROUGE-Lsum must be.

    python -m oracle.rouge ../src/test/resources/evaluate/rouge.json

The package rouge_score could not be installed where this was written, so the scores are not its own output. They come from
`rouge_lsum` below, which follows its published source (rouge_scorer.py, tokenize.py; no stemmer, sentences separated by line
feeds). It gave the same as the functions of that source on these texts and on 20,000 random ones, and gives the scores that
the package's own tests name, which main() checks before it writes. Where rouge_score is installed, main() checks every score
against it.
"""

import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

WORDS = ["the", "The", "house", "3.5", "1,000", "U.S.", "don't", "state-of-the-art", "“quote”", "&quot;", "50%", "C++", "Äpfel",
         "straße", "日本語", "😀", ".", "-", "x\u00a0y", "\u2003", "İstanbul", "\u212a", "a", "b", "c", "d", "e", "_", "a_b", "\r",
         "\u2028", "\t"]

# hypothesis, reference, ROUGE-Lsum: from rouge_score's own tests (rouge_scorer_test.py)
PUBLISHED = [
    ("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5", 0.5333),
    ("", "w1 w2 w3 w4 w5", 0.0),
    ("w1", "", 0.0),
    ("/", "w1 w2 w3 w4 w5", 0.0),
]


def words(sentence):
    return re.findall("[a-z0-9]+", sentence.lower())


def common(wanted, found):
    """Positions in `wanted` of the longest common subsequence; among several, rouge_score's choice, walking back."""
    longest = [[0] * (len(found) + 1)]
    for word in wanted:
        row = [0]
        for j, other in enumerate(found):
            row.append(longest[-1][j] + 1 if word == other else max(longest[-1][j + 1], row[j]))
        longest.append(row)
    positions = set()
    i, j = len(wanted), len(found)
    while i and j:
        if wanted[i - 1] == found[j - 1]:
            i, j = i - 1, j - 1
            positions.add(i)
        elif longest[i][j - 1] > longest[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return positions


def rouge_lsum(hypothesis, reference):
    """The F-measure, 0 to 1."""
    found = [words(line) for line in hypothesis.split("\n")]
    wanted = [words(line) for line in reference.split("\n")]
    left = Counter(word for line in found for word in line) & Counter(word for line in wanted for word in line)
    hits = 0
    for sentence in wanted:
        union = set().union(*(common(sentence, other) for other in found))
        for position in sorted(union):
            if left[sentence[position]] > 0:
                left[sentence[position]] -= 1
                hits += 1
    size = sum(map(len, found)) + sum(map(len, wanted))
    return 2 * hits / size if size else 0.0


def corpora():
    """Name, hypotheses, references."""
    source = random.Random(17)

    def line(least, most):
        return " ".join(source.choice(WORDS) for _ in range(source.randint(least, most)))

    def edited(text):
        tokens = text.split(" ")
        for _ in range(source.randint(0, max(1, len(tokens) // 3))):
            at = source.randrange(len(tokens) + 1)
            tokens[at : at + source.randint(0, 2)] = [source.choice(WORDS)] * source.randint(0, 2)
        return " ".join(tokens)

    one_line = [line(5, 30) for _ in range(100)]
    summaries = ["\n".join(line(3, 15) for _ in range(source.randint(1, 4))) for _ in range(100)]
    few_words = [" ".join(source.choice("abcd") for _ in range(12)) for _ in range(100)]
    yield "one line", [edited(text) for text in one_line], one_line
    yield "sentences", ["\n".join(map(edited, text.split("\n"))) for text in summaries], summaries
    yield "sentences in another order", ["\n".join(reversed(text.split("\n"))) for text in summaries], summaries
    yield "many ties", source.sample(few_words, len(few_words)), few_words
    yield "many ties in sentences", [text.replace(" a ", "\n") for text in few_words], source.sample(few_words, len(few_words))
    yield "equal", one_line[:20], one_line[:20]
    yield "no word", ["/", "…", "", "日本語"], ["a b", "日本語", "", "日本語"]
    yield "empty lines", ["\n\nthe house\n", "\n"], ["the\n\nhouse", "the"]
    yield "repeated", ["the the the the the\nthe the"], ["the cat\nis on the mat"]
    yield "published", [text for text, _, _ in PUBLISHED], [text for _, text, _ in PUBLISHED]


def check(cases):
    for hypothesis, reference, score in PUBLISHED:
        assert abs(rouge_lsum(hypothesis, reference) - score) < 1e-4, (hypothesis, reference)
    try:
        from rouge_score import rouge_scorer
    except ImportError:
        return "not installed"
    scorer = rouge_scorer.RougeScorer(["rougeLsum"])
    for case in cases:
        for hypothesis, reference in zip(case["hypotheses"], case["references"]):
            wanted = scorer.score(reference, hypothesis)["rougeLsum"].fmeasure
            assert abs(rouge_lsum(hypothesis, reference) - wanted) < 1e-9, (hypothesis, reference)
    return "equal"


def main():
    cases = [
        {"name": name, "hypotheses": hypotheses, "references": references,
         "score": 100 * sum(map(rouge_lsum, hypotheses, references)) / len(references)}
        for name, hypotheses, references in corpora()
    ]
    content = {"rouge_score": check(cases), "cases": cases}
    Path(sys.argv[1]).write_text(json.dumps(content, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
