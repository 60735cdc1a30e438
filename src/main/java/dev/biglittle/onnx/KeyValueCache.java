package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.biglittle.decode.Predictions;

/**
 * The decoder's keys and values of one text, and how a pass runs over them: each pass takes as past what the pass before
 * gave as present. Implementations differ in where the tensors lie in between. After a pass that failed, the cache is
 * what it was before.
 */
interface KeyValueCache extends AutoCloseable {
    /**
     * Runs the decoder graph once.
     *
     * @param ids  the tokens to read, int64 [1,T]
     * @param keep how many cached positions stay, int64 [1]
     * @param size how many predictions are wanted, at most T
     */
    Predictions pass(OnnxTensor ids, OnnxTensor keep, int size) throws OrtException;

    @Override
    void close();
}
