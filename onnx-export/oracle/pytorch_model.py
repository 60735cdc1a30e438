"""A checkpoint as a function from target tokens to log-probabilities."""

import torch
from transformers import AutoModelForSeq2SeqLM

from export_pair.weights import as_stored_in_int8


class PyTorchModel:
    """`vocabulary_size`: how many of the logits count; `rounded`: give the weights the values that int8 storage gives."""

    def __init__(self, folder, vocabulary_size, rounded=False):
        self.model = AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32).eval()
        self._vocabulary_size = vocabulary_size
        if rounded:
            arrays = {key: as_stored_in_int8(key, tensor.numpy()) for key, tensor in self.model.state_dict().items()}
            self.model.load_state_dict({key: torch.from_numpy(array) for key, array in arrays.items()})

    @torch.no_grad()
    def logs(self, source, target):
        """
        Log-probabilities float32 [len(target),V] of what follows each position of `target`, which starts with the
        decoder's start id; `source` ends with end-of-text.
        """
        logits = self.model(input_ids=torch.tensor([source]), decoder_input_ids=torch.tensor([target])).logits
        return logits[0, :, : self._vocabulary_size].log_softmax(-1).numpy()
