package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;

/** The tensors that one run of an encoder gave. They live until everyone who holds them has closed them. */
final class CrossAttention implements AutoCloseable {
    private final OrtSession.Result result;
    private int holders = 1;

    CrossAttention(OrtSession.Result result) {
        this.result = result;
    }

    OnnxTensor tensor(String name) {
        return (OnnxTensor) result.get(name)
                .orElseThrow(() -> new IllegalStateException("no output " + name + " although the graph was checked"));
    }

    /** One more holder, who closes this too. */
    CrossAttention retain() {
        holders++;
        return this;
    }

    @Override
    public void close() {
        holders--;
        if (holders == 0) {
            result.close();
        }
    }
}
