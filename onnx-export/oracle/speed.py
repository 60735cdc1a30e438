"""
Compares the program with the same graphs driven from Python: the large model alone, one thread, text by text.

    python -m oracle.speed --pair DIR --source FILE --program ../target/biglittle/bin/biglittle

Needs the program's version of ONNX Runtime in Python; another one may be faster or slower by itself.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from oracle.pair_model import LEAST_TOKENS

WARM_UP = 3
"""Rounds before the one that counts: Java compiles what it runs often."""


def main():
    options = _options()
    sentences = options.source.read_text(encoding="utf-8").splitlines()[: options.limit]
    program = program_times(options.program, options.pair, sentences)
    python = python_times(options.pair, sentences, options.least_tokens)
    same = [(p, q) for p, q in zip(program, python) if p[1] == q[1]]  # two versions of ONNX Runtime may round a close call differently
    if not same:
        sys.exit("The two wrote different texts, so their times cannot be compared.")
    program, python = zip(*same)
    tokens = sum(count for _, count in program)
    print(f"onnxruntime {onnxruntime.__version__} in Python; {len(same)} of {len(sentences)} texts have the same length in both and are compared")
    for name, times in (("program", program), ("Python", python)):
        millis = [each for each, _ in times]
        print(f"{name:8} {statistics.median(millis):7.2f} ms a text (median), {1e3 * sum(millis) / tokens:6.0f} us a token")
    print(f"program / Python: {statistics.median(p / q for (p, _), (q, _) in zip(program, python)):.2f} (median of texts)")


def program_times(program, pair, sentences):
    """(milliseconds, target tokens) of each text; the program translates all of them WARM_UP times before."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in sentences * (WARM_UP + 1)))
        file.flush()
        command = [program, "translate", "--pair", pair, "--input", file.name, "--mode", "large", "--provider", "cpu", "--threads", "1"]
        lines = subprocess.run([*map(str, command), "--format", "json"], check=True, capture_output=True, text=True).stdout.splitlines()
    stats = [json.loads(line)["stats"] for line in lines[WARM_UP * len(sentences) :]]
    return [(each["millis"], each["targetTokens"]) for each in stats]


def python_times(pair, sentences, least=None):
    """The same of a plain loop over onnxruntime's Python interface; `least` tokens a call, or as many as the program gives."""
    description = json.loads((pair / "pair.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(pair / description["tokenizer"]))
    model = description["models"]["large"]
    encoder, decoder = (_session(pair / model[part]) for part in ("encoder", "decoder"))
    empty = np.zeros((1, model["heads"], 0, model["headSize"]), np.float32)
    past = [f"past.{layer}.{kind}" for layer in range(model["layers"]) for kind in ("key", "value")]
    outputs = [name.replace("past", "present") for name in past]
    cross = [value.name for value in encoder.get_outputs()]
    least, special = least or LEAST_TOKENS.get(model["weights"], 1), description["specialIds"]

    def translate(sentence):
        source = tokenizer.encode(description["sourcePrefix"] + sentence).ids
        inputs = dict(zip(cross, encoder.run(cross, {"input_ids": np.array([source])})))
        inputs |= dict.fromkeys(past, empty)
        token, text = special["decoderStart"], []
        while len(text) < description["limits"]["targetTokens"] and token != special["endOfText"]:
            inputs |= {"input_ids": np.array([[token] * least]), "keep": np.array([len(text)])}
            top, *present = decoder.run(["top_ids", *outputs], inputs)
            inputs |= dict(zip(past, present))
            token = int(top[0, 0, 0])
            text.append(token)
        tokenizer.decode(text)
        return len(text)

    for sentence in sentences:
        translate(sentence)
    times = []
    for sentence in sentences:
        began = time.perf_counter()
        count = translate(sentence)
        times.append((1e3 * (time.perf_counter() - began), count))
    return times


def _session(file):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])


def _options():
    parser = argparse.ArgumentParser(prog="python -m oracle.speed", description=__doc__.strip().splitlines()[0])
    parser.add_argument("--pair", required=True, type=Path, metavar="DIR")
    parser.add_argument("--source", required=True, type=Path, metavar="FILE", help="sentences, one a line")
    parser.add_argument("--program", required=True, type=Path, metavar="FILE", help="the program's start script")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="sentences that are translated")
    parser.add_argument("--least-tokens", type=int, metavar="N", help="tokens that a call in Python reads at least (default: as in the program; 1: what its exactness costs)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
