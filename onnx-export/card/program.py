"""The packaged program, driven as a user drives it."""

import json
import subprocess
import tempfile
from pathlib import Path


class ProgramError(Exception):
    """The program ended with an error; the message is its own sentence."""


class Program:
    """`biglittle` with one pair. `threads`: within one model call."""

    def __init__(self, path, pair, threads):
        self._start = [str(path.resolve())]
        self._with = ["--pair", str(pair), "--threads", str(threads), "--provider", "cpu"]

    def translate(self, sources, mode, preset=None):
        """One object of `translate --format json` per source, in order; `preset`: thresholds as in pair.json."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "sources"
            path.write_text("".join(line + "\n" for line in sources), "utf-8", newline="\n")
            output = self._run("translate", "--input", str(path), "--mode", mode, "--format", "json", *_thresholds(preset))
        written = [json.loads(line) for line in output.removesuffix("\n").split("\n")]
        if len(written) != len(sources):
            raise ProgramError(f"{len(sources)} sources gave {len(written)} translations; sources must not be empty lines")
        return written

    def evaluate(self, source, reference, presets, limit):
        """Preset name -> its measurement from `evaluate`, each beside the large model alone in the same run."""
        return {name: self._measured(source, reference, preset, limit) for name, preset in presets.items()}

    def _measured(self, source, reference, preset, limit):
        output = self._run("evaluate", "--source", str(source), "--reference", str(reference), "--limit", str(limit),
                           "--format", "json", *_thresholds(preset))
        return json.loads(output)["points"][-1]

    def _run(self, *arguments):
        done = subprocess.run([*self._start, *arguments, *self._with], capture_output=True, encoding="utf-8")
        if done.returncode != 0:
            raise ProgramError(done.stderr.strip() or f"the program ended with exit code {done.returncode}")
        return done.stdout


def _thresholds(preset):
    if preset is None:
        return []
    return ["--fallback", str(preset["fallback"]), "--rollback", str(preset["rollback"]), "--max-run", str(preset["maxRun"])]
