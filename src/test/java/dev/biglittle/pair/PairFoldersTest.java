package dev.biglittle.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFoldersTest {
    @TempDir
    Path temp;

    @Test
    void installedPairsAreFoundByTheirDescription() {
        assertThat(PairFolders.installed()).extracting(Path::getFileName).contains(Path.of("de-en"));
    }

    @Test
    void noPairAtAllSaysWhereItLooked() {
        String before = System.setProperty(PairFolders.PROPERTY, temp.resolve("none").toString());
        try {
            assertThat(PairFolders.installed()).isEmpty();
            assertThatThrownBy(PairFolders::byDefault).isInstanceOf(Problem.class)
                    .hasMessageContaining(temp.toString());
        } finally {
            System.setProperty(PairFolders.PROPERTY, before);
        }
    }
}
