"""
Writes the pair of random weights in 8-bit arithmetic that the Java tests check caches and the shared encoder with (it knows no language).

    python tests/write_tiny_pair.py ../src/test/resources/pairs/tiny-w8a8
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from checkpoints import make_checkpoint, make_tokenizer, share_encoder  # noqa: E402

from export_pair.cli import main  # noqa: E402

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        small = make_checkpoint(Path(folder) / "small", num_decoder_layers=1)
        large = make_checkpoint(Path(folder) / "large", seed=1)
        share_encoder(large, small)
        make_tokenizer(Path(folder) / "tokenizer.json")
        names = {"name": "Random weights", "source-language": "de", "target-language": "en", "licence": "Apache-2.0"}
        texts = Path(folder) / "texts"
        texts.write_text("".join("".join(f"piece{3 + (7 * i + j * j) % 94}" for j in range(20)) + "\n" for i in range(10)))
        paths = {"small": small, "large": large, "tokenizer": f"{folder}/tokenizer.json", "out": sys.argv[1], "calibration": texts}
        options = [f"--{key}={value}" for key, value in {**paths, **names, "weights": "w8a8"}.items()]
        sys.exit(main([*options, "--cuda", "--force"]))
