package dev.biglittle.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.problem.Problem;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One model as two ONNX graphs. Owns their sessions; every {@link ModelDecoder} it hands out must be closed before it.
 * One text at a time.
 */
public final class OnnxModel implements Model, AutoCloseable {
    private final OnnxEnvironment environment;
    private final OrtSession encoder;
    private final OrtSession decoder;
    private final DecoderGraph graph;
    private final RunClock clock = new RunClock();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Loads both graphs and checks that their inputs and outputs are those of the pair format.
     *
     * @throws Problem if a graph cannot be loaded or is not what the shape says
     */
    public OnnxModel(Path encoderFile, Path decoderFile, DecoderShape shape, ProviderStatus provider, int threads) {
        environment = OnnxEnvironment.get(threads);
        graph = new DecoderGraph(shape);
        encoder = open(encoderFile, provider, threads);
        OrtSession second = null;
        try {
            second = open(decoderFile, provider, threads);
            check(encoderFile, encoder, Map.of("input_ids", 2), graph.crossRanks());
            check(decoderFile, second, graph.inputRanks(), graph.outputRanks());
        } catch (Problem e) {
            closeAfter(e, encoder);
            closeAfter(e, second);
            throw e;
        }
        decoder = second;
    }

    private OrtSession open(Path file, ProviderStatus provider, int threads) {
        try (OrtSession.SessionOptions options = environment.sessionOptions(provider, threads)) {
            return environment.ort().createSession(file.toString(), options);
        } catch (OrtException e) {
            throw new Problem("The graph " + file + " cannot be loaded: " + e.getMessage()
                    + ". Get a fresh copy of the pair, or export it again.", e);
        }
    }

    private static void check(Path file, OrtSession session, Map<String, Integer> inputs,
                              Map<String, Integer> outputs) {
        try {
            checkNodes(file, "input", session.getInputInfo(), inputs, true);
            checkNodes(file, "output", session.getOutputInfo(), outputs, false);
        } catch (OrtException e) {
            throw new Problem("The graph " + file + " cannot be inspected: " + e.getMessage() + ".", e);
        }
    }

    private static void checkNodes(Path file, String kind, Map<String, NodeInfo> found, Map<String, Integer> wanted,
                                   boolean exactly) {
        for (Map.Entry<String, Integer> want : wanted.entrySet()) {
            NodeInfo node = found.get(want.getKey());
            if (node == null || !(node.getInfo() instanceof TensorInfo tensor)
                    || tensor.getShape().length != want.getValue()) {
                throw new Problem("The graph " + file + " has no " + kind + " '" + want.getKey() + "' with "
                        + want.getValue() + " dimensions, so it is not a graph of this pair format;"
                        + " export the pair again.");
            }
        }
        if (exactly) {
            found.keySet().stream().filter(name -> !wanted.containsKey(name)).findFirst().ifPresent(name -> {
                throw new Problem("The graph " + file + " wants an " + kind + " '" + name
                        + "' that this pair format does not have; export the pair again.");
            });
        }
    }

    @Override
    public ModelDecoder encode(int[] source) {
        try (OnnxTensor ids = OnnxTensor.createTensor(environment.ort(), LongBuffer.wrap(toLongs(source)),
                new long[] {1, source.length})) {
            long begin = System.nanoTime();
            OrtSession.Result cross = encoder.run(Map.of("input_ids", ids));
            clock.add(System.nanoTime() - begin);
            return new OnnxDecoder(environment.ort(), decoder, graph, clock, cross);
        } catch (OrtException e) {
            throw runFailed("encoder", e);
        }
    }

    /** Time spent in ONNX Runtime's calls since the model was loaded, in nanoseconds. */
    public long runNanos() {
        return clock.nanos();
    }

    /**
     * Runs an empty text once, so that the first real one is not slower, and so that a device that cannot run the model
     * shows it now.
     */
    public void warmUp(int decoderStart, int endOfText) {
        try (ModelDecoder warm = encode(new int[] {endOfText})) {
            warm.read(0, new int[] {decoderStart});
        }
    }

    static Problem runFailed(String part, OrtException e) {
        return new Problem("The " + part + " failed on this text: " + e.getMessage()
                + ". Close other programs if memory is short; otherwise check the pair with 'biglittle pairs verify'.",
                e);
    }

    static long[] toLongs(int[] ids) {
        long[] longs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            longs[i] = ids[i];
        }
        return longs;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Problem failure = new Problem("A model could not be closed.");
            closeAfter(failure, encoder);
            closeAfter(failure, decoder);
            if (failure.getSuppressed().length > 0) {
                throw failure;
            }
        }
    }

    private static void closeAfter(Problem failure, OrtSession session) {
        if (session == null) {
            return;
        }
        try {
            session.close();
        } catch (OrtException e) {
            failure.addSuppressed(e);
        }
    }
}
