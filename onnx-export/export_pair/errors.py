"""The one kind of failure that a user can mend."""


class ExportError(Exception):
    """Its text is one sentence that says what is wrong, where, and what to do."""


def first_line(error):
    """A library's message, short enough to stand inside a sentence."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(" .:") if lines else type(error).__name__
