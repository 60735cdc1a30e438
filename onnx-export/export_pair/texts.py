"""Text files, one text a line."""

from export_pair.errors import ExportError


def read_texts(file, kind):
    """The lines of `file`; `kind`: what texts are wanted, for the message where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise ExportError(f"{file} cannot be read as UTF-8 text ({error}); give a file of {kind} texts, one a line.") from error
