"""
A second, plain and slow implementation of what the program does, to check the program against.

It works on the PyTorch checkpoints, computes a full forward pass for every decision and keeps no cache.
"""
