"""A small German-English text from a grammar: enough for every step of the recipe, learnt in seconds."""
import itertools
from pathlib import Path

from train.batches import Encoded, encode
from train.corpora import Pair
from train.tokenizer import train_tokenizer
from train.trainer import Settings

SETTINGS = Settings(size="tiny", warmup=10, positions=400, dropout=0.1, print_steps=10)

SUBJECTS = {"Der Mann": "The man", "Die Frau": "The woman", "Das Kind": "The child", "Mein Bruder": "My brother",
            "Unser Nachbar": "Our neighbour", "Ihre Schwester": "Her sister", "Der alte Lehrer": "The old teacher"}
VERBS = {"kauft": "buys", "sieht": "sees", "sucht": "looks for", "findet": "finds", "verkauft": "sells", "zeichnet": "draws"}
OBJECTS = {"einen Apfel": "an apple", "ein Buch": "a book", "das Haus": "the house", "eine Blume": "a flower",
           "den Hund": "the dog", "drei Äpfel": "three apples", "die Brücke": "the bridge", "einen großen Tisch": "a big table"}
WHEN = {"heute": "today", "am Abend": "in the evening", "jeden Tag": "every day", "im Garten": "in the garden",
        "seit 2013": "since 2013", "ohne Eile": "without haste"}
CORPORA = ("tatoeba2018", "wmt15-22", "mdn")


def sentences() -> list[tuple[str, str]]:
    """All 2,016 sentences of the grammar, in a fixed order, neighbours unlike each other."""
    parts = itertools.product(SUBJECTS.items(), VERBS.items(), OBJECTS.items(), WHEN.items())
    every = [(f"{s[0]} {v[0]} {o[0]} {w[0]}.", f"{s[1]} {v[1]} {o[1]} {w[1]}.") for s, v, o, w in parts]
    return [every[i * 1009 % len(every)] for i in range(len(every))]


def encoded() -> list[Encoded]:
    """The text that is trained on with SETTINGS, of 340 pieces, and another of these."""
    pairs = [Pair("news", *p) for p in sentences()[:400]]
    tokenizer = train_tokenizer([t for p in pairs for t in p[1:]], 340)
    return [encode(tokenizer, ((p, 1.5) for p in part)) for part in (pairs[:200], pairs[200:350])]


def near_duplicates(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs with one more word on either side."""
    return [(source.replace(".", " wirklich."), target.replace(".", " indeed.")) for source, target in pairs]


def write(folder: Path) -> tuple[Path, Path]:
    """Writes ``text.tsv`` and an evaluation folder; 40 sentences stand in both, with other case and punctuation.

    Near-duplicates of evaluation sentences and of others are in the text as well.
    """
    evaluation = folder / "eval"
    evaluation.mkdir(parents=True)
    measured = sentences()[:40]
    for language, side in (("de", 0), ("en", 1)):
        (evaluation / f"news.{language}").write_text("".join(pair[side] + "\n" for pair in measured), "utf-8")
    shouted = [(source.upper().rstrip(".") + " !", target + "..") for source, target in measured]
    lines = [f"{CORPORA[i % 3]}\t{source}\t{target}\n" for i, (source, target) in enumerate(sentences()[40:] + shouted + near_duplicates(sentences()[:500]))]
    text = folder / "text.tsv"
    text.write_text("".join(lines), "utf-8")
    return text, evaluation
