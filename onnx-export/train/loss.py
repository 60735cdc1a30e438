"""Label-smoothed cross-entropy without a full matrix of logits."""
import torch


class FusedCrossEntropy(torch.autograd.Function):
    """Mean label-smoothed cross-entropy of ``scale * hidden @ embedding^T`` against ``labels``.

    The logits live for one chunk of rows at a time, in forward, where their gradient is taken as well.
    hidden [N, d] float32; embedding [V, d] float32; labels [N] int64, negative = not counted. Matrix products run in
    ``dtype``: bfloat16 by default, as the rest of the training.
    """

    @staticmethod
    def forward(ctx, hidden, embedding, labels, smoothing, scale, dtype=torch.bfloat16, chunk=512):
        weight, size = embedding.to(dtype), embedding.shape[0]
        rows = (hidden * scale).to(dtype)
        counted = (labels >= 0)
        n = counted.sum().clamp(min=1)
        d_hidden = torch.empty_like(rows)
        d_embedding = torch.zeros_like(embedding) if ctx.needs_input_grad[1] else None
        total = torch.zeros((), device=hidden.device)
        for i in range(0, len(rows), chunk):
            part, mask = rows[i:i + chunk], counted[i:i + chunk]
            gold = labels[i:i + chunk].clamp(min=0)[:, None]
            logits = (part @ weight.t()).float()
            norm = logits.logsumexp(-1)
            gold_logit, mean_logit = logits.gather(1, gold).squeeze(1), logits.mean(-1)
            total += ((norm - (1 - smoothing) * gold_logit - smoothing * mean_logit) * mask).sum()
            # gradient of the loss with respect to the logits: softmax - smoothed labels, in place of the logits
            logits.sub_(norm[:, None]).exp_().sub_(smoothing / size)
            logits.scatter_add_(1, gold, torch.full_like(gold, -(1 - smoothing), dtype=logits.dtype))
            gradient = logits.mul_((mask / n)[:, None]).to(dtype)
            d_hidden[i:i + chunk] = gradient @ weight
            if d_embedding is not None:
                d_embedding += (gradient.t() @ part).float()
        ctx.save_for_backward(d_hidden, d_embedding)
        ctx.scale = scale
        return total / n

    @staticmethod
    def backward(ctx, upstream):
        d_hidden, d_embedding = ctx.saved_tensors
        d_embedding = None if d_embedding is None else d_embedding * upstream
        return d_hidden.float() * (ctx.scale * upstream), d_embedding, None, None, None, None, None


class FusedDivergence(torch.autograd.Function):
    """Mean divergence KL(teacher || student), in nats per counted row, of two models' next-piece distributions.

    The student's logits are ``scale * hidden @ embedding^T``, the teacher's likewise of ``teacher_hidden`` and
    ``teacher_embedding``; the teacher gets no gradient. hidden [N, d], teacher_hidden [N, e] float32; embedding [V, d],
    teacher_embedding [V, e] float32; counted [N] bool. Chunks and ``dtype`` as in :class:`FusedCrossEntropy`.
    """

    @staticmethod
    def forward(ctx, hidden, embedding, scale, teacher_hidden, teacher_embedding, teacher_scale, counted,
                dtype=torch.bfloat16, chunk=512):
        weight, teacher_weight = embedding.to(dtype), teacher_embedding.to(dtype)
        rows, teacher_rows = (hidden * scale).to(dtype), (teacher_hidden * teacher_scale).to(dtype)
        n = counted.sum().clamp(min=1)
        d_hidden = torch.empty_like(rows)
        d_embedding = torch.zeros_like(embedding) if ctx.needs_input_grad[1] else None
        total = torch.zeros((), device=hidden.device)
        for i in range(0, len(rows), chunk):
            part, mask = rows[i:i + chunk], counted[i:i + chunk]
            student = (part @ weight.t()).float().log_softmax(-1)
            teacher = (teacher_rows[i:i + chunk] @ teacher_weight.t()).float().log_softmax(-1)
            wanted = teacher.exp()
            total += ((wanted * teacher.sub_(student)).sum(-1) * mask).sum()
            gradient = student.exp_().sub_(wanted).mul_((mask / n)[:, None]).to(dtype)
            d_hidden[i:i + chunk] = gradient @ weight
            if d_embedding is not None:
                d_embedding += (gradient.t() @ part).float()
        ctx.save_for_backward(d_hidden, d_embedding)
        ctx.scale = scale
        return total / n

    @staticmethod
    def backward(ctx, upstream):
        d_hidden, d_embedding = ctx.saved_tensors
        d_embedding = None if d_embedding is None else d_embedding * upstream
        return d_hidden.float() * (ctx.scale * upstream), d_embedding, None, None, None, None, None, None, None
