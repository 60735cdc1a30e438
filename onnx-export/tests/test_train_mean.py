"""The mean of two models' weights."""
import pytest
import torch
from transformers import T5Config, T5ForConditionalGeneration

from train.__main__ import _parser, run_mean
from train.mean import mean


def model(seed, layers=1):
    torch.manual_seed(seed)
    return T5ForConditionalGeneration(T5Config(vocab_size=40, d_model=32, d_kv=8, num_heads=4, d_ff=64, num_layers=layers, num_decoder_layers=1,
                                               tie_word_embeddings=True, decoder_start_token_id=0, pad_token_id=0))


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_every_weight_lies_between_the_two(share):
    between, before, after = mean(model(1), model(2), share).state_dict(), model(1).state_dict(), model(2).state_dict()
    for name, weight in between.items():
        assert torch.allclose(weight, (1 - share) * before[name] + share * after[name], atol=1e-6), name


def test_models_of_other_shapes_are_refused():
    with pytest.raises(ValueError, match="encoder.block.1.*differs.*trained from"):
        mean(model(1, layers=2), model(2), 0.5)


def test_the_command_reads_runs_and_writes_a_model(tmp_path, capsys):
    model(1).save_pretrained(tmp_path / "run" / "step-00000007")
    model(2).save_pretrained(tmp_path / "after")
    run_mean(_parser().parse_args(["mean", "--work", str(tmp_path), "--before", str(tmp_path / "run"), "--after", str(tmp_path / "after"),
                                   "--share", "0.75"]))
    found = T5ForConditionalGeneration.from_pretrained(tmp_path / "large-mean")
    assert torch.allclose(found.shared.weight, 0.25 * model(1).shared.weight + 0.75 * model(2).shared.weight, atol=1e-6)
    assert "0.25 of" in capsys.readouterr().out


@pytest.mark.parametrize("share", ["-0.1", "1.5"])
def test_no_share_is_refused(share, capsys):
    with pytest.raises(SystemExit):
        _parser().parse_args(["mean", "--work", "w", "--before", "a", "--after", "b", "--share", share])
    assert "is not a number from 0 to 1" in capsys.readouterr().err
