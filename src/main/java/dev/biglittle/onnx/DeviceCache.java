package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;

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
    public void pass(PassTensors tensors) throws OrtException {
        bindInput(DecoderGraph.INPUT_IDS, api.address(tensors.ids()));
        bindInput(DecoderGraph.KEEP, api.address(tensors.keep()));
        // anew for every pass, as a binding would write the next outputs over those of the last
        for (String name : graph.present()) {
            api.call(api.bindOutputToDevice, binding, session.name(name), session.device());
        }
        for (Map.Entry<String, OnnxTensor> output : tensors.outputs().entrySet()) {
            api.call(api.bindOutput, binding, session.name(output.getKey()), api.address(output.getValue()));
        }
        api.call(api.synchronizeBoundInputs, binding);
        long begin = System.nanoTime();
        // null: the default options of a run
        api.call(api.runWithBinding, session.session(), null, binding);
        api.call(api.synchronizeBoundOutputs, binding);
        clock.add(System.nanoTime() - begin);
        try (BoundOutputs outputs = new BoundOutputs(api, binding, out)) {
            // caches were bound first, so they come first
            for (int i = 0; i < graph.past().length; i++) {
                bindInput(graph.past()[i], outputs.value(i));
            }
        }
    }

    private void bindInput(String name, Pointer value) throws OrtException {
        api.call(api.bindInput, binding, session.name(name), value);
    }

    @Override
    public void close() {
        api.releaseIoBinding.invokeVoid(new Object[] {binding});
        out.close();
    }
}
