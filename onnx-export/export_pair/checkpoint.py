"""Reading a T5 or mT5 checkpoint, and refusing what is none."""

import errno
import json
import pickle
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from httpx import HTTPError
from huggingface_hub import snapshot_download
from huggingface_hub.constants import HF_HUB_CACHE
from huggingface_hub.errors import GatedRepoError, HFValidationError, RepositoryNotFoundError, StrictDataclassError
from safetensors import SafetensorError
from transformers import AutoConfig, MT5ForConditionalGeneration, T5ForConditionalGeneration
from transformers.utils import logging

from export_pair.errors import ExportError, first_line
from export_pair.t5 import ACTIVATIONS

FAMILY = {"t5": T5ForConditionalGeneration, "mt5": MT5ForConditionalGeneration}
HUB_FILES = ["*.json", "*.safetensors", "*.bin", "*.model"]
DISK = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS)
"""Failures of a download that are this machine's, not the hub's."""
SPECIAL_IDS = ("pad_token_id", "eos_token_id", "decoder_start_token_id")


@dataclass(frozen=True)
class Checkpoint:
    """
    `name`: the folder or hub name; `config`: the transformers configuration; `tensors`: float32 arrays by PyTorch's
    names; `vocabulary_size`: how many rows of the embedding and of the head count (the rest is padding); `pieces`: ids,
    ascending, of the pieces that the model writes, None for all.
    """

    name: str
    config: object
    tensors: dict
    vocabulary_size: int
    pieces: np.ndarray | None = None

    def weight(self, name):
        return self.tensors[name + ".weight"]

    def embedding(self, side):
        """(name, array [V,d_model]) of the input embedding of "encoder" or "decoder"."""
        return self._rows(f"{side}.embed_tokens")

    def head(self):
        """(name, array [V,d_model], or a row for each of `pieces`) of the output layer: the embedding's where the two are one."""
        name, rows = self._rows("lm_head")
        return (name, rows) if self.pieces is None else (f"{name}.pieces", rows[self.pieces])

    def writing(self, pieces):
        """The same model with an output layer for these pieces only (ids, ascending); it reads all."""
        return replace(self, pieces=pieces)

    def head_factor(self):
        """What the decoder's output is multiplied by before the head (T5 with tied embeddings: d_model**-0.5)."""
        scaled = self.config.model_type == "t5" and self.config.scale_decoder_outputs
        return self.config.d_model**-0.5 if scaled else 1.0

    def parameters(self):
        """How many numbers the model has, shared ones counted once."""
        return sum(array.size for array in {id(array): array for array in self.tensors.values()}.values())

    def _rows(self, name):
        own, shared = self.weight(name), self.weight("shared")
        return ("shared" if own is shared else name), own[: self.vocabulary_size]


def resolve(name):
    """The folder of a checkpoint that is given as a folder or as a hub name."""
    folder = Path(name)
    if folder.is_dir():
        return folder
    if folder.exists() or name.count("/") != 1 or name.startswith((".", "/", "~")):
        raise ExportError(f"{name} is no folder; give a checkpoint's folder or a hub name such as google-t5/t5-small.")
    try:
        return Path(snapshot_download(name, allow_patterns=HUB_FILES))
    except GatedRepoError as error:
        raise ExportError(
            f"The hub gives {name} only to those who have accepted its terms; accept them on its page and log in by 'hf auth login', "
            "or download the checkpoint and give its folder."
        ) from error
    except (RepositoryNotFoundError, HFValidationError) as error:
        raise ExportError(f"There is neither a folder nor a hub model {name}; check the name.") from error
    except (OSError, HTTPError, RuntimeError) as error:  # of a proxy that refuses, httpx's own; of hf_xet, RuntimeErrors
        if getattr(error, "errno", None) in DISK:
            raise ExportError(f"{name} cannot be stored in {error.filename or HF_HUB_CACHE} ({error.strerror}); mend that, or set HF_HOME to another folder.") from error
        raise ExportError(
            f"{name} is no folder here and cannot be fetched from the hub ({first_line(error.__cause__ or error)}); "
            "download the checkpoint and give its folder."
        ) from error


