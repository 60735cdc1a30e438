package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One model: a decoder graph, and the encoder it reads sources with. Owns the decoder's session; the encoder is the
 * caller's, since two models may share it. Every {@link ModelDecoder} it hands out must be closed before both. One text
 * at a time.
 */
public final class OnnxModel implements Model, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxModel.class);

    private final OnnxEncoder encoder;
    private final OnnxEncoder.Side side;
    private final DecoderShape shape;
    private final DecoderGraph graph;
    private final OrtSession decoder;
    private final PassMemory memory;
    /** Null if caches lie in main memory. */
    private final BoundSession bound;
    private final RunClock clock = new RunClock();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Loads the decoder graph and checks that its inputs and outputs are those of the pair format.
     *
     * @param side whose keys and values the encoder gives
     * @throws dev.biglittle.problem.Problem if the graph cannot be loaded or is not what the shape says
     */
    public OnnxModel(OnnxEncoder encoder, OnnxEncoder.Side side, Path decoderFile, DecoderShape shape,
                     ProviderStatus provider, RuntimeSettings settings) {
        OnnxEnvironment environment = OnnxEnvironment.get(settings.threads());
        this.encoder = encoder;
        this.side = side;
        this.shape = shape;
        graph = new DecoderGraph(shape, side);
        decoder = Graphs.open(environment, decoderFile, provider, settings.threads(), graph.inputShapes(),
                graph.outputShapes());
        try {
            memory = new PassMemory(environment.ort(), shape);
        } catch (OrtException e) {
            throw Graphs.closedAfter(Graphs.runFailed("decoder", e), decoder);
        }
        bound = settings.deviceCaches() ? boundOrNull(environment::bindingApi, decoder, provider) : null;
    }

    /** Caches in main memory do as well, only slower on a graphics card. */
    static BoundSession boundOrNull(Supplier<BindingApi> api, OrtSession session, ProviderStatus provider) {
        try {
            return new BoundSession(api.get(), session, provider.cuda());
        } catch (Problem e) {
            LOG.warn("{} They pass through main memory.", e.getMessage());
        } catch (OrtException e) {
            LOG.warn("The models' caches pass through main memory, because ONNX Runtime refuses the device's: {}.",
                    e.getMessage());
        }
        return null;
    }

    @Override
    public ModelDecoder encode(int[] source) {
        return encode(encoder, side, graph, source);
    }

    /**
     * This model where the other one of its pair is not asked: it reads sources with an encoder of its own instead of one
     * that computes for both. No text may be written by both at the same time.
     *
     * @param own stays the caller's, and open longer than this model
     */
    public Alone alone(Supplier<OnnxEncoder> own) {
        return new Alone(own);
    }

    /** See {@link OnnxModel#alone}. */
    public final class Alone implements Model {
        private final Supplier<OnnxEncoder> own;
        private final DecoderGraph ofOwn = new DecoderGraph(shape, OnnxEncoder.Side.ONLY);

        private Alone(Supplier<OnnxEncoder> own) {
            this.own = own;
        }

        @Override
        public ModelDecoder encode(int[] source) {
            return OnnxModel.this.encode(own.get(), OnnxEncoder.Side.ONLY, ofOwn, source);
        }
    }

    private ModelDecoder encode(OnnxEncoder encoder, OnnxEncoder.Side side, DecoderGraph graph, int[] source) {
        try {
            CrossAttention cross = encoder.encode(side, source);
            try {
                return new OnnxDecoder(memory, cross, emptyCache(graph, cross));
            } catch (OrtException | OutOfMemoryError e) {
                cross.close();
                throw e;
            }
        } catch (OrtException e) {
            throw Graphs.runFailed("encoder", e);
        }
    }

    private KeyValueCache emptyCache(DecoderGraph graph, CrossAttention cross) throws OrtException {
        return bound != null ? new DeviceCache(bound, graph, clock, cross, memory.emptyCache())
                : new HostCache(decoder, graph, clock, cross, memory);
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
            if (bound != null) {
                bound.close();
            }
            memory.close();
            try {
                decoder.close();
            } catch (OrtException e) {
                throw Graphs.closeFailed(e);
            }
        }
    }
}
