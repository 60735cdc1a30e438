package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Memory for what an encoder gives of one text at a time, used again for the next. */
final class CrossMemory implements AutoCloseable {
    private final List<DecoderGraph> readers;
    private final KeyValueTensors[] tensors;
    private final Map<String, OnnxTensor> outputs = new HashMap<>();

    /** @param readers the decoders whose keys and values the encoder gives */
    CrossMemory(OrtEnvironment environment, List<DecoderGraph> readers) {
        this.readers = readers;
        tensors = readers.stream().map(reader -> new KeyValueTensors(environment, reader.shape()))
                .toArray(KeyValueTensors[]::new);
    }

    /**
     * Where a run over so many source tokens may write: by the encoder's names of its outputs, float
     * [1, heads, length, headSize]. What the last run wrote is gone then.
     */
    Map<String, OnnxTensor> outputs(int length) throws OrtException {
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = tensors[i].withRoomFor(length);
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
