"""Trains a pair of translation models step by step: prepare, tokenizer, train, decay, interpolate, align, distill, evaluate."""
import argparse
import math
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import torch
from tokenizers import Tokenizer

from export_pair.arguments import PIECES_WITHOUT_TEXT, count
from export_pair.errors import ExportError
from export_pair.frequent import frequent_pieces
from train import align, checkpoint, evaluate, interpolate
from train.batches import MAX_PIECES, Encoded, encode
from train.corpora import WEIGHTS, Pair, read_pairs, read_parallel, read_weights, weight, write_lines
from train.mean import mean
from train.model import SIZES, load
from train.prepare import Kept, prepare
from train.processes import process_count
from train.recover import recovered
from train.reshape import Depth, reshaped
from train.tokenizer import END, adopted, read_tokenizer, train_tokenizer
from train.trainer import Settings, Trainer
from train.translate import Translator
from train.translations import ALIGNED, INTERPOLATED, sources, write_translations


def run_prepare(a) -> None:
    counts = prepare(a.text, a.evaluation, a.work, (a.source, a.target), Kept(a.everyday, a.everyday_apart, a.everyday_set, a.everyday_size, a.dev_size), weights(a))
    for name, number in counts.items():
        print(f"{number:>9,} pairs {name}")


def run_tokenizer(a) -> None:
    pairs = list(read_pairs(a.work / "train.tsv"))
    table = weights(a)
    if a.adopt:
        tokenizer = adopted(a.adopt)
    else:
        learned_from = [text for p in pairs if weight(p.corpus, table) >= a.from_weight for text in (p.source, p.target)]
        if not learned_from:
            raise ValueError(f"no corpus of {a.work / 'train.tsv'} weighs {a.from_weight} or more, so there is no text to learn pieces from; "
                             "give the table of your corpora by --weights, or a lower --from-weight")
        tokenizer = train_tokenizer(learned_from, a.vocabulary)
    if tokenizer.get_vocab_size() > MAX_PIECES:
        raise ValueError(f"the tokenizer has {tokenizer.get_vocab_size():,} pieces, and encoded text has room for {MAX_PIECES:,}; "
                         "adopt a model with a smaller one, or ask for a lower --vocabulary")
    file, content = a.work / "tokenizer.json", tokenizer.to_str(pretty=True)
    if (run := checkpoint.trained(a.work)) and file.exists() and file.read_text("utf-8") != content:
        raise ValueError(f"{run} was trained with {file}, of which this would be another; take it over by --adopt, or give another --work")
    file.write_text(content, "utf-8", newline="\n")
    text = encode(tokenizer, ((p, weight(p.corpus, table)) for p in pairs))
    text.save(a.work / "train.npz")
    dev = zip(*read_parallel(a.work / "dev", a.source, a.target))
    encode(tokenizer, ((Pair("dev", *p), 1.0) for p in dev)).save(a.work / "dev.npz")
    print(f"{tokenizer.get_vocab_size()} pieces; {len(text):,} pairs, {len(text.source):,} source and {len(text.target):,} target "
          f"pieces; an epoch of the mixture is about {int(text.weight.sum()):,} pairs")


def run_recover(a) -> None:
    model = recovered(a.pair, a.size)
    out = a.work / f"{a.size}-recovered"
    model.save_pretrained(out)
    print(f"{out}: {sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters")


def run_reshape(a) -> None:
    shape = SIZES[a.size]
    model = reshaped(load(checkpoint.newest(a.model)), Depth(shape["num_layers"], shape["num_decoder_layers"]),
                     _tokenizer(a).get_vocab_size(), a.share_encoder)
    out = a.work / f"{a.size}-start"
    model.save_pretrained(out)
    print(f"{out}: {sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters, {shape['num_layers']} encoder and "
          f"{shape['num_decoder_layers']} decoder layers of width {model.config.d_model}")


def run_mean(a) -> None:
    before, after = (checkpoint.newest(folder) for folder in (a.before, a.after))
    out = a.work / f"{a.size}-mean"
    mean(load(before), load(after), a.share).save_pretrained(out)
    print(f"{out}: {1 - a.share:.2f} of {before} and {a.share:.2f} of {after}")


def run_train(a) -> None:
    _train(a, a.work / (a.run or a.size), _text(a), a.start and checkpoint.newest(a.start))


def run_decay(a) -> None:
    _train(a, a.work / (a.run or f"{a.size}-decayed"), _text(a), checkpoint.newest(a.start or a.work / a.size), decay=True)


