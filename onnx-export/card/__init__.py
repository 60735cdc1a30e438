"""The model card of a pair, computed from the packaged program and evaluation sets."""
