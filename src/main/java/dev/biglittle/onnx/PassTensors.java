package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.biglittle.decode.Predictions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * What goes into a pass over T tokens and what comes out of it, but for the caches: tensors over direct buffers, which ONNX
 * Runtime reads and writes where they lie, pass after pass.
 */
final class PassTensors implements AutoCloseable {
    private final int length;
    private final int top;
    private final LongBuffer ids;
    private final LongBuffer keep;
    private final LongBuffer topIds;
    private final FloatBuffer topProbabilities;
    private final FloatBuffer draftNll;
    private final OnnxTensor idsTensor;
    private final OnnxTensor keepTensor;
    private final Map<String, OnnxTensor> outputs;

    /**
     * @param length T
     * @param top    candidates the graph gives per position
     */
    PassTensors(OrtEnvironment environment, int length, int top) throws OrtException {
        this.length = length;
        this.top = top;
        ids = direct(length * Long.BYTES).asLongBuffer();
        keep = direct(Long.BYTES).asLongBuffer();
        topIds = direct(length * top * Long.BYTES).asLongBuffer();
        topProbabilities = direct(length * top * Float.BYTES).asFloatBuffer();
        draftNll = direct(length * Float.BYTES).asFloatBuffer();
        idsTensor = OnnxTensor.createTensor(environment, ids, new long[] {1, length});
        keepTensor = OnnxTensor.createTensor(environment, keep, new long[] {1});
        outputs = Map.of(
                DecoderGraph.TOP_IDS, OnnxTensor.createTensor(environment, topIds, new long[] {1, length, top}),
                DecoderGraph.TOP_PROBS,
                OnnxTensor.createTensor(environment, topProbabilities, new long[] {1, length, top}),
                DecoderGraph.DRAFT_NLL, OnnxTensor.createTensor(environment, draftNll, new long[] {1, length}));
    }

    /** Memory that ONNX Runtime can read and write where it lies. */
    static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /**
     * Sets the tokens to read, and how many cached positions stay before them. If there are fewer than T the last one is
     * repeated: what comes of it is not looked at, and the next keep cuts it off.
     */
    void write(int kept, int[] tokens) {
        keep.put(0, kept);
        for (int i = 0; i < length; i++) {
            ids.put(i, tokens[Math.min(i, tokens.length - 1)]);
        }
    }

    /** int64 [1,T]. */
    OnnxTensor ids() {
        return idsTensor;
    }

    /** Number of cached positions that stay, int64 [1]. */
    OnnxTensor keep() {
        return keepTensor;
    }

    /** Number of positions in the cache after the pass. */
    int positions() {
        return (int) keep.get(0) + length;
    }

    /** Candidates and distances by the graph's names: int64 [1,T,K], float [1,T,K] and [1,T]. */
    Map<String, OnnxTensor> outputs() {
        return outputs;
    }

    /** The first {@code size} predictions of the last pass. */
    Predictions read(int size) {
        int[] tokens = new int[size * top];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = (int) topIds.get(i);
        }
        float[] probabilities = new float[size * top];
        topProbabilities.get(0, probabilities);
        float[] distances = new float[size];
        draftNll.get(0, distances);
        return new Predictions(top, tokens, probabilities, distances);
    }

    @Override
    public void close() {
        outputs.values().forEach(OnnxTensor::close);
        keepTensor.close();
        idsTensor.close();
    }
}
