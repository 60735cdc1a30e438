package dev.biglittle.app.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.translate.DirectExecutorService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTranslationViewModelTest {
    @TempDir
    Path folder;
    private long now = 1_000_000_000_000L;

    /** What is said of a file of four lines that take so long each, line by line. */
    private List<String> said(double secondsALine) throws IOException {
        List<String> said = new ArrayList<>();
        Path source = Files.writeString(folder.resolve("a.txt"), "eins\n".repeat(4));
        FileTranslationViewModel file = new FileTranslationViewModel(new DirectExecutorService(), Runnable::run,
                () -> now, failure -> said.add(failure.toString()));
        file.sentenceProperty().addListener((property, was, is) -> said.add(is.replace('\u00a0', ' ')));
        file.start(source, folder.resolve("b.txt"), (line, cancelled) -> {
            now += Math.round(secondsALine * 1e9);
            return line;
        });
        return said;
    }

    @ParameterizedTest
    @CsvSource({"3, 9 s", "19.8, 59 s", "20, 1 min", "29, 1 min", "30, 2 min", "1189, 59 min", "1190, 1 h 0 min",
        "1800, 1 h 30 min", "36000, 30 h 0 min"})
    void theTimeLeftIsThreeTimesThatOfTheFirstOfFourLines(double secondsALine, String left) throws IOException {
        assertThat(said(secondsALine)).startsWith("Writing b.txt: 0 %", "Writing b.txt: 25 %, about " + left + " left");
    }

    @Test
    void noTimeIsGuessedInTheFirstTwoSeconds() throws IOException {
        assertThat(said(1.9)).containsExactly("Writing b.txt: 0 %", "Writing b.txt: 25 %",
                "Writing b.txt: 50 %, about 4 s left", "Writing b.txt: 75 %, about 2 s left",
                "Writing b.txt: 100 %, about 1 s left", folder.resolve("b.txt") + " is finished.");
    }
}
