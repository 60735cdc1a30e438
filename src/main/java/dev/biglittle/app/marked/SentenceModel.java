package dev.biglittle.app.marked;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import dev.biglittle.translate.Translator;
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
    private final int lineBreaks;
    private final String indent;
    private final boolean first;
    /** When each ghost goes, by the index of the token that took its place. */
    private final Map<Integer, Long> ghostEnds = new HashMap<>();
    private int rolledBackTokens;

    SentenceModel(TranslationEvent.SentenceStarted start) {
        transcript.accept(start);
        String before = start.before().replace("\r\n", "\n");
        int lastBreak = -1;
        int breaks = 0;
        for (int i = 0; i < before.length(); i++) {
            if ("\n\r\u2028\u2029\u0085".indexOf(before.charAt(i)) >= 0) {
                lastBreak = i;
                breaks++;
            }
        }
        lineBreaks = breaks;
        indent = before.substring(lastBreak + 1);
        first = start.index() == 0;
    }

    /** @param now nanoseconds */
    void accept(TranslationEvent.Step step, long now) {
        transcript.accept(step);
        if (step.event() instanceof DecodeEvent.RolledBack back) {
            ghostEnds.put(transcript.tokens().size() - 1, now + GHOST_NANOS);
            rolledBackTokens += back.dropped().size();
        }
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
        List<TokenRun> tokens = transcript.tokens();
        List<TextRun> runs = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            TokenRun token = tokens.get(i);
            if (!token.replaced().isEmpty() && (keepGhosts || ghostEnds.containsKey(i))) {
                runs.add(new TextRun(withoutLineBreaks(i, token.replaced()), true, token));
            }
            runs.add(new TextRun(withoutLineBreaks(i, token.text()), false, token));
        }
        return runs;
    }

    /** Line breaks before the sentence are made by the layout, not by the first token. */
    private String withoutLineBreaks(int index, String text) {
        if (index > 0) {
            return text;
        }
        String visible = text.stripLeading();
        return first || lineBreaks > 0 ? indent + visible : (indent.isEmpty() ? "" : " ") + visible;
    }

    /** How many tokens each writer has in the sentence, end-of-text left out. */
    Map<Origin, Integer> counts() {
        Map<Origin, Integer> counts = new EnumMap<>(Origin.class);
        for (TokenRun token : transcript.tokens()) {
            if (!isEndOfText(token)) {
                counts.merge(token.origin(), 1, Integer::sum);
            }
        }
        return counts;
    }

    static boolean isEndOfText(TokenRun token) {
        List<TokenRun.Candidate> writer = token.origin() == Origin.SMALL ? token.smallTop() : token.largeTop();
        return token.text().isBlank() && !writer.isEmpty() && writer.get(0).text().equals(Translator.END_OF_TEXT);
    }

    int rolledBackTokens() {
        return rolledBackTokens;
    }

    /** Whether the sentence begins a line. */
    public boolean startsLine() {
        return first || lineBreaks > 0;
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
