"""The oracle itself: branch by branch on scripted models, and its invariants on real arithmetic."""

import math

import numpy as np
import pytest
from checkpoints import VOCABULARY, make_checkpoint
from oracle.big_little import CONFIDENT, Policy, Text, paper_code, write_alone, write_together
from oracle.pytorch_model import PyTorchModel

START, END, A, B, C, D = range(6)


def scripted(predictions):
    """A model of 6 tokens that gives after each text (a tuple) what `predictions` says: token -> probability."""

    def row(text):
        given = predictions.get(text, {END: 0.99})
        rest = (1 - sum(given.values())) / (6 - len(given))
        return [math.log(given.get(token, rest)) for token in range(6)]

    return lambda ids: np.array([row(tuple(ids[1 : end + 1])) for end in range(len(ids))], np.float32)


def written(small, large, policy, limit=20):
    text = Text(START, END, limit)
    write_together(scripted(small), scripted(large), policy, text)
    return [(token.id, token.origin) for token in text.tokens], text


SURE = {(): {A: 0.9}, (A,): {B: 0.9}, (A, B): {C: 0.9}, (A, B, C): {END: 0.9}}
"""A model that writes A B C with confidence."""

DRAFTED = [(A, "small"), (B, "small"), (C, "small"), (END, "small")]


def test_a_sure_small_model_whose_drafts_the_large_one_shares_writes_everything():
    assert written(SURE, SURE, Policy(0.5, 3.0))[0] == DRAFTED


def test_an_unsure_small_token_is_thrown_away_and_the_large_model_writes():
    tokens, _ = written({**SURE, (A,): {D: 0.4}}, SURE, Policy(0.5, 3.0))
    assert tokens == [(A, "small"), (B, "fallback"), (C, "small"), (END, "small")]


def test_a_run_as_long_as_allowed_is_handed_over():
    tokens, _ = written(SURE, SURE, Policy(0.5, 3.0, max_run=2))
    assert tokens == [(A, "small"), (B, "small"), (C, "hand-over"), (END, "small")]


def test_a_confident_run_ends_where_the_small_model_is_not_sure_of_all_of_it():
    tokens, text = written(SURE, SURE, Policy(0.85, 3.0, max_run=CONFIDENT))
    assert tokens == [(A, "small"), (B, "small"), (C, "hand-over"), (END, "small")]
    assert text.margins.fallback == pytest.approx(0.85 - 0.9 * 0.9)


@pytest.mark.parametrize(
    ("position", "large", "expected"),
    [
        (0, {(): {B: 0.98, A: 0.01}, (B,): {END: 0.9}}, [(B, "rollback"), (END, "small")]),
        (1, {**SURE, (A,): {D: 0.98, B: 0.01}, (A, D): {END: 0.9}}, [(A, "small"), (D, "rollback"), (END, "small")]),
        (2, {**SURE, (A, B): {D: 0.98, C: 0.01}}, [*DRAFTED[:2], (D, "rollback"), (END, "small")]),
        (3, {**SURE, (A, B, C): {D: 0.98, END: 0.01}}, [*DRAFTED[:3], (D, "rollback"), (END, "small")]),
    ],
)
def test_the_first_draft_too_far_from_the_large_model_is_replaced_and_the_rest_dropped(position, large, expected):
    tokens, text = written(SURE, large, Policy(0.5, 3.0))
    assert tokens == expected
    assert text.rolled_back == [{"at": position, "token": DRAFTED[position][0], "replacement": expected[position][0]}]


def test_a_draft_within_the_distance_stays_although_the_large_model_would_write_another():
    tokens, text = written(SURE, {**SURE, (A,): {D: 0.9, B: 0.09}}, Policy(0.5, 3.0))
    assert tokens == DRAFTED
    assert text.tokens[1].distance == pytest.approx(-math.log(0.09))


def test_a_far_draft_that_is_the_large_models_best_token_too_stays():
    tokens, _ = written(SURE, {**SURE, (A,): {B: 0.2}}, Policy(0.5, 1.0))
    assert tokens == DRAFTED


