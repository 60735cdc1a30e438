package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One model: a decoder graph, and the encoder it reads sources with. Owns the decoder's session; the encoder is the
 * caller's, since two models may share it. Every {@link ModelDecoder} it hands out must be closed before both. One text
 * at a time.
 */
public final class OnnxModel implements Model, AutoCloseable {
    private final OnnxEnvironment environment;
    private final OnnxEncoder encoder;
    private final OnnxEncoder.Side side;
    private final OrtSession decoder;
    private final DecoderGraph graph;
    private final RunClock clock = new RunClock();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Loads the decoder graph and checks that its inputs and outputs are those of the pair format.
     *
     * @param side whose keys and values the encoder gives
     * @throws dev.biglittle.problem.Problem if the graph cannot be loaded or is not what the shape says
     */
    public OnnxModel(OnnxEncoder encoder, OnnxEncoder.Side side, Path decoderFile, DecoderShape shape,
                     ProviderStatus provider, int threads) {
        environment = OnnxEnvironment.get(threads);
        this.encoder = encoder;
        this.side = side;
        graph = new DecoderGraph(shape, side);
        decoder = Graphs.open(environment, decoderFile, provider, threads, graph.inputRanks(), graph.outputRanks());
    }

    @Override
    public ModelDecoder encode(int[] source) {
        try {
            return new OnnxDecoder(environment.ort(), decoder, graph, clock, encoder.encode(side, source));
        } catch (OrtException e) {
            throw Graphs.runFailed("encoder", e);
        }
    }

    /** Time spent in ONNX Runtime's calls of the decoder since the model was loaded, in nanoseconds. */
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

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                decoder.close();
            } catch (OrtException e) {
                throw Graphs.closeFailed(e);
            }
        }
    }
}
