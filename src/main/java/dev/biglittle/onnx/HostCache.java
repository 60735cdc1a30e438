package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The cache in main memory, in tensors that are there before the pass: for outputs that ONNX Runtime's Java API has to make,
 * it makes a Java object of each. On the CPU nothing is copied; on a graphics card the cache travels there and back with
 * every pass.
 */
final class HostCache implements KeyValueCache {
    private final OrtSession session;
    private final DecoderGraph graph;
    private final RunClock clock;
    private final PassMemory lender;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxTensor> outputs = new HashMap<>();
    /** Null once closed. */
    private CacheMemory memory;

    /**
     * @param cross  what the encoder gave; stays the caller's
     * @param lender of the cache's memory, which goes back to it in the end
     */
    HostCache(OrtSession session, DecoderGraph graph, RunClock clock, CrossAttention cross, PassMemory lender) {
        this.session = session;
        this.graph = graph;
        this.clock = clock;
        this.lender = lender;
        for (int i = 0; i < graph.cross().length; i++) {
            inputs.put(graph.cross()[i], cross.tensor(graph.encoded()[i]));
        }
        for (String name : graph.past()) {
            inputs.put(name, lender.emptyCache());
        }
        memory = lender.lendCache();
    }

    @Override
    public void pass(PassTensors tensors) throws OrtException {
        OnnxTensor[] present = memory.present(tensors.positions());
        inputs.put(DecoderGraph.INPUT_IDS, tensors.ids());
        inputs.put(DecoderGraph.KEEP, tensors.keep());
        outputs.putAll(tensors.outputs());
        put(graph.present(), present, outputs);
        long begin = System.nanoTime();
        OrtSession.Result result = session.run(inputs, Set.of(), outputs);
        clock.add(System.nanoTime() - begin);
        result.close();
        memory.turn();
        put(graph.past(), present, inputs);
    }

    private static void put(String[] names, OnnxTensor[] tensors, Map<String, OnnxTensor> map) {
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], tensors[i]);
        }
    }

    @Override
    public void close() {
        if (memory != null) {
            lender.takeBack(memory);
            memory = null;
        }
    }
}