def run_interpolate(a) -> None:
    start = checkpoint.newest(a.start or a.work / f"{a.size}-decayed")
    _learn(a, INTERPOLATED, start, start, partial(interpolate.chosen, beams=a.beams), {interpolate.LIKELIEST: a.likeliest_times}, beams=str(a.beams))


def run_align(a) -> None:
    _learn(a, ALIGNED, checkpoint.newest(a.start or a.work / f"{a.size}-decayed"), a.large or a.work / "large-decayed", align.written, {})


def _learn(a, text: str, start: Path, translates: Path, written: Callable[[Translator, dict[str, str]], Iterable[Pair]],
           times: dict[str, float], **origin: str) -> None:
    """Fine-tunes ``start`` on what the model in ``translates`` writes for training sources, and on the text.

    times: how often a pair of a corpus of ``written``'s is seen per epoch, where that is not once; origin: how it writes, beside the model.
    """
    run = a.work / (a.run or f"{a.size}-{text}")
    if not checkpoint.latest(run):      # a training that was stopped goes on with the text that it began with
        _translate(a, text, checkpoint.newest(translates), written, times, origin)
    learned = Encoded.read(_encoded(a, text))
    _train(a, run, learned.joined(_text(a).seen(a.text_times)) if a.text_times else learned, start, decay=True)


def _translate(a, text: str, model: Path, written: Callable[[Translator, dict[str, str]], Iterable[Pair]], times: dict[str, float],
               origin: dict[str, str]) -> None:
    if process_count() > 1:
        raise ValueError(f"one process translates; start '{a.command}' without torchrun")
    torch.set_num_threads(a.threads)
    translator = Translator(model, _tokenizer(a))
    texts = sources(list(read_pairs(a.work / "train.tsv")), weights(a), a.seed)
    chunks = write_translations(texts, partial(written, translator), {"model": translator.name} | origin, a.work / text, a.translate_minutes, a.limit)
    if not any(next(read_pairs(chunk), None) for chunk in chunks):
        raise ValueError(f"{a.work / text} holds no finished translation: {translator.name} came to no end with any, or had no time; "
                         "train it longer and remove that folder, or give more --translate-minutes")
    encode(translator.tokenizer, ((pair, times.get(pair.corpus, 1.0)) for chunk in chunks for pair in read_pairs(chunk))).save(_encoded(a, text))


def _encoded(a, text: str) -> Path:
    return a.work / f"{text}.npz"


def run_distill(a) -> None:
    aligned = _encoded(a, ALIGNED)
    if not aligned.exists():
        raise FileNotFoundError(f"{aligned} is missing: the large model's own translations, which 'align' writes")
    if bool(a.small_pieces) != bool(a.target_text):
        raise ValueError(PIECES_WITHOUT_TEXT)
    pieces = a.small_pieces and torch.from_numpy(frequent_pieces(a.target_text, _tokenizer(a), a.small_pieces, END))
    text = Encoded.read(aligned).seen(a.aligned_times).joined(_text(a).seen(a.text_times))
    _train(a, a.work / (a.run or f"{a.size}-distilled"), text, checkpoint.newest(a.start or a.work / f"{a.size}-aligned"), decay=True,
           teacher=checkpoint.newest(a.large or a.work / "large-decayed"), memory=int(a.memory * 2 ** 30), pieces=pieces)


def run_evaluate(a) -> None:
    torch.set_num_threads(a.threads)
    model = Translator(checkpoint.newest(a.model), _tokenizer(a))
    sets = evaluate.find_sets(a.sets, a.source, a.target, a.work)
    if a.report.resolve() in [folder.resolve() for folder in (*a.sets, a.work)]:
        raise ValueError(f"--report {a.report} holds the references, which the translations would replace; give a folder of its own")
    a.report.mkdir(parents=True, exist_ok=True)
    scores = []
    for name, (sources, references) in sets.items():
        result, texts = evaluate.score(name, model, sources[:a.limit], references[:a.limit])
        write_lines(a.report / f"{name}.{a.target}", texts)
        scores.append(result)
    (a.report / "scores.json").write_text(evaluate.to_json(scores))
    print(evaluate.table(scores))


def _text(a) -> Encoded:
    return Encoded.read(a.work / "train.npz")


