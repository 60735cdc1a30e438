"""A checkpoint recovered from a pair folder is the model that was exported."""
import pytest
import torch
from checkpoints import make_checkpoint, make_tokenizer
from transformers import T5ForConditionalGeneration

from export_pair.cli import main
from train.recover import recovered

BUCKETS = dict(relative_attention_num_buckets=32, relative_attention_max_distance=128)      # as the recipe's models have them


def exported(folder, weights, feed_forward="relu", **settings):
    models = [make_checkpoint(folder / name, feed_forward=feed_forward, seed=seed, **BUCKETS | settings) for seed, name in enumerate(("small", "large"))]
    tokenizer = make_tokenizer(folder / "tokenizer.json")
    texts = folder / "texts"
    texts.write_text("piece5 piece6 piece7\n")
    assert main(["--small", str(models[0]), "--large", str(models[1]), "--tokenizer", str(tokenizer), "--out", str(folder / "pair"),
                 "--name", "x", "--source-language", "de", "--target-language", "en", "--licence", "none", "--weights", weights, "--calibration", str(texts)]) == 0
    return folder / "pair"


@pytest.mark.parametrize("weights, tolerance", [("float32", 1e-6), ("int8", 0.01), ("w8a8", 0.01)])
def test_every_parameter_comes_back(tmp_path, weights, tolerance):
    pair = exported(tmp_path, weights)
    for size in ("small", "large"):
        original = dict(T5ForConditionalGeneration.from_pretrained(tmp_path / size).named_parameters())
        for name, parameter in recovered(pair, size).named_parameters():
            if "relative_attention_bias" in name:
                used = parameter.abs().amax(-1) > 0      # T5 has a bucket that no distance falls into
                assert used.sum() >= 31
                parameter, original[name] = parameter[used], original[name][used]
            scale = original[name].abs().amax(-1, keepdim=True)
            assert parameter.shape == original[name].shape
            assert (parameter - original[name]).abs().le(tolerance * scale + 1e-6).all(), name


def test_recovered_model_writes_what_the_original_writes(tmp_path):
    pair = exported(tmp_path, "float32")
    original, again = T5ForConditionalGeneration.from_pretrained(tmp_path / "large").eval(), recovered(pair, "large").eval()
    source, target = torch.arange(3, 40)[None], torch.arange(10, 50)[None]
    with torch.no_grad():
        assert torch.allclose(original(source, decoder_input_ids=target).logits, again(source, decoder_input_ids=target).logits, atol=1e-4)


def test_gated_models_are_refused(tmp_path):
    with pytest.raises(ValueError, match="only pairs with relu"):
        recovered(exported(tmp_path, "int8", "gated-gelu"), "small")


@pytest.mark.parametrize("settings, said", [
    (dict(tied=False), "an output layer apart from its embedding"), (dict(feed_forward="gelu"), "has the activation Gelu"),
    (dict(relative_attention_max_distance=64), "other distances"), (dict(relative_attention_num_buckets=16), "other distances"),
])
def test_models_unlike_this_recipes_are_refused(tmp_path, settings, said):
    with pytest.raises(ValueError, match=said):
        recovered(exported(tmp_path, "int8", **settings), "large")
