package dev.biglittle.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemThemeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Linux      | gdbus     | (<<uint32 1>>,)                            | DARK
            Linux      | gdbus     | (<<uint32 0>>,)                            | LIGHT
            Linux      | gdbus     | (<<uint32 2>>,)                            | LIGHT
            Linux      | gsettings | "'prefer-dark'"                            | DARK
            Linux      | gsettings | "'default'"                                | LIGHT
            Mac OS X   | defaults  | Dark                                       | DARK
            Windows 11 | reg       | "AppsUseLightTheme    REG_DWORD    0x0"    | DARK
            Windows 11 | reg       | "AppsUseLightTheme    REG_DWORD    0x1"    | LIGHT
            """)
    void answersOfTheDesktopsAreUnderstood(String system, String tool, String answer, Theme theme) {
        assertThat(SystemTheme.ask(system, command -> command.get(0).equals(tool) ? Optional.of(answer)
                : Optional.empty())).isEqualTo(theme);
    }

    @Test
    void aDesktopWithoutAnAnswerIsLight() {
        assertThat(SystemTheme.ask("Linux", command -> Optional.empty())).isEqualTo(Theme.LIGHT);
        assertThat(SystemTheme.ask()).isNotNull();
    }
}
