"""
Writes what the program must write: one JSON object a line, gzipped, for every run below and every sentence.

    python -m oracle --small DIR --large DIR --tokenizer FILE --weights int8 --source FILE --out FILE.jsonl.gz
    python -m oracle --pair DIR --source FILE --out FILE.jsonl.gz

The first form runs the PyTorch checkpoints. The second runs the pair's own graphs, one call over the whole text for each
decision: for 8-bit arithmetic, whose roundings PyTorch does not repeat, and for pairs exported with --small-pieces, whose
small checkpoint writes every piece.
"""

import argparse
import gzip
import json
import sys
import time
from functools import partial
from pathlib import Path

import torch
from tokenizers import Tokenizer

from oracle.big_little import CONFIDENT, Policy, Text, paper_code, write_alone, write_together
from oracle.pair_model import PairModel
from oracle.pytorch_model import PyTorchModel

LIMIT = 128
RUNS = [  # mode, policy, how many sentences
    ("big-little", Policy(0.5, 3.0), 100),
    ("big-little", Policy(0.3, 5.0), 100),
    ("big-little", Policy(0.9, 2.0), 100),
    ("big-little", Policy(0.2, 1.0, CONFIDENT), 100),
    ("large", None, 30),
    ("small", None, 30),
    ("speculative", Policy(0.5, 0.0), 30),
    ("paper-code", paper_code(0.5, 3.0), 30),
]


def main():
    options = _options()
    torch.set_num_threads(1)  # more only get into each other's way on models this small
    tokenizer, ids, models = _pair(options.pair) if options.pair else _checkpoints(options)
    sentences = options.source.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    lines = []
    for mode, policy, count in RUNS:
        began = time.monotonic()
        for sentence in sentences[:count]:
            source = tokenizer.encode(sentence).ids
            text = write(mode, policy, models, source, Text(*ids, LIMIT))
            lines.append(json.dumps(as_json(sentence, source, mode, policy, text), ensure_ascii=False))
        print(f"{mode}, {policy}: {count} sentences in {time.monotonic() - began:.0f} s", file=sys.stderr)
    content = "".join(line + "\n" for line in lines).encode()
    options.out.write_bytes(gzip.compress(content, mtime=0))  # the same bytes for the same texts


def _checkpoints(options):
    """The tokenizer, the ids of start and end of text, and the models by name."""
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    size = tokenizer.get_vocab_size(with_added_tokens=True)
    folders = {"small": options.small, "large": options.large}
    models = {name: PyTorchModel(folder, size, options.weights == "int8") for name, folder in folders.items()}
    config = models["small"].model.config
    return tokenizer, (config.decoder_start_token_id, config.eos_token_id), models


def _pair(folder):
    """The same of a pair."""
    description = json.loads((folder / "pair.json").read_text(encoding="utf-8"))
    special, size = description["specialIds"], description["vocabularySize"]
    models = {
        name: PairModel(folder / name, model["weights"], size) for name, model in description["models"].items()
    }
    tokenizer = Tokenizer.from_file(str(folder / description["tokenizer"]))
    return tokenizer, (special["decoderStart"], special["endOfText"]), models


def write(mode, policy, models, source, text):
    functions = {name: partial(model.logs, source) for name, model in models.items()}
    if policy is None:
        write_alone(functions[mode], mode, text)
    else:
        write_together(functions["small"], functions["large"], policy, text)
    return text


def as_json(sentence, source, mode, policy, text):
    return {
        "source": sentence,
        "sourceIds": source,
        "mode": mode,
        "fallback": policy and policy.fallback,
        "rollback": policy and policy.rollback,
        "maxRun": policy and policy.max_run,
        "ids": [token.id for token in text.tokens],
        "origins": [token.origin for token in text.tokens],
        "probabilities": [round(token.probability, 6) for token in text.tokens],
        "distances": [None if token.distance is None else round(token.distance, 6) for token in text.tokens],
        "rolledBack": text.rolled_back,
        "margins": text.margins.as_json(),
    }


def _options():
    parser = argparse.ArgumentParser(prog="python -m oracle", description=__doc__.strip().splitlines()[0])
    parser.add_argument("--pair", type=Path, metavar="DIR", help="a pair, in place of checkpoints")
    parser.add_argument("--small", type=Path, metavar="DIR", help="the small checkpoint")
    parser.add_argument("--large", type=Path, metavar="DIR", help="the large checkpoint")
    parser.add_argument("--tokenizer", type=Path, metavar="FILE", help="the pair's tokenizer.json")
    parser.add_argument("--weights", choices=["int8", "float32"], default="int8", help="as the pair to check stores them")
    parser.add_argument("--source", required=True, type=Path, metavar="FILE", help="sentences, one a line")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the gzipped JSON lines to write")
    options = parser.parse_args()
    if not options.pair and not (options.small and options.large and options.tokenizer):
        parser.error("give --pair, or --small, --large and --tokenizer")
    return options


if __name__ == "__main__":
    main()