def _train(a, run: Path, text: Encoded, start: Path | None = None, **more) -> None:
    """more: settings that not every command has."""
    if math.isinf(a.minutes) and math.isinf(a.steps):
        raise ValueError("say how long to train: --minutes or --steps")
    torch.set_num_threads(a.threads)
    settings = Settings(
        size=a.size, rate=a.rate, warmup=a.warmup, positions=a.positions, dropout=a.dropout, seed=a.seed,
        freeze_encoder=a.freeze_encoder, minutes=a.minutes, steps=a.steps, save_minutes=a.save_minutes, print_steps=a.print_steps, **more)
    Trainer(run, text, Encoded.read(a.work / "dev.npz"), _tokenizer(a).get_vocab_size(), settings, start).train()


def _tokenizer(a) -> Tokenizer:
    return read_tokenizer(a.work / "tokenizer.json")


def weights(a) -> dict[str, float]:
    return read_weights(a.weights) if a.weights else WEIGHTS


class _Help(argparse.ArgumentDefaultsHelpFormatter):
    """Shows defaults where there are any."""

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help if action.default in (None, [], math.inf) else super()._get_help_string(action)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name, action, help):
        p = commands.add_parser(name, help=help, description=help, formatter_class=_Help)
        p.set_defaults(action=action)
        p.add_argument("--work", type=Path, required=True, help="folder of everything this recipe writes")
        p.add_argument("--source", default="de", help="language translated from (the ending of text files)")
        p.add_argument("--target", default="en", help="language translated into")
        return p

    p = command("prepare", run_prepare, "clean the text and keep sentences back for measuring")
    p.add_argument("--text", type=Path, required=True, help="corpus, source, target, separated by tabs, one pair a line (.xz or plain)")
    p.add_argument("--evaluation", type=Path, required=True, help="folder of evaluation sets: NAME.SOURCE and NAME.TARGET")
    p.add_argument("--weights", type=Path, help="table of corpus weights: pattern, tab, number (default: the one in corpora.py)")
    p.add_argument("--everyday", default=Kept.everyday_corpora, help="corpora that the held-out everyday set is drawn from")
    p.add_argument("--everyday-size", type=int, default=Kept.everyday)
    p.add_argument("--everyday-set", type=Path, help="folder of an everyday set kept out before, to be kept out again instead of a new one")
    p.add_argument("--everyday-apart", action="store_true",
                   help="draw only everyday pairs that no other corpus nearly repeats: for training on from a model that has seen the rest")
    p.add_argument("--dev-size", type=int, default=Kept.dev)

    p = command("tokenizer", run_tokenizer, "train the tokenizer of both models and encode the text with it")
    p.add_argument("--vocabulary", type=int, default=8192)
    p.add_argument("--weights", type=Path, help="the table given to prepare")
    p.add_argument("--from-weight", type=float, default=0.4, help="learn the pieces from corpora of at least this weight")

    p.add_argument("--adopt", type=Path, help="take this Unigram tokenizer.json instead, with byte fallback added, and go on from its model")

    p = command("recover", run_recover, "make SIZE-recovered from a pair folder, to train on where the checkpoints are gone")
    p.add_argument("--pair", type=Path, required=True, help="pair folder; its tokenizer.json goes to 'tokenizer --adopt'")
    p.add_argument("--size", choices=("small", "large"), default="large")

    p = command("reshape", run_reshape, "make SIZE-start from a trained model: deeper or shallower, with its weights")
    p.add_argument("--model", type=Path, required=True, help="model or run folder of the same width")
    p.add_argument("--size", choices=SIZES, default="large")
    p.add_argument("--share-encoder", action="store_true",
                   help="a small model for this one: its encoder begins with this one's, and further layers follow on it")

    p = command("mean", run_mean, "make SIZE-mean: the mean of a model's weights before and after it was trained on")
    p.add_argument("--before", type=Path, required=True, help="model or run folder")
    p.add_argument("--after", type=Path, required=True, help="model or run folder that was trained from it")
    p.add_argument("--share", type=_share, default=0.5, help="of the weights after, 0 to 1")
    p.add_argument("--size", choices=SIZES, default="large", help="the name of the folder begins with it")

    for name, action, help in (("train", run_train, "train a model at constant rate; resumes where its folder left off"),
                               ("decay", run_decay, "finish a model: bring the rate down to zero from a checkpoint")):
        p = command(name, action, help)
        training_options(p)
        p.add_argument("--start", type=Path, help="model or run folder to begin from (default: "
                       + ("WORK/SIZE)" if name == "decay" else "fresh weights)"))

    p = command("interpolate", run_interpolate, "translate training sources by beam search and fine-tune the large model on the best of each, decaying")
    p.add_argument("--start", type=Path, help="model or run folder that translates and goes on from there (default: WORK/SIZE-decayed)")
    p.add_argument("--beams", type=_beams, default=6, help="translations of each source to choose from")
    p.add_argument("--likeliest-times", type=float, default=0.3,
                   help="how often a translation is seen per epoch that the model finds likeliest as well: it teaches little")
    translation_options(p)
    training_options(p)

    p = command("align", run_align, "translate training sources with the large model and fine-tune the small one on them, decaying")
    p.add_argument("--large", type=Path, help="model or run folder that translates (default: WORK/large-decayed)")
    p.add_argument("--start", type=Path, help="model or run folder to fine-tune (default: WORK/SIZE-decayed)")
    translation_options(p)
    training_options(p, size="small")

    p = command("distill", run_distill, "teach the small model the large one's distribution on its translations and on the text, decaying")
    p.add_argument("--large", type=Path, help="model or run folder that teaches (default: WORK/large-decayed)")
    p.add_argument("--start", type=Path, help="model or run folder to begin from (default: WORK/SIZE-aligned)")
    p.add_argument("--aligned-times", type=float, default=1.0, help="how often each translation of the large model is seen per epoch")
    p.add_argument("--text-times", type=float, default=0.2, help="the same for the training text, times the corpus's weight")
    p.add_argument("--small-pieces", type=count, help="as many pieces as 'export-pair --small-pieces' will leave the small model to write; "
                   "a step is then much shorter")
    p.add_argument("--target-text", type=Path, help="the text in which these are the most frequent, as for 'export-pair'")
    p.add_argument("--memory", type=float, default=4, help="GiB for what the large model has computed: it runs once for a pair, not in every epoch")
    training_options(p, size="small")

    p = command("evaluate", run_evaluate, "BLEU and chrF of a model on every set, greedy")
    p.add_argument("--model", type=Path, required=True, help="model or run folder")
    p.add_argument("--sets", type=Path, action="append", default=[], help="folder of evaluation sets besides the held-out one in WORK")
    p.add_argument("--report", type=Path, required=True, help="folder for the scores and the translations")
    p.add_argument("--limit", type=count, help="only the first so many sentences of each set")
    p.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser


