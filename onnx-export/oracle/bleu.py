"""
Writes what the program's BLEU must be: sacreBLEU's own scores of texts with odd input.

    python -m oracle.bleu ../src/test/resources/evaluate/bleu.json
"""

import json
import random
import sys
from pathlib import Path

import sacrebleu

WORDS = ["the", "The", "house", "3.5", "1,000", "U.S.", "e.g.", "don't", "10-year", "state-of-the-art", "(yes)", "“quote”",
         "&quot;x&quot;", "&amp;", "a&lt;b", "—", "…", "50%", "$3.20", "C++", "ä", "ß", "日本語", "😀", ".", ",", "-", "?!",
         "http://a.b/c?d=e", "<skipped>", "x\u00a0y", "\u2003", "[1]", "{a}", "~", "`", "^", "_", "|", "\\", "/", "1-2", "-3",
         "1.", ".5", ",7", "\u200b", "\u0085", "\u001f"]


def corpora():
    """Name, hypotheses, references."""
    source = random.Random(13)

    def line(least, most):
        return " ".join(source.choice(WORDS) for _ in range(source.randint(least, most)))

    def edited(text):
        words = text.split(" ")
        for _ in range(source.randint(0, max(1, len(words) // 3))):
            at = source.randrange(len(words))
            words[at : at + source.randint(0, 2)] = [source.choice(WORDS)] * source.randint(0, 2)
            words = words or ["the"]
        return " ".join(words)

    references = [line(5, 30) for _ in range(200)]
    yield "edited", [edited(text) for text in references], references
    yield "equal", references[:20], references[:20]
    yield "unrelated", [line(5, 30) for _ in range(50)], references[:50]
    yield "short", ["the house", "the", "3.5", ""], ["the house", "The house", "3.5 %", "the"]
    yield "no match", ["x y z w v"], ["a b c d e"]
    yield "smoothed", ["the cat sat on a mat today ."], ["a dog sat near the mat now ."]
    yield "repeated", ["the the the the the the the"], ["the cat is on the mat"]
    yield "too short", ["The house is big ."], ["The house is very big and it stands near the river , they say ."]
    yield "empty hypotheses", ["", "", "a house"], ["the house", "x", "a house by the sea"]
    yield "white space", ["  the\u00a0house \t is ", "a\u2028b c d"], ["the house is", "a b c d"]


def main():
    cases = [
        {"name": name, "hypotheses": hypotheses, "references": references,
         "score": sacrebleu.corpus_bleu(hypotheses, [references]).score}
        for name, hypotheses, references in corpora()
    ]
    content = {"sacrebleu": sacrebleu.__version__, "cases": cases}
    Path(sys.argv[1]).write_text(json.dumps(content, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
