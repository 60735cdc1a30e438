package dev.biglittle.app.timeline;

import dev.biglittle.app.marked.TokenAt;
import dev.biglittle.decode.Origin;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One model call on the timeline.
 *
 * @param start    nanoseconds from the start of the text
 * @param nanos    its length
 * @param read     tokens it read
 * @param sentence sentence number from 0
 * @param from     first target position that it wrote, thought of or judged
 * @param to       position after the last of them; {@code from} where there is none
 * @param gone     whether what it wrote was taken back later
 */
public record Span(Kind kind, long start, long nanos, int read, int sentence, int from, int to, boolean gone) {
    /** What the call came to. */
    public enum Kind {
        /** The small model reads the source. */
        SMALL_ENCODE(false, null),
        /** The large model reads the source. */
        LARGE_ENCODE(true, null),
        /** The small model writes a token. */
        DRAFT(false, Origin.SMALL),
        /** The small model is too unsure. */
        DOUBT(false, Origin.SMALL),
        /** The large model finds nothing to change and writes nothing. */
        REVIEW(true, null),
        /** The large model writes where the small one was unsure. */
        FALLBACK(true, Origin.FALLBACK),
        /** The large model writes after a full run of small tokens. */
        HAND_OVER(true, Origin.HAND_OVER),
        /** The large model replaces a draft. */
        ROLLBACK(true, Origin.ROLLBACK),
        /** The large model writes alone. */
        LARGE(true, Origin.LARGE);

        private final boolean large;
        private final Origin origin;

        Kind(boolean large, Origin origin) {
            this.large = large;
            this.origin = origin;
        }

        /** Whether it is the large model's work. */
        public boolean large() {
            return large;
        }

        /** Whose colours it bears; empty for neutral ones. */
        public Optional<Origin> origin() {
            return Optional.ofNullable(origin);
        }

        static Kind of(Origin origin) {
            return switch (origin) {
                case SMALL -> DRAFT;
                case FALLBACK -> FALLBACK;
                case HAND_OVER -> HAND_OVER;
                case ROLLBACK -> ROLLBACK;
                case LARGE -> LARGE;
            };
        }
    }

    public long end() {
        return start + nanos;
    }

    /** Whether it wrote, thought of or judged that token, or one that stood there before. */
    public boolean concerns(TokenAt token) {
        return token.sentence() == sentence && token.position() >= from && token.position() < to;
    }

    /** The tokens that it wrote, thought of or judged, or that took their place. */
    public Stream<TokenAt> tokens() {
        return IntStream.range(from, to).mapToObj(position -> new TokenAt(sentence, position));
    }

    Span cameTo(Kind outcome, int end) {
        return new Span(outcome, start, nanos, read, sentence, from, end, gone);
    }

    /** Its work was taken back at {@code position}, where another token stands now. */
    Span takenBackAt(int position) {
        return new Span(kind, start, nanos, read, sentence, position, position + 1, true);
    }
}
