"""
Writes a pair's model card: every number in it is measured anew with the packaged program.

    python -m card --program ../target/biglittle/bin/biglittle --pair ../src/main/pairs/de-en --sets EVAL \\
                   --sets card/de-en --text card/de-en.md --out ../src/main/pairs/de-en/README.md
"""

import argparse
import json
import sys
from pathlib import Path

from card.program import Program, ProgramError
from card.scores import measure
from card.tables import example_table, preset_table, score_table, size_table, speed_table
from train.evaluate import find_sets
from train.prepare import EVERYDAY


def main():
    options = _options()
    try:
        _write(options)
    except (ProgramError, ValueError, OSError) as problem:
        sys.exit(f"card: {problem}")


def _write(options):
    description = json.loads((options.pair / "pair.json").read_text("utf-8"))
    program = Program(options.program, options.pair, options.threads)
    sets = find_sets(options.sets, description["sourceLanguage"], description["targetLanguage"])
    if EVERYDAY not in sets:
        raise ValueError(f"none of the folders {', '.join(map(str, options.sets))} holds the set {EVERYDAY}; "
                         "name the folder of the held-out everyday sentences with --sets as well")
    first = next((name for name in sets if name != EVERYDAY), None)
    if first is None:
        raise ValueError(f"the folders {', '.join(map(str, options.sets))} hold no set beside {EVERYDAY}; name one that does with --sets as well")
    runs = {name: measure(program, name, sources[:options.limit], references[:options.limit], description["presets"])
            for name, (sources, references) in sorted(sets.items())}
    languages = [description[side] for side in ("sourceLanguage", "targetLanguage")]
    speed = {name: program.evaluate(*(sets_file(options.sets, name, language) for language in languages),
                                    description["presets"], options.speed_limit) for name in (first, EVERYDAY)}
    everyday = runs[EVERYDAY]
    text = options.text.read_text("utf-8")
    for mark, table in {
        "size": size_table(options.pair, description),
        "presets": preset_table(description["presets"]),
        "scores": score_table(runs),
        "speed": speed_table(speed, options.speed_limit),
        "examples": example_table(sets[EVERYDAY][0], everyday, 20),
    }.items():
        text = text.replace("{" + mark + "}", table)
    options.out.write_text(text, "utf-8")
    print(score_table(runs) + "\n\n" + speed_table(speed, options.speed_limit))


def sets_file(folders, name, language):
    return next(path for folder in folders if (path := folder / f"{name}.{language}").exists())


def _options():
    parser = argparse.ArgumentParser(prog="python -m card", description=__doc__.strip().splitlines()[0])
    parser.add_argument("--program", required=True, type=Path, help="bin/biglittle of the packaged program")
    parser.add_argument("--pair", required=True, type=Path, help="the pair's folder")
    parser.add_argument("--sets", required=True, type=Path, action="append", help="folder of NAME.SOURCE and NAME.TARGET; may be repeated")
    parser.add_argument("--text", required=True, type=Path, help="the card's words, with {size}, {scores} and so on where tables go")
    parser.add_argument("--out", required=True, type=Path, help="the card to write")
    parser.add_argument("--limit", type=int, help="only the first so many sentences of each set")
    parser.add_argument("--speed-limit", type=int, default=200, help="sentences for the comparison of speed (default: 200)")
    parser.add_argument("--threads", type=int, default=1, help="threads of the program (default: 1)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
