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

    def rectified(self, graph, states):
        """max(states, 0), to be handed to `times`."""
        return graph.add("Relu", states)


class Float16(Float32):
    """
    For graphics cards: matrices and their products in half precision. All else stays in floats, as do inputs and
    outputs: the sums of the layers outgrow half precision in large T5 models, and so does the last product of a
    feed-forward layer (transformers issue 5651, which keeps that matrix in floats as well).
    """

    name = "float16"
    OUTGROWS = ".DenseReluDense.wo"
    """How the names of the matrices end whose products stay in floats."""

    def matrix(self, graph, name, array):
        return graph.known(name) or graph.add("Cast", self._stored(graph, name, array), to=name, to_type=TensorProto.FLOAT)

    def times(self, graph, states, name, array):
        if name.endswith(self.OUTGROWS):
            return graph.add("FusedMatMul", states, graph.store(name, array), domain=MICROSOFT, transB=1)
        half = f"{states} in half precision"
        half = graph.known(half) or graph.add("Cast", states, to=half, to_type=TensorProto.FLOAT16)
        product = graph.add("FusedMatMul", half, self._stored(graph, name, array), domain=MICROSOFT, transB=1)
        return graph.add("Cast", product, to_type=TensorProto.FLOAT)

    @staticmethod
    def _stored(graph, name, array):
        return graph.store(f"{name}.float16", array.astype(np.float16))


class Int8(Float32):
    """
    Every matrix as 8-bit integers with one scale a row. ONNX Runtime turns them back into floats when it loads the
    graph, so the arithmetic, its speed and its exactness are those of float32; the file is a quarter as large.
    """

    name = "int8"

    def matrix(self, graph, name, array):
        if known := graph.known(name):
            return known
        values, scales = quantise(array)
        floats = graph.add("Cast", graph.store(f"{name}.int8", values), to_type=TensorProto.FLOAT)
        return graph.add("Mul", floats, graph.store(f"{name}.scale", scales), to=name)


class W8A8(Int8):
    """
    8-bit arithmetic: products of integers, summed exactly. The activations are rounded with one scale for each matrix,
    taken from `ranges` (name of the matrix -> (least, greatest) of the numbers it is multiplied by, see calibration),
    so no token's rounding depends on another token.

    Exact sums do not depend on how tokens are grouped; but attention stays in floats, which a call over one token adds
    in another order than a call over several, and a rounding that tips over makes a difference of a hundredth. Who runs
    these graphs and needs it exact gives every call at least two tokens (a single one twice, and cuts the second with
    `keep`), as the program does with the large model. Then what a token gives does not depend on its neighbours in the
    call, bit by bit.
    """

    name = "w8a8"
    LARGEST_WEIGHT = 64
    """
    Not 127: processors without VNNI add two products of an unsigned and a signed byte in 16 bits, which hold
    255 * 64 * 2 but not 255 * 127 * 2. So every processor gives the same sums.
    """

    def __init__(self, ranges):
        self._ranges = ranges
        self._rounded = {}
        self._rectified = set()

    def rectified(self, graph, states):
        """Nothing to do: bytes without a zero point end at 0."""
        self._rectified.add((graph, states))
        return states

    def times(self, graph, states, name, array):
        values, scales = quantise(array, self.LARGEST_WEIGHT)
        rounded, scale, zero = self._round(graph, states, name)
        return graph.add(
            "MatMulIntegerToFloat", rounded, graph.store(f"{name}.columns", values.T), scale,
            graph.store(f"{name}.scales", scales.ravel()), zero, domain=MICROSOFT,
        )  # fmt: skip

    def _round(self, graph, states, name):
        """The states as bytes, their scale and their zero point; once for all matrices that multiply them."""
        key = (graph, states)
        if key not in self._rounded:
            low, high = self._ranges[name]
            zero, scale = (0, high / 255) if key in self._rectified else (128, max(-low, high) / 127)
            scale = graph.store(f"{name}.step", np.float32(scale or 1))
            zero = graph.store(f"zero {zero}", np.uint8(zero))
            self._rounded[key] = graph.add("QuantizeLinear", states, scale, zero), scale, zero
        return self._rounded[key]


def quantise(matrix, largest_value=127):
    """float32 [rows, columns] -> int8 [rows, columns] up to the largest value and float32 scales [rows, 1]: values times scale."""
    largest = np.abs(matrix).max(axis=1, keepdims=True)
    scales = np.where(largest > 0, largest / largest_value, 1).astype(np.float32)
    return np.rint(matrix / scales).astype(np.int8), scales


def as_stored_in_int8(name, array):
    """What `Int8` makes of a checkpoint's tensor: rounded where it is a matrix of the graph, else as it is."""
    if array.ndim != 2 or "relative_attention_bias" in name:
        return array
    values, scales = quantise(array)
    return values * scales


WEIGHTS = {kind.name: kind for kind in (Float32, Int8, W8A8)}
