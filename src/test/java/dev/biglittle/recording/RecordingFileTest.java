package dev.biglittle.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.problem.Problem;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import dev.biglittle.translate.Translator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of the real pair, written and read back. */
class RecordingFileTest {
    private static final String TEXT = "Die Regierung hat beschlossen, mehr Geld für Schulen auszugeben.\n\n„Warum?“"
            + " Das wollten die Kinder wissen.\n";
    private static Recording recording;

    @TempDir
    Path folder;

    @BeforeAll
    static void record() {
        recording = record(Mode.BIG_LITTLE);
    }

    private static Recording record(Mode mode) {
        Recording.Settings settings = new Recording.Settings(mode, 0.5, 1, 5);
        List<TranslationEvent> events = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            new Translator(pair).translate(TEXT, settings.policy(), events::add, () -> false);
        }
        return new Recording(new Recording.MadeWith("1.0", "German to English", "de", "en", "CPU", 1), TEXT, settings,
                events);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadIsWhatWasWritten(Mode mode) {
        Recording written = record(mode);
        Path file = folder.resolve("run.biglittle");
        RecordingFile.save(file, written);
        Recording read = RecordingFile.load(file);
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
        assertThat(text(read)).isEqualTo(text(written)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {Policy.ADAPTIVE_RUN, Policy.CONFIDENT_RUN})
    void aRunThatIsNoCountIsKept(int run) {
        Recording.Settings settings = new Recording.Settings(Mode.BIG_LITTLE, 0.5, 2, run);
        Path file = folder.resolve("run.biglittle");
        RecordingFile.save(file, new Recording(recording.madeWith(), TEXT, settings, recording.events()));
        assertThat(RecordingFile.load(file).settings()).isEqualTo(settings);
    }

    @Test
    void neverIsKeptAsAThreshold() {
        Recording.Settings never = new Recording.Settings(Mode.BIG_LITTLE, 0.5, Double.POSITIVE_INFINITY, 10);
        Path file = folder.resolve("run.biglittle");
        RecordingFile.save(file, new Recording(recording.madeWith(), TEXT, never, recording.events()));
        assertThat(RecordingFile.load(file).settings()).isEqualTo(never);
    }

    @Test
    void aTextWithHalfACharacterIsSaved() {
        Path file = folder.resolve("run.biglittle");
        RecordingFile.save(file, new Recording(recording.madeWith(), TEXT + "\uD83D", recording.settings(),
                recording.events()));
        assertThat(RecordingFile.load(file).source()).isEqualTo(TEXT + "?");
    }

    @Test
    void whatCannotBeSavedLeavesNothingBehind() throws IOException {
        Path full = Files.createDirectories(folder.resolve("run.biglittle").resolve("inside")).getParent();
        assertThatThrownBy(() -> RecordingFile.save(full, recording)).isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be written");
        assertThat(folder.toFile().list()).containsExactly("run.biglittle");
        assertThatThrownBy(() -> RecordingFile.save(folder.resolve("none").resolve("run.biglittle"), recording))
                .hasMessageContaining("there is no such file or folder");
    }

    private static String text(Recording recording) {
        Transcript transcript = new Transcript();
        recording.events().forEach(transcript::accept);
        return transcript.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format":"biglittle-recording" | "format":"other"          | is not a recording of BigLittle
            "version":1                    | "version":2               | has version 2, but this program reads version 1
            "mode":"big-little"            | "mode":"huge"             | There is no mode 'huge'
            "fallback":0.5                 | "fallback":7              | has impossible settings
            "type":"drafted"               | "type":"drawn"            | has an event of unknown type 'drawn' at 'events[
            "position":0                   | "position":3              | does not hold together: what event
            "position":0                   | "position":-1             | has no number 'events[
            "probability":0.               | "probability":7.          | with probabilities from 0 to 1
            "type":"finished"              | "type":"planned"          | has no list 'events[
            "source":                      | "quelle":                 | has no text '
            {"format"                      | {"format                  | is not valid JSON
            """)
    void aDamagedFileIsSaidToBeSo(String sound, String damaged, String complaint) throws IOException {
        String json = RecordingFile.json(recording);
        assertThat(json).contains(sound);
        Path file = Files.writeString(folder.resolve("run.biglittle"), json.replace(sound, damaged));
        assertThatThrownBy(() -> RecordingFile.load(file)).isInstanceOf(Problem.class).hasMessageContaining(complaint)
                .hasMessageContaining("run.biglittle").hasMessageNotContaining("Exception");
    }

    /** Whoever plays a recording need not ask whether its events can follow one another. */
    @Test
    void eventsThatNoTranslationMakesAreRefused() {
        List<TranslationEvent> events = recording.events();
        int reviewed = IntStream.range(0, events.size())
                .filter(i -> events.get(i) instanceof TranslationEvent.Step step && step.event() instanceof DecodeEvent.Written)
                .findFirst().orElseThrow() - 1;
        refused(without(events, reviewed));
        refused(without(events, 0));
        refused(twice(events, 0));
        List<TranslationEvent> beyond = new ArrayList<>(events);
        TranslationEvent.SentenceStarted start = (TranslationEvent.SentenceStarted) events.get(1);
        beyond.set(1, new TranslationEvent.SentenceStarted(0, start.start(), TEXT.length() + 1, start.before(), start.source(),
                start.startNanos(), start.remembered()));
        refused(beyond);
        List<TranslationEvent> fewer = new ArrayList<>(events);
        List<Segment> sentences = ((TranslationEvent.Planned) events.get(0)).sentences();
        fewer.set(0, new TranslationEvent.Planned(sentences.subList(0, sentences.size() - 1)));
        refused(fewer);
    }

    private void refused(List<TranslationEvent> events) {
        Path file = folder.resolve("run.biglittle");
        RecordingFile.save(file, new Recording(recording.madeWith(), TEXT, recording.settings(), events));
        assertThatThrownBy(() -> RecordingFile.load(file)).isInstanceOf(Problem.class)
                .hasMessageContaining("does not hold together");
    }

    private static List<TranslationEvent> without(List<TranslationEvent> events, int index) {
        List<TranslationEvent> fewer = new ArrayList<>(events);
        fewer.remove(index);
        return fewer;
    }

    private static List<TranslationEvent> twice(List<TranslationEvent> events, int index) {
        List<TranslationEvent> more = new ArrayList<>(events);
        more.add(index, events.get(index));
        return more;
    }

    @Test
    void whatIsNoRecordingAtAllIsSaidToBeSo() throws IOException {
        assertThatThrownBy(() -> RecordingFile.load(folder.resolve("none.biglittle"))).isInstanceOf(Problem.class)
                .hasMessageContaining("There is no file");
        Path file = folder.resolve("x.biglittle");
        for (String content : List.of("", "[]", "7", "{}", "hello there", "{\"a\":")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> RecordingFile.load(file)).as(content).isInstanceOf(Problem.class)
                    .hasMessageContaining("x.biglittle");
        }
        Files.write(file, "ä".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> RecordingFile.load(file)).hasMessageContaining("is not UTF-8 text");
    }

    @Test
    void aPolicyThatLetsOnlyTheLargeModelsTextStandIsCalledSpeculative() {
        assertThat(Recording.Settings.of(Policy.speculative(0.4, 6)).mode()).isEqualTo(Mode.SPECULATIVE);
        assertThat(Recording.Settings.of(Policy.bigLittle(0.4, 1, 6)).mode()).isEqualTo(Mode.BIG_LITTLE);
        for (Mode mode : Mode.values()) {
            assertThat(Recording.Settings.of(mode.policy(0.4, 2, 6)).mode()).isEqualTo(mode);
        }
    }
}
