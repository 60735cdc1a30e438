"""The model card: scores are sacreBLEU's own, tables hold every way and every set, and errors are the program's sentences."""
import stat
import sys

import pytest
import sacrebleu

from card.__main__ import main
from card.program import Program, ProgramError
from card.scores import measure
from card.tables import example_table, score_table, speed_table
from train.evaluate import find_sets

PRESETS = {"balanced": {"fallback": 0.5, "rollback": 3.0, "maxRun": 10}}
# answers as `biglittle translate --format json` does: the source in capitals, as the mode has it
STAND_IN = """#!{python}
import json, sys
a = sys.argv
if a[a.index("--pair") + 1] == "broken":
    sys.exit("The pair is broken; get a fresh copy.")
mode = a[a.index("--mode") + 1]
for line in open(a[a.index("--input") + 1]):
    text = line.strip().upper() if mode == "small" else line.strip()
    print(json.dumps({{"translation": text, "stats": {{"targetTokens": 10, "fallbacks": 2, "rolledBackTokens": 1}}}}))
"""
SOURCES = ["the cat sat on the mat today", "a | b stands here"]
REFERENCES = ["the cat sat on the mat", "a | b stands there"]


@pytest.fixture
def program(tmp_path):
    path = tmp_path / "biglittle"
    path.write_text(STAND_IN.format(python=sys.executable))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_scores_are_sacrebleus_and_shares_are_per_token(program):
    scores = measure(Program(program, "pair", 1), "set", SOURCES, REFERENCES, PRESETS)
    assert list(scores) == ["large", "small", "balanced"]
    assert scores["large"].bleu == sacrebleu.corpus_bleu(SOURCES, [REFERENCES]).score > scores["small"].bleu
    assert scores["balanced"].chrf == sacrebleu.corpus_chrf(SOURCES, [REFERENCES]).score
    assert (scores["balanced"].fallbacks, scores["balanced"].rolled_back, scores["large"].fallbacks) == (0.2, 0.1, None)


def test_tables_name_sets_ways_and_signatures_and_keep_bars_in_texts(program):
    scores = measure(Program(program, "pair", 1), "set", SOURCES, REFERENCES, PRESETS)
    table = score_table({"news": scores})
    assert "| news (2) |" in table and "(20 %, 10 %)" in table and "tok:13a" in table and "nc:6" in table
    rows = example_table(SOURCES, scores, 2).split("\n")
    assert len(rows) == 4 and rows[3] == "| a \\| b stands here | a \\| b stands here | a \\| b stands here |"


def test_speed_is_told_for_every_set_and_preset():
    point = {"speedUp": 1.234, "score": 20.0, "tokensPerLargePass": 3.46}
    rows = speed_table({"news": {"fast": point}, "talk": {"fast": point | {"speedUp": 2.0}}}, 7).split("\n")
    assert rows[2:4] == ["| news | fast | 1.23 | 20.00 | 3.5 |", "| talk | fast | 2.00 | 20.00 | 3.5 |"] and "first 7 sentences" in rows[5]


def test_the_programs_own_sentence_is_passed_on(program):
    with pytest.raises(ProgramError, match="The pair is broken; get a fresh copy."):
        Program(program, "broken", 1).translate(SOURCES, "large")


def test_sets_that_are_too_few_are_refused_before_anything_is_measured(monkeypatch, tmp_path):
    for language in ("de", "en"):
        (tmp_path / f"tatoeba-heldout.{language}").write_text("one\n")
    (tmp_path / "pair.json").write_text('{"sourceLanguage": "de", "targetLanguage": "en", "presets": {}}')
    monkeypatch.setattr(sys, "argv", ["card", "--program", "no program", "--pair", str(tmp_path), "--sets", str(tmp_path), "--text", "x", "--out", "y"])
    with pytest.raises(SystemExit, match="hold no set beside tatoeba-heldout"):
        main()


def test_only_the_trainers_own_dev_sample_is_no_set(tmp_path):
    for folder in ("work", "mine"):
        (tmp_path / folder).mkdir()
        for name in ("dev.de", "dev.en", "test.de", "test.en"):
            (tmp_path / folder / name).write_text(folder + "\n")
    mine, work = tmp_path / "mine", tmp_path / "work"
    assert list(find_sets([mine], "de", "en")) == ["dev", "test"]
    assert find_sets([mine], "de", "en", work)["dev"][0] == ["mine"]
    assert list(find_sets([], "de", "en", work)) == ["test"]
