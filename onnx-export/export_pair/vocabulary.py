"""The one tokenizer of a pair: found, compared with the other model's, and made ready for the program."""

import json
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from export_pair.errors import ExportError

FILE = "tokenizer.json"


@dataclass(frozen=True)
class Vocabulary:
    """`origin`: the file it came from; `text`: the content of tokenizer.json; `tokens`: text by id; `unknown`: id or None."""

    origin: Path
    text: str
    tokens: dict
    unknown: int | None

    @property
    def size(self):
        return max(self.tokens) + 1


def shared_vocabulary(folders, given=None):
    """
    The vocabulary of the checkpoints in `folders` and of the file `given`, wherever there is one.

    They must agree on every token, since one model's token ids are the other model's input.
    """
    files = [Path(given)] if given else []
    files += [folder / FILE for folder in folders if (folder / FILE).is_file()]
    if not files:
        raise ExportError(f"Neither {' nor '.join(map(str, folders))} has a {FILE}; give one with --tokenizer.")
    first, *others = (read_vocabulary(file) for file in files)
    for other in others:
        _refuse_difference(first, other)
    return first


def read_vocabulary(file):
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        tokenizer = Tokenizer.from_str(json.dumps(content))
    except OSError as error:
        raise ExportError(f"{file} cannot be read ({error.strerror}); give the tokenizer as a readable file.") from error
    except Exception as error:  # tokenizers raises nothing more precise than Exception
        raise ExportError(f"{file} is not a tokenizer in the HuggingFace format ({error}); give a {FILE}.") from error
    # the program limits lengths itself, and cutting a text silently loses words
    content["truncation"] = content["padding"] = None
    tokens = {index: token for token, index in tokenizer.get_vocab(with_added_tokens=True).items()}
    return Vocabulary(file, json.dumps(content, ensure_ascii=False, indent=1), tokens, _unknown(content, tokenizer))


def _unknown(content, tokenizer):
    model = content["model"]
    if model.get("unk_id") is not None:
        return model["unk_id"]
    return tokenizer.token_to_id(model["unk_token"]) if model.get("unk_token") else None


def _refuse_difference(one, other):
    if one.tokens == other.tokens:
        return
    index = min(i for i in one.tokens.keys() | other.tokens.keys() if one.tokens.get(i) != other.tokens.get(i))
    raise ExportError(
        f"The vocabularies differ: token {index} is {_shown(one, index)} in {one.origin} "
        f"and {_shown(other, index)} in {other.origin}; a pair needs two checkpoints with one vocabulary."
    )


def _shown(vocabulary, index):
    return json.dumps(vocabulary.tokens[index], ensure_ascii=False) if index in vocabulary.tokens else "missing"
