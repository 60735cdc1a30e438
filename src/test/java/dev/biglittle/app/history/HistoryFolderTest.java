package dev.biglittle.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Policy;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFolderTest {
    private static final Instant TIME = Instant.parse("2026-05-12T10:00:00Z");

    private static final String FINISHED = "[{\"type\":\"Finished\",\"after\":\"\",\"statistics\":{}}]";

    @TempDir
    Path place;

    private HistoryFolder folder() {
        return new HistoryFolder(place.resolve("history"));
    }

    private static HistoryEntry entry(String id, Instant time) {
        return new HistoryEntry(id, time, "German to English", "Ein großes Haus 🎈", "A big house");
    }

    private static PastTranslation whole(Policy policy) {
        return new PastTranslation(Events.MADE_WITH, "Ein großes Haus 🎈", "A big house", policy, Events.house());
    }

    @Test
    void whatWasKeptIsReadAsItWas() {
        HistoryEntry older = entry("a", TIME);
        HistoryEntry newer = entry("b", TIME.plusSeconds(1));
        Policy policy = Policy.bigLittle(0.4, Double.POSITIVE_INFINITY, 8);
        folder().write(older, whole(policy));
        folder().write(newer, whole(Policy.largeAlone()));
        HistoryFolder.Contents contents = folder().read();
        assertThat(contents.entries()).as("newest first").containsExactly(newer, older);
        assertThat(contents.damaged()).isEmpty();
        PastTranslation read = folder().read(older);
        assertThat(read.madeWith()).isEqualTo(Events.MADE_WITH);
        assertThat(read.policy()).isEqualTo(policy);
        assertThat(read.events()).usingRecursiveComparison().isEqualTo(Events.house());
    }

    @Test
    void whatAnEarlierVersionKeptIsRead() throws IOException {
        write("{\"smallDrafts\":true,\"fallback\":0.5,\"rollback\":3,\"maxRun\":10,\"startsLarge\":false,"
                + "\"verifiesEnd\":true,\"continuesRolledBack\":false}", FINISHED);
        PastTranslation read = folder().read(entry("a", TIME));
        assertThat(read.madeWith().pair()).isEqualTo("German to English");
        assertThat(read.policy()).isEqualTo(Policy.bigLittle(0.5, 3, 10));
        assertThat(read.events()).hasSize(1);
    }

    @Test
    void anEntryIsReplacedAndDeleted() throws IOException {
        folder().write(entry("a", TIME), whole(Policy.smallAlone()));
        folder().write(entry("a", TIME.plusSeconds(5)), whole(Policy.largeAlone()));
        assertThat(folder().read().entries()).extracting(HistoryEntry::time).containsExactly(TIME.plusSeconds(5));
        folder().delete(entry("a", TIME));
        assertThat(folder().read().entries()).isEmpty();
        folder().write(entry("b", TIME), whole(Policy.smallAlone()));
        Path other = Files.writeString(place.resolve("history").resolve("notes.txt"), "mine");
        folder().deleteAll();
        assertThat(folder().read().entries()).isEmpty();
        assertThat(other).as("not a translation").exists();
    }

    @Test
    void damagedFilesArePutAsideAndTheOthersAreThere() throws IOException {
        folder().write(entry("a", TIME), whole(Policy.smallAlone()));
        folder().write(entry("b", TIME), whole(Policy.smallAlone()));
        Path history = place.resolve("history");
        byte[] sound = Files.readAllBytes(history.resolve("a.json.gz"));
        Files.write(history.resolve("cut.json.gz"), Arrays.copyOf(sound, 30));
        Files.writeString(history.resolve("text.json.gz"), "no gzip at all");
        Files.write(history.resolve("empty.json.gz"), new byte[0]);
        HistoryFolder.Contents contents = folder().read();
        assertThat(contents.entries()).extracting(HistoryEntry::id).containsExactly("a", "b");
        assertThat(contents.damaged()).extracting(file -> file.getFileName().toString()).containsExactly(
                "cut.json.gz.damaged", "empty.json.gz.damaged", "text.json.gz.damaged").allSatisfy(
                        name -> assertThat(history.resolve(name)).exists());
        assertThat(folder().read().damaged()).as("said once").isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersAreThere() throws IOException {
        folder().write(entry("a", TIME), whole(Policy.smallAlone()));
        // whoever runs the tests, a folder cannot be read as a file
        Path unreadable = Files.createDirectory(place.resolve("history").resolve("0.json.gz"));
        HistoryFolder.Contents contents = folder().read();
        assertThat(contents.entries()).extracting(HistoryEntry::id).containsExactly("a");
        assertThat(contents.damaged()).isEmpty();
        assertThat(contents.unreadable()).containsExactly(unreadable);
        assertThat(unreadable).exists();
    }

    @Test
    void aDamagedFileThatCannotBePutAsideDoesNotHideTheOthers() throws IOException {
        folder().write(entry("a", TIME), whole(Policy.smallAlone()));
        Path damaged = Files.writeString(place.resolve("history").resolve("0.json.gz"), "no gzip at all");
        Files.createDirectories(place.resolve("history").resolve("0.json.gz.damaged").resolve("in the way"));
        HistoryFolder.Contents contents = folder().read();
        assertThat(contents.entries()).extracting(HistoryEntry::id).containsExactly("a");
        assertThat(contents.unreadable()).containsExactly(damaged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"smallDrafts\":true,\"fallback\":7,\"rollback\":3,\"maxRun\":10}", "[1]"})
    void aPolicyThatIsNoneIsSaidWhenTheEntryIsWanted(String policy) throws IOException {
        assertUnreadable(policy, FINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]", "[3]", "[{\"type\":\"None\"}]", "[{\"type\":[]}]", "[{\"type\":\"Planned\"}]",
        "[{\"type\":\"Step\",\"sentence\":0,\"event\":3}]", "{}", "null"})
    void eventsThatAreNoneAreSaidWhenTheEntryIsWanted(String events) throws IOException {
        assertUnreadable("{\"smallDrafts\":true,\"fallback\":0.5,\"rollback\":3,\"maxRun\":10,\"startsLarge\":false,"
                + "\"verifiesEnd\":true,\"continuesRolledBack\":false}", events);
    }

    private void assertUnreadable(String policy, String events) throws IOException {
        Path file = write(policy, events);
        assertThatThrownBy(() -> folder().read(entry("a", TIME))).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("cannot be read");
    }

    private Path write(String policy, String events) throws IOException {
        Path file = Files.createDirectories(place.resolve("history")).resolve("a.json.gz");
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)),
                StandardCharsets.UTF_8)) {
            out.write("{\"time\":\"" + TIME + "\",\"pair\":\"\",\"source\":\"\",\"translation\":\"\",\"policy\":"
                    + policy + ",\"events\":" + events + "}");
        }
        return file;
    }

    @Test
    void anEntryDamagedInItsEventsIsSaidWhenItIsWanted() throws IOException {
        HistoryEntry entry = entry("a", TIME);
        folder().write(entry, whole(Policy.smallAlone()));
        Path file = place.resolve("history").resolve("a.json.gz");
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(sound, sound.length - 40));
        assertThatThrownBy(() -> folder().read(entry)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("cannot be read");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(place.resolve("history"), "a file where the folder would be");
        assertThatThrownBy(() -> folder().write(entry("a", TIME), whole(Policy.smallAlone())))
                .isInstanceOf(Problem.class).hasMessageContaining("history cannot be changed")
                .as("and why").hasMessageContaining("(there is a file of that name already)");
    }

    @Test
    void noFolderIsAnEmptyHistory() {
        assertThat(folder().read()).isEqualTo(new HistoryFolder.Contents(List.of(), List.of(), List.of()));
        folder().deleteAll();
        assertThat(place.resolve("history")).doesNotExist();
    }
}
