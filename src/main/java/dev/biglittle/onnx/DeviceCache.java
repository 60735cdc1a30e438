package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.biglittle.decode.Predictions;

/**
 * The cache in the memory of the device that the model runs on: what a pass gives as present is bound as the past of the
 * next, and only candidates and distances come to main memory.
 */
final class DeviceCache implements KeyValueCache {
    private final BoundSession session;
    private final BindingApi api;
    private final DecoderGraph graph;
    private final RunClock clock;
    /** Room for what C functions give back: one or two pointers. */
    private final Memory out = new Memory(2L * Native.POINTER_SIZE);
    private final Pointer binding;

    /**
     * @param cross what the encoder gave; goes to the device once. Stays the caller's, as does
     * @param empty the cache before the first pass, of length 0
     */
    DeviceCache(BoundSession session, DecoderGraph graph, RunClock clock, CrossAttention cross, OnnxTensor empty)
            throws OrtException {
        this.session = session;
        this.api = session.api();
        this.graph = graph;
        this.clock = clock;
        api.call(api.createIoBinding, session.session(), out);
        binding = BindingApi.address(out);
        try {
            for (int i = 0; i < graph.cross().length; i++) {
                bindInput(graph.cross()[i], api.address(cross.tensor(graph.encoded()[i])));
            }
            for (String name : graph.past()) {
                bindInput(name, api.address(empty));
            }
        } catch (OrtException e) {
            close();
            throw e;
        }
    }

    @Override
    public Predictions pass(OnnxTensor ids, OnnxTensor keep, int size) throws OrtException {
        bindInput(DecoderGraph.INPUT_IDS, api.address(ids));
        bindInput(DecoderGraph.KEEP, api.address(keep));
        bindOutputs();
        api.call(api.synchronizeBoundInputs, binding);
        long begin = System.nanoTime();
        // null: the default options of a run
        api.call(api.runWithBinding, session.session(), null, binding);
        api.call(api.synchronizeBoundOutputs, binding);
        clock.add(System.nanoTime() - begin);
        try (BoundOutputs outputs = new BoundOutputs(api, binding, out)) {
            int caches = graph.present().length;
            Predictions predictions = predictions(outputs, caches, size);
            for (int i = 0; i < caches; i++) {
                bindInput(graph.past()[i], outputs.value(i));
            }
            return predictions;
        }
    }

    /** Anew for every pass, as a binding would write the next outputs over those of the last. */
    private void bindOutputs() throws OrtException {
        for (String name : graph.present()) {
            bindOutput(name, session.device());
        }
        bindOutput(DecoderGraph.TOP_IDS, session.host());
        bindOutput(DecoderGraph.TOP_PROBS, session.host());
        bindOutput(DecoderGraph.DRAFT_NLL, session.host());
    }

    private Predictions predictions(BoundOutputs outputs, int first, int size) throws OrtException {
        int top = graph.shape().top();
        long[] ids = outputs.data(first, out).getLongArray(0, size * top);
        int[] topIds = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            topIds[i] = (int) ids[i];
        }
        float[] probabilities = outputs.data(first + 1, out).getFloatArray(0, size * top);
        float[] draftNll = outputs.data(first + 2, out).getFloatArray(0, size);
        return new Predictions(top, topIds, probabilities, draftNll);
    }

    private void bindInput(String name, Pointer value) throws OrtException {
        api.call(api.bindInput, binding, session.name(name), value);
    }

    private void bindOutput(String name, Pointer place) throws OrtException {
        api.call(api.bindOutputToDevice, binding, session.name(name), place);
    }

    @Override
    public void close() {
        api.releaseIoBinding.invokeVoid(new Object[] {binding});
        out.close();
    }
}
