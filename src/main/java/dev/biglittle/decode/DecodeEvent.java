package dev.biglittle.decode;

import java.util.List;

/**
 * What happens while a text is written, in order. The window, the command line, evaluation and replay read this one
 * stream. Positions count target tokens from 0; the decoder-start token has none.
 */
public sealed interface DecodeEvent {
    /** A model has read the source; each model does so when it is first needed. */
    record Encoded(boolean large, int sourceTokens, Timing timing) implements DecodeEvent {
    }

    /** The small model wrote its best token at {@code position}. */
    record Drafted(int position, Candidates small, Timing timing) implements DecodeEvent {
    }

    /** The small model was too unsure: its best token is thrown away and the large model writes at {@code position}. */
    record FellBack(int position, Candidates small, Timing timing) implements DecodeEvent {
    }

    /**
     * The large model has run one pass. Entry i of both lists belongs to the draft at {@code position + i}; the lists
     * are empty if there was no draft. If a {@link RolledBack} follows, the entries after it were judged on a
     * beginning that no longer stands.
     */
    record Reviewed(int position, List<Float> distances, List<Candidates> large, Timing timing)
            implements DecodeEvent {
    }

    /**
     * The large model replaced the draft at {@code position} by its own best token.
     *
     * @param dropped  the drafts from {@code position} on, all gone now
     * @param distance of the first of them
     */
    record RolledBack(int position, List<Integer> dropped, float distance, Candidates large) implements DecodeEvent {
    }

    /** The large model wrote its best token at {@code position}. */
    record Written(int position, Origin origin, Candidates large) implements DecodeEvent {
    }

    /** The text is complete, or was cancelled. Always the last event. */
    record Finished(FinishReason reason, Statistics statistics) implements DecodeEvent {
    }
}
