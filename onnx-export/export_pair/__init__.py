"""Turns two T5 or mT5 checkpoints that share a vocabulary into a BigLittle pair folder."""

__version__ = "1.0.0"
