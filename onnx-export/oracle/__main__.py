"""
Writes what the program must write: one JSON object a line, gzipped, for every run below and every sentence.

    python -m oracle --small DIR --large DIR --tokenizer FILE --weights int8 --source FILE --out FILE.jsonl.gz
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

from oracle.big_little import Policy, Text, paper_code, write_alone, write_together
from oracle.pytorch_model import PyTorchModel

LIMIT = 128
RUNS = [  # mode, policy, how many sentences
    ("big-little", Policy(0.5, 3.0), 100),
    ("big-little", Policy(0.3, 5.0), 100),
    ("big-little", Policy(0.9, 2.0), 100),
    ("large", None, 30),
    ("small", None, 30),
    ("speculative", Policy(0.5, 0.0), 30),
    ("paper-code", paper_code(0.5, 3.0), 30),
]


def main():
    options = _options()
    torch.set_num_threads(1)  # more only get into each other's way on models this small
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    size = tokenizer.get_vocab_size(with_added_tokens=True)
    small, large = (PyTorchModel(folder, size, options.weights == "int8") for folder in (options.small, options.large))
    sentences = options.source.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    lines = []
    for mode, policy, count in RUNS:
        began = time.monotonic()
        for sentence in sentences[:count]:
            source = tokenizer.encode(sentence).ids
            text = write(mode, policy, small, large, source)
            lines.append(json.dumps(as_json(sentence, source, mode, policy, text), ensure_ascii=False))
        print(f"{mode}, {policy}: {count} sentences in {time.monotonic() - began:.0f} s", file=sys.stderr)
    content = "".join(line + "\n" for line in lines).encode()
    options.out.write_bytes(gzip.compress(content, mtime=0))  # the same bytes for the same texts


def write(mode, policy, small, large, source):
    config = small.model.config
    text = Text(config.decoder_start_token_id, config.eos_token_id, LIMIT)
    models = {"small": partial(small.logs, source), "large": partial(large.logs, source)}
    if policy is None:
        write_alone(models[mode], mode, text)
    else:
        write_together(models["small"], models["large"], policy, text)
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
    parser.add_argument("--small", required=True, type=Path, metavar="DIR", help="the small checkpoint")
    parser.add_argument("--large", required=True, type=Path, metavar="DIR", help="the large checkpoint")
    parser.add_argument("--tokenizer", required=True, type=Path, metavar="FILE", help="the pair's tokenizer.json")
    parser.add_argument("--weights", choices=["int8", "float32"], default="int8", help="as the pair to check stores them")
    parser.add_argument("--source", required=True, type=Path, metavar="FILE", help="sentences, one a line")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the gzipped JSON lines to write")
    return parser.parse_args()


if __name__ == "__main__":
    main()
