package dev.biglittle.app.timeline;

import dev.biglittle.app.marked.TokenAt;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Timing;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Folds the event stream into model calls. One call runs at a time, so they are in order and do not overlap. */
public final class Timeline {
    private final List<Span> spans = new ArrayList<>();
    /** Index of the first call of each sentence. */
    private final List<Integer> sentences = new ArrayList<>();
    private long sentenceStart;

    public void accept(TranslationEvent event) {
        if (event instanceof TranslationEvent.SentenceStarted started) {
            sentences.add(spans.size());
            sentenceStart = started.startNanos();
        } else if (event instanceof TranslationEvent.Step step) {
            accept(step.event());
        }
    }

    private void accept(DecodeEvent event) {
        if (event instanceof DecodeEvent.Encoded encoded) {
            add(encoded.large() ? Span.Kind.LARGE_ENCODE : Span.Kind.SMALL_ENCODE, encoded.timing(), 0, 0);
        } else if (event instanceof DecodeEvent.Drafted drafted) {
            add(Span.Kind.DRAFT, drafted.timing(), drafted.position(), drafted.position() + 1);
        } else if (event instanceof DecodeEvent.FellBack fellBack) {
            add(Span.Kind.DOUBT, fellBack.timing(), fellBack.position(), fellBack.position() + 1);
        } else if (event instanceof DecodeEvent.Reviewed reviewed) {
            add(Span.Kind.REVIEW, reviewed.timing(), reviewed.position(),
                    reviewed.position() + reviewed.distances().size());
        } else if (event instanceof DecodeEvent.RolledBack back) {
            takeBack(back.position());
            lastCameTo(Span.Kind.ROLLBACK, back.position());
        } else if (event instanceof DecodeEvent.Written written) {
            lastCameTo(Span.Kind.of(written.origin()), written.position());
        }
    }

    private void add(Span.Kind kind, Timing timing, int from, int to) {
        spans.add(new Span(kind, sentenceStart + timing.startNanos(), timing.nanos(), timing.tokens(),
                sentences.size() - 1, from, to, false));
    }

    private void lastCameTo(Span.Kind outcome, int position) {
        int last = spans.size() - 1;
        spans.set(last, spans.get(last).cameTo(outcome, position + 1));
    }

    private void takeBack(int position) {
        int first = sentences.get(sentences.size() - 1);
        for (int i = spans.size() - 1; i >= first; i--) {
            Span span = spans.get(i);
            if (!span.kind().large() && span.to() > position) {
                spans.set(i, span.takenBackAt(position));
            }
        }
    }

    /** Forgets a sentence and all after it. */
    public void rewind(int sentence) {
        if (sentence < sentences.size()) {
            spans.subList(sentences.get(sentence), spans.size()).clear();
            sentences.subList(sentence, sentences.size()).clear();
        }
    }

    public List<Span> spans() {
        return Collections.unmodifiableList(spans);
    }

    /** Indices of the calls that wrote, thought of or judged a token. */
    public List<Integer> of(TokenAt token) {
        if (token.sentence() >= sentences.size()) {
            return List.of();
        }
        int first = sentences.get(token.sentence());
        int end = token.sentence() + 1 < sentences.size() ? sentences.get(token.sentence() + 1) : spans.size();
        return IntStream.range(first, end).filter(i -> spans.get(i).concerns(token)).boxed().toList();
    }

    /** Index of the first call that ends after a time; the number of calls if none does. */
    public int firstEndingAfter(double nanos) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() > nanos) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** When the last call ended; 0 if there is none. */
    public long end() {
        return spans.isEmpty() ? 0 : spans.get(spans.size() - 1).end();
    }
}
