"""The one kind of failure that a user can mend."""


class ExportError(Exception):
    """Its text is one sentence that says what is wrong, where, and what to do."""


def first_line(error):
    """A library's message, short enough to stand inside a sentence."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(" .:") if lines else type(error).__name__


def refuse_pointer(file):
    """A clone without Git LFS has a few lines of text in place of each large file."""
    if not file.is_file():
        return
    with file.open("rb") as content:
        pointer = content.read(40).startswith(b"version https://git-lfs")
    if pointer:
        raise ExportError(f"{file} is a Git LFS pointer in place of the file itself; fetch the file by 'git lfs pull' or download it.")
