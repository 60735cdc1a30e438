"""
Writes the graph whose weights fit into no memory (one number and four terabytes of zeros), with which the Java tests run
out of memory for real when a model is loaded.

    python tests/write_too_large_graph.py ../src/test/resources/pairs/too-large.onnx
"""

import sys

import onnx
from onnx import TensorProto, helper

if __name__ == "__main__":
    value = helper.make_tensor("weights", TensorProto.FLOAT, [1], [1.0])
    place = helper.make_tensor("place", TensorProto.INT64, [1], [0])
    weights = helper.make_sparse_tensor(value, place, [1 << 20, 1 << 20])
    inputs, outputs = ([helper.make_tensor_value_info(name, TensorProto.FLOAT, None)] for name in ("in", "out"))
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["in", "weights"], ["out"])], "too large", inputs, outputs, sparse_initializer=[weights]
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9), sys.argv[1])
