package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Memory for what an encoder gives of one text at a time, used again for the next. */
final class CrossMemory implements AutoCloseable {
    /** Source tokens there is room for at first: most sentences are shorter. */
    private static final int FIRST_ROOM = 64;

    private final OrtEnvironment environment;
    private final List<DecoderGraph> readers;
    private final KeyValueTensors[] tensors;
    private final Map<String, OnnxTensor> outputs = new HashMap<>();

    /** @param readers the decoders whose keys and values the encoder gives */
    CrossMemory(OrtEnvironment environment, List<DecoderGraph> readers) {
        this.environment = environment;
        this.readers = readers;
        tensors = readers.stream().map(reader -> tensors(reader, FIRST_ROOM)).toArray(KeyValueTensors[]::new);
    }

    private KeyValueTensors tensors(DecoderGraph reader, int positions) {
        return new KeyValueTensors(environment, reader.shape(), positions);
    }

    /**
     * Where a run over so many source tokens may write: by the encoder's names of its outputs, float
     * [1, heads, length, headSize]. What the last run wrote is gone then.
     */
    Map<String, OnnxTensor> outputs(int length) throws OrtException {
        for (int i = 0; i < tensors.length; i++) {
            if (length > tensors[i].positions()) {
                // made before the other goes: there may be too little memory for it
                KeyValueTensors larger = tensors(readers.get(i), Math.max(length, 2 * tensors[i].positions()));
                tensors[i].close();
                tensors[i] = larger;
            }
            OnnxTensor[] ofLength = tensors[i].of(length);
            String[] names = readers.get(i).encoded();
            for (int j = 0; j < names.length; j++) {
                outputs.put(names[j], ofLength[j]);
            }
        }
        return outputs;
    }

    /** What the encoder's output of this name was written to. */
    OnnxTensor output(String name) {
        return outputs.get(name);
    }

    @Override
    public void close() {
        for (KeyValueTensors each : tensors) {
            each.close();
        }
    }
}
