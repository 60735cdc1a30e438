package dev.biglittle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    /** White space, and what has no letter or digit in it. */
    private static final String COPIED = "(?U)[^\\p{L}\\p{Nd}]*";

    private final SentenceSplitter splitter = new SentenceSplitter("de");

    private List<String> split(String text, int limit) {
        return splitter.split(text, String::length, limit).stream().map(Segment::text).toList();
    }

    /** Every char of the text is in exactly one sentence or in the white space before one, or is the white space left. */
    private static void assertNothingLost(String text, List<Segment> segments) {
        StringBuilder joined = new StringBuilder();
        for (Segment segment : segments) {
            joined.append(segment.before()).append(segment.text());
            assertThat(segment.before()).matches(COPIED);
            assertThat(segment.text()).isNotBlank();
            assertThat(text.substring(segment.start(), segment.end())).isEqualTo(segment.text());
        }
        assertThat(text).startsWith(joined);
        assertThat(text.substring(joined.length())).matches(COPIED);
    }

    @Test
    void sentencesEndAtFullStopsButNotAtAbbreviations() {
        assertThat(split("Das kostet z. B. drei Euro. Dr. Meier zahlt. Wirklich? Ja!", 1000))
                .containsExactly("Das kostet z. B. drei Euro.", "Dr. Meier zahlt.", "Wirklich?", "Ja!");
    }

    @Test
    void anAbbreviationMayStandAnywhereAndBeFollowedByMoreSpaces() {
        assertThat(split("Es gibt i. d. r.   Das hier (vgl. S. 3, evtl.   Bd. 2) oder hdaz. Was nun?", 1000))
                .containsExactly("Es gibt i. d. r.   Das hier (vgl. S. 3, evtl.   Bd. 2) oder hdaz.", "Was nun?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hunger", "Wasser", "Peter", "grob", "Tag", "Haus", "langsam", "Amsterdam", "Tod", "die NATO", "ein PKW", "eine AG"})
    void aWordThatEndsLikeAnAbbreviationEndsASentence(String word) {
        assertThat(split("Das ist " + word + ". Und das?", 1000)).containsExactly("Das ist " + word + ".", "Und das?");
    }

    @Test
    void initialsAndAbbreviationsWithoutSpacesEndNoSentence() {
        assertThat(split("J. S. Bach, d.h. Johann Sebastian, lebte in Leipzig (siehe S. 5). Am Montag od. Dienstag, z. B. Das Auto.", 1000))
                .containsExactly("J. S. Bach, d.h. Johann Sebastian, lebte in Leipzig (siehe S. 5).", "Am Montag od. Dienstag, z. B. Das Auto.");
        assertThat(split("Ich nehme Vitamin E. Das ist gesund. A. Das Haus. Schließen Sie den Tab. Öffnen Sie ihn.", 1000))
                .containsExactly("Ich nehme Vitamin E.", "Das ist gesund.", "A. Das Haus.", "Schließen Sie den Tab.", "Öffnen Sie ihn.");
    }

    @Test
    void aSentenceGoesOnInLowerCaseBehindWhatIsQuoted() {
        assertThat(split("„Kommst du morgen?“ fragte er. \"Hilfe!\" schrie das Kind. Das (ach!) ist so. Ja! ich will.", 1000))
                .containsExactly("„Kommst du morgen?“ fragte er.", "\"Hilfe!\" schrie das Kind.", "Das (ach!) ist so.", "Ja!", "ich will.");
    }

    @Test
    void aNumberEndsASentenceBeforeAWordThatBeginsOne() {
        assertThat(split("Ich bin 30. Du bist 40. Wir kamen am 3. Oktober. 1. Das Haus. 2. Frage", 1000))
                .containsExactly("Ich bin 30.", "Du bist 40.", "Wir kamen am 3. Oktober.", "1. Das Haus.", "2. Frage");
    }

    @Test
    void bulletsAndLinesWithoutWordsAreCopied() {
        String text = "• Brot\n▪ 5 Eier\n– Milch\n-----\n👍 Gut! \u26a0\ufe0f Halt -5 Grad 🎉 \ud83d\udc4d\ud83c\udffd\n***\n";
        List<Segment> segments = splitter.split(text, String::length, 1000);
        assertThat(segments).extracting(Segment::before, Segment::text).containsExactly(tuple("• ", "Brot"), tuple("\n▪ ", "5 Eier"),
                tuple("\n– ", "Milch"), tuple("\n-----\n👍 ", "Gut!"), tuple(" \u26a0\ufe0f ", "Halt -5 Grad"));
        assertNothingLost(text, segments);
    }

    @Test
    void cellsOfATableAreApart() {
        assertThat(split("Name\tPreis\n1.\tDas Auto\t\t5 €", 1000)).containsExactly("Name", "Preis", "1.", "Das Auto", "5 €");
    }

    @Test
    void datesAreNotCut() {
        assertThat(split("Am 3. Oktober 1990 war es so weit. Am 9. November auch.", 1000))
                .containsExactly("Am 3. Oktober 1990 war es so weit.", "Am 9. November auch.");
    }

    @Test
    void lineBreaksAndParagraphsArePreserved() {
        String text = "  Überschrift\n\nErster Absatz. Zweiter Satz.\r\n- Punkt eins\n- Punkt zwei\n";
        List<Segment> segments = splitter.split(text, String::length, 1000);
        assertThat(segments).extracting(Segment::before)
                .containsExactly("  ", "\n\n", " ", "\r\n- ", "\n- ");
        assertThat(segments).extracting(Segment::text).containsExactly("Überschrift", "Erster Absatz.",
                "Zweiter Satz.", "Punkt eins", "Punkt zwei");
        assertNothingLost(text, segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\t \r\n", "\u00a0\u2003"})
    void blankTextHasNoSentences(String blank) {
        assertThat(split(blank, 10)).isEmpty();
    }

    @Test
    void longSentenceIsCutAtAClauseElseBetweenWordsElseBetweenCharacters() {
        assertThat(split("Er kam spät, weil der Zug nicht fuhr", 20))
                .containsExactly("Er kam spät,", "weil der Zug nicht", "fuhr");
        assertThat(split("Donaudampfschifffahrt", 8)).containsExactly("Donaudam", "pfschiff", "fahrt");
    }

    @Test
    void surrogatePairsAndCombiningMarksAreNotCut() {
        List<String> parts = split("𠀀𠀀𠀀e\u0301e\u0301", 3);
        assertThat(String.join("", parts)).isEqualTo("𠀀𠀀𠀀e\u0301e\u0301");
        assertThat(parts).noneMatch(p -> Character.isLowSurrogate(p.charAt(0)) || p.startsWith("\u0301"));
    }

    @Test
    void aLongLineIsMeasuredInTimeThatGrowsWithItsLength() {
        String line = "Wort ".repeat(50_000);
        AtomicLong measured = new AtomicLong();
        List<Segment> segments = splitter.split(line, s -> {
            measured.addAndGet(s.length());
            return s.length();
        }, 100);
        assertNothingLost(line, segments);
        assertThat(measured.get()).isLessThan(200L * line.length());
    }

    @Test
    void aSingleCharacterThatDoesNotFitGoesInWhole() {
        assertThat(splitter.split("ab", s -> 5, 1)).extracting(Segment::text).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u0085", "\u2028", "\u2029\u2029"})
    void aLineBreakOfAnyKindStandsBetweenSentences(String lineBreak) {
        assertThat(splitter.split("Guten Morgen." + lineBreak + "Ich habe Hunger." + lineBreak, String::length, 100))
                .extracting(Segment::before, Segment::text)
                .containsExactly(tuple("", "Guten Morgen."), tuple(lineBreak, "Ich habe Hunger."));
        assertThat(splitter.split(lineBreak, String::length, 100)).isEmpty();
    }

    /** Were each part's breaks looked for in the whole line, a line of this length would take minutes. */
    @Test
    @Timeout(60)
    void aSentenceThatNeverEndsIsCutWhereItIsCut() {
        String line = "und so weiter und so fort ".repeat(60_000);
        List<Segment> segments = splitter.split(line, String::length, 200);
        assertNothingLost(line, segments);
        assertThat(segments).hasSizeLessThan(9000).allMatch(s -> s.text().length() <= 200);
    }

    @Test
    void nothingIsLostInAnyText() {
        Random random = new Random(3);
        String alphabet = "ab äß.,;!? \n\r\t😀\u00a0\u2028\u0085é漢字«»-";
        int[] points = alphabet.codePoints().toArray();
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            int limit = 2 + random.nextInt(20);
            List<Segment> segments = splitter.split(text.toString(), String::length, limit);
            assertNothingLost(text.toString(), segments);
            assertThat(segments).allMatch(s -> s.text().length() <= Math.max(limit, 4), "within " + limit);
        }
    }
}
