"""The fused losses are PyTorch's, in value and in both gradients."""
import pytest
import torch

from train.loss import FusedCrossEntropy, FusedDivergence


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("dtype, tolerance", [(torch.float32, 1e-5), (torch.bfloat16, 1e-2)])
def test_value_and_gradients_equal_pytorchs(smoothing, dtype, tolerance):
    generator = torch.Generator().manual_seed(0)
    hidden = torch.randn(700, 64, generator=generator, requires_grad=True)
    embedding = torch.randn(1000, 64, generator=generator, requires_grad=True)
    labels = torch.randint(0, 1000, (700,), generator=generator)
    labels[::7] = -100
    expected = torch.nn.functional.cross_entropy((hidden * 0.125) @ embedding.t(), labels, label_smoothing=smoothing)
    value = FusedCrossEntropy.apply(hidden, embedding, labels, smoothing, 0.125, dtype)
    assert value.item() == pytest.approx(expected.item(), rel=tolerance)
    fused = torch.autograd.grad(3 * value, (hidden, embedding))
    for mine, theirs in zip(fused, torch.autograd.grad(3 * expected, (hidden, embedding))):
        assert (mine - theirs).norm() <= tolerance * theirs.norm()


def test_batch_without_a_counted_label_gives_zero():
    value = FusedCrossEntropy.apply(torch.ones(3, 4), torch.ones(5, 4), torch.full((3,), -100), 0.1, 1.0, torch.float32)
    assert value.item() == 0


def test_frozen_embedding_gets_no_gradient_and_the_hidden_state_the_same():
    generator = torch.Generator().manual_seed(0)
    hidden = torch.randn(50, 16, generator=generator, requires_grad=True)
    embedding = torch.randn(30, 16, generator=generator)
    labels = torch.randint(0, 30, (50,), generator=generator)
    frozen, = torch.autograd.grad(FusedCrossEntropy.apply(hidden, embedding, labels, 0.1, 0.5, torch.float32), hidden)
    learning = embedding.clone().requires_grad_()
    assert torch.equal(frozen, torch.autograd.grad(FusedCrossEntropy.apply(hidden, learning, labels, 0.1, 0.5, torch.float32), hidden)[0])


@pytest.mark.parametrize("dtype, tolerance", [(torch.float32, 1e-5), (torch.bfloat16, 2e-2)])
def test_divergence_and_its_gradients_equal_pytorchs(dtype, tolerance):
    generator = torch.Generator().manual_seed(0)
    hidden = torch.randn(700, 64, generator=generator, requires_grad=True)
    embedding = torch.randn(1000, 64, generator=generator, requires_grad=True)
    teacher_hidden, teacher_embedding = torch.randn(700, 32, generator=generator), torch.randn(1000, 32, generator=generator)
    counted = torch.rand(700, generator=generator) > 0.2
    student = (hidden * 0.125 @ embedding.t()).log_softmax(-1)[counted]
    teacher = (teacher_hidden * 0.25 @ teacher_embedding.t()).log_softmax(-1)[counted]
    expected = torch.nn.functional.kl_div(student, teacher, log_target=True, reduction="batchmean")
    value = FusedDivergence.apply(hidden, embedding, 0.125, teacher_hidden, teacher_embedding, 0.25, counted, dtype)
    assert value.item() == pytest.approx(expected.item(), rel=tolerance)
    fused = torch.autograd.grad(3 * value, (hidden, embedding))
    for mine, theirs in zip(fused, torch.autograd.grad(3 * expected, (hidden, embedding))):
        assert (mine - theirs).norm() <= tolerance * theirs.norm()
