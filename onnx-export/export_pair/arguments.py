"""Kinds of arguments that several commands take."""

import argparse

PIECES_WITHOUT_TEXT = "--small-pieces and --target-text go together: the pieces are those most frequent in that text"


def count(text):
    """A whole number above 0."""
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number above 0")
    return int(text)
