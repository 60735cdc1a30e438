"""One Unigram tokenizer with byte fallback for both models of a pair."""
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

from export_pair.errors import first_line
from export_pair.vocabulary import end_texts

PAD, END, UNKNOWN = 0, 1, 2
SPECIAL = ["<pad>", "</s>", "<unk>"]
BYTES = [f"<0x{b:02X}>" for b in range(256)]
# A character outside this share of the text is spelt in bytes instead of taking a place in the vocabulary.
COVERAGE = 0.9999
# Everything but letters, their marks, apostrophes and hyphens stands alone, digits too: numbers are then copied digit
# by digit, and no learned piece can look like a byte piece. A space before it ("▁") stays with it.
_ALONE = r"▁?[^\p{L}\p{M}▁'’\-]"

# Invisible format characters (soft hyphens, zero-width marks), which clean.py takes out of the training text, and control
# characters other than white space, whose sentences it leaves out: a model that met one as bytes would write nonsense.
_UNSEEN = r"\p{Cf}|[^\P{Cc}\s]"

# The Unigram trainer proposes a string only if it is followed by two different characters somewhere, so that a word
# which nothing ever continues ("don't", " 2") could never be a piece. Each frequent word is therefore also shown once
# with this letter behind it; pieces with the letter are dropped.
_FOLLOWER = "ꙮ"
_FREQUENT = 20


def train_tokenizer(texts: Iterable[str], size: int = 8192) -> Tokenizer:
    """Learns ``size`` pieces: <pad>=0, </s>=1, <unk>=2, the 256 bytes, then the learned ones.

    White space is folded to single spaces and what no reader sees is dropped; apart from that, decoding gives the NFC text back.
    """
    texts = list(texts)
    common = _common_characters(texts)
    if size < (least := len(SPECIAL) + len(BYTES) + len(common)):
        raise ValueError(f"a vocabulary of {size} pieces has no room for the {len(common)} characters of the text beside {len(SPECIAL)} special pieces and "
                         f"{len(BYTES)} bytes; ask for {least} or more")
    texts = [text for text in texts if common.issuperset(text)]
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(_UNSEEN), ""),
                                                 normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()])
    words = _frequent_words(texts, _pre_tokenizer(_ALONE))
    tokenizer.pre_tokenizer = _pre_tokenizer(_ALONE + f"{_FOLLOWER}?")
    trainer = trainers.UnigramTrainer(vocab_size=size, special_tokens=SPECIAL, unk_token=SPECIAL[UNKNOWN],
                                      max_piece_length=16, show_progress=False)
    tokenizer.train_from_iterator(texts + [word + _FOLLOWER for word in words], trainer)
    tokenizer.pre_tokenizer = _pre_tokenizer(_ALONE)
    return _with_bytes(tokenizer, size)


def _pre_tokenizer(alone: str) -> pre_tokenizers.PreTokenizer:
    return pre_tokenizers.Sequence([pre_tokenizers.Metaspace(), pre_tokenizers.Split(Regex(alone), "isolated")])


def _common_characters(texts: list[str]) -> set[str]:
    count = Counter()
    for text in texts:
        count.update(text)
    common, left = set(), COVERAGE * count.total()
    for c, n in count.most_common():
        if left <= 0:
            break
        common.add(c)
        left -= n
    return common


def _frequent_words(texts: list[str], pre_tokenizer: pre_tokenizers.PreTokenizer) -> list[str]:
    count = Counter()
    for text in texts:
        count.update(text.split())
    pieces = Counter()
    for word, n in count.items():
        for piece, _ in pre_tokenizer.pre_tokenize_str(word):
            pieces[piece.removeprefix("▁")] += n
    return sorted(piece for piece, n in pieces.items() if piece and n >= _FREQUENT)


def _with_bytes(tokenizer: Tokenizer, size: int) -> Tokenizer:
    """The trainer knows no byte pieces: they are put in behind the special ones, and the pieces are cut to ``size``."""
    data = json.loads(tokenizer.to_str())
    model = data["model"]
    special, learned = model["vocab"][:len(SPECIAL)], model["vocab"][len(SPECIAL):]
    learned = [entry for entry in learned if _FOLLOWER not in entry[0]]
    if [piece for piece, _ in special] != SPECIAL:
        raise AssertionError(f"the trainer put {special} first instead of {SPECIAL}")
    if len(learned) < size - len(SPECIAL) - len(BYTES):
        raise ValueError(f"the text yields only {len(learned)} pieces; ask for a vocabulary of at most "
                         f"{len(learned) + len(SPECIAL) + len(BYTES)} or give more text")
    single = [entry for entry in learned if len(entry[0]) == 1]
    longer = [entry for entry in learned if len(entry[0]) > 1][:size - len(SPECIAL) - len(BYTES) - len(single)]
    kept = sorted(single + longer, key=lambda entry: -entry[1])
    lowest = kept[-1][1]
    model["vocab"] = special + [[b, lowest] for b in BYTES] + kept
    model["byte_fallback"] = True
    tokenizer = _falling_back(data)
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[(SPECIAL[END], END)])
    return tokenizer


def read_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer in a ``tokenizer.json``, of which it neither cuts nor pads a text."""
    try:
        tokenizer = Tokenizer.from_str(path.read_text("utf-8"))
    except FileNotFoundError:
        raise FileNotFoundError(f"{path} is missing; 'tokenizer' writes it into WORK") from None
    except Exception as problem:      # the library raises nothing more precise
        raise ValueError(f"{path} is no tokenizer in the HuggingFace format ({first_line(problem)}); give its intact file") from problem
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def adopted(path: Path) -> Tokenizer:
    """Another model's tokenizer, with what this recipe needs: bytes for unknown characters and the end behind every text."""
    tokenizer = read_tokenizer(path)
    if tokenizer.token_to_id(SPECIAL[END]) != END:
        raise ValueError(f"{path} does not have {SPECIAL[END]} as its piece {END}, with which this recipe's models end a text; give the tokenizer of a T5 model")
    tokenizer = with_byte_fallback(tokenizer)
    end_texts(tokenizer, END)
    return tokenizer


def with_byte_fallback(tokenizer: Tokenizer) -> Tokenizer:
    """A Unigram tokenizer that lost unknown characters, with the 256 bytes put in behind its pieces (their ids stay)."""
    data = json.loads(tokenizer.to_str())
    model = data["model"]
    if model["type"] != "Unigram":
        raise ValueError(f"the tokenizer is of type {model['type']}; only Unigram tokenizers can be given bytes to fall back to")
    if not model["byte_fallback"]:
        lowest = min(score for _, score in model["vocab"])
        model["vocab"] += [[b, lowest] for b in BYTES]
        model["byte_fallback"] = True
    return _falling_back(data)


def _falling_back(data: dict) -> Tokenizer:
    tokenizer = Tokenizer.from_str(json.dumps(data))
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace()])
    return tokenizer
