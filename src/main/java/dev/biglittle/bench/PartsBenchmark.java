package dev.biglittle.bench;

import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Policy;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairDescription;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import dev.biglittle.translate.Translator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls that a text is made of, each alone: both encoders, one step of either model in the middle of a text, and
 * large passes over several tokens.
 */
final class PartsBenchmark implements AutoCloseable {
    /** Longest pass measured: a full run of ten drafts, and a token or two the large model has not read yet. */
    private static final int LONGEST_PASS = 12;
    /** As steps follow one another in a text: a single one would be timed with what another model left in the caches. */
    private static final int CALLS = 5;
    /** The part that the others are compared with. */
    static final String LARGE_STEP = "large step";

    private final LoadedPair pair;
    private final int[] source;
    private final int[] target;
    private final int middle;
    private final ModelDecoder small;
    private final ModelDecoder large;

    PartsBenchmark(LoadedPair pair, String text) {
        this.pair = pair;
        PairDescription description = pair.description();
        List<Segment> sentences = new ArrayList<>();
        Transcript transcript = new Transcript();
        new Translator(pair).translate(text, Policy.largeAlone(), event -> {
            transcript.accept(event);
            if (event instanceof TranslationEvent.Planned planned) {
                sentences.addAll(planned.sentences());
            }
        }, () -> false);
        // no model reads more at once
        source = pair.tokenizer().encode(description.sourcePrefix() + sentences.stream().map(Segment::text)
                .max(Comparator.comparingInt(String::length)).orElseThrow());
        target = target(transcript);
        middle = Math.max(1, Math.min(target.length / 2, description.targetTokenLimit() - LONGEST_PASS));
        small = inTheMiddle(pair.small());
        large = inTheMiddle(pair.large());
    }

    /** Decoder start and the large model's translation, repeated until it is long enough. */
    private int[] target(Transcript transcript) {
        List<Integer> tokens = new ArrayList<>(List.of(pair.description().decoderStart()));
        tokens.addAll(transcript.tokens().stream().map(TokenRun::id).toList());
        for (int i = 0; tokens.size() < 2 * LONGEST_PASS; i++) {
            tokens.add(tokens.get(i));
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    private ModelDecoder inTheMiddle(Model model) {
        ModelDecoder decoder = model.encode(source);
        decoder.read(0, tokens(0, middle));
        return decoder;
    }

    private int[] tokens(int from, int count) {
        int[] tokens = new int[count];
        for (int i = 0; i < count; i++) {
            tokens[i] = target[(from + i) % target.length];
        }
        return tokens;
    }

    /** What is timed, by name. */
    Map<String, Rounds.Task> tasks() {
        Map<String, Rounds.Task> tasks = new LinkedHashMap<>();
        tasks.put("small encoder", encoder(pair.smallAlone()));
        tasks.put("large encoder", encoder(pair.largeAlone()));
        if (pair.description().sharedEncoder() != null) {
            tasks.put("encoder of both", encoder(pair.small()));
        }
        tasks.put("small step", pass(small, 1));
        tasks.put("small step over 2 tokens", pass(small, 2));
        tasks.put(LARGE_STEP, pass(large, 1));
        for (int count = 2; count <= LONGEST_PASS; count++) {
            tasks.put("large pass over " + count + " tokens", pass(large, count));
        }
        return tasks;
    }

    private Rounds.Task encoder(Model model) {
        // an encoder that both models share would give the second one that asks for the same array what the first one got
        return new Rounds.Task(CALLS, round -> model.encode(source.clone()).close());
    }

    private Rounds.Task pass(ModelDecoder decoder, int count) {
        int[] tokens = tokens(middle, count);
        return new Rounds.Task(CALLS, round -> decoder.read(middle, tokens));
    }

    int sourceTokens() {
        return source.length;
    }

    /** Target tokens that stand before the step or pass. */
    int targetTokens() {
        return middle;
    }

    @Override
    public void close() {
        try (small; large) {
            // both, even if one fails
        }
    }
}
