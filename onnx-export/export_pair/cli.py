"""The command: python -m export_pair, or export-pair."""

import argparse
import json
import math
import sys
from pathlib import Path

from export_pair.arguments import PIECES_WITHOUT_TEXT, count
from export_pair.errors import ExportError

MOST = 2**31 - 1
"""The greatest number that the program reads as a longest run."""


def main(arguments=None):
    """Exports a pair; returns the exit code: 0, 1 for a failure, 130 when interrupted (2 for wrong usage is argparse's)."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.weights == "w8a8" and not options.calibration:
        parser.error("--weights w8a8 needs texts to measure the ranges of the activations on: give --calibration FILE")
    if bool(options.small_pieces) != bool(options.target_text):
        parser.error(PIECES_WITHOUT_TEXT)
    try:
        _export(options)
    except ExportError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename or options.out} cannot be written ({error.strerror}); mend that or give another --out.")
    except KeyboardInterrupt:
        return 130
    return 0


def _export(options):
    # imported here because PyTorch takes seconds, which neither --help nor a wrong option should cost
    from export_pair.checkpoint import load, refuse_different_special_ids, resolve
    from export_pair.frequent import frequent_pieces
    from export_pair.pair import refuse_existing, write_pair
    from export_pair.vocabulary import shared_vocabulary

    refuse_existing(options.out, options.force)
    folders = [resolve(name) for name in (options.small, options.large)]
    vocabulary = shared_vocabulary(folders, options.tokenizer)
    small, large = (
        load(name, folder, vocabulary.size) for name, folder in zip((options.small, options.large), folders)
    )
    refuse_different_special_ids(small, large)
    vocabulary = vocabulary.ending(small.config.eos_token_id)
    _refuse_more_candidates(options, vocabulary.size)
    if options.small_pieces:
        small = small.writing(frequent_pieces(options.target_text, vocabulary.tokenizer(), options.small_pieces, small.config.eos_token_id))
    description = _description(options)
    weights = [_weights(options, checkpoint, vocabulary, description) for checkpoint in (small, large)]
    write_pair(options.out, small, large, vocabulary, *weights, description, options.force)
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    print(f"{options.out}: {small.parameters():,} and {large.parameters():,} parameters, {size / 1e6:.1f} MB")


def _weights(options, checkpoint, vocabulary, description):
    from export_pair.calibration import calibration_sources, observed_ranges
    from export_pair.weights import W8A8, WEIGHTS

    if options.weights != W8A8.name:
        return WEIGHTS[options.weights]()
    sources = calibration_sources(options.calibration, vocabulary, description)
    return W8A8(observed_ranges(checkpoint, sources))


def _refuse_more_candidates(options, vocabulary_size):
    """TopK cannot give more than there are, and the program would find out only when it loads the pair."""
    least = min(vocabulary_size, options.small_pieces or vocabulary_size)
    if options.top > least:
        raise ExportError(f"--top {options.top} asks for more candidates than the {least} pieces that a model writes; give a lower --top.")


def _description(options):
    from export_pair.pair import PRESETS, Description

    return Description(
        name=options.name,
        task=options.task,
        source_language=options.source_language,
        target_language=options.target_language,
        licence=options.licence,
        source_prefix=options.source_prefix,
        source_limit=options.source_limit,
        target_limit=options.target_limit,
        candidates=options.top,
        presets={**PRESETS, **dict(options.preset)},
        provenance=options.provenance,
        cuda=options.cuda,
    )


def _parser():
    parser = _Parser(
        prog="export-pair",
        description="Turns two T5 or mT5 checkpoints that share a vocabulary into a BigLittle pair folder.",
    )
    checkpoint = "checkpoint folder in the HuggingFace format, or a hub name"
    parser.add_argument("--small", required=True, metavar="DIR|NAME", help=f"the drafting model: {checkpoint}")
    parser.add_argument("--large", required=True, metavar="DIR|NAME", help=f"the reviewing model: {checkpoint}")
    parser.add_argument("--tokenizer", metavar="FILE", type=Path, help="tokenizer.json, where the checkpoints have none")
    parser.add_argument("--out", required=True, metavar="DIR", type=Path, help="the pair folder to make")
    parser.add_argument("--force", action="store_true", help="replace an existing pair folder")
    parser.add_argument("--weights", choices=["int8", "w8a8", "float32"], default="int8", help="how the file stores and uses them (default: int8)")
    parser.add_argument("--calibration", type=Path, metavar="FILE", help="source texts, one a line, for w8a8: what the models compute on them sets its ranges")
    parser.add_argument("--small-pieces", type=count, metavar="N", help="pieces of the vocabulary that the small model writes: the N most frequent in --target-text (default: all)")
    parser.add_argument("--target-text", type=Path, metavar="FILE", help="text in the target language, one a line, for --small-pieces")
    parser.add_argument("--cuda", action="store_true", help="add graphs in half precision for graphics cards")
    parser.add_argument("--name", required=True, help="the pair's name for its users, such as 'German to English'")
    parser.add_argument("--task", default="translation", help="translation (the default) or, for example, summarization")
    parser.add_argument("--source-language", required=True, metavar="TAG", help="BCP 47 tag, such as de")
    parser.add_argument("--target-language", required=True, metavar="TAG")
    parser.add_argument("--licence", required=True, metavar="TEXT", help="the terms of the weights")
    parser.add_argument("--source-prefix", default="", metavar="TEXT", help="what the models want before every source text")
    parser.add_argument("--source-limit", type=_source_limit, default=128, metavar="N", help="tokens of a source, end-of-text included")
    parser.add_argument("--target-limit", type=_limit, default=128, metavar="N", help="tokens of a result, end-of-text included")
    parser.add_argument("--top", type=count, default=5, metavar="K", help="candidates that the decoder reports per token")
    parser.add_argument(
        "--preset", type=_preset, action="append", default=[], metavar="NAME=FALLBACK,ROLLBACK[,MAXRUN]",
        help="a named pair of thresholds; replaces or joins faithful, balanced and fast",
    )  # fmt: skip
    parser.add_argument(
        "--provenance", type=_json_object, default={}, metavar="FILE.json",
        help="a JSON object for pair.json: training text, its terms, measured quality",
    )  # fmt: skip
    return parser


class _Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help.\n")


def _limit(text):
    number = count(text)
    if number > MOST:
        raise argparse.ArgumentTypeError(f"'{text}' is more than {MOST:,}, which is the most that the program can count to")
    return number


def _source_limit(text):
    number = _limit(text)
    if number < 2:
        raise argparse.ArgumentTypeError("a source has at least 2 tokens, one of them end-of-text")
    return number


def _preset(text):
    from export_pair.pair import CONFIDENT, Preset

    name, equals, values = text.partition("=")
    try:
        fallback, rollback, *rest = values.split(",")
        preset = Preset(float(fallback), float(rollback), *(run if run == CONFIDENT else int(run) for run in rest))
    except (ValueError, TypeError) as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not of the form name=fallback,rollback[,maxrun]") from error
    run = preset.max_run == CONFIDENT or 1 <= preset.max_run <= MOST
    if not (name and equals and 0 <= preset.fallback <= 2 and 0 <= preset.rollback < math.inf and run):
        raise argparse.ArgumentTypeError(
            f"'{text}' needs a name, a fallback from 0 to 2, a rollback of at least 0 and below infinity, and a longest run from 1 to {MOST:,} or '{CONFIDENT}'"
        )
    return name, preset


def _json_object(text):
    try:
        content = json.loads(Path(text).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not a readable JSON file ({error})") from error
    if not isinstance(content, dict):
        raise argparse.ArgumentTypeError(f"'{text}' holds no JSON object")
    return content


def _fail(sentence):
    print(f"export-pair: {sentence}", file=sys.stderr)
    return 1
