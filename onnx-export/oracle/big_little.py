"""
Big Little Decoder (arXiv 2302.07863, Algorithm 1), greedy, batch 1, written to be read beside the paper.

A model is a function from the text so far (token ids, the start id first) to the log-probabilities [T,V] of the token
after each of its T positions. Of equally likely tokens the one with the lowest id is the best.
"""

import math
from dataclasses import asdict, dataclass, field

import numpy as np


CONFIDENT = "confident"
"""Longest run of a policy whose runs end where the small model is not sure that all of its drafts stand."""


@dataclass(frozen=True)
class Policy:
    """
    fallback: a small token below this probability is thrown away, and the large model writes instead
    rollback: a draft further than this from the large model (-ln p, nats) is replaced by the large model's best token
    max_run: drafts after which the large model is called in any case, or CONFIDENT: it is called as soon as the small model's
    probabilities of the drafts, multiplied, are below `fallback`
    starts_large, verifies_end, continues_after_rollback: what the paper leaves open and its published code decides
    otherwise; the defaults are the program's
    """

    fallback: float
    rollback: float
    max_run: int | str = 10
    starts_large: bool = False
    verifies_end: bool = True
    continues_after_rollback: bool = False


def paper_code(fallback, rollback, max_run=10):
    return Policy(fallback, rollback, max_run, starts_large=True, verifies_end=False, continues_after_rollback=True)


@dataclass
class Token:
    """`probability` is the writing model's; `distance` (nats) is known of drafts that the large model has reviewed."""

    id: int
    origin: str
    probability: float
    distance: float | None = None


@dataclass
class Margins:
    """How close the closest decision was: small where another machine's rounding may decide otherwise; inf for none."""

    fallback: float = math.inf  # |p - fallback|
    rollback: float = math.inf  # |distance - rollback|, nats
    best: float = math.inf  # ln p of the best token less ln p of the second

    def note(self, **distances):
        for name, distance in distances.items():
            setattr(self, name, min(getattr(self, name), float(abs(distance))))

    def as_json(self):
        return {name: None if math.isinf(margin) else round(margin, 7) for name, margin in asdict(self).items()}


@dataclass
class Text:
    """The text being written, and what became of it."""

    start: int
    end: int
    limit: int  # tokens, end-of-text not counted
    tokens: list = field(default_factory=list)
    rolled_back: list = field(default_factory=list)
    margins: Margins = field(default_factory=Margins)

    def ids(self):
        return [self.start, *(token.id for token in self.tokens)]

    def finished(self):
        ended = bool(self.tokens) and self.tokens[-1].id == self.end
        return ended or len(self.tokens) >= self.limit

    def best(self, row):
        """The most likely token of log-probabilities [V], and its probability."""
        best = int(np.argmax(row))
        self.margins.note(best=row[best] - np.delete(row, best).max())
        return best, math.exp(row[best])

    def append(self, row, origin):
        best, probability = self.best(row)
        self.tokens.append(Token(best, origin, probability))


def write_alone(model, origin, text):
    """The greedy text of one model."""
    while not text.finished():
        text.append(model(text.ids())[-1], origin)


def write_together(small, large, policy, text):
    """Algorithm 1."""
    if policy.starts_large:
        text.append(large(text.ids())[-1], "large")
    reviewed = len(text.tokens)
    while not text.finished():
        row = small(text.ids())[-1]
        probability = math.exp(row.max())
        text.margins.note(fallback=probability - policy.fallback)
        if probability < policy.fallback:
            turn = "fallback"
        else:
            text.append(row, "small")
            if text.finished() and not policy.verifies_end:
                return
            if not text.finished() and not _is_full(policy, text, reviewed):
                continue
            turn = "hand-over"
        large_turn(large, policy, text, reviewed, turn)
        reviewed = len(text.tokens)


def _is_full(policy, text, reviewed):
    """Whether the run of drafts from position `reviewed` on is handed over."""
    run = text.tokens[reviewed:]
    if policy.max_run != CONFIDENT:
        return len(run) == policy.max_run
    confidence = math.prod(draft.probability for draft in run)
    text.margins.note(fallback=confidence - policy.fallback)
    return confidence < policy.fallback


def large_turn(large, policy, text, reviewed, turn):
    """The large model reviews the drafts from position `reviewed` on; if it keeps them all, it writes one token."""
    rows = large(text.ids())
    for position in range(reviewed, len(text.tokens)):
        draft, row = text.tokens[position], rows[position]
        draft.distance = -float(row[draft.id])
        if int(np.argmax(row)) != draft.id:
            text.margins.note(rollback=draft.distance - policy.rollback)
        if draft.distance > policy.rollback:
            best, probability = text.best(row)
            if best != draft.id:
                text.rolled_back.append({"at": position, "token": draft.id, "replacement": best})
                text.tokens[position:] = [Token(best, "rollback", probability)]
                if policy.continues_after_rollback and not text.finished():
                    text.append(large(text.ids())[-1], "large")
                return
    if not text.finished():
        text.append(rows[-1], turn)
