"""Translating with models of any depth."""
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import T5Config, T5ForConditionalGeneration

from train.translate import Translator


@pytest.mark.parametrize(("encoder_layers", "decoder_layers"), [(1, 3), (3, 1)])
def test_the_decoder_may_be_deeper_than_the_encoder(tmp_path, encoder_layers, decoder_layers):
    config = T5Config(vocab_size=8, d_model=16, d_kv=8, num_heads=2, d_ff=16, num_layers=encoder_layers,
                      num_decoder_layers=decoder_layers, pad_token_id=0, eos_token_id=1, decoder_start_token_id=0)
    T5ForConditionalGeneration(config).save_pretrained(tmp_path)
    words = ["<pad>", "</s>", "<unk>", "ja", "nein", "a", "b", "c"]
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    translator = Translator(tmp_path, tokenizer)
    written = translator.translate(["ja nein", "a b c"])
    assert len(written) == 2 and all(isinstance(text, str) for text, _ in written)
    candidates = translator.candidates(["ja nein", "a b c"], beams=3)
    assert len(candidates) == 2 and all(len(texts) <= 3 for texts in candidates)
