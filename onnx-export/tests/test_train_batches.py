"""Each epoch: every pair as often as its weight says, in batches of a bounded size, the same for the same seed."""
from collections import Counter

import numpy as np
import pytest

import train_sample
from train.batches import Encoded, encode
from train.corpora import Pair
from train.tokenizer import train_tokenizer


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer([t for p in train_sample.sentences() for t in p], 360)


@pytest.fixture(scope="module")
def text(tokenizer):
    return encode(tokenizer, ((Pair("news", *p), (0.25, 1.0, 2.0)[i % 3]) for i, p in enumerate(train_sample.sentences())))


def test_weights_are_how_often_pairs_are_seen(text):
    seen = Counter(i for batch in text.epoch(0, 800, 1) for i in batch.tolist())
    times = [[seen[i] for i in range(part, len(text), 3)] for part in range(3)]
    assert set(times[0]) == {0, 1} and 0.15 < np.mean(times[0]) < 0.35
    assert set(times[1]) == {1} and set(times[2]) == {2}


def test_batches_keep_within_the_positions_and_waste_few(text):
    batches = [text.batch(indices) for indices in text.epoch(3, 800, 1)]
    assert all(source.numel() + target.numel() <= 1600 for source, target in batches)
    real = sum(int((source != 0).sum()) + int((target >= 0).sum()) for source, target in batches)
    assert real > 0.9 * sum(source.numel() + target.numel() for source, target in batches)


def test_epochs_differ_and_repeat_exactly(text):
    first, again, second = text.epoch(0, 800, 1), text.epoch(0, 800, 1), text.epoch(1, 800, 1)
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert [b.tolist() for b in first] != [b.tolist() for b in second]


def test_batch_is_the_text(text, tokenizer):
    source, target = text.batch(np.array([5, 700]))
    assert tokenizer.decode(source[1].tolist()) == train_sample.sentences()[700][0]
    assert tokenizer.decode([i for i in target[0].tolist() if i >= 0]) == train_sample.sentences()[5][1]


def test_saved_text_reads_back(text, tmp_path):
    text.save(tmp_path / "text.npz")
    read = Encoded.read(tmp_path / "text.npz")
    assert all(np.array_equal(value, getattr(read, name)) for name, value in vars(text).items())


def test_overlong_pair_is_left_out(tokenizer):
    pairs = [Pair("news", "heute " * 200, "today"), Pair("news", "heute", "today")]
    assert len(encode(tokenizer, ((p, 1.0) for p in pairs))) == 1
