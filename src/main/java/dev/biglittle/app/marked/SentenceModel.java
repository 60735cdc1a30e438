package dev.biglittle.app.marked;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.FinishReason;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import dev.biglittle.text.Segment;
import dev.biglittle.text.SentenceSplitter;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One sentence of the translation as it grows. */
public final class SentenceModel {
    /** How long rolled-back text stays in sight before it goes. */
    public static final long GHOST_NANOS = 1_200_000_000L;

    private final Transcript transcript = new Transcript();
    /** When each ghost goes, by the index of the token that took its place. */
    private final Map<Integer, Long> ghostEnds = new HashMap<>();
    /** How it is written; null where nobody can say any more. */
    private Policy policy;
    /** The sentence in its place before, which is shown until there is something else to show; null for none. */
    private SentenceModel predecessor;
    private int index;
    private Segment segment;
    private int lineBreaks;
    /** What is drawn before its first word. */
    private String indent;
    private String tail = "";
    private int rolledBackTokens;
    private boolean complete;

    /**
     * @param segment     the sentence in the source
     * @param policy      how it is written
     * @param predecessor shown until the first token comes; null for none
     */
    SentenceModel(int index, Segment segment, Policy policy, SentenceModel predecessor) {
        this.policy = policy;
        this.predecessor = predecessor == null || predecessor.hasTokens() ? predecessor : predecessor.predecessor;
        moveTo(index, segment);
    }

    /** The source was edited elsewhere; this sentence is the same, but may stand in another place. */
    final void moveTo(int newIndex, Segment newSegment) {
        index = newIndex;
        segment = newSegment;
        String before = newSegment.before().replace("\r\n", "\n");
        int lastBreak = -1;
        int breaks = 0;
        // lines without words that stand before it are drawn as the beginning of its first one
        for (int i = 0; i < before.length() && SentenceSplitter.isSpace(before.charAt(i)); i++) {
            if (isBreak(before.charAt(i))) {
                lastBreak = i;
                breaks++;
            }
        }
        lineBreaks = breaks;
        indent = before.substring(lastBreak + 1);
    }

    private static boolean isBreak(char c) {
        return "\n\r\u2028\u2029\u0085".indexOf(c) >= 0;
    }

    /** Whether this is, whole, what that policy would write for that sentence at that place. */
    boolean shows(Segment other, int otherIndex, Policy otherPolicy) {
        return complete && policy != null && policy.equals(otherPolicy) && segment.text().equals(other.text())
                && segment.before().equals(other.before()) && (index == 0) == (otherIndex == 0);
    }

    /** Another pair would write something else. */
    void disown() {
        policy = null;
    }

    /** The same sentence with nothing written yet. */
    SentenceModel anew() {
        return new SentenceModel(index, segment, policy, null);
    }

    void begin(TranslationEvent.SentenceStarted start) {
        transcript.accept(start);
    }

    /** @param now nanoseconds */
    void accept(TranslationEvent.Step step, long now) {
        transcript.accept(step);
        if (step.event() instanceof DecodeEvent.RolledBack back) {
            ghostEnds.put(transcript.tokens().size() - 1, now + GHOST_NANOS);
            rolledBackTokens += back.dropped().size();
        } else if (step.event() instanceof DecodeEvent.Finished finished) {
            complete = finished.reason() != FinishReason.CANCELLED;
        }
        if (hasTokens() || complete) {
            predecessor = null;
        }
    }

    /** What is copied behind the last sentence is drawn where its end-of-text token stands; says whether that changes anything. */
    boolean endWith(String copied) {
        String former = tail;
        tail = copied.stripTrailing();
        return !tail.equals(former);
    }

    /** Whether all its tokens are there. */
    boolean isComplete() {
        return complete;
    }

    private boolean hasTokens() {
        return !transcript.tokens().isEmpty();
    }

    /** Whether there is something to show. */
    boolean hasContent() {
        return hasTokens() || predecessor != null;
    }

    /** Stops showing what stood here before, and says whether it did. */
    boolean dropPredecessor() {
        boolean shown = predecessor != null;
        predecessor = null;
        return shown;
    }

    /** Lets the ghosts go whose time has come, and says whether there were any. */
    boolean dropGhosts(long now) {
        return ghostEnds.values().removeIf(end -> end <= now);
    }

    boolean hasGhosts() {
        return !ghostEnds.isEmpty();
    }

    /**
     * What is shown, in reading order.
     *
     * @param keepGhosts whether rolled-back text stays for good
     */
    public List<TextRun> runs(boolean keepGhosts) {
        if (predecessor != null) {
            return predecessor.runs(keepGhosts);
        }
        List<TokenRun> tokens = transcript.tokens();
        List<TextRun> runs = new ArrayList<>(tokens.size());
        int last = tokens.size() - 1;
        boolean ends = last >= 0 && tokens.get(last).text().isEmpty();
        for (int i = 0; i <= last; i++) {
            TokenRun token = tokens.get(i);
            if (!token.replaced().isEmpty() && (keepGhosts || ghostEnds.containsKey(i))) {
                runs.add(run(i, token.replaced(), true, runs.isEmpty()));
            }
            if (i < last || !ends) {
                runs.add(run(i, token.written(), false, runs.isEmpty()));
            }
        }
        // where the end-of-text token stands; a sentence cut off at the greatest length has none
        if (ends || last >= 0 && complete && !tail.isEmpty()) {
            runs.add(new TextRun(tail, false, tokens.get(last), last, tail.length()));
        }
        return runs;
    }

    /** @param first whether it is the first that is drawn of the sentence */
    private TextRun run(int i, String text, boolean ghost, boolean first) {
        TokenRun token = transcript.tokens().get(i);
        if (i > 0) {
            return new TextRun(text, ghost, token, i);
        }
        boolean copies = startsLine() || !indent.isBlank();
        String before = copies ? first ? indent : "" : indent.isEmpty() ? "" : " ";
        return new TextRun(before + text.stripLeading(), ghost, token, i, before.stripTrailing().length());
    }

    /** How many tokens each writer has in the sentence, end-of-text left out. */
    Map<Origin, Integer> counts() {
        Map<Origin, Integer> counts = new EnumMap<>(Origin.class);
        for (TokenRun token : transcript.tokens()) {
            if (!token.isEndOfText()) {
                counts.merge(token.origin(), 1, Integer::sum);
            }
        }
        return counts;
    }

    int rolledBackTokens() {
        return rolledBackTokens;
    }

    /** Whether the sentence begins a line. */
    public boolean startsLine() {
        return index == 0 || lineBreaks > 0;
    }

    /** Its number in the text, from 0. */
    public int index() {
        return index;
    }

    /** The sentence in the source text that was translated. */
    public Segment segment() {
        return segment;
    }

    /** Number of line breaks before it. */
    public int lineBreaks() {
        return lineBreaks;
    }

    /** The sentence as it stands, with the white space before it. */
    String text() {
        return transcript.text();
    }
}
