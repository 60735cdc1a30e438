package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;

/**
 * The decoder's keys and values of one text, and how a pass runs over them: each pass takes as past what the pass before
 * gave as present. Implementations differ in where the tensors lie in between. After a pass that failed, the cache is
 * what it was before.
 */
interface KeyValueCache extends AutoCloseable {
    /**
     * Runs the decoder graph once.
     *
     * @param tensors the tokens to read and how many cached positions stay; takes what is predicted
     */
    void pass(PassTensors tensors) throws OrtException;

    @Override
    void close();
}
