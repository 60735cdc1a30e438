package dev.biglittle.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full stops that end no German sentence, as far as CLDR's list of abbreviations lacks them or has too many. */
final class GermanAbbreviations {
    /**
     * In CLDR's list, and compared with the end of a word: no sentence would end in "Wasser.", "langsam." or "NATO."; as
     * words of their own the pattern below knows them.
     */
    static final List<String> NONE = List.of("r.", "b.", "am.", "od.", "A.", "B.", "C.", "D.", "F.", "G.", "I.", "J.", "L.", "M.",
            "N.", "O.", "P.", "R.", "T.", "U.", "W.", "Y.", "Z.");

    /** Letters with or without spaces between them ("z. B.", "i.d.R.", "J. S."), and a few words. */
    private static final Pattern ABBREVIATION = Pattern.compile("(?U)(?<![\\w.])(?:\\p{Ll}|(?:\\p{L}\\.\\s?){1,3}\\p{L}"
            + "|ca|bzw|evtl|od|sog|Nr|Str|Prof|Hr|Fr|St|Anm|Bsp)\\.$");
    /** As in dates ("am 3. Oktober"), and initials. */
    private static final Pattern NUMBER_OR_INITIAL = Pattern.compile("(?U)(?<![\\w.])(?:\\d{1,2}|\\p{Lu})\\.$");
    /** In chars, at least as long as the longest of these. */
    private static final int ROOM = 12;

    /** Words that follow where such a one ends a sentence ("Ich bin 30. Du bist 40."), and hardly an ordinal number or a name. */
    private static final Pattern NEW_SENTENCE = Pattern.compile("(?U)(?:Ich|Du|Er|Sie|Es|Wir|Ihr|Man|Das|Die|Der|Dies\\p{L}*"
            + "|Mein\\p{L}*|Und|Aber|Doch|Dann|Danach|Da|Dort|Hier|Jetzt|Bitte|Wer|Wie|Was|Wo|Wann|Warum|Wenn|Weil)\\b");

    private GermanAbbreviations() {
    }

    /**
     * Whether the sentence at [from, end) ends in such a full stop, with other text at {@code next}. Looks at no more than its
     * end: a line of nothing but abbreviations would take time that grows with its square.
     */
    static boolean endAt(String line, int from, int end, int next) {
        return ends(ABBREVIATION, line, from, end) || ends(NUMBER_OR_INITIAL, line, from, end)
                && !(end - from > "12.".length() && NEW_SENTENCE.matcher(line).region(next, line.length()).lookingAt());
    }

    private static boolean ends(Pattern pattern, String line, int from, int end) {
        Matcher matcher = pattern.matcher(line).region(Math.max(from, end - ROOM), end);
        return matcher.useTransparentBounds(true).find();
    }
}
