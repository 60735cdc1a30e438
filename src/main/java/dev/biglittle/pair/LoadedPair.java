package dev.biglittle.pair;

import dev.biglittle.onnx.OnnxEncoder.Side;
import dev.biglittle.onnx.OnnxEnvironment;
import dev.biglittle.onnx.OnnxModel;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.ProviderStatus;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.text.TextTokenizer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** A pair ready to translate. Owns its models and tokenizer; close it when no text is being written any more. */
public final class LoadedPair implements AutoCloseable {
    private final PairDescription description;
    private final ProviderStatus provider;
    private final TextTokenizer tokenizer;
    private final PairEncoders encoders;
    private final OnnxModel small;
    private final OnnxModel large;

    private LoadedPair(PairDescription description, ProviderStatus provider, TextTokenizer tokenizer,
                       PairEncoders encoders, OnnxModel small, OnnxModel large) {
        this.description = description;
        this.provider = provider;
        this.tokenizer = tokenizer;
        this.encoders = encoders;
        this.small = small;
        this.large = large;
    }

    /**
     * Checks every file of the pair and loads it. Takes a second or two for a small pair.
     *
     * @throws Problem that says which file is wrong and what to do
     */
    public static LoadedPair load(Path folder, RuntimeSettings settings) {
        return load(folder, settings, share -> { });
    }

    private static LoadedPair load(Path folder, RuntimeSettings settings, DoubleConsumer progress) {
        PairDescription description = PairJson.read(folder);
        PairFiles files = new PairFiles(folder, description);
        files.verify(progress);
        return load(description, files, OnnxEnvironment.get(settings.threads())::resolve, settings);
    }

    /** @param computer what this computer has of what is chosen; the pair may not run on it all the same */
    static LoadedPair load(PairDescription description, PairFiles files,
                           Function<ProviderChoice, ProviderStatus> computer, RuntimeSettings settings) {
        // the pair's own reason first: whoever installed all that the computer lacks would still not use CUDA with it
        ProviderStatus provider = settings.provider() != ProviderChoice.CPU && !description.runsOnCuda()
                ? withoutGraphsForCuda(settings.provider()) : computer.apply(settings.provider());
        if (!provider.cuda()) {
            return open(description, files, provider, settings);
        }
        try {
            return open(description.onCuda(), files, provider, settings);
        } catch (Problem e) {
            // a card can be too small or too old, which shows only when the models are on it
            if (settings.provider() == ProviderChoice.CUDA) {
                throw Problem.of("cuda.demanded", e.explanation()).because(e);
            }
            return open(description, files, new ProviderStatus(false,
                    Explanation.of("cuda.pairRefuses", e.explanation())), settings);
        }
    }

    private static ProviderStatus withoutGraphsForCuda(ProviderChoice choice) {
        Explanation reason = Explanation.of("cuda.noGraphs");
        if (choice == ProviderChoice.CUDA) {
            throw Problem.of("cuda.demanded", reason);
        }
        return new ProviderStatus(false, reason);
    }

    private static LoadedPair open(PairDescription description, PairFiles files, ProviderStatus provider,
                                   RuntimeSettings settings) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            TextTokenizer tokenizer = TextTokenizer.load(files.resolve(description.tokenizer()));
            opened.push(tokenizer);
            PairEncoders encoders = PairEncoders.open(description, files, provider, settings);
            opened.push(encoders);
            OnnxModel small = new OnnxModel(encoders.together(encoders.small()), encoders.side(Side.SMALL),
                    files.resolve(description.small().decoder()), description.small().shape(), provider, settings);
            opened.push(small);
            OnnxModel large = new OnnxModel(encoders.together(encoders.large()), encoders.side(Side.LARGE),
                    files.resolve(description.large().decoder()), description.large().shape(), provider, settings);
            opened.push(large);
            small.warmUp(description.decoderStart(), description.endOfText());
            large.warmUp(description.decoderStart(), description.endOfText());
            return new LoadedPair(description, provider, tokenizer, encoders, small, large);
        } catch (RuntimeException | Error e) {
            // whatever it is: what is open holds native memory, of which warming up may have found too little
            opened.forEach(part -> closeAfter(e, part));
            throw e;
        }
    }

    private static void closeAfter(Throwable failure, AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Checks a pair as {@link #load} does, and the encoders that only a text by one model needs.
     *
     * @param progress told again and again which share of its bytes has been read, 0 to 1
     * @return its description
     * @throws Problem for the first thing that is wrong
     */
    static PairDescription verify(Path folder, DoubleConsumer progress) {
        try (LoadedPair pair = load(folder, RuntimeSettings.defaults(), progress)) {
            pair.encoders.small().get();
            pair.encoders.large().get();
            return pair.description();
        }
    }

    public PairDescription description() {
        return description;
    }

    /** What the models run on, and why. */
    public ProviderStatus provider() {
        return provider;
    }

    public TextTokenizer tokenizer() {
        return tokenizer;
    }

    /** Time spent in ONNX Runtime's calls since the pair was loaded, in nanoseconds. */
    public long runNanos() {
        return encoders.runNanos() + small.runNanos() + large.runNanos();
    }

    /** The small model as it works together with the large one. */
    public OnnxModel small() {
        return small;
    }

    /** The large model as it works together with the small one. */
    public OnnxModel large() {
        return large;
    }

    /** The small model for texts that it writes by itself: nothing is computed for the large one. */
    public OnnxModel.Alone smallAlone() {
        return small.alone(encoders.small());
    }

    /** The large model for texts that it writes by itself: nothing is computed for the small one. */
    public OnnxModel.Alone largeAlone() {
        return large.alone(encoders.large());
    }

    @Override
    public void close() {
        try (tokenizer; encoders; small; large) {
            // closed in reverse order, each even if another fails
        }
    }
}
