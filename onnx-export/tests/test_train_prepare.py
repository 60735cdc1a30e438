"""What may be trained on: nothing that is measured on, nothing broken, nothing twice."""
import random

import pytest

import train_sample
from train.clean import SideOfWords, fit, folded, tidy
from train.corpora import Pair, read_lines, read_pairs, read_parallel, read_weights, write_lines, weight
from train.overlap import Overlap
from train.prepare import Kept, _distinct, cleaned, prepare


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prepare")
    text, evaluation = train_sample.write(folder)
    prepare(text, evaluation, folder / "work", ("de", "en"), Kept(everyday=50, dev=20))
    return folder


def jaccard(a, b):
    a, b = set(folded(a).split()), set(folded(b).split())
    return len(a & b) / len(a | b)


@pytest.mark.parametrize("kept", ["eval/news", "work/tatoeba-heldout", "work/dev"])
@pytest.mark.parametrize("side, language", [(0, "de"), (1, "en")])
def test_no_measured_sentence_and_no_near_duplicate_is_trained_on(prepared, kept, side, language):
    trained = [pair[side + 1] for pair in read_pairs(prepared / "work/train.tsv")]
    measured = read_lines(prepared / f"{kept}.{language}")
    assert len(trained) > 500 and len(measured) >= 20
    assert max(jaccard(a, b) for a in trained for b in measured) < 0.8


def test_sample_holds_evaluation_sentences_so_that_there_was_something_to_find(prepared):
    raw = [p.source for p in read_pairs(prepared / "text.tsv")]
    for sentence in read_lines(prepared / "eval/news.de"):
        assert any(folded(other) == folded(sentence) for other in raw)
        assert any(0.8 <= jaccard(other, sentence) < 1 for other in raw)


def test_held_out_pairs_are_everyday_pairs_none_twice(prepared):
    everyday = {(p.source, p.target) for p in read_pairs(prepared / "text.tsv") if p.corpus == "tatoeba2018"}
    held_out = list(zip(read_lines(prepared / "work/tatoeba-heldout.de"), read_lines(prepared / "work/tatoeba-heldout.en")))
    assert set(held_out) <= everyday and len(set(held_out)) == 50


def test_preparation_is_the_same_every_time(prepared, tmp_path):
    prepare(prepared / "text.tsv", prepared / "eval", tmp_path, ("de", "en"), Kept(everyday=50, dev=20))
    for name in ("train.tsv", "dev.de", "tatoeba-heldout.en"):
        assert (tmp_path / name).read_bytes() == (prepared / "work" / name).read_bytes()


def test_overlap_finds_what_comparing_all_pairs_finds():
    sentences = [source for source, _ in train_sample.sentences()]
    kept = sentences[:60]
    asked = sentences[60:800] + [s for s, _ in train_sample.near_duplicates(train_sample.sentences()[:90])]
    index = Overlap(kept)
    expected = [max(jaccard(a, b) for b in kept) >= 0.8 for a in asked]
    assert [index.repeats(a) for a in asked] == expected and 0 < sum(expected) < len(asked)


@pytest.mark.parametrize("source, target", [
    ("Ein kurzer Satz.", "This sentence says far more than the short German one could ever have said, and then some."),
    ("Nicht übersetzt sondern einfach kopiert", "Nicht übersetzt sondern einfach kopiert"),
    ("Er wurde 1956 geboren.", "He was born in 1965."),
    ("{{ 0x3F }} :: [-1, 2]", "{{ 0x3F }} :: [-1, 2]"),
    ("Kaputte Kodierung: K\ufffdln", "Broken encoding: Cologne"),
    ("", "Nothing"),
])
def test_unfit_pairs_are_left_out(source, target):
    assert not fit(source, target)


def test_fit_pairs_stay():
    assert fit("Ich wohne seit 1998 in Köln.", "I have lived in Cologne since 1998.")
    assert fit("Es kostet 1.250 Euro.", "It costs 1,250 euros.")
    assert fit("Stopp!", "Stop it, please!")


