"""Trains a pair of translation models, a large and a small one with one vocabulary, from parallel text.

Run it with ``python -m train``; README.md beside this file walks through the steps.
"""
