"""How a graph stores its matrices and multiplies by them: in floats, or in 8 bits."""

import numpy as np
from onnx import TensorProto

from export_pair.graph import MICROSOFT


class Float32:
    """Every matrix as it is. PyTorch's layout [outputs, inputs] stays, so that a tied head shares the embedding."""

    name = "float32"

    def matrix(self, graph, name, array):
        """The value that holds `array` (float32, 2 dimensions); the same value for the same name."""
        return graph.store(name, array)

    def times(self, graph, states, name, array):
        """float [1,tokens,inputs] times the transposed matrix `array` [outputs,inputs]"""
        return graph.add("FusedMatMul", states, self.matrix(graph, name, array), domain=MICROSOFT, transB=1)


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


class W8A8(Int8):
    """
    8-bit arithmetic: weights and activations are rounded in blocks of 32 numbers along a row, so no token's rounding
    depends on another token. Still a call over one token adds in another order than a call over several, and a rounding
    that tips over makes a difference of a hundredth: who runs these graphs gives every call at least two tokens (a
    single one twice, and cuts the second with `keep`). Then what a token gives does not depend on its neighbours in the
    call, bit by bit. Blocks of 32 only: with larger ones that does not hold.
    """

    name = "w8a8"
    BLOCK = 32

    def times(self, graph, states, name, array):
        outputs, inputs = array.shape
        blocks = -(-inputs // self.BLOCK)
        padded = np.zeros((outputs, blocks * self.BLOCK), np.float32)
        padded[:, :inputs] = array
        values, scales = quantise(padded.reshape(-1, self.BLOCK))
        unsigned = (values.astype(np.int16) + 128).astype(np.uint8)  # the operator's own zero point
        return graph.add(
            "MatMulNBits", states, graph.store(f"{name}.blocks", unsigned.reshape(outputs, blocks, self.BLOCK)),
            graph.store(f"{name}.scales", scales.reshape(outputs, blocks)), domain=MICROSOFT, K=inputs, N=outputs, bits=8,
            block_size=self.BLOCK, accuracy_level=4,
        )  # fmt: skip


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


WEIGHTS = {kind.name: kind for kind in (Float32, Int8, W8A8)}