def test_repeats_and_swapped_languages_are_dropped():
    text = [Pair("news", *p) for p in train_sample.sentences()[:500]]
    swapped = Pair("news", "The man buys the house today in haste.", "Der Mann kauft das Haus heute in Eile.")
    assert SideOfWords(text + [swapped]).swapped(swapped)
    assert cleaned(text + [swapped, Pair("other", text[0].source.lower(), text[0].target + "!")], "en") == text


@pytest.mark.parametrize("target, kept", [("en", '"Wort" - \'So\''), ("fr", "«Wort» - ‚So‘")])
def test_quotation_marks_are_made_english_where_english_is_written(target, kept):
    assert [(p.source, p.target) for p in cleaned([Pair("news", "„Satz“ hier", "«Wort» - ‚So‘")], target)] == [("„Satz“ hier", kept)]


@pytest.mark.parametrize("words", [["сто\u0301лы"], ["हिन्दी", "में"], ["e\u0323\u0301ko"]])
def test_a_letters_marks_are_part_of_its_word(words):
    assert len(folded(", ".join(words)).split()) == len(words)


def test_tidying_keeps_the_words():
    assert tidy("  Gru\u0308\u00ADße\u200b\u00a0an\talle ") == "Grüße an alle"


def test_first_matching_pattern_gives_the_weight():
    assert weight("mozilla_engagement") == 2 and weight("mozilla_lang") == 0.5 and weight("ms_cpp") < 0.2
    assert weight("anything", {"news*": 2}) == 1


def test_malformed_line_is_named(tmp_path):
    path = tmp_path / "text.tsv"
    path.write_text("news\tEins\tOne\nnews\tZwei\n")
    with pytest.raises(ValueError, match=r"text\.tsv:2: expected corpus, source and target"):
        list(read_pairs(path))


def test_a_table_of_weights_that_is_no_utf8_is_named(tmp_path):
    path = tmp_path / "weights.tsv"
    path.write_bytes("bücher\t2\n".encode("latin-1"))
    with pytest.raises(ValueError, match=r"weights\.tsv cannot be read as UTF-8 text"):
        read_weights(path)


def test_sides_of_different_lengths_are_refused(tmp_path):
    write_lines(tmp_path / "dev.de", ["Eins", "Zwei"])
    write_lines(tmp_path / "dev.en", ["One"])
    with pytest.raises(ValueError, match=r"dev has 2 lines in one language and 1 in the other"):
        read_parallel(tmp_path / "dev", "de", "en")


@pytest.mark.parametrize("size", [0, 2])
def test_as_many_pairs_are_drawn_as_were_asked_for(size):
    pairs = [Pair("news", f"Satz {word}", f"sentence {word}") for word in ("eins", "zwei", "drei")]
    assert len(_distinct(random.Random(1), pairs, size)) == size


def test_missing_evaluation_sets_are_refused(tmp_path):
    text, _ = train_sample.write(tmp_path)
    with pytest.raises(ValueError, match="evaluation sets"):
        prepare(text, tmp_path / "nowhere", tmp_path / "work", ("de", "en"))


def test_apart_everyday_pairs_are_unlike_everything_in_the_other_corpora(tmp_path):
    text, evaluation = train_sample.write(tmp_path)
    prepare(text, evaluation, tmp_path / "work", ("de", "en"), Kept(everyday_corpora="tatoeba*", apart=True, everyday=20, dev=20))
    others = [p for p in cleaned(list(read_pairs(text)), "en") if not p.corpus.startswith("tatoeba")]
    for side, language in (("source", "de"), ("target", "en")):
        kept = read_lines(tmp_path / f"work/tatoeba-heldout.{language}")
        assert len(kept) == 20
        assert max(jaccard(getattr(p, side), sentence) for p in others for sentence in kept) < 0.8
