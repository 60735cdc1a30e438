"""One vocabulary of a round size in which nothing that is written is lost."""
import unicodedata

import pytest
from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerFast

import train_sample
from checkpoints import make_tokenizer
from train.tokenizer import BYTES, END, adopted, train_tokenizer


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer([text for pair in train_sample.sentences() for text in pair], 360)


@pytest.mark.parametrize("text", [
    "Die Frau kauft einen Apfel.", "Größe, Übermaß und Straße", "Am 24.12.2026 um 18:30 Uhr kostet es 1.234,56 €",
    "😀 und 👩👩👧👦 und 🇩🇪", "Привет, мир!", "世界 こんにちは", "„So“, »sagte« ‚er‘ — don't – 'no'…", "x<0x41>y", "½ ™ ²",
    "a", "(", "ꙮ",
])
def test_decoding_gives_the_text_back(tokenizer, text):
    encoded = tokenizer.encode(text)
    assert tokenizer.decode(encoded.ids) == unicodedata.normalize("NFC", text)
    assert encoded.ids[-1] == END and 2 not in encoded.ids


def test_white_space_is_folded_and_accents_composed(tokenizer):
    assert tokenizer.decode(tokenizer.encode(" Gru\u0308n \t und\u00a0blau\n").ids) == "Grün und blau"


@pytest.mark.parametrize("text", ["Bun\u00addes\u00adre\u00adgie\u00adrung \u200bund\ufeff", "\x1bBundes\x00regierung \u200e\x0b und \u2060"])
def test_what_no_reader_sees_is_dropped(tokenizer, text):
    assert tokenizer.encode(text).ids == tokenizer.encode("Bundesregierung und").ids
    assert tokenizer.encode("\ufeff\u00ad\x07").ids == [END]


def test_places_in_the_vocabulary(tokenizer):
    assert tokenizer.get_vocab_size() == 360
    assert [tokenizer.id_to_token(i) for i in range(259)] == ["<pad>", "</s>", "<unk>", *BYTES]


def test_digits_stand_alone(tokenizer):
    assert [t.lstrip("▁") for t in tokenizer.encode("2013").tokens if t != "▁"] == ["2", "0", "1", "3", "</s>"]


def test_words_that_nothing_ever_continues_are_pieces(tokenizer):
    assert tokenizer.encode("zeichnet").tokens == ["▁zeichnet", "</s>"]


def test_file_loads_in_transformers(tokenizer, tmp_path):
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    loaded = PreTrainedTokenizerFast(tokenizer_file=str(tmp_path / "tokenizer.json"))
    text = "Das Kind sieht 😀."
    assert loaded(text)["input_ids"] == tokenizer.encode(text).ids
    assert loaded.decode(loaded(text)["input_ids"], skip_special_tokens=True) == text


def test_an_adopted_tokenizer_ends_texts_and_neither_cuts_nor_pads(tmp_path):
    tokenizer = Tokenizer.from_file(str(make_tokenizer(tmp_path / "tokenizer.json", size=40)))
    tokenizer.enable_truncation(4)
    tokenizer.enable_padding(length=9)
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    own = adopted(tmp_path / "tokenizer.json")
    assert own.encode("piece5" * 6).ids == [5] * 6 + [END]
    assert own.encode("é").ids == [40 + 0xC3, 40 + 0xA9, END]
    make_tokenizer(tmp_path / "tokenizer.json", changed=[(1, "<s>"), (5, "</s>")])
    with pytest.raises(ValueError, match="does not have </s> as its piece 1"):
        adopted(tmp_path / "tokenizer.json")


def test_too_little_text_is_said():
    with pytest.raises(ValueError, match="ask for a vocabulary of at most"):
        train_tokenizer(["Nur ein Satz.", "Und noch einer."], 1000)


@pytest.mark.parametrize("size", [5, 259 + 14])
def test_a_vocabulary_without_room_for_every_character_is_refused(size):
    texts = ["Eine Frau sieht einen Hund."] * 40      # 15 characters, the space among them
    with pytest.raises(ValueError, match=f"of {size} pieces has no room for the 15 characters .* ask for 274 or more"):
        train_tokenizer(texts, size)
    assert train_tokenizer(texts, 274).get_vocab_size() == 274
