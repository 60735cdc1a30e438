package dev.biglittle.text;

import java.util.regex.Pattern;

/**
 * Lines that were broken amid a sentence, as in text copied from a PDF file or an e-mail. Nothing tells such a break from
 * one that is meant (a heading, a list, a poem) for certain, so this is for whoever asks for it.
 */
public final class BrokenLines {
    /** In chars: a shorter line before a capital letter is more likely a heading, an address or an item of a list. */
    private static final int SHORTEST = 30;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:\u2026][\\p{Pe}\\p{Pf}\\p{Pi}\"']*$");
    private static final Pattern QUOTES = Pattern.compile("^[\\p{Ps}\\p{Pi}\\p{Pf}\"']+");
    /** A bullet or a number. */
    private static final Pattern ITEM = Pattern.compile("^(?:[^\\p{L}\\p{N}]|\\p{N}{1,3}[.)]\\s|\\p{L}\\)\\s)");
    private static final Pattern DIVIDED = Pattern.compile("\\p{L}[-\u2010\u00ad]$");
    /** "Ein-" before one of these is no half of a divided word. */
    private static final Pattern CONJUNCTION = Pattern.compile("^(?:und|oder|bzw|sowie|bis|and|or|to)\\b");

    private BrokenLines() {
    }

    /** The text with such lines joined, and every other line as it is; lines end in a line feed. */
    public static String joined(String text) {
        String[] lines = text.split("\\R", -1);
        StringBuilder joined = new StringBuilder(text.length()).append(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i - 1].strip();
            String next = lines[i].strip();
            if (!goesOn(line, next)) {
                joined.append('\n').append(lines[i]);
                continue;
            }
            joined.setLength(joined.length() - trailingSpaces(joined));
            if (!isDivided(line, next)) {
                joined.append(' ');
            } else if (Character.isLowerCase(next.codePointAt(0))) {
                // "Hamburg-" before "Altona" keeps its hyphen
                joined.setLength(joined.length() - 1);
            }
            joined.append(next);
        }
        return joined.toString();
    }

    private static int trailingSpaces(StringBuilder text) {
        int spaces = 0;
        while (Character.isWhitespace(text.charAt(text.length() - 1 - spaces))) {
            spaces++;
        }
        return spaces;
    }

    private static boolean goesOn(String line, String next) {
        String word = QUOTES.matcher(next).replaceFirst("");
        return !line.isEmpty() && !word.isEmpty() && !SENTENCE_END.matcher(line).find() && !ITEM.matcher(word).find()
                && (line.length() >= SHORTEST || Character.isLowerCase(word.codePointAt(0)));
    }

    private static boolean isDivided(String line, String next) {
        return DIVIDED.matcher(line).find() && !CONJUNCTION.matcher(next).find();
    }
}
