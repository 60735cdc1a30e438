package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An encoder graph: a source text's cross-attention keys and values, for one model or, where two models were trained on
 * the same encoder, for both of them in one run. One text at a time.
 */
public final class OnnxEncoder implements AutoCloseable {
    /** Whose keys and values a graph gives; the graph's outputs are named {@code cross.l.key} after this prefix. */
    public enum Side {
        /** Those of the one model the graph belongs to. */
        ONLY(""),
        /** Those of the small model, by an encoder that both share. */
        SMALL("small."),
        /** Those of the large model, by an encoder that both share. */
        LARGE("large.");

        private final String prefix;

        Side(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    private final OnnxEnvironment environment;
    private final OrtSession session;
    private final List<DecoderGraph> readers;
    /** Those that no text uses now. */
    private final Deque<CrossMemory> memories = new ArrayDeque<>();
    private final RunClock clock = new RunClock();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** What the last run gave, until the other model has taken its share; null if nothing waits. */
    private CrossAttention waiting;
    private int[] waitingSource;
    private Side waitingFor;

    private OnnxEncoder(Path file, List<DecoderGraph> readers, ProviderStatus provider, int threads) {
        this.readers = readers;
        environment = OnnxEnvironment.get(threads);
        Map<String, long[]> outputs = new HashMap<>();
        readers.forEach(reader -> outputs.putAll(reader.crossShapes()));
        session = Graphs.open(environment, file, provider, threads, Map.of("input_ids", new long[] {1, -1}), outputs);
    }

    /**
     * Loads a model's own encoder.
     *
     * @throws dev.biglittle.problem.Problem if the graph cannot be loaded or is not what the shape says
     */
    public static OnnxEncoder own(Path file, DecoderShape shape, ProviderStatus provider, int threads) {
        return new OnnxEncoder(file, List.of(new DecoderGraph(shape, Side.ONLY)), provider, threads);
    }

    /** Loads an encoder that serves both models. */
    public static OnnxEncoder shared(Path file, DecoderShape small, DecoderShape large, ProviderStatus provider,
                                     int threads) {
        return new OnnxEncoder(file, List.of(new DecoderGraph(small, Side.SMALL), new DecoderGraph(large, Side.LARGE)),
                provider, threads);
    }

    /**
     * The keys and values of one model. For a shared encoder the second model to ask for the same source (the same array)
     * gets what the first one's run gave; a third asking runs anew, so no text is ever cheaper for having been seen before.
     */
    CrossAttention encode(Side side, int[] source) throws OrtException {
        if (waiting != null && waitingSource == source && waitingFor == side) {
            CrossAttention taken = waiting;
            waiting = null;
            return taken;
        }
        forgetWaiting();
        CrossAttention cross = run(source);
        if (side != Side.ONLY) {
            waiting = cross.retain();
            waitingSource = source;
            waitingFor = side == Side.SMALL ? Side.LARGE : Side.SMALL;
        }
        return cross;
    }

    private CrossAttention run(int[] source) throws OrtException {
        CrossMemory memory = memories.isEmpty() ? new CrossMemory(environment.ort(), readers) : memories.pop();
        try (OnnxTensor ids = OnnxTensor.createTensor(environment.ort(), LongBuffer.wrap(Graphs.toLongs(source)),
                new long[] {1, source.length})) {
            Map<String, OnnxTensor> outputs = memory.outputs(source.length);
            long begin = System.nanoTime();
            OrtSession.Result result = session.run(Map.of("input_ids", ids), Set.of(), outputs);
            clock.add(System.nanoTime() - begin);
            result.close();
        } catch (OrtException | OutOfMemoryError e) {
            memories.push(memory);
            throw e;
        }
        return new CrossAttention(memory, memories::push);
    }

    private void forgetWaiting() {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }

    /** Time spent in ONNX Runtime's calls since the encoder was loaded, in nanoseconds. */
    public long runNanos() {
        return clock.nanos();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            forgetWaiting();
            memories.forEach(CrossMemory::close);
            try {
                session.close();
            } catch (OrtException e) {
                throw Graphs.closeFailed(e);
            }
        }
    }
}