def translation_options(p: argparse.ArgumentParser) -> None:
    p.add_argument("--weights", type=Path, help="the table given to prepare")
    p.add_argument("--translate-minutes", type=float, default=60, help="time for translating; a later run goes on where this one ended")
    p.add_argument("--limit", type=count, help="translate at most so many sources")
    p.add_argument("--text-times", type=float, default=0.0,
                   help="how often the training text is seen per epoch beside the translations, times the corpus's weight")


def training_options(p: argparse.ArgumentParser, size: str = "large") -> None:
    default = Settings()
    p.add_argument("--size", choices=SIZES, default=size)
    p.add_argument("--run", help="name of the run's folder in WORK")
    p.add_argument("--minutes", type=_positive, default=default.minutes, help="budget of this run, or of the whole decay")
    p.add_argument("--steps", type=_positive, default=default.steps, help="the same in steps; the first to end counts")
    p.add_argument("--rate", type=_positive, default=default.rate, help="learning rate as a share of each tensor's size")
    p.add_argument("--warmup", type=count, default=default.warmup, help="steps until the full rate")
    p.add_argument("--positions", type=count, default=default.positions, help="padded positions per batch")
    p.add_argument("--dropout", type=float, default=default.dropout, help="0.1 once the text is seen many times")
    p.add_argument("--freeze-encoder", action="store_true", help="encoder and embedding stay the large model's: train the decoder only, or in 'distill' also what follows on the large one's encoder")
    p.add_argument("--threads", type=count, default=torch.get_num_threads())
    p.add_argument("--seed", type=int, default=default.seed)
    p.add_argument("--save-minutes", type=_positive, default=default.save_minutes)
    p.add_argument("--print-steps", type=count, default=default.print_steps)


def _beams(text: str) -> int:
    if not (beams := count(text)) > 1:
        raise argparse.ArgumentTypeError("there is nothing to choose from with fewer than 2 beams")
    return beams


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 0 to 1")
    return value


def _positive(text: str) -> float:
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number above 0")
    return value


def main() -> None:
    a = _parser().parse_args()
    try:
        a.action(a)
    except (ValueError, FileNotFoundError, FloatingPointError, ExportError) as problem:
        sys.exit(f"train {a.command}: {problem}")
    except OSError as problem:
        sys.exit(f"train {a.command}: {problem.filename or a.work} cannot be read or written ({problem.strerror or problem}); mend that, and start the command again")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
