package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.biglittle.decode.Predictions;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The cache in main memory, where ONNX Runtime's Java API puts every output. On the CPU nothing is copied; on a graphics
 * card the cache travels there and back with every pass.
 */
final class HostCache implements KeyValueCache {
    private final OrtSession session;
    private final DecoderGraph graph;
    private final RunClock clock;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    /** The outputs of the last pass; they own the cache tensors among {@link #inputs}. */
    private OrtSession.Result last;

    /**
     * @param cross what the encoder gave; stays the caller's, as does
     * @param empty the cache before the first pass, of length 0
     */
    HostCache(OrtSession session, DecoderGraph graph, RunClock clock, CrossAttention cross, OnnxTensor empty) {
        this.session = session;
        this.graph = graph;
        this.clock = clock;
        for (int i = 0; i < graph.cross().length; i++) {
            inputs.put(graph.cross()[i], cross.tensor(graph.encoded()[i]));
        }
        for (String name : graph.past()) {
            inputs.put(name, empty);
        }
    }

    @Override
    public Predictions pass(OnnxTensor ids, OnnxTensor keep, int size) throws OrtException {
        inputs.put(DecoderGraph.INPUT_IDS, ids);
        inputs.put(DecoderGraph.KEEP, keep);
        long begin = System.nanoTime();
        OrtSession.Result result = session.run(inputs);
        clock.add(System.nanoTime() - begin);
        close();
        last = result;
        for (int i = 0; i < graph.past().length; i++) {
            inputs.put(graph.past()[i], tensor(result, graph.present()[i]));
        }
        return predictions(result, size);
    }

    private Predictions predictions(OrtSession.Result result, int size) {
        int top = graph.shape().top();
        LongBuffer ids = tensor(result, DecoderGraph.TOP_IDS).getLongBuffer();
        int[] topIds = new int[size * top];
        for (int i = 0; i < topIds.length; i++) {
            topIds[i] = (int) ids.get(i);
        }
        float[] probabilities = new float[size * top];
        tensor(result, DecoderGraph.TOP_PROBS).getFloatBuffer().get(probabilities);
        float[] draftNll = new float[size];
        tensor(result, DecoderGraph.DRAFT_NLL).getFloatBuffer().get(draftNll);
        return new Predictions(top, topIds, probabilities, draftNll);
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name)
                .orElseThrow(() -> new IllegalStateException("no output " + name + " although the graph was checked"));
    }

    @Override
    public void close() {
        if (last != null) {
            last.close();
            last = null;
        }
    }
}
