"""Models made deeper or shallower from trained ones, and tokenizers taken over from them."""
import pytest
import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers
from transformers import T5Config, T5ForConditionalGeneration

from train.reshape import Depth, reshaped
from train.tokenizer import with_byte_fallback


@pytest.fixture(scope="module")
def trained():
    torch.manual_seed(5)
    config = T5Config(vocab_size=40, d_model=32, d_kv=8, num_heads=4, d_ff=64, num_layers=2, num_decoder_layers=2,
                      feed_forward_proj="relu", tie_word_embeddings=True, decoder_start_token_id=0, pad_token_id=0, dropout_rate=0.0)
    return T5ForConditionalGeneration(config).eval()


def logits(model):
    source, target = torch.arange(3, 15)[None], torch.arange(20, 28)[None]
    with torch.no_grad():
        return model.eval()(input_ids=source, decoder_input_ids=target).logits


def test_same_depth_gives_the_same_model(trained):
    assert torch.allclose(logits(reshaped(trained, Depth(2, 2), 40)), logits(trained), atol=1e-5)


def test_deeper_model_starts_near_the_shallower_one_and_has_room_to_learn(trained):
    deeper = reshaped(trained, Depth(3, 5), 40)
    fresh = T5ForConditionalGeneration(deeper.config).eval()
    assert (len(deeper.encoder.block), len(deeper.decoder.block)) == (3, 5)
    difference = (logits(deeper) - logits(trained)).norm()
    assert 0 < difference < 0.3 * (logits(fresh) - logits(trained)).norm()


def test_shallower_model_keeps_the_encoder_whole(trained):
    shallow = reshaped(trained, Depth(2, 1), 40)
    source = torch.arange(3, 15)[None]
    assert torch.allclose(shallow.encoder(source)[0], trained.encoder(source)[0], atol=1e-5)
    assert len(shallow.decoder.block) == 1


def test_an_encoder_that_is_kept_stands_whole_before_the_layers_that_follow_on_it(trained):
    deeper = reshaped(trained, Depth(4, 1), 40, keep_encoder=True)
    old, new = trained.encoder.state_dict(), deeper.encoder.state_dict()
    assert len(deeper.encoder.block) == 4 and all(torch.equal(new[name], array) for name, array in old.items())
    source = torch.arange(3, 15)[None]
    difference = (deeper.encoder(source)[0] - trained.encoder(source)[0]).norm()
    assert 0 < difference < 0.3 * trained.encoder(source)[0].norm()


def test_new_pieces_leave_old_ones_alone_and_survive_saving(trained, tmp_path):
    reshaped(trained, Depth(2, 2), 50).save_pretrained(tmp_path)
    wider = T5ForConditionalGeneration.from_pretrained(tmp_path).eval()
    assert wider.config.vocab_size == 50 and wider.lm_head.weight.data_ptr() == wider.shared.weight.data_ptr()
    assert torch.allclose(logits(wider)[..., :40], logits(trained), atol=1e-5)


@pytest.fixture
def without_bytes():
    vocabulary = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0), ("a", -3.0), ("▁ab", -4.0), ("b", -5.0)]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=2))
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


def test_bytes_are_put_behind_the_pieces_and_no_character_is_lost(without_bytes):
    tokenizer = with_byte_fallback(without_bytes)
    assert tokenizer.get_vocab_size() == 7 + 256
    assert [tokenizer.token_to_id(t) for t in ("▁ab", "b", "<0x00>", "<0xFF>")] == [5, 6, 7, 262]
    text = "ab 語 aß"
    assert without_bytes.decode(without_bytes.encode(text).ids) != text
    assert tokenizer.decode(tokenizer.encode(text).ids) == text
    assert with_byte_fallback(tokenizer).get_vocab_size() == 7 + 256


def test_other_kinds_of_tokenizers_are_refused():
    with pytest.raises(ValueError, match="only Unigram"):
        with_byte_fallback(Tokenizer(models.BPE()))
