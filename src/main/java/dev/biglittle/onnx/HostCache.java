package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
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
    public void pass(PassTensors tensors, OnnxTensor keep) throws OrtException {
        inputs.put(DecoderGraph.INPUT_IDS, tensors.ids());
        inputs.put(DecoderGraph.KEEP, keep);
        long begin = System.nanoTime();
        OrtSession.Result result = session.run(inputs, graph.presentSet(), tensors.outputs());
        clock.add(System.nanoTime() - begin);
        close();
        last = result;
        for (int i = 0; i < graph.past().length; i++) {
            inputs.put(graph.past()[i], tensor(result, graph.present()[i]));
        }
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
