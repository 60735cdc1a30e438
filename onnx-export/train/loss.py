"""Losses over the vocabulary without a full matrix of logits.

The logits live for one chunk of rows at a time, in forward, where their gradient is taken as well. Matrix products run in
``dtype``, see precision.py.
"""
from collections.abc import Callable

import torch


class FusedCrossEntropy(torch.autograd.Function):
    """Mean label-smoothed cross-entropy of ``scale * hidden @ embedding^T`` against ``labels``.

    hidden [N, d] float32; embedding [V, d] float32; labels [N] int64, negative = not counted.
    """

    @staticmethod
    def forward(ctx, hidden, embedding, labels, smoothing, scale, dtype, chunk=512):
        size = embedding.shape[0]

        def loss(logits, rows):
            gold = labels[rows].clamp(min=0)[:, None]
            norm = logits.logsumexp(-1)
            gold_logit, mean_logit = logits.gather(1, gold).squeeze(1), logits.mean(-1)
            # gradient of the loss with respect to the logits: softmax - smoothed labels, in place of the logits
            logits.sub_(norm[:, None]).exp_().sub_(smoothing / size)
            logits.scatter_add_(1, gold, torch.full_like(gold, -(1 - smoothing), dtype=logits.dtype))
            return norm - (1 - smoothing) * gold_logit - smoothing * mean_logit, logits

        return _mean(ctx, hidden, embedding, scale, labels >= 0, loss, dtype, chunk)

    @staticmethod
    def backward(ctx, upstream):
        return *_gradients(ctx, upstream), None, None, None, None, None


class FusedDivergence(torch.autograd.Function):
    """Mean divergence KL(teacher || student), in nats per counted row, of two models' next-piece distributions.

    The student's logits are ``scale * hidden @ embedding^T``, the teacher's likewise of ``teacher_hidden`` and
    ``teacher_embedding``; the teacher gets no gradient. hidden [N, d], teacher_hidden [N, e] float32; embedding [V, d],
    teacher_embedding [V, e] float32; counted [N] bool.
    """

    @staticmethod
    def forward(ctx, hidden, embedding, scale, teacher_hidden, teacher_embedding, teacher_scale, counted,
                dtype, chunk=512):
        teacher_weight, teacher_rows = teacher_embedding.to(dtype), (teacher_hidden * teacher_scale).to(dtype)

        def loss(logits, rows):
            student = logits.log_softmax(-1)
            teacher = (teacher_rows[rows] @ teacher_weight.t()).float().log_softmax(-1)
            wanted = teacher.exp()
            return (wanted * teacher.sub_(student)).sum(-1), student.exp_().sub_(wanted)

        return _mean(ctx, hidden, embedding, scale, counted, loss, dtype, chunk)

    @staticmethod
    def backward(ctx, upstream):
        return *_gradients(ctx, upstream), None, None, None, None, None, None, None


def _mean(ctx, hidden, embedding, scale, counted, loss: Callable, dtype, chunk) -> torch.Tensor:
    """Mean of ``loss`` over the counted rows; keeps its gradients in ``ctx``.

    loss: from the logits [n, V] float32 of a slice of rows and that slice to their losses [n] and these losses' gradient
    with respect to the logits [n, V].
    """
    weight, inputs = embedding.to(dtype), (hidden * scale).to(dtype)
    n = counted.sum().clamp(min=1)
    d_hidden = torch.empty_like(inputs)
    d_embedding = torch.zeros_like(embedding) if ctx.needs_input_grad[1] else None
    total = torch.zeros((), device=hidden.device)
    for i in range(0, len(inputs), chunk):
        rows = slice(i, i + chunk)
        part, mask = inputs[rows], counted[rows]
        values, gradient = loss((part @ weight.t()).float(), rows)
        total += (values * mask).sum()
        gradient = gradient.mul_((mask / n)[:, None]).to(dtype)
        d_hidden[rows] = gradient @ weight
        if d_embedding is not None:
            d_embedding += (gradient.t() @ part).float()
    ctx.save_for_backward(d_hidden, d_embedding)
    ctx.scale = scale
    return total / n


def _gradients(ctx, upstream) -> tuple[torch.Tensor, torch.Tensor | None]:
    """With respect to hidden and embedding, from what forward has kept; the embedding's is None where it is frozen."""
    d_hidden, d_embedding = ctx.saved_tensors
    return d_hidden.float() * (ctx.scale * upstream), None if d_embedding is None else d_embedding * upstream
