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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Translates texts of any length with one pair. One text at a time; the pair stays the caller's. */
public final class Translator {
    private final PairDescription pair;
    private final TextTokenizer tokenizer;
    private final BigLittleDecoder together;
    private final BigLittleDecoder alone;
    private final SentenceSplitter splitter;

    public Translator(LoadedPair loaded) {
        pair = loaded.description();
        tokenizer = loaded.tokenizer();
        together = new BigLittleDecoder(loaded.small(), loaded.large(), pair.decoderStart(), pair.endOfText());
        alone = new BigLittleDecoder(loaded.smallAlone(), loaded.largeAlone(), pair.decoderStart(), pair.endOfText());
        splitter = new SentenceSplitter(pair.sourceLanguage());
    }

    /** Translates a text sentence by sentence, every one of them anew. */
    public Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events,
                                BooleanSupplier cancelled) {
        return translate(text, policy, SentenceMemory.none(), events, cancelled);
    }

    /**
     * Translates a text sentence by sentence.
     *
     * @param memory    sentences that need not be decoded again; takes those that are
     * @param events    called on this thread
     * @param cancelled asked before every model call, and while sentences are measured
     * @return the counts of all sentences; total time is the wall time of the whole, and for remembered sentences what
     *         they took when they were decoded
     */
    public Statistics translate(String text, Policy policy, SentenceMemory memory, Consumer<TranslationEvent> events,
                                BooleanSupplier cancelled) {
        long start = System.nanoTime();
        BigLittleDecoder decoder = policy.isAlone() ? alone : together;
        // tokenizing takes as long as half a step of a model: the tokens a sentence is measured by are those it is read as
        Map<String, int[]> measured = new HashMap<>();
        List<Segment> sentences = splitter.split(text, s -> {
            if (cancelled.getAsBoolean()) {
                // no model will read it: a long line must not be measured to its end
                return 0;
            }
            int[] tokens = measured.containsKey(s) ? measured.get(s) : sourceTokens(s);
            // what is too long will be cut, and read as other tokens
            if (tokens.length <= pair.sourceTokenLimit()) {
                measured.put(s, tokens);
            }
            return tokens.length;
        }, pair.sourceTokenLimit());
        events.accept(new TranslationEvent.Planned(List.copyOf(sentences)));
        Statistics sum = Statistics.NONE;
        int end = 0;
        boolean stopped = false;
        for (int i = 0; i < sentences.size() && !stopped; i++) {
            Segment sentence = sentences.get(i);
            end = sentence.end();
            SentenceMemory.Recording known = memory.find(sentence.text(), policy);
            events.accept(new TranslationEvent.SentenceStarted(i, sentence.start(), end, sentence.before(),
                    sentence.text(), System.nanoTime() - start, known != null));
            if (known != null) {
                known.play(i, events);
                sum = sum.plus(known.statistics());
                start -= known.statistics().totalNanos();
            } else {
                Sentence writing = new Sentence(i, events);
                int[] tokens = measured.remove(sentence.text());
                Statistics counted = decoder.decode(tokens != null ? tokens : sourceTokens(sentence.text()), policy,
                        pair.targetTokenLimit(), writing, cancelled);
                sum = sum.plus(counted);
                stopped = writing.cancelled;
                if (!stopped) {
                    memory.keep(sentence.text(), policy,
                            new SentenceMemory.Recording(List.copyOf(writing.steps), counted));
                }
            }
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
        private final List<TranslationEvent.Step> steps = new ArrayList<>();
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
            steps.add(new TranslationEvent.Step(index, event, piece, small, large));
            events.accept(steps.get(steps.size() - 1));
        }

        private List<String> names(Candidates candidates) {
            // no stream: this runs for every token, and setting one up took longer than the names
            String[] names = new String[candidates.tokens().length];
            for (int i = 0; i < names.length; i++) {
                int id = candidates.tokens()[i];
                names[i] = id == pair.endOfText() ? END_OF_TEXT : tokenizer.name(id);
            }
            return List.of(names);
        }
    }

    /** How the end-of-text token is named among candidates. */
    public static final String END_OF_TEXT = "</s>";
}
