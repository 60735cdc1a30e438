package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Predictions;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A decoder session at work on one text. Owns the cross-attention keys and values and the cache: each pass takes the
 * tensors that the pass before gave, so nothing of a cache is copied on this side.
 */
final class OnnxDecoder implements ModelDecoder {
    private final OrtSession session;
    private final DecoderGraph graph;
    private final RunClock clock;
    private final CrossAttention cross;
    private final OnnxTensor emptyCache;
    private final StepInputs stepInputs;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    /** The outputs of the last pass; they own the cache tensors among {@link #inputs}. */
    private OrtSession.Result last;
    private int cached;

    /** Takes over {@code cross}. */
    OnnxDecoder(OrtEnvironment environment, OrtSession session, DecoderGraph graph, RunClock clock,
                CrossAttention cross) throws OrtException {
        this.session = session;
        this.graph = graph;
        this.clock = clock;
        this.cross = cross;
        try {
            emptyCache = OnnxTensor.createTensor(environment, FloatBuffer.allocate(0),
                    new long[] {1, graph.shape().heads(), 0, graph.shape().headSize()});
            stepInputs = new StepInputs(environment, graph.shape().leastTokens());
        } catch (OrtException e) {
            cross.close();
            throw e;
        }
        for (int i = 0; i < graph.cross().length; i++) {
            inputs.put(graph.cross()[i], cross.tensor(graph.encoded()[i]));
        }
        for (String name : graph.past()) {
            inputs.put(name, emptyCache);
        }
    }

    @Override
    public Predictions read(int keep, int[] tokens) {
        if (keep < 0 || keep > cached || tokens.length == 0) {
            throw new IllegalArgumentException("cannot keep " + keep + " of " + cached + " positions and read "
                    + tokens.length + " tokens");
        }
        try {
            inputs.put(DecoderGraph.INPUT_IDS, stepInputs.ids(tokens));
            inputs.put(DecoderGraph.KEEP, stepInputs.keep(keep));
            long begin = System.nanoTime();
            OrtSession.Result result = session.run(inputs);
            clock.add(System.nanoTime() - begin);
            if (last != null) {
                last.close();
            }
            last = result;
            for (int i = 0; i < graph.past().length; i++) {
                inputs.put(graph.past()[i], tensor(result, graph.present()[i]));
            }
            cached = keep + tokens.length;
            return predictions(result, tokens.length);
        } catch (OrtException e) {
            throw Graphs.runFailed("decoder", e);
        }
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
        }
        stepInputs.close();
        emptyCache.close();
        cross.close();
    }
}
