"""The pieces that a model writes at all, where it need not know every one: the rare ones are the large model's."""

from collections import Counter

import numpy as np

from export_pair.errors import ExportError
from export_pair.texts import read_texts

BATCH = 10_000
"""Lines that are tokenized at once."""


def frequent_pieces(file, tokenizer, count, end_of_text):
    """The ids, ascending int64 [count], of the pieces most frequent in `file` (target language, one text a line), end-of-text among them."""
    lines, seen = read_texts(file, "target"), Counter()
    for start in range(0, len(lines), BATCH):
        for encoding in tokenizer.encode_batch_fast(lines[start : start + BATCH]):
            seen.update(encoding.ids)
    del seen[end_of_text]
    if len(seen) < count - 1:
        raise ExportError(f"{file} holds only {len(seen)} different pieces, fewer than {count}; give more text or a lower --small-pieces.")
    return np.array(sorted([end_of_text, *(piece for piece, _ in seen.most_common(count - 1))]), np.int64)
