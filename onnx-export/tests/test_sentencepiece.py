"""Checkpoints that bring SentencePiece's file only, as mT5's do."""

import json

import pytest
import sentencepiece
from checkpoints import make_checkpoint
from tokenizers import Tokenizer

PIECES, SENTINELS = 60, 100  # transformers gives T5's <extra_id_...> tokens the ids after the pieces


@pytest.fixture
def checkpoints(tmp_path):
    text = [f"Das Haus Nummer {number} ist schön, aber kalt und {number * 7} Jahre alt." for number in range(200)]
    folders = [make_checkpoint(tmp_path / name, vocabulary=PIECES + SENTINELS) for name in ("small", "large")]
    for folder in folders:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(text), model_prefix=str(folder / "spiece"), vocab_size=PIECES,
            pad_id=0, eos_id=1, unk_id=2, bos_id=-1, minloglevel=2,
        )  # fmt: skip
    return folders


def test_the_sentencepiece_model_becomes_tokenizer_json(export, checkpoints, pair_json, tmp_path):
    assert export() == (0, "")
    assert pair_json()["vocabularySize"] == PIECES + SENTINELS
    original = sentencepiece.SentencePieceProcessor(model_file=str(checkpoints[0] / "spiece.model"))
    converted = Tokenizer.from_file(str(tmp_path / "pair/tokenizer.json"))
    for text in ("Das Haus ist alt.", "kalt und schön, 77 Jahre", "  zwei   Leerzeichen ", "日本"):
        assert converted.encode(text).ids == [*original.encode(text), original.eos_id()]
    assert json.loads((tmp_path / "pair/tokenizer.json").read_text(encoding="utf-8"))["truncation"] is None
