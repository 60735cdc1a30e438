"""The one tokenizer of a pair: found, compared with the other model's, and made ready for the program."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from google.protobuf.message import DecodeError
from tokenizers import Tokenizer, processors

from export_pair.errors import ExportError, first_line, refuse_pointer

TOKENIZER = "tokenizer.json"
SENTENCEPIECE = "spiece.model"


@dataclass(frozen=True)
class Vocabulary:
    """`origin`: the file it came from; `text`: tokenizer.json's content; `tokens`: text by id; `unknown`: id or None."""

    origin: Path
    text: str
    tokens: dict
    unknown: int | None

    @property
    def size(self):
        return max(self.tokens) + 1

    def tokenizer(self):
        return Tokenizer.from_str(self.text)

    def ending(self, end_of_text):
        """The same with this token behind every text, as the models learnt to read them and the program takes for granted."""
        tokenizer = self.tokenizer()
        if not end_texts(tokenizer, end_of_text):
            return self
        content = json.loads(self.text) | {"post_processor": json.loads(tokenizer.to_str())["post_processor"]}
        return replace(self, text=_written(content))


def shared_vocabulary(folders, given=None):
    """
    The vocabulary of the checkpoints in `folders` and of the file `given`, as far as they have one.

    All must agree on every token, since one model's token ids are the other model's input.
    """
    files = [Path(given)] if given else []
    for folder in folders:
        files += [folder / name for name in (TOKENIZER, SENTENCEPIECE) if (folder / name).is_file()][:1]
    if not files:
        raise ExportError(f"Neither {' nor '.join(map(str, folders))} has a {TOKENIZER}; give one with --tokenizer.")
    first, *others = map(read_vocabulary, files)
    for other in others:
        _refuse_difference(first, other)
    return first


def read_vocabulary(file):
    """The vocabulary in a tokenizer.json or in SentencePiece's spiece.model."""
    try:
        refuse_pointer(file)
        text = file.read_text(encoding="utf-8") if file.name != SENTENCEPIECE else _converted(file)
        content = json.loads(text)
    except (OSError, ValueError, RuntimeError, DecodeError) as error:
        raise ExportError(f"{file} cannot be read ({first_line(error)}); give the tokenizer's intact file.") from error
    try:
        tokenizer = Tokenizer.from_str(text)
    except Exception as error:  # the library raises nothing more precise
        raise ExportError(f"{file} is no tokenizer in the HuggingFace format ({first_line(error)}); give a {TOKENIZER}.") from error
    tokens = {index: token for token, index in tokenizer.get_vocab(with_added_tokens=True).items()}
    if not tokens:
        raise ExportError(f"{file} has no tokens; give the tokenizer that the checkpoints were trained with.")
    # the program limits lengths itself, where it can say so: a tokenizer that cuts loses words in silence
    content["truncation"] = content["padding"] = None
    return Vocabulary(file, _written(content), tokens, _unknown(content, tokenizer))


def end_texts(tokenizer, end_of_text):
    """Makes the tokenizer put this token behind every text; False where it does already."""
    if tokenizer.encode("").ids[-1:] == [end_of_text]:  # any other text may have an unknown piece, which not every tokenizer can give
        return False
    end = {"id": "</s>", "ids": [end_of_text], "tokens": [tokenizer.id_to_token(end_of_text)]}
    ending = processors.TemplateProcessing(single="$A </s>", special_tokens=[end])
    former = tokenizer.post_processor
    tokenizer.post_processor = processors.Sequence([former, ending]) if former else ending
    return True


def _written(content):
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _converted(file):
    """tokenizer.json's content for a checkpoint that has SentencePiece's file only, as mT5's have."""
    from transformers import T5Tokenizer
    from transformers.convert_slow_tokenizer import import_protobuf

    class Converted(T5Tokenizer):
        def __init__(self, *arguments, _spm_precompiled_charsmap=None, **more):
            # a model that normalises nothing has an empty table, which the library takes for a damaged one
            super().__init__(*arguments, _spm_precompiled_charsmap=_spm_precompiled_charsmap or None, **more)

    proto = import_protobuf().ModelProto.FromString(file.read_bytes())
    _refuse_other_sentencepiece(file, proto)
    content = json.loads(Converted.from_pretrained(file.parent, local_files_only=True).backend_tokenizer.to_str())
    return json.dumps(_as_trained(content, proto))


def _refuse_other_sentencepiece(file, proto):
    trained, normalised = proto.trainer_spec, proto.normalizer_spec
    if not proto.pieces:
        raise ValueError("it holds no pieces")
    for wrong, what in (
        (trained.model_type != trained.UNIGRAM, "is of another type than Unigram"),
        (trained.treat_whitespace_as_suffix, "has its spaces behind the words"),
        (not normalised.remove_extra_whitespaces, "keeps every space"),
        (not normalised.escape_whitespaces, "keeps spaces as they are"),
    ):
        if wrong:
            raise ExportError(f"The SentencePiece model {file} {what}, which no T5 model does; put a {TOKENIZER} that does the same beside it.")


def _as_trained(content, proto):
    """The library's conversion with what SentencePiece's file says and the library takes for T5's: unknown piece, bytes and spaces."""
    trained, normalised = proto.trainer_spec, proto.normalizer_spec
    spaces = {
        "type": "Metaspace", "replacement": "▁", "split": trained.split_by_whitespace,
        "prepend_scheme": "always" if normalised.add_dummy_prefix else "never",
    }  # fmt: skip
    bytes_first = [{"type": "ByteFallback"}] if trained.byte_fallback else []
    # the library's table drops a second mark on a letter unless the letter and the first one are composed already
    composed = [{"type": "NFC"}] if "nfkc" in normalised.name else []
    table = [content["normalizer"]] if content["normalizer"] else []
    single = [{"type": "Replace", "pattern": {"Regex": pattern}, "content": text} for pattern, text in ((" +", " "), (r"\A | \z", ""))]
    content["model"] |= {"unk_id": trained.unk_id, "byte_fallback": trained.byte_fallback}
    content["normalizer"] = {"type": "Sequence", "normalizers": composed + table + single}
    content["pre_tokenizer"] = spaces
    content["decoder"] = {"type": "Sequence", "decoders": [*bytes_first, spaces]}
    return content


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
