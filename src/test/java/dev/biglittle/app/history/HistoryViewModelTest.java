package dev.biglittle.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.translate.DirectExecutorService;
import dev.biglittle.decode.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {
    private static final Policy POLICY = Policy.smallAlone();

    @TempDir
    Path place;
    private final List<Throwable> failures = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-12T10:00:00Z");
    private Runnable due = () -> { };
    private HistoryViewModel history;

    @BeforeEach
    void open() {
        history = new HistoryViewModel(place, new DirectExecutorService(), Runnable::run, (nanos, task) -> {
            due = task;
            return () -> { };
        }, () -> now = now.plusSeconds(1), failures::add);
        history.load();
    }

    private void record(String source, boolean unasked) {
        history.record(past(source, POLICY), unasked);
    }

    private static PastTranslation past(String source, Policy policy) {
        return new PastTranslation(Events.MADE_WITH, source, source.toUpperCase(), policy, Events.house());
    }

    private List<String> sources() {
        return history.found().stream().map(HistoryEntry::source).toList();
    }

    @Test
    void aTextThatIsTypedIsOneEntry() {
        record("Guten", true);
        record("Guten Morgen, wie geht es", true);
        record("Guten Morgen, wie geht es Ihnen?", true);
        assertThat(sources()).containsExactly("Guten Morgen, wie geht es Ihnen?");
        record("Etwas anderes.", true);
        record("Etwas", true);
        record("E", true);
        assertThat(sources()).as("a text is not lost by being deleted").contains("Etwas anderes.");
    }

    @Test
    void aTextThatIsDeletedPieceByPieceDoesNotShrinkToNothing() {
        record("Sehr geehrte Damen und Herren", true);
        record("Sehr geehrte Damen u", true);
        record("Sehr geehrte", true);
        record("Sehr g", true);
        record("Sehr", true);
        assertThat(sources()).hasSizeGreaterThan(1).last().isEqualTo("Sehr geehrte Damen u");
    }

    @Test
    void anotherTextIsAnEntryOfItsOwnHoweverMuchItResemblesTheLast() {
        record("Das Wetter ist heute sehr schön.", true);
        history.startAnew();
        record("Das Wetter ist heute sehr schlecht.", true);
        assertThat(sources()).hasSize(2);
    }

    @Test
    void eachTextThatWasAskedForIsAnEntryUnlessNothingChanged() {
        record("Ein Haus.", false);
        record("Ein Haus.", false);
        history.record(past("Ein Haus.", Policy.largeAlone()), false);
        record("Ein Haus und ein Hof.", false);
        assertThat(sources()).containsExactly("Ein Haus und ein Hof.", "Ein Haus.", "Ein Haus.");
    }

    @Test
    void whatWasKeptIsThereTheNextTime() {
        record("Ein Haus.", false);
        record("Ein Hof.", false);
        history.close();
        open();
        assertThat(sources()).containsExactly("Ein Hof.", "Ein Haus.");
        List<PastTranslation> chosen = new ArrayList<>();
        history.choose(history.found().get(1), chosen::add);
        assertThat(chosen).singleElement().usingRecursiveComparison().isEqualTo(past("Ein Haus.", POLICY));
    }

    @Test
    void aTranslationThatWasBroughtBackStaysWhenItsTextIsEdited() {
        record("Ein Haus.", true);
        history.choose(history.found().get(0), past -> { });
        history.record(past("Ein Haus.", Policy.largeAlone()), true);
        assertThat(sources()).as("a slider was moved").containsExactly("Ein Haus.", "Ein Haus.");
        history.choose(history.found().get(1), past -> { });
        record("Ein Haus.", false);
        assertThat(sources()).as("nothing changed").hasSize(2);
        record("Ein Haus am", true);
        record("Ein Haus am Meer.", true);
        assertThat(sources()).containsExactly("Ein Haus am Meer.", "Ein Haus.", "Ein Haus.");
    }

    @Test
    void whatATranslationReportsAfterTheWindowHasGoneTouchesNoDisk() {
        record("Ein Haus.", false);
        history.close();
        record("Ein Hof.", false);
        due.run();
        open();
        assertThat(sources()).containsExactly("Ein Haus.");
    }

    @Test
    void typingIsWrittenWhenItPauses() {
        record("Guten", true);
        record("Guten Morgen", true);
        assertThat(place).isEmptyDirectory();
        due.run();
        assertThat(place.toFile().list()).hasSize(1);
    }

    @Test
    void wordsAreFoundInSourceAndTranslationInAnyOrderAndCase() {
        record("Ein großes Haus.", false);
        record("Der Hof ist leer.", false);
        history.searchProperty().set("haus GARTEN");
        assertThat(sources()).isEmpty();
        history.searchProperty().set("haus  großes");
        assertThat(sources()).containsExactly("Ein großes Haus.");
        history.searchProperty().set("");
        assertThat(sources()).hasSize(2);
    }

    @Test
    void oneOrAllAreDeletedForGood() {
        record("a", false);
        record("b", false);
        record("c", false);
        history.delete(history.found().get(1));
        assertThat(sources()).containsExactly("c", "a");
        history.close();
        open();
        assertThat(sources()).containsExactly("c", "a");
        history.deleteAll();
        open();
        assertThat(sources()).isEmpty();
    }

    @Test
    void switchedOffNothingIsKeptAndNothingLost() {
        record("a", false);
        history.keptProperty().set(false);
        record("b", false);
        assertThat(sources()).containsExactly("a");
        history.close();
        open();
        assertThat(sources()).containsExactly("a");
    }

    @Test
    void theOldestGoesFirst() {
        for (int i = 0; i < HistoryViewModel.MOST_ENTRIES + 3; i++) {
            record("Text " + i + " " + "x".repeat(i % 7), false);
        }
        assertThat(sources()).hasSize(HistoryViewModel.MOST_ENTRIES).last().isEqualTo("Text 3 xxx");
        history.close();
        assertThat(place.toFile().list()).hasSize(HistoryViewModel.MOST_ENTRIES);
        open();
        record("lang".repeat((int) HistoryViewModel.MOST_CHARS / 8), false);
        assertThat(sources()).as("room for the newest in any case").hasSize(1);
    }

    @Test
    void damageIsSaidInASentence() throws IOException {
        record("a", false);
        history.close();
        Files.writeString(place.resolve("2026.json.gz"), "broken");
        open();
        assertThat(sources()).containsExactly("a");
        assertThat(failures).singleElement().extracting(Throwable::getMessage).asString()
                .startsWith("One past translation could not be understood").contains("2026.json.gz.damaged");
    }

    @Test
    void whatCannotBeReadIsSaidInASentenceToo() throws IOException {
        record("a", false);
        history.close();
        Files.createDirectory(place.resolve("2026.json.gz"));
        Files.createDirectory(place.resolve("2027.json.gz"));
        open();
        assertThat(sources()).containsExactly("a");
        assertThat(failures).singleElement().extracting(Throwable::getMessage).asString()
                .startsWith("2 past translations cannot be read; the first is in " + place.resolve("2026.json.gz"));
    }
}
