"""The large model as a teacher: what it has computed of a pair is used again, and says the same."""
import numpy as np
import pytest
import torch

from train.distill import Teacher
from train.model import build, decoded, encoded
from train.reshape import Depth, reshaped

SOURCE = torch.tensor([[5, 6, 7, 1], [8, 9, 1, 0], [10, 1, 0, 0]])
TARGET = torch.tensor([[11, 12, 1], [13, 1, -100], [14, 1, -100]])
PAIRS = np.array([7, 3, 5])


@pytest.fixture(autouse=True)
def in_float32(monkeypatch):
    """As on a processor without instructions for bfloat16, whose roundings would hide what is compared."""
    for supported in "_is_avx512_bf16_supported", "_is_amx_tile_supported":
        monkeypatch.setattr(torch.cpu, supported, lambda: False)


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


def test_among_the_pieces_that_the_small_model_writes_the_loss_is_pytorchs(models):
    large, small = models
    pieces = torch.tensor([1, 4, 11, 13, 14, 20, 33])
    loss = Teacher(large, shares_encoder=False, pieces=pieces).loss(small, SOURCE, TARGET, PAIRS)
    counted = TARGET.flatten() >= 0
    student, teacher = ((decoded(model, encoded(model, SOURCE), SOURCE, TARGET).flatten(0, 1) @ model.shared.weight[pieces].t()
                         * model.config.d_model ** -0.5).log_softmax(-1)[counted] for model in (small, large))
    expected = torch.nn.functional.kl_div(student, teacher, log_target=True, reduction="batchmean")
    assert loss.item() == pytest.approx(expected.item(), rel=1e-3)
    assert expected.item() > 0.01
    loss.backward()
    unwritten = [piece for piece in range(40) if piece not in pieces.tolist() + SOURCE.flatten().tolist() + TARGET.flatten().tolist()]
    assert small.shared.weight.grad[pieces].abs().min(0).values.max() > 0 and not small.shared.weight.grad[unwritten].any()


def test_a_model_agrees_with_itself_where_its_first_piece_is_one_it_writes(models):
    large, _ = models
    first = (decoded(large, encoded(large, SOURCE), SOURCE, TARGET).flatten(0, 1) @ large.shared.weight.t()).argmax(-1)
    counted = TARGET.flatten() >= 0
    assert Teacher(large, shares_encoder=True).agreement(large, SOURCE, TARGET) == 1
    left_out = first[counted][0]
    pieces = torch.tensor([piece for piece in range(40) if piece != left_out])
    expected = (first[counted] != left_out).float().mean().item()
    assert Teacher(large, shares_encoder=True, pieces=pieces).agreement(large, SOURCE, TARGET) == pytest.approx(expected)


def test_a_source_is_read_as_transformers_reads_it(models):
    model = reshaped(models[0], Depth(3, 1), 40).eval()
    expected = model.encoder(input_ids=SOURCE, attention_mask=(SOURCE != 0).long())[0]
    torch.testing.assert_close(encoded(model, SOURCE)[SOURCE != 0], expected[SOURCE != 0])


@pytest.mark.parametrize("layers", [1, 3])
def test_a_small_model_with_the_large_ones_encoder_reads_as_it_will_alone(models, layers):
    """Whether its encoder ends where the large one's does or goes on."""
    large, other = models
    small = reshaped(other, Depth(layers, 1), 40)
    teacher = Teacher(large, shares_encoder=True)
    teacher.lend_encoder(small)
    alone = Teacher(large, shares_encoder=False)
    loss = alone.loss(small, SOURCE, TARGET, PAIRS)
    assert loss.item() > 0.01
    assert teacher.loss(small, SOURCE, TARGET, PAIRS).item() == pytest.approx(loss.item(), rel=1e-3)
    assert teacher.agreement(small, SOURCE, TARGET) == alone.agreement(small, SOURCE, TARGET)


def test_only_what_follows_on_the_large_ones_encoder_learns(models):
    large, other = models
    small = reshaped(other, Depth(3, 1), 40)
    small.shared.requires_grad_(False)
    small.encoder.requires_grad_(False)
    teacher = Teacher(large, shares_encoder=True)
    teacher.lend_encoder(small)
    teacher.loss(small, SOURCE, TARGET, PAIRS).backward()
    learning = {name for name, p in small.named_parameters() if p.grad is not None and p.grad.any() and name.startswith(("shared", "encoder"))}
    assert learning == {name for name, _ in small.named_parameters() if name.startswith(("encoder.block.1.", "encoder.block.2.", "encoder.final"))}
    lent, own = large.state_dict(), small.state_dict()
    assert all(torch.equal(own[name], lent[name]) for name in lent if name.startswith(("shared", "encoder.block.0.")))


def test_models_that_cannot_be_compared_are_told_apart_at_once(models):
    large, small = models
    with pytest.raises(ValueError, match="the small model has 41 embeddings of width .* the large one 40 of width"):
        Teacher(large, shares_encoder=False).check(build("tiny", 41, 0.0))
    with pytest.raises(ValueError, match="with --freeze-encoder, the same width"):
        Teacher(build("small", 40, 0.0), shares_encoder=True).check(small)
    Teacher(build("small", 40, 0.0), shares_encoder=False).check(small)


def test_an_encoder_that_ends_before_the_large_ones_cannot_begin_with_it(models):
    large, small = models
    with pytest.raises(ValueError, match="encoder has 1 layers and the large one's 2; make one that begins with the large one's by"):
        Teacher(reshaped(large, Depth(2, 1), 40), shares_encoder=True).lend_encoder(small)
