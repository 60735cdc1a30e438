package dev.biglittle.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Splits a text into sentences that a model can take, and keeps all that stands between them: white space, bullets, lines
 * without a letter or digit. Line breaks and tabs always end a sentence; abbreviations of the language ("z. B.") do not.
 */
public final class SentenceSplitter {
    /** In chars, of what stands behind a cut: breaks before it do not depend on what is farther. */
    private static final int LONGEST_WORD = 64;

    /** Bullets, arrows and pictographs, of which no model of a sentence knows anything. */
    private static final UnicodeSet BULLETS = new UnicodeSet("[\\u00b7\\u2022\\u2023\\u2043\\u2190-\\u21ff\\u2300-\\u23ff"
            + "\\u2500-\\u27bf\\u2b00-\\u2bff\\U0001f000-\\U0001faff\\u200d\\ufe0f]").freeze();
    /** Bullets if a space follows. */
    private static final UnicodeSet DASHES = new UnicodeSet("[-*\\u2010-\\u2015]").freeze();

    /** What may stand between the end of a sentence and a lower-case letter that shows that it goes on. */
    private static final String CLOSING = "\"'\u201d\u201c\u2019\u2018\u00bb\u00ab\u203a\u2039)]";

    private final ULocale locale;
    private final boolean german;
    private final BreakIterator sentences;

    /** @param language ISO 639 code of the source language, such as "de" */
    public SentenceSplitter(String language) {
        locale = new ULocale(language);
        FilteredBreakIteratorBuilder abbreviations = FilteredBreakIteratorBuilder.getInstance(locale);
        german = locale.getLanguage().equals("de");
        if (german) {
            GermanAbbreviations.NONE.forEach(abbreviations::unsuppressBreakAfter);
        }
        sentences = abbreviations.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    /**
     * @param size  how much room a piece of text takes in the model, such as its number of tokens
     * @param limit the room there is, at least 1; a longer sentence is cut at a clause, else between words, else
     *              between characters
     * @return the sentences in order; none for blank text
     */
    public synchronized List<Segment> split(String text, ToIntFunction<String> size, int limit) {
        List<Segment> segments = new ArrayList<>();
        int written = 0;
        for (int lineStart = 0; lineStart < text.length(); ) {
            int lineEnd = endOfLine(text, lineStart);
            String line = text.substring(lineStart, lineEnd);
            sentences.setText(line);
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
                if (to < line.length() && goesOn(line, from, to)) {
                    continue;
                }
                for (int[] part : parts(line, from, to, size, limit)) {
                    int start = lineStart + part[0];
                    segments.add(new Segment(start, text.substring(written, start), line.substring(part[0], part[1])));
                    written = lineStart + part[1];
                }
                from = to;
            }
            lineStart = lineEnd;
        }
        return segments;
    }

    /** Whether there is a letter or digit in a text: what has none is copied. */
    public static boolean hasWords(String text) {
        return endOfWords(text, 0, text.length()) > 0;
    }

    /** Behind the last letter or digit in [from, to); {@code from} if there is none. */
    private static int endOfWords(String text, int from, int to) {
        int i = to;
        while (i > from && !Character.isLetterOrDigit(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i;
    }

    private boolean goesOn(String line, int from, int to) {
        int end = trimSpaces(line, from, to);
        return end > from && (german && GermanAbbreviations.endAt(line, from, end, to)
                || CLOSING.indexOf(line.charAt(end - 1)) >= 0 && Character.isLowerCase(line.codePointAt(to)));
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && !endsSentence(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && endsSentence(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsSentence(char c) {
        return c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    /**
     * The sentence at [from, to) without bullets, pictographs and white space around it, in as many parts as the limit makes necessary;
     * none without a letter or digit, of which a model would make words.
     */
    private List<int[]> parts(String line, int from, int to, ToIntFunction<String> size, int limit) {
        List<int[]> parts = new ArrayList<>();
        int start = skipBullets(line, from, to);
        int end = trimBullets(line, start, to);
        int words = endOfWords(line, start, end);
        while (start < words) {
            boolean fits = end <= farthest(start, limit) && size.applyAsInt(line.substring(start, end)) <= limit;
            int cut = fits ? end : cut(line, start, end, size, limit);
            int partEnd = trimSpaces(line, start, cut);
            parts.add(new int[] {start, partEnd});
            start = skipSpaces(line, cut, end);
        }
        return parts;
    }

    private static int skipBullets(String line, int from, int to) {
        int i = from;
        for (int next = skipBullet(line, i, to); next > i; next = skipBullet(line, i, to)) {
            i = next;
        }
        return i;
    }

    private static int skipBullet(String line, int from, int to) {
        int i = skipSpaces(line, from, to);
        if (i == to) {
            return i;
        }
        int c = line.codePointAt(i);
        int after = i + Character.charCount(c);
        return BULLETS.contains(c) || DASHES.contains(c) && (after == to || isSpace(line.charAt(after))) ? after : i;
    }

    private static int trimBullets(String line, int from, int to) {
        int i = trimSpaces(line, from, to);
        while (i > from && BULLETS.contains(line.codePointBefore(i))) {
            i = trimSpaces(line, from, i - Character.charCount(line.codePointBefore(i)));
        }
        return i;
    }

    /** The best place after {@code start} to cut so that the first part fits. */
    private int cut(String line, int start, int end, ToIntFunction<String> size, int limit) {
        int fits = longestThatFits(line, start, end, size, limit);
        for (int i = fits; i > start + (fits - start) / 2; i--) {
            if (",;:–—".indexOf(line.charAt(i - 1)) >= 0 && i < line.length() && isSpace(line.charAt(i))) {
                return i;
            }
        }
        // no more than is looked at: the whole of a long line for each of its parts would take time that grows with its square
        String near = line.substring(start, Math.min(line.length(), fits + LONGEST_WORD));
        BreakIterator words = BreakIterator.getLineInstance(locale);
        words.setText(near);
        int word = words.preceding(fits + 1 - start);
        if (word > 0) {
            return start + word;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(locale);
        characters.setText(near);
        int character = characters.preceding(fits + 1 - start);
        // a single character that does not fit goes in whole: the model then sees what it can
        return start + (character > 0 ? character : characters.following(0));
    }

    /** Binary search; a longer text never takes fewer tokens by more than a few, so the result is good, not exact. */
    private static int longestThatFits(String line, int start, int end, ToIntFunction<String> size, int limit) {
        int low = start;
        int high = (int) Math.min(end, farthest(start, limit));
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (size.applyAsInt(line.substring(start, middle)) <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * How far it is enough to look for what fits: hardly a token has this many chars, and to measure all that is left of
     * a long line for each of its parts would take time that grows with its square.
     */
    private static long farthest(int start, int limit) {
        return start + 64L * limit;
    }

    private static int skipSpaces(String line, int from, int to) {
        int i = from;
        while (i < to && isSpace(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int trimSpaces(String line, int from, int to) {
        int i = to;
        while (i > from && isSpace(line.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Whether a char is white space of any kind, no-break spaces and all line breaks included. */
    public static boolean isSpace(char c) {
        return endsSentence(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
