"""The large model as a teacher: what it has computed of a pair is used again, and says the same."""
import numpy as np
import pytest
import torch

from train.distill import Teacher
from train.model import build

SOURCE = torch.tensor([[5, 6, 7, 1], [8, 9, 1, 0], [10, 1, 0, 0]])
TARGET = torch.tensor([[11, 12, 1], [13, 1, -100], [14, 1, -100]])
PAIRS = np.array([7, 3, 5])


@pytest.fixture
def models():
    torch.manual_seed(0)
    return build("tiny", 40, 0.0).eval(), build("tiny", 40, 0.0).eval()


def counted(teacher):
    """Numbers of rows that the teacher's decoder is given, call by call."""
    rows = []
    teacher.model.decoder.register_forward_hook(lambda module, given, out: rows.append(len(out[0])))
    return rows


@pytest.mark.parametrize("shares_encoder", [False, True])
def test_what_is_remembered_says_what_is_computed(models, shares_encoder):
    large, small = models
    teacher = Teacher(large, shares_encoder, memory=1 << 20)
    rows = counted(teacher)
    first = teacher.loss(small, SOURCE, TARGET, PAIRS)
    again = teacher.loss(small, SOURCE, TARGET, PAIRS)
    assert rows == [3]
    assert first.item() > 0.01
    assert again.item() == first.item()


def test_only_new_pairs_of_a_batch_are_computed_and_each_stays_in_its_row(models):
    large, small = models
    teacher = Teacher(large, shares_encoder=True, memory=1 << 20)
    rows = counted(teacher)
    teacher.loss(small, SOURCE[1:2, :3], TARGET[1:2, :2], PAIRS[1:2])
    mixed = teacher.loss(small, SOURCE, TARGET, PAIRS)
    assert rows == [1, 2]
    assert mixed.item() == pytest.approx(Teacher(large, shares_encoder=True).loss(small, SOURCE, TARGET, PAIRS).item(), rel=1e-3)


def test_no_more_is_remembered_than_there_is_memory_for(models):
    large, small = models
    one_pair = 2 * 64 * (4 + 3)      # bytes: float16, width 64, pieces of the first pair
    teacher = Teacher(large, shares_encoder=True, memory=one_pair)
    rows = counted(teacher)
    for _ in range(2):
        teacher.loss(small, SOURCE, TARGET, PAIRS)
    assert rows == [3, 2]
