package dev.biglittle.translate;

import dev.biglittle.decode.BigLittleDecoder;
import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.FinishReason;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairDescription;
import dev.biglittle.text.Segment;
import dev.biglittle.text.SentenceSplitter;
import dev.biglittle.text.StreamingDetokenizer;
import dev.biglittle.text.TextTokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Translates texts of any length with one pair. One text at a time; the pair stays the caller's. */
public final class Translator {
    private final PairDescription pair;
    private final TextTokenizer tokenizer;
    private final BigLittleDecoder decoder;
    private final SentenceSplitter splitter;

    public Translator(LoadedPair loaded) {
        pair = loaded.description();
        tokenizer = loaded.tokenizer();
        decoder = new BigLittleDecoder(loaded.small(), loaded.large(), pair.decoderStart(), pair.endOfText());
        splitter = new SentenceSplitter(pair.sourceLanguage());
    }

    /**
     * Translates a text sentence by sentence.
     *
     * @param events    called on this thread
     * @param cancelled asked before every model call
     * @return the counts of all sentences; total time is the wall time of the whole
     */
    public Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events,
                                BooleanSupplier cancelled) {
        long start = System.nanoTime();
        List<Segment> sentences = splitter.split(text, s -> sourceTokens(s).length, pair.sourceTokenLimit());
        Statistics sum = Statistics.NONE;
        int end = 0;
        boolean stopped = false;
        for (int i = 0; i < sentences.size() && !stopped; i++) {
            Segment sentence = sentences.get(i);
            end = sentence.end();
            int[] tokens = sourceTokens(sentence.text());
            events.accept(new TranslationEvent.SentenceStarted(i, sentence.start(), end, sentence.before(),
                    sentence.text(), System.nanoTime() - start));
            Sentence writing = new Sentence(i, events);
            sum = sum.plus(decoder.decode(tokens, policy, pair.targetTokenLimit(), writing, cancelled));
            stopped = writing.cancelled;
        }
        Statistics total = sum.withTotal(System.nanoTime() - start);
        events.accept(new TranslationEvent.Finished(stopped, stopped ? "" : text.substring(end), total));
        return total;
    }

    private int[] sourceTokens(String sentence) {
        return tokenizer.encode(pair.sourcePrefix() + sentence);
    }

    /** Adds texts to the events of one sentence. */
    private final class Sentence implements Consumer<DecodeEvent> {
        private final int index;
        private final Consumer<TranslationEvent> events;
        private final StreamingDetokenizer detokenizer = new StreamingDetokenizer(tokenizer::decode);
        private boolean cancelled;

        Sentence(int index, Consumer<TranslationEvent> events) {
            this.index = index;
            this.events = events;
        }

        @Override
        public void accept(DecodeEvent event) {
            String piece = "";
            List<String> small = List.of();
            List<List<String>> large = List.of();
            if (event instanceof DecodeEvent.Drafted drafted) {
                piece = detokenizer.append(drafted.small().token());
                small = names(drafted.small());
            } else if (event instanceof DecodeEvent.FellBack fellBack) {
                small = names(fellBack.small());
            } else if (event instanceof DecodeEvent.Reviewed reviewed) {
                large = reviewed.large().stream().map(this::names).toList();
            } else if (event instanceof DecodeEvent.RolledBack back) {
                detokenizer.truncate(back.position());
                piece = detokenizer.append(back.large().token());
                large = List.of(names(back.large()));
            } else if (event instanceof DecodeEvent.Written written) {
                piece = detokenizer.append(written.large().token());
                large = List.of(names(written.large()));
            } else if (event instanceof DecodeEvent.Finished finished) {
                cancelled = finished.reason() == FinishReason.CANCELLED;
            }
            events.accept(new TranslationEvent.Step(index, event, piece, small, large));
        }

        private List<String> names(Candidates candidates) {
            return Arrays.stream(candidates.tokens())
                    .mapToObj(id -> id == pair.endOfText() ? END_OF_TEXT : tokenizer.name(id)).toList();
        }
    }

    /** How the end-of-text token is named among candidates. */
    public static final String END_OF_TEXT = "</s>";
}
