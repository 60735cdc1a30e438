"""A pair folder: what stands in it, and pair.json, which describes it."""

import hashlib
import json
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from export_pair import __version__
from export_pair.errors import ExportError
from export_pair.t5 import begin_alike, decoder_graph, encoder_graph, shared_encoder_graph
from export_pair.weights import Float16

FORMAT = 1

CONFIDENT = "confident"
"""Longest run of a preset whose runs end where the small model's probabilities, multiplied, fall below the fallback."""


@dataclass(frozen=True)
class Preset:
    """
    Thresholds by name: fallback probability, rollback distance (nats), longest run of the small model: tokens, or
    CONFIDENT for as many as it is sure of together.
    """

    fallback: float
    rollback: float
    max_run: int | str = 10

    def as_json(self):
        return {"fallback": self.fallback, "rollback": self.rollback, "maxRun": self.max_run}


SHARED_ENCODER = "encoder.onnx"
"""Name of the graph that reads a source for both models at once, where the small one's encoder is the large one's or begins with it."""

PRESETS = {"faithful": Preset(0.9, 2.0), "balanced": Preset(0.5, 3.0), "fast": Preset(0.3, 5.0)}


@dataclass(frozen=True)
class Description:
    """What a user says about a pair; the rest of pair.json follows from the checkpoints."""

    name: str
    source_language: str
    target_language: str
    licence: str
    task: str = "translation"
    source_prefix: str = ""
    source_limit: int = 128
    target_limit: int = 128
    candidates: int = 5
    presets: dict = field(default_factory=lambda: dict(PRESETS))
    provenance: dict = field(default_factory=dict)
    cuda: bool = False


def write_pair(out, small, large, vocabulary, small_weights, large_weights, description, force=False):
    """
    Writes the pair folder `out` as a whole or not at all.

    `small`, `large`: Checkpoint; their weights: an object of one of WEIGHTS each. An existing `out` is refused, with `force` replaced.
    """
    refuse_existing(out, force)
    with _replaced_at_the_end(out) as folder:
        (folder / "tokenizer.json").write_text(vocabulary.text, encoding="utf-8")
        models = _write_graphs(folder, "", small, large, small_weights, large_weights, description.candidates)
        if description.cuda:
            half = Float16()
            models["variants"] = {"cuda": _write_graphs(folder, "cuda/", small, large, half, half, description.candidates)}
        provenance = {
            "exporter": f"export_pair {__version__}",
            "checkpoints": {"small": _short(small.name), "large": _short(large.name)},
            **description.provenance,
        }
        content = _pair_json(folder, small.config, vocabulary, models, description, provenance)
        (folder / "pair.json").write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def refuse_existing(out, force):
    """With `force` only what is no pair is refused: a folder of pairs, say, that was named by mistake."""
    if not out.exists():
        return
    if not force:
        raise ExportError(f"{out} exists already; give another --out, or replace it with --force.")
    empty = out.is_dir() and not any(out.iterdir())
    if not empty and not (out / "pair.json").is_file():
        raise ExportError(f"{out} exists and is no pair (it has no pair.json), so --force does not replace it; give another --out.")


def _write_graphs(folder, subfolder, small, large, small_weights, large_weights, candidates):
    """Writes all graphs of both models below `subfolder` ("" or a name with a slash); returns what pair.json says of them."""
    models = {
        "small": _write_model(folder, f"{subfolder}small", small, small_weights, candidates),
        "large": _write_model(folder, f"{subfolder}large", large, large_weights, candidates),
    }
    if not begin_alike(small, large):
        return {"models": models}
    name = f"{subfolder}{SHARED_ENCODER}"
    shared_encoder_graph(small, large, small_weights, large_weights).save(folder / name, __version__)
    return {"models": models, "sharedEncoder": name}


def _write_model(folder, name, checkpoint, weights, candidates):
    (folder / name).mkdir(parents=True)
    encoder_graph(checkpoint, weights).save(folder / name / "encoder.onnx", __version__)
    decoder_graph(checkpoint, weights, candidates).save(folder / name / "decoder.onnx", __version__)
    written = {} if checkpoint.pieces is None else {"writesPieces": len(checkpoint.pieces)}
    return {
        "encoder": f"{name}/encoder.onnx",
        "decoder": f"{name}/decoder.onnx",
        "layers": checkpoint.config.num_decoder_layers,
        "heads": checkpoint.config.num_heads,
        "headSize": checkpoint.config.d_kv,
        "parameters": checkpoint.parameters(),
        "weights": weights.name,
        **written,
    }


def _pair_json(folder, config, vocabulary, models, description, provenance):
    return {
        "format": FORMAT,
        "name": description.name,
        "task": description.task,
        "sourceLanguage": description.source_language,
        "targetLanguage": description.target_language,
        "licence": description.licence,
        "sourcePrefix": description.source_prefix,
        "tokenizer": "tokenizer.json",
        "specialIds": {
            "pad": config.pad_token_id,
            "endOfText": config.eos_token_id,
            "unknown": vocabulary.unknown,
            "decoderStart": config.decoder_start_token_id,
        },
        "vocabularySize": vocabulary.size,
        "limits": {"sourceTokens": description.source_limit, "targetTokens": description.target_limit},
        "topCandidates": description.candidates,
        **models,
        "presets": {name: preset.as_json() for name, preset in description.presets.items()},
        "provenance": provenance,
        "files": {path.relative_to(folder).as_posix(): _fingerprint(path) for path in _files(folder)},
    }


def _short(name):
    """A hub name as it is, of a folder its last two names: what stands above them is this machine's affair."""
    return "/".join(Path(name).parts[-2:])


def _files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _fingerprint(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return {"bytes": path.stat().st_size, "sha256": digest.hexdigest()}


@contextmanager
def _replaced_at_the_end(out):
    """A new folder beside `out` that takes its place when the block ends well and vanishes when it does not."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        building = beside / "new"
        building.mkdir()
        yield building
        old = beside / "old"
        if out.exists():
            out.rename(old)
        try:
            building.rename(out)
        except BaseException:  # an interrupt as well
            if old.exists() and not out.exists():
                old.rename(out)
            raise
    finally:
        shutil.rmtree(beside)
