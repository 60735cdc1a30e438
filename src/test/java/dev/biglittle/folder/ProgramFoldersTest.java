package dev.biglittle.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths of the examples are not absolute there")
class ProgramFoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    private static ProgramFolders on(String system, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", HOME.toString());
        return ProgramFolders.of(properties, environment);
    }

    @Test
    void linuxHasTheFoldersOfXdg() {
        assertThat(on("Linux", Map.of())).isEqualTo(new ProgramFolders(HOME.resolve(".config/biglittle"),
                HOME.resolve(".local/share/biglittle"), HOME.resolve(".cache/biglittle")));
        assertThat(on("Linux", Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/e")))
                .isEqualTo(new ProgramFolders(Path.of("/c/biglittle"), Path.of("/d/biglittle"), Path.of("/e/biglittle")));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(on("Linux", Map.of("XDG_CONFIG_HOME", "here")).configuration())
                .isEqualTo(HOME.resolve(".config/biglittle"));
    }

    @Test
    void windowsAndMacHaveTheirs() {
        assertThat(on("Windows 11", Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local")))
                .isEqualTo(new ProgramFolders(Path.of("/roaming/BigLittle"), Path.of("/local/BigLittle/data"),
                        Path.of("/local/BigLittle/cache")));
        assertThat(on("Mac OS X", Map.of()).configuration())
                .isEqualTo(HOME.resolve("Library/Application Support/BigLittle"));
    }

    @Test
    void propertiesNameOtherFolders() {
        Properties properties = new Properties();
        properties.setProperty("os.name", "Linux");
        properties.setProperty("user.home", HOME.toString());
        properties.setProperty(ProgramFolders.CONFIGURATION, "/elsewhere");
        properties.setProperty(ProgramFolders.DATA, "/there");
        ProgramFolders folders = ProgramFolders.of(properties, Map.of());
        assertThat(folders.configuration()).isEqualTo(Path.of("/elsewhere"));
        assertThat(folders.data()).isEqualTo(Path.of("/there"));
    }
}
