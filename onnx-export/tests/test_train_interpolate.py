"""Choosing among a model's own translations."""
from train.interpolate import LIKELIEST, chosen, nearest
from train.translations import INTERPOLATED


class Written:
    """A model that writes the same translations for every sentence."""

    def __init__(self, *candidates):
        self._candidates = list(candidates)

    def candidates(self, sentences, beams):
        return [self._candidates[:beams] for _ in sentences]


def test_the_candidate_nearest_to_the_reference_is_chosen():
    candidates = ["Tom is cheating.", "Tom is very smart.", "Tom is really smart."]
    assert nearest(candidates, "Tom is really clever.") == "Tom is really smart."


def test_of_equals_the_likeliest_is_chosen():
    assert nearest(["Nothing of it.", "Quite another."], "A sentence free from these words") == "Nothing of it."


def test_what_the_model_would_write_anyway_is_told_from_what_it_would_not():
    model = Written("A house.", "A home.")
    assert [p.corpus for p in chosen(model, {"Ein Haus.": "A house.", "Ein Heim.": "A home."}, beams=2)] == [LIKELIEST, INTERPOLATED]


def test_only_the_beams_asked_for_and_only_text_is_learned():
    model = Written("...", "A house.", "A home.")
    assert [p.target for p in chosen(model, {"Ein Heim.": "A home."}, beams=2)] == ["A house."]
    assert [p.target for p in chosen(model, {"Ein Heim.": "A home."}, beams=3)] == ["A home."]
    assert list(chosen(Written("..."), {"Ein Heim.": "A home."}, beams=2)) == []
