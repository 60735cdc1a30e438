package dev.biglittle.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenLinesTest {
    @Test
    void aSentenceOnSeveralLinesBecomesOneLine() {
        assertThat(BrokenLines.joined("""
                Die Regierung hat gestern beschlossen,
                mehr Geld für Schulen auszugeben. Das
                freut alle Kinder, und auch ihre
                Eltern sind zufrieden.
                Warum erst jetzt?
                """)).isEqualTo("""
                Die Regierung hat gestern beschlossen, mehr Geld für Schulen auszugeben. Das freut alle Kinder, und auch ihre Eltern sind zufrieden.
                Warum erst jetzt?
                """);
    }

    @Test
    void aDividedWordBecomesOne() {
        assertThat(BrokenLines.joined("Die Über-\nsetzung ist gut.")).isEqualTo("Die Übersetzung ist gut.");
        assertThat(BrokenLines.joined("Die Über\u00ad\r\nsetzung ist gut.")).isEqualTo("Die Übersetzung ist gut.");
        assertThat(BrokenLines.joined("Sie wohnt seit vielen Jahren in Hamburg-\nAltona."))
                .isEqualTo("Sie wohnt seit vielen Jahren in Hamburg-Altona.");
        assertThat(BrokenLines.joined("Wo ist der Ein-\nund Ausgang?")).isEqualTo("Wo ist der Ein- und Ausgang?");
    }

    @Test
    void spacesAtTheBreakBecomeOne() {
        assertThat(BrokenLines.joined("  Das Haus  \n   ist alt.")).isEqualTo("  Das Haus ist alt.");
        assertThat(BrokenLines.joined("Er sagte \n„nein“ und ging.")).isEqualTo("Er sagte „nein“ und ging.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Kapitel 1\nDas Haus am See",
        "Milch\nEier\nBrot",
        "Bringen Sie bitte mit, was Sie brauchen\n- eine Jacke\n- feste Schuhe",
        "Bringen Sie bitte mit, was Sie brauchen\n1. eine Jacke\n2. feste Schuhe\na) rot\n• blau",
        "Das hat er gestern Abend allen so gesagt: \nes reicht.",
        "„Ich komme morgen noch einmal vorbei.“\ndas war alles",
        "Das Haus\n\nist alt",
        "", "\n", "eine Zeile", "eine Zeile\n"})
    void linesThatAreMeantStayLines(String text) {
        assertThat(BrokenLines.joined(text)).isEqualTo(text);
    }

    @Test
    @Timeout(10)
    void aLongTextTakesNoTime() {
        String text = "Das ist eine Zeile, die weitergeht und\n".repeat(20_000);
        assertThat(BrokenLines.joined(text + "endet.").lines()).hasSize(1);
    }
}