def load(name, folder, vocabulary_size):
    """The checkpoint in `folder` (called `name` in messages), its vocabulary cut to `vocabulary_size`."""
    config = read_config(name, folder)
    if config.vocab_size < vocabulary_size:
        raise ExportError(
            f"{name} has {config.vocab_size} embeddings but the tokenizer has {vocabulary_size} tokens; "
            "give the tokenizer that the checkpoint was trained with."
        )
    for key in SPECIAL_IDS:
        if not 0 <= getattr(config, key) < vocabulary_size:
            raise ExportError(
                f"{name} gives {getattr(config, key)} as {key}, but the tokenizer has the tokens 0 to {vocabulary_size - 1}; "
                "give the tokenizer that the checkpoint was trained with, or mend its config.json."
            )
    model = read_model(name, folder, config)
    return Checkpoint(name, model.config, _arrays(name, model), vocabulary_size)


def refuse_different_special_ids(small, large):
    for key in SPECIAL_IDS:
        one, other = getattr(small.config, key), getattr(large.config, key)
        if one != other:
            raise ExportError(
                f"{key} is {one} in {small.name} and {other} in {large.name}; "
                "a pair needs two checkpoints with the same special tokens."
            )


def read_config(name, folder):
    """The configuration of the T5 or mT5 checkpoint in `folder` (called `name` in messages)."""
    path = folder / "config.json"
    try:
        kind = json.loads(path.read_text(encoding="utf-8")).get("model_type")
    except FileNotFoundError as error:
        raise ExportError(f"{name} has no config.json; give a checkpoint's folder in the HuggingFace format.") from error
    except OSError as error:
        raise ExportError(f"{path} cannot be read ({error.strerror}); make it readable or fetch the checkpoint again.") from error
    except (ValueError, AttributeError) as error:
        raise ExportError(f"{path} is damaged ({first_line(error)}); fetch the checkpoint again.") from error
    if kind not in FAMILY:
        raise ExportError(f"{name} is a model of type {kind}, not t5 or mt5; only these two can be exported.")
    try:
        config = AutoConfig.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError, TypeError, StrictDataclassError) as error:
        raise ExportError(f"{path} describes no T5 model ({first_line(error)}); fetch the checkpoint again.") from error
    if getattr(config, "quantization_config", None):
        raise ExportError(f"{name} is stored in fewer bits (its config.json has a quantization_config); give the checkpoint it was made from.")
    if config.dense_act_fn not in ACTIVATIONS:
        raise ExportError(f"{name} uses the activation {config.dense_act_fn}; only {', '.join(ACTIVATIONS)} can be exported.")
    for key in SPECIAL_IDS:
        if not isinstance(getattr(config, key, None), int):
            raise ExportError(f"{path} gives no single number as {key}; add it, for T5 usually 0, 1 and 0 in that order.")
    return config


def read_model(name, folder, config):
    """The checkpoint's model in float32, with every tensor that it has stored in the folder."""
    try:
        with _quiet():
            model, report = FAMILY[config.model_type].from_pretrained(
                folder, config=config, dtype=torch.float32, local_files_only=True,
                output_loading_info=True, ignore_mismatched_sizes=True,
            )  # fmt: skip
    except (SafetensorError, pickle.UnpicklingError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise ExportError(f"The weights of {name} cannot be read ({first_line(error)}); fetch the checkpoint again.") from error
    if report["missing_keys"]:
        raise ExportError(f"The weights of {name} lack {min(report['missing_keys'])}; fetch the checkpoint again.")
    if report["mismatched_keys"]:
        tensor, stored, wanted = min(report["mismatched_keys"])
        raise ExportError(
            f"In {name} the tensor {tensor} has the shape {list(stored)} where config.json asks for {list(wanted)}; "
            "give weights and config.json that belong together."
        )
    return model


def _arrays(name, model):
    """The model's state as numpy arrays; what PyTorch shares becomes one array under several names."""
    by_address, arrays = {}, {}
    for key, tensor in model.state_dict().items():
        array = by_address.setdefault(tensor.data_ptr(), tensor.numpy())
        if not np.isfinite(array).all():
            raise ExportError(f"In {name} the tensor {key} holds numbers that are not finite; fetch the checkpoint again.")
        arrays[key] = array
    return arrays


@contextmanager
def _quiet():
    """Without progress bars and warnings: what matters in them becomes an ExportError."""
    verbosity, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if bars:
            logging.enable_progress_bar()