def test_a_rollback_to_end_of_text_ends_the_text():
    tokens, _ = written(SURE, {**SURE, (A,): {END: 0.99}}, Policy(0.5, 3.0))
    assert tokens == [(A, "small"), (END, "rollback")]


def test_the_large_models_end_of_text_ends_the_text():
    tokens, _ = written({**SURE, (A,): {B: 0.1}}, {**SURE, (A,): {END: 0.9}}, Policy(0.5, 3.0))
    assert tokens == [(A, "small"), (END, "fallback")]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_at_its_limit_a_text_ends_after_its_last_drafts_are_reviewed(limit):
    tokens, text = written(SURE, SURE, Policy(0.5, 3.0), limit)
    assert tokens == DRAFTED[:limit]
    assert None not in [token.distance for token in text.tokens]


def test_a_rollback_at_the_limit_makes_room_to_write_on():
    large = {**SURE, (A,): {D: 0.98, B: 0.01}, (A, D): {C: 0.9}}
    tokens, _ = written({**SURE, (A, D): {C: 0.9}}, large, Policy(0.5, 3.0), limit=3)
    assert tokens == [(A, "small"), (D, "rollback"), (C, "small")]


def test_without_verification_the_limit_leaves_the_last_drafts_as_they_are():
    tokens, text = written(SURE, {(): {A: 0.9}}, paper_code(0.5, 3.0), limit=3)
    assert tokens == [(A, "large"), (B, "small"), (C, "small")]
    assert {token.distance for token in text.tokens} == {None}


def test_paper_code_starts_large_writes_on_after_a_rollback_and_believes_the_small_end_of_text():
    small = {(A,): {B: 0.9}, (A, B): {B: 0.9}, (A, B, B): {B: 0.1}, (A, D, A): {END: 0.9}}
    large = {(): {A: 0.9}, (A,): {D: 0.99}, (A, D): {A: 0.9}, (A, D, A): {C: 0.99}}
    tokens, _ = written(small, large, paper_code(0.5, 3.0))
    assert tokens == [(A, "large"), (D, "rollback"), (A, "large"), (END, "small")]


def test_margins_tell_how_close_the_closest_decisions_were():
    large = {**SURE, (A,): {D: 0.6, B: 0.3}}
    _, text = written({**SURE, (A, B): {C: 0.6, A: 0.3}}, large, Policy(0.5, 2.0))
    assert text.margins.fallback == pytest.approx(0.1)
    assert text.margins.rollback == pytest.approx(2 + math.log(0.3))
    assert text.margins.best == pytest.approx(math.log(2))


SOURCES = [[5, 80, 33, 7, 61, 1], [12, 90, 44, 3, 28, 71, 19, 1], [50, 66, 8, 21, 95, 40, 9, 9, 1]]


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    folders = [tmp_path_factory.mktemp(name) for name in ("small", "large")]
    shapes = {"feed_forward": "gated-gelu", "tied": False, "num_layers": 2, "num_decoder_layers": 2}
    return [PyTorchModel(make_checkpoint(folder, seed=seed, **shapes), VOCABULARY) for seed, folder in enumerate(folders)]


@pytest.mark.parametrize("source", SOURCES, ids=len)
@pytest.mark.parametrize(
    ("policy", "writer"),
    [
        (Policy(1.1, 3.0), "large"),
        (Policy(0.3, 0.0), "large"),
        (Policy(0.0, 0.0, max_run=4), "large"),
        (Policy(0.1, 0.0, max_run=CONFIDENT), "large"),
        (Policy(0.0, math.inf, max_run=1000, verifies_end=False), "small"),
    ],
    ids=str,
)
def test_extreme_thresholds_give_one_models_greedy_text(models, source, policy, writer):
    small, large = (lambda ids, model=model: model.logs(source, ids) for model in models)
    together, alone, other = (Text(0, 1, 25) for _ in range(3))
    write_together(small, large, policy, together)
    write_alone({"small": small, "large": large}[writer], writer, alone)
    write_alone({"small": large, "large": small}[writer], "other", other)
    assert together.ids() == alone.ids() != other.ids()
