import json

import pytest
import torch
from checkpoints import make_checkpoint, make_tokenizer

from export_pair.cli import main

torch.set_num_threads(1)  # models this small only get slower with more


@pytest.fixture
def checkpoints(tmp_path):
    """A small and a large checkpoint folder with one tokenizer; their vocabularies are padded differently."""
    folders = [
        make_checkpoint(tmp_path / "small", num_decoder_layers=1, vocabulary=97),
        make_checkpoint(tmp_path / "large", seed=1, vocabulary=112),
    ]
    for folder in folders:
        make_tokenizer(folder / "tokenizer.json")
    return folders


@pytest.fixture
def export(checkpoints, tmp_path, capsys):
    """Runs the command on the two checkpoints; returns exit code and what it wrote to stderr."""

    def run(*arguments, small=checkpoints[0], large=checkpoints[1], out=tmp_path / "pair"):
        options = {"small": small, "large": large, "out": out, "name": "A to B", "licence": "none"}
        options |= {"source-language": "de", "target-language": "en"}
        command = [f"--{key}={value}" for key, value in options.items()]
        try:
            code = main([*command, *arguments])
        except SystemExit as exit:  # how argparse ends
            code = exit.code
        return code, capsys.readouterr().err

    return run


@pytest.fixture
def pair_json(tmp_path):
    """The exported pair.json."""
    return lambda: json.loads((tmp_path / "pair" / "pair.json").read_text(encoding="utf-8"))
