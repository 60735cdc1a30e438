"""A thin layer over onnx.helper: one ONNX graph that grows node by node."""

import shutil
from copy import copy

import numpy as np
import onnx
from onnx import helper, numpy_helper

MICROSOFT = "com.microsoft"
"""The domain of ONNX Runtime's own operators."""

OPSET = 20
IR_VERSION = 10
"""Both are older than the ONNX Runtime that runs the graphs (1.29), so that it surely knows them."""

EXTERNAL_ABOVE = 1 << 30
"""Bytes of weights above which a graph's go to a file of their own (a protobuf file ends at 2 GiB)."""


class Graph:
    """Nodes, inputs, outputs and stored arrays of one graph; values are handed around by name."""

    def __init__(self, name):
        self._name, self._prefix = name, ""
        self._nodes, self._inputs, self._outputs = [], [], []
        self._stored = {}
        self._computed = set()

    def branch(self, prefix):
        """The same graph, in which what is stored, computed and put out from now on has names with `prefix`."""
        branch = copy(self)
        branch._prefix = self._prefix + prefix
        return branch

    def known(self, name):
        """The value of this name if it is stored or computed already, else None."""
        name = self._prefix + name
        return name if name in self._stored or name in self._computed else None

    def input(self, name, element, shape):
        """Declares an input and returns its name; `element` is numpy's type, a text in `shape` names a free dimension."""
        self._inputs.append(_declared(name, element, shape))
        return name

    def output(self, name, element, shape):
        """Declares the value `name` as an output."""
        self._outputs.append(_declared(self._prefix + name, element, shape))

    def store(self, name, array):
        """Keeps an array in the file, once for each name, and returns the name."""
        name = self._prefix + name
        if name not in self._stored:
            self._stored[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def ints(self, *values):
        """An int64 vector."""
        return self.store(f"ints {values}", np.array(values, np.int64))

    def int(self, value):
        """An int64 scalar."""
        return self.store(f"int {value}", np.array(value, np.int64))

    def add(self, operator, *inputs, to=None, domain="", to_type=None, **attributes):
        """
        Appends a node and returns what it computes: `to`, one name or a list of names ("" leaves an output out);
        without `to` the node names its one output itself. `to_type` is Cast's attribute `to`.
        """
        label = f"{operator} {len(self._nodes)}"
        if to is not None:
            to = [name and self._prefix + name for name in to] if isinstance(to, list) else self._prefix + to
        outputs = to if isinstance(to, list) else [to or label]
        if to_type is not None:
            attributes["to"] = to_type
        self._nodes.append(helper.make_node(operator, inputs, outputs, name=label, domain=domain, **attributes))
        self._computed.update(outputs)
        return to or label

    def model(self, version):
        """The finished onnx.ModelProto; `version` is the exporter's."""
        stored = list(self._stored.values())
        graph = helper.make_graph(self._nodes, self._name, self._inputs, self._outputs, stored)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(
            graph, producer_name="export_pair", producer_version=version, ir_version=IR_VERSION, opset_imports=opsets
        )

    def save(self, path, version):
        """Writes the graph to `path`, many weights to a file beside it that ends in .data. protobuf itself tells no size above 2 GiB."""
        data, apart = path.with_suffix(".data"), sum(len(tensor.raw_data) for tensor in self._stored.values()) > EXTERNAL_ABOVE
        onnx.save_model(self.model(version), path, save_as_external_data=apart, location=data.name)
        if apart:
            shutil.copymode(path, data)  # onnx lets its owner alone read it


def _declared(name, element, shape):
    return helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(np.dtype(element)), shape)
