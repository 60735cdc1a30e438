"""How a graph stores its matrices: as they are, or in 8 bits."""

import numpy as np
from onnx import TensorProto


class Float32:
    """Every matrix as it is. PyTorch's layout [outputs, inputs] stays, so that a tied head shares the embedding."""

    name = "float32"

    def matrix(self, graph, name, array):
        """The value that holds `array` (float32, 2 dimensions); the same value for the same name."""
        return graph.store(name, array)


class Int8(Float32):
    """
    Every matrix as 8-bit integers with one scale a row. ONNX Runtime turns them back into floats when it loads the
    graph, so the arithmetic, its speed and its exactness are those of float32; the file is a quarter as large.
    """

    name = "int8"

    def matrix(self, graph, name, array):
        if not graph.has(name):
            values, scales = quantise(array)
            floats = graph.add("Cast", graph.store(f"{name}.int8", values), to_type=TensorProto.FLOAT)
            graph.add("Mul", floats, graph.store(f"{name}.scale", scales), to=name)
        return name


def quantise(matrix):
    """float32 [rows, columns] -> int8 [rows, columns] in -127..127 and float32 scales [rows, 1]: values times scale."""
    largest = np.abs(matrix).max(axis=1, keepdims=True)
    scales = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    return np.rint(matrix / scales).astype(np.int8), scales


def as_stored_in_int8(name, array):
    """What `Int8` makes of a checkpoint's tensor: rounded where it is a matrix of the graph, else as it is."""
    if array.ndim != 2 or "relative_attention_bias" in name:
        return array
    values, scales = quantise(array)
    return values * scales


WEIGHTS = {kind.name: kind for kind in (Float32, Int8)}
