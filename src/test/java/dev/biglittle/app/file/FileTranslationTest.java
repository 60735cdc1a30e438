package dev.biglittle.app.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTranslationTest {
    @TempDir
    Path folder;
    private Path source;
    private Path target;
    private final List<Double> progress = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        source = Files.writeString(folder.resolve("a.txt"), "eins\n\nzwei\r\ndrei");
        target = Files.writeString(folder.resolve("b.txt"), "was vorher da war");
    }

    @Test
    void everyLineIsTranslatedAndTheTargetReplacedAtTheEnd() {
        FileTranslation translation = new FileTranslation(source, target, (line, cancelled) -> {
            assertThat(target).as("untouched meanwhile").hasContent("was vorher da war");
            return line.toUpperCase();
        });
        assertThat(translation.run(progress::add)).isTrue();
        assertThat(target).hasContent("EINS\n\nZWEI\r\nDREI");
        assertThat(progress).hasSize(4).isSorted().last().isEqualTo(1.0);
        assertThat(translation.partial()).isNull();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.txt", "b.txt");
    }

    @Test
    void whatWasTranslatedBeforeACancelStaysBesideTheTarget() throws IOException {
        Files.writeString(folder.resolve("b.txt.part"), "von gestern");
        FileTranslation[] translation = new FileTranslation[1];
        translation[0] = new FileTranslation(source, target, (line, cancelled) -> {
            if (line.startsWith("zwei")) {
                translation[0].cancel();
            }
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            return line.toUpperCase();
        });
        assertThat(translation[0].run(progress::add)).isFalse();
        assertThat(target).hasContent("was vorher da war");
        assertThat(translation[0].partial()).isEqualTo(folder.resolve("b.txt.2.part")).hasContent("EINS\n\n");
        assertThat(folder.resolve("b.txt.part")).as("nor is an older one lost").hasContent("von gestern");
    }

    @Test
    void aFailureKeepsWhatThereIsAndIsPassedOn() {
        FileTranslation translation = new FileTranslation(source, target, (line, cancelled) -> {
            if (line.startsWith("zwei")) {
                throw new IllegalStateException("out of order");
            }
            return line;
        });
        assertThatThrownBy(() -> translation.run(progress::add)).hasMessage("out of order");
        assertThat(translation.partial()).hasContent("eins\n\n");
    }

    @Test
    void cancelledAtOnceItLeavesNoFile() {
        FileTranslation translation = new FileTranslation(source, target, (line, cancelled) -> {
            throw new CancellationException();
        });
        assertThat(translation.run(progress::add)).isFalse();
        assertThat(translation.partial()).isNull();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.txt", "b.txt");
    }

    @Test
    void aFileIsNotReplacedByItsOwnTranslation() {
        assertThatThrownBy(() -> new FileTranslation(source, source, (line, cancelled) -> line).run(progress::add))
                .isInstanceOf(Problem.class).hasMessageContaining("Choose another name");
        assertThat(source).hasContent("eins\n\nzwei\r\ndrei");
    }

    @Test
    void anotherEncodingInTheMiddleStopsItWithTheLine() throws IOException {
        Files.write(source, new byte[] {'a', '\n', (byte) 0xFC, '\n'});
        FileTranslation translation = new FileTranslation(source, target, (line, cancelled) -> line);
        assertThatThrownBy(() -> translation.run(progress::add)).isInstanceOf(Problem.class)
                .hasMessageContaining("see line 2");
        assertThat(translation.partial()).hasContent("a\n");
    }
}
