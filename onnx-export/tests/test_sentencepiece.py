"""Checkpoints that bring SentencePiece's file only, as mT5's do."""

import json

import pytest
import sentencepiece
from checkpoints import make_checkpoint
from tokenizers import Tokenizer

from export_pair.errors import ExportError
from export_pair.vocabulary import read_vocabulary

PIECES, SENTINELS = 60, 100  # transformers gives T5's <extra_id_...> tokens the ids after the pieces


T5_IDS = {"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1}
TEXT = [f"Das Haus Nummer {number} ist schön, aber kalt und {number * 7} Jahre alt." for number in range(200)]


def train(folder, **options):
    folder.mkdir(exist_ok=True)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT), model_prefix=str(folder / "spiece"), minloglevel=2, hard_vocab_limit=False, **options
    )
    return folder / "spiece.model"


@pytest.fixture
def checkpoints(tmp_path):
    folders = [make_checkpoint(tmp_path / name, vocabulary=PIECES + SENTINELS) for name in ("small", "large")]
    for folder in folders:
        train(folder, vocab_size=PIECES, **T5_IDS)
    return folders


def test_the_sentencepiece_model_becomes_tokenizer_json(export, checkpoints, pair_json, tmp_path):
    assert export() == (0, "")
    assert pair_json()["vocabularySize"] == PIECES + SENTINELS
    original = sentencepiece.SentencePieceProcessor(model_file=str(checkpoints[0] / "spiece.model"))
    converted = Tokenizer.from_file(str(tmp_path / "pair/tokenizer.json"))
    for text in ("Das Haus ist alt.", "kalt und schön, 77 Jahre", "  zwei   Leerzeichen ", "日本"):
        assert converted.encode(text).ids == [*original.encode(text), original.eos_id()]
    assert json.loads((tmp_path / "pair/tokenizer.json").read_text(encoding="utf-8"))["truncation"] is None


@pytest.mark.parametrize(
    "options",
    [
        {**T5_IDS, "vocab_size": 320, "byte_fallback": True},
        {**T5_IDS, "vocab_size": PIECES},
        {"vocab_size": 320, "byte_fallback": True},
        {"vocab_size": PIECES},
        {**T5_IDS, "vocab_size": 320, "byte_fallback": True, "add_dummy_prefix": False},
        {**T5_IDS, "vocab_size": 320, "byte_fallback": True, "normalization_rule_name": "identity"},
        {**T5_IDS, "vocab_size": 320, "byte_fallback": True, "split_by_whitespace": False},
    ],
    ids=lambda options: ",".join(f"{key}={value}" for key, value in options.items()),
)
def test_ids_and_text_are_sentencepieces_own(tmp_path, options):
    file = train(tmp_path, **options)
    original = sentencepiece.SentencePieceProcessor(model_file=str(file))
    vocabulary = read_vocabulary(file)
    assert vocabulary.unknown == original.unk_id()
    converted = vocabulary.tokenizer()
    for text in (
        "Das Haus ist alt.", "  zwei   Leerzeichen ", "Haus 😀 kalt", "😀", "日本 und 日", "scho\u0308n a\u0323\u0301",
        "\ttab\nund\u3000ﬁ", "", " ",
    ):  # fmt: skip
        ids = original.encode(text)
        assert converted.encode(text).ids == [*ids, original.eos_id()], text
        if original.unk_id() not in ids:  # which SentencePiece shows as a sign of its own
            assert converted.decode([*ids, original.eos_id()]) == original.decode(ids)


@pytest.mark.parametrize(
    "options, what",
    [({"model_type": "bpe"}, "is of another type than Unigram"), ({"remove_extra_whitespaces": False}, "keeps every space"),
     ({"treat_whitespace_as_suffix": True}, "has its spaces behind the words")],
)  # fmt: skip
def test_a_model_unlike_any_t5s_is_refused(tmp_path, options, what):
    file = train(tmp_path, vocab_size=PIECES, **T5_IDS, **options)
    with pytest.raises(ExportError, match=f"{what}, which no T5 model does; put a tokenizer.json"):
        read_vocabulary(file)


@pytest.mark.parametrize(
    "content, what",
    [(b"", r"spiece.model cannot be read \(it holds no pieces\)"), (b"\0" * 30, "spiece.model cannot be read"),
     (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 4\n", "spiece.model is a Git LFS pointer")],
    ids=["empty", "damaged", "pointer"],
)  # fmt: skip
def test_a_file_that_is_no_model_is_named(tmp_path, content, what):
    (tmp_path / "spiece.model").write_bytes(content)
    with pytest.raises(ExportError, match=what) as refusal:
        read_vocabulary(tmp_path / "spiece.model")
    assert "tiktoken" not in str(refusal.value)
