"""Parallel text files and how much each corpus counts in the training mixture."""
import fnmatch
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# First matching pattern wins. 1 = every pair once an epoch, 2 = twice, 0.15 = another 15 % each epoch.
# Everyday sentences, news and prose are up; software documentation, whose German is often machine-made, is down.
WEIGHTS = {
    "tatoeba*": 1.5, "refugee_phrasebook": 2, "woz_de": 1, "chat_bcontrast": 1, "cocoa_mt": 1, "xsid": 1,
    "wmt*": 2, "ntrex": 2, "newscommentary*": 3, "europarl*": 1.5, "xquad": 2, "ud_pud": 2, "asp_stories": 2,
    "gutenberg_lit": 0.7, "gutenberg_pivot": 0.4, "bible": 0.25,
    "mt_geneval": 1, "mlqe_pe": 1, "stsb_mt": 0.7, "pawsx": 0.7, "mgsm": 1, "mlqa_questions": 1, "qald9": 1,
    "autodub_covost": 1, "cwa_faq": 1, "game_zsdx": 1, "csunplugged": 1, "csfieldguide": 1,
    "mozilla_engagement": 2, "mozilla_foundation": 1, "mozilla_*": 0.5, "monero_site": 1, "bitcoin_org": 1,
    "privacyguides": 1, "opensource_guide": 1, "rustbook": 0.4, "po_gnome_user_docs": 0.4,
    "mdn": 0.15, "php_manual": 0.12, "ms_*": 0.12, "adobe_*": 0.12, "*": 0.3,
}


class Pair(NamedTuple):
    """A sentence and its translation, with the name of the corpus they come from."""
    corpus: str
    source: str
    target: str


def weight(corpus: str, weights: dict[str, float] = WEIGHTS) -> float:
    """How often a pair of this corpus is seen per epoch; a corpus that no pattern names is seen once."""
    return next((w for pattern, w in weights.items() if fnmatch.fnmatchcase(corpus, pattern)), 1.0)


def read_weights(path: Path) -> dict[str, float]:
    """A weight table for another language pair: one ``pattern<TAB>weight`` a line."""
    table = {}
    for number, line in enumerate(_text(path).splitlines(), 1):
        try:
            pattern, value = line.split("\t")
            table[pattern] = float(value)
        except ValueError:
            raise ValueError(f"{path}:{number}: expected a corpus name or pattern, a tab and a number, found {line!r}")
    return table


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yields the pairs of a file (``.xz`` or plain) of lines ``corpus<TAB>source<TAB>target``."""
    for number, line in enumerate(_lines(path), 1):
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 3:
            raise ValueError(f"{path}:{number}: expected corpus, source and target separated by tabs, "
                             f"found {len(fields)} field(s); remove or repair the line")
        yield Pair(*fields)


def _lines(path: Path) -> Iterator[str]:
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
            yield from lines
    except FileNotFoundError:
        raise FileNotFoundError(f"{path} is missing; 'prepare' reads the text that --text names, and writes train.tsv") from None
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as problem:
        raise ValueError(f"{path} cannot be read as UTF-8 text, packed by xz where it is named .xz ({problem}); get an intact file") from problem


def write_pairs(path: Path, pairs: list[Pair]) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.writelines("\t".join(pair) + "\n" for pair in pairs)


def read_lines(path: Path) -> list[str]:
    """The lines of a text, split at line feeds only (sentences may hold other separators)."""
    try:
        return _text(path).removesuffix("\n").split("\n")
    except FileNotFoundError:
        raise FileNotFoundError(f"{path} is missing; a set to measure on is two files, one for each language, and 'prepare' writes those in WORK") from None


def read_parallel(name: Path, source: str, target: str) -> tuple[list[str], list[str]]:
    """The lines of ``NAME.SOURCE`` and of ``NAME.TARGET``, which are translations of each other line for line."""
    sources, targets = read_lines(Path(f"{name}.{source}")), read_lines(Path(f"{name}.{target}"))
    if len(sources) != len(targets):
        raise ValueError(f"{name} has {len(sources)} lines in one language and {len(targets)} in the other; line for line they must be translations of each other")
    return sources, targets


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as problem:
        raise ValueError(f"{path} cannot be read as UTF-8 text ({problem}); convert it") from problem


def write_lines(path: Path, lines: list[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), "utf-8", newline="\n")
